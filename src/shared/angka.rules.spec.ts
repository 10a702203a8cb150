import { bacaAngkaUnsur, bacaBulat, bacaDesimal, bacaMutu, latinkan } from './angka.rules';

const SKALA = { min: 1, maks: 4 };

describe('angka sebagaimana orang menulisnya', () => {
  it.each([
    ['3,53', 3.53], ['3.53', 3.53], [' 88,21 ', 88.21], ['88', 88], ['3,530', 3.53], ['3.530', 3.53], ['1.234,5', 1234.5], ['1,234.5', 1234.5],
    ['1.234.567', 1234567], ['=3,53', 3.53], ['３，５３', 3.53], ["'3,53", 3.53],
  ])('desimal %s', (teks, nilai) => expect(bacaDesimal(teks)).toEqual({ nilai })); // prettier-ignore

  it.each(['', 'tiga', '3,5,3', '3..5', '-3', '1e3', '3,5O', '1.234.5', '3,123456789'])('bukan desimal: %s', (teks) =>
    expect(bacaDesimal(teks)).toHaveProperty('salah'),
  );

  it.each([['590', 590], ['16.912', 16912], ['16 912', 16912], ['590,00', 590], ['0', 0]])('bulat %s', (teks, nilai) =>
    expect(bacaBulat(teks)).toEqual({ nilai }),
  ); // prettier-ignore

  it.each(['', '5,5', '1,000.5', '-1', '9999999999', '16,912'])('bukan bulat: %s', (teks) =>
    expect(bacaBulat(teks)).toHaveProperty('salah'),
  );
});

describe('angka sebuah unsur', () => {
  it.each([
    ['3,53', { nrr: 3.53 }], ['88,21', { nilai: 88.21 }], ['3,53/88,21', { nrr: 3.53, nilai: 88.21 }], ['3.53 / 88.21', { nrr: 3.53, nilai: 88.21 }],
    ['88,21/3,53', { nrr: 3.53, nilai: 88.21 }], ['4', { nrr: 4 }], ['100', { nilai: 100 }],
  ])('%s', (teks, nilai) => expect(bacaAngkaUnsur(teks, SKALA, 'nrr')).toEqual({ nilai })); // prettier-ignore

  it.each(['0,99', '4,01', '24,99', '100,01', '3/4', '3,53/88/1', '/'])('di luar skala atau bukan angka: %s', (teks) =>
    expect(bacaAngkaUnsur(teks, SKALA, 'nrr')).toHaveProperty('salah'),
  );

  it('skala yang tumpang tindih dengan nilai memakai cara yang dipilih', () => {
    const lebar = { min: 1, maks: 10 };
    expect(bacaAngkaUnsur('10', lebar, 'nrr')).toEqual({ nilai: { nrr: 10 } });
    expect(bacaAngkaUnsur('10', lebar, 'nilai')).toEqual({ nilai: { nilai: 10 } });
  });
});

describe('mutu', () => {
  const KELAS = [
    { mutu: 'A', kinerja: 'Sangat Baik' },
    { mutu: 'B', kinerja: 'Baik' },
  ];
  it.each([['A', 'A'], ['а', 'A'], ['А', 'A'], ['Α', 'A'], ['В', 'B'], ['b', 'B'], ['A (Sangat Baik)', 'A'], ['baik', 'B'], ['E', null], ['', null]])(
    '%s → %s',
    (teks, mutu) => expect(bacaMutu(teks, KELAS)).toBe(mutu),
  ); // prettier-ignore
  it('huruf serupa dari papan ketik lain', () => expect(latinkan('АΒС')).toBe('ABC'));
});
