import { IdentitasLuarEntity } from '../auth/oidc/identitas-luar.entity';
import { KebijakanMasukEntity } from '../auth/oidc/kebijakan-masuk.entity';
import { PenyediaIdentitasEntity } from '../auth/oidc/penyedia-identitas.entity';
import { PerjalananOidcEntity } from '../auth/oidc/perjalanan-oidc.entity';
import { PembatasEntity } from '../auth/pembatas/pembatas.entity';
import { PenggunaEntity } from '../auth/pengguna.entity';
import { PerangkatEntity } from '../auth/sesi/perangkat.entity';
import { PemberitahuanEntity } from '../auth/pemberitahuan/pemberitahuan.entity';
import { SesiEntity } from '../auth/sesi/sesi.entity';
import { SuratKeluarEntity } from '../auth/surat/surat-keluar.entity';
import { TautanAkunEntity } from '../auth/tautan/tautan-akun.entity';
import { KodePemulihanEntity } from '../auth/totp/kode-pemulihan.entity';
import { AuditRantaiEntity } from '../audit/audit-rantai.entity';
import { AuditEntity } from '../audit/audit.entity';
import { InstrumenEntity } from '../instrumen/instrumen.entity';
import { LaporanEntity } from '../laporan/laporan.entity';
import { AturanRealisasiEntity } from '../organisasi/aturan-realisasi.entity';
import { InstansiEntity } from '../organisasi/instansi.entity';
import { JabatanEntity } from '../organisasi/jabatan/jabatan.entity';
import { LetakJabatanEntity } from '../organisasi/jabatan/letak-jabatan.entity';
import { NamaJabatanEntity } from '../organisasi/jabatan/nama-jabatan.entity';
import { PenugasanEntity } from '../organisasi/jabatan/penugasan.entity';
import { KopInstansiEntity } from '../organisasi/kop-instansi.entity';
import { MutasiEntity } from '../organisasi/mutasi/mutasi.entity';
import { PeranEntity } from '../organisasi/peran/peran.entity';
import { UndanganPeranEntity } from '../organisasi/undangan/undangan-peran.entity';
import { UnitEntity } from '../organisasi/unit.entity';
import { NamaUnitEntity } from '../organisasi/unit/nama-unit.entity';
import { BuktiEntity } from '../progres/bukti.entity';
import { JendelaLaporanEntity } from '../progres/jendela/jendela-laporan.entity';
import { LaporanSlotEntity } from '../progres/lapor/laporan-slot.entity';
import { IsianLaporanEntity } from '../progres/lapor/isian-laporan.entity';
import { PengajuanLaporanEntity } from '../progres/lapor/pengajuan-laporan.entity';
import { ObjekBerkasEntity } from '../progres/bukti/objek-berkas.entity';
import { TeleponUnggahEntity } from '../progres/bukti/telepon-unggah.entity';
import { BuktiLaporanEntity } from '../progres/bukti/bukti-laporan.entity';
import { UnggahanEntity } from '../progres/bukti/unggahan.entity';
import { CekTautanEntity } from '../progres/bukti/cek-tautan.entity';
import { RealisasiEntity } from '../progres/realisasi.entity';
import { AdendumEntity } from '../rtl/adendum.entity';
import { AnggotaKelompokEntity } from '../rtl/anggota-kelompok.entity';
import { BuktiDiharapkanEntity } from '../rtl/bukti-diharapkan.entity';
import { KegiatanEntity } from '../rtl/kegiatan.entity';
import { KelompokUnitEntity } from '../rtl/kelompok-unit.entity';
import { PenanggungJawabEntity } from '../rtl/penanggung-jawab.entity';
import { PrioritasDilewatiEntity } from '../rtl/prioritas-dilewati.entity';
import { PrioritasEntity } from '../rtl/prioritas.entity';
import { RencanaAwalEntity } from '../rtl/rencana-awal.entity';
import { RencanaEntity } from '../rtl/rencana.entity';
import { ImporResponsEntity } from '../survei/impor/impor-respons.entity';
import { PemetaanResponsEntity } from '../survei/impor/pemetaan-respons.entity';
import { SaranTindakLanjutEntity } from '../rtl/saran/saran-tindak-lanjut.entity';
import { AturanProfilEntity } from '../survei/profil/aturan-profil.entity';
import { RiwayatRencanaEntity } from '../rtl/riwayat-rencana.entity';
import { SlotEntity } from '../rtl/slot.entity';
import { UjiBukuEntity } from '../rtl/buku-kerja/uji-buku.entity';
import { UsulanAdendumEntity } from '../rtl/usulan-adendum.entity';
import { ResponsEntity } from '../survei/respons.entity';
import { SurveiLayananUnsurEntity } from '../survei/survei-layanan-unsur.entity';
import { SaranRiwayatEntity } from '../survei/saran/saran-riwayat.entity';
import { SaranTanggapanEntity } from '../survei/saran/saran-tanggapan.entity';
import { SaranEntity } from '../survei/saran/saran.entity';
import { SurveiLayananEntity } from '../survei/survei-layanan.entity';
import { SurveiProfilEntity } from '../survei/survei-profil.entity';
import { SurveiUnsurEntity } from '../survei/survei-unsur.entity';
import { SurveiEntity } from '../survei/survei.entity';
import { PutusanLaporanEntity } from '../verifikasi/putusan-laporan.entity';
import { LaporanDibukaEntity } from '../verifikasi/laporan-dibuka.entity';
import { KomentarLaporanEntity } from '../verifikasi/komentar-laporan.entity';
import { SerahTerimaEntity } from '../verifikasi/serah-terima.entity';
import { PutaranJadwalEntity } from './putaran-jadwal.entity';

