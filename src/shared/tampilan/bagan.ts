/**
 * Geometry of the server-made charts. x is a percentage of the width and there is no viewBox, so that a chart stretches while its
 * text keeps its size; colours come from classes, so that dark mode and print follow. Positions only: no figure is computed here.
 */

/** One place on the time axis; without `nilai` the line has a gap there. */
export interface TitikTren {
  /** under the axis, `2024` or `Jan` */
  readonly label: string;
  readonly sublabel: string;
  readonly nilai: number | null;
  /** as printed, `88,38 A` */
  readonly teks: string;
  /** why it does not compare with the one before: the line stops there and the words stand at the mark */
  readonly putus?: string | null;
}

/** A class of the instrument from its lower bound upwards. */
export interface Ambang {
  readonly nama: string;
  readonly nilai: number;
  /** as printed, `88,31` */
  readonly teks: string;
}

export interface BaganTren {
  readonly tinggi: number;
  readonly dasar: number;
  readonly ambang: readonly { y: string; yTeks: string; teks: string }[];
  readonly garis: readonly { x1: string; y1: string; x2: string; y2: string }[];
  readonly titik: readonly { x: string; y: string; yTeks: string; teks: string | null; jangkar: 'start' | 'middle' | 'end' }[];
  readonly kosong: readonly { x: string; y1: string; y2: string }[];
  readonly putus: readonly { x: string; y: string; teks: string; jangkar: 'start' | 'end'; dx: string }[];
  readonly label: readonly { x: string; teks: string; sub: string; lebar: boolean }[];
}

const ATAS = 30;
const TINGGI_BIDANG = 146;
const BAWAH = ATAS + TINGGI_BIDANG;
/** Room at the sides, in percent; the names of the classes stand on the right. */
const TEPI_KIRI = 8;
const TEPI_KANAN = 22;

const px = (n: number) => String(Math.round(n * 10) / 10);
const persen = (n: number) => `${Math.round(n * 100) / 100}%`;

/** The vertical range: all values and the bounds near them, with some air. */
function rentang(nilai: readonly number[]): { bawah: number; atas: number } {
  const [min, maks] = [Math.min(...nilai), Math.max(...nilai)];
  const udara = Math.max(1.5, (maks - min) * 0.25);
  return { bawah: min - udara, atas: Math.min(100.5, maks + udara) };
}

/** Null when no point has a value: then there is nothing to draw, and the table says so. */
export function baganTren(titik: readonly TitikTren[], ambang: readonly Ambang[]): BaganTren | null {
  const nilai = titik.flatMap((t) => t.nilai ?? []);
  if (nilai.length === 0) return null;
  const { bawah, atas } = rentang(nilai);
  const y = (n: number) => BAWAH - ((n - bawah) / (atas - bawah)) * TINGGI_BIDANG;
  const x = (i: number) =>
    titik.length === 1
      ? 50 - (TEPI_KANAN - TEPI_KIRI) / 2
      : TEPI_KIRI + (i * (100 - TEPI_KIRI - TEPI_KANAN)) / (titik.length - 1);
  const disebut = titikDisebut(titik);
  const langkah = Math.ceil(titik.length / 12);
  const ada = titik.flatMap((t, i) => (t.nilai === null ? [] : [{ ...t, nilai: t.nilai, i }]));
  return {
    tinggi: BAWAH + 44,
    dasar: BAWAH,
    ambang: ambang
      .filter((a) => a.nilai > bawah && a.nilai < atas)
      .map((a) => ({ y: px(y(a.nilai)), yTeks: px(y(a.nilai) - 5), teks: `${a.nama} ${a.teks}` })),
    garis: ada.flatMap((t, k) => {
      const lalu = ada[k - 1];
      if (!lalu || lalu.i !== t.i - 1 || t.putus) return [];
      return [{ x1: persen(x(lalu.i)), y1: px(y(lalu.nilai)), x2: persen(x(t.i)), y2: px(y(t.nilai)) }];
    }),
    titik: ada.map((t) => ({
      x: persen(x(t.i)),
      y: px(y(t.nilai)),
      ...letakTeks(titik, t.i, y),
      teks: disebut.has(t.i) ? t.teks : null,
    })),
    kosong: titik.flatMap((t, i) => (t.nilai === null ? [{ x: persen(x(i)), y1: px(BAWAH - 28), y2: px(BAWAH) }] : [])),
    putus: titik.flatMap((t, i) => {
      if (!t.putus || i === 0) return [];
      const tengah = (x(i - 1) + x(i)) / 2;
      return [
        {
          x: persen(tengah),
          y: String(BAWAH),
          teks: t.putus,
          ...(tengah > 50 ? { jangkar: 'end' as const, dx: '-8' } : { jangkar: 'start' as const, dx: '8' }),
        },
      ];
    }),
    label: titik.map((t, i) => ({
      x: persen(x(i)),
      teks: i % langkah === 0 ? t.label : '',
      sub: i % langkah === 0 ? t.sublabel : '',
      lebar: titik.length > 8 && i % 2 === 1,
    })),
  };
}

