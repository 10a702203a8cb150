import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transaksi } from '../../../database/transaksi';
import { Penyimpanan } from '../../../storage/penyimpanan';
import type { BerkasTertampung } from '../../../storage/tampungan';
import { namaBukti } from '../jenis/jenis.rules';
import { Pemindai } from '../jenis/pemindai';
import { ObjekBerkasEntity } from '../objek-berkas.entity';
import { BerkasDitolak } from './galat-berkas';
import { olahBerkas } from './olah-berkas';

/** A file that was staged whole (`Tampungan.selesai`), still unclaimed. */
export interface KirimanBerkas {
  readonly instansiId: string;
  /** as the sender calls it; it is cleaned here */
  readonly nama: string;
  readonly tampungan: BerkasTertampung;
}

/** What became of it: one stored content of the agency, ready to be named by `bukti_laporan.sha256`. */
export interface BerkasDiterima {
  /** of what is stored */
  readonly sha256: string;
  /** of what was sent */
  readonly asalSha256: string;
  /** for `bukti_laporan.jenis` */
  readonly rupa: 'foto' | 'dokumen';
  /** media type, found from the content */
  readonly jenis: string;
  /** cleaned, with the ending that its content has */
  readonly nama: string;
  /** bytes stored */
  readonly ukuran: number;
  /** pixels; null for documents */
  readonly lebar: number | null;
  readonly tinggi: number | null;
  /** whether there is a small picture (`/bukti/:bukti/kecil`) */
  readonly adaKecil: boolean;
  /** what the camera wrote, in its own zone: 2024-05-08T10:20:30 */
  readonly waktuFoto: string | null;
  readonly lintang: number | null;
  readonly bujur: number | null;
  /** the agency had this content already */
  readonly sudahAda: boolean;
}

/** Takes files into the store: checked by their content, pictures written anew, one object for one content of an agency. */
@Injectable()
export class BerkasService {
  private readonly catatan = new Logger(BerkasService.name);

  constructor(
    private readonly transaksi: Transaksi,
    private readonly penyimpanan: Penyimpanan,
    private readonly pemindai: Pemindai,
  ) {}

  /**
   * Checks and prepares the file (seconds for a large picture, so outside any transaction), puts it into the store, and runs `catat` in
   * one transaction with its row in `objek_berkas`. The staged file is gone when this returns.
   * @param catat writes what refers to the file (`bukti_laporan`, audit); when it throws nothing of the file is kept but what was staged
   * @throws {BerkasDitolak} for good; the staged file is gone
   * @throws {GalatSementara} for now (`PenyimpananTerganggu`, or the virus scanner is away); the staged file stands, the same call may be made again
   */
  async terima<T>(kiriman: KirimanBerkas, catat: (berkas: BerkasDiterima, manager: EntityManager) => Promise<T>): Promise<T> {
    try {
      const hasil = await this.masukkan(kiriman, catat);
      await this.buang([kiriman.tampungan.kunci]);
      return hasil;
    } catch (galat) {
      if (galat instanceof BerkasDitolak) await this.buang([kiriman.tampungan.kunci]);
      throw galat;
    }
  }

  private async masukkan<T>(
    { instansiId, nama, tampungan }: KirimanBerkas,
    catat: (berkas: BerkasDiterima, manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    const lama = await this.cari(instansiId, { asalSha256: tampungan.sha256 });
    if (lama && (await this.masihAda(lama)))
      return this.transaksi.jalankan((manager) => catat(diterima(lama, nama, true), manager));
    await this.pemindai.periksa(this.penyimpanan.letakTampungan(tampungan.kunci));
    const olahan = await olahBerkas(this.penyimpanan, tampungan);
    const kunci = [olahan.kunci, ...(olahan.kunciKecil === null ? [] : [olahan.kunciKecil])];
    const baru = { instansiId, asalSha256: tampungan.sha256, dibuat: new Date(), ...olahan };
    const nasib = { dipakai: false };
    try {
      // Before the commit: what a row names is in the store. What no row comes to name is swept.
      for (const satu of kunci) await this.penyimpanan.tetapkan(satu);
      return await this.transaksi.jalankan(async (manager) => {
        const objek = await this.catatObjek(baru, manager);
        nasib.dipakai = objek.kunci === baru.kunci;
        return catat(diterima(objek, nama, !nasib.dipakai), manager);
      });
    } catch (galat) {
      // A connection that broke while it committed leaves it open whether it did; unsure is the sweep's to settle.
      const tercatat = this.cari(instansiId, { asalSha256: baru.asalSha256 });
      nasib.dipakai &&= await tercatat.then((objek) => objek?.kunci === baru.kunci).catch(() => true);
      throw galat;
    } finally {
      if (!nasib.dipakai) await this.buang(kunci);
    }
  }

  /** The row of that content: ours, or that of whoever was first, which is led to our copy where its own is lost. */
  private async catatObjek(baru: Objek, manager: EntityManager): Promise<Objek> {
    const tambah = manager.createQueryBuilder().insert().into(ObjekBerkasEntity).values(baru).orIgnore().returning('sha256');
    const { raw } = (await tambah.execute()) as { raw: unknown };
    if (Array.isArray(raw) && raw.length > 0) return baru;
    const { instansiId, sha256, kunci, kunciKecil } = baru;
    const lama = await manager.findOneByOrFail(ObjekBerkasEntity, { instansiId, sha256 });
    if (await this.masihAda(lama)) return lama;
    await manager.update(ObjekBerkasEntity, { instansiId, sha256 }, { kunci, kunciKecil });
    return { ...lama, kunci, kunciKecil };
  }

  private cari(instansiId: string, syarat: { asalSha256: string }): Promise<ObjekBerkasEntity | null> {
    return this.transaksi.baca(() => this.transaksi.manager.findOneBy(ObjekBerkasEntity, { instansiId, ...syarat }));
  }

  private async masihAda({ kunci, kunciKecil }: Objek): Promise<boolean> {
    for (const satu of [kunci, kunciKecil]) {
      const aliran = satu === null ? null : await this.penyimpanan.bukaAliran(satu);
      aliran?.destroy();
      if (satu !== null && aliran === null) return false;
    }
    return true;
  }

  /** What cannot be removed now is swept later. */
  private async buang(kunci: readonly string[]): Promise<void> {
    for (const satu of kunci) await this.penyimpanan.hapus(satu).catch((galat: unknown) => this.catatan.warn(String(galat)));
  }
}

type Objek = Omit<ObjekBerkasEntity, 'instansi'>;

function diterima(objek: Objek, nama: string, sudahAda: boolean): BerkasDiterima {
  const { sha256, asalSha256, jenis, ukuran, lebar, tinggi, kunciKecil, waktuFoto, lintang, bujur } = objek;
  return {
    ...{ sha256, asalSha256, jenis, ukuran, lebar, tinggi, waktuFoto, lintang, bujur, sudahAda },
    rupa: jenis.startsWith('image/') ? 'foto' : 'dokumen',
    nama: namaBukti(nama, jenis),
    adaKecil: kunciKecil !== null,
  };
}
