import { indeksAwal, kodePeriode, periode, type KodePeriode } from '../../shared/periode';
import { jalur, kueri } from '../../shared/tampilan/tautan';

/** The triwulan in which a period begins. */
export function triwulanDari(kode: KodePeriode): KodePeriode {
  const indeks = indeksAwal(periode(kode));
  return kodePeriode({ jenis: 'triwulan', tahun: Math.floor(indeks / 12), ke: Math.floor((indeks % 12) / 3) + 1 });
}

/** Where all reports of a unit for one triwulan are sent at once. @param unit its kode; '' = any */
export function jalurGabungan(instansi: string, tw: KodePeriode | null, unit = '', ...akhir: readonly string[]): string {
  return kueri(jalur('instansi', instansi, 'kirim-gabungan', ...akhir), { unit: unit === '' ? null : unit, tw });
}
