/** A value as the audit keeps it: JSON, dates as text. */
export type NilaiAudit = string | number | boolean | null | readonly NilaiAudit[] | { readonly [nama: string]: NilaiAudit };
export type IsiAudit = Readonly<Record<string, NilaiAudit>>;

/** One kind of event: its words, and the shapes of before and after. */
export interface Peristiwa<Sebelum extends IsiAudit | null, Sesudah extends IsiAudit | null> {
  /** as the log shows it: a verb phrase, the person is its subject */
  readonly nama: string;
  readonly bentuk?: { readonly sebelum: Sebelum; readonly sesudah: Sesudah };
}

function peristiwa<Sebelum extends IsiAudit | null, Sesudah extends IsiAudit | null>(nama: string): Peristiwa<Sebelum, Sesudah> {
  return { nama };
}

/** Every event that can be written, alphabetical. A kind that is in use is never renamed or removed: old entries keep it. */
export const PERISTIWA = {
  'audit.ekspor': peristiwa<null, { saringan: string }>('mengekspor log audit'),
  'paket.impor': peristiwa<null, { baru: number; berubah: number; tetap: number; dibiarkan: number; sumber: string | null }>(
    'mengimpor paket',
  ),
} as const;

export type JenisPeristiwa = keyof typeof PERISTIWA;

/** Before and after of one kind of event. */
export type BentukPeristiwa<J extends JenisPeristiwa> = NonNullable<(typeof PERISTIWA)[J]['bentuk']>;

/** What the event happened to. */
export interface Sasaran {
  /** a word of the glossary: `instansi`, `unit`, `pengguna` … */
  readonly jenis: string;
  readonly id: string | null;
  /** as people call it, now */
  readonly nama: string;
}

export type IsiPeristiwa<J extends JenisPeristiwa> = {
  /** whose chain it belongs to; `null` = the installation's (signing in, operators) */
  readonly instansiId: string | null;
  readonly sasaran: Sasaran;
  readonly sebelum: BentukPeristiwa<J>['sebelum'];
  readonly sesudah: BentukPeristiwa<J>['sesudah'];
  readonly alasan?: string | null;
  /** instead of whoever the context names: signing in knows the person before the context does */
  readonly oleh?: { readonly penggunaId: string | null; readonly nama: string; readonly jabatan: string | null };
};
