import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BerkasTertampung } from '../../../storage/tampungan';

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
  /**
   * Checks and prepares the file (seconds for a large picture, so outside any transaction), puts it into the store, and runs `catat` in
   * one transaction with its row in `objek_berkas`. The staged file is gone when this returns.
   * @param catat writes what refers to the file (`bukti_laporan`, audit); when it throws nothing of the file is kept but what was staged
   * @throws {BerkasDitolak} for good; the staged file is gone
   * @throws {GalatSementara} for now (`PenyimpananTerganggu`, or the virus scanner is away); the staged file stands, the same call may be made again
   */
  terima<T>(kiriman: KirimanBerkas, catat: (berkas: BerkasDiterima, manager: EntityManager) => Promise<T>): Promise<T> {
    return Promise.reject(new Error(`Belum dipasang: ${kiriman.nama} ${typeof catat}`));
  }
}
