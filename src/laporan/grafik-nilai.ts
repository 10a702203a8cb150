/** A line chart of the survey scores as SVG coordinates. Positions only: figures arrive as they are printed. */
export interface GrafikNilai {
  readonly lebar: number;
  readonly tinggi: number;
  readonly kanan: number;
  readonly dasar: number;
  readonly sumbu: readonly { readonly y: number; readonly teks: string }[];
  readonly ambang: readonly { readonly y: number }[];
  /** one path a run of points: a period without a score parts the line */
  readonly garis: readonly string[];
  readonly titik: readonly { readonly x: number; readonly y: number; readonly yTeks: number; readonly teks: string | null }[];
  readonly label: readonly { readonly x: number; readonly teks: string }[];
}

export interface TitikNilai {
  readonly label: string;
  readonly nilai: number | null;
  readonly teks: string;
}

const LEBAR = 344;
const TINGGI = 200;
const BIDANG = { kiri: 34, kanan: 332, atas: 16, bawah: 174 } as const;
const LANGKAH = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20] as const;

const bulat = (n: number) => Math.round(n * 10) / 10;

/** @param ambang lower bounds of the classes; those outside the drawn range are left out. Null with fewer than two scores. */
export function grafikNilai(titik: readonly TitikNilai[], ambang: readonly number[]): GrafikNilai | null {
  const nilai = titik.flatMap((t) => t.nilai ?? []);
  if (nilai.length < 2) return null;
  const { bawah, atas, langkah } = skala(Math.min(...nilai), Math.max(...nilai));
  const y = (n: number) => bulat(BIDANG.bawah - ((n - bawah) / (atas - bawah)) * (BIDANG.bawah - BIDANG.atas));
  const jarak = (BIDANG.kanan - BIDANG.kiri - 44) / (titik.length - 1);
  const x = (i: number) => bulat(BIDANG.kiri + 22 + i * jarak);
  const banyak = Math.round((atas - bawah) / langkah);
  const setiap = Math.ceil(titik.length / 9);
  return {
    lebar: LEBAR,
    tinggi: TINGGI,
    kanan: BIDANG.kanan,
    dasar: BIDANG.bawah,
    sumbu: Array.from({ length: banyak + 1 }, (_, i) => bawah + i * langkah).map((n) => ({
      y: y(n),
      teks: tulisSumbu(n, langkah),
    })),
    ambang: ambang.filter((a) => a > bawah && a < atas).map((a) => ({ y: y(a) })),
    garis: untaian(titik).map((u) => `M${u.map(({ i, nilai: n }) => `${x(i)} ${y(n)}`).join('L')}`),
    titik: titik.flatMap((t, i) => {
      if (t.nilai === null) return [];
      const puncak = BIDANG.atas;
      const naik = t.nilai >= tetangga(titik, i) && y(t.nilai) - 9 > puncak - 8;
      return [{ x: x(i), y: y(t.nilai), yTeks: bulat(y(t.nilai) + (naik ? -9 : 17)), teks: i % setiap === 0 ? t.teks : null }];
    }),
    label: titik.flatMap((t, i) => (i % setiap === 0 ? [{ x: x(i), teks: t.label }] : [])),
  };
}

/** The smallest round step that gives at most seven lines, with the scores well inside. */
function skala(min: number, maks: number): { bawah: number; atas: number; langkah: number } {
  const rentang = Math.max(maks - min, 0.5);
  const langkah = LANGKAH.find((l) => (rentang * 1.35) / l <= 6) ?? 20;
  const bawah = Math.floor((min - rentang * 0.22) / langkah) * langkah;
  const atas = Math.ceil((maks + rentang * 0.16) / langkah) * langkah;
  return { bawah, atas, langkah };
}

function tulisSumbu(n: number, langkah: number): string {
  return n.toFixed(langkah < 1 ? 1 : 0).replace('.', ',');
}

/** Mean of the neighbouring scores: a point above it has its figure above, else below, clear of the line. */
function tetangga(titik: readonly TitikNilai[], i: number): number {
  const ada = [titik[i - 1]?.nilai, titik[i + 1]?.nilai].filter((n) => n !== null && n !== undefined);
  return ada.length === 0 ? -Infinity : ada.reduce((a, b) => a + b, 0) / ada.length;
}

function untaian(titik: readonly TitikNilai[]): { i: number; nilai: number }[][] {
  const hasil: { i: number; nilai: number }[][] = [];
  titik.forEach((t, i) => {
    if (t.nilai === null) return;
    const akhir = hasil.at(-1);
    if (akhir && akhir.at(-1)?.i === i - 1) akhir.push({ i, nilai: t.nilai });
    else hasil.push([{ i, nilai: t.nilai }]);
  });
  return hasil;
}
