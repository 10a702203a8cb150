import fc from 'fast-check';
import { rasional, teksDesimal } from '../shared/desimal';
import { gabungkan, nrrDariPertanyaan } from './gabungan.rules';
import { indeksCs, kuadran } from './kepentingan.rules';

describe('menggabungkan layanan atau bulan', () => {
  const bagian = [
    { kode: 'Jan', nilai: rasional('88.81'), n: 10 },
    { kode: 'Feb', nilai: rasional('89.15'), n: 30 },
    { kode: 'Mar', nilai: rasional('86.48') },
    { kode: 'Apr', nilai: null, n: 5 },
  ];

  it('tertimbang responden: bulan tanpa n disebut, tidak dirata-ratakan', () => {
    const h = gabungkan(bagian, 'tertimbang-responden');
    expect(h.nilai && teksDesimal(h.nilai, 3)).toBe('89.065');
    expect(h.dikecualikan).toEqual([
      { kode: 'Mar', alasan: 'jumlah responden tidak diketahui' },
      { kode: 'Apr', alasan: 'tidak ada nilai' },
    ]);
  });

  it('rata-rata sederhana memakai semua yang bernilai', () => {
    const h = gabungkan(bagian, 'rata-rata-sederhana');
    expect(h.nilai?.equals(rasional('264.44').div(3))).toBe(true);
    expect(h.dihitung).toEqual(['Jan', 'Feb', 'Mar']);
  });

  it('tidak ada yang dapat digabung', () => {
    expect(gabungkan([], 'tertimbang-responden').nilai).toBeNull();
    expect(gabungkan([{ kode: 'X', nilai: rasional(80), n: 0 }], 'tertimbang-responden').nilai).toBeNull();
  });

  it('dengan n yang sama kedua cara memberi angka yang sama', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 2500, max: 10_000 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 500 }),
        (isi, n) => {
          const sama = isi.map((v, i) => ({ kode: String(i), nilai: rasional(v, 100), n }));
          const [a, b] = [gabungkan(sama, 'tertimbang-responden').nilai, gabungkan(sama, 'rata-rata-sederhana').nilai];
          expect(a && b && a.equals(b)).toBe(true);
        },
      ),
    );
  });
});

it('subpertanyaan dirata-ratakan ke unsurnya, pertanyaan tambahan tidak masuk indeks', () => {
  const hasil = nrrDariPertanyaan([
    { unsur: 'U1', nrr: rasional(3) },
    { unsur: 'U1', nrr: rasional(4) },
    { unsur: 'U2', nrr: rasional(2) },
    { unsur: null, nrr: rasional(1) },
  ]);
  expect([...hasil].map(([u, n]) => [u, teksDesimal(n)])).toEqual([
    ['U1', '3.50'],
    ['U2', '2.00'],
  ]);
});

describe('kepentingan dan kinerja', () => {
  const daftar = [
    { unsur: 'U1', kepentingan: rasional(4), kinerja: rasional(2) },
    { unsur: 'U2', kepentingan: rasional(4), kinerja: rasional(4) },
    { unsur: 'U3', kepentingan: rasional(2), kinerja: rasional(2) },
    { unsur: 'U4', kepentingan: rasional(2), kinerja: rasional(4) },
  ];

  it('empat kuadran', () => {
    expect(kuadran(daftar).map((k) => k.kuadran)).toEqual(['prioritas-utama', 'pertahankan', 'prioritas-rendah', 'berlebihan']);
  });

  it('yang tepat di sumbu dianggap tinggi', () => {
    expect(kuadran([{ unsur: 'U1', kepentingan: rasional(3), kinerja: rasional(3) }])[0]?.kuadran).toBe('pertahankan');
  });

  it('indeks CS: (4·2 + 4·4 + 2·2 + 2·4) ÷ 12 ÷ 4 = 75', () => {
    expect(indeksCs(daftar, 4)?.equals(75)).toBe(true);
    expect(indeksCs([], 4)).toBeNull();
  });

  it('indeks CS berada di antara 0 dan 100', () => {
    const unsur = fc.record({ kepentingan: fc.integer({ min: 1, max: 4 }), kinerja: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(fc.array(unsur, { minLength: 1 }), (isi) => {
        const cs = indeksCs(isi.map((u, i) => ({ unsur: String(i), kepentingan: rasional(u.kepentingan), kinerja: rasional(u.kinerja) })), 4); // prettier-ignore
        expect(cs && cs.compare(25) >= 0 && cs.compare(100) <= 0).toBe(true);
      }),
    );
  });
});
