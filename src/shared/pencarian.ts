/** More words than this narrow a search no further. */
const KATA_TERBANYAK = 8;

/** The words of a search as `ILIKE` patterns that find them as they are written; a row must hold every one of them. */
export function polaCari(q: string): string[] {
  const kata = q.split(/\s+/).filter(Boolean).slice(0, KATA_TERBANYAK);
  return kata.map((k) => `%${k.replace(/[\\%_]/g, (c) => `\\${c}`)}%`);
}

/**
 * The condition that every pattern of the parameter is found in one of the columns.
 * @param parameter `$2`, bound to `polaCari(q)`
 */
export function syaratCari(parameter: string, ...kolom: readonly string[]): string {
  const tidakSatuPun = kolom.map((k) => `coalesce(${k}, '') NOT ILIKE k.pola`).join(' AND ');
  return `NOT EXISTS (SELECT 1 FROM unnest(${parameter}::text[]) AS k(pola) WHERE ${tidakSatuPun})`;
}

/** The same on what is already at hand. */
export function cocokCari(q: string, ...isi: readonly (string | null)[]): boolean {
  const kata = q.toLocaleLowerCase('id').split(/\s+/).filter(Boolean).slice(0, KATA_TERBANYAK);
  const teks = isi.map((t) => (t ?? '').toLocaleLowerCase('id'));
  return kata.every((k) => teks.some((t) => t.includes(k)));
}
