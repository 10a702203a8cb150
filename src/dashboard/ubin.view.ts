/** A tile: one number with its denominator, what it says, and the way to exactly what it counts. */
export interface Ubin {
  readonly angka: string;
  readonly satuan: string | null;
  readonly teks: string;
  readonly tautan: string | null;
  readonly ajakan: string | null;
}
