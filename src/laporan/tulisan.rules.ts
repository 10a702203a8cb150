import { satuBaris } from './teks.rules';

const SATUAN = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'] as const;

/** A count in words, for sentences: 3 → "tiga", 14 → "empat belas", 60 → "enam puluh". From 1 000 on in digits. */
export function terbilang(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 999) return String(n);
  if (n < 10) return SATUAN[n] ?? String(n);
  if (n < 20) return n === 10 ? 'sepuluh' : n === 11 ? 'sebelas' : `${SATUAN[n - 10]} belas`;
  if (n < 100) return [`${SATUAN[Math.floor(n / 10)]} puluh`, n % 10 ? terbilang(n % 10) : ''].filter(Boolean).join(' ');
  const ratus = n < 200 ? 'seratus' : `${SATUAN[Math.floor(n / 100)]} ratus`;
  return [ratus, n % 100 ? terbilang(n % 100) : ''].filter(Boolean).join(' ');
}

/** NIP in its groups 8-6-1-3 (birth date, TMT, sex, serial) when it has 18 digits; else as it was written. */
export function formatNip(nip: string): string {
  const angka = nip.replace(/[\s.-]/g, '');
  const m = /^(\d{8})(\d{6})(\d)(\d{3})$/.exec(angka);
  return m ? m.slice(1).join(' ') : satuBaris(nip);
}

/** `a`, `a dan b`, `a, b, dan c`; with semicolons where an entry has commas of its own. */
export function gabung(daftar: readonly string[]): string {
  const koma = daftar.length > 1 && daftar.some((t) => t.includes(',')) ? ';' : ',';
  if (daftar.length <= 2) return daftar.join(koma === ';' ? '; dan ' : ' dan ');
  return `${daftar.slice(0, -1).join(`${koma} `)}${koma} dan ${daftar.at(-1)}`;
}

/** At most `batas` characters, cut between words and marked with an ellipsis. */
export function ringkas(teks: string, batas: number): string {
  const bersih = satuBaris(teks);
  if (bersih.length <= batas) return bersih;
  const potong = bersih.slice(0, batas - 1);
  const spasi = potong.lastIndexOf(' ');
  return `${potong.slice(0, spasi > batas / 2 ? spasi : undefined).replace(/[\s,;:.–-]+$/, '')}…`;
}

/** A sentence's end exactly once: what users write ends with a full stop, or not. */
export function tanpaTitik(teks: string): string {
  return satuBaris(teks).replace(/[.;,:\s]+$/, '');
}

/** A file name that every system and every header accepts: ASCII letters, digits and hyphens. */
export function namaBerkas(bagian: readonly string[]): string {
  const nama = bagian
    .join('-')
    .normalize('NFKD')
    .replace(/[^\w]+/g, '-')
    .replace(/_+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '');
  return (nama || 'laporan').slice(0, 120);
}
