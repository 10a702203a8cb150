import { bolehSerahkan, langkahTerima, masihTerbuka, type KeadaanUndangan } from './undangan.policy';

const kini = new Date('2026-01-01T00:00:00Z');
const nanti = new Date('2026-01-02T00:00:00Z');
const SEMUA: readonly KeadaanUndangan[] = ['menunggu', 'disetujui', 'diterima', 'ditolak', 'ditarik'];

test('an invitation is open until it is answered, withdrawn, or lapses', () => {
  expect(SEMUA.filter((keadaan) => masihTerbuka({ keadaan, berakhir: nanti }, kini))).toEqual(['menunggu', 'disetujui']);
  expect(SEMUA.filter((keadaan) => masihTerbuka({ keadaan, berakhir: kini }, kini))).toEqual([]);
});

test.each([
  [true, true, 'beri'],
  [true, false, 'beri'],
  [false, true, 'buktikan'],
  [false, false, 'setujui'],
] as const)('mailbox proven %s, mail server %s: %s', (surelTerbukti, lewatSurat, langkah) => {
  expect(langkahTerima({ surelTerbukti, lewatSurat })).toBe(langkah);
});

test('a link is handed over only after consent, and only without a mail server', () => {
  expect(SEMUA.filter((keadaan) => bolehSerahkan({ keadaan, berakhir: nanti }, false, kini))).toEqual(['disetujui']);
  expect(SEMUA.filter((keadaan) => bolehSerahkan({ keadaan, berakhir: nanti }, true, kini))).toEqual([]);
});
