import fc from 'fast-check';
import {
  akhirPeriode,
  awalPeriode,
  bacaPeriode,
  kodePeriode,
  namaPeriodeLengkap,
  pecahPeriode,
  periode,
  urutkanPeriode,
} from './periode';
import { hariIniDi, hariTerakhir, tambahBulan, tanggalIndonesia, tanggalSah } from './tanggal';

const KODE = fc
  .tuple(fc.integer({ min: 1945, max: 2199 }), fc.constantFrom('', '-S1', '-S2', '-TW1', '-TW4', '-01', '-12'))
  .map(([tahun, bagian]) => `${tahun}${bagian}`);

describe('periode', () => {
  it('dibaca dan ditulis kembali sama', () => {
    fc.assert(fc.property(KODE, (kode) => expect(kodePeriode(periode(kode))).toBe(kode)));
  });

  it.each([
    '2024-TW0',
    '2024-TW5',
    '2024-S3',
    '2024-13',
    '2024-00',
    '2024-1',
    '24',
    '2024-TW',
    'TW1-2024',
    '1944',
    '2200',
    '2024-08-01',
    ' 2024',
  ])('%s bukan periode', (kode) => {
    expect(bacaPeriode(kode)).toBeNull();
    expect(() => periode(kode)).toThrow(RangeError);
  });

  it.each([
    ['2024', '2024-01-01', '2024-12-31', 'Tahun 2024'],
    ['2024-S2', '2024-07-01', '2024-12-31', 'Semester II Tahun 2024 (Juli–Desember)'],
    ['2024-TW2', '2024-04-01', '2024-06-30', 'TW II 2024 (April–Juni)'],
    ['2024-02', '2024-02-01', '2024-02-29', 'Februari 2024'],
  ])('%s: %s sampai %s, %s', (kode, awal, akhir, nama) => {
    const p = periode(kode);
    expect([awalPeriode(p), akhirPeriode(p), namaPeriodeLengkap(p)]).toEqual([awal, akhir, nama]);
  });

  it('yang panjang dipecah menjadi satuan jadwal, yang lebih pendek tetap', () => {
    expect(pecahPeriode(periode('2024-S2'), 'triwulan').map(kodePeriode)).toEqual(['2024-TW3', '2024-TW4']);
    expect(pecahPeriode(periode('2024-TW1'), 'bulan').map(kodePeriode)).toEqual(['2024-01', '2024-02', '2024-03']);
    expect(pecahPeriode(periode('2024-05'), 'triwulan').map(kodePeriode)).toEqual(['2024-05']);
  });

  it('urut menurut awalnya', () => {
    expect(['2025', '2024-12', '2024-TW4', '2024'].map(periode).sort(urutkanPeriode).map(kodePeriode)).toEqual([
      '2024',
      '2024-TW4',
      '2024-12',
      '2025',
    ]);
  });
});

describe('tanggal', () => {
  it.each(['2024-02-29', '2023-12-31', '2024-05', '1945-08-17'])('%s ada', (t) => expect(tanggalSah(t)).toBe(true));
  it.each(['2023-02-29', '2024-02-30', '2024-13', '2024-00-10', '2024-1-1', '0000-01-01', '2024', '2024-05-08T00:00', ''])(
    '%s tidak ada',
    (t) => expect(tanggalSah(t)).toBe(false),
  );

  it('ditulis seperti di surat', () => {
    expect(tanggalIndonesia('2024-05-08')).toBe('8 Mei 2024');
    expect(tanggalIndonesia('2024-05')).toBe('Mei 2024');
  });

  it('tanggal 31 menjadi hari terakhir bulan yang lebih pendek', () => {
    expect(tambahBulan('2024-01-31', 1)).toBe('2024-02-29');
    expect(tambahBulan('2024-11-30', 3)).toBe('2025-02-28');
    expect(tambahBulan('2024-12', 1)).toBe('2025-01');
    expect(hariTerakhir('2023-02')).toBe('2023-02-28');
  });

  it('hari ini menurut zona instansi: pukul 16.30 UTC sudah besok di Jayapura, belum di Jakarta', () => {
    const saat = new Date('2024-06-30T16:30:00Z');
    expect(hariIniDi('Asia/Jakarta', saat)).toBe('2024-06-30');
    expect(hariIniDi('Asia/Jayapura', saat)).toBe('2024-07-01');
  });
});
