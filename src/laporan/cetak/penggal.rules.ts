/** Where a word may be broken: shortest word, and fewest letters before and after the hyphen. */
export interface AturanPenggal {
  readonly minKata?: number;
  readonly minAwal?: number;
  readonly minAkhir?: number;
}

/**
 * Indonesian hyphenation after EYD V, as soft hyphens (U+00AD); Chromium has no dictionary for lang=id. In doubt it does not break;
 * short words and short remainders stay whole. One word at a time, letters only. Self-contained: its source also runs in the page.
 */
export function penggal(kata: string, { minKata = 8, minAwal = 3, minAkhir = 3 }: AturanPenggal = {}): string {
  const inti = kata.replace(/[^\p{L}]+$/u, '');
  if (inti.length < minKata || /[^\p{L}]/u.test(inti)) return kata;
  const satuan = inti.toLowerCase().match(/ng|ny(?=[aiueo])|kh|sy|./gu) ?? [];
  const vokal = satuan.map((s) => 'aiueoé'.includes(s));
  const sampai = (n: number) => satuan.slice(0, n).join('').length;
  const titik = new Set<number>();
  for (let i = 1; i < satuan.length; i++) {
    if (!vokal[i] || vokal[i - 1]) continue; // never between two vowels
    let awal = i - 1;
    while (awal > 0 && !vokal[awal - 1]) awal--;
    if (awal === 0) continue;
    titik.add(sampai(i - awal > 1 ? awal + 1 : awal)); // ba-rang, cap-lok, in-stru-men
  }
  // be-rencana or ber-upaya: in doubt
  const awalan = /^(?:(?:ber|per|ter|meng|peng)(?=[aiueo])|(?:ke|di|se)[aiueo])/i.exec(inti)?.[0].length ?? 0;
  const kerjaKan = /^(?:me|di).*kan$/i.test(inti); // dilaksana-kan, but perbaik-an
  const dasarAn = /(ng|ny|kh|sy|[^aiueo])an$/i.exec(inti); // pelayan-an, not pelaya-nan
  const batasAn = dasarAn && !kerjaKan && /[aiueo]/i.test(inti[dasarAn.index - 1] ?? '') ? dasarAn.index : -1;
  let hasil = '';
  for (let i = 0; i < inti.length; i++) {
    const muat = titik.has(i) && i >= minAwal && inti.length - i >= minAkhir;
    const boleh = muat && i > awalan && i !== awalan - 1 && i !== batasAn;
    hasil += (boleh ? '\u00ad' : '') + (inti[i] ?? '');
  }
  const trans = hasil.replace(/^(trans?)\u00ad?(s?)(?=p)/i, (_, a: string, b: string) => `${a}${b}\u00ad`);
  return trans + kata.slice(inti.length);
}
