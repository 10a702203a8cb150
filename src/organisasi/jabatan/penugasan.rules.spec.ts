import fc from 'fast-check';
import {
  belumBerakhir,
  bertumpang,
  irisan,
  mencakup,
  pemegangPada,
  penghalangPenugasan,
  sebutanJabatan,
  STATUS_PENUGASAN,
  type Masa,
  type MasaPenugasan,
} from './penugasan.rules';

const p = (status: MasaPenugasan['status'], mulai: string, selesai: string | null = null): MasaPenugasan => ({
  id: `${status} ${mulai}`,
  status,
  mulai,
  selesai,
});

it.each([
  ['2024-04-30', false],
  ['2024-05-01', true],
  ['2024-05-31', true],
  ['2024-06-01', false],
])('masa setengah terbuka 1 Mei – 1 Juni mencakup %s: %s', (tanggal, ya) =>
  expect(mencakup({ mulai: '2024-05-01', selesai: '2024-06-01' }, tanggal)).toBe(ya),
);

const hari = fc.integer({ min: 1, max: 28 }).map((n) => `2024-02-${String(n).padStart(2, '0')}`);
const masa: fc.Arbitrary<Masa> = fc
  .tuple(fc.option(hari), fc.option(hari))
  .map(([a, b]) => (a !== null && b !== null && a > b ? { mulai: b, selesai: a } : { mulai: a, selesai: b }));

it('dua masa bertumpang tepat bila ada hari yang dicakup keduanya', () => {
  const semua = Array.from({ length: 60 }, (_, i) => new Date(Date.UTC(2024, 0, 10 + i)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(masa, masa, (a, b) => {
      expect(bertumpang(a, b)).toBe(semua.some((h) => mencakup(a, h) && mencakup(b, h)));
      expect(bertumpang(b, a)).toBe(bertumpang(a, b));
      if (bertumpang(a, b)) for (const h of semua) expect(mencakup(irisan(a, b), h)).toBe(mencakup(a, h) && mencakup(b, h));
    }),
  );
});

it('menerima hanya yang diizinkan, jabatan tidak pernah punya dua pemegang definitif atau dua pelaksana pada satu hari', () => {
  const calon = fc.record({ status: fc.constantFrom(...STATUS_PENUGASAN), masa });
  fc.assert(
    fc.property(fc.array(calon, { maxLength: 12 }), hari, (daftar, tanggal) => {
      const ada: MasaPenugasan[] = [];
      for (const [i, { status, masa: m }] of daftar.entries()) {
        if (penghalangPenugasan(ada, { status, ...m }) === null) ada.push({ id: String(i), status, ...m });
      }
      const kini = ada.filter((x) => mencakup(x, tanggal));
      expect(kini.filter((x) => x.status === 'definitif').length).toBeLessThanOrEqual(1);
      expect(kini.filter((x) => x.status !== 'definitif').length).toBeLessThanOrEqual(1);
    }),
  );
});

it('Plt. hanya untuk jabatan yang lowong, Plh. untuk pejabat yang berhalangan', () => {
  const ada = [p('definitif', '2024-01-01')];
  expect(penghalangPenugasan(ada, p('plt', '2024-03-01'))).toBe(ada[0]);
  expect(penghalangPenugasan(ada, p('plh', '2024-03-01', '2024-03-08'))).toBeNull();
  expect(penghalangPenugasan([p('definitif', '2024-01-01', '2024-03-01')], p('plt', '2024-03-01'))).toBeNull();
});

it('yang menandatangani adalah pelaksana bila ada, dengan sebutannya', () => {
  const ada = [p('definitif', '2024-01-01'), p('plh', '2024-03-01', '2024-03-08')];
  expect(pemegangPada(ada, '2024-02-29')?.status).toBe('definitif');
  expect(pemegangPada(ada, '2024-03-01')?.status).toBe('plh');
  expect(pemegangPada(ada, '2024-03-08')?.status).toBe('definitif');
  expect(pemegangPada(ada, '2023-12-31')).toBeNull();
  expect(sebutanJabatan('plh', 'Kepala Bagian Umum')).toBe('Plh. Kepala Bagian Umum');
});

it('penugasan yang dibatalkan pada hari mulainya tidak mencakup hari apa pun', () => {
  const batal = { mulai: '2024-05-01', selesai: '2024-05-01' };
  expect(mencakup(batal, '2024-05-01')).toBe(false);
  expect(belumBerakhir(batal, '2024-04-01')).toBe(false);
});
