import type { Readable } from 'node:stream';

/** A file of raw answers, wherever it is kept. */
export interface BerkasRespons {
  /** as the person named it */
  readonly nama: string;
  /** bytes */
  readonly ukuran: number;
  /** a fresh stream from the first byte at each call */
  buka(): Readable;
  /** where it lies on this machine's disk, if it does: a workbook is then read in place instead of being held in memory */
  readonly jalur?: string;
}
