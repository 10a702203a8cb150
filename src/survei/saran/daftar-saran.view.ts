import { punyaIzinDi } from '../../auth/izin';
import type { UnitEntity } from '../../organisasi/unit.entity';
import { teksBilangan, teksIndonesia } from '../../shared/desimal';
import { medan, type Pilihan } from '../../shared/tampilan/medan';
import { penomoran, type Potongan } from '../../shared/tampilan/penomoran';
import { Halaman } from '../../shared/tampilan/tampilan';
import { kueri } from '../../shared/tampilan/tautan';
import { alamatDaftar, bingkaiSaran, namaUnsur, tandaSaran } from './bingkai-saran.view';
import { bolehKelolaSaran } from './saran.policy';
import type { JumlahStatus, SaranTersimpan } from './saran.query';
import { STATUS_SARAN, type StatusSaran } from './saran.rules';
import { PILIHAN_STATUS, type SaringanSaran } from './saringan-saran';
import { hitungTanggapan, kalimatTanggapan } from './tanggapan.rules';
import { jalurSaran, type TempatSaran } from './tempat-saran';

export interface BahanDaftarSaran {
  readonly saringan: SaringanSaran;
  /** of everything that the reader may see */
  readonly semua: readonly JumlahStatus[];
  /** under the filter but for its state */
  readonly tersaring: readonly JumlahStatus[];
  readonly potongan: Potongan;
  readonly daftar: readonly SaranTersimpan[];
  readonly unit: readonly UnitEntity[];
  readonly lingkup: readonly string[] | null;
}

const jumlahDi = (isi: readonly JumlahStatus[], status: readonly StatusSaran[]) =>
  isi.filter((j) => status.includes(j.status)).reduce((a, j) => a + j.jumlah, 0);

export function daftarSaranView(tempat: TempatSaran, bahan: BahanDaftarSaran): Halaman {
  const { saringan, semua, tersaring, potongan, lingkup } = bahan;
  const kelola = bolehKelolaSaran(tempat.pelaku, tempat.instansi.id);
  const alamat = jalurSaran(tempat);
  const aktif = saringanAktif(tempat, bahan);
  const diterima = jumlahDi(tersaring, PILIHAN_STATUS[saringan.status]?.status ?? []);
  return new Halaman('saran/daftar', {
    kerangka: bingkaiSaran(tempat, 'Saran', []),
    anak: `${tempat.survei.judul}${lingkup === null ? '' : ' · yang ditetapkan untuk unit Anda'}`,
    alamat,
    kalimat: kalimatTanggapan(hitungTanggapan(semua)),
    ubin: ubin(tempat, semua),
    tombol: {
      tambah: kelola ? jalurSaran(tempat, 'tambah') : null,
      tetapkan: kelola && potongan.total > 0 ? kueri(jalurSaran(tempat, 'tetapkan'), { ...saringan }) : null,
      ekspor:
        potongan.total > 0 && punyaIzinDi(tempat.pelaku, 'saran.ekspor', tempat.instansi.id)
          ? kueri(`${alamat}.csv`, { ...saringan })
          : null,
      terbit: jalurSaran(tempat, 'terbit'),
    },
    chip: chip(tempat, bahan),
    medan: medan(
      [
        { nama: 'unsur', label: 'Unsur', jenis: 'pilihan', pilihan: pilihanUnsur(tempat, 'Semua unsur') },
        { nama: 'unit', label: 'Unit', jenis: 'pilihan', pilihan: pilihanUnitSaran(bahan, 'Semua unit') },
        { nama: 'q', label: 'Kata dalam saran', maks: 100 },
      ],
      { ...saringan },
    ),
    status: saringan.status,
    aktif: aktif.length > 0 ? aktif : null,
    jumlah: `${teksBilangan(potongan.total)} saran berbeda, diterima ${teksBilangan(diterima)} kali.`,
    baris: bahan.daftar.map((s) => barisView(tempat, s)),
    kosong: kosong(tempat, bahan, kelola),
    penomoran: penomoran(potongan, 'saran', alamat, { ...saringan }),
  });
}

function ubin(tempat: TempatSaran, semua: readonly JumlahStatus[]): object[] {
  const hasil = hitungTanggapan(semua);
  const luar = hasil.dikecualikan.reduce((a, d) => a + d.jumlah, 0);
  const belum = hasil.penyebut - hasil.pembilang;
  const satu = (status: StatusSaran, teks: string, ajakan: string) => {
    const jumlah = jumlahDi(semua, [status]);
    const tautan = jumlah > 0 ? alamatDaftar(tempat, { status }) : null;
    return { angka: teksBilangan(jumlah), satuan: null, teks, tautan, ajakan };
  };
  return [
    {
      angka: hasil.persen ? `${teksIndonesia(hasil.persen)}%` : 'Tidak ada saran',
      satuan: hasil.persen ? `${teksBilangan(hasil.pembilang)} dari ${teksBilangan(hasil.penyebut)} saran` : null,
      teks: `sudah ditanggapi${luar > 0 ? `; ${teksBilangan(luar)} jawaban tanpa saran tidak dihitung` : ''}`,
      tautan: belum > 0 ? alamatDaftar(tempat, { status: 'belum' }) : null,
      ajakan: `lihat ${teksBilangan(belum)} yang belum`,
    },
    satu('baru', 'menunggu ditetapkan unsur dan unitnya', 'lihat yang baru'),
    satu('ditetapkan', 'menunggu tanggapan', 'lihat yang menunggu'),
    satu('ditanggapi', 'menunggu ditinjau sebelum terbit', 'lihat yang perlu ditinjau'),
  ];
}

