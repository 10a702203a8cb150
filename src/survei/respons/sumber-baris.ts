/** Columns that are looked at; a table with more is none that an office filled in. */
export const KOLOM_MAKS = 1_000;

/** One row of a file. Valid only while it is handed over: the object is used again for the next. */
export interface Baris {
  /** line (CSV) or row (XLSX), from 1 */
  readonly nomor: number;
  /** number of cells */
  readonly n: number;
  /** text of a cell, '' where there is none */
  teks(kolom: number): string;
  /** the digit of a cell that is exactly one digit, -2 for an empty one, -1 for anything else */
  angka(kolom: number): number;
}

/** Takes a row; false = enough, read no further. */
export type PenerimaBaris = (baris: Baris) => boolean;

/** The rows of one table. */
export interface SumberBaris {
  /**
   * Hands every row to `terima`, and yields after each piece of the file which part of it has been read (0–1).
   * @throws {GalatPengguna} when the file turns out not to be readable
   */
  alir(terima: PenerimaBaris): AsyncGenerator<number, void, undefined>;
}

/** A row of texts. */
export class BarisTeks implements Baris {
  constructor(
    readonly nomor: number,
    private readonly sel: readonly string[],
  ) {}

  get n(): number {
    return this.sel.length;
  }

  teks(kolom: number): string {
    return this.sel[kolom] ?? '';
  }

  angka(kolom: number): number {
    const teks = this.sel[kolom];
    if (teks === undefined || teks === '') return -2;
    if (teks.length !== 1) return -1;
    const nilai = teks.charCodeAt(0) - 0x30;
    return nilai >= 0 && nilai <= 9 ? nilai : -1;
  }
}

export function salinBaris(baris: Baris): BarisTeks {
  return new BarisTeks(
    baris.nomor,
    Array.from({ length: baris.n }, (_, i) => baris.teks(i)),
  );
}
