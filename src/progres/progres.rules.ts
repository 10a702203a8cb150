import { periode, urutkanPeriode, type KodePeriode } from '../shared/periode';

/** Status pelaksanaan, claimed by the unit (DOMAIN section 5). *Belum melapor* is none of these: it is the absence of a report. */
export type StatusPelaksanaan = 'belum' | 'sebagian' | 'sudah' | 'tidak_dapat';

export const NAMA_STATUS: Readonly<Record<StatusPelaksanaan, string>> = {
  sudah: 'Sudah',
  sebagian: 'Sebagian sudah dilaksanakan',
  belum: 'Belum',
  tidak_dapat: 'Tidak dapat dilaksanakan',
};

/** Status verifikasi, by another person: the second axis, never merged with the first (DOMAIN section 5). */
export type StatusVerifikasi = 'draf' | 'diajukan' | 'dikembalikan' | 'terverifikasi' | 'bukti_tidak_memadai';

/** What a unit reported on one kegiatan for one period. */
export interface Realisasi {
  readonly rencana: string;
  readonly kegiatan: string;
  readonly periode?: KodePeriode;
  readonly status: StatusPelaksanaan;
  readonly deskripsi: string;
  readonly hambatan?: string;
  readonly tindakLanjutBerikut?: string;
  /** what was done instead of the planned activity: a substitution */
  readonly kegiatanPengganti?: string;
  /** day or month */
  readonly mulai?: string;
  readonly selesai?: string;
  readonly bukti?: readonly Bukti[];
  /** absent for what was imported: nobody could verify it here */
  readonly verifikasi?: StatusVerifikasi;
}

export interface Bukti {
  readonly jenis: 'tautan' | 'foto' | 'dokumen';
  readonly url?: string;
  readonly berkas?: string;
  readonly keterangan?: string;
  /** day or month of the activity, not of the upload */
  readonly tanggal?: string;
}

/** Reports on one kegiatan, earliest first. One without a period stands where it was written among its like, before dated ones. */
export function urutkanRealisasi(daftar: readonly Realisasi[]): Realisasi[] {
  return daftar
    .map((r, i) => ({ r, i }))
    .sort((a, b) => {
      if (a.r.periode === undefined || b.r.periode === undefined) {
        return Number(a.r.periode !== undefined) - Number(b.r.periode !== undefined) || a.i - b.i;
      }
      return urutkanPeriode(periode(a.r.periode), periode(b.r.periode)) || a.i - b.i;
    })
    .map(({ r }) => r);
}

/** The state of a kegiatan is its latest report; undefined when nobody reported (*belum melapor*). */
export function realisasiTerakhir(daftar: readonly Realisasi[]): Realisasi | undefined {
  return urutkanRealisasi(daftar).at(-1);
}
