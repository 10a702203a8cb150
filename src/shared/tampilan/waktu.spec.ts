import { denganWaktu, waktuDibawa } from './waktu';

const waktu = waktuDibawa({ tw: '2024-TW2', tahun: '2023' });

it.each([
  ['/instansi/A/organisasi', '/instansi/A/organisasi?tw=2024-TW2'],
  ['/instansi/A%2FB/organisasi/jabatan-baru?unit=7#isi', '/instansi/A%2FB/organisasi/jabatan-baru?unit=7&tw=2024-TW2#isi'],
  ['/instansi/A?tw=2023-TW1', '/instansi/A?tw=2023-TW1'],
  ['/instansi/A?tahun=2023#survei', '/instansi/A?tahun=2023#survei'],
  ['/akun', '/akun'],
  ['https://contoh.go.id/instansi/A', 'https://contoh.go.id/instansi/A'],
])('%s takes the time along as %s', (alamat, harapan) => expect(denganWaktu(alamat, waktu)).toBe(harapan));

it('takes along only what is a year or a triwulan', () => {
  expect(waktuDibawa({ tw: '<script>' })).toEqual({});
  expect(waktuDibawa({ tw: '2024-S1', tahun: '2024' })).toEqual({ tahun: '2024' });
});
