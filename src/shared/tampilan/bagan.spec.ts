import { baganKuadran } from './bagan-kuadran';
import { baganBatang, baganTren, letak, type TitikTren } from './bagan';

const titik = (...nilai: (number | null)[]): TitikTren[] =>
  nilai.map((n, i) => ({ label: String(2020 + i), sublabel: '', nilai: n, teks: n === null ? '' : String(n) }));

describe('bagan', () => {
  it('breaks the line where a value is missing', () => {
    const bagan = baganTren(titik(80, 85, null, 90, 91), []);
    expect(bagan?.garis).toHaveLength(2);
    expect(bagan?.titik).toHaveLength(4);
    expect(bagan?.kosong).toHaveLength(1);
  });

  it('draws one value as a point between the margins, and nothing for none', () => {
    expect(baganTren(titik(88.3), [])?.titik[0]?.x).toBe('43%');
    expect(baganTren(titik(null, null), [])).toBeNull();
  });

  it('names every value of a short line, three of a long one', () => {
    expect(baganTren(titik(1, 2, 3), [])?.titik.every((t) => t.teks)).toBe(true);
    const panjang = baganTren(titik(80, 81, 95, 70, 82, 83, 84, 85, 86, 87, 88, 89), []);
    expect(panjang?.titik.flatMap((t) => t.teks ?? [])).toEqual(['95', '70', '89']);
  });

  it('keeps every coordinate inside the picture', () => {
    for (const daftar of [titik(25, 100), titik(100, 100, 100), titik(0), titik(99.99, null, 0)]) {
      const bagan = baganTren(daftar, [{ nama: 'A', nilai: 88.31, teks: '88,31' }]);
      for (const t of bagan?.titik ?? []) {
        expect(Number(t.y)).toBeGreaterThanOrEqual(0);
        expect(Number(t.y)).toBeLessThanOrEqual(bagan?.dasar ?? 0);
      }
    }
  });

  it('puts a value on the scale from its minimum to 100', () => {
    expect(letak(25, 25)).toBe('0%');
    expect(letak(62.5, 25)).toBe('50%');
    expect(letak(100, 25)).toBe('100%');
    expect(letak(120, 25)).toBe('100%');
    expect(letak(100, 100)).toBe('100%');
  });

  it('parts the line where an instrument changes, and marks the place', () => {
    const [a, b, c] = titik(80, 85, 90);
    const bagan = baganTren([a, { ...b, putus: 'berganti' }, c] as TitikTren[], []);
    expect(bagan?.garis).toHaveLength(1);
    expect(bagan?.putus).toEqual([expect.objectContaining({ teks: 'berganti', x: '25.5%' })]);
  });

  it('puts quadrant I upper left, and keeps every code clear of the others and inside the picture', () => {
    const daftar = Array.from({ length: 14 }, (_, i) => ({ kode: `U${i + 1}`, x: 3 + (i % 3) / 50, y: 3.5, utama: false }));
    const bagan = baganKuadran([{ kode: 'A', x: 2, y: 4, utama: true }, ...daftar], { x: 3, y: 3.5 }, ['I', 'II', 'III', 'IV']);
    expect(bagan.sudut.map((s) => [s.teks, s.x, Number(s.y) < 100])).toEqual([
      ['I', '0', true],
      ['II', '100%', true],
      ['III', '0', false],
      ['IV', '100%', false],
    ]);
    const a = bagan.titik.find((t) => t.kode === 'A');
    expect(a && [parseFloat(a.x) < parseFloat(bagan.batas.x), Number(a.y) < Number(bagan.batas.y)]).toEqual([true, true]);
    expect(new Set(bagan.titik.map((t) => `${t.x} ${t.yTeks}`)).size).toBe(15);
    for (const t of bagan.titik) {
      expect(Number(t.yTeks)).toBeGreaterThan(0);
      expect(Number(t.yTeks)).toBeLessThan(bagan.tinggi);
    }
  });

  it('draws bars with the priority line only where the priorities stand on the left', () => {
    const batang = [86, 87, 90].map((nilai, i) => ({ kode: `U${i}`, nilai, teks: String(nilai), prioritas: i === 0 }));
    expect(baganBatang(batang, [], 25).garisPrioritas).toBe('31.33%');
    expect(baganBatang([...batang].reverse(), [], 25).garisPrioritas).toBeNull();
  });
});
