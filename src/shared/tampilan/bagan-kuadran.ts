/** Geometry of the importance–performance chart: x in percent of the width, y in px, no viewBox (see bagan.ts). */

export interface TitikKuadranBagan {
  readonly kode: string;
  /** performance, on the answer scale */
  readonly x: number;
  /** importance, on the answer scale */
  readonly y: number;
  readonly utama: boolean;
}

export interface BaganKuadran {
  readonly tinggi: number;
  readonly dasar: number;
  readonly atas: number;
  /** the lines; the upper left field reaches from the top to `y` */
  readonly batas: { readonly x: string; readonly y: string; readonly tinggi: string };
  readonly sudut: readonly { x: string; y: string; dx: string; teks: string; jangkar: 'start' | 'end' }[];
  readonly titik: readonly { x: string; y: string; yTeks: string; kode: string; utama: boolean }[];
}

const ATAS = 8;
const TINGGI_BIDANG = 260;
const BAWAH = ATAS + TINGGI_BIDANG;
/** Labels nearer than this are drawn below each other. */
const DEKAT_X = 9;
const DEKAT_Y = 14;

const px = (n: number) => String(Math.round(n * 10) / 10);
const persen = (n: number) => `${Math.round(n * 100) / 100}%`;

/** The drawn range of one axis: all values and the cut line, with some air, never of no length. */
function rentang(nilai: readonly number[]): (n: number) => number {
  const [min, maks] = [Math.min(...nilai), Math.max(...nilai)];
  const udara = Math.max(0.05, (maks - min) * 0.14);
  return (n) => (n - min + udara) / (maks - min + 2 * udara);
}

/**
 * Points with their codes; the four corners carry the names of the quadrants: I upper left, II upper right, III lower left, IV lower right.
 * @param nama names of I, II, III, IV
 */
export function baganKuadran(
  titik: readonly TitikKuadranBagan[],
  batas: { readonly x: number; readonly y: number },
  nama: readonly [string, string, string, string],
): BaganKuadran {
  const bagianX = rentang([...titik.map((t) => t.x), batas.x]);
  const bagianY = rentang([...titik.map((t) => t.y), batas.y]);
  const x = (n: number) => bagianX(n) * 100;
  const y = (n: number) => BAWAH - bagianY(n) * TINGGI_BIDANG;
  const [garisX, garisY] = [x(batas.x), y(batas.y)];
  const sudut = (teks: string, kanan: boolean, atas: boolean) => ({
    x: kanan ? '100%' : '0',
    dx: kanan ? '-6' : '6',
    y: px(atas ? ATAS + 15 : BAWAH - 8),
    teks,
    jangkar: kanan ? ('end' as const) : ('start' as const),
  });
  return {
    tinggi: BAWAH + 26,
    dasar: BAWAH,
    atas: ATAS,
    batas: { x: persen(garisX), y: px(garisY), tinggi: px(garisY - ATAS) },
    sudut: [sudut(nama[0], false, true), sudut(nama[1], true, true), sudut(nama[2], false, false), sudut(nama[3], true, false)],
    titik: letakkan(titik.map((t) => ({ ...t, x: x(t.x), y: y(t.y) }))),
  };
}

/** Codes above their points; where another code or point stands already they move up, and at the top they go below. */
function letakkan(titik: readonly TitikKuadranBagan[]): BaganKuadran['titik'] {
  const terpasang: { x: number; y: number }[] = [];
  const bebas = (x: number, y: number): boolean =>
    terpasang.every((p) => Math.abs(p.x - x) >= DEKAT_X || Math.abs(p.y - y) >= DEKAT_Y) &&
    titik.every((t) => Math.abs(t.x - x) >= DEKAT_X / 2 || Math.abs(t.y - y + 4) >= DEKAT_Y - 4);
  return [...titik]
    .sort((a, b) => b.y - a.y || a.x - b.x)
    .map((t) => {
      let yTeks = t.y - 10;
      while (yTeks > ATAS + DEKAT_Y && !bebas(t.x, yTeks)) yTeks -= DEKAT_Y;
      if (yTeks <= ATAS + DEKAT_Y) for (yTeks = t.y + 20; yTeks < BAWAH - 8 && !bebas(t.x, yTeks);) yTeks += DEKAT_Y;
      terpasang.push({ x: t.x, y: yTeks });
      return { x: persen(t.x), y: px(t.y), yTeks: px(yTeks), kode: t.kode, utama: t.utama };
    });
}
