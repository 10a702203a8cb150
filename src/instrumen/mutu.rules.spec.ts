import { rasional } from '../shared/desimal';
import { INSTRUMEN_BAWAAN } from './instrumen.bawaan';
import type { Instrumen } from './instrumen.rules';
import { kelasMutu, keNilai, keNrr, nilaiMinimum } from './mutu.rules';

function instrumen(kode: string): Instrumen {
  const milik = INSTRUMEN_BAWAAN.find((i) => i.kode === kode);
  if (!milik) throw new Error(kode);
  return milik;
}

describe('kelas mutu: batas bawah termasuk, dibulatkan dua desimal lebih dahulu', () => {
  it.each([
    ['PERMENPAN-14-2017', '88.3049', 'B'],
    ['PERMENPAN-14-2017', '88.305', 'A'],
    ['PERMENPAN-14-2017', '88.31', 'A'],
    ['PERMENPAN-14-2017', '76.6049', 'C'],
    ['PERMENPAN-14-2017', '76.605', 'B'],
    ['PERMENPAN-14-2017', '76.61', 'B'],
    ['PERMENPAN-14-2017', '64.9949', 'D'],
    ['PERMENPAN-14-2017', '64.995', 'C'],
    ['PERMENPAN-14-2017', '65', 'C'],
    ['PERMENPAN-14-2017', '25', 'D'],
    ['PERMENPAN-14-2017', '100', 'A'],
    ['KEP-25-2004', '81.2549', 'B'],
    ['KEP-25-2004', '81.255', 'A'],
    ['KEP-25-2004', '62.5049', 'C'],
    ['KEP-25-2004', '62.505', 'B'],
    ['KEP-25-2004', '43.7549', 'D'],
    ['KEP-25-2004', '43.755', 'C'],
    ['PERMENPAN-16-2014', '81.26', 'A'],
    ['PERMENPAN-16-2014', '81.25', 'B'],
  ])('%s %s → %s', (kode, nilai, mutu) => {
    expect(kelasMutu(rasional(nilai), instrumen(kode)).mutu).toBe(mutu);
  });
});

describe('tiga instrumen bawaan', () => {
  it('9, 9, dan 14 unsur dengan kode U1, U2, …', () => {
    expect(INSTRUMEN_BAWAAN.map((i) => [i.kode, i.unsur.length])).toEqual([
      ['PERMENPAN-14-2017', 9],
      ['PERMENPAN-16-2014', 9],
      ['KEP-25-2004', 14],
    ]);
    for (const i of INSTRUMEN_BAWAAN) expect(i.unsur.map((u) => u.kode)).toEqual(i.unsur.map((_, n) => `U${n + 1}`));
  });

  it('unsur kedelapan: pengaduan pada 14/2017, maklumat pada 16/2014', () => {
    expect(instrumen('PERMENPAN-14-2017').unsur[7]?.nama).toMatch(/Pengaduan/);
    expect(instrumen('PERMENPAN-14-2017').unsur[8]?.nama).toBe('Sarana dan Prasarana');
    expect(instrumen('PERMENPAN-16-2014').unsur[7]?.nama).toBe('Maklumat Pelayanan');
    expect(instrumen('PERMENPAN-16-2014').unsur[8]?.nama).toMatch(/Pengaduan/);
  });

  it('NRR 1–4 menjadi nilai 25–100 dan kembali', () => {
    const i = instrumen('PERMENPAN-14-2017');
    expect(keNilai(rasional('3.53'), i).equals(rasional('88.25'))).toBe(true);
    expect(keNrr(rasional('88.21'), i).equals(rasional('3.5284'))).toBe(true);
    expect(nilaiMinimum(i).equals(25)).toBe(true);
  });

  it('skala lain memakai 100/maks', () => {
    const lima = { skala: { min: 1, maks: 5 } };
    expect(keNilai(rasional(4), lima).equals(80)).toBe(true);
    expect(nilaiMinimum(lima).equals(20)).toBe(true);
  });
});
