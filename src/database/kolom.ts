import type { JoinColumnOptions, ValueTransformer } from 'typeorm';

/** A `numeric` column that holds a decimal as it was written; shorter than 16 digits, so that text → number → text is exact. */
export const KOLOM_DESIMAL: ValueTransformer = {
  to: (nilai: number | null): number | null => nilai,
  from: (nilai: string | null): number | null => (nilai === null ? null : Number(nilai)),
};

/** A `bigint` column of bytes, as a number: exact below 2^53. */
export const KOLOM_BITA: ValueTransformer = {
  to: (nilai: number | null): number | null => nilai,
  from: (nilai: string | null): number | null => (nilai === null ? null : Number(nilai)),
};

/** Columns that may be null ↔ optional properties: `{ situs: null }` → `{}`. */
export function tanpaNull<T extends object>(baris: T): { [K in keyof T]: Exclude<T[K], null> } {
  return Object.fromEntries(Object.entries(baris).filter(([, nilai]) => nilai !== null)) as {
    [K in keyof T]: Exclude<T[K], null>;
  };
}

/**
 * Columns of a reference that cannot leave the agency: foreign keys look past row-level security, so the agency is part of the key. The
 * table pointed to needs `@Unique('uq_<table>_sekat', ['id', 'instansiId'])`.
 */
export function dalamInstansi(kolom: string, namaKunci: string): JoinColumnOptions[] {
  return [
    { name: kolom, referencedColumnName: 'id', foreignKeyConstraintName: namaKunci },
    { name: 'instansi_id', referencedColumnName: 'instansiId', foreignKeyConstraintName: namaKunci },
  ];
}

/** Equal in these and overlapping in time (`mulai`–`selesai`, half-open), as an exclusion constraint says it without an extension. */
export function masaTunggal(...sama: readonly string[]): string {
  const kunci = sama.map((nilai) => `rentang_kunci((${nilai})::text, (${nilai})::text, '[]') WITH &&`);
  return [...kunci, 'daterange(mulai, selesai) WITH &&'].join(', ');
}
