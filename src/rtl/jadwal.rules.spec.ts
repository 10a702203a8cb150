import type { Survei } from '../survei/survei.rules';
import { horizon, jadwalRinci, kecepatanRespons, rentangJadwal } from './jadwal.rules';

describe('horizon: panjang jadwal dari bulan pertama sampai bulan terakhir', () => {
  it.each([
    [['2024-01', '2024-11'], 'pendek'],
    [['2024-01', '2024-12'], 'menengah'],
    [['2024-01', '2025-01'], 'menengah'],
    [['2024-01', '2025-11'], 'menengah'],
    [['2024-01', '2025-12'], 'menengah'],
    [['2024-01', '2026-01'], 'panjang'],
    [['2024-TW2', '2024-TW3', '2024-TW4'], 'pendek'],
    [['2024-TW1', '2024-TW4'], 'menengah'],
    [['2025-TW1', '2024-TW3'], 'pendek'],
    [['2024'], 'menengah'],
    [['2024-S2'], 'pendek'],
  ])('%j → %s', (jadwal, harus) => expect(horizon(jadwal)).toBe(harus));

  it('tanpa jadwal tidak ada horizon', () => {
    expect(horizon([])).toBeNull();
    expect(rentangJadwal([])).toBeNull();
  });
});

it('jadwal rinci: berurut, tiap periode sekali, periode panjang dipecah', () => {
  expect(jadwalRinci(['2024-TW4', '2024-S2', '2024-TW1'], 'triwulan').map((p) => [p.tahun, p.ke])).toEqual([
    [2024, 1],
    [2024, 3],
    [2024, 4],
  ]);
});

describe('kecepatan respons: bulan dari bulan survei, paling sedikit 1', () => {
  const survei = (isi: Partial<Survei>): Survei => ({
    kode: 'S',
    judul: 'S',
    instrumen: 'PERMENPAN-14-2017',
    periode: { jenis: 'tahun', tahun: 2023 },
    tingkat: 'terbit',
    unsur: [],
    ...isi,
  });
  const bulan = (ke: number) => survei({ periode: { jenis: 'bulan', tahun: 2023, ke } });

  // Kanreg X's own column
  it.each([
    [1, '2023-02', 1],
    [4, '2023-08', 4],
    [5, '2023-08', 3],
    [2, '2023-02', 1],
    [12, '2024-01-15', 1],
    [11, '2024-01', 2],
  ])('survei bulan %i, mulai %s → %i', (ke, mulai, harus) => expect(kecepatanRespons(bulan(ke), mulai)).toBe(harus));

  it('survei tahunan dihitung dari bulan pelaksanaannya berakhir, atau dari terbitnya', () => {
    const pelaksanaan = { mulai: '2024-01-01', selesai: '2024-04-30' };
    expect(kecepatanRespons(survei({ pelaksanaan, tanggalTerbit: '2024-05-08' }), '2024-07')).toBe(3);
    expect(kecepatanRespons(survei({ tanggalTerbit: '2024-05-08' }), '2024-07')).toBe(2);
  });

  it('yang tidak diketahui tidak ditebak', () => {
    expect(kecepatanRespons(survei({}), '2024-07')).toBeNull();
    expect(kecepatanRespons(bulan(1), undefined)).toBeNull();
    expect(kecepatanRespons(undefined, '2024-07')).toBeNull();
  });
});
