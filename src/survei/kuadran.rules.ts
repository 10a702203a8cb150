import type { Instrumen } from '../instrumen/instrumen.rules';
import { rasional, rerata, type Rasional } from '../shared/desimal';
import { indeksCs, kuadran, type Kuadran } from './kepentingan.rules';
import type { HasilSurvei } from './skor.rules';

/** How important respondents said an unsur is: answers given and their sum, on the answer scale. */
export interface HitunganKepentingan {
  readonly unsur: string;
  readonly n: number;
  readonly jumlah: number;
}

export interface TitikKuadran {
  readonly unsur: string;
  readonly kepentingan: Rasional;
  readonly kinerja: Rasional;
  /** kinerja − kepentingan; below zero is less than what people ask for */
  readonly kesenjangan: Rasional;
  readonly kuadran: Kuadran;
}

export interface AnalisisKepentingan {
  /** in the instrument's order */
  readonly titik: readonly TitikKuadran[];
  /** where the lines cut: the means of the unsur that have both figures */
  readonly batas: { readonly kepentingan: Rasional; readonly kinerja: Rasional };
  /** customer satisfaction index, 0–100 */
  readonly indeksCs: Rasional;
  /** kode of unsur with satisfaction but without importance, left out of all of the above */
  readonly tanpaKepentingan: readonly string[];
}

export const NOMOR_KUADRAN: Readonly<Record<Kuadran, string>> = {
  'prioritas-utama': 'I',
  pertahankan: 'II',
  'prioritas-rendah': 'III',
  berlebihan: 'IV',
};

export const NAMA_KUADRAN: Readonly<Record<Kuadran, string>> = {
  'prioritas-utama': 'Prioritas utama',
  pertahankan: 'Pertahankan',
  'prioritas-rendah': 'Prioritas rendah',
  berlebihan: 'Berlebihan',
};

/** Importance against performance (Martilla & James 1977); null where importance was not asked of any scored unsur. */
export function analisisKepentingan(
  hasil: HasilSurvei,
  kepentingan: readonly HitunganKepentingan[],
  instrumen: Instrumen,
): AnalisisKepentingan | null {
  const penting = new Map(kepentingan.filter((k) => k.n > 0).map((k) => [k.unsur, rasional(k.jumlah, k.n)]));
  const daftar = hasil.unsur.flatMap((u) => {
    const nilai = penting.get(u.unsur);
    return nilai ? [{ unsur: u.unsur, kepentingan: nilai, kinerja: u.nrr }] : [];
  });
  const [batasKepentingan, batasKinerja] = [rerata(daftar.map((d) => d.kepentingan)), rerata(daftar.map((d) => d.kinerja))];
  const cs = indeksCs(daftar, instrumen.skala.maks);
  if (!batasKepentingan || !batasKinerja || !cs) return null;
  const letak = new Map(kuadran(daftar).map((k) => [k.unsur, k.kuadran]));
  return {
    titik: daftar.map((d) => ({
      ...d,
      kesenjangan: d.kinerja.sub(d.kepentingan),
      kuadran: letak.get(d.unsur) ?? 'prioritas-rendah',
    })),
    batas: { kepentingan: batasKepentingan, kinerja: batasKinerja },
    indeksCs: cs,
    tanpaKepentingan: hasil.unsur.filter((u) => !penting.has(u.unsur)).map((u) => u.unsur),
  };
}
