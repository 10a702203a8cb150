import { instrumenBawaan } from '../../../test/support/respons-uji';
import type { Instrumen } from '../../instrumen/instrumen.rules';
import { bacaKode } from './kode-unsur.rules';
import { tafsirkanLain } from './kolom.rules';
import { kenaliNama } from './nama-unsur.rules';
import { susunTangga } from './tangga.rules';
import { bacaSaat, urutanTanggal } from './tanggal-respons.rules';

const BARU = instrumenBawaan('PERMENPAN-14-2017');
const LAMA = instrumenBawaan('KEP-25-2004');
const TENGAH = instrumenBawaan('PERMENPAN-16-2014');

describe('kode pada judul', () => {
  it.each([
    ['U3', 'U3', undefined],
    [' u 03 ', 'U3', undefined],
    ['(U3)', 'U3', undefined],
    ['U-3', 'U3', undefined],
    ['Unsur 3', 'U3', undefined],
    ['Unsur ke-3', 'U3', undefined],
    ['UNSUR III', 'U3', undefined],
    ['U3. Waktu penyelesaian', 'U3', undefined],
    ['U3 - Waktu penyelesaian', 'U3', undefined],
    ['Nilai U3', 'U3', undefined],
    ['SKM[U3]', 'U3', undefined],
    ['skm_u3', 'U3', undefined],
    ['U1a', 'U1', 'a'],
    ['U1.2', 'U1', '2'],
    ['U1_2 Kemudahan', 'U1', '2'],
    ['U1 (b)', 'U1', 'b'],
    ['U1. a. Kemudahan', 'U1', undefined],
    ['U1 b', 'U1', 'b'],
  ])('%s', (judul, kode, sub) => {
    expect(bacaKode(judul, BARU)).toMatchObject({ kode, ...(sub === undefined ? {} : { sub }) });
  });
  it.each(['P3', '3', 'Q3', 'Usia', 'U', 'Umur 3', 'No. 3', 'Baru3', 'U3x2b'])('%s bukan kode unsur', (judul) =>
    expect(bacaKode(judul, BARU)).toBeNull(),
  );
  it('U10 bukan U1, dan asing bagi 14/2017', () => {
    expect(bacaKode('U10', LAMA)).toMatchObject({ kode: 'U10', dikenal: true });
    expect(bacaKode('U10', BARU)).toMatchObject({ kode: 'U10', dikenal: false });
  });
});

describe('nama pada judul', () => {
  it.each([
    ['Persyaratan Pelayanan', 'U1'],
    ['Kemudahan alur pelayanan', 'U2'],
    ['Sistem, Mekanisme dan Prosedur', 'U2'],
    ['Kecepatan pelayanan', 'U3'],
    ['Kewajaran biaya/tarif', 'U4'],
    ['Kesesuaian produk layanan dengan standar', 'U5'],
    ['Apakah petugas mampu dan terampil?', 'U6'],
    ['Kesopanan dan keramahan petugas', 'U7'],
    ['Penanganan Pengaduan, Saran dan Masukan', 'U8'],
    ['Kualitas Sarana dan Prasarana', 'U9'],
    ['Kelengkapan fasilitas', 'U9'],
  ])('14/2017: %s → %s', (judul, kode) => expect(kenaliNama(judul, BARU)).toBe(kode));
  it.each([
    ['Maklumat Pelayanan', 'U8'],
    ['Penanganan pengaduan', 'U9'],
    ['Prosedur', 'U2'],
  ])('16/2014: %s → %s', (judul, kode) => expect(kenaliNama(judul, TENGAH)).toBe(kode));
  it.each([
    ['Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini', 'U1'],
    ['Bagaimana pendapat Saudara tentang kesamaan persyaratan pelayanan dengan jenis pelayanannya', 'U2'],
    ['Bagaimana pendapat Saudara tentang kejelasan dan kepastian petugas yang melayani', 'U3'],
    ['Bagaimana pendapat Saudara tentang kedisiplinan petugas dalam memberikan pelayanan', 'U4'],
    ['Bagaimana pendapat Saudara tentang tanggung jawab petugas dalam memberikan pelayanan', 'U5'],
    ['Bagaimana pendapat Saudara tentang kemampuan petugas dalam memberikan pelayanan', 'U6'],
    ['Bagaimana pendapat Saudara tentang kecepatan pelayanan di unit ini', 'U7'],
    ['Bagaimana pendapat Saudara tentang keadilan untuk mendapatkan pelayanan di sini', 'U8'],
    ['Bagaimana pendapat Saudara tentang kesopanan dan keramahan petugas dalam memberikan pelayanan', 'U9'],
    ['Bagaimana pendapat Saudara tentang kewajaran biaya untuk mendapatkan pelayanan', 'U10'],
    ['Bagaimana pendapat Saudara tentang kesesuaian antara biaya yang dibayarkan dengan biaya yang telah ditetapkan', 'U11'],
    ['Bagaimana pendapat Saudara tentang ketepatan pelaksanaan terhadap jadwal waktu pelayanan', 'U12'],
    ['Bagaimana pendapat Saudara tentang kenyamanan di lingkungan unit pelayanan', 'U13'],
    ['Bagaimana pendapat Saudara tentang keamanan pelayanan di unit ini', 'U14'],
  ])('KEP-25: %s → %s', (judul, kode) => expect(kenaliNama(judul, LAMA)).toBe(kode));
  it('unsur instansi sendiri, dari kata-katanya', () => {
    const sendiri: Instrumen = {
      ...BARU,
      unsur: [
        { kode: 'A1', nama: 'Kemudahan Akses Aplikasi' },
        { kode: 'A2', nama: 'Keandalan Jaringan' },
      ],
    };
    expect(kenaliNama('Bagaimana kemudahan akses pada aplikasi kami?', sendiri)).toBe('A1');
    expect(kenaliNama('Keandalan jaringan', sendiri)).toBe('A2');
    expect(kenaliNama('Warna kesukaan', sendiri)).toBeNull();
    expect(bacaKode('A2 Keandalan', sendiri)).toMatchObject({ kode: 'A2' });
  });
});

