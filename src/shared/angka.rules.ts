/** Numbers as people write them: `3,53`, `3.53`, `16.912`, `3,53/88,21`, with the blanks that a copied table brings along. */

/** A number, or the sentence that says what is wrong with it. */
export type Bacaan<T> = { readonly nilai: T } | { readonly salah: string };

const tidakTerbaca = (teks: string): { salah: string } => ({
  salah: `“${teks.slice(0, 40)}” tidak terbaca sebagai angka; tulis seperti 3,53 atau 88,21`,
});

/** Digits of other keyboards and the blanks of other programs become ours. */
function polos(teks: string): string {
  return teks
    .normalize('NFKC')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .replace(/^[=']+/, '');
}

const KOMA_TERBANYAK = 8;

/** A decimal with comma or point; with both, the last one is the decimal mark. */
export function bacaDesimal(teks: string): Bacaan<number> {
  const isi = polos(teks).replace(/ /g, '');
  const m = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:([.,])(\d+))?$/.exec(isi);
  if (!m || /e/i.test(isi)) return tidakTerbaca(teks);
  const [, utuh = '', tanda, pecahan = ''] = m;
  const ribuan = /[.,]/.exec(utuh)?.[0];
  if (pecahan.length > KOMA_TERBANYAK) return { salah: `Tulis paling banyak ${KOMA_TERBANYAK} angka di belakang koma` };
  if (tanda !== undefined && ribuan === tanda) return tidakTerbaca(teks);
  // One mark with three digits behind it: scores are below 1.000, so it is a decimal mark.
  if (tanda === undefined && ribuan !== undefined) {
    const bagian = utuh.split(ribuan);
    if (bagian.length > 2) return { nilai: Number(bagian.join('')) };
    return { nilai: Number(bagian.join('.')) };
  }
  return { nilai: Number(`${utuh.replace(/[.,]/g, '')}.${pecahan || '0'}`) };
}

/** A whole number, thousands with a point or blank: `16.912`. */
export function bacaBulat(teks: string, maks = 100_000_000): Bacaan<number> {
  const isi = polos(teks);
  const rapi = /^\d{1,3}(?:[. ]\d{3})+$/.test(isi) ? isi.replace(/[. ]/g, '') : isi.replace(/[,.]0+$/, '');
  if (!/^\d+$/.test(rapi)) return { salah: `“${teks.slice(0, 40)}” bukan bilangan bulat; tulis seperti 590 atau 16.912` };
  const nilai = Number(rapi);
  return nilai > maks ? { salah: `${rapi} terlalu besar; periksa jumlah angkanya` } : { nilai };
}

/** What one cell says of one unsur. */
export interface AngkaUnsur {
  readonly nrr?: number;
  readonly nilai?: number;
}

export interface Skala {
  readonly min: number;
  readonly maks: number;
}

/**
 * `3,53`, `88,21` or `3,53/88,21`: which of the two a number is, its size says, for the two scales do not overlap. Where they do (a
 * scale that reaches up to 100), `utama` decides.
 * @param utama what a single number is when its size does not say
 */
export function bacaAngkaUnsur(teks: string, skala: Skala, utama: 'nrr' | 'nilai'): Bacaan<AngkaUnsur> {
  const bagian = polos(teks)
    .split(/\s*[/|]\s*/)
    .filter((b) => b !== '');
  if (bagian.length === 0 || bagian.length > 2) return tidakTerbaca(teks);
  const angka: number[] = [];
  for (const b of bagian) {
    const satu = bacaDesimal(b);
    if ('salah' in satu) return satu;
    angka.push(satu.nilai);
  }
  const [a = 0, b] = angka;
  if (b !== undefined) return periksaSkala({ nrr: Math.min(a, b), nilai: Math.max(a, b) }, skala);
  const nilaiMin = (100 * skala.min) / skala.maks;
  const jelas = nilaiMin > skala.maks;
  const jenis = !jelas ? utama : a <= skala.maks ? 'nrr' : 'nilai';
  return periksaSkala({ [jenis]: a }, skala);
}

export function periksaSkala(angka: AngkaUnsur, { min, maks }: Skala): Bacaan<AngkaUnsur> {
  const nilaiMin = (100 * min) / maks;
  const koma = (n: number) => String(Math.round(n * 100) / 100).replace('.', ',');
  if (angka.nrr !== undefined && (angka.nrr < min || angka.nrr > maks))
    return { salah: `NRR ${koma(angka.nrr)} di luar skala; harus antara ${min} dan ${maks}` };
  if (angka.nilai !== undefined && (angka.nilai < nilaiMin || angka.nilai > 100))
    return { salah: `Nilai ${koma(angka.nilai)} di luar skala; harus antara ${koma(nilaiMin)} dan 100` };
  return { nilai: angka };
}

/** Cyrillic and Greek letters that look like ours (DOMAIN section 9). */
const SERUPA: Readonly<Record<string, string>> = {
  А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', К: 'K', М: 'M', О: 'O', Р: 'P', Т: 'T', Х: 'X', Ѕ: 'S', І: 'I',
  Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X', Ϲ: 'C',
}; // prettier-ignore

export function latinkan(teks: string): string {
  return [...teks.normalize('NFKC')].map((h) => SERUPA[h] ?? h).join('');
}

/** The class that was typed: `A`, `a`, `A (Sangat Baik)`, `Sangat Baik`, a Cyrillic `А`. Null when it is none of the instrument's. */
export function bacaMutu(teks: string, kelas: readonly { readonly mutu: string; readonly kinerja: string }[]): string | null {
  const kata = latinkan(teks.toUpperCase()).toLowerCase().replace(/[().,;:–-]+/g, ' ').replace(/\s+/g, ' ').trim(); // prettier-ignore
  const cocok = kelas.filter(({ mutu, kinerja }) => {
    const [m, k] = [latinkan(mutu.toUpperCase()).toLowerCase(), latinkan(kinerja.toUpperCase()).toLowerCase()];
    return kata === m || kata === k || kata === `${m} ${k}`;
  });
  return cocok.length === 1 ? (cocok[0]?.mutu ?? null) : null;
}
