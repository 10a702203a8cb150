import { Readable } from 'node:stream';
import fc from 'fast-check';
import type { BlokRespons } from '../respons/respons.rules';
import { saringBlok } from './ganda.service';
import { bacaSiapan, keLarik, kelompokBaris, memuatSaran, pecahBaris, tulisSiapan } from './siapan';

const teks = fc.option(fc.string({ unit: 'grapheme', minLength: 1 }), { nil: null });
const blok = fc.integer({ min: 1, max: 5 }).chain((n) => {
  const larik = <T>(isi: fc.Arbitrary<T>) => fc.array(isi, { minLength: n, maxLength: n });
  const boleh = <T>(isi: fc.Arbitrary<T>) => fc.option(larik(isi), { nil: null });
  return fc.record<BlokRespons>({
    n: fc.constant(n),
    baris: larik(fc.integer({ min: 1, max: 1e6 })),
    jawaban: larik(fc.stringMatching(/^[0-9-]{9}$/)),
    kepentingan: boleh(fc.stringMatching(/^[0-9-]{9}$/)),
    layanan: boleh(teks),
    tanggal: boleh(fc.option(fc.constant('2026-01-02'), { nil: null })),
    usia: boleh(fc.option(fc.integer({ min: 1, max: 120 }), { nil: null })),
    jenisKelamin: boleh(teks),
    pendidikan: boleh(teks),
    pekerjaan: boleh(teks),
    saran: fc.constant(null),
    lain: fc.option(fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), larik(teks)), { nil: null }),
  });
});

it('a block comes back from its line as it was', () => {
  fc.assert(fc.property(blok, fc.nat(1000), (b, nomor) => expect(bacaSiapan(tulisSiapan(nomor, b).trimEnd())).toEqual(b)));
});

it('lines are parted nowhere but at their ends, however the bytes arrive, and make one JSON array', () =>
  fc.assert(
    fc.asyncProperty(fc.array(blok, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 300 }), async (daftar, potong) => {
      const berkas = Buffer.from(daftar.map((b, i) => tulisSiapan(i, b)).join(''));
      const bagian = Array.from({ length: Math.ceil(berkas.length / potong) }, (_, i) =>
        berkas.subarray(i * potong, (i + 1) * potong),
      );
      const kembali: BlokRespons[] = [];
      for await (const baris of kelompokBaris(Readable.from(bagian), 500)) {
        expect(JSON.parse(keLarik(baris).toString())).toHaveLength(pecahBaris(baris).length);
        kembali.push(...pecahBaris(baris).map(bacaSiapan));
      }
      expect(kembali).toEqual(daftar);
    }),
  ));

it('suggestions are seen, words that look like them are not', () => {
  const satu: BlokRespons = {
    ...{ n: 1, baris: [2], jawaban: ['4'], kepentingan: null, layanan: ['"saran":["x"]'], tanggal: null, usia: null },
    ...{ jenisKelamin: null, pendidikan: null, pekerjaan: null, saran: null, lain: null },
  };
  expect(memuatSaran(Buffer.from(tulisSiapan(0, satu)))).toBe(false);
  expect(memuatSaran(Buffer.from(tulisSiapan(0, { ...satu, saran: ['tambah loket'] })))).toBe(true);
});

it('respondents who are left out take all of theirs along', () => {
  fc.assert(
    fc.property(blok, fc.func(fc.boolean()), (b, lulus) => {
      const sisa = saringBlok(b, (baris) => lulus(baris));
      const tetap = b.baris.map((baris) => lulus(baris));
      expect(sisa.n).toBe(tetap.filter(Boolean).length);
      expect(sisa.jawaban).toEqual(b.jawaban.filter((_, i) => tetap[i]));
      expect(sisa.layanan).toEqual(b.layanan && b.layanan.filter((_, i) => tetap[i]));
    }),
  );
});
