import { bagianPeriode, BAGIAN_TAHUN, namaBagian, periodeBerikut, periodeDari, sarankanKode } from './kode.rules';

const TW1 = { jenis: 'triwulan', tahun: 2026, ke: 1 } as const;

it('bagian tahun memuat setahun, dua semester, empat triwulan, dua belas bulan, dengan bulannya', () => {
  expect(BAGIAN_TAHUN).toHaveLength(19);
  expect(BAGIAN_TAHUN.slice(0, 5).map(namaBagian)).toEqual([
    'Setahun penuh · Januari–Desember',
    'Semester I · Januari–Juni',
    'Semester II · Juli–Desember',
    'TW I · Januari–Maret',
    'TW II · April–Juni',
  ]);
  for (const b of BAGIAN_TAHUN) expect(bagianPeriode(periodeDari(b.nilai, 2026) ?? TW1)).toBe(b.nilai);
  expect(periodeDari('triwulan-5', 2026)).toBeNull();
});

it('kode yang disarankan memuat periode dan aliran, dan belum dipakai', () => {
  expect(sarankanKode(TW1, 'Loket', [])).toBe('SKM-2026-TW1-LOKET');
  expect(sarankanKode(TW1, null, ['skm-2026-tw1'])).toBe('SKM-2026-TW1-2');
  expect(sarankanKode({ jenis: 'tahun', tahun: 2026 }, 'Pelayanan Terpadu / Daring', [])).toBe(
    'SKM-2026-PELAYANAN-TERPADU-DARING',
  );
});

it.each([
  [TW1, { jenis: 'triwulan', tahun: 2026, ke: 2 }],
  [
    { jenis: 'bulan', tahun: 2026, ke: 12 },
    { jenis: 'bulan', tahun: 2027, ke: 1 },
  ],
  [
    { jenis: 'tahun', tahun: 2026 },
    { jenis: 'tahun', tahun: 2027 },
  ],
] as const)('periode berikut', (kini, harap) => expect(periodeBerikut(kini)).toEqual(harap));
