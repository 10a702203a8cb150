import { formatNip, gabung, namaBerkas, ringkas, tanpaTitik, terbilang } from './tulisan.rules';

it.each([
  [0, 'nol'],
  [3, 'tiga'],
  [10, 'sepuluh'],
  [11, 'sebelas'],
  [14, 'empat belas'],
  [20, 'dua puluh'],
  [60, 'enam puluh'],
  [99, 'sembilan puluh sembilan'],
  [100, 'seratus'],
  [111, 'seratus sebelas'],
  [999, 'sembilan ratus sembilan puluh sembilan'],
  [1000, '1000'],
])('terbilang(%i) = %s', (n, kata) => {
  expect(terbilang(n)).toBe(kata);
});

it('NIP 18 angka berkelompok 8-6-1-3, yang lain seperti tertulis', () => {
  expect(formatNip('197110071991012002')).toBe('19711007 199101 2 002');
  expect(formatNip('19711007 199101 2 002')).toBe('19711007 199101 2 002');
  expect(formatNip('19711007-199101')).toBe('19711007-199101');
  expect(formatNip('-')).toBe('-');
});

it('gabung menyebut daftar dengan koma dan "dan"', () => {
  expect([gabung([]), gabung(['a']), gabung(['a', 'b']), gabung(['a', 'b', 'c'])]).toEqual(['', 'a', 'a dan b', 'a, b, dan c']);
});

it('ringkas memotong di antara kata', () => {
  expect(ringkas('pendek', 10)).toBe('pendek');
  expect(ringkas('satu dua tiga empat', 14)).toBe('satu dua…');
  expect(ringkas('x'.repeat(30), 10)).toHaveLength(10);
});

it('tanpaTitik membuang tanda akhir', () => {
  expect(tanpaTitik(' Selesai. ')).toBe('Selesai');
  expect(tanpaTitik('Satu; dua;')).toBe('Satu; dua');
});

it('namaBerkas hanya huruf ASCII, angka, dan tanda hubung', () => {
  expect(namaBerkas(['Laporan Hasil', 'KPU/ŚŁ "x"\n', '../..'])).toBe('Laporan-Hasil-KPU-S-x');
  expect(namaBerkas(['…'])).toBe('laporan');
});
