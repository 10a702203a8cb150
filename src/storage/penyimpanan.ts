import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Gudang, Tersimpan } from './gudang';
import { GudangCakram, isiFolder } from './gudang-cakram';
import { Tampungan } from './tampungan';
import { diCakram, tiadaBerkas } from './terganggu';

const KUNCI = /^[0-9a-f]{48}$/;
/** A file that is being written, or that nobody has claimed yet. */
const TAMPUNG = '.tampung';
/** Of a file in a store elsewhere, for readers that need it on this machine. */
const SALINAN = '.salinan';
/** Anything that is not (yet) a file under its key. */
const SEMENTARA = /^([0-9a-f]{46})\.(tampung|tulis|salinan)$/;
const SEKALI_BACA = 256 * 1024;

/** What a sweep finds on this machine besides claimed files. */
interface Sisa {
  readonly kunci: string;
  readonly jalur: string;
  readonly tertampung: boolean;
  readonly terakhir: Date;
}

/**
 * Files behind an opaque key, which says nothing of what it holds or whose it is. What is being received is staged on the local disk,
 * `berkas/` in the data folder; what is claimed lies there too, or in the store that `S3_BUCKET` names.
 * Every method throws `PenyimpananTerganggu` where the disk or the store does not answer.
 */
export class Penyimpanan {
  private readonly gudang: Gudang;

  constructor(
    private readonly folder: string,
    gudang?: Gudang,
  ) {
    this.gudang = gudang ?? new GudangCakram(folder);
  }

  /** Complete and in the store when it returns. @returns the key */
  async simpan(isi: Uint8Array): Promise<string> {
    const tampungan = await this.tampung();
    try {
      await tampungan.tulis(isi);
      const { kunci } = await tampungan.selesai();
      await this.tetapkan(kunci);
      return kunci;
    } catch (galat) {
      await tampungan.buang();
      throw galat;
    }
  }

  /**
   * Opens a new file to be written piece by piece. Until `tetapkan` it belongs to nobody: given up with `buang`, or, where the process
   * ended before, removed by `sapu`.
   */
  async tampung(): Promise<Tampungan> {
    const kunci = kunciBaru();
    const tujuan = this.jalur(kunci) + TAMPUNG;
    return diCakram(async () => {
      await mkdir(dirname(tujuan), { recursive: true, mode: 0o700 });
      return new Tampungan(kunci, tujuan, await open(tujuan, 'wx', 0o600), createHash('sha256'));
    });
  }

  /**
   * Opens a staged file again, to go on behind its first `sejauh` bytes; what stands after them (of a write that was never answered) goes.
   * Null when it is not on this machine, or is shorter than that.
   */
  async lanjutkan(kunci: string, sejauh: number): Promise<Tampungan | null> {
    const jalur = this.jalur(kunci) + TAMPUNG;
    return diCakram(async () => {
      const berkas = await open(jalur, 'r+').catch((galat: unknown) => {
        if (tiadaBerkas(galat)) return null;
        throw galat;
      });
      if (!berkas) return null;
      try {
        const { size } = await berkas.stat();
        if (size < sejauh) {
          await berkas.close();
          return null;
        }
        if (size > sejauh) await berkas.truncate(sejauh);
        return new Tampungan(kunci, jalur, berkas, null, sejauh);
      } catch (galat) {
        await berkas.close();
        throw galat;
      }
    });
  }

  /** Where a staged file lies on this machine, for readers that need to jump about in it. */
  letakTampungan(kunci: string): string {
    return this.jalur(kunci) + TAMPUNG;
  }

  /** A finished file that something refers to from now on, complete in the store when it returns. Twice is once. */
  async tetapkan(kunci: string): Promise<void> {
    await this.gudang.ambilAlih(kunci, this.jalur(kunci) + TAMPUNG);
  }

  /** Null when there is nothing under the key. */
  async buka(kunci: string): Promise<Buffer | null> {
    const aliran = await this.bukaAliran(kunci);
    if (!aliran) return null;
    const isi: Buffer[] = [];
    for await (const potong of aliran as AsyncIterable<Buffer>) isi.push(potong);
    return Buffer.concat(isi);
  }

