import fc from 'fast-check';
import { penggal } from './penggal.rules';

const tampil = (kata: string) => penggal(kata).replaceAll('\u00ad', '-');

it.each([
  ['pelayanan', 'pela-yanan'],
  ['dilaksanakan', 'dilak-sa-na-kan'],
  ['instrumen', 'instru-men'],
  ['transparansi', 'trans-pa-ransi'],
  ['masyarakat', 'masya-ra-kat'],
  ['ditindaklanjuti,', 'ditin-dak-lan-juti,'],
  ['berupaya', 'beru-paya'],
])('memenggal %s', (kata, hasil) => {
  expect(tampil(kata)).toBe(hasil);
});

it('tidak memenggal singkatan, alamat, dan kata pendek', () => {
  for (const kata of ['KASN', 'kantor', 'humas@bkn.go.id', '']) expect(penggal(kata)).toBe(kata);
});

it('hanya menambah tanda penggal, tidak pernah di dekat tepi, dan tidak di antara dua vokal', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,30}[.,:]?$/), (kata) => {
      const hasil = penggal(kata);
      expect(hasil.replaceAll('\u00ad', '')).toBe(kata);
      for (const m of hasil.matchAll(/\u00ad/g)) {
        const kiri = hasil.slice(0, m.index).replaceAll('\u00ad', '');
        const kanan = hasil.slice(m.index).replaceAll('\u00ad', '');
        expect(kiri.length).toBeGreaterThanOrEqual(3);
        expect(kanan.replace(/[.,:]$/, '').length).toBeGreaterThanOrEqual(3);
        expect(/[aiueo]$/.test(kiri) && /^[aiueo]/.test(kanan)).toBe(false);
      }
    }),
  );
});
