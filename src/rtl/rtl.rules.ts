import type { KodePeriode, Periode } from '../shared/periode';

export type StatusRencana = 'draf' | 'diajukan' | 'ditetapkan';
export type SatuanJadwal = 'triwulan' | 'bulan';

/** The plan. Once *ditetapkan*, its kegiatan are the denominator (DOMAIN section 5). */
export interface Rencana {
  readonly kode: string;
  readonly judul: string;
  /** kode of the survey it answers */
  readonly survei?: string;
  readonly periode?: Periode;
  readonly satuanJadwal: SatuanJadwal;
  readonly status: StatusRencana;
  readonly prioritas: readonly Prioritas[];
}

export interface Prioritas {
  readonly no: number;
  readonly judul: string;
  readonly program?: string;
  /** kode of unsur; empty for a priority that is no unsur (a respondents' suggestion) */
  readonly unsur: readonly string[];
  readonly alasan?: string;
  readonly kegiatan: readonly Kegiatan[];
}

export interface Kegiatan {
  readonly kode: string;
  readonly uraian: string;
  /** kode of the survey that gave rise to it, where it is not the plan's */
  readonly survei?: string;
  readonly jadwal: readonly KodePeriode[];
  /** the first unit is the utama, the others pendukung */
  readonly penanggungJawab: readonly PenanggungJawab[];
  readonly keluaran?: string;
  readonly indikator?: string;
}

/** A unit (by kode), or a group by its name ("seluruh Pokja"). */
export type PenanggungJawab = { readonly unit: string } | { readonly kelompok: string };

export function semuaKegiatan(rencana: Rencana): Kegiatan[] {
  return rencana.prioritas.flatMap((p) => p.kegiatan);
}
