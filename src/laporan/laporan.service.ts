import { Injectable } from '@nestjs/common';
import { Penyimpanan } from '../storage/penyimpanan';
import type { BerkasLaporan } from './berkas.query';
import { htmlDokumen, susunDokumen, type PilihanLaporan } from './laporan';
import { PdfService } from './pdf.service';

/** The formal reports of a plan. */
@Injectable()
export class LaporanService {
  constructor(
    private readonly cetak: PdfService,
    private readonly penyimpanan: Penyimpanan,
  ) {}

  /**
   * @throws {GalatPengguna} for a kind of report that is not printed yet
   * @throws {Error} when printing fails
   */
  async pdf(berkas: BerkasLaporan, pilihan: PilihanLaporan): Promise<Uint8Array> {
    const { foto } = pilihan;
    const sumber = (sha256: string) => {
      const kunci = foto?.get(sha256)?.kunci;
      return kunci === undefined ? Promise.resolve(null) : this.penyimpanan.buka(kunci);
    };
    return this.cetak.cetak(susunDokumen(berkas, pilihan), sumber);
  }

  /** The same document in one HTML file, pictures by their names. */
  html(berkas: BerkasLaporan, { foto, ...pilihan }: PilihanLaporan): string {
    return htmlDokumen(susunDokumen(berkas, pilihan));
  }
}