/** Every table of the application; the data source knows no other. */
export const ENTITAS: readonly (new () => object)[] = [
  PenggunaEntity,
  SesiEntity,
  PerangkatEntity,
  TautanAkunEntity,
  SuratKeluarEntity,
  PemberitahuanEntity,
  KodePemulihanEntity,
  PembatasEntity,
  PenyediaIdentitasEntity,
  KebijakanMasukEntity,
  IdentitasLuarEntity,
  PerjalananOidcEntity,
  InstansiEntity,
  KopInstansiEntity,
  AturanRealisasiEntity,
  UnitEntity,
  NamaUnitEntity,
  JabatanEntity,
  NamaJabatanEntity,
  LetakJabatanEntity,
  PenugasanEntity,
  PeranEntity,
  UndanganPeranEntity,
  MutasiEntity,
  InstrumenEntity,
  SurveiEntity,
  SurveiUnsurEntity,
  SurveiLayananEntity,
  ResponsEntity,
  SurveiProfilEntity,
  AturanProfilEntity,
  SurveiLayananUnsurEntity,
  ImporResponsEntity,
  PemetaanResponsEntity,
  SaranEntity,
  SaranTanggapanEntity,
  SaranRiwayatEntity,
  RencanaEntity,
  PrioritasEntity,
  KegiatanEntity,
  PenanggungJawabEntity,
  SaranTindakLanjutEntity,
  BuktiDiharapkanEntity,
  KelompokUnitEntity,
  AnggotaKelompokEntity,
  PrioritasDilewatiEntity,
  RiwayatRencanaEntity,
  RencanaAwalEntity,
  UsulanAdendumEntity,
  AdendumEntity,
  SlotEntity,
  UjiBukuEntity,
  RealisasiEntity,
  BuktiEntity,
  JendelaLaporanEntity,
  LaporanSlotEntity,
  IsianLaporanEntity,
  PengajuanLaporanEntity,
  ObjekBerkasEntity,
  TeleponUnggahEntity,
  BuktiLaporanEntity,
  UnggahanEntity,
  CekTautanEntity,
  PutusanLaporanEntity,
  KomentarLaporanEntity,
  LaporanDibukaEntity,
  SerahTerimaEntity,
  LaporanEntity,
  AuditRantaiEntity,
  AuditEntity,
  PutaranJadwalEntity,
];
