import { Injectable } from '@nestjs/common';
import { Transaksi } from '../database/transaksi';
import type { Realisasi } from '../progres/progres.rules';

/** A small picture of evidence, as a document prints it. */
export interface FotoBukti {
  /** in the store */
  readonly kunci: string;
  /** pixels of the whole picture, upright */
  readonly lebar: number;
  readonly tinggi: number;
}

@Injectable()
export class FotoBuktiQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** By SHA-256 of the picture: of those that reports carry, the ones with a small picture. */
  async milik(instansiId: string, realisasi: readonly Realisasi[]): Promise<ReadonlyMap<string, FotoBukti>> {
    const sha = realisasi.flatMap((r) => (r.bukti ?? []).flatMap((b) => (b.jenis === 'foto' && b.sha256 ? [b.sha256] : [])));
    if (sha.length === 0) return new Map();
    const baris = await this.transaksi.manager.query<(FotoBukti & { sha256: string })[]>(
      `SELECT sha256, kunci_kecil AS kunci, lebar, tinggi FROM objek_berkas
       WHERE instansi_id = $1 AND sha256 = ANY($2::text[]) AND num_nonnulls(kunci_kecil, lebar, tinggi) = 3`,
      [instansiId, sha],
    );
    return new Map(baris.map(({ sha256, ...foto }) => [sha256, foto]));
  }
}
