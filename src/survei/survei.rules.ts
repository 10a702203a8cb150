import type { Periode } from '../shared/periode';
import type { Ciri } from './respons/respons.rules';
import type { Aliran, StatusSurvei } from './status.rules';

/** At which of the five levels the result came in (DOMAIN section 3). */
export type TingkatData = 'respons' | 'jumlah' | 'nrr' | 'nilai' | 'terbit';

/** A survey with its result in one shape, whatever level it came in at. Raw answers are already counted into n and jumlah. */
export interface Survei {
  readonly kode: string;
  readonly judul: string;
  /** kode of the instrument */
  readonly instrumen: string;
  readonly periode: Periode;
  /** absent = ditetapkan */
  readonly status?: StatusSurvei;
  readonly aliran?: Aliran;
  readonly pelaksanaan?: { readonly mulai: string; readonly selesai: string };
  /** day or month of issue of the SKM report */
  readonly tanggalTerbit?: string;
  readonly populasi?: number;
  readonly jumlahResponden?: number;
  /** rows of raw answers, where the result came in as such */
  readonly jumlahRespons?: number;
  /** how many respondents each stored ciri of the profile counts; the groups themselves are read where they are shown */
  readonly jumlahProfil?: readonly { readonly ciri: Ciri; readonly jumlah: number }[];
  readonly respondenPerLayanan?: readonly { readonly unit: string; readonly jumlah: number }[];
  /** the order in which the agency's document prints the unsur; the instrument's own when absent */
  readonly urutanUnsur?: readonly string[];
  /** the published figures, kept beside the computed ones */
  readonly terbit?: Terbit;
  readonly tingkat: TingkatData;
  readonly unsur: readonly DataUnsur[];
}

export interface Terbit {
  readonly nrr?: number;
  readonly nilai?: number;
  readonly mutu?: string;
}

/** What is known of one unsur: sums (exact), or the printed averages. Where nilai and nrr are both given, nilai is the more precise. */
export interface DataUnsur {
  readonly unsur: string;
  readonly n?: number;
  readonly jumlah?: number;
  /** where the unsur had several questions: its average is jumlah / (n × penyebut) */
  readonly penyebut?: number;
  readonly nrr?: number;
  readonly nilai?: number;
}

/** A draft may have no result yet. */
export function adaHasil({ tingkat, terbit }: Pick<Survei, 'tingkat' | 'terbit'>): boolean {
  return tingkat !== 'terbit' || terbit !== undefined;
}