describe('tangga jawaban', () => {
  const skor = (kata: readonly string[], maks = 4) => susunTangga(kata, { min: 1, maks }).tangga;
  it.each([
    [
      ['Tidak puas', 'Kurang puas', 'Puas', 'Sangat puas'],
      [1, 2, 3, 4],
    ],
    [
      ['Sangat tidak puas', 'Tidak puas', 'Puas', 'Sangat puas'],
      [1, 2, 3, 4],
    ],
    [
      ['Tidak Baik', 'Cukup Baik', 'Baik', 'Sangat Baik'],
      [1, 2, 3, 4],
    ],
    [
      ['Kurang Baik', 'Cukup Baik', 'Baik', 'Sangat Baik'],
      [1, 2, 3, 4],
    ],
    [
      ['Sangat mahal', 'Mahal', 'Murah', 'Sangat murah'],
      [1, 2, 3, 4],
    ],
    [
      ['Selalu tidak sesuai', 'Kadang-kadang sesuai', 'Banyak sesuainya', 'Selalu sesuai'],
      [1, 2, 3, 4],
    ],
    [
      ['sangat harmonis', 'harmonis', 'kurang harmonis'],
      [4, 3, 2],
    ],
    [
      ['a', 'b', 'c', 'd'],
      [1, 2, 3, 4],
    ],
  ])('%j', (kata, harapan) => expect(Object.values(skor(kata))).toEqual(harapan));
  it('skala lima', () => {
    expect(Object.values(skor(['Sangat tidak setuju', 'Tidak setuju', 'Netral', 'Setuju', 'Sangat setuju'], 5))).toEqual([1, 2, 3, 4, 5]); // prettier-ignore
  });
  it('kata instrumen sendiri didahulukan', () => {
    const { tangga } = susunTangga(['Merah', 'Kuning', 'Hijau'], { min: 1, maks: 3 }, ['merah', 'kuning', 'hijau']);
    expect(tangga).toEqual({ merah: 1, kuning: 2, hijau: 3 });
  });
  it('yang dapat berarti dua hal ditanyakan', () => {
    expect(susunTangga(['Kurang baik', 'Cukup baik', 'Baik'], { min: 1, maks: 4 }).masalah).toContain('lebih dari satu urutan');
  });
  it('bukan jawaban', () => expect(skor(['Tidak tahu', 'Pelayanan sudah bagus dan cepat sekali terima kasih', 'Budi'])).toEqual({})); // prettier-ignore
});

describe('tanggal', () => {
  it.each([
    ['2024/05/08 9:15:23 AM GMT+7', 'YMD', '2024-05-08', 33323],
    ['2024/05/08 9:15:23 PM GMT+7', 'YMD', '2024-05-08', 76523],
    ['08/05/2024 09.15.23', 'DMY', '2024-05-08', 33323],
    ['5/8/2024 9:15:23', 'MDY', '2024-05-08', 33323],
    ['8 Mei 2024', 'DMY', '2024-05-08', null],
    ['Rabu, 8 Mei 2024 pukul 09.15', 'DMY', '2024-05-08', 33300],
    ['May 8, 2024', 'DMY', '2024-05-08', null],
    ['08-Mei-24', 'DMY', '2024-05-08', null],
    ['2024-05-08T09:15:23.123Z', 'YMD', '2024-05-08', 33323],
  ] as const)('%s', (teks, urutan, tanggal, detik) => expect(bacaSaat(teks, urutan)).toEqual({ tanggal, detik }));
  it.each(['31/31/2024', '3', 'Sesuai', '2024-13-01', ''])('%s bukan tanggal', (t) => expect(bacaSaat(t)).toBeNull());
  it('urutan dari bagian di atas dua belas, atau dari waktu yang maju', () => {
    expect(urutanTanggal(['5/28/2024', '5/8/2024'])).toBe('MDY');
    expect(urutanTanggal(['28/5/2024'])).toBe('DMY');
    expect(urutanTanggal(['5/8/2024', '5/9/2024', '5/10/2024', '5/11/2024'])).toBe('MDY');
    expect(urutanTanggal(['8/5/2024', '9/5/2024'])).toBe('DMY');
  });
});

describe('kolom lain', () => {
  it.each([
    ['Nama Lengkap', 'identitas'],
    ['NIK', 'identitas'],
    ['No. HP / WA', 'identitas'],
    ['Alamat Email', 'identitas'],
    ['IP Address', 'identitas'],
    ['Response ID', 'identitas'],
    ['Tanda Tangan', 'identitas'],
    ['No.', 'nomor'],
    ['No Responden', 'nomor'],
    ['Nama Layanan', 'ciri'],
    ['Unit Pelayanan', 'ciri'],
    ['Umur', 'ciri'],
    ['L/P', 'ciri'],
    ['Saran/Kritik', 'saran'],
    ['Jumlah', 'abaikan'],
    ['NRR', 'abaikan'],
  ])('%s → %s', (judul, jenis) => expect(tafsirkanLain(judul, []).arti.jenis).toBe(jenis));
  it('isinya nomor telepon, apa pun judulnya', () => {
    expect(tafsirkanLain('Yang bisa dihubungi?', ['081234567890', '+62 812-3456-7890', '']).arti.jenis).toBe('identitas');
  });
});
