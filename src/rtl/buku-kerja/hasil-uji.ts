import type { MasalahSel } from './baris.rules';

export type KeadaanBaris = 'baru' | 'berubah' | 'tetap' | 'dibatalkan' | 'ditolak';

/** One part of a kegiatan, before and after. */
export interface SelBerubah {
  /** as the heading of the column names it */
  readonly label: string;
  readonly alamat: string;
  readonly lama: string;
  readonly baru: string;
}

export interface BarisUji {
  /** as the sheet numbers it, from 1 */
  readonly nomor: number;
  readonly keadaan: KeadaanBaris;
  /** null where the plan will give one */
  readonly kode: string | null;
  readonly uraian: string;
  readonly perubahan: readonly SelBerubah[];
  readonly masalah: readonly MasalahSel[];
  /** what is worth a look, though it is taken */
  readonly catatan: readonly string[];
}

/** What a workbook or a pasted table comes to, compared with the plan as it was. */
export interface HasilUji {
  /** name of the sheet; null for a pasted table */
  readonly lembar: string | null;
  readonly baris: readonly BarisUji[];
  readonly prioritasBaru: readonly {
    readonly judul: string;
    readonly program: string | null;
    readonly unsur: readonly string[];
    readonly alasan: string | null;
  }[];
  /** on the table as a whole: columns that were left out */
  readonly catatan: readonly string[];
}

export function jumlahKeadaan({ baris }: Pick<HasilUji, 'baris'>, keadaan: KeadaanBaris): number {
  return baris.filter((b) => b.keadaan === keadaan).length;
}
