import { peristiwa, type NilaiAudit } from './bentuk-peristiwa';
import { PERISTIWA_LAPOR } from './peristiwa-lapor';

type AturanAudit = {
  versi: number;
  satuan: string;
  bobotSebagian: number;
  dasar: string | null;
  tidakDapat: string | null;
  pengganti: string | null;
};

type KelompokAudit = { nama: string; unit: readonly string[] };
type AturanProfilAudit = { versi: number; usia: string; pendidikan: string; pekerjaan: string };

type PengaturanAudit = {
  nama: string;
  singkatan: string;
  kota: string;
  zonaWaktu: string;
  situs: string | null;
  kopSurat: readonly string[];
  kertas: string | null;
  skalaGanda: boolean | null;
  jumlahPrioritas: number | null;
};

type PenugasanAudit = {
  jabatanId: string;
  penggunaId: string;
  status: string;
  mulai: string;
  selesai: string | null;
  nama: string;
  nip: string | null;
  pangkat: string | null;
  dasar: string | null;
};

type PeranAudit = {
  penggunaId: string;
  peran: string;
  unit: string | null;
  mulai: string;
  selesai: string | null;
  dasar: string | null;
};

type KegiatanAudit = {
  kode: string;
  prioritas: number;
  uraian: string;
  unsur: readonly string[] | null;
  survei: string | null;
  jadwal: readonly string[];
  penanggungJawab: readonly string[];
  keluaran: string | null;
  indikator: string | null;
  buktiDiharapkan: readonly string[];
};

type RencanaAudit = {
  kode: string;
  judul: string;
  survei: string | null;
  periode: string | null;
  satuanJadwal: string;
  asal: string | null;
};

type PrioritasAudit = {
  no: number;
  judul: string;
  program: string | null;
  unsur: readonly string[];
  asal: string | null;
  alasan: string | null;
};

type KeadaanUndanganAudit = { keadaan: string };
type PenetapanSaranAudit = {
  status: string;
  unsur: string | null;
  unit: string | null;
};

type DataSurveiAudit = {
  judul: string;
  periode: string;
  instrumen: string;
  aliran: string | null;
  pelaksanaan: string | null;
  tanggalTerbit: string | null;
  populasi: number | null;
  jumlahResponden: number | null;
  respondenPerLayanan: string | null;
  profil: string | null;
};

type HasilSurveiAudit = { tingkat: string; unsur: string | null; urutan: string | null; terbit: string | null };

type InstrumenAudit = {
  kode: string;
  nama: string;
  versi: number;
  peraturan: string | null;
  berlaku: string | null;
  skala: string;
  unsur: readonly string[];
  mutu: readonly string[];
};

type ResponsAudit = { tingkat: string; jumlahRespons: number | null; sidikRespons: string | null };