/** All values of a short line; of a long one the highest, the lowest and the last. */
function titikDisebut(titik: readonly TitikTren[]): ReadonlySet<number> {
  const ada = titik.flatMap((t, i) => (t.nilai === null ? [] : [{ i, nilai: t.nilai }]));
  if (titik.length <= 6) return new Set(ada.map((t) => t.i));
  const urut = [...ada].sort((a, b) => a.nilai - b.nilai);
  return new Set([urut[0], urut.at(-1), ada.at(-1)].flatMap((t) => t?.i ?? []));
}

/** Where the line leaves room: below a valley, to the left above a rise, to the right above a fall, else above. */
function letakTeks(
  titik: readonly TitikTren[],
  i: number,
  y: (n: number) => number,
): Pick<BaganTren['titik'][number], 'yTeks' | 'jangkar'> {
  const nilai = titik[i]?.nilai ?? 0;
  const [lalu, esok] = [titik[i - 1]?.nilai ?? null, titik[i + 1]?.nilai ?? null];
  const tetangga = [lalu, esok].filter((n) => n !== null);
  if (tetangga.length > 0 && tetangga.every((n) => n > nilai))
    return { yTeks: px(Math.min(y(nilai) + 22, BAWAH - 4)), jangkar: 'middle' };
  const naik = lalu !== null && esok !== null && lalu < nilai && esok > nilai;
  const turun = lalu !== null && esok !== null && lalu > nilai && esok < nilai;
  return { yTeks: px(y(nilai) - (naik || turun ? 8 : 12)), jangkar: naik ? 'end' : turun ? 'start' : 'middle' };
}

/** Where `nilai` stands between `min` and 100, as a percentage of the width. */
export function letak(nilai: number, min: number): string {
  const bagian = min >= 100 ? 100 : ((nilai - min) / (100 - min)) * 100;
  return persen(Math.min(100, Math.max(0, bagian)));
}

export interface BatangTegak {
  readonly kode: string;
  readonly nilai: number;
  readonly teks: string;
  readonly prioritas: boolean;
  /** shares its value with another */
  readonly seri?: boolean;
}

export interface BaganBatang {
  readonly tinggi: number;
  readonly dasar: number;
  readonly pita: readonly { y: string; tinggi: string; yTeks: string; nama: string; isi: boolean }[];
  readonly batang: readonly {
    x: string;
    lebar: string;
    tengah: string;
    y: string;
    tinggi: string;
    kode: string;
    teks: string | null;
    prioritas: boolean;
  }[];
  readonly garisPrioritas: string | null;
}

const TINGGI_BATANG = 190;
const ATAS_BATANG = 24;

/** Upright bars on the full scale with the classes as bands; values are printed where there is room for them. */
export function baganBatang(batang: readonly BatangTegak[], ambang: readonly Ambang[], min: number): BaganBatang {
  const dasar = ATAS_BATANG + TINGGI_BATANG;
  const y = (n: number) => dasar - ((Math.max(n, min) - min) / (100 - min)) * TINGGI_BATANG;
  const langkah = 94 / Math.max(1, batang.length);
  const urut = [...ambang].sort((a, b) => b.nilai - a.nilai);
  const banyakPrioritas = batang.filter((b) => b.prioritas).length;
  const diKiri = batang.slice(0, banyakPrioritas).every((b) => b.prioritas);
  return {
    tinggi: dasar + 46,
    dasar,
    pita: urut.map((a, i) => {
      const [puncak, alas] = [y(urut[i - 1]?.nilai ?? 100), y(i === urut.length - 1 ? min : a.nilai)];
      return { y: px(puncak), tinggi: px(alas - puncak), yTeks: px((puncak + alas) / 2 + 4), nama: a.nama, isi: i % 2 === 0 };
    }),
    batang: batang.map((b, i) => ({
      x: persen(i * langkah + langkah * 0.12),
      lebar: persen(langkah * 0.76),
      tengah: persen((i + 0.5) * langkah),
      y: px(y(b.nilai)),
      tinggi: px(dasar - y(b.nilai)),
      kode: b.seri === true && batang.length <= 10 ? `${b.kode} =` : b.kode,
      teks: batang.length <= 10 ? b.teks : null,
      prioritas: b.prioritas,
    })),
    garisPrioritas: banyakPrioritas > 0 && banyakPrioritas < batang.length && diKiri ? persen(banyakPrioritas * langkah) : null,
  };
}