function chip(tempat: TempatSaran, { saringan, tersaring }: BahanDaftarSaran): object[] {
  const kode = ['', 'belum', ...STATUS_SARAN.filter((s) => s !== 'nihil'), 'nihil'];
  return kode.flatMap((status) => {
    const pilihan = PILIHAN_STATUS[status];
    const jumlah = jumlahDi(tersaring, pilihan?.status ?? []);
    const kini = saringan.status === status;
    if (!pilihan || (jumlah === 0 && !kini && status !== '')) return [];
    return [{ teks: pilihan.teks, jumlah: teksBilangan(jumlah), tautan: alamatDaftar(tempat, { ...saringan, status }), kini }];
  });
}

function saringanAktif(tempat: TempatSaran, { saringan, unit }: BahanDaftarSaran): object[] {
  const unsur = saringan.unsur === '-' ? 'Tanpa unsur' : `Unsur: ${namaUnsur(tempat, saringan.unsur)}`;
  const nama = unit.find((u) => u.kode === saringan.unit)?.nama ?? saringan.unit;
  const teks = { unsur, unit: saringan.unit === '-' ? 'Tanpa unit' : `Unit: ${nama}`, q: `Memuat “${saringan.q}”` };
  return (['unsur', 'unit', 'q'] as const)
    .filter((n) => saringan[n] !== '')
    .map((n) => ({ teks: teks[n], tautan: alamatDaftar(tempat, { ...saringan, [n]: null }) }));
}

function kosong(tempat: TempatSaran, { semua, lingkup }: BahanDaftarSaran, kelola: boolean): object {
  if (semua.length > 0)
    return {
      ikon: 'filter-off',
      judul: 'Tidak ada saran yang cocok',
      teks: 'Ada saran, tetapi tidak satu pun memenuhi semua saringan yang dipakai.',
      tautan: jalurSaran(tempat),
      ajakan: 'Hapus saringan',
    };
  if (lingkup !== null)
    return {
      ikon: 'checklist',
      judul: 'Belum ada saran untuk unit Anda',
      teks: 'Koordinator menetapkan unit yang menanggapi tiap saran. Yang sudah ditinjau dapat dibaca semua orang.',
      tautan: jalurSaran(tempat, 'terbit'),
      ajakan: 'Baca saran yang terbit',
    };
  return {
    ikon: 'checklist',
    judul: 'Belum ada saran',
    teks: 'Saran masuk bersama kolom saran pada berkas jawaban, atau diketik dan ditempel oleh koordinator.',
    tautan: kelola ? jalurSaran(tempat, 'tambah') : null,
    ajakan: kelola ? 'Tambah saran' : null,
  };
}

function barisView(tempat: TempatSaran, s: SaranTersimpan): object {
  const usul = s.status === 'baru' && s.usulUnsur !== null;
  return {
    tautan: jalurSaran(tempat, String(s.nomor)),
    nomor: teksBilangan(s.nomor),
    teks: s.teks === '' ? '(tidak diisi)' : s.teks,
    asal: [s.layanan, s.jumlah > 1 ? `${teksBilangan(s.jumlah)} kali` : null].filter(Boolean).join(' · ') || null,
    unsur:
      s.status === 'nihil'
        ? null
        : s.status === 'baru' && !usul
          ? 'belum ada usulan'
          : namaUnsur(tempat, usul ? s.usulUnsur : s.unsur),
    usul,
    unit: s.status === 'nihil' || s.status === 'baru' ? null : (s.unit?.nama ?? 'Koordinator'),
    tanda: tandaSaran(s.status),
  };
}

export function pilihanUnsur({ unsur }: Pick<TempatSaran, 'unsur'>, awal: string): Pilihan[] {
  return [
    { nilai: '', teks: awal },
    ...unsur.map((u) => ({ nilai: u.kode, teks: `${u.kode} ${u.nama}` })),
    { nilai: '-', teks: 'Bukan unsur' },
  ];
}

function pilihanUnitSaran({ unit, lingkup }: BahanDaftarSaran, awal: string): Pilihan[] {
  const milik = lingkup === null ? unit : unit.filter((u) => lingkup.includes(u.id));
  const tanpa = lingkup === null ? [{ nilai: '-', teks: 'Tanpa unit' }] : [];
  return [{ nilai: '', teks: awal }, ...milik.map((u) => ({ nilai: u.kode, teks: u.nama })), ...tanpa];
}
