import { Controller, Get, Param, Req, Res, StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Izin, PelakuKini } from '../../../auth/izin.dekorator';
import type { Pelaku } from '../../../auth/pelaku';
import { UnduhService, type BerkasBukti } from './unduh.service';

/** Files of evidence, given out through the permission only; pictures, which we wrote ourselves, may stand in a page. */
@Controller('instansi/:instansi/bukti')
@Izin('bukti.lihat')
export class UnduhController {
  constructor(private readonly service: UnduhService) {}

  @Get(':bukti')
  async satu(
    @Param('instansi') instansi: string,
    @Param('bukti') bukti: string,
    @PelakuKini() pelaku: Pelaku,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<StreamableFile | undefined> {
    return kirim(await this.service.cari(instansi, bukti, pelaku), req, res);
  }

  @Get(':bukti/kecil')
  async kecil(
    @Param('instansi') instansi: string,
    @Param('bukti') bukti: string,
    @PelakuKini() pelaku: Pelaku,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<StreamableFile | undefined> {
    return kirim(await this.service.cariKecil(instansi, bukti, pelaku), req, res);
  }
}

async function kirim(berkas: BerkasBukti, req: Request, res: Response): Promise<StreamableFile | undefined> {
  const etag = `"${berkas.sidik}"`;
  res.set({
    ETag: etag,
    'Cache-Control': 'private, no-cache',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  if (req.headers['if-none-match'] === etag) {
    res.status(304);
    return undefined;
  }
  const { jenis: type, ukuran: length, nama } = berkas;
  const disposition = `${type === 'image/jpeg' ? 'inline' : 'attachment'}; ${namaUnduhan(nama)}`;
  return new StreamableFile(await berkas.buka(), { type, disposition, ...(length === null ? {} : { length }) });
}

/** RFC 6266: an ASCII name for every client, and the full one in UTF-8 (RFC 5987). */
export function namaUnduhan(nama: string): string {
  const ascii = nama.normalize('NFKD').replace(/[^\w. -]+/g, '').replace(/^[. ]+/, '') || 'berkas'; // prettier-ignore
  const utf8 = encodeURIComponent(nama).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `filename="${ascii}"; filename*=UTF-8''${utf8}`;
}
