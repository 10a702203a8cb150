import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import type { IsiPeristiwa, JenisPeristiwa } from '../../audit/peristiwa';
import { Transaksi } from '../../database/transaksi';
import { PenggunaQuery } from '../pengguna.query';

/**
 * What the operator does to an account stands in the log of each agency in which its holder has a role, besides that of the
 * installation, which no agency reads: a link or a second factor taken off may open what is the agency's.
 */
@Injectable()
export class JejakInstansi {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly pengguna: PenggunaQuery,
    private readonly audit: AuditService,
  ) {}

  /** In the transaction of the act, after its entry in the log of the installation: as signing in locks the chains. */
  async catat<J extends JenisPeristiwa>(penggunaId: string, jenis: J, isi: Omit<IsiPeristiwa<J>, 'instansiId'>): Promise<void> {
    const { konteks } = this.transaksi;
    const peran = await this.pengguna.peran(penggunaId, konteks.oleh);
    // In one order, so that two at once do not wait for each other's chain.
    for (const instansiId of [...new Set(peran.map((p) => p.instansiId))].sort()) {
      await this.transaksi.sebagai({ ...konteks, instansi: [instansiId], operator: false }, () =>
        this.audit.catat<J>(jenis, { ...isi, instansiId }),
      );
    }
  }
}
