import fc from 'fast-check';
import { deflateSync, crc32 } from 'node:zlib';
import { bacaLogo, LOGO_BITA_TERBANYAK } from './logo';

const u32 = (n: number) => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const potong = (nama: string, isi: Uint8Array | readonly number[]) => {
  const tubuh = [...Buffer.from(nama), ...isi];
  return [...u32(isi.length), ...tubuh, ...u32(crc32(Uint8Array.from(tubuh)))];
};
const AWAL = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A whole picture of one colour; what is given is written instead of what belongs there. */
function png(
  lebar: number,
  tinggi: number,
  {
    bit = 8,
    lapis = 0,
    isi,
    tambahan = [],
    ekor = [],
  }: { bit?: number; lapis?: number; isi?: Uint8Array; tambahan?: readonly number[]; ekor?: readonly number[] } = {},
): Uint8Array {
  const piksel = isi ?? deflateSync(Buffer.alloc(tinggi * (1 + lebar * 4)));
  return Uint8Array.from([
    ...AWAL,
    ...potong('IHDR', [...u32(lebar), ...u32(tinggi), bit, 6, 0, 0, lapis]),
    ...tambahan,
    ...potong('IDAT', piksel),
    ...potong('IEND', []),
    ...ekor,
  ]);
}
const jpeg = (lebar: number, tinggi: number) =>
  Uint8Array.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2],
    ...[0xff, 0xc0, 0, 11, 8, tinggi >> 8, tinggi & 255, lebar >> 8, lebar & 255, 1, 1, 1, 1],
    ...[0xff, 0xda, 0, 2, 5, 5, 5, 0xff, 0xd9],
  ]);

it('mengenali PNG dan JPEG dari isinya', () => {
  expect(bacaLogo(png(200, 100))).toEqual({ jenis: 'image/png', lebar: 200, tinggi: 100, bita: png(200, 100) });
  expect(bacaLogo(jpeg(640, 480))).toMatchObject({ jenis: 'image/jpeg', lebar: 640, tinggi: 480 });
});

it.each([
  ['kosong', new Uint8Array(), 'Pilih berkas'],
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'PNG atau JPEG'],
  [
    'HTML berkedok PNG',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Buffer.from('<script>')]),
    'PNG atau JPEG',
  ],
  ['PNG dengan ekor', png(200, 100, { ekor: [...Buffer.from('<script>')] }), 'PNG atau JPEG'],
  ['PNG terpotong', png(200, 100).subarray(0, 40), 'PNG atau JPEG'],
  ['JPEG tanpa akhir', jpeg(200, 100).subarray(0, -2), 'PNG atau JPEG'],
  ['GIF', Buffer.from('GIF89a'), 'PNG atau JPEG'],
  ['PNG 16 bit', png(200, 100, { bit: 16 }), '8 bit'],
  ['PNG yang datanya bukan gambar', png(200, 100, { isi: Buffer.from('<script>') }), 'PNG atau JPEG'],
  [
    'PNG yang datanya lebih banyak dari ukurannya',
    png(200, 100, { isi: deflateSync(Buffer.alloc(50_000_000)) }),
    'PNG atau JPEG',
  ],
  ['PNG yang datanya kurang', png(200, 100, { isi: deflateSync(Buffer.alloc(100)) }), 'PNG atau JPEG'],
  ['PNG raksasa menurut kepalanya', png(60_000, 60_000, { isi: deflateSync(Buffer.alloc(10)) }), 'paling panjang 2000'],
  ['PNG yang sebitanya berubah', png(200, 100).with(50, 9), 'PNG atau JPEG'],
  ['JPEG 12 bit', jpeg(200, 100).with(12, 12), '8 bit'],
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

it('yang disimpan hanya gambarnya: tanpa teks, lokasi, dan sisipan lain', () => {
  const teks = potong('tEXt', Buffer.from('Comment\0<script>alert(1)</script>'));
  expect(bacaLogo(png(64, 64, { tambahan: teks }))).toMatchObject({ bita: png(64, 64) });
  const [awal, sisa] = [jpeg(64, 64).subarray(0, 2), jpeg(64, 64).subarray(2)];
  const sisip = Buffer.from('<script>alert(1)</script>');
  const segmen = (p: number) => [0xff, p, 0, sisip.length + 2, ...sisip];
  const dengan = Uint8Array.from([...awal, ...segmen(0xfe), ...segmen(0xe1), ...sisa]);
  expect(bacaLogo(dengan)).toMatchObject({ bita: jpeg(64, 64) });
});

it('PNG berlapis diterima', () => {
  const sisi = 32;
  const lapis = [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]] as const; // prettier-ignore
  const panjang = lapis.reduce((n, [x, y, dx, dy]) => n + Math.ceil((sisi - y) / dy) * (1 + 4 * Math.ceil((sisi - x) / dx)), 0);
  expect(bacaLogo(png(sisi, sisi, { lapis: 1, isi: deflateSync(Buffer.alloc(panjang)) }))).toMatchObject({ lebar: sisi });
});
