import type { Instrumen } from '../instrumen/instrumen.rules';
import type { Rasional } from '../shared/desimal';
import { kelompokkan } from '../shared/kelompok';
import { indeksAwal, PANJANG, type JenisPeriode, type Periode } from '../shared/periode';
import { gabungkan, type CaraGabung, type HasilGabungan } from './gabungan.rules';
import { hitungSurvei, type HasilSurvei } from './skor.rules';
import type { Survei } from './survei.rules';

/** One period of a stream; without a survey, or without a figure, it is a gap. */
export interface TitikDeret {
  readonly periode: Periode;
  readonly survei: Survei | null;
  readonly hasil: HasilSurvei | null;
  /** as people know it: published, else computed */
  readonly nilai: Rasional | null;
  readonly mutu: string | null;
  readonly asal: 'terbit' | 'dihitung' | null;
  /** kode of the instrument from here on, where it differs from that of the survey before: figures on the two sides do not compare */
  readonly instrumenBaru: string | null;
  /** further surveys of the same stream and period, which the line does not show */
  readonly lainnya: readonly Survei[];
}

/** One stream of surveys of one kind of period, from its first to its last without leaving a period out. */
export interface DeretTren {
  readonly kunci: string;
  readonly jenis: JenisPeriode;
  /** a survey of the stream, for its name */
  readonly contoh: Survei;
  readonly titik: readonly TitikDeret[];
  /** periods before the first one shown */
  readonly terpotong: number;
}

/** Periods on an axis; earlier ones are in the table of all surveys. */
export const TITIK_TERBANYAK = 36;

/** What tells streams apart: service, unit, channel (DOMAIN section 3; several streams may run in one period). */
export function kunciAliran({ aliran }: Survei): string {
  return JSON.stringify([aliran?.layanan ?? '', aliran?.unit ?? '', aliran?.kanal ?? '']);
}

/**
 * The trend of each stream, kinds of period apart: a month beside a year is no trend. Every period from the first survey to the last has
 * its point, so that a missing one is seen; a change of instrument is marked where it happens.
 * @throws {RangeError} when a survey names an instrument that is not given
 */
export function deretTren(survei: readonly Survei[], instrumen: readonly Instrumen[], terbanyak = TITIK_TERBANYAK): DeretTren[] {
  const kelompok = kelompokkan(survei, (s) => `${s.periode.jenis} ${kunciAliran(s)}`);
  return [...kelompok].flatMap(([kunci, daftar]): DeretTren[] => {
    const contoh = daftar[0];
    if (!contoh) return [];
    const semua = sumbu(contoh.periode.jenis, daftar);
    const dipakai = semua.slice(-terbanyak);
    const perPeriode = kelompokkan(daftar, (s) => indeksAwal(s.periode));
    const terpotong = semua.length - dipakai.length;
    return [{ kunci, jenis: contoh.periode.jenis, contoh, titik: susunTitik(dipakai, perPeriode, instrumen), terpotong }];
  });
}

function susunTitik(
  periode: readonly Periode[],
  perPeriode: ReadonlyMap<number, readonly Survei[]>,
  instrumen: readonly Instrumen[],
): TitikDeret[] {
  let lama: string | null = null;
  return periode.map((p) => {
    const ada = perPeriode.get(indeksAwal(p)) ?? [];
    const survei = ada.at(-1) ?? null;
    if (!survei)
      return { periode: p, survei, hasil: null, nilai: null, mutu: null, asal: null, instrumenBaru: null, lainnya: [] };
    const instrumenBaru = lama !== null && lama !== survei.instrumen ? survei.instrumen : null;
    lama = survei.instrumen;
    const hasil = hitungSurvei(survei, cariInstrumen(instrumen, survei.instrumen));
    return { periode: p, survei, hasil, ...angkaDikenal(hasil), instrumenBaru, lainnya: ada.slice(0, -1) };
  });
}

function cariInstrumen(daftar: readonly Instrumen[], kode: string): Instrumen {
  const instrumen = daftar.find((i) => i.kode === kode);
  if (!instrumen) throw new RangeError(`Instrumen ${kode} tidak dikenal`);
  return instrumen;
}

/** The figure that people know: published where it was, else computed. */
export function angkaDikenal({ terbit, nilai, mutu }: HasilSurvei): Pick<TitikDeret, 'nilai' | 'mutu' | 'asal'> {
  if (terbit?.nilai) return { nilai: terbit.nilai, mutu: terbit.mutu, asal: 'terbit' };
  if (nilai) return { nilai, mutu: mutu?.mutu ?? null, asal: 'dihitung' };
  return { nilai: null, mutu: terbit?.mutu ?? null, asal: null };
}

function sumbu(jenis: JenisPeriode, daftar: readonly Survei[]): Periode[] {
  const langkah = PANJANG[jenis];
  const indeks = daftar.map((s) => indeksAwal(s.periode));
  const hasil: Periode[] = [];
  for (let i = Math.min(...indeks); i <= Math.max(...indeks); i += langkah) {
    const tahun = Math.floor(i / 12);
    hasil.push(jenis === 'tahun' ? { jenis, tahun } : { jenis, tahun, ke: (i % 12) / langkah + 1 });
  }
  return hasil;
}

export interface GabunganTahun {
  readonly tahun: number;
  readonly instrumen: string;
  readonly hasil: HasilGabungan;
  /** respondents of what was combined; null where one of them has none stated */
  readonly responden: number | null;
}

/**
 * A stream's periods combined into years, by respondents or as a simple mean: a stated choice (DOMAIN section 3). Under different
 * instruments a year has a figure for each.
 */
export function gabungkanTahun({ titik }: DeretTren, cara: CaraGabung, kode: (p: Periode) => string): GabunganTahun[] {
  const terisi = titik.flatMap((t) => (t.survei ? [{ ...t, survei: t.survei }] : []));
  const per = kelompokkan(terisi, (t) => `${t.periode.tahun} ${t.survei.instrumen}`);
  return [...per.values()].flatMap((daftar): GabunganTahun[] => {
    const pertama = daftar[0];
    if (!pertama) return [];
    const bagian = daftar.map((t) => ({
      kode: kode(t.periode),
      nilai: t.nilai,
      ...(t.survei.jumlahResponden === undefined ? {} : { n: t.survei.jumlahResponden }),
    }));
    const hasil = gabungkan(bagian, cara);
    const n = bagian.filter((b) => hasil.dihitung.includes(b.kode)).map((b) => b.n);
    const responden = n.length === 0 || n.includes(undefined) ? null : n.reduce<number>((a, b) => a + (b ?? 0), 0);
    return [{ tahun: pertama.periode.tahun, instrumen: pertama.survei.instrumen, hasil, responden }];
  });
}
