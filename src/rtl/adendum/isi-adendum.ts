import type { KodePeriode } from '../../shared/periode';
import type { BuktiDiharapkan, Kegiatan } from '../rtl.rules';

/** What an addendum changes, as it is kept; with reason, day and approver it is an `Adendum`. */
export type IsiAdendum =
  | {
      readonly jenis: 'tambahan';
      readonly prioritas: number;
      readonly kegiatan: Kegiatan;
      readonly buktiDiharapkan: readonly BuktiDiharapkan[];
    }
  | {
      readonly jenis: 'diganti';
      readonly kegiatan: string;
      readonly pengganti: Kegiatan;
      readonly buktiDiharapkan: readonly BuktiDiharapkan[];
    }
  | { readonly jenis: 'dibatalkan'; readonly kegiatan: string }
  | { readonly jenis: 'digeser'; readonly kegiatan: string; readonly jadwal: readonly KodePeriode[] };
