import { PencariSebutan, pecahSebutan } from './sebutan.rules';

const UNIT = [
  ['UMUM', 'Bagian Umum'],
  ['PERENCANAAN', 'Bagian Perencanaan dan Organisasi'],
  ['HUKERMAS', 'Bagian Hukum, Kerja Sama, dan Hubungan Masyarakat', 'Bagian Hukermas'],
  ['JPT1', 'Kelompok Kerja JPT Wilayah I', 'Pokja JPT Wilayah I'],
  ['JPT2', 'Kelompok Kerja JPT Wilayah II', 'Pokja JPT Wilayah II'],
].map(([kunci = '', nama = '', ...sebutan]) => ({ kunci, nama, sebutan }));
const unit = new PencariSebutan(UNIT);

it.each(['UMUM', 'umum', 'Bagian Umum', ' bagian  umum. ', '<i>Bagian</i> Umum'])('%j dikenali', (teks) =>
  expect(unit.cari(teks)).toEqual({ jenis: 'ketemu', kunci: 'UMUM' }),
);
it('salah ketik mendapat saran, bukan tebakan', () => {
  expect(unit.cari('Bagian Hukemas')).toEqual({ jenis: 'tiada', saran: 'Bagian Hukum, Kerja Sama, dan Hubungan Masyarakat' });
  expect(unit.cari('Bagain Umum')).toEqual({ jenis: 'tiada', saran: 'Bagian Umum' });
  expect(unit.cari('Dinas Kesehatan')).toEqual({ jenis: 'tiada', saran: null });
});
it('sebutan yang berarti beberapa unit disebutkan semuanya', () =>
  expect(unit.cari('Pokja JPT')).toEqual({ jenis: 'ganda', pilihan: ['Kelompok Kerja JPT Wilayah I', 'Kelompok Kerja JPT Wilayah II'] })); // prettier-ignore

it.each([
  ['Bagian Perencanaan dan Organisasi dan Pokja Terkait', ['Bagian Perencanaan dan Organisasi', 'Pokja Terkait']],
  ['Pokja NKKNet, Pokja JPT, Bagian Hukermas', ['Pokja NKKNet', 'Pokja JPT', 'Bagian Hukermas']],
  ['Bagian Hukum, Kerja Sama, dan Hubungan Masyarakat, seluruh Pokja', ['Bagian Hukum, Kerja Sama, dan Hubungan Masyarakat', 'seluruh Pokja']], // prettier-ignore
  ['Bagain Perencanaan dan Organisasi, Bagian Umum', ['Bagain Perencanaan dan Organisasi', 'Bagian Umum']],
  ['Bagian Umum; HUKERMAS\nJPT1', ['Bagian Umum', 'HUKERMAS', 'JPT1']],
  ['', []],
])('%j dipecah', (teks, harapan) => expect(pecahSebutan(teks, unit)).toEqual(harapan));

it('sel yang dibuat untuk melelahkan tidak menahan pembaca', () => {
  const pencari = new PencariSebutan(UNIT);
  const mulai = performance.now();
  for (let i = 0; i < 2_000; i++)
    pecahSebutan(Array.from({ length: 30 }, (_, j) => `Bagian Perencanaan dan Organisasx ${i} ${j}`).join(', '), pencari);
  expect(pencari.lelah).toBe(true);
  expect(pencari.cari('UMUM')).toEqual({ jenis: 'ketemu', kunci: 'UMUM' });
  expect(performance.now() - mulai).toBeLessThan(20_000);
});
