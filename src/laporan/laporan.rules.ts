import { hariTerakhir } from '../shared/tanggal';

export type JenisLaporan = 'hasil-tindak-lanjut' | 'monitoring-evaluasi' | 'skm' | 'capaian-rencana-aksi';

/** What a formal report needs beyond survey, plan and realisation (DOMAIN section 8). */
export interface CatatanLaporan {
  readonly jenis: JenisLaporan;
  readonly rencana: string;
  /** day or month */
  readonly tanggal: string;
  readonly tempat: string;
  readonly penandatangan: Penandatangan;
  /** the figure that the paper itself states, checked against the computed one */
  readonly persenTertulis?: number;
  readonly kesimpulanTambahan?: readonly string[];
}

export interface Penandatangan {
  readonly jabatan: string;
  readonly nama: string;
  readonly nip?: string;
  readonly pangkat?: string;
}

/** The latest of a plan's reports of these kinds, by date, not by the order in which they were filed; of one day the last. */
export function laporanTerbaru(
  laporan: readonly CatatanLaporan[],
  rencana: string,
  cocok: (jenis: JenisLaporan) => boolean,
): CatatanLaporan | null {
  const milik = laporan.filter((l) => l.rencana === rencana && cocok(l.jenis));
  return [...milik].sort((a, b) => hariTerakhir(a.tanggal).localeCompare(hariTerakhir(b.tanggal))).at(-1) ?? null;
}
