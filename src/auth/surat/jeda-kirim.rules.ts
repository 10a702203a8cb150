const MENIT = 60;

/** Seconds to wait after each attempt that failed; after the last of them the letter is given up. */
export const JEDA_KIRIM: readonly number[] = [15, 1 * MENIT, 5 * MENIT, 15 * MENIT, 60 * MENIT, 180 * MENIT];

/** A process that ends while it sends leaves the letter to others after this time; longer than one attempt can take. */
export const PEGANG = 2 * MENIT;

/**
 * When a letter is tried again.
 * @param percobaan attempts so far, at least 1
 * @returns null when it is given up: no attempt is left, or it would come too late
 */
export function cobaLagi(percobaan: number, kini: Date, berakhir: Date): Date | null {
  const jeda = JEDA_KIRIM[percobaan - 1];
  if (jeda === undefined) return null;
  const saat = new Date(kini.getTime() + jeda * 1000);
  return saat < berakhir ? saat : null;
}
