import { MEDAN_KEGIATAN, type IsiKegiatan, type MedanKegiatan } from '../susun/isi-kegiatan.rules';

/** One part of a kegiatan that two people wrote: as it was, as it is now, as the second one wants it. */
export interface Banding {
  readonly medan: MedanKegiatan;
  readonly dipakai: 'kini' | 'isian' | 'bentrok';
}

/**
 * Two edits of one kegiatan in one: of each part, whichever of the two changed it. Where both did, the second one's text goes into the
 * form and both are shown.
 * @param dasar what both began with
 */
export function gabungkan(
  dasar: IsiKegiatan,
  kini: IsiKegiatan,
  isian: IsiKegiatan,
): { readonly isi: IsiKegiatan; readonly banding: readonly Banding[] } {
  const banding: Banding[] = [];
  const pakai = new Set<MedanKegiatan>();
  for (const medan of MEDAN_KEGIATAN) {
    const [d, k, i] = [dasar, kini, isian].map((x) => JSON.stringify(nilai(x, medan)));
    if (k === i) continue;
    if (i === d) pakai.add(medan);
    banding.push({ medan, dipakai: i === d ? 'kini' : k === d ? 'isian' : 'bentrok' });
  }
  const ambil = <K extends keyof IsiKegiatan>(kolom: K, medan: MedanKegiatan): IsiKegiatan[K] =>
    (pakai.has(medan) ? kini : isian)[kolom];
  return {
    isi: {
      prioritasId: ambil('prioritasId', 'prioritas'),
      uraian: ambil('uraian', 'uraian'),
      unsur: ambil('unsur', 'unsur'),
      survei: ambil('survei', 'survei'),
      jadwal: ambil('jadwal', 'jadwal'),
      penanggungJawab: ambil('penanggungJawab', 'penanggungJawab'),
      keluaran: ambil('keluaran', 'keluaran'),
      indikator: ambil('indikator', 'indikator'),
      buktiDiharapkan: ambil('buktiDiharapkan', 'buktiDiharapkan'),
    },
    banding,
  };
}

export function nilai(isi: IsiKegiatan, medan: MedanKegiatan): unknown {
  return medan === 'prioritas' ? isi.prioritasId : isi[medan];
}
