import { NOL, rasional } from '../shared/desimal';
import { lengkapiAturan } from '../organisasi/aturan.rules';
import { nilaiZi, skorPekppp8, skorPekppp9 } from './penilaian.rules';
import type { HasilRealisasi } from './realisasi.rules';

const hasil = (pembilang: number, penyebut: number): HasilRealisasi => ({
  persen: penyebut === 0 ? null : rasional(pembilang, penyebut).mul(100),
  pembilang: penyebut === 0 ? NOL : rasional(pembilang),
  penyebut,
  menunggu: false,
  aturan: lengkapiAturan(undefined),
  per: null,
  dihitung: [],
  dikecualikan: [],
});

describe('PEKPPP 8: rasio tidak dibulatkan', () => {
  it.each([
    [0, 0, 0],
    [0, 7, 1],
    [1, 1000, 2],
    [299, 1000, 2],
    [29_999, 100_000, 2],
    [300, 1000, 3],
    [301, 1000, 3],
    [799, 1000, 3],
    [800, 1000, 3],
    [80_001, 100_000, 4],
    [99_999, 100_000, 4],
    [7, 7, 5],
  ])('%i dari %i → %i', (a, b, skor) => expect(skorPekppp8(hasil(a, b))).toBe(skor));
});

describe('PEKPPP 9: semua selesai dalam 1/3/6/9/12 bulan sejak laporan SKM terbit', () => {
  it.each([
    ['2024-01-15', '2024-01-15', 5],
    ['2024-01-15', '2024-02-14', 5],
    ['2024-01-15', '2024-02-15', 5],
    ['2024-01-15', '2024-02-16', 4],
    ['2024-01-31', '2024-02-29', 5],
    ['2024-01-15', '2024-04-15', 4],
    ['2024-01-15', '2024-04-16', 3],
    ['2024-01-15', '2024-07-15', 3],
    ['2024-01-15', '2024-07-16', 2],
    ['2024-01-15', '2024-10-15', 2],
    ['2024-01-15', '2024-10-16', 1],
    ['2024-01-15', '2025-01-15', 1],
    ['2024-01-15', '2025-01-16', 0],
    ['2024-01', '2024-02-28', 5],
    ['2024-01', '2024-03', 4],
    ['2024-01-31', '2024-02', 5],
  ])('SKM %s, tindak lanjut %s → %i', (skm, laporan, skor) => expect(skorPekppp9(hasil(7, 7), skm, laporan)).toBe(skor));

  it('ada yang belum selesai: 0; tanggal tidak diketahui atau terbalik: tidak dapat dihitung', () => {
    expect(skorPekppp9(hasil(6, 7), '2024-01-15', '2024-01-20')).toBe(0);
    expect(skorPekppp9(hasil(0, 0), '2024-01-15', '2024-01-20')).toBe(0);
    expect(skorPekppp9(hasil(7, 7), undefined, '2024-01-20')).toBeNull();
    expect(skorPekppp9(hasil(7, 7), '2024-01-15', undefined)).toBeNull();
    expect(skorPekppp9(hasil(7, 7), '2024-01-15', '2024-01-14')).toBeNull();
  });
});

describe('Zona Integritas', () => {
  it.each([
    [7, 7, '1'],
    [6, 7, '0.67'],
    [501, 1000, '0.67'],
    [500, 1000, '0.33'],
    [499, 1000, '0.33'],
    [1, 7, '0.33'],
    [0, 7, '0'],
  ])('%i dari %i → %s', (a, b, nilai) => expect(nilaiZi(hasil(a, b))?.equals(rasional(nilai))).toBe(true));

  it('tanpa rencana tidak ada nilai', () => expect(nilaiZi(hasil(0, 0))).toBeNull());
});
