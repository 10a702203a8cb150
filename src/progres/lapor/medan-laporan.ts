import { UTAMA, type Bagian } from './tempat-lapor';

/** What is entered in the utama's part, in the order of the form. Drafts are text as it was typed; `kelengkapan` reads it. */
export const MEDAN_UTAMA = [
  ...(['status', 'deskripsi', 'hambatan', 'tindakLanjutBerikut', 'alasan', 'mulai', 'selesai'] as const),
  ...(['kegiatanPengganti', 'alasanPengganti', 'penugasan', 'atasNama', 'atasNamaJabatan'] as const),
] as const;

/** What a pendukung unit enters. */
export const MEDAN_PENDUKUNG = ['uraian'] as const;

export type MedanUtama = (typeof MEDAN_UTAMA)[number];
export type MedanLaporan = MedanUtama | (typeof MEDAN_PENDUKUNG)[number];

export const NAMA_MEDAN: Readonly<Record<MedanLaporan, string>> = {
  status: 'Status pelaksanaan',
  deskripsi: 'Uraian pelaksanaan',
  hambatan: 'Hambatan',
  tindakLanjutBerikut: 'Langkah berikutnya',
  alasan: 'Alasan tidak dapat dilaksanakan',
  mulai: 'Mulai dilaksanakan',
  selesai: 'Selesai dilaksanakan',
  kegiatanPengganti: 'Kegiatan pengganti',
  alasanPengganti: 'Alasan penggantian',
  penugasan: 'Pejabat yang bertanggung jawab',
  atasNama: 'Nama pejabat',
  atasNamaJabatan: 'Jabatannya',
  uraian: 'Kontribusi',
};

/** Characters; a draft longer than that is refused, never cut. */
export const PANJANG_MEDAN: Readonly<Record<MedanLaporan, number>> = {
  status: 20,
  deskripsi: 4000,
  hambatan: 2000,
  tindakLanjutBerikut: 2000,
  alasan: 40,
  mulai: 40,
  selesai: 40,
  kegiatanPengganti: 1000,
  alasanPengganti: 1000,
  penugasan: 40,
  atasNama: 200,
  atasNamaJabatan: 200,
  uraian: 4000,
};

/** Fields that may be taken over from the report before. */
export const MEDAN_SALIN = ['deskripsi', 'hambatan', 'tindakLanjutBerikut'] as const;
export type MedanSalin = (typeof MEDAN_SALIN)[number];

/** The one field of one part. */
export interface LetakMedan {
  readonly bagian: Bagian;
  readonly medan: MedanLaporan;
}

export function adalahMedan(bagian: Bagian, medan: string): medan is MedanLaporan {
  return (bagian === UTAMA ? MEDAN_UTAMA : MEDAN_PENDUKUNG).some((m) => m === medan);
}

export function medanBagian(bagian: Bagian): readonly MedanLaporan[] {
  return bagian === UTAMA ? MEDAN_UTAMA : MEDAN_PENDUKUNG;
}

/** Name of the field in the form, and its id on the page: `hambatan`, `uraian-<id of the unit>`. */
export function namaIsian({ bagian, medan }: LetakMedan): string {
  return bagian === UTAMA ? medan : `${medan}-${bagian}`;
}

/** Control characters but line end and tab. */
const KENDALI = /(?![\n\t])\p{Cc}/u;

/** As a text is kept: line ends of one kind, composed letters; blanks stay, for somebody is still typing. */
export function rapikanNilai(nilai: string): string {
  return nilai.replace(/\r\n?/g, '\n').normalize('NFC');
}

/** Why a value cannot be kept even as a draft; null when it can. */
export function masalahNilai(medan: MedanLaporan, nilai: string): string | null {
  if (KENDALI.test(nilai) || !nilai.isWellFormed()) return 'Hapus huruf yang tidak terbaca dari isian ini';
  const maks = PANJANG_MEDAN[medan];
  return nilai.length > maks
    ? `Ringkas menjadi paling banyak ${maks} huruf; kini ${nilai.length}. Kelebihannya belum tersimpan`
    : null;
}
