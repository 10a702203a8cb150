import fc from 'fast-check';
import {
  bulatkan,
  jumlahkan,
  rasional,
  rerata,
  teksBilangan,
  teksDesimal,
  teksIndonesia,
  teksPecahan,
  teksRingkas,
} from './desimal';

describe('pembulatan setengah ke atas, sekali, saat dicetak', () => {
  it.each([
    ['88.3049', '88.30'],
    ['88.305', '88.31'],
    ['88.3051', '88.31'],
    ['64.9949', '64.99'],
    ['64.995', '65.00'],
    ['64.9951', '65.00'],
    ['-0.004', '0.00'],
    ['-0.005', '-0.01'],
    ['1e-7', '0.00'],
    ['1.5e+3', '1500.00'],
    ['12.5e-1', '1.25'],
  ])('%s → %s', (tertulis, tercetak) => {
    expect(teksDesimal(rasional(tertulis))).toBe(tercetak);
  });

  it('bilangan JSON dibaca sebagaimana tertulis, bukan sebagai pecahan biner', () => {
    expect(rasional(1.005).mul(1000).equals(1005)).toBe(true);
    expect(teksDesimal(rasional(1.005))).toBe('1.01');
    expect(rasional(1e-7).mul(10_000_000).equals(1)).toBe(true);
  });

  it('menolak yang bukan bilangan', () => {
    expect(() => rasional(Number.NaN)).toThrow(RangeError);
    expect(() => rasional(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  it('pembulatan bergeser paling jauh setengah satuan terakhir', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 1e6 }), (n, d) => {
        const asli = rasional(n, d);
        expect(bulatkan(asli).sub(asli).abs().compare(rasional('0.005'))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('bobot tepat 1/k', () => {
  it('bobot berjumlah 1, berapa pun unsurnya', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (k) => {
        expect(jumlahkan(Array.from({ length: k }, () => rasional(1, k))).equals(1)).toBe(true);
      }),
    );
  });

  it('rerata tidak bergantung pada urutan', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 100, max: 400 }), { minLength: 1 }), (isi) => {
        const maju = rerata(isi.map((n) => rasional(n, 100)));
        const mundur = rerata([...isi].reverse().map((n) => rasional(n, 100)));
        expect(maju && mundur && maju.equals(mundur)).toBe(true);
      }),
    );
  });

  it('rerata daftar kosong tidak ada', () => expect(rerata([])).toBeNull());
});

describe('angka untuk dibaca orang', () => {
  it('koma desimal dan titik ribuan', () => {
    expect(teksIndonesia('88.33')).toBe('88,33');
    expect(teksIndonesia('1234567.50')).toBe('1.234.567,50');
    expect(teksIndonesia(rasional('-0.05'))).toBe('−0,05');
    expect(teksBilangan(3_995_027)).toBe('3.995.027');
  });

  it('pembilang yang tidak habis dua desimal ditulis sebagai pecahan', () => {
    expect([rasional(7, 2), rasional(2, 3), rasional(4, 3), rasional(5), rasional(100_001, 3)].map(teksPecahan)).toEqual([
      '3,5',
      '2/3',
      '4/3',
      '5',
      '100.001/3',
    ]);
  });

  it('pembilang dan bobot sependek mungkin', () => {
    expect(['3.50', '1.00', '10.00', '0.00', '100.00', '0.25'].map((t) => teksRingkas(t))).toEqual([
      '3,5',
      '1',
      '10',
      '0',
      '100',
      '0,25',
    ]);
  });
});
