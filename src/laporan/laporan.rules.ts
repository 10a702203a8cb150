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
