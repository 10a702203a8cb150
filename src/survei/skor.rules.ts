import { bulatkan, rasional, rerata, type Rasional } from '../shared/desimal';
import type { Instrumen, KelasMutu } from '../instrumen/instrumen.rules';
import { kelasMutu, keNilai, keNrr } from '../instrumen/mutu.rules';
import { krejcieMorgan } from './sampel.rules';
import type { DataUnsur, Survei } from './survei.rules';

export interface HasilUnsur {
  readonly unsur: string;
  /** on the answer scale, unrounded */
  readonly nrr: Rasional;
  /** 0–100, unrounded */
  readonly nilai: Rasional;
  readonly mutu: KelasMutu;
  /** 1 = highest; equal values share a rank, the next rank is skipped */
  readonly peringkat: number;
}

export interface HasilSurvei {
  /** in the instrument's order; only unsur that have data, none when only published figures exist */
  readonly unsur: readonly HasilUnsur[];
  readonly nrr: Rasional | null;
  readonly nilai: Rasional | null;
  readonly mutu: KelasMutu | null;
  /** as published; the class is derived where a nilai stands alone */
  readonly terbit: { readonly nrr: Rasional | null; readonly nilai: Rasional | null; readonly mutu: string | null } | null;
  /** published − computed, each as printed with two decimals */
  readonly selisihNilai: Rasional | null;
  readonly sampelMinimum: number | null;
}

/**
 * The index of a survey, at whichever level its result came in (DOMAIN section 3): NRR_u = S_u/n_u, nilai_u = NRR_u × 100/maks,
 * nilai = mean over the unsur with weight exactly 1/k. Exact; nothing is rounded here.
 */
export function hitungSurvei(survei: Survei, instrumen: Instrumen): HasilSurvei {
  const data = new Map(survei.unsur.map((u) => [u.unsur, u]));
  const tanpaPeringkat = instrumen.unsur.flatMap(({ kode }) => {
    const nilai = nilaiUnsur(data.get(kode), instrumen);
    return nilai === null ? [] : [{ unsur: kode, nilai, nrr: keNrr(nilai, instrumen), mutu: kelasMutu(nilai, instrumen) }];
  });
  const unsur = tanpaPeringkat.map((u) => ({
    ...u,
    peringkat: 1 + tanpaPeringkat.filter((lain) => lain.nilai.compare(u.nilai) > 0).length,
  }));
  const nilai = rerata(unsur.map((u) => u.nilai));
  const terbit = terbitan(survei, instrumen);
  return {
    unsur,
    nilai,
    nrr: nilai && keNrr(nilai, instrumen),
    mutu: nilai && kelasMutu(nilai, instrumen),
    terbit,
    selisihNilai: terbit?.nilai && nilai ? terbit.nilai.sub(bulatkan(nilai)) : null,
    sampelMinimum: survei.populasi === undefined ? null : krejcieMorgan(survei.populasi),
  };
}

/** Sums are exact; of the printed averages nilai is the more precise (KPU's 3,53/88,21). Null when nobody answered. */
function nilaiUnsur(data: DataUnsur | undefined, instrumen: Instrumen): Rasional | null {
  if (!data) return null;
  if (data.jumlah !== undefined && data.n !== undefined) {
    return data.n === 0 ? null : keNilai(rasional(data.jumlah, data.n * (data.penyebut ?? 1)), instrumen);
  }
  if (data.nilai !== undefined) return rasional(data.nilai);
  return data.nrr === undefined ? null : keNilai(rasional(data.nrr), instrumen);
}

function terbitan({ terbit }: Survei, instrumen: Instrumen): HasilSurvei['terbit'] {
  if (!terbit) return null;
  const nilai = terbit.nilai === undefined ? null : rasional(terbit.nilai);
  return {
    nrr: terbit.nrr === undefined ? null : rasional(terbit.nrr),
    nilai,
    mutu: terbit.mutu ?? (nilai && kelasMutu(nilai, instrumen).mutu),
  };
}

/** Respondents per hundred of the required sample: 260 of 193 → 134,7. Null without a population. */
export function cakupanSampel(survei: Survei, hasil: HasilSurvei): Rasional | null {
  if (!hasil.sampelMinimum || survei.jumlahResponden === undefined) return null;
  return rasional(survei.jumlahResponden).mul(100).div(hasil.sampelMinimum);
}
