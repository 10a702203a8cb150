import { bacaTahun, bacaTanggal } from './tanggal-isian';

it.each([
  ['8 Mei 2024', '2024-05-08'], ['08/05/2024', '2024-05-08'], ['8-5-2024', '2024-05-08'], ['Mei 2024', '2024-05'], ['05/2024', '2024-05'],
  ['2024-05', '2024-05'], ['2024-05-08', '2024-05-08'], ['1 agustus 2024', '2024-08-01'], ['1 Agu 2024', '2024-08-01'], ['Nopember 2023', '2023-11'], ['Sept. 2024', '2024-09'],
])('%s → %s', (teks, tanggal) => expect(bacaTanggal(teks)).toBe(tanggal)); // prettier-ignore

it.each(['', '31 Februari 2024', '2024', '8 Maai 2024', '13/2024', '32/01/2024', '1 Mei 24', 'kemarin', '8 M 2024'])('bukan tanggal: %s', (teks) =>
  expect(bacaTanggal(teks)).toBeNull(),
); // prettier-ignore

it.each([['2024', 2024], [' 2024 ', 2024], ['24', null], ['1800', null], ['2024a', null]])('tahun %s', (teks, tahun) =>
  expect(bacaTahun(teks)).toBe(tahun),
); // prettier-ignore
