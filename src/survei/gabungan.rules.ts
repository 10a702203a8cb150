import { jumlahkan, rasional, rerata, type Rasional } from '../shared/desimal';

/** How several services or months become one figure: a stated choice, printed beside the figure (DOMAIN section 3). */
export type CaraGabung = 'tertimbang-responden' | 'rata-rata-sederhana';

export interface NilaiBagian {
  readonly kode: string;
  readonly nilai: Rasional | null;
  /** number of respondents, where it is known */
  readonly n?: number;
}

export interface HasilGabungan {
  /** null when nothing could be combined */
  readonly nilai: Rasional | null;
  readonly cara: CaraGabung;
  readonly dihitung: readonly string[];
  readonly dikecualikan: readonly { readonly kode: string; readonly alasan: string }[];
}

/** Combines the nilai of services or months. Weighted by respondents, a part without n cannot be averaged and is named. */
export function gabungkan(bagian: readonly NilaiBagian[], cara: CaraGabung): HasilGabungan {
  const alasan = ({ nilai, n }: NilaiBagian): string | null => {
    if (!nilai) return 'tidak ada nilai';
    return cara === 'tertimbang-responden' && !n ? 'jumlah responden tidak diketahui' : null;
  };
  const dipakai = bagian.flatMap((b) => (b.nilai && alasan(b) === null ? [{ kode: b.kode, nilai: b.nilai, n: b.n ?? 0 }] : []));
  const n = dipakai.reduce((total, b) => total + b.n, 0);
  const tertimbang = () => (n === 0 ? null : jumlahkan(dipakai.map((b) => b.nilai.mul(b.n))).div(rasional(n)));
  return {
    nilai: cara === 'tertimbang-responden' ? tertimbang() : rerata(dipakai.map((b) => b.nilai)),
    cara,
    dihitung: dipakai.map((b) => b.kode),
    dikecualikan: bagian.flatMap((b) => {
      const sebab = alasan(b);
      return sebab === null ? [] : [{ kode: b.kode, alasan: sebab }];
    }),
  };
}

/**
 * Sub-questions average into their unsur, each with equal weight; extra questions belong to no unsur and never enter the index
 * (DOMAIN section 3).
 * @param pertanyaan NRR of each question; `unsur` null for an extra one
 */
export function nrrDariPertanyaan(
  pertanyaan: readonly { readonly unsur: string | null; readonly nrr: Rasional }[],
): Map<string, Rasional> {
  const per = new Map<string, Rasional[]>();
  for (const { unsur, nrr } of pertanyaan) if (unsur !== null) per.set(unsur, [...(per.get(unsur) ?? []), nrr]);
  return new Map([...per].flatMap(([unsur, daftar]) => {
    const nilai = rerata(daftar);
    return nilai ? [[unsur, nilai] as const] : [];
  })); // prettier-ignore
}
