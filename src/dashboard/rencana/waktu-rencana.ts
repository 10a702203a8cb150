import type { BerkasRencana } from '../../realisasi/hasil.rules';
import { masaLaporan, tahunRencana } from '../kolom.view';
import { bacaWaktu, type Waktu } from '../waktu.view';

/** The year of the latest report, else the first of the schedule. */
export function tahunBaku(
  { realisasi, rencana }: Pick<BerkasRencana, 'realisasi' | 'rencana'>,
  daftarTahun: readonly number[],
): number | null {
  const kegiatan = new Map(rencana.prioritas.flatMap((p) => p.kegiatan.map((k) => [k.kode, k])));
  const masa = realisasi.flatMap((r) => masaLaporan(r, kegiatan.get(r.kegiatan)) ?? []);
  const terakhir = Math.max(...masa.map((m) => m.akhir));
  return Number.isFinite(terakhir) ? Math.floor(terakhir / 12) : (daftarTahun[0] ?? null);
}

/** The time of a plan's pages: every year of the agency may be chosen, so that the choice holds on all of them; its own is the usual one. */
export function waktuRencana(
  berkas: Pick<BerkasRencana, 'rencana' | 'realisasi' | 'rencanaLain' | 'survei'>,
  kueriHttp: Readonly<Record<string, unknown>>,
): Waktu {
  const sendiri = tahunRencana(berkas.rencana, berkas.realisasi);
  const lain = berkas.rencanaLain.flatMap((b) => tahunRencana(b.rencana, b.realisasi));
  const semua = [...new Set([...sendiri, ...lain, ...berkas.survei.map((s) => s.periode.tahun)])].sort((a, b) => a - b);
  return bacaWaktu(kueriHttp, semua, tahunBaku(berkas, sendiri) ?? semua.at(-1) ?? null);
}
