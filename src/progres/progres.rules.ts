import { indeksAkhir, indeksAwal, periode, type KodePeriode } from '../shared/periode';

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
  /** why; only what was collected here says so */
  readonly alasanPengganti?: string;
  /** why it cannot be carried out, in words; only what was collected here says so */
  readonly alasanTidakDapat?: string;
  /** day or month */
  readonly mulai?: string;
  readonly selesai?: string;
  readonly bukti?: readonly Bukti[];
  /** what the pendukung units added */
  readonly kontribusi?: readonly Kontribusi[];
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
  /** of `bukti_laporan`, and of the content that is stored; only what was collected here has them */
  readonly id?: string;
  readonly sha256?: string;
}

/** What a pendukung unit says it did. */
export interface Kontribusi {
  readonly nama: string;
  readonly uraian: string;
}

/**
 * Reports on one kegiatan, earliest first: by the end of their period, and of two that end together the longer one last, since it sums
 * up the shorter. One without a period stands before dated ones, among its like where it was written.
 */
export function urutkanRealisasi(daftar: readonly Realisasi[]): Realisasi[] {
  return daftar
    .map((r, i) => ({ r, i, p: r.periode === undefined ? null : periode(r.periode) }))
    .sort((a, b) => {
      if (!a.p || !b.p) return Number(a.p !== null) - Number(b.p !== null) || a.i - b.i;
      return indeksAkhir(a.p) - indeksAkhir(b.p) || indeksAwal(b.p) - indeksAwal(a.p) || a.i - b.i;
    })
    .map(({ r }) => r);
}

/** The state of a kegiatan is its latest report; undefined when nobody reported (*belum melapor*). */
export function realisasiTerakhir(daftar: readonly Realisasi[]): Realisasi | undefined {
  return urutkanRealisasi(daftar).at(-1);
}
