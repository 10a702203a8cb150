/** A value as the audit keeps it: JSON, dates as text. */
export type NilaiAudit = string | number | boolean | null | readonly NilaiAudit[] | { readonly [nama: string]: NilaiAudit };
export type IsiAudit = Readonly<Record<string, NilaiAudit>>;

/** One kind of event: its words, and the shapes of before and after. */
export interface Peristiwa<Sebelum extends IsiAudit | null, Sesudah extends IsiAudit | null> {
  /** as the log shows it: a verb phrase, the person is its subject */
  readonly nama: string;
  readonly bentuk?: { readonly sebelum: Sebelum; readonly sesudah: Sesudah };
}

/** @param nama as the log shows it */
export function peristiwa<Sebelum extends IsiAudit | null, Sesudah extends IsiAudit | null>(
  nama: string,
): Peristiwa<Sebelum, Sesudah> {
  return { nama };
}