  /**
   * From its first byte, as often as asked; null when there is nothing under the key. A commit that was not followed by `tetapkan` (the
   * process ended) is made good here.
   */
  async bukaAliran(kunci: string, bitaSekali = SEKALI_BACA): Promise<Readable | null> {
    const tampungan = this.jalur(kunci) + TAMPUNG;
    const ada = await this.gudang.buka(kunci, bitaSekali);
    if (ada || (await this.gudang.ambilAlih(kunci, tampungan)) === null) return ada;
    return this.gudang.buka(kunci, bitaSekali);
  }

  /** Where a file lies on this machine, copied there first from a store elsewhere; null when there is nothing under the key. */
  async letak(kunci: string): Promise<string | null> {
    const salinan = this.jalur(kunci) + SALINAN;
    const tetap = this.gudang.letak(kunci);
    return diCakram(async () => {
      if (await ada(tetap ?? salinan)) return tetap ?? salinan;
      const aliran = await this.bukaAliran(kunci);
      if (tetap !== null) {
        aliran?.destroy();
        return aliran && tetap;
      }
      if (!aliran) return null;
      await mkdir(dirname(salinan), { recursive: true, mode: 0o700 });
      const sementara = `${this.jalur(kunciBaru())}.tulis`;
      await mkdir(dirname(sementara), { recursive: true, mode: 0o700 });
      const berkas = await open(sementara, 'wx', 0o600);
      try {
        for await (const potong of aliran as AsyncIterable<Buffer>) await berkas.writeFile(potong);
      } finally {
        await berkas.close();
      }
      await rename(sementara, salinan);
      return salinan;
    });
  }

  /** Whether there was something is all the same. */
  async hapus(kunci: string): Promise<void> {
    const jalur = this.jalur(kunci);
    await diCakram(async () => {
      for (const akhiran of [TAMPUNG, SALINAN]) await rm(jalur + akhiran, { force: true });
    });
    await this.gudang.hapus(kunci);
  }

  /** Every file that lies in the store. */
  daftar(): AsyncGenerator<Tersimpan> {
    return this.gudang.daftar();
  }

  /**
   * Removes what was begun on this machine before that moment and never claimed: leftovers of a process that ended in between.
   * @param dipakai keys that something refers to: those are claimed instead
   * @returns how many were removed
   */
  async sapu(sebelum: Date, dipakai: ReadonlySet<string> = new Set()): Promise<number> {
    let jumlah = 0;
    for (const { kunci, jalur, tertampung, terakhir } of await this.sisa()) {
      if (terakhir >= sebelum) continue;
      if (tertampung && dipakai.has(kunci)) {
        await this.tetapkan(kunci);
        continue;
      }
      await diCakram(() => rm(jalur, { force: true }));
      jumlah += 1;
    }
    return jumlah;
  }

  private async sisa(): Promise<Sisa[]> {
    const hasil: Sisa[] = [];
    for (const awal of await isiFolder(this.folder)) {
      if (!/^[0-9a-f]{2}$/.test(awal)) continue;
      for (const nama of await isiFolder(join(this.folder, awal))) {
        const [, sisa, akhiran] = SEMENTARA.exec(nama) ?? [];
        const jalur = join(this.folder, awal, nama);
        const umur = sisa === undefined ? null : await stat(jalur).catch(() => null);
        if (umur) hasil.push({ kunci: `${awal}${sisa}`, jalur, tertampung: akhiran === 'tampung', terakhir: umur.mtime });
      }
    }
    return hasil;
  }

  /** Two levels, so that no folder grows too large. @throws {Error} when the text is no key: it comes from our tables only */
  private jalur(kunci: string): string {
    if (!KUNCI.test(kunci)) throw new Error('Bukan kunci penyimpanan');
    return join(this.folder, kunci.slice(0, 2), kunci.slice(2));
  }
}

const kunciBaru = (): string => randomBytes(24).toString('hex');

async function ada(jalur: string): Promise<boolean> {
  try {
    await stat(jalur);
    return true;
  } catch (galat) {
    if (tiadaBerkas(galat)) return false;
    throw galat;
  }
}
