import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import type { StatusVerifikasi } from '../progres.rules';
import type { LaporanKini } from './tempat-lapor';

/** Where a report stands after a decision, which is made in another module. */
@Injectable()
export class KeadaanLaporanService {
  constructor(private readonly transaksi: Transaksi) {}

  /**
   * @param laporan as it is now, held by the running transaction
   * @throws {Error} outside a transaction, and when it is another one by now
   */
  async pindahkan(laporan: Pick<LaporanKini, 'id' | 'versi'>, ke: StatusVerifikasi, pada: Date): Promise<void> {
    const [, jumlah] = await this.transaksi.managerTransaksi.query<[unknown, number]>(
      'UPDATE laporan_slot SET keadaan = $3, sejak = $4, versi = versi + 1 WHERE id = $1 AND versi = $2',
      [laporan.id, laporan.versi, ke, pada],
    );
    if (jumlah !== 1) throw new Error(`Laporan ${laporan.id} berubah di tengah putusan`);
  }
}
