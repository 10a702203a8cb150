import type { Instansi, Unit } from '../organisasi/organisasi.rules';
import type { Instrumen } from '../instrumen/instrumen.rules';
import type { CatatanLaporan } from '../laporan/laporan.rules';
import type { Bukti, Realisasi } from '../progres/progres.rules';
import type { Rencana } from '../rtl/rtl.rules';
import type { Survei } from '../survei/survei.rules';

export const FORMAT_PAKET = 'tuntas/paket';
export const VERSI_PAKET = 1;

/** The interchange format: one agency's survey results, plans, realisation and report data (docs/paket.md). */
export interface Paket {
  readonly format: typeof FORMAT_PAKET;
  readonly versi: typeof VERSI_PAKET;
  readonly sumber?: string;
  readonly instansi: Instansi;
  readonly unit?: readonly Unit[];
  readonly instrumen?: readonly InstrumenPaket[];
  readonly survei?: readonly SurveiPaket[];
  readonly rencana?: readonly Rencana[];
  readonly realisasi?: readonly RealisasiPaket[];
  readonly laporan?: readonly CatatanLaporan[];
}

/** An agency's own; each version is one of its own. */
export type InstrumenPaket = Instrumen;

/** A survey with its result at one of the five levels. */
export interface SurveiPaket extends Omit<Survei, 'tingkat' | 'unsur' | 'jumlahRespons' | 'jumlahProfil'> {
  readonly respons?: ResponsPaket;
  readonly jumlahPerUnsur?: JumlahPaket;
  readonly nilaiUnsur?: readonly NilaiUnsurPaket[];
}

export interface ResponsPaket {
  readonly unsur: readonly string[];
  /** a row a respondent, a digit an answer, `-` for none */
  readonly baris: readonly string[];
}

export interface JumlahPaket {
  readonly n: number | ReadonlyMap<string, number>;
  readonly jumlah: ReadonlyMap<string, number>;
}

export interface NilaiUnsurPaket {
  readonly unsur: string;
  readonly nrr?: number;
  readonly nilai?: number;
}

export type BuktiPaket = Omit<Bukti, 'id' | 'sha256'>;

/** Verification is not carried: another installation cannot vouch for it. What only this one asks for stands in the description. */
export type RealisasiPaket = Omit<Realisasi, 'verifikasi' | 'alasanPengganti' | 'alasanTidakDapat' | 'kontribusi' | 'bukti'> & {
  readonly bukti?: readonly BuktiPaket[];
};
