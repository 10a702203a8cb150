import { jumlahkan, NOL, rerata, type Rasional } from '../shared/desimal';

/** Importance–performance analysis (Martilla & James 1977), where importance was asked too (DOMAIN section 3). */

export interface UnsurKepentingan {
  readonly unsur: string;
  /** mean importance, on the answer scale */
  readonly kepentingan: Rasional;
  /** mean satisfaction (NRR), on the same scale */
  readonly kinerja: Rasional;
}

export type Kuadran = 'prioritas-utama' | 'pertahankan' | 'prioritas-rendah' | 'berlebihan';

/** The axes stand at the means; a value on the axis counts as high. */
export function kuadran(daftar: readonly UnsurKepentingan[]): { readonly unsur: string; readonly kuadran: Kuadran }[] {
  const batasKepentingan = rerata(daftar.map((u) => u.kepentingan)) ?? NOL;
  const batasKinerja = rerata(daftar.map((u) => u.kinerja)) ?? NOL;
  return daftar.map(({ unsur, kepentingan, kinerja }) => {
    const penting = kepentingan.compare(batasKepentingan) >= 0;
    const baik = kinerja.compare(batasKinerja) >= 0;
    if (penting) return { unsur, kuadran: baik ? 'pertahankan' : 'prioritas-utama' };
    return { unsur, kuadran: baik ? 'berlebihan' : 'prioritas-rendah' };
  });
}

/**
 * CS index, 0–100: satisfaction weighted by each unsur's share of importance, over the top of the scale. Null when no importance was
 * given.
 * @param maks top of the answer scale
 */
export function indeksCs(daftar: readonly UnsurKepentingan[], maks: number): Rasional | null {
  const bobot = jumlahkan(daftar.map((u) => u.kepentingan));
  if (bobot.equals(0)) return null;
  return jumlahkan(daftar.map((u) => u.kepentingan.mul(u.kinerja)))
    .div(bobot)
    .mul(100)
    .div(maks);
}
