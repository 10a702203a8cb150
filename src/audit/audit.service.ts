import { Injectable } from '@nestjs/common';
import { Transaksi } from '../database/transaksi';
import { Jam } from '../shared/jam';
import type { IsiAudit } from './bentuk-peristiwa';
import type { IsiPeristiwa, JenisPeristiwa } from './peristiwa';

@Injectable()
export class AuditService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly jam: Jam,
  ) {}

  /**
   * Writes one entry in the running transaction: it stays or goes with the act that it tells of. Who and from where come from the
   * context. The database numbers it and ties it to the entry before.
   * @throws {Error} outside a transaction
   */
  async catat<J extends JenisPeristiwa>(jenis: J, isi: IsiPeristiwa<J>): Promise<void> {
    const { oleh, pengguna } = this.transaksi.konteks;
    // The post in the agency of the entry: one held elsewhere did not act here, and is that agency's own matter.
    const jabatan = oleh.jabatan.find((j) => j.instansiId === isi.instansiId)?.jabatan ?? null;
    const siapa = isi.oleh ?? { penggunaId: pengguna, nama: oleh.nama, jabatan };
    const peran = oleh.peran.filter((p) => p.instansiId === isi.instansiId).map((p) => p.peran);
    await this.transaksi.managerTransaksi.query(
      `INSERT INTO audit (instansi_id, peristiwa, waktu, pengguna_id, nama, jabatan, peran, sasaran_jenis, sasaran_id, sasaran_nama,
         sebelum, sesudah, alasan, ip, agen)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        isi.instansiId,
        jenis,
        this.jam.sekarang(),
        siapa.penggunaId,
        siapa.nama,
        siapa.jabatan,
        [...new Set(peran)],
        isi.sasaran.jenis,
        isi.sasaran.id,
        isi.sasaran.nama,
        json(isi.sebelum),
        json(isi.sesudah),
        isi.alasan ?? null,
        oleh.ip,
        oleh.agen,
      ],
    );
  }
}

function json(isi: IsiAudit | null): string | null {
  return isi === null ? null : JSON.stringify(isi);
}
