import type { UnitDituju } from '../../auth/kewenangan.policy';
import type { Tempat } from '../../organisasi/tempat';
import type { BuktiDiharapkan, KeadaanDalamRencana, SatuanJadwal, StatusRencana } from '../../rtl/rtl.rules';
import type { KodePeriode } from '../../shared/periode';
import { jalur } from '../../shared/tampilan/tautan';
import type { KeadaanSlot } from '../jendela/jendela.rules';
import type { StatusVerifikasi } from '../progres.rules';

/** Whose part of a report: `utama`, or the id of a pendukung unit. */
export type Bagian = string;

export const UTAMA: Bagian = 'utama';

/** A unit that reports: its own id with those of all units above it, the successor of a merged one included. */
export interface UnitLapor extends UnitDituju {
  readonly id: string;
  /** who answers for it today: itself, or the successor of a merged one */
  readonly kiniId: string;
  readonly kode: string;
  readonly nama: string;
  readonly singkatan: string | null;
}

/** An expected piece of evidence of one period, with its place among those of the kegiatan. */
export interface BuktiDiminta extends BuktiDiharapkan {
  readonly urutan: number;
}

/** The row of a report, once somebody entered something. */
export interface LaporanKini {
  readonly id: string;
  readonly keadaan: StatusVerifikasi;
  readonly putaran: number;
  readonly versi: number;
  readonly sejak: Date;
}

/** Which slot is reported on, where, when and by whom. */
export interface TempatLapor extends Tempat {
  readonly rencana: {
    readonly id: string;
    readonly kode: string;
    readonly judul: string;
    readonly status: StatusRencana;
    readonly satuanJadwal: SatuanJadwal;
  };
  readonly kegiatan: {
    readonly id: string;
    readonly kode: string;
    readonly uraian: string;
    readonly keluaran: string | null;
    readonly indikator: string | null;
    readonly keadaan: KeadaanDalamRencana;
  };
  readonly periode: KodePeriode;
  /** the units that may act for the first penanggung jawab: several where that is a kelompok; none: the koordinator reports */
  readonly utama: readonly UnitLapor[];
  /** how the plan names the first one: the unit, or the kelompok; null where there is none */
  readonly namaUtama: string | null;
  readonly pendukung: readonly UnitLapor[];
  readonly buktiDiharapkan: readonly BuktiDiminta[];
  readonly jendela: KeadaanSlot;
  /** null: nobody saved anything (*belum melapor*) */
  readonly laporan: LaporanKini | null;
}

export function jalurLapor(
  { instansi, rencana, kegiatan, periode }: Pick<TempatLapor, 'instansi' | 'rencana' | 'kegiatan' | 'periode'>,
  ...akhir: readonly string[]
): string {
  return jalur('instansi', instansi.kode, 'rencana', rencana.kode, 'kegiatan', kegiatan.kode, 'laporan', periode, ...akhir);
}
