import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Gudang, Tersimpan } from './gudang';
import { sinkronFolder } from './tampungan';
import { diCakram, tiadaBerkas } from './terganggu';

/** The local disk. */
export class GudangCakram implements Gudang {
  constructor(private readonly folder: string) {}

  async ambilAlih(kunci: string, jalur: string): Promise<true | null> {
    const tujuan = this.letak(kunci);
    return diCakram(async () => {
      try {
        await mkdir(dirname(tujuan), { recursive: true, mode: 0o700 });
        await rename(jalur, tujuan);
        await sinkronFolder(dirname(tujuan));
        return true;
      } catch (galat) {
        if (tiadaBerkas(galat)) return null;
        throw galat;
      }
    });
  }

  async buka(kunci: string, bitaSekali: number): Promise<Readable | null> {
    return diCakram(async () => {
      try {
        return (await open(this.letak(kunci), 'r')).createReadStream({ highWaterMark: bitaSekali });
      } catch (galat) {
        if (tiadaBerkas(galat)) return null;
        throw galat;
      }
    });
  }

  /** Two levels, so that no folder grows too large. */
  letak(kunci: string): string {
    return join(this.folder, kunci.slice(0, 2), kunci.slice(2));
  }

  async hapus(kunci: string): Promise<void> {
    await diCakram(() => rm(this.letak(kunci), { force: true }));
  }

  async *daftar(): AsyncGenerator<Tersimpan> {
    for (const awal of await isiFolder(this.folder)) {
      if (!/^[0-9a-f]{2}$/.test(awal)) continue;
      for (const sisa of await isiFolder(join(this.folder, awal))) {
        if (!/^[0-9a-f]{46}$/.test(sisa)) continue;
        const keterangan = await stat(join(this.folder, awal, sisa)).catch(() => null);
        if (keterangan) yield { kunci: awal + sisa, ukuran: keterangan.size, sejak: keterangan.mtime };
      }
    }
  }
}

/** Names in a folder; none where there is no such folder. */
export async function isiFolder(folder: string): Promise<string[]> {
  return diCakram(async () => {
    try {
      return await readdir(folder);
    } catch (galat) {
      if (tiadaBerkas(galat)) return [];
      throw galat;
    }
  });
}
