import { open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { GalatPengguna } from '../../../shared/galat';
import type { BerkasRespons } from '../berkas-respons';
import { EKOR_MAKS, letakDirektori, uraiDirektori, type BagianZip } from './direktori-zip';

export type { BagianZip };

/** A workbook that has no place on disk is held in memory while it is read. */
const MEMORI_MAKS = 128 * 1024 * 1024;
const BAGIAN_MAKS = 5_000;
const DIREKTORI_MAKS = 4 * 1024 * 1024;
/** Unpacked bytes of all parts together; a million rows of 15 columns come to about 900 MB. */
const ISI_MAKS = 2 * 1024 ** 3;
/** Sheets of digits pack to a thirtieth; a bomb to a thousandth. Looked at only where the whole is large. */
const NISBAH_MAKS = 200;
const ISI_WAJAR = 16 * 1024 * 1024;

const SARAN_SIMPAN = 'Buka di Excel atau LibreOffice, lalu simpan ulang sebagai .xlsx atau .csv.';

/** Bytes at any place of a file. */
interface Bita {
  readonly panjang: number;
  baca(letak: number, panjang: number): Promise<Buffer>;
  tutup(): Promise<void>;
}

/** A zip archive: its directory is read and judged before anything in it is unpacked. */
export class Zip {
  private constructor(
    private readonly bita: Bita,
    readonly bagian: ReadonlyMap<string, BagianZip>,
  ) {}

  /** @throws {GalatPengguna} damaged, or a bomb by what its directory says */
  static async buka(berkas: BerkasRespons): Promise<Zip> {
    const bita = berkas.jalur === undefined ? await dalamMemori(berkas) : await diCakram(berkas.jalur);
    try {
      return new Zip(bita, await bacaDirektori(bita));
    } catch (galat) {
      await bita.tutup();
      throw galat;
    }
  }

  tutup(): Promise<void> {
    return this.bita.tutup();
  }

  async teks(nama: string, maksimum: number): Promise<string | null> {
    const bagian = this.bagian.get(nama);
    if (!bagian) return null;
    if (bagian.ukuran > maksimum) throw terlaluBesar();
    const potongan: Buffer[] = [];
    for await (const p of this.alir(bagian)) potongan.push(p);
    return Buffer.concat(potongan).toString('utf8');
  }

  /** Unpacks a part piece by piece. @throws {GalatPengguna} damaged, or larger than the directory said */
  async *alir(bagian: BagianZip, kemajuan?: (bagian: number) => void): AsyncGenerator<Buffer, void, undefined> {
    const kepala = await this.bita.baca(bagian.letak, 30);
    if (kepala.length < 30 || kepala.readUInt32LE(0) !== 0x04034b50) throw rusak();
    const mulai = bagian.letak + 30 + kepala.readUInt16LE(26) + kepala.readUInt16LE(28);
    const mampat = this.mentah(mulai, bagian.ukuranMampat, kemajuan);
    if (bagian.cara === 0) {
      yield* mampat;
      return;
    }
    const pengembang = createInflateRaw();
    // Its errors arrive through the iteration below.
    pipeline(Readable.from(mampat), pengembang, () => undefined);
    let keluar = 0;
    try {
      for await (const p of pengembang as AsyncIterable<Buffer>) {
        keluar += p.length;
        if (keluar > bagian.ukuran) throw terlaluBesar();
        yield p;
      }
    } catch (galat) {
      throw galat instanceof GalatPengguna ? galat : rusak(galat);
    } finally {
      pengembang.destroy();
    }
  }

  private async *mentah(mulai: number, panjang: number, kemajuan?: (bagian: number) => void): AsyncGenerator<Buffer> {
    const langkah = 256 * 1024;
    for (let i = 0; i < panjang; i += langkah) {
      const p = await this.bita.baca(mulai + i, Math.min(langkah, panjang - i));
      if (p.length === 0) throw rusak();
      kemajuan?.(Math.min(1, (i + p.length) / panjang));
      yield p;
    }
  }
}

async function bacaDirektori(bita: Bita): Promise<Map<string, BagianZip>> {
  const ekorPanjang = Math.min(bita.panjang, EKOR_MAKS);
  const ekor = await bita.baca(bita.panjang - ekorPanjang, ekorPanjang);
  const letak = await letakDirektori(ekor, bita.panjang - ekorPanjang, (dari, panjang) => bita.baca(dari, panjang));
  if (!letak) throw rusak();
  if (letak.jumlah > BAGIAN_MAKS || letak.panjang > DIREKTORI_MAKS) throw terlaluBesar();
  if (letak.letak + letak.panjang > bita.panjang) throw rusak();
  const bagian = new Map<string, BagianZip>();
  let total = 0;
  for (const entri of uraiDirektori(await bita.baca(letak.letak, letak.panjang), letak.jumlah)) {
    if (!entri) throw rusak();
    const { nama, ukuran, cara, ukuranMampat, terkunci: sandi } = entri;
    if (sandi) throw terkunci();
    if ((cara !== 0 && cara !== 8) || entri.letak + ukuranMampat > bita.panjang) throw rusak();
    total += ukuran;
    bagian.set(nama, { nama, ukuran, cara, ukuranMampat, letak: entri.letak });
  }
  if (total > ISI_MAKS || (total > ISI_WAJAR && total > bita.panjang * NISBAH_MAKS)) throw terlaluBesar();
  return bagian;
}

async function diCakram(jalur: string): Promise<Bita> {
  const fd = await open(jalur, 'r');
  const { size } = await fd.stat();
  return {
    panjang: size,
    baca: async (letak, panjang) => {
      const isi = Buffer.allocUnsafe(panjang);
      const { bytesRead } = await fd.read(isi, 0, panjang, letak);
      return isi.subarray(0, bytesRead);
    },
    tutup: () => fd.close(),
  };
}

async function dalamMemori(berkas: BerkasRespons): Promise<Bita> {
  const potongan: Buffer[] = [];
  let panjang = 0;
  for await (const p of berkas.buka() as AsyncIterable<Buffer>) {
    panjang += p.length;
    if (panjang > MEMORI_MAKS) throw terlaluBesar();
    potongan.push(p);
  }
  const isi = Buffer.concat(potongan);
  return {
    panjang,
    baca: (letak, banyak) => Promise.resolve(isi.subarray(letak, letak + banyak)),
    tutup: () => Promise.resolve(),
  };
}

export function rusak(sebab?: unknown): GalatPengguna {
  return new GalatPengguna(`Buku kerja ini rusak atau tidak lengkap. ${SARAN_SIMPAN}`, { cause: sebab });
}

function terlaluBesar(): GalatPengguna {
  return new GalatPengguna(
    'Buku kerja ini membengkak jauh melebihi ukuran berkasnya bila dibuka, jadi tidak dibaca. Salin tabel jawabannya saja ke buku kerja baru, lalu unggah lagi.',
  );
}

function terkunci(): GalatPengguna {
  return new GalatPengguna('Buku kerja ini terkunci dengan kata sandi. Hapus kata sandinya di Excel, simpan, lalu unggah lagi.');
}
