import type { HasilUnsur } from './skor.rules';

/**
 * The unsur that fill the `jumlah` lowest places on unrounded values, lowest first. Equal values form one group; the group that
 * reaches the cut is listed whole, so that every unsur that ties there is proposed (DOMAIN section 4; KPU: U5 = U6 in third place).
 */
export function unsurTerendah(unsur: readonly HasilUnsur[], jumlah = 3): string[][] {
  const urut = [...unsur].sort((a, b) => a.nilai.compare(b.nilai));
  const kelompok: string[][] = [];
  let terisi = 0;
  for (let i = 0; i < urut.length && terisi < jumlah;) {
    const pertama = urut[i];
    const seri = urut.filter((u) => pertama && u.nilai.equals(pertama.nilai)).map((u) => u.unsur);
    kelompok.push(seri);
    terisi += seri.length;
    i += seri.length;
  }
  return kelompok;
}

/** True when the last group holds more unsur than there were places left: a tie at the cut, to be decided by people. */
export function seriDiBatas(kelompok: readonly (readonly string[])[], jumlah = 3): boolean {
  return kelompok.flat().length > jumlah;
}
