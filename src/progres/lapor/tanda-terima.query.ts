import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import { PengajuanLaporanEntity } from './pengajuan-laporan.entity';

/** One submission, as its receipt tells it. */
export type TandaTerima = Pick<
  PengajuanLaporanEntity,
  | ('id' | 'putaran' | 'nomor' | 'isi' | 'sidik' | 'samaDenganLalu' | 'batas' | 'terlambat' | 'olehNama' | 'olehJabatan')
  | ('atasNama' | 'atasNamaJabatan' | 'pada')
>;

@Injectable()
export class TandaTerimaQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** Every submission of a report, newest first. */
  semua(laporanId: string): Promise<TandaTerima[]> {
    return this.transaksi.manager.find(PengajuanLaporanEntity, { where: { laporanId }, order: { putaran: 'DESC' } });
  }

  /** Null when it was not submitted that often. */
  satu(laporanId: string, putaran: number): Promise<TandaTerima | null> {
    return this.transaksi.manager.findOneBy(PengajuanLaporanEntity, { laporanId, putaran });
  }
}
