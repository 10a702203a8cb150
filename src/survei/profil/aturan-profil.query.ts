import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import { ATURAN_PROFIL_BAKU, type AturanProfil } from '../profil.rules';
import { AturanProfilEntity } from './aturan-profil.entity';

/** The bands that hold, and their version; 0 for the usual ones. */
export interface AturanProfilBerlaku {
  readonly versi: number;
  readonly aturan: AturanProfil;
}

@Injectable()
export class AturanProfilQuery {
  constructor(private readonly transaksi: Transaksi) {}

  async berlaku(instansiId: string): Promise<AturanProfilBerlaku> {
    const [kini] = await this.semua(instansiId, 1);
    if (!kini) return { versi: 0, aturan: ATURAN_PROFIL_BAKU };
    const { versi, usia, pendidikan, pekerjaan } = kini;
    return { versi, aturan: { usia, pendidikan, pekerjaan } };
  }

  /** Newest first. */
  semua(instansiId: string, banyak = 50): Promise<AturanProfilEntity[]> {
    return this.transaksi.manager.find(AturanProfilEntity, { where: { instansiId }, order: { versi: 'DESC' }, take: banyak });
  }
}
