import type { Periode } from '../../shared/periode';
import type {
  AsalKegiatan,
  AsalPrioritas,
  Kegiatan,
  KeadaanDalamRencana,
  Prioritas,
  PrioritasDilewati,
  Rencana,
  SatuanJadwal,
  StatusRencana,
} from '../rtl.rules';
import type { IsiKegiatan } from './isi-kegiatan.rules';

/** A plan as those who write it need it: with ids, versions, and what is no part of a paket. */
export interface RencanaTersusun {
  readonly id: string;
  readonly instansiId: string;
  readonly kode: string;
  readonly judul: string;
  /** kode */
  readonly survei: string | null;
  readonly periode: Periode | null;
  readonly satuanJadwal: SatuanJadwal;
  readonly status: StatusRencana;
  readonly versi: number;
  readonly nomorKegiatan: number;
  readonly asalRencanaId: string | null;
  readonly prioritas: readonly PrioritasTersusun[];
  /** lowest unsur that it leaves out, with the reason */
  readonly dilewati: readonly PrioritasDilewati[];
  /** kegiatan that an addendum took out of the plan */
  readonly dikeluarkan: readonly KegiatanTersusun[];
  /** another one after every change of anything in the plan: what a dry run was made from */
  readonly sidik: string;
}

export interface PrioritasTersusun {
  readonly id: string;
  readonly no: number;
  readonly urutan: number;
  readonly judul: string;
  readonly program: string | null;
  readonly unsur: readonly string[];
  readonly alasan: string | null;
  readonly asal: AsalPrioritas | null;
  readonly versi: number;
  readonly kegiatan: readonly KegiatanTersusun[];
}

export interface KegiatanTersusun {
  readonly id: string;
  readonly kode: string;
  readonly urutan: number;
  readonly versi: number;
  readonly keadaan: KeadaanDalamRencana;
  readonly isi: IsiKegiatan;
  readonly asalKegiatanId: string | null;
  /** the kegiatan of an earlier plan that it carries on */
  readonly asal: AsalKegiatan | null;
  /** who wrote it last; null for one that came by import */
  readonly diubahNama: string | null;
  readonly diubahPada: Date | null;
}

/** As the rules, reports and pakets know it. */
export function keRencana(r: RencanaTersusun): Rencana {
  return {
    kode: r.kode,
    judul: r.judul,
    ...(r.survei === null ? {} : { survei: r.survei }),
    ...(r.periode === null ? {} : { periode: r.periode }),
    satuanJadwal: r.satuanJadwal,
    status: r.status,
    prioritas: r.prioritas.map(kePrioritas),
    ...(r.dilewati.length === 0 ? {} : { dilewati: r.dilewati }),
  };
}

function kePrioritas({ no, judul, program, unsur, alasan, kegiatan }: PrioritasTersusun): Prioritas {
  return {
    no,
    judul,
    ...(program === null ? {} : { program }),
    unsur,
    ...(alasan === null ? {} : { alasan }),
    kegiatan: kegiatan.map((k) => keKegiatan(k.kode, k.isi, k.asal)),
  };
}

export function keKegiatan(kode: string, isi: IsiKegiatan, asal: AsalKegiatan | null = null): Kegiatan {
  const { uraian, survei, jadwal, penanggungJawab, keluaran, indikator } = isi;
  return {
    kode,
    uraian,
    ...(survei === null ? {} : { survei }),
    jadwal,
    penanggungJawab,
    ...(keluaran === null ? {} : { keluaran }),
    ...(indikator === null ? {} : { indikator }),
    ...(asal === null ? {} : { asal }),
  };
}

export function semuaTersusun(r: RencanaTersusun): KegiatanTersusun[] {
  return r.prioritas.flatMap((p) => p.kegiatan);
}
