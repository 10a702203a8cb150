import { Injectable } from '@nestjs/common';
import type { BerkasLaporan } from './berkas.query';
import { htmlDokumen, susunDokumen, type PilihanLaporan } from './laporan';
import { PdfService } from './pdf.service';

/** The formal reports of a plan. */
@Injectable()
export class LaporanService {
  constructor(private readonly cetak: PdfService) {}

  /**
   * @throws {GalatPengguna} for a kind of report that is not printed yet
   * @throws {Error} when printing fails
   */
  async pdf(berkas: BerkasLaporan, pilihan: PilihanLaporan): Promise<Uint8Array> {
    return this.cetak.cetak(susunDokumen(berkas, pilihan));
  }

  /** The same document in one HTML file. */
  html(berkas: BerkasLaporan, pilihan: PilihanLaporan): string {
    return htmlDokumen(susunDokumen(berkas, pilihan));
  }
}
