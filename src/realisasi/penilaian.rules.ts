import { rasional, type Rasional } from '../shared/desimal';
import { indeksBulan, tambahBulan } from '../shared/tanggal';
import type { HasilRealisasi } from './realisasi.rules';

/** Inspectors' scores, computed from the same result object as every other number (DOMAIN section 6). */

const rasio = (ketat: HasilRealisasi): Rasional | null => (ketat.penyebut === 0 ? null : ketat.pembilang.div(ketat.penyebut));

/**
 * PEKPPP indicator 8, realised ÷ planned on the unrounded ratio of the strict rule: no plan 0 · nothing done 1 · < 30% 2 · 30–80% 3 ·
 * > 80% 4 · 100% 5.
 * @param ketat result under `aturanKetat`
 */
export function skorPekppp8(ketat: HasilRealisasi): 0 | 1 | 2 | 3 | 4 | 5 {
  const r = rasio(ketat);
  if (!r) return 0;
  if (r.equals(0)) return 1;
  if (r.compare(rasional(30, 100)) < 0) return 2;
  if (r.compare(rasional(80, 100)) <= 0) return 3;
  return r.equals(1) ? 5 : 4;
}

const BATAS_PEKPPP9 = [
  { bulan: 1, skor: 5 },
  { bulan: 3, skor: 4 },
  { bulan: 6, skor: 3 },
  { bulan: 9, skor: 2 },
  { bulan: 12, skor: 1 },
] as const;

/**
 * PEKPPP indicator 9: everything done within 1 / 3 / 6 / 9 / 12 months of the SKM report's issue = 5 / 4 / 3 / 2 / 1, else 0; measured
 * to the issue of the follow-up report. Where either date is only a month, months are compared.
 * @returns null when a date is missing or the follow-up report is dated before the SKM report
 */
export function skorPekppp9(
  ketat: HasilRealisasi,
  terbitSkm: string | undefined,
  terbitLaporan: string | undefined,
): number | null {
  if (terbitSkm === undefined || terbitLaporan === undefined) return null;
  if (bandingkan(terbitLaporan, terbitSkm) < 0) return null;
  if (!rasio(ketat)?.equals(1)) return 0;
  return BATAS_PEKPPP9.find(({ bulan }) => bandingkan(terbitLaporan, tambahBulan(terbitSkm, bulan)) <= 0)?.skor ?? 0;
}

/** Negative when `a` falls before `b`, at the coarser precision of the two. */
function bandingkan(a: string, b: string): number {
  return a.length === 7 || b.length === 7 ? indeksBulan(a) - indeksBulan(b) : a.localeCompare(b);
}

/** Zona Integritas: seluruh 1,00 · sebagian besar (more than half) 0,67 · sebagian kecil 0,33 · belum 0. Null without a plan. */
export function nilaiZi(ketat: HasilRealisasi): Rasional | null {
  const r = rasio(ketat);
  if (!r) return null;
  if (r.equals(1)) return rasional(1);
  if (r.equals(0)) return rasional(0);
  return r.compare(rasional(1, 2)) > 0 ? rasional('0.67') : rasional('0.33');
}
