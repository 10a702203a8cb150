import { cobaLagi, JEDA_KIRIM } from './jeda-kirim.rules';

const kini = new Date('2026-01-01T00:00:00Z');
const nanti = (detik: number) => new Date(kini.getTime() + detik * 1000);

test('each failure waits longer; after the last the letter is given up', () => {
  const jauh = nanti(30 * 24 * 3600);
  expect(JEDA_KIRIM.map((_, i) => cobaLagi(i + 1, kini, jauh))).toEqual(JEDA_KIRIM.map(nanti));
  expect([...JEDA_KIRIM].sort((a, b) => a - b)).toEqual(JEDA_KIRIM);
  expect(cobaLagi(JEDA_KIRIM.length + 1, kini, jauh)).toBeNull();
});

test('no attempt after its link has ended', () => {
  expect(cobaLagi(1, kini, nanti(JEDA_KIRIM[0] ?? 0))).toBeNull();
  expect(cobaLagi(1, kini, nanti((JEDA_KIRIM[0] ?? 0) + 1))).not.toBeNull();
});
