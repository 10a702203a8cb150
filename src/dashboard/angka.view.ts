import { bulatkan, teksIndonesia, type Rasional } from '../shared/desimal';

/** What a page prints where a figure does not exist. */
export const TIADA = '–';

export const angka = (nilai: Rasional | null | undefined): string => (nilai ? teksIndonesia(nilai) : TIADA);

/** Difference of two figures as they are printed, with its sign: `−1,50`, `+0,04`, `0,00`. */
export function selisih(kini: Rasional, lalu: Rasional): string {
  return bertanda(bulatkan(kini).sub(bulatkan(lalu)));
}

export function bertanda(nilai: Rasional): string {
  const teks = teksIndonesia(nilai);
  return nilai.compare(0) > 0 ? `+${teks}` : teks;
}

/** For positions in a chart only; a figure that people read is never a binary float. */
export const posisi = (nilai: Rasional): number => nilai.valueOf();

/** `88,38 A`, or only what is known of the two. */
export function nilaiMutu(nilai: Rasional | null, mutu: string | null): string {
  return [nilai && teksIndonesia(nilai), mutu].filter(Boolean).join(' ') || TIADA;
}
