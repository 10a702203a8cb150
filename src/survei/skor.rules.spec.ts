import fc from 'fast-check';
import { rasional, teksDesimal } from '../shared/desimal';
import { INSTRUMEN_BAWAAN } from '../instrumen/instrumen.bawaan';
import type { Instrumen } from '../instrumen/instrumen.rules';
import { krejcieMorgan } from './sampel.rules';
import { cakupanSampel, hitungSurvei } from './skor.rules';
import type { DataUnsur, Survei, TingkatData } from './survei.rules';

const [INSTRUMEN] = INSTRUMEN_BAWAAN as [Instrumen];

function survei(tingkat: TingkatData, unsur: readonly DataUnsur[], lain: Partial<Survei> = {}): Survei {
  return { kode: 'S', judul: 'S', instrumen: INSTRUMEN.kode, periode: { jenis: 'tahun', tahun: 2024 }, tingkat, unsur, ...lain };
}

const nrr = (daftar: readonly number[]) => survei('nrr', daftar.map((n, i) => ({ unsur: `U${i + 1}`, nrr: n }))); // prettier-ignore

describe('indeks', () => {
  it('KASN 2024: bobot 0,11 tidak dipakai, 88,33 bukan 87,45', () => {
    const hasil = hitungSurvei(nrr([3.53, 3.56, 3.46, 3.61, 3.48, 3.61, 3.6, 3.5, 3.45]), INSTRUMEN);
    expect(hasil.nilai && teksDesimal(hasil.nilai)).toBe('88.33');
    expect(hasil.mutu?.mutu).toBe('A');
  });

  it('jumlah dan n dihitung tepat: 1/3 tidak dibulatkan di tengah', () => {
    const hasil = hitungSurvei(
      survei('jumlah', INSTRUMEN.unsur.map((u) => ({ unsur: u.kode, n: 3, jumlah: 10 }))), // prettier-ignore
      INSTRUMEN,
    );
    expect(hasil.nrr?.equals(rasional(10, 3))).toBe(true);
    expect(hasil.nilai?.equals(rasional(250, 3))).toBe(true);
  });

  it('bila nilai dan NRR sama-sama ada, nilai yang dipakai', () => {
    const hasil = hitungSurvei(survei('nilai', [{ unsur: 'U1', nrr: 3.53, nilai: 88.21 }]), INSTRUMEN);
    expect(hasil.unsur[0]?.nilai.equals(rasional('88.21'))).toBe(true);
  });

  it('unsur tanpa satu pun jawaban tidak ikut; tidak ada pembagian dengan nol', () => {
    const hasil = hitungSurvei(survei('jumlah', [{ unsur: 'U1', n: 2, jumlah: 8 }, { unsur: 'U2', n: 0, jumlah: 0 }]), INSTRUMEN); // prettier-ignore
    expect(hasil.unsur.map((u) => u.unsur)).toEqual(['U1']);
    expect(hasil.nilai?.equals(100)).toBe(true);
  });

  it('hanya angka terbit: yang dihitung tidak ada, mutu terbit diturunkan dari nilai', () => {
    const hasil = hitungSurvei(survei('terbit', [], { terbit: { nilai: 88.305 } }), INSTRUMEN);
    expect(hasil).toMatchObject({ unsur: [], nrr: null, nilai: null, mutu: null, selisihNilai: null });
    expect(hasil.terbit?.mutu).toBe('A');
    expect(hitungSurvei(survei('terbit', [], { terbit: { nrr: 3.49, mutu: 'B' } }), INSTRUMEN).terbit).toMatchObject({
      nilai: null,
      mutu: 'B',
    });
    expect(hitungSurvei(survei('terbit', [], { terbit: { nrr: 3.49 } }), INSTRUMEN).terbit?.mutu).toBeNull();
  });

  it('angka terbit yang dibulatkan dengan benar tidak disebut berbeda', () => {
    // 88,325 tercetak 88,33; selisih dihitung dari yang tercetak
    const hasil = hitungSurvei({ ...nrr([3.533]), terbit: { nilai: 88.33 } }, INSTRUMEN);
    expect(hasil.nilai?.equals(rasional('88.325'))).toBe(true);
    expect(hasil.selisihNilai?.equals(0)).toBe(true);
  });

  it('urutan unsur di berkas tidak mengubah apa pun', () => {
    const daftar = INSTRUMEN.unsur.map((u, i) => ({ unsur: u.kode, nilai: 80 + i }));
    fc.assert(
      fc.property(fc.shuffledSubarray(daftar, { minLength: daftar.length }), (acak) => {
        expect(JSON.stringify(hitungSurvei(survei('nilai', acak), INSTRUMEN), teks)).toBe(
          JSON.stringify(hitungSurvei(survei('nilai', daftar), INSTRUMEN), teks),
        );
      }),
    );
  });

  it('nilai berada di antara nilai unsur terendah dan tertinggi', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 100, max: 400 }), { minLength: 9, maxLength: 9 }), (isi) => {
        const { nilai, unsur } = hitungSurvei(nrr(isi.map((n) => n / 100)), INSTRUMEN);
        const batas = unsur.map((u) => u.nilai).sort((a, b) => a.compare(b));
        expect(nilai && batas[0] && nilai.compare(batas[0]) >= 0).toBe(true);
        expect(nilai && batas[8] && nilai.compare(batas[8]) <= 0).toBe(true);
      }),
    );
  });
});

const teks = (_: string, nilai: unknown) => (typeof nilai === 'bigint' ? nilai.toString() : nilai);

describe('peringkat', () => {
  const hasil = hitungSurvei(nrr([3.53, 3.51, 3.4, 3.58, 3.43, 3.43, 3.51, 3.6, 3.38]), INSTRUMEN).unsur;

  it('nilai yang sama berbagi peringkat, peringkat berikutnya dilewati', () => {
    expect(Object.fromEntries(hasil.map((u) => [u.unsur, u.peringkat]))).toEqual({
      U1: 3,
      U2: 4,
      U3: 8,
      U4: 2,
      U5: 6,
      U6: 6,
      U7: 4,
      U8: 1,
      U9: 9,
    });
  });
});

describe('sampel minimum Krejcie–Morgan, dibulatkan ke atas', () => {
  // The published table rounds to nearest; 380 → 191 there.
  it.each([
    [0, 0],
    [1, 1],
    [10, 10],
    [380, 192],
    [384, 193],
    [400, 197],
    [1000, 278],
    [100_000, 383],
    [2_000_000_000, 385],
  ])('N %i → %i', (populasi, n) => expect(krejcieMorgan(populasi)).toBe(n));

  it('tidak pernah melebihi populasi dan tidak turun bila populasi naik', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e7 }), (populasi) => {
        expect(krejcieMorgan(populasi)).toBeLessThanOrEqual(populasi);
        expect(krejcieMorgan(populasi + 1)).toBeGreaterThanOrEqual(krejcieMorgan(populasi));
      }),
    );
  });

  it('cakupan KASN 2024: 260 dari 193 adalah 134,7%', () => {
    const s = { ...nrr([3]), populasi: 384, jumlahResponden: 260 };
    const cakupan = cakupanSampel(s, hitungSurvei(s, INSTRUMEN));
    expect(cakupan && teksDesimal(cakupan, 1)).toBe('134.7');
  });
});
