import type { Kegiatan, Prioritas, Rencana } from '../rtl/rtl.rules';
import { indeksAkhir } from '../shared/periode';
import type { Survei } from '../survei/survei.rules';

/** Where a kegiatan stood when it was last reported on; *belum melapor* is the absence of a report. */
export type StatusLalu = 'sudah' | 'sebagian' | 'belum' | 'tidak_dapat' | 'belum_melapor';

/** A kegiatan of an earlier plan that is not finished. */
export interface KegiatanTerbuka {
  readonly rencana: Rencana;
  readonly prioritas: Prioritas;
  readonly kegiatan: Kegiatan;
  readonly status: StatusLalu;
}

/** What is done, and what cannot be done, is not carried on. */
export function terbuka(status: StatusLalu): boolean {
  return status !== 'sudah' && status !== 'tidak_dapat';
}

/** Last month that a plan is about, as months since year 0: of its own period, or of its survey's; null when neither is known. */
export function akhirRencana(rencana: Rencana, survei: readonly Survei[]): number | null {
  const periode = rencana.periode ?? survei.find((s) => s.kode === rencana.survei)?.periode;
  return periode === undefined ? null : indeksAkhir(periode);
}

/** Plans that were ditetapkan for an earlier time, the latest first. */
export function rencanaSebelumnya(kini: Rencana, semua: readonly Rencana[], survei: readonly Survei[]): Rencana[] {
  const batas = akhirRencana(kini, survei);
  return semua
    .map((rencana) => ({ rencana, akhir: akhirRencana(rencana, survei) }))
    .filter((x) => x.rencana.kode !== kini.kode && x.rencana.status === 'ditetapkan')
    .filter((x) => batas !== null && x.akhir !== null && x.akhir < batas)
    .sort((a, b) => (b.akhir ?? 0) - (a.akhir ?? 0))
    .map((x) => x.rencana);
}

/** The unfinished kegiatan of plans, in plan order. @param status of a kegiatan by plan and kode */
export function kegiatanTerbuka(
  rencana: readonly Rencana[],
  status: (rencana: string, kegiatan: string) => StatusLalu,
): KegiatanTerbuka[] {
  return rencana.flatMap((r) =>
    r.prioritas.flatMap((prioritas) =>
      prioritas.kegiatan
        .map((kegiatan) => ({ rencana: r, prioritas, kegiatan, status: status(r.kode, kegiatan.kode) }))
        .filter((k) => terbuka(k.status)),
    ),
  );
}

/** The prioritas of the new plan to which a carried kegiatan belongs by itself: one that shares an unsur, or has the same title. */
export function prioritasSerupa<P extends Pick<Prioritas, 'judul' | 'unsur'>>(lama: Prioritas, baru: readonly P[]): P | null {
  const sama = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
  return baru.find((p) => p.unsur.some((u) => lama.unsur.includes(u))) ?? baru.find((p) => sama(p.judul, lama.judul)) ?? null;
}
