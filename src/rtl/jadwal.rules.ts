import { akhirPeriode, awalPeriode, indeksAkhir, indeksAwal, pecahPeriode, periode, urutkanPeriode } from '../shared/periode';
import type { KodePeriode, Periode } from '../shared/periode';
import { indeksBulan } from '../shared/tanggal';
import type { Survei } from '../survei/survei.rules';
import type { SatuanJadwal } from './rtl.rules';

export type Horizon = 'pendek' | 'menengah' | 'panjang';

/** First and last day of a schedule; null when it is empty. */
export function rentangJadwal(jadwal: readonly KodePeriode[]): { awal: string; akhir: string } | null {
  if (jadwal.length === 0) return null;
  const semua = jadwal.map(periode);
  const awal = semua.reduce((a, b) => (indeksAwal(b) < indeksAwal(a) ? b : a));
  const akhir = semua.reduce((a, b) => (indeksAkhir(b) > indeksAkhir(a) ? b : a));
  return { awal: awalPeriode(awal), akhir: akhirPeriode(akhir) };
}

/**
 * Derived from the schedule's length, first to last month inclusive: pendek < 12 months, menengah 12–24, panjang > 24 (DOMAIN
 * section 5). TW II–TW IV of one year are 9 months, TW I–TW IV are 12. Null without a schedule.
 */
export function horizon(jadwal: readonly KodePeriode[]): Horizon | null {
  const rentang = rentangJadwal(jadwal);
  if (!rentang) return null;
  const bulan = indeksBulan(rentang.akhir) - indeksBulan(rentang.awal) + 1;
  if (bulan < 12) return 'pendek';
  return bulan <= 24 ? 'menengah' : 'panjang';
}

/** A schedule in the plan's own unit, in order, each period once: `2024-S2` in a plan by triwulan is TW III and TW IV. */
export function jadwalRinci(jadwal: readonly KodePeriode[], satuan: SatuanJadwal): Periode[] {
  const semua = jadwal.flatMap((k) => pecahPeriode(periode(k), satuan));
  const unik = new Map(semua.map((p) => [indeksAwal(p), p]));
  return [...unik.values()].sort(urutkanPeriode);
}

/**
 * Kecepatan respons: months from the survey's month to the start of the follow-up, at least 1 (DOMAIN section 6; Kanreg X: Jan → Feb 1,
 * Apr → Agu 4, Feb → Feb 1). A survey that is not monthly counts from the month its fieldwork ended, else from its issue; null when
 * either month is unknown.
 */
export function kecepatanRespons(survei: Survei | undefined, mulai: string | undefined): number | null {
  const asal = survei && bulanSurvei(survei);
  if (asal === undefined || asal === null || mulai === undefined) return null;
  return Math.max(1, indeksBulan(mulai) - asal);
}

function bulanSurvei(survei: Survei): number | null {
  if (survei.periode.jenis === 'bulan') return indeksAwal(survei.periode);
  const tanggal = survei.pelaksanaan?.selesai ?? survei.tanggalTerbit;
  return tanggal === undefined ? null : indeksBulan(tanggal);
}
