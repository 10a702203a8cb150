import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { Izin, KonteksSendiri, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { Transaksi } from '../../database/transaksi';
import { ALAMAT_SLOT, type AlamatSlot } from '../../progres/lapor/alamat-slot';
import { BukaTandaTerima } from '../../progres/lapor/buka-tanda-terima';
import { PdfService } from '../pdf.service';
import { namaBerkas } from '../tulisan.rules';
import { susunTandaTerima } from './cetak-tanda-terima';

@Controller(`${ALAMAT_SLOT}/tanda-terima/:putaran`)
export class CetakTandaTerimaController {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly tandaTerima: BukaTandaTerima,
    private readonly cetak: PdfService,
  ) {}

  /** The receipt on paper. Read in a short transaction of its own: printing must hold no connection. */
  @Get('cetak.pdf')
  @Izin('laporan.lihat')
  @KonteksSendiri()
  async pdf(
    @Param() alamat: AlamatSlot,
    @Param('putaran') putaran: string,
    @PelakuKini() pelaku: Pelaku,
    @Res({ passthrough: true }) res: Response,
  ): Promise<StreamableFile> {
    const { tempat, tandaTerima } = await this.transaksi.jalankan(() => this.tandaTerima.buka(alamat, putaran, pelaku));
    const pdf = await this.cetak.cetak(susunTandaTerima(tempat, tandaTerima));
    const nama = namaBerkas(['Tanda-terima', tempat.instansi.kode, tempat.kegiatan.kode, tandaTerima.nomor]);
    res.set('Cache-Control', 'private, no-cache');
    return new StreamableFile(pdf, { type: 'application/pdf', disposition: `inline; filename="${nama}.pdf"` });
  }
}
