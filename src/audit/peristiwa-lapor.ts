import { peristiwa } from './bentuk-peristiwa';

type BuktiLaporanAudit = {
  laporan: string;
  bagian: string;
  nama: string;
  jenis: string;
  sha256: string | null;
  url: string | null;
  cara: string;
};

type KeteranganBuktiAudit = { tanggal: string | null; keterangan: string | null; diharapkan: number | null };

type JendelaAudit = {
  periode: string;
  mulai: string | null;
  batas: string | null;
  alasan: string | null;
};

type PutusanLaporanAudit = {
  keadaan: string;
  putaran: number;
  bukti: readonly { nama: string; memadai: boolean; catatan: string | null }[];
};

/** Of reporting and verifying. */
export const PERISTIWA_LAPOR = {
  'bukti.ganti': peristiwa<{ nama: string; sha256: string | null; url: string | null }, BuktiLaporanAudit>(
    'mengganti bukti laporan',
  ),
  'bukti.lepas': peristiwa<{ nama: string; bagian: string; sha256: string | null; url: string | null }, null>(
    'melepas bukti dari laporan',
  ),
  'bukti.tambah': peristiwa<null, BuktiLaporanAudit>('menambahkan bukti laporan'),
  'bukti.telepon': peristiwa<null, { bagian: string; berakhir: string }>('membuka unggahan foto dari ponsel'),
  'bukti.telepon_cabut': peristiwa<{ berakhir: string }, { dicabut: string }>('menutup unggahan foto dari ponsel'),
  'bukti.ubah': peristiwa<KeteranganBuktiAudit, KeteranganBuktiAudit>('mengubah keterangan bukti laporan'),
  'jendela.buka': peristiwa<null, JendelaAudit>('membuka pelaporan'),
  'jendela.kunci': peristiwa<null, JendelaAudit>('mengunci pelaporan'),
  'komentar.tulis': peristiwa<null, { isi: string }>('mengomentari laporan'),
  'lapor.ajukan': peristiwa<
    { keadaan: string },
    {
      keadaan: string;
      putaran: number;
      nomor: string;
      status: string;
      atasNama: string;
      bukti: number;
      terlambat: boolean;
      sidik: string;
    }
  >('mengajukan laporan kegiatan'),
  'lapor.mulai': peristiwa<null, { kegiatan: string; periode: string }>('memulai laporan kegiatan'),
  'putusan.cabut': peristiwa<{ keadaan: string }, { keadaan: string; putaran: number }>('mencabut putusan atas laporan'),
  'putusan.kembalikan': peristiwa<{ keadaan: string }, PutusanLaporanAudit>('mengembalikan laporan'),
  'putusan.nyatakan_tidak_memadai': peristiwa<{ keadaan: string }, PutusanLaporanAudit>('menyatakan bukti laporan tidak memadai'),
  'putusan.setujui_tidak_dapat': peristiwa<{ keadaan: string }, PutusanLaporanAudit>(
    'menyetujui bahwa kegiatan tidak dapat dilaksanakan',
  ),
  'putusan.tolak_tidak_dapat': peristiwa<{ keadaan: string }, PutusanLaporanAudit>(
    'menolak bahwa kegiatan tidak dapat dilaksanakan',
  ),
  'putusan.verifikasi': peristiwa<{ keadaan: string }, PutusanLaporanAudit>('memverifikasi laporan'),
} as const;
