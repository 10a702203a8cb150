import type { KodePeriode } from '../../shared/periode';
import type { BuktiDiharapkan, Kegiatan } from '../rtl.rules';
import type { IsiKegiatan } from '../susun/isi-kegiatan.rules';

/** A kegiatan that an addendum brings, with what is no part of a paket. */
interface KegiatanAdendum {
  readonly unsur: readonly string[] | null;
  readonly buktiDiharapkan: readonly BuktiDiharapkan[];
}

/** What an addendum changes, as it is kept; with reason, day and approver it is an `Adendum`. */
export type IsiAdendum =
  | ({ readonly jenis: 'tambahan'; readonly prioritas: number; readonly kegiatan: Kegiatan } & KegiatanAdendum)
  | ({ readonly jenis: 'diganti'; readonly kegiatan: string; readonly pengganti: Kegiatan } & KegiatanAdendum)
  | { readonly jenis: 'dibatalkan'; readonly kegiatan: string }
  | { readonly jenis: 'digeser'; readonly kegiatan: string; readonly jadwal: readonly KodePeriode[] };

export type JenisAdendum = IsiAdendum['jenis'];

export const NAMA_ADENDUM: Readonly<Record<JenisAdendum, string>> = {
  tambahan: 'Tambahan',
  diganti: 'Diganti',
  dibatalkan: 'Dibatalkan',
  digeser: 'Digeser',
};

/** kode of the kegiatan that it is about. */
export function kegiatanAdendum(isi: IsiAdendum): string {
  return isi.jenis === 'tambahan' ? isi.kegiatan.kode : isi.kegiatan;
}

/** A kegiatan that an addendum brings, as what people write of one. */
export function isiKegiatanAdendum(prioritasId: string, kegiatan: Kegiatan, lain: KegiatanAdendum): IsiKegiatan {
  const { uraian, survei, jadwal, penanggungJawab, keluaran, indikator } = kegiatan;
  return {
    ...{ prioritasId, uraian, jadwal, penanggungJawab, unsur: lain.unsur, buktiDiharapkan: lain.buktiDiharapkan },
    ...{ survei: survei ?? null, keluaran: keluaran ?? null, indikator: indikator ?? null },
  };
}
