import { susunanTampil, UNIT_TERBANYAK_TERBUKA } from './susunan.rules';

const unit = (kode: string, induk: string | null = null, berakhir: string | null = null) => ({
  ...{ id: kode, kode, nama: `Bagian ${kode}`, singkatan: null, indukId: induk, penerusId: null, berakhir },
});
const banyak = (n: number) => [
  unit('A'),
  unit('B', 'A'),
  ...Array.from({ length: n }, (_, i) => unit(`C${i}`, 'B')),
  unit('Z', null, '2024-01-01'),
];
const kode = (s: ReturnType<typeof susunanTampil>) => s.baris.map((b) => b.unit.id);

it('susunan yang kecil terbuka seluruhnya, tanpa yang sudah berakhir', () => {
  const s = susunanTampil(banyak(3), '', '');
  expect([s.bentuk, kode(s)]).toEqual(['seluruhnya', ['A', 'B', 'C0', 'C1', 'C2']]);
  expect(s.baris.map((b) => b.tingkat)).toEqual([0, 1, 2, 2, 2]);
});

it('susunan yang besar terlipat: setingkat demi setingkat, dengan banyaknya yang di bawah', () => {
  const semua = banyak(UNIT_TERBANYAK_TERBUKA);
  const atas = susunanTampil(semua, '', '');
  expect([atas.bentuk, kode(atas), atas.dibawah.get('A')]).toEqual(['terlipat', ['A'], UNIT_TERBANYAK_TERBUKA + 1]);
  expect(kode(susunanTampil(semua, '', 'A'))).toEqual(['B']);
  expect(susunanTampil(semua, '', 'B').baris).toHaveLength(UNIT_TERBANYAK_TERBUKA);
  expect(kode(susunanTampil(semua, '', 'tidak-ada'))).toEqual(['A']);
});

it('pencarian menemukan di tingkat mana pun, juga yang sudah berakhir', () => {
  expect(kode(susunanTampil(banyak(300), 'bagian c299', ''))).toEqual(['C299']);
  expect(kode(susunanTampil(banyak(300), 'z', ''))).toEqual(['Z']);
});

it('anak dari unit yang sudah berakhir tetap terlihat, di tingkat teratas', () => {
  const semua = [...banyak(UNIT_TERBANYAK_TERBUKA), unit('Y', 'Z')];
  expect(kode(susunanTampil(semua, '', ''))).toEqual(['A', 'Y']);
});
