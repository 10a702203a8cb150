import { INSTRUMEN_BAWAAN } from '../instrumen/instrumen.bawaan';
import type { Instrumen } from '../instrumen/instrumen.rules';
import { hitungSurvei, type HasilUnsur } from './skor.rules';
import { seriDiBatas, unsurTerendah } from './terendah.rules';

const [INSTRUMEN] = INSTRUMEN_BAWAAN as [Instrumen];

function hasilUnsur(nrr: readonly number[]): readonly HasilUnsur[] {
  const unsur = nrr.map((n, i) => ({ unsur: `U${i + 1}`, nrr: n }));
  const periode = { jenis: 'tahun', tahun: 2024 } as const;
  return hitungSurvei({ kode: 'S', judul: 'S', instrumen: INSTRUMEN.kode, periode, tingkat: 'nrr', unsur }, INSTRUMEN).unsur;
}

describe('unsur terendah', () => {
  const hasil = hasilUnsur([3.53, 3.51, 3.4, 3.58, 3.43, 3.43, 3.51, 3.6, 3.38]);

  it.each([
    [0, []],
    [1, [['U9']]],
    [2, [['U9'], ['U3']]],
    [3, [['U9'], ['U3'], ['U5', 'U6']]],
    [4, [['U9'], ['U3'], ['U5', 'U6']]],
    [5, [['U9'], ['U3'], ['U5', 'U6'], ['U2', 'U7']]],
    [9, [['U9'], ['U3'], ['U5', 'U6'], ['U2', 'U7'], ['U1'], ['U4'], ['U8']]],
    [20, [['U9'], ['U3'], ['U5', 'U6'], ['U2', 'U7'], ['U1'], ['U4'], ['U8']]],
  ])('%i terendah', (jumlah, kelompok) => {
    expect(unsurTerendah(hasil, jumlah)).toEqual(kelompok);
  });

  it('seri di batas hanya bila kelompok terakhir melebihi tempat yang tersisa', () => {
    expect(seriDiBatas(unsurTerendah(hasil, 3), 3)).toBe(true);
    expect(seriDiBatas(unsurTerendah(hasil, 4), 4)).toBe(false);
    expect(seriDiBatas(unsurTerendah(hasil, 2), 2)).toBe(false);
  });

  it('seri diputuskan pada nilai yang tidak dibulatkan', () => {
    const dekat = hasilUnsur([3.43404, 3.43416]);
    expect(unsurTerendah(dekat, 1)).toEqual([['U1']]);
  });
});
