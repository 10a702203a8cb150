import { IsIn, IsNotEmpty, MaxLength } from 'class-validator';
import { bacaIsian, bacaKetikan, GalatIsian, type GalatMedan } from './isian';

class ContohDto {
  @MaxLength(5, { message: 'Paling banyak 5 huruf' })
  @IsNotEmpty({ message: 'Tuliskan namanya' })
  nama = '';

  @IsIn(['a', 'b'], { message: 'Pilih salah satu' })
  pilihan = '';
}

function galat(badan: unknown): readonly GalatMedan[] {
  try {
    bacaIsian(ContohDto, bacaKetikan(badan));
  } catch (g) {
    if (g instanceof GalatIsian) return g.daftar;
    throw g;
  }
  return [];
}

it('takes the named fields only, tidied', () => {
  const isian = bacaIsian(ContohDto, bacaKetikan({ nama: '  Umum ', pilihan: 'a', lain: 'x' }));
  expect({ ...isian }).toEqual({ nama: 'Umum', pilihan: 'a' });
});

it('tells every fault at once, in the order of the class', () => {
  expect(galat({})).toEqual([
    { medan: 'nama', pesan: 'Tuliskan namanya' },
    { medan: 'pilihan', pesan: 'Pilih salah satu' },
  ]);
});

it.each([
  ['a null byte', { nama: 'a\u0000b', pilihan: 'a' }, 'Hapus huruf yang tidak terbaca dari isian ini'],
  ['half a surrogate pair', { nama: 'a\ud800', pilihan: 'a' }, 'Hapus huruf yang tidak terbaca dari isian ini'],
  ['too much', { nama: 'x'.repeat(1_000_000), pilihan: 'a' }, 'Paling banyak 5 huruf'],
])('refuses %s', (_, badan, pesan) => expect(galat(badan)).toEqual([{ medan: 'nama', pesan }]));

it('names of prototypes are no fields', () => {
  expect(galat(JSON.parse('{"__proto__":"nama","pilihan":"a"}'))).toEqual([{ medan: 'nama', pesan: 'Tuliskan namanya' }]);
});

it.each([
  ['repeated', { nama: ['a', 'b'], pilihan: 'a' }],
  ['nested', { nama: { $ne: '' }, pilihan: 'a' }],
  ['nested by name', { 'nama[x]': 'a', pilihan: 'a' }],
])('a field that is %s does not pass as an empty one', (_, badan) => {
  expect(() => bacaKetikan(badan)).toThrow('terkirim rusak');
});
