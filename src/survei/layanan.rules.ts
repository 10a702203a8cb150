import type { Instrumen } from '../instrumen/instrumen.rules';
import { kelompokkan } from '../shared/kelompok';
import { TIDAK_DIISI } from './nilai-profil.rules';
import { hitungSurvei, type HasilSurvei } from './skor.rules';
import type { Survei } from './survei.rules';

/** Counted answers to one unsur by the respondents of one service; `Tidak diisi` is the group that named none. */
export interface HitunganLayanan {
  readonly layanan: string;
  readonly unsur: string;
  /** respondents of the service */
  readonly responden: number;
  readonly n: number;
  readonly jumlah: number;
  /** where the unsur had several questions: its average is jumlah / (n × penyebut) */
  readonly penyebut?: number;
}

/** Fewer respondents than this could be told apart from their answers: their figures are not shown. */
export const RESPONDEN_PALING_SEDIKIT = 5;
/** Below this, one or two answers move the figure; it is shown with a word of caution. */
export const RESPONDEN_KECIL = 30;

export type UkuranLayanan = 'cukup' | 'kecil' | 'disembunyikan';

export interface HasilLayanan {
  readonly layanan: string;
  readonly responden: number;
  readonly ukuran: UkuranLayanan;
  /** null where too few answered to show it */
  readonly hasil: HasilSurvei | null;
  /** the lowest unsur of the service, ties together; none where nothing is shown */
  readonly terendah: readonly string[];
}

const tanpaNama = ({ layanan }: HasilLayanan): boolean => layanan === TIDAK_DIISI;

/** What is known of an instrument's answers whatever survey they are from. */
const TANPA_SURVEI: Omit<Survei, 'instrumen' | 'unsur'> = {
  kode: '',
  judul: '',
  periode: { jenis: 'tahun', tahun: 2000 },
  tingkat: 'jumlah',
};

/**
 * The index of each service with the rule of the whole survey (DOMAIN section 3). Counts of one service that come from several surveys of
 * the same instrument are added, which weighs each respondent alike. Most respondents first, those who named no service last.
 */
export function hitungLayanan(hitungan: readonly HitunganLayanan[], instrumen: Instrumen): HasilLayanan[] {
  const hasil = [...kelompokkan(hitungan, (h) => h.layanan)].map(([layanan, isi]): HasilLayanan => {
    // The respondents stand in every row of a service; without a row per unsur they still count.
    const per = [...kelompokkan(isi, (h) => h.unsur)].map(([unsur, baris]) => ({ unsur, ...jumlahkanBaris(baris) }));
    const responden = Math.max(0, ...per.map((u) => u.responden));
    const ukuran = ukuranLayanan(responden);
    if (ukuran === 'disembunyikan') return { layanan, responden, ukuran, hasil: null, terendah: [] };
    const unsur = per.filter((u) => u.unsur !== '').map(({ responden: _, ...isiUnsur }) => isiUnsur);
    const dihitung = hitungSurvei({ ...TANPA_SURVEI, instrumen: instrumen.kode, unsur }, instrumen);
    return { layanan, responden, ukuran, hasil: dihitung, terendah: unsurTerendahLayanan(dihitung) };
  });
  return hasil.sort(
    (a, b) =>
      Number(tanpaNama(a)) - Number(tanpaNama(b)) ||
      b.responden - a.responden ||
      (a.layanan < b.layanan ? -1 : a.layanan > b.layanan ? 1 : 0),
  );
}

/** On a denominator that all rows share, so that sums of surveys with and without sub-questions add up exactly. */
function jumlahkanBaris(baris: readonly HitunganLayanan[]): Pick<HitunganLayanan, 'responden' | 'n' | 'jumlah' | 'penyebut'> {
  const penyebut = baris.reduce((a, b) => kelipatan(a, b.penyebut ?? 1), 1);
  const total = (isi: (b: HitunganLayanan) => number) => baris.reduce((a, b) => a + isi(b), 0);
  return {
    responden: total((b) => b.responden),
    n: total((b) => b.n),
    jumlah: total((b) => (b.jumlah * penyebut) / (b.penyebut ?? 1)),
    ...(penyebut === 1 ? {} : { penyebut }),
  };
}

const faktorSekutu = (a: number, b: number): number => (b === 0 ? a : faktorSekutu(b, a % b));
const kelipatan = (a: number, b: number): number => (a * b) / faktorSekutu(a, b);

export function ukuranLayanan(responden: number): UkuranLayanan {
  if (responden < RESPONDEN_PALING_SEDIKIT) return 'disembunyikan';
  return responden < RESPONDEN_KECIL ? 'kecil' : 'cukup';
}

/** None when all unsur are alike: then no one of them is the low one. */
function unsurTerendahLayanan({ unsur }: HasilSurvei): string[] {
  const terbawah = Math.max(0, ...unsur.map((u) => u.peringkat));
  return terbawah <= 1 ? [] : unsur.filter((u) => u.peringkat === terbawah).map((u) => u.unsur);
}