/** Every event that can be written, alphabetical. A kind that is in use is never renamed or removed: old entries keep it. */
export const PERISTIWA = {
  ...PERISTIWA_LAPOR,
  'adendum.setujui': peristiwa<null, { nomor: number; jenis: string; kegiatan: string; isi: NilaiAudit }>('menyetujui adendum'),
  'adendum.tarik': peristiwa<null, { jenis: string; kegiatan: string }>('menarik usulan adendum'),
  'adendum.tolak': peristiwa<null, { jenis: string; kegiatan: string }>('menolak usulan adendum'),
  'adendum.usulkan': peristiwa<null, { jenis: string; kegiatan: string; isi: NilaiAudit }>('mengusulkan adendum'),
  'akun.akhiri_sesi': peristiwa<null, { jumlah: number }>('mengakhiri sesi lain'),
  'akun.aktifkan': peristiwa<{ aktif: boolean }, { aktif: boolean; surel: string }>('mengaktifkan akun'),
  'akun.ganti_nama': peristiwa<{ nama: string }, { nama: string }>('mengganti nama akun'),
  'akun.ganti_sandi': peristiwa<null, { sesiDiakhiri: number }>('mengganti kata sandi'),
  'akun.kode_pemulihan': peristiwa<null, { jumlah: number }>('membuat kode pemulihan baru'),
  'akun.nonaktifkan': peristiwa<{ aktif: boolean }, { aktif: boolean; surel: string; sesiDiakhiri: number }>(
    'menonaktifkan akun',
  ),
  'akun.totp_lepas': peristiwa<null, null>('melepas verifikasi dua langkah'),
  'akun.totp_pasang': peristiwa<null, null>('memasang verifikasi dua langkah'),
  'akun.totp_setel_ulang': peristiwa<null, { sesiDiakhiri: number }>('melepas verifikasi dua langkah milik orang lain'),
  'aturan.ubah': peristiwa<AturanAudit | null, AturanAudit>('mengubah aturan persentase'),
  'aturan_profil.ubah': peristiwa<AturanProfilAudit, AturanProfilAudit>('mengubah kelompok profil'),
  'audit.ekspor': peristiwa<null, { saringan: string }>('mengekspor log audit'),
  'instansi.buat': peristiwa<null, { kode: string; nama: string; kota: string; zonaWaktu: string; adminPertama: string }>(
    'membuat instansi',
  ),
  'instansi.logo': peristiwa<{ jenis: string | null }, { jenis: string | null }>('mengganti logo'),
  'instansi.ubah': peristiwa<PengaturanAudit, PengaturanAudit>('mengubah pengaturan instansi'),
  'instrumen.buat': peristiwa<null, InstrumenAudit>('membuat instrumen'),
  'instrumen.ubah': peristiwa<InstrumenAudit, InstrumenAudit>('mengubah instrumen'),
  'instrumen.versi': peristiwa<{ kode: string }, InstrumenAudit>('membuat versi baru instrumen'),
  'jabatan.buat': peristiwa<null, { nama: string; unit: string; memimpin: boolean }>('membuat jabatan'),
  'jabatan.tutup': peristiwa<{ ada: boolean }, { ada: boolean; sejak: string }>('menutup jabatan'),
  'jabatan.ubah_nama': peristiwa<{ nama: string }, { nama: string; sejak: string }>('mengubah nama jabatan'),
  'kegiatan.buat': peristiwa<null, KegiatanAudit>('membuat kegiatan'),
  'kegiatan.hapus': peristiwa<KegiatanAudit, null>('membatalkan kegiatan dari draf'),
  'kegiatan.ubah': peristiwa<KegiatanAudit, KegiatanAudit>('mengubah kegiatan'),
  'kegiatan.urutkan': peristiwa<null, { kode: string; arah: string }>('mengurutkan kegiatan'),
  'kelompok.buat': peristiwa<null, KelompokAudit>('membuat kelompok unit'),
  'kelompok.ubah': peristiwa<KelompokAudit, KelompokAudit>('mengubah kelompok unit'),
  'masuk.berhasil': peristiwa<null, { cara: string }>('masuk'),
  'masuk.gagal': peristiwa<null, { sebab: string }>('gagal masuk'),
  'masuk.kebijakan': peristiwa<{ totpWajib: readonly string[] }, { totpWajib: readonly string[] }>('mengubah syarat masuk'),
  'masuk.keluar': peristiwa<null, null>('keluar'),
  'masuk.penyedia': peristiwa<
    { label: string; penerbit: string; klienId: string; aktif: boolean } | null,
    { label: string; penerbit: string; klienId: string; aktif: boolean; rahasiaDiganti: boolean }
  >('mengubah penyedia identitas'),
  'mutasi.batalkan': peristiwa<{ status: string }, { status: string }>('membatalkan mutasi'),
  'mutasi.jalankan': peristiwa<null, { tanggal: string; langkah: readonly string[] }>('menjalankan mutasi'),
  'mutasi.mulai': peristiwa<null, { penugasanId: string; tanggal: string }>('memulai mutasi'),
  'mutasi.periksa': peristiwa<{ status: string }, { status: string; langkah: readonly string[] }>('menguji coba mutasi'),
  'operator.buat': peristiwa<null, { surel: string; nama: string }>('membuat operator'),
  'paket.impor': peristiwa<null, { baru: number; berubah: number; tetap: number; dibiarkan: number; sumber: string | null }>(
    'mengimpor paket',
  ),
  'pengguna.kaitkan': peristiwa<null, { penerbit: string }>('mengaitkan akun dengan penyedia identitas'),
  'pengguna.undang': peristiwa<null, { surel: string; nama: string }>('mengundang pengguna'),
  'penugasan.akhiri': peristiwa<{ selesai: string | null }, { selesai: string }>('mengakhiri penugasan'),
  'penugasan.buka': peristiwa<null, PenugasanAudit>('menugaskan'),
  'peran.akhiri': peristiwa<{ selesai: string | null }, { selesai: string }>('mengakhiri peran'),
  'peran.beri': peristiwa<null, PeranAudit>('memberi peran'),
  'saran.ekspor': peristiwa<null, { saringan: string }>('mengekspor saran'),
  'saran.jangan_terbitkan': peristiwa<{ status: string }, { status: string }>('memutuskan saran tidak diterbitkan'),
  'saran.kecualikan': peristiwa<{ status: string }, { status: string }>('mengecualikan jawaban tanpa saran'),
  'saran.pulihkan': peristiwa<{ status: string }, { status: string }>('memulihkan saran'),
  'saran.tanggapi': peristiwa<{ status: string }, { status: string; tanggapan: string }>('menanggapi saran'),
  'saran.terbitkan': peristiwa<{ status: string }, { status: string; teksTerbit: string }>('menyatakan saran layak terbit'),
  'saran.terima': peristiwa<null, { diterima: number; saranBaru: number; sama: number; tanpaSaran: number }>('menerima saran'),
  'saran.tetapkan': peristiwa<PenetapanSaranAudit, PenetapanSaranAudit>('menetapkan unsur dan unit saran'),
  'saran.tetapkan_banyak': peristiwa<null, { jumlah: number; saringan: string; unsur: string; unit: string }>(
    'menetapkan unsur dan unit banyak saran',
  ),
  'saran.tindak_lanjuti': peristiwa<null, { cara: string; rencana: string; prioritas: number; kegiatan: string | null }>(
    'menindaklanjuti saran',
  ),
  'saran.tinjau_ulang': peristiwa<{ status: string }, { status: string }>('meninjau ulang saran'),
  'serah_terima.tetapkan': peristiwa<{ unit: string | null }, { unit: string; mulaiPeriode: string }>(
    'menyerahkan kegiatan kepada unit penerus',
  ),
  'survei.batalkan': peristiwa<{ status: string }, { status: string }>('membatalkan survei'),
  'survei.buat': peristiwa<null, DataSurveiAudit>('membuat survei'),
  'survei.buka_kembali': peristiwa<{ status: string }, { status: string }>('membuka kembali survei'),
  'survei.hasil': peristiwa<HasilSurveiAudit | null, HasilSurveiAudit>('mengisi hasil survei'),
  'survei.impor.atur': peristiwa<
    { lembar: string | null; barisJudul: number },
    { lembar: string | null; barisJudul: number; kolomDiubah: number }
  >('mengatur kolom berkas jawaban'),
  'survei.impor.batal': peristiwa<{ keadaan: string }, { keadaan: string }>('membatalkan impor jawaban'),
  'survei.impor.periksa': peristiwa<{ keadaan: string }, { keadaan: string }>('memeriksa berkas jawaban'),
  'survei.impor.saring': peristiwa<{ jumlah: number }, { jumlah: number; dikeluarkan: number }>(
    'mengeluarkan kiriman ganda dari berkas jawaban',
  ),
  'survei.impor.terima': peristiwa<null, { ukuran: number; sha256: string }>('mengunggah berkas jawaban'),
  'survei.pulihkan': peristiwa<{ status: string }, { status: string }>('memulihkan survei'),
  'survei.respons.dihapus': peristiwa<ResponsAudit, null>('menghapus seluruh jawaban survei'),
  'survei.respons.diterapkan': peristiwa<
    ResponsAudit,
    {
      berkas: string;
      sha256: string;
      sidik: string;
      jumlahRespons: number;
      sidikRespons: string;
      ditolak: number;
      dikeluarkan: number;
      saran: number;
    }
  >('memasukkan jawaban survei dari berkas'),
  'survei.tetapkan': peristiwa<
    { status: string },
    { status: string; nilai: string | null; mutu: string | null; dikecualikan: readonly string[] }
  >('menetapkan survei'),
  'survei.ubah': peristiwa<DataSurveiAudit, DataSurveiAudit>('mengubah data survei'),
  'prioritas.batal_lewati': peristiwa<{ unsur: string; alasan: string }, null>('membatalkan pelewatan unsur'),
  'prioritas.buat': peristiwa<null, PrioritasAudit>('membuat prioritas'),
  'prioritas.gabung': peristiwa<{ prioritas: readonly PrioritasAudit[] }, PrioritasAudit & { kegiatanIkut: readonly string[] }>(
    'menggabungkan prioritas',
  ),
  'prioritas.hapus': peristiwa<PrioritasAudit, null>('mengeluarkan prioritas dari draf'),
  'prioritas.lewati': peristiwa<{ alasan: string } | null, { unsur: string; alasan: string }>('melewati unsur terendah'),
  'prioritas.ubah': peristiwa<PrioritasAudit, PrioritasAudit>('mengubah prioritas'),
  'prioritas.urutkan': peristiwa<{ no: number }, { no: number }>('mengurutkan prioritas'),
  'rencana.ajukan': peristiwa<{ status: string }, { status: string }>('mengajukan rencana'),
  'rencana.buat': peristiwa<null, RencanaAudit>('membuat rencana'),
  'rencana.kembalikan': peristiwa<{ status: string }, { status: string }>('mengembalikan rencana'),
  'rencana.susun_banyak': peristiwa<
    { kegiatan: readonly KegiatanAudit[] },
    {
      kegiatan: readonly KegiatanAudit[];
      prioritas: readonly Pick<PrioritasAudit, 'judul' | 'unsur' | 'alasan'>[];
      sumber: string;
    }
  >('menyusun banyak kegiatan sekaligus'),
  'rencana.tarik': peristiwa<{ status: string }, { status: string }>('menarik pengajuan rencana'),
  'rencana.tetapkan': peristiwa<{ status: string }, { status: string; kegiatan: number; slot: number }>('menetapkan rencana'),
  'rencana.ubah': peristiwa<RencanaAudit, RencanaAudit>('mengubah rencana'),
  'tautan.buat': peristiwa<null, { jenis: string; dikirim: boolean }>('membuat tautan akun'),
  'tautan.pakai': peristiwa<null, { jenis: string }>('memakai tautan akun'),
  'undangan.beri': peristiwa<null, PeranAudit>('mengundang ke sebuah peran'),
  'undangan.setujui': peristiwa<KeadaanUndanganAudit, KeadaanUndanganAudit>('menyetujui undangan, menunggu tautan'),
  'undangan.tarik': peristiwa<KeadaanUndanganAudit, KeadaanUndanganAudit>('menarik undangan'),
  'undangan.terima': peristiwa<KeadaanUndanganAudit, KeadaanUndanganAudit>('menerima undangan'),
  'undangan.tolak': peristiwa<KeadaanUndanganAudit, KeadaanUndanganAudit>('menolak undangan'),
  'unit.buat': peristiwa<null, { kode: string; nama: string; singkatan: string | null; jenis: string; induk: string | null }>(
    'membuat unit',
  ),
  'unit.gabung': peristiwa<{ nama: string }, { penerus: string; sejak: string; jabatan: number; peran: number }>(
    'menggabungkan unit',
  ),
  'unit.nonaktifkan': peristiwa<{ aktif: boolean }, { aktif: boolean; sejak: string }>('menonaktifkan unit'),
  'unit.pindah': peristiwa<{ induk: string | null }, { induk: string | null }>('memindahkan unit'),
  'unit.ubah_nama': peristiwa<
    { nama: string; singkatan: string | null },
    { nama: string; singkatan: string | null; sejak: string }
  >('mengubah nama unit'),
} as const;

export type JenisPeristiwa = keyof typeof PERISTIWA;

/** Before and after of one kind of event. */
export type BentukPeristiwa<J extends JenisPeristiwa> = NonNullable<(typeof PERISTIWA)[J]['bentuk']>;

/** What the event happened to. */
export interface Sasaran {
  /** a word of the glossary: `instansi`, `unit`, `pengguna` … */
  readonly jenis: string;
  readonly id: string | null;
  /** as people call it, now */
  readonly nama: string;
}

export type IsiPeristiwa<J extends JenisPeristiwa> = {
  /** whose chain it belongs to; `null` = the installation's (signing in, operators) */
  readonly instansiId: string | null;
  readonly sasaran: Sasaran;
  readonly sebelum: BentukPeristiwa<J>['sebelum'];
  readonly sesudah: BentukPeristiwa<J>['sesudah'];
  readonly alasan?: string | null;
  /** instead of whoever the context names: signing in knows the person before the context does */
  readonly oleh?: { readonly penggunaId: string | null; readonly nama: string; readonly jabatan: string | null };
};
