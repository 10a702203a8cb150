import type { StatusVerifikasi } from '../progres/progres.rules';

export type TindakanVerifikasi = 'simpan' | 'ajukan' | 'kembalikan' | 'verifikasi' | 'nyatakanTidakMemadai';

/** One table for the check, the buttons and the spec (DOMAIN section 5). `null` is *belum melapor*: there is no report yet. */
export const ALUR_VERIFIKASI: readonly {
  readonly dari: StatusVerifikasi | null;
  readonly tindakan: TindakanVerifikasi;
  readonly ke: StatusVerifikasi;
  /** unit: who reports; pemeriksa: another person */
  readonly oleh: 'unit' | 'pemeriksa';
  readonly perluAlasan: boolean;
}[] = [
  { dari: null, tindakan: 'simpan', ke: 'draf', oleh: 'unit', perluAlasan: false },
  { dari: 'draf', tindakan: 'simpan', ke: 'draf', oleh: 'unit', perluAlasan: false },
  { dari: 'draf', tindakan: 'ajukan', ke: 'diajukan', oleh: 'unit', perluAlasan: false },
  { dari: 'dikembalikan', tindakan: 'ajukan', ke: 'diajukan', oleh: 'unit', perluAlasan: false },
  { dari: 'bukti_tidak_memadai', tindakan: 'ajukan', ke: 'diajukan', oleh: 'unit', perluAlasan: false },
  { dari: 'diajukan', tindakan: 'kembalikan', ke: 'dikembalikan', oleh: 'pemeriksa', perluAlasan: true },
  { dari: 'diajukan', tindakan: 'verifikasi', ke: 'terverifikasi', oleh: 'pemeriksa', perluAlasan: false },
  { dari: 'diajukan', tindakan: 'nyatakanTidakMemadai', ke: 'bukti_tidak_memadai', oleh: 'pemeriksa', perluAlasan: true },
];

/**
 * The state after an act, or an Indonesian sentence why not. Nobody verifies their own report.
 * @param pelapor ids of all who entered or submitted the report
 */
export function langkahVerifikasi(
  status: StatusVerifikasi | null,
  tindakan: TindakanVerifikasi,
  { pelaku, pelapor, alasan }: { readonly pelaku: string; readonly pelapor: readonly string[]; readonly alasan?: string },
): { readonly ke: StatusVerifikasi } | { readonly ditolak: string } {
  const langkah = ALUR_VERIFIKASI.find((l) => l.dari === status && l.tindakan === tindakan);
  if (!langkah) return { ditolak: 'Laporan tidak sedang dalam keadaan yang memungkinkan tindakan ini. Muat ulang halamannya.' };
  if (langkah.oleh === 'pemeriksa' && pelapor.includes(pelaku)) return { ditolak: 'Laporan sendiri harus diperiksa orang lain.' };
  if (langkah.perluAlasan && !alasan?.trim())
    return { ditolak: 'Cantumkan alasannya; unit perlu tahu apa yang harus diperbaiki.' };
  return { ke: langkah.ke };
}
