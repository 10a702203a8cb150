import fc from 'fast-check';
import { INSTRUMEN_BAWAAN } from '../instrumen/instrumen.bawaan';
import type { Instrumen } from '../instrumen/instrumen.rules';
import { rasional, teksDesimal } from '../shared/desimal';
import { hitungLayanan, ukuranLayanan, type HitunganLayanan } from './layanan.rules';
import { TIDAK_DIISI } from './nilai-profil.rules';
import { hitungSurvei } from './skor.rules';

const [INSTRUMEN] = INSTRUMEN_BAWAAN as [Instrumen];
const KODE = INSTRUMEN.unsur.map((u) => u.kode);

const layanan = (nama: string, responden: number, jumlah: readonly number[], n = responden): HitunganLayanan[] =>
  KODE.map((unsur, i) => ({ layanan: nama, unsur, responden, n, jumlah: jumlah[i] ?? 0 }));

describe('indeks per layanan', () => {
  it('dihitung dengan aturan yang sama dengan surveinya; unsur terendah disebut beserta serinya', () => {
    const [loket] = hitungLayanan(layanan('Loket', 40, [140, 140, 120, 150, 140, 140, 140, 120, 130]), INSTRUMEN);
    expect(loket).toMatchObject({ layanan: 'Loket', responden: 40, ukuran: 'cukup', terendah: ['U3', 'U8'] });
    expect(loket?.hasil?.nilai && teksDesimal(loket.hasil.nilai)).toBe('84.72');
    expect(loket?.hasil?.mutu?.mutu).toBe('B');
  });

  it('jumlah responden 4, 5, 29, 30: disembunyikan, kecil, kecil, cukup', () => {
    expect([4, 5, 29, 30].map(ukuranLayanan)).toEqual(['disembunyikan', 'kecil', 'kecil', 'cukup']);
    const [kecil] = hitungLayanan(layanan('Kecil', 4, KODE.map(() => 12)), INSTRUMEN); // prettier-ignore
    expect(kecil).toEqual({ layanan: 'Kecil', responden: 4, ukuran: 'disembunyikan', hasil: null, terendah: [] });
  });

  it('semua unsur sama: tidak ada yang terendah', () => {
    expect(hitungLayanan(layanan('Rata', 10, KODE.map(() => 30)), INSTRUMEN)[0]?.terendah).toEqual([]); // prettier-ignore
  });

  it('yang terbanyak di atas, yang tanpa nama layanan di bawah, seri menurut nama', () => {
    const tiga = KODE.map(() => 30);
    const daftar = [
      ...layanan(TIDAK_DIISI, 90, tiga),
      ...layanan('B', 10, tiga),
      ...layanan('A', 10, tiga),
      ...layanan('C', 20, tiga),
    ];
    expect(hitungLayanan(daftar, INSTRUMEN).map((h) => h.layanan)).toEqual(['C', 'A', 'B', TIDAK_DIISI]);
  });

  it('hitungan beberapa survei dijumlahkan: tiap responden berbobot sama', () => {
    const [dua] = hitungLayanan([...layanan('L', 10, KODE.map(() => 40)), ...layanan('L', 30, KODE.map(() => 60))], INSTRUMEN); // prettier-ignore
    expect(dua?.responden).toBe(40);
    expect(dua?.hasil?.nrr?.equals(rasional(100, 40))).toBe(true);
  });

  it('sub-pertanyaan: penyebut yang berbeda dijumlahkan tepat', () => {
    const satu = { layanan: 'L', unsur: 'U1', responden: 5, n: 5 };
    const [l] = hitungLayanan([{ ...satu, jumlah: 15 }, { ...satu, jumlah: 35, penyebut: 2 }, { ...satu, jumlah: 50, penyebut: 3 }], INSTRUMEN); // prettier-ignore
    expect(l?.hasil?.unsur[0]?.nrr.equals(rasional('15').add(rasional(35, 2)).add(rasional(50, 3)).div(15))).toBe(true);
  });

  it('baris tanpa unsur memberi jumlah responden; layanan tanpa jawaban tidak bernilai', () => {
    const [a] = hitungLayanan([{ layanan: 'A', unsur: '', responden: 7, n: 0, jumlah: 0 }], INSTRUMEN);
    expect(a).toMatchObject({ responden: 7, ukuran: 'kecil', terendah: [] });
    expect(a?.hasil?.nilai).toBeNull();
  });

  it('gabungan tertimbang layanan per unsur adalah angka surveinya, dan responden berjumlah n', () => {
    const baris = fc.array(fc.tuple(fc.integer({ min: 5, max: 60 }), fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 9, maxLength: 9 })), { minLength: 1, maxLength: 6 }); // prettier-ignore
    fc.assert(
      fc.property(baris, (isi) => {
        const daftar = isi.flatMap(([n, skor], i) => layanan(`L${i}`, n, skor.map((s) => s * n))); // prettier-ignore
        const per = hitungLayanan(daftar, INSTRUMEN);
        const n = isi.reduce((a, [b]) => a + b, 0);
        expect(per.reduce((a, b) => a + b.responden, 0)).toBe(n);
        const unsur = KODE.map((kode) => ({ unsur: kode, n, jumlah: daftar.filter((d) => d.unsur === kode).reduce((a, b) => a + b.jumlah, 0) })); // prettier-ignore
        const semua = hitungSurvei({ kode: 'S', judul: 'S', instrumen: INSTRUMEN.kode, periode: { jenis: 'tahun', tahun: 2024 }, tingkat: 'jumlah', unsur }, INSTRUMEN); // prettier-ignore
        for (const u of semua.unsur) {
          const bobot = per.map((l) => (l.hasil?.unsur.find((x) => x.unsur === u.unsur)?.nrr ?? rasional(0)).mul(l.responden));
          expect(
            bobot
              .reduce((a, b) => a.add(b))
              .div(n)
              .equals(u.nrr),
          ).toBe(true);
        }
      }),
    );
  });
});
