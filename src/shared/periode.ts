import { NAMA_BULAN, TAHUN_AKHIR, TAHUN_AWAL, hariTerakhir } from './tanggal';

/** `2024`, `2024-S2`, `2024-TW3` or `2024-08`. A day is a day: quarter boundaries are calendar dates, no clock involved. */
export type KodePeriode = string;

export type JenisPeriode = 'tahun' | 'semester' | 'triwulan' | 'bulan';

export interface Periode {
  readonly jenis: JenisPeriode;
  readonly tahun: number;
  /** 1–2, 1–4 or 1–12; absent for a year */
  readonly ke?: number;
}

export const JENIS_PERIODE: readonly JenisPeriode[] = ['tahun', 'semester', 'triwulan', 'bulan'];

/** Months in one period of this kind. */
export const PANJANG: Readonly<Record<JenisPeriode, number>> = { tahun: 12, semester: 6, triwulan: 3, bulan: 1 };

export function jumlahPerTahun(jenis: JenisPeriode): number {
  return 12 / PANJANG[jenis];
}

/** Every period that was read, by its code; there are no more of them than years that count times nineteen. */
const TERBACA = new Map<KodePeriode, Periode>();

/** Null when the text is no period. The same code gives the same object: a plan is read some thousand times over for one page. */
export function bacaPeriode(kode: KodePeriode): Periode | null {
  const pernah = TERBACA.get(kode);
  if (pernah) return pernah;
  const hasil = uraikan(kode);
  if (hasil) TERBACA.set(kode, Object.freeze(hasil));
  return hasil;
}

function uraikan(kode: KodePeriode): Periode | null {
  const m = /^(\d{4})(?:-(?:S([12])|TW([1-4])|(0[1-9]|1[0-2])))?$/.exec(kode);
  if (!m) return null;
  const tahun = Number(m[1]);
  if (tahun < TAHUN_AWAL || tahun > TAHUN_AKHIR) return null;
  if (m[2]) return { jenis: 'semester', tahun, ke: Number(m[2]) };
  if (m[3]) return { jenis: 'triwulan', tahun, ke: Number(m[3]) };
  if (m[4]) return { jenis: 'bulan', tahun, ke: Number(m[4]) };
  return { jenis: 'tahun', tahun };
}

/** @throws {RangeError} when the text is no period; use `bacaPeriode` on input that was not validated. */
export function periode(kode: KodePeriode): Periode {
  const hasil = bacaPeriode(kode);
  if (!hasil) throw new RangeError(`Bukan periode: ${kode}`);
  return hasil;
}

export function kodePeriode(p: Periode): KodePeriode {
  if (p.jenis === 'tahun') return String(p.tahun);
  const awalan = { semester: 'S', triwulan: 'TW', bulan: '' }[p.jenis];
  return `${p.tahun}-${awalan}${p.jenis === 'bulan' ? String(p.ke).padStart(2, '0') : p.ke}`;
}

const bulanKe = (indeks: number) => `${Math.floor(indeks / 12)}-${String((indeks % 12) + 1).padStart(2, '0')}`;

/** First month as months since year 0. */
export function indeksAwal(p: Periode): number {
  return p.tahun * 12 + ((p.ke ?? 1) - 1) * PANJANG[p.jenis];
}

/** Last month as months since year 0. */
export function indeksAkhir(p: Periode): number {
  return indeksAwal(p) + PANJANG[p.jenis] - 1;
}

/** First day of the period, `2024-04-01`. */
export function awalPeriode(p: Periode): string {
  return `${bulanKe(indeksAwal(p))}-01`;
}

/** Last day of the period, `2024-06-30`. */
export function akhirPeriode(p: Periode): string {
  return hariTerakhir(bulanKe(indeksAkhir(p)));
}

/** Earlier start first; of two that start together, the shorter first. */
export function urutkanPeriode(a: Periode, b: Periode): number {
  return indeksAwal(a) - indeksAwal(b) || indeksAkhir(a) - indeksAkhir(b);
}

/** The periods of kind `jenis` that `p` covers: S2 in triwulan → TW3, TW4. A period already finer is returned as it is. */
export function pecahPeriode(p: Periode, jenis: JenisPeriode): Periode[] {
  const langkah = PANJANG[jenis];
  if (PANJANG[p.jenis] <= langkah) return [p];
  const hasil: Periode[] = [];
  for (let i = indeksAwal(p); i <= indeksAkhir(p); i += langkah) {
    hasil.push({ jenis, tahun: Math.floor(i / 12), ke: (i % 12) / langkah + 1 });
  }
  return hasil;
}

const ROMAWI = ['I', 'II', 'III', 'IV'] as const;
export const romawi = (n: number): string => ROMAWI[n - 1] ?? String(n);

/** Months in words: `April–Juni`, or `April` for one month; `singkat` gives `Apr–Jun`. */
export function bulanDalamKata(p: Periode, singkat = false): string {
  const nama = (i: number) => (NAMA_BULAN[i % 12] ?? '').slice(0, singkat ? 3 : undefined);
  const [awal, akhir] = [nama(indeksAwal(p)), nama(indeksAkhir(p))];
  return awal === akhir ? awal : `${awal}–${akhir}`;
}

/** `Tahun 2024`, `Semester II Tahun 2024`, `TW II 2024`, `Mei 2024`: how a sentence names the period. */
export function namaPeriode(p: Periode): string {
  switch (p.jenis) {
    case 'tahun':
      return `Tahun ${p.tahun}`;
    case 'semester':
      return `Semester ${romawi(p.ke ?? 1)} Tahun ${p.tahun}`;
    case 'triwulan':
      return `TW ${romawi(p.ke ?? 1)} ${p.tahun}`;
    case 'bulan':
      return `${bulanDalamKata(p)} ${p.tahun}`;
  }
}

/** As `namaPeriode`, and a triwulan or semester always with its months: people file into the wrong quarter (DOMAIN section 9). */
export function namaPeriodeLengkap(p: Periode): string {
  return p.jenis === 'triwulan' || p.jenis === 'semester' ? `${namaPeriode(p)} (${bulanDalamKata(p)})` : namaPeriode(p);
}
