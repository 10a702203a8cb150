export type Hak = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

const SEMUA: readonly Hak[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];
/** History: rows are added and read. */
const TAMBAH: readonly Hak[] = ['SELECT', 'INSERT'];
/** Nothing is deleted here: rows end with a date. */
const TANPA_HAPUS: readonly Hak[] = ['SELECT', 'INSERT', 'UPDATE'];

/**
 * What the running application may do to each table, given at every start to its own database role. A table that is not named here is
 * closed to it; the list of migrations (`migrasi`) is so on purpose.
 */
export const HAK_APLIKASI: Readonly<Record<string, readonly Hak[]>> = {
  aturan_profil: TAMBAH,
  adendum: TAMBAH,
  anggota_kelompok: SEMUA,
  aturan_realisasi: TAMBAH,
  audit: TAMBAH,
  audit_rantai: ['SELECT'],
  bukti: SEMUA,
  bukti_diharapkan: SEMUA,
  identitas_luar: SEMUA,
  impor_respons: TANPA_HAPUS,
  instansi: TANPA_HAPUS,
  instrumen: TANPA_HAPUS,
  jabatan: TANPA_HAPUS,
  kebijakan_masuk: TANPA_HAPUS,
  kegiatan: SEMUA,
  kelompok_unit: SEMUA,
  kode_pemulihan: SEMUA,
  kop_instansi: TANPA_HAPUS,
  laporan: TANPA_HAPUS,
  letak_jabatan: TANPA_HAPUS,
  mutasi: TANPA_HAPUS,
  nama_jabatan: TANPA_HAPUS,
  nama_unit: TANPA_HAPUS,
  pemberitahuan: TANPA_HAPUS,
  pembatas: SEMUA,
  pemetaan_respons: TANPA_HAPUS,
  penanggung_jawab: SEMUA,
  pengguna: TANPA_HAPUS,
  penugasan: TANPA_HAPUS,
  penyedia_identitas: TANPA_HAPUS,
  peran: TANPA_HAPUS,
  perangkat: SEMUA,
  perjalanan_oidc: SEMUA,
  prioritas: SEMUA,
  prioritas_dilewati: SEMUA,
  realisasi: TANPA_HAPUS,
  rencana: TANPA_HAPUS,
  rencana_awal: TAMBAH,
  respons: SEMUA,
  saran: TANPA_HAPUS,
  saran_riwayat: TAMBAH,
  saran_tanggapan: TAMBAH,
  saran_tindak_lanjut: ['SELECT', 'INSERT', 'DELETE'],
  riwayat_rencana: TAMBAH,
  sesi: SEMUA,
  slot: ['SELECT', 'INSERT', 'DELETE'],
  surat_keluar: SEMUA,
  survei: TANPA_HAPUS,
  survei_layanan: SEMUA,
  survei_layanan_unsur: SEMUA,
  survei_profil: SEMUA,
  survei_unsur: SEMUA,
  tautan_akun: SEMUA,
  uji_buku: SEMUA,
  undangan_peran: TANPA_HAPUS,
  unit: TANPA_HAPUS,
  usulan_adendum: TANPA_HAPUS,
  bukti_laporan: TANPA_HAPUS,
  cek_tautan: TAMBAH,
  isian_laporan: TANPA_HAPUS,
  jendela_laporan: TAMBAH,
  komentar_laporan: TAMBAH,
  laporan_dibuka: TANPA_HAPUS,
  laporan_slot: TANPA_HAPUS,
  objek_berkas: TANPA_HAPUS,
  pengajuan_laporan: TAMBAH,
  putaran_jadwal: SEMUA,
  putusan_laporan: TAMBAH,
  serah_terima: TAMBAH,
  telepon_unggah: TANPA_HAPUS,
  unggahan: SEMUA,
};

/**
 * Columns that may change, of tables of which not all may: who somebody is (`id`, `surel`), what they are for the installation
 * (`operator`, `contoh`) and since when is settled when the account is made.
 */
export const KOLOM_UBAH: Readonly<Record<string, readonly string[]>> = {
  pengguna: ['nama', 'sandi', 'surel_terbukti', 'dinonaktifkan', 'totp_rahasia', 'totp_sejak', 'totp_langkah'],
};

/** The rights on a table as PostgreSQL writes them: `SELECT`, `UPDATE (nama)`. */
export function rincianHak(tabel: string): string[] {
  return (HAK_APLIKASI[tabel] ?? []).flatMap((hak) => {
    const kolom = hak === 'UPDATE' ? KOLOM_UBAH[tabel] : undefined;
    return kolom ? kolom.map((nama) => `UPDATE (${nama})`) : [hak];
  });
}
