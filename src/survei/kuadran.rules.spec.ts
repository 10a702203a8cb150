import fc from 'fast-check';
import { INSTRUMEN_BAWAAN } from '../instrumen/instrumen.bawaan';
import type { Instrumen } from '../instrumen/instrumen.rules';
import { rasional, teksDesimal } from '../shared/desimal';
import { analisisKepentingan, NOMOR_KUADRAN } from './kuadran.rules';
import { hitungSurvei } from './skor.rules';

const [INSTRUMEN] = INSTRUMEN_BAWAAN as [Instrumen];
const hasil = (jumlah: readonly number[], n = 10) =>
  hitungSurvei(
    { kode: 'S', judul: 'S', instrumen: INSTRUMEN.kode, periode: { jenis: 'tahun', tahun: 2024 }, tingkat: 'jumlah', unsur: jumlah.map((j, i) => ({ unsur: `U${i + 1}`, n, jumlah: j })) }, // prettier-ignore
    INSTRUMEN,
  );
const penting = (jumlah: readonly number[], n = 10) => jumlah.map((j, i) => ({ unsur: `U${i + 1}`, n, jumlah: j }));

describe('kepentingan dan kinerja', () => {
  it('garis potong adalah rata-rata; I prioritas utama, II pertahankan, III prioritas rendah, IV berlebihan', () => {
    const a = analisisKepentingan(hasil([20, 40, 20, 40]), penting([40, 40, 20, 20]), INSTRUMEN);
    expect(a?.titik.map((t) => [t.unsur, NOMOR_KUADRAN[t.kuadran]])).toEqual([
      ['U1', 'I'],
      ['U2', 'II'],
      ['U3', 'III'],
      ['U4', 'IV'],
    ]);
    expect(a && [teksDesimal(a.batas.kepentingan), teksDesimal(a.batas.kinerja)]).toEqual(['3.00', '3.00']);
    expect(a && teksDesimal(a.indeksCs)).toBe('75.00');
    expect(a?.titik[0]?.kesenjangan.equals(-2)).toBe(true);
  });

  it('unsur tanpa kepentingan disebut dan tidak ikut; tanpa satu pun tidak ada analisis', () => {
    const a = analisisKepentingan(hasil([30, 40]), [...penting([40]), { unsur: 'U2', n: 0, jumlah: 0 }], INSTRUMEN);
    expect(a?.titik.map((t) => t.unsur)).toEqual(['U1']);
    expect(a?.tanpaKepentingan).toEqual(['U2']);
    expect(analisisKepentingan(hasil([30, 40]), [], INSTRUMEN)).toBeNull();
    expect(analisisKepentingan(hasil([]), penting([40]), INSTRUMEN)).toBeNull();
  });

  it('tiap unsur tepat di satu kuadran, dan selalu ada yang tinggi pada kedua sumbu', () => {
    const skor = fc.array(fc.tuple(fc.integer({ min: 10, max: 40 }), fc.integer({ min: 10, max: 40 })), { minLength: 1, maxLength: 9 }); // prettier-ignore
    fc.assert(
      fc.property(skor, (isi) => {
        const a = analisisKepentingan(hasil(isi.map(([k]) => k)), penting(isi.map(([, p]) => p)), INSTRUMEN); // prettier-ignore
        expect(a?.titik).toHaveLength(isi.length);
        expect(a?.titik.some((t) => t.kepentingan.compare(a.batas.kepentingan) >= 0)).toBe(true);
        expect(a?.titik.some((t) => t.kinerja.compare(a.batas.kinerja) >= 0)).toBe(true);
        // Weighted by importance, the index lies between the lowest and the highest satisfaction.
        const kinerja = a?.titik.map((t) => t.kinerja.mul(rasional(25))).sort((x, y) => x.compare(y)) ?? [];
        expect(a && kinerja[0] && a.indeksCs.compare(kinerja[0]) >= 0 && a.indeksCs.compare(kinerja.at(-1) ?? 0) <= 0).toBe(true);
      }),
    );
  });
});
