import type { Readable } from 'node:stream';

/** A file that lies in the store. */
export interface Tersimpan {
  readonly kunci: string;
  /** bytes */
  readonly ukuran: number;
  readonly sejak: Date;
}

/** Where claimed files lie: the local disk, or an S3-compatible store. Every failure is a `PenyimpananTerganggu`. */
export interface Gudang {
  /** Takes a complete local file, which is gone from its place then. Null when there is no such local file. */
  ambilAlih(kunci: string, jalur: string): Promise<true | null>;
  /** Null when there is nothing under the key. */
  buka(kunci: string, bitaSekali: number): Promise<Readable | null>;
  /** Where the file lies on this machine; null when it lies elsewhere. */
  letak(kunci: string): string | null;
  /** Whether there was something is all the same. */
  hapus(kunci: string): Promise<void>;
  daftar(): AsyncGenerator<Tersimpan>;
}
