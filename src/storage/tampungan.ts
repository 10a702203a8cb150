import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { diCakram } from './terganggu';

/** A file that was written whole: on the disk, and known by its content. */
export interface BerkasTertampung {
  readonly kunci: string;
  /** bytes */
  readonly ukuran: number;
  readonly sha256: string;
}

/** A file in the storage while it is being written; its SHA-256 and size are taken as it grows. */
export class Tampungan {
  private tertutup = false;

  /**
   * @param sidik of what stands in it so far; null when that is not known, and is read at the end
   * @param jumlah bytes that stand in it
   */
  constructor(
    readonly kunci: string,
    private readonly jalur: string,
    private readonly berkas: FileHandle,
    private readonly sidik: Hash | null,
    private jumlah = 0,
  ) {}

  get ukuran(): number {
    return this.jumlah;
  }

  /** Pieces are written one after the other: wait for each. @throws {PenyimpananTerganggu} */
  async tulis(isi: Uint8Array): Promise<void> {
    this.sidik?.update(isi);
    await diCakram(async () => {
      for (let ditulis = 0; ditulis < isi.length;) {
        const { bytesWritten } = await this.berkas.write(isi, ditulis, isi.length - ditulis, this.jumlah + ditulis);
        ditulis += bytesWritten;
      }
    });
    this.jumlah += isi.length;
  }

  /** Stops here, to go on later (`Penyimpanan.lanjutkan`). @returns bytes that are on the disk */
  async jeda(): Promise<number> {
    await diCakram(async () => {
      await this.berkas.sync();
      await this.tutup();
      await sinkronFolder(dirname(this.jalur));
    });
    return this.jumlah;
  }

  /** On the disk when it returns, still unclaimed (`Penyimpanan.tetapkan`). */
  async selesai(): Promise<BerkasTertampung> {
    await this.jeda();
    const sha256 = this.sidik ? this.sidik.digest('hex') : await sidikBerkas(this.jalur);
    return { kunci: this.kunci, ukuran: this.jumlah, sha256 };
  }

  /** Nothing of it stays, whatever had been written. */
  async buang(): Promise<void> {
    await this.tutup();
    await rm(this.jalur, { force: true });
  }

  private async tutup(): Promise<void> {
    if (this.tertutup) return;
    this.tertutup = true;
    await this.berkas.close();
  }
}

async function sidikBerkas(jalur: string): Promise<string> {
  const sidik = createHash('sha256');
  await diCakram(async () => {
    for await (const potong of createReadStream(jalur) as AsyncIterable<Buffer>) sidik.update(potong);
  });
  return sidik.digest('hex');
}

/** The name of a new file survives a power cut only when its folder is written too. */
export async function sinkronFolder(folder: string): Promise<void> {
  const pegangan = await open(folder, 'r');
  try {
    await pegangan.sync();
  } finally {
    await pegangan.close();
  }
}
