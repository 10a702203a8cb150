import Fraction from 'fraction.js';

/**
 * Exact numbers. Every figure that somebody signs is computed as a fraction of whole numbers and rounded once, when it
 * is printed; binary floats never enter the arithmetic (DOMAIN: 88,305 must become 88,31 and 88,3049 must not).
 */
export type Rasional = InstanceType<typeof Fraction>;

/**
 * The exact value of a decimal as it was written: `rasional(3.62)` is 362/100, not the nearest binary float.
 * @throws {RangeError} when `nilai` is not a finite number or not a decimal text
 */
export function rasional(nilai: number | bigint | string, penyebut: number | bigint = 1): Rasional {
  if (typeof nilai === 'number' && !Number.isFinite(nilai)) throw new RangeError(`Bukan bilangan: ${nilai}`);
  return new Fraction(desimalPenuh(nilai)).div(new Fraction(BigInt(penyebut)));
}

/** `String(1e-7)` is "1e-7", which is decimal notation to JSON but not to the fraction library. */
function desimalPenuh(nilai: number | bigint | string): bigint | string {
  if (typeof nilai === 'bigint') return nilai;
  const teks = String(nilai);
  const ilmiah = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/i.exec(teks);
  if (!ilmiah) return teks;
  const [, tanda, utuh = '', pecahan = '', pangkat] = ilmiah;
  const angka = utuh + pecahan;
  const titik = utuh.length + Number(pangkat);
  if (titik <= 0) return `${tanda}0.${'0'.repeat(-titik)}${angka}`;
  return `${tanda}${angka.padEnd(titik, '0').slice(0, titik)}.${angka.slice(titik) || '0'}`;
}

export const NOL: Rasional = new Fraction(0);
export const SATU: Rasional = new Fraction(1);

export function jumlahkan(daftar: readonly Rasional[]): Rasional {
  return daftar.reduce((a, b) => a.add(b), NOL);
}

/** Mean with weight exactly 1/k (DOMAIN section 3); null for an empty list. */
export function rerata(daftar: readonly Rasional[]): Rasional | null {
  return daftar.length === 0 ? null : jumlahkan(daftar).div(daftar.length);
}

/** Rounds half away from zero ("half up" for the figures of this domain, which are positive) to `desimal` places. */
export function bulatkan(nilai: Rasional, desimal = 2): Rasional {
  const faktor = 10n ** BigInt(desimal);
  const mutlak = nilai.abs();
  const utuh = (mutlak.n * faktor * 2n + mutlak.d) / (mutlak.d * 2n);
  return new Fraction(utuh, faktor).mul(nilai.s < 0n ? -1 : 1);
}

/** `"88.33"`: the form of `hitung` and of every machine-readable output. Never "-0.00". */
export function teksDesimal(nilai: Rasional, desimal = 2): string {
  const bulat = bulatkan(nilai, desimal);
  const faktor = 10n ** BigInt(desimal);
  const satuan = ((bulat.n * faktor) / bulat.d).toString().padStart(desimal + 1, '0');
  const tanda = bulat.s < 0n && bulat.n !== 0n ? '-' : '';
  return desimal === 0 ? tanda + satuan : `${tanda}${satuan.slice(0, -desimal)}.${satuan.slice(-desimal)}`;
}

/** `"88,33"`, thousands with a point: the form people read (DOMAIN section 9). */
export function teksIndonesia(nilai: Rasional | string, desimal = 2): string {
  const teks = typeof nilai === 'string' ? nilai : teksDesimal(nilai, desimal);
  const [utuh = '', pecahan] = teks.replace('-', '').split('.');
  const ribuan = utuh.replace(/\B(?=(\d{3})+$)/g, '.');
  return (teks.startsWith('-') ? '−' : '') + ribuan + (pecahan === undefined ? '' : `,${pecahan}`);
}

/** As short as possible: 3.50 → "3,5", 1.00 → "1". For numerators and weights inside a sentence. */
export function teksRingkas(nilai: Rasional | string, desimal = 2): string {
  const teks = typeof nilai === 'string' ? nilai : teksDesimal(nilai, desimal);
  return teksIndonesia(teks.includes('.') ? teks.replace(/\.?0+$/, '') : teks);
}

/** Whole numbers as people read them: 16912 → "16.912". */
export function teksBilangan(nilai: number | bigint): string {
  return teksIndonesia(String(nilai));
}

/** A count inside printed arithmetic: "3,5" where two places say it exactly, else the fraction itself, "2/3". */
export function teksPecahan(nilai: Rasional): string {
  return bulatkan(nilai).equals(nilai)
    ? teksRingkas(nilai)
    : `${nilai.s < 0n ? '−' : ''}${teksBilangan(nilai.n)}/${teksBilangan(nilai.d)}`;
}
