import type { Instrumen } from './instrumen.rules';

export const pokokInstrumen = ({ kode, pokok }: Instrumen): string => pokok ?? kode;
export const nomorVersi = ({ versi }: Instrumen): number => versi ?? 1;

/** Whether new surveys use this one: there is no later version of it. */
export function versiTerakhir(instrumen: Instrumen, semua: readonly Instrumen[]): boolean {
  return !semua.some((i) => pokokInstrumen(i) === pokokInstrumen(instrumen) && nomorVersi(i) > nomorVersi(instrumen));
}

/** `LOKET`, then `LOKET-V2`, and on where somebody took that name already. */
export function versiBerikut(
  instrumen: Instrumen,
  semua: readonly Instrumen[],
): { readonly kode: string; readonly pokok: string; readonly versi: number } {
  const pokok = pokokInstrumen(instrumen);
  const versi = Math.max(...semua.filter((i) => pokokInstrumen(i) === pokok).map(nomorVersi)) + 1;
  const dipakai = new Set(semua.map((i) => i.kode.toLowerCase()));
  let kode = `${pokok}-V${versi}`;
  while (dipakai.has(kode.toLowerCase())) kode += 'B';
  return { kode, pokok, versi };
}
