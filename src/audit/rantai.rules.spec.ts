import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { PemeriksaRantai, SIDIK_AWAL, teksNaskah, type CatatanRantai, type KepalaRantai } from './rantai.rules';

const sha = (teks: string) => createHash('sha256').update(teks).digest('hex');

function rantai(isi: readonly (readonly (string | null)[])[]): { catatan: CatatanRantai[]; kepala: KepalaRantai } {
  let sidikLalu = SIDIK_AWAL;
  const catatan = isi.map((naskah, i) => {
    const satu = { nomor: i + 1, naskah, sidikLalu, sidik: sha(teksNaskah(sidikLalu, naskah)) };
    sidikLalu = satu.sidik;
    return satu;
  });
  return { catatan, kepala: { jumlah: catatan.length, sidik: sidikLalu } };
}

function periksa(catatan: readonly CatatanRantai[], kepala: KepalaRantai | null): string[] {
  const pemeriksa = new PemeriksaRantai(sha);
  for (const satu of catatan) pemeriksa.periksa(satu);
  return pemeriksa.selesai(kepala).map((c) => `${c.nomor} ${c.pesan}`);
}

const lima = () => rantai([['a', null], ['b', ''], ['c', 'x'], ['d', 'é'], ['e', '1:e']]); // prettier-ignore

test('rantai yang utuh, juga yang kosong, tidak bercacat', () => {
  const { catatan, kepala } = lima();
  expect(periksa(catatan, kepala)).toEqual([]);
  expect(periksa([], { jumlah: 0, sidik: SIDIK_AWAL })).toEqual([]);
});

test.each([
  ['awal', 0, ['1 hilang']],
  ['tengah', 2, ['3 hilang']],
  ['ujung', 4, ['5 hilang']],
])('catatan yang hilang di %s ditemukan', (_, ke, cacat) => {
  const { catatan, kepala } = lima();
  catatan.splice(ke, 1);
  expect(periksa(catatan, kepala)).toEqual(cacat);
});

test('ujung yang terpotong beberapa catatan, atau seluruhnya, ditemukan', () => {
  const { catatan, kepala } = lima();
  expect(periksa(catatan.slice(0, 2), kepala)).toEqual(['3 hilang sampai nomor 5']);
  expect(periksa([], kepala)).toEqual(['1 hilang sampai nomor 5']);
});

test('isi yang berubah ditemukan, walaupun sidiknya dihitung ulang', () => {
  const { catatan, kepala } = lima();
  const [, , tiga] = catatan;
  if (!tiga) throw new Error('tidak ada');
  catatan[2] = { ...tiga, naskah: ['c', 'y'] };
  expect(periksa(catatan, kepala)).toEqual(['3 isinya berubah sesudah ditulis']);
  catatan[2] = { ...tiga, naskah: ['c', 'y'], sidik: sha(teksNaskah(tiga.sidikLalu, ['c', 'y'])) };
  expect(periksa(catatan, kepala)).toEqual(['4 tidak menyambung dengan catatan sebelumnya']);
});

test('dua catatan yang bertukar isi ditemukan', () => {
  const { catatan, kepala } = lima();
  const [, dua, tiga] = catatan;
  if (!dua || !tiga) throw new Error('tidak ada');
  catatan[1] = { ...tiga, nomor: 2 };
  catatan[2] = { ...dua, nomor: 3 };
  expect(periksa(catatan, kepala).length).toBeGreaterThan(1);
});

test('kepala rantai yang hilang, mundur, atau berubah ditemukan', () => {
  const { catatan, kepala } = lima();
  expect(periksa(catatan, null)).toEqual(['0 catatan panjang rantai hilang']);
  expect(periksa(catatan, { ...kepala, jumlah: 4 })).toEqual(['5 tidak dikenal rantai, yang panjangnya 4']);
  expect(periksa(catatan, { ...kepala, sidik: SIDIK_AWAL })).toEqual(['5 bukan catatan terakhir yang dikenal rantai']);
});

test('tidak ada dua isi yang memberi naskah yang sama', () => {
  const bagian = fc.array(fc.option(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('-', '1:a', '\n', '0:'))), {
    minLength: 2,
    maxLength: 4,
  });
  fc.assert(
    fc.property(bagian, bagian, (a, b) => {
      fc.pre(JSON.stringify(a) !== JSON.stringify(b) && a.length === b.length);
      return teksNaskah(SIDIK_AWAL, a) !== teksNaskah(SIDIK_AWAL, b);
    }),
  );
});
