import type { AlasanTidakDapat } from '../gerbang.rules';
import type { Bukti, StatusPelaksanaan } from '../progres.rules';

/** One piece of evidence as it stood when the report was submitted. */
export interface BuktiPengajuan extends Bukti {
  /** id of `bukti_laporan` */
  readonly id: string;
  /** whose part: `utama` or the id of a pendukung unit */
  readonly bagian: string;
  /** place in the kegiatan's expected evidence, where it fills one */
  readonly diharapkan?: number;
  /** the decision letter on which `tidak_dapat` rests */
  readonly surat?: boolean;
  /** of what is stored, and its size in bytes; files only */
  readonly sha256?: string;
  readonly ukuran?: number;
  readonly nama: string;
}

/** What a pendukung unit added. */
export interface KontribusiPengajuan {
  /** kode of the unit, and its name at that time */
  readonly unit: string;
  readonly nama: string;
  readonly uraian: string;
  readonly oleh: string;
}

/** A report as it was submitted: frozen, never written over (DOMAIN section 5). */
export interface IsiPengajuan {
  readonly status: StatusPelaksanaan;
  readonly deskripsi: string;
  readonly hambatan?: string;
  readonly tindakLanjutBerikut?: string;
  readonly alasan?: AlasanTidakDapat;
  /** what was done instead of the planned activity, and why */
  readonly kegiatanPengganti?: string;
  readonly alasanPengganti?: string;
  /** day or month of the activity */
  readonly mulai?: string;
  readonly selesai?: string;
  readonly kontribusi: readonly KontribusiPengajuan[];
  readonly bukti: readonly BuktiPengajuan[];
}
