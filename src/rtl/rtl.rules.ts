import { tanggalIndonesia } from '../shared/tanggal';
import type { KodePeriode, Periode } from '../shared/periode';

export type StatusRencana = 'draf' | 'diajukan' | 'ditetapkan';
/** Where a prioritas comes from: a low unsur, what respondents suggested, or neither. */
export type AsalPrioritas = 'unsur' | 'saran' | 'bebas';
/** Whether a kegiatan still counts: an addendum takes it out of the plan, never out of the records. */
export type KeadaanDalamRencana = 'berlaku' | 'dibatalkan' | 'diganti';
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
  /** lowest unsur that the plan leaves out, where a reason was given */
  readonly dilewati?: readonly PrioritasDilewati[];
  /** kegiatan that addenda took out, where they are known: no part of the plan that holds, nor of a paket */
  readonly dikeluarkan?: readonly KegiatanDikeluarkan[];
}

/** One of the lowest unsur that is no prioritas, with the reason that the report prints. */
export interface PrioritasDilewati {
  readonly unsur: string;
  readonly alasan: string;
}

/** A kegiatan that an addendum took out of the plan: it counts no more, and its reports stay. */
export interface KegiatanDikeluarkan {
  /** as it was last */
  readonly kegiatan: Kegiatan;
  /** number of its prioritas */
  readonly prioritas: number;
  readonly keadaan: Exclude<KeadaanDalamRencana, 'berlaku'>;
  /** of the addendum */
  readonly nomor: number;
  /** day on which that was approved */
  readonly tanggal: string;
  readonly alasan: string;
  /** kode of the kegiatan that took its place */
  readonly pengganti?: string;
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
  /** the kegiatan of an earlier plan that it carries on */
  readonly asal?: AsalKegiatan;
}

/** kode of a plan and of one of its kegiatan */
export interface AsalKegiatan {
  readonly rencana: string;
  readonly kegiatan: string;
}

/** A unit (by kode), or a group by its name ("seluruh Pokja"). */
export type PenanggungJawab = { readonly unit: string } | { readonly kelompok: string };

export function semuaKegiatan(rencana: Rencana): Kegiatan[] {
  return rencana.prioritas.flatMap((p) => p.kegiatan);
}

/** The plan that holds, and nothing else: as a paket has it. */
export function tanpaDikeluarkan({ dikeluarkan, ...rencana }: Rencana): Rencana {
  return rencana;
}

/** `diganti RTL-08 lewat adendum 2 (1 Maret 2024): gedung pindah`. */
export function sebabDikeluarkan({ keadaan, nomor, tanggal, alasan, pengganti }: KegiatanDikeluarkan): string {
  const menjadi = pengganti === undefined ? keadaan : `${keadaan} ${pengganti}`;
  return `${menjadi} lewat adendum ${nomor} (${tanggalIndonesia(tanggal)}): ${alasan}`;
}

/** Evidence that a kegiatan is to be proved with; without period: for each of its periods. */
export interface BuktiDiharapkan {
  readonly periode?: KodePeriode;
  readonly jenis: 'tautan' | 'foto' | 'dokumen';
  readonly uraian: string;
}
