import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const KUNCI = /^[0-9a-f]{48}$/;

/** Files behind an opaque key, on the local disk: `berkas/` in the data folder. A key says nothing of what it holds or whose it is. */
export class Penyimpanan {
  constructor(private readonly folder: string) {}

  /** Complete and on the disk when it returns. @returns the key */
  async simpan(isi: Uint8Array): Promise<string> {
    const kunci = randomBytes(24).toString('hex');
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

  /** Null when there is nothing under the key. */
  async buka(kunci: string): Promise<Buffer | null> {
    try {
      return await readFile(this.jalur(kunci));
    } catch (galat) {
      if ((galat as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw galat;
    }
  }

  /** Whether there was something is all the same. */
  async hapus(kunci: string): Promise<void> {
    await rm(this.jalur(kunci), { force: true });
  }

  /** Two levels, so that no folder grows too large. @throws {Error} when the text is no key: it comes from our tables only */
  private jalur(kunci: string): string {
    if (!KUNCI.test(kunci)) throw new Error('Bukan kunci penyimpanan');
    return join(this.folder, kunci.slice(0, 2), kunci.slice(2));
  }
}
