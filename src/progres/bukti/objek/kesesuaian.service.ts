import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { tiapInstansi } from '../../../database/tiap-instansi';
import { Transaksi } from '../../../database/transaksi';
import { GalatPengguna } from '../../../shared/galat';
import { Penyimpanan } from '../../../storage/penyimpanan';

/** Every column that names a file of the store; test/http/berkas-bukti.spec.ts fails for one that is missing here. */
export const KOLOM_KUNCI = [
  ['impor_respons', 'kunci_berkas'],
  ['impor_respons', 'kunci_siap'],
  ['impor_respons', 'kunci_ditolak'],
  ['instansi', 'logo_kunci'],
  ['kop_instansi', 'logo_kunci'],
  ['objek_berkas', 'kunci'],
  ['objek_berkas', 'kunci_kecil'],
  ['uji_buku', 'berkas_kunci'],
  ['unggahan', 'kunci'],
] as const;

/** Older than any request that still goes on: milliseconds. */
export const UMUR_SISA = 24 * 60 * 60 * 1000;

/** So many leftovers are no sign of anything. */
const WAJAR = 50;

/** One object of the database that the store does not hold as it should. */
export interface Selisih {
  readonly instansi: string;
  readonly sha256: string;
  readonly masalah: 'hilang' | 'ukuran' | 'isi';
}

export interface HasilKesesuaian {
  /** rows of `objek_berkas` */
  readonly objek: number;
  readonly selisih: readonly Selisih[];
  /** files in the store that nothing refers to */
  readonly yatim: readonly string[];
}

export interface HasilSapu {
  readonly objek: number;
  readonly tampungan: number;
  readonly unggahan: number;
}

/** Whether the database and the store say the same, and the removal of what nothing refers to. */
@Injectable()
export class KesesuaianBerkas {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly penyimpanan: Penyimpanan,
  ) {}

  /**
   * Removes files that nothing refers to, and uploads that nobody went on with.
   * @param sebelum what is younger is left alone: it may be on its way
   * @param paksa also where a large part of the store would go
   * @throws {GalatPengguna} when so much would go that this is more likely the store of another database
   */
  async sapu(sebelum: Date, paksa = false): Promise<HasilSapu> {
    // Listed before the references are read: what is listed and old and not referred to then never will be.
    const tersimpan = await this.daftar(sebelum);
    let unggahan = 0;
    await tiapInstansi(this.transaksi, 'sapu-berkas', async (_, manager) => {
      const buang = 'DELETE FROM unggahan WHERE terakhir < $1 RETURNING id';
      unggahan += (await manager.query<[unknown[], number]>(buang, [sebelum]))[1];
    });
    const dipakai = await this.dipakai();
    const yatim = tersimpan.filter(({ kunci }) => !dipakai.semua.has(kunci));
    if (!paksa && yatim.length > WAJAR && yatim.length * 4 > tersimpan.length)
      throw new GalatPengguna(
        `${yatim.length} dari ${tersimpan.length} berkas di penyimpanan tidak dirujuk basis data ini, jadi tidak satu pun dibuang: mungkin ` +
          'penyimpanan itu milik basis data lain. Periksa pengaturannya; bila memang benar, jalankan "tuntas berkas sapu --paksa".',
      );
    for (const { kunci } of yatim) await this.penyimpanan.hapus(kunci);
    return { objek: yatim.length, tampungan: await this.penyimpanan.sapu(sebelum, dipakai.tetap), unggahan };
  }

  /** @param isi whether every file is read and its SHA-256 compared */
  async periksa(isi: boolean): Promise<HasilKesesuaian> {
    const ukuran = new Map((await this.daftar()).map((t) => [t.kunci, t.ukuran]));
    const selisih: Selisih[] = [];
    let objek = 0;
    const daftar: { instansi: string; sha256: string; kunci: string; kunciKecil: string | null; ukuran: number }[] = [];
    await tiapInstansi(this.transaksi, 'tuntas berkas periksa', async (_, manager, instansi) => {
      const baris = await manager.query<Omit<(typeof daftar)[number], 'instansi'>[]>(
        'SELECT sha256, kunci, kunci_kecil AS "kunciKecil", ukuran::float8 AS ukuran FROM objek_berkas ORDER BY sha256',
      );
      for (const satu of baris) daftar.push({ instansi, ...satu });
    });
    for (const { instansi, sha256, kunci, kunciKecil, ukuran: tercatat } of daftar) {
      objek += 1;
      const hilang = !ukuran.has(kunci) || (kunciKecil !== null && !ukuran.has(kunciKecil));
      const masalah = hilang
        ? 'hilang'
        : ukuran.get(kunci) !== tercatat
          ? 'ukuran'
          : isi && (await this.sidik(kunci)) !== sha256
            ? 'isi'
            : null;
      if (masalah) selisih.push({ instansi, sha256, masalah });
    }
    const { semua } = await this.dipakai();
    return { objek, selisih, yatim: [...ukuran.keys()].filter((kunci) => !semua.has(kunci)) };
  }

  private async daftar(sebelum?: Date): Promise<{ kunci: string; ukuran: number }[]> {
    const hasil: { kunci: string; ukuran: number }[] = [];
    for await (const { kunci, ukuran, sejak } of this.penyimpanan.daftar())
      if (sebelum === undefined || sejak < sebelum) hasil.push({ kunci, ukuran });
    return hasil;
  }

  /** @returns `tetap`: without those of uploads that still go on, which stay staged */
  private async dipakai(): Promise<{ semua: Set<string>; tetap: Set<string> }> {
    const semua = new Set<string>();
    const tetap = new Set<string>();
    const tambah = async (manager: EntityManager, tabel: string, kolom: string) => {
      const baris = await manager.query<{ kunci: string }[]>(`SELECT ${kolom} AS kunci FROM ${tabel} WHERE ${kolom} IS NOT NULL`);
      for (const { kunci } of baris) {
        semua.add(kunci);
        if (tabel !== 'unggahan') tetap.add(kunci);
      }
    };
    await tiapInstansi(this.transaksi, 'sapu-berkas', async (_, manager) => {
      for (const [tabel, kolom] of KOLOM_KUNCI) await tambah(manager, tabel, kolom);
    });
    return { semua, tetap };
  }

  private async sidik(kunci: string): Promise<string | null> {
    const aliran = await this.penyimpanan.bukaAliran(kunci);
    if (!aliran) return null;
    const sidik = createHash('sha256');
    for await (const potong of aliran as AsyncIterable<Buffer>) sidik.update(potong);
    return sidik.digest('hex');
  }
}
