import fc from 'fast-check';
import { BATAS, jedaSetelah } from './jeda.rules';

it('lets a person mistype, then doubles the wait, up to a quarter of an hour', () => {
  const jeda = [1, 4, 5, 6, 7, 8, 9, 10, 11, 50, 1_000_000].map((n) => jedaSetelah(n, BATAS.akunAlamat));
  expect(jeda).toEqual([0, 0, 30, 60, 120, 240, 480, 900, 900, 900, 900]);
});

it('never shortens, and never locks for good', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(BATAS)), fc.nat(10_000), (batas, n) => {
      expect(jedaSetelah(n + 1, batas)).toBeGreaterThanOrEqual(jedaSetelah(n, batas));
      expect(jedaSetelah(n, batas)).toBeLessThanOrEqual(3600);
    }),
  );
});

it('an attacker who keeps trying from one address has under a hundred attempts a day', () => {
  let detik = 0;
  let percobaan = 0;
  while (detik < 86_400) {
    percobaan += 1;
    detik += jedaSetelah(percobaan, BATAS.akunAlamat);
  }
  expect(percobaan).toBeLessThan(105);
});
