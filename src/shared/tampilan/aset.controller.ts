import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Publik } from '../publik.dekorator';
import { AWALAN_ASET } from './aset';
import { Tampilan } from './tampilan';

const SETAHUN = 31_536_000;

/** Static files; nothing in them belongs to an agency, so they stay open when the pages are closed. */
@Controller()
@Publik()
export class AsetController {
  constructor(private readonly tampilan: Tampilan) {}

  @Get('aset/:berkas')
  aset(@Param('berkas') berkas: string, @Req() req: Request, @Res() res: Response): void {
    this.kirim(AWALAN_ASET + berkas, `public, max-age=${SETAHUN}, immutable`, req, res);
  }

  /** Browsers ask for this name by themselves. */
  @Get('favicon.ico')
  ikon(@Req() req: Request, @Res() res: Response): void {
    this.kirim(this.tampilan.aset.alamat('merek.svg'), 'public, max-age=86400', req, res);
  }

  private kirim(alamat: string, simpan: string, req: Request, res: Response): void {
    const aset = this.tampilan.aset.menurutAlamat.get(alamat);
    if (!aset) throw new NotFoundException();
    const pilihan = req.acceptsEncodings(['br', 'gzip', 'identity']);
    const terkompres = pilihan === 'br' || pilihan === 'gzip' ? aset.terkompres[pilihan] : undefined;
    res.set({ 'Content-Type': aset.tipe, 'Cache-Control': simpan, Vary: 'Accept-Encoding' });
    if (terkompres && pilihan) res.set('Content-Encoding', pilihan);
    res.send(terkompres ?? aset.isi);
  }
}
