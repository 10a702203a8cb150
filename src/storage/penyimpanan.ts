import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { sinkronFolder, Tampungan } from './tampungan';

const KUNCI = /^[0-9a-f]{48}$/;
/** A file that is being written, or that nobody has claimed yet. */
const TAMPUNG = '.tampung';
/** Anything that is not (yet) a file under its key. */
const SEMENTARA = /^[0-9a-f]{46}\.(?:tampung|tulis)$/;

/** Files behind an opaque key, on the local disk: `berkas/` in the data folder. A key says nothing of what it holds or whose it is. */
export class Penyimpanan {
  constructor(private readonly folder: string) {}

  /** Complete and on the disk when it returns. @returns the key */
  async simpan(isi: Uint8Array): Promise<string> {
    const kunci = kunciBaru();
    const tujuan = this.jalur(kunci);
    await mkdir(dirname(tujuan), { recursive: true, mode: 0o700 });
    const sementara = `${tujuan}.tulis`;
    const berkas = await open(sementara, 'wx', 0o600);
    try {
      await berkas.writeFile(isi);
      await berkas.sync();
    } finally {
      await berkas.close();
    }
    await rename(sementara, tujuan);
    return kunci;
  }

  /**
   * Opens a new file to be written piece by piece. Until `tetapkan` it belongs to nobody: given up with `buang`, or, where the process
   * ended before, removed by `sapu`.
   */
  async tampung(): Promise<Tampungan> {
    const kunci = kunciBaru();
    const tujuan = this.jalur(kunci) + TAMPUNG;
    await mkdir(dirname(tujuan), { recursive: true, mode: 0o700 });
    return new Tampungan(kunci, tujuan, await open(tujuan, 'wx', 0o600), createHash('sha256'));
  }

  /**
   * Goes on with a file that was begun and not finished; what lies beyond `dari` bytes is cut off.
   * @returns null where there is no such file here, or less of it
   */
  async lanjutkan(kunci: string, dari: number): Promise<Tampungan | null> {
    const jalur = this.jalur(kunci) + TAMPUNG;
    const berkas = await open(jalur, 'r+').catch((galat: unknown) => {
      if (tiadaBerkas(galat)) return null;
      throw galat;
    });
    if (berkas === null) return null;
    try {
      if ((await berkas.stat()).size < dari) {
        await berkas.close();
        return null;
      }
      await berkas.truncate(dari);
      const sidik = createHash('sha256');
      const wadah = Buffer.alloc(256 * 1024);
      for (let letak = 0; letak < dari;) {
        const { bytesRead } = await berkas.read(wadah, 0, Math.min(wadah.length, dari - letak), letak);
        if (bytesRead === 0) throw new Error('Berkas tampungan memendek');
        sidik.update(wadah.subarray(0, bytesRead));
        letak += bytesRead;
      }
      return new Tampungan(kunci, jalur, berkas, sidik, dari);
    } catch (galat) {
      await berkas.close();
      throw galat;
    }
  }

  /** A finished file that something refers to from now on: after the commit of whatever names its key. Twice is once. */
  async tetapkan(kunci: string): Promise<void> {
    const tujuan = this.jalur(kunci);
    try {
      await rename(tujuan + TAMPUNG, tujuan);
    } catch (galat) {
      if (!tiadaBerkas(galat)) throw galat;
    }
    await sinkronFolder(dirname(tujuan)).catch((galat: unknown) => {
      if (!tiadaBerkas(galat)) throw galat;
    });
  }

  /** Null when there is nothing under the key. */
  async buka(kunci: string): Promise<Buffer | null> {
    return this.ada(kunci, (jalur) => readFile(jalur));
  }

  /** From its first byte, as often as asked; null when there is nothing under the key. */
  async bukaAliran(kunci: string, bitaSekali = 256 * 1024): Promise<Readable | null> {
    const berkas = await this.ada(kunci, (jalur) => open(jalur, 'r'));
    return berkas && berkas.createReadStream({ highWaterMark: bitaSekali });
  }

  /** Where a claimed file lies on this machine, for readers that need to jump about in it. A missing one is their error. */
  letak(kunci: string): string {
    return this.jalur(kunci);
  }

  /** Whether there was something is all the same. */
  async hapus(kunci: string): Promise<void> {
    await rm(this.jalur(kunci), { force: true });
    await rm(this.jalur(kunci) + TAMPUNG, { force: true });
  }

  /** Removes what was begun before that moment and never claimed: leftovers of a process that ended in between. @returns how many */
  async sapu(sebelum: Date): Promise<number> {
    let jumlah = 0;
    for (const nama of await isiFolder(this.folder)) {
      if (!/^[0-9a-f]{2}$/.test(nama)) continue;
      for (const berkas of await isiFolder(join(this.folder, nama))) {
        if (!SEMENTARA.test(basename(berkas))) continue;
        const jalur = join(this.folder, nama, berkas);
        const umur = await stat(jalur).catch(() => null);
        if (umur === null || umur.mtime >= sebelum) continue;
        await rm(jalur, { force: true });
        jumlah += 1;
      }
    }
    return jumlah;
  }

  /** A commit that was not followed by `tetapkan` (the process ended) is made good here. */
  private async ada<T extends Buffer | FileHandle>(kunci: string, kerja: (jalur: string) => Promise<T>): Promise<T | null> {
    const jalur = this.jalur(kunci);
    try {
      return await kerja(jalur);
    } catch (galat) {
      if (!tiadaBerkas(galat)) throw galat;
    }
    try {
      await rename(jalur + TAMPUNG, jalur);
      return await kerja(jalur);
    } catch (galat) {
      if (tiadaBerkas(galat)) return null;
      throw galat;
    }
  }

  /** Two levels, so that no folder grows too large. @throws {Error} when the text is no key: it comes from our tables only */
  private jalur(kunci: string): string {
    if (!KUNCI.test(kunci)) throw new Error('Bukan kunci penyimpanan');
    return join(this.folder, kunci.slice(0, 2), kunci.slice(2));
  }
}

const kunciBaru = (): string => randomBytes(24).toString('hex');

function tiadaBerkas(galat: unknown): boolean {
  return (galat as NodeJS.ErrnoException).code === 'ENOENT';
}

async function isiFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (galat) {
    if (tiadaBerkas(galat)) return [];
    throw galat;
  }
}
