/** What the need of a reason is judged by. */
export interface AcuanAlasan {
  /** kode of those that have a nilai in the plan's survey; null when it has none per unsur, or the plan has no survey */
  readonly dinilai: ReadonlySet<string> | null;
  readonly terendah: ReadonlySet<string>;
}

export type SebabAlasan = 'bukan-unsur' | 'tanpa-nilai' | 'bukan-terendah' | 'gabungan';

/** Why the report has to print a reason beside this prioritas; null for one of the lowest unsur alone (DOMAIN section 4). */
export function sebabAlasan(unsur: readonly string[], acuan: AcuanAlasan): SebabAlasan | null {
  if (unsur.length === 0) return 'bukan-unsur';
  if (acuan.dinilai === null) return 'tanpa-nilai';
  if (unsur.some((u) => !acuan.terendah.has(u))) return 'bukan-terendah';
  return unsur.length > 1 ? 'gabungan' : null;
}

/** A reason says something: dashes and dots are none. */
export function adaTulisan(teks: string | null): boolean {
  return teks !== null && /\p{L}{2}/u.test(teks);
}
