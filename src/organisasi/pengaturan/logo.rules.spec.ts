import fc from 'fast-check';
import { bacaLogo, LOGO_BITA_TERBANYAK } from './logo.rules';

const u32 = (n: number) => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const potong = (nama: string, isi: readonly number[]) => [...u32(isi.length), ...Buffer.from(nama), ...isi, 0, 0, 0, 0];
const png = (lebar: number, tinggi: number, ekor: readonly number[] = []) =>
  Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...potong('IHDR', [...u32(lebar), ...u32(tinggi), 8, 6, 0, 0, 0]),
    ...potong('IDAT', [1, 2, 3]),
    ...potong('IEND', []),
    ...ekor,
  ]);
const jpeg = (lebar: number, tinggi: number) =>
  Uint8Array.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2],
    ...[0xff, 0xc0, 0, 11, 8, tinggi >> 8, tinggi & 255, lebar >> 8, lebar & 255, 1, 1, 1, 1],
    ...[0xff, 0xda, 0, 2, 5, 5, 5, 0xff, 0xd9],
  ]);

it('mengenali PNG dan JPEG dari isinya', () => {
  expect(bacaLogo(png(200, 100))).toEqual({ jenis: 'image/png', lebar: 200, tinggi: 100 });
  expect(bacaLogo(jpeg(640, 480))).toEqual({ jenis: 'image/jpeg', lebar: 640, tinggi: 480 });
});

it.each([
  ['kosong', new Uint8Array(), 'Pilih berkas'],
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'PNG atau JPEG'],
  [
    'HTML berkedok PNG',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Buffer.from('<script>')]),
    'PNG atau JPEG',
  ],
  ['PNG dengan ekor', png(200, 100, [...Buffer.from('<script>')]), 'PNG atau JPEG'],
  ['PNG terpotong', png(200, 100).subarray(0, 40), 'PNG atau JPEG'],
  ['JPEG tanpa akhir', jpeg(200, 100).subarray(0, -2), 'PNG atau JPEG'],
  ['GIF', Buffer.from('GIF89a'), 'PNG atau JPEG'],
  ['terlalu kecil', png(31, 200), 'paling pendek 32'],
  ['terlalu lebar', jpeg(2001, 200), 'paling panjang 2000'],
  ['terlalu berat', new Uint8Array(LOGO_BITA_TERBANYAK + 1), 'paling besar 512 kB'],
])('menolak %s', (_, bita, pesan) => expect(bacaLogo(bita)).toContain(pesan));

it.each([
  [32, true],
  [31, false],
  [2000, true],
  [2001, false],
])('batas sisi %i: %s', (sisi, sah) => expect(typeof bacaLogo(png(sisi, 100)) === 'object').toBe(sah));

it('tidak pernah tersandung bita apa pun', () =>
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom(png(50, 50), jpeg(50, 50)),
      fc.nat(60),
      (acak, asli, letak) => {
        const rusak = Uint8Array.from(asli);
        rusak.set(acak.subarray(0, Math.max(0, rusak.length - letak)), Math.min(letak, rusak.length));
        expect(['string', 'object']).toContain(typeof bacaLogo(rusak));
      },
    ),
  ));
