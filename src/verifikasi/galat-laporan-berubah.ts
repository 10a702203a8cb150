import type { LaporanKini } from '../progres/lapor/tempat-lapor';
import { GalatPengguna } from '../shared/galat';
import type { BerkasLaporan } from './berkas-laporan.query';

/** The report is another one than the decision was made on. Nothing was written: it is read once more, both states side by side. */
export class GalatLaporanBerubah extends GalatPengguna {
  override readonly name: string = 'GalatLaporanBerubah';

  constructor(
    readonly kini: LaporanKini,
    readonly berkas: BerkasLaporan,
  ) {
    super('Laporan ini berubah sesudah Anda membukanya. Bandingkan dahulu, lalu putuskan lagi.');
  }
}
