import type { ValueTransformer } from 'typeorm';

/** A `numeric` column that holds a decimal as it was written; shorter than 16 digits, so that text → number → text is exact. */
export const KOLOM_DESIMAL: ValueTransformer = {
  to: (nilai: number | null): number | null => nilai,
  from: (nilai: string | null): number | null => (nilai === null ? null : Number(nilai)),
};

/** Columns that may be null ↔ optional properties: `{ situs: null }` → `{}`. */
export function tanpaNull<T extends object>(baris: T): { [K in keyof T]: Exclude<T[K], null> } {
  return Object.fromEntries(Object.entries(baris).filter(([, nilai]) => nilai !== null)) as {
    [K in keyof T]: Exclude<T[K], null>;
  };
}
