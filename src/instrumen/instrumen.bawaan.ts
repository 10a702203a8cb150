import type { Instrumen, KelasMutu } from './instrumen.rules';

/** Regulations never change once issued: a new one is a new entry, so that old surveys keep their classes (DOMAIN section 2). */

const SKALA = { min: 1, maks: 4 } as const;

const MUTU_14_2017: readonly KelasMutu[] = [
  { mutu: 'A', kinerja: 'Sangat Baik', min: 88.31 },
  { mutu: 'B', kinerja: 'Baik', min: 76.61 },
  { mutu: 'C', kinerja: 'Kurang Baik', min: 65 },
  { mutu: 'D', kinerja: 'Tidak Baik', min: 25 },
];

/** KEP/25/M.PAN/2/2004; also used under Permenpan 16/2014. */
const MUTU_2004: readonly KelasMutu[] = [
  { mutu: 'A', kinerja: 'Sangat Baik', min: 81.26 },
  { mutu: 'B', kinerja: 'Baik', min: 62.51 },
  { mutu: 'C', kinerja: 'Kurang Baik', min: 43.76 },
  { mutu: 'D', kinerja: 'Tidak Baik', min: 25 },
];

const daftarUnsur = (nama: readonly string[]) => nama.map((n, i) => ({ kode: `U${i + 1}`, nama: n }));

export const INSTRUMEN_BAKU = 'PERMENPAN-14-2017';

export const INSTRUMEN_BAWAAN: readonly Instrumen[] = [
  {
    kode: INSTRUMEN_BAKU,
    nama: 'Permenpan RB 14/2017',
    peraturan:
      'Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 14 Tahun 2017 tentang Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik',
    skala: SKALA,
    mutu: MUTU_14_2017,
    unsur: daftarUnsur([
      'Persyaratan',
      'Sistem, Mekanisme, dan Prosedur',
      'Waktu Penyelesaian',
      'Biaya/Tarif',
      'Produk, Spesifikasi, dan Jenis Pelayanan',
      'Kompetensi Pelaksana',
      'Perilaku Pelaksana',
      'Penanganan Pengaduan, Saran, dan Masukan',
      'Sarana dan Prasarana',
    ]),
  },
  {
    kode: 'PERMENPAN-16-2014',
    nama: 'Permenpan RB 16/2014',
    peraturan:
      'Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 16 Tahun 2014 tentang Pedoman Survei Kepuasan Masyarakat terhadap Penyelenggaraan Pelayanan Publik',
    skala: SKALA,
    mutu: MUTU_2004,
    unsur: daftarUnsur([
      'Persyaratan',
      'Prosedur',
      'Waktu Pelayanan',
      'Biaya/Tarif',
      'Produk Spesifikasi Jenis Pelayanan',
      'Kompetensi Pelaksana',
      'Perilaku Pelaksana',
      'Maklumat Pelayanan',
      'Penanganan Pengaduan, Saran, dan Masukan',
    ]),
  },
  {
    kode: 'KEP-25-2004',
    nama: 'Kepmenpan 25/2004',
    peraturan:
      'Keputusan Menteri Pendayagunaan Aparatur Negara Nomor KEP/25/M.PAN/2/2004 tentang Pedoman Umum Penyusunan Indeks Kepuasan Masyarakat Unit Pelayanan Instansi Pemerintah',
    skala: SKALA,
    mutu: MUTU_2004,
    unsur: daftarUnsur([
      'Prosedur Pelayanan',
      'Persyaratan Pelayanan',
      'Kejelasan Petugas Pelayanan',
      'Kedisiplinan Petugas Pelayanan',
      'Tanggung Jawab Petugas Pelayanan',
      'Kemampuan Petugas Pelayanan',
      'Kecepatan Pelayanan',
      'Keadilan Mendapatkan Pelayanan',
      'Kesopanan dan Keramahan Petugas',
      'Kewajaran Biaya Pelayanan',
      'Kepastian Biaya Pelayanan',
      'Kepastian Jadwal Pelayanan',
      'Kenyamanan Lingkungan',
      'Keamanan Pelayanan',
    ]),
  },
];
