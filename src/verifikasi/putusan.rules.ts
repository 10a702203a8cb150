import type { StatusPelaksanaan } from '../progres/progres.rules';

/** What the verifier says of one piece of evidence, or of one expected place that stayed empty. */
export interface PutusanBukti {
  /** id of `bukti_laporan`; absent for an expected place without evidence */
  readonly bukti?: string;
  /** place in the kegiatan's expected evidence */
  readonly diharapkan?: number;
  readonly memadai: boolean;
  readonly catatan?: string;
}

/** Decisions on a submitted report; *cabut* takes the last one back as a new entry. */
export type TindakanPutusan =
  'verifikasi' | 'kembalikan' | 'nyatakanTidakMemadai' | 'cabut' | 'setujuiTidakDapat' | 'tolakTidakDapat';

/** The three with which a verifier ends the examination of a report. */
export const PUTUSAN_PEMERIKSA = ['verifikasi', 'kembalikan', 'nyatakanTidakMemadai'] as const;
export type PutusanPemeriksa = (typeof PUTUSAN_PEMERIKSA)[number];

/** One thing that a verifier looks at: a piece of evidence, or an expected place that nobody filled. */
export interface ButirPeriksa {
  /** of its field in the form, and in `PutusanBukti`: `b.<id>` or `d.<place>` */
  readonly medan: string;
  readonly bukti?: string;
  readonly diharapkan?: number;
  readonly nama: string;
}

/**
 * What there is to judge: every piece of evidence that was submitted, then every expected place that stayed empty. The letter on which
 * `tidak_dapat` rests is evidence like any other.
 * @param bukti as submitted
 * @param diharapkan the expected evidence of that period
 */
export function butirPeriksa(
  bukti: readonly { readonly id: string; readonly nama: string; readonly diharapkan?: number }[],
  diharapkan: readonly { readonly urutan: number; readonly uraian: string }[],
): ButirPeriksa[] {
  const terisi = new Set(bukti.map((b) => b.diharapkan));
  return [
    ...bukti.map(({ id, nama, diharapkan: tempat }) => ({
      ...{ medan: `b.${id}`, bukti: id, nama },
      ...(tempat === undefined ? {} : { diharapkan: tempat }),
    })),
    ...diharapkan
      .filter((d) => !terisi.has(d.urutan))
      .map((d) => ({ medan: `d.${d.urutan}`, diharapkan: d.urutan, nama: d.uraian })),
  ];
}

/** Whether an empty expected place stands in the way of verifying: only what is said to be done must be proven. */
export function wajibMemadai(butir: ButirPeriksa, status: StatusPelaksanaan): boolean {
  return butir.bukti !== undefined || status === 'sudah';
}

/**
 * What speaks against a decision, by field; empty when it may be taken. All at once. Verifying says that everything is enough; saying
 * that the evidence is not enough says which, where there is any.
 */
export function masalahPutusan(
  tindakan: PutusanPemeriksa,
  status: StatusPelaksanaan,
  butir: readonly ButirPeriksa[],
  nilai: (butir: ButirPeriksa) => boolean,
): { readonly medan: string; readonly pesan: string }[] {
  const kurang = butir.filter((b) => !nilai(b));
  if (tindakan === 'verifikasi')
    return kurang
      .filter((b) => wajibMemadai(b, status))
      .map((b) => ({
        medan: b.medan,
        pesan:
          b.bukti === undefined
            ? `Bukti yang diharapkan belum ada: ${b.nama}. Nyatakan tidak diperlukan, atau kembalikan laporannya`
            : `${b.nama} Anda nyatakan tidak memadai, jadi laporan belum dapat diverifikasi`,
      }));
  if (tindakan === 'nyatakanTidakMemadai' && butir.length > 0 && kurang.length === 0)
    return [{ medan: butir[0]?.medan ?? 'tindakan', pesan: 'Tandai bukti mana yang tidak memadai' }];
  return [];
}
