import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { Izin } from '../../auth/izin.dekorator';
import { Jam } from '../../shared/jam';
import { BahanQuery } from '../bahan.query';
import { KodePipe } from '../kode.pipe';
import { csvMatriks, xlsxMatriks } from './berkas-matriks';
import { pilihMatriks } from './pilihan-matriks';
import { RincianQuery } from './rincian.query';
import { tabelMatriks, type TabelMatriks } from './tabel-matriks';

type Kueri = Record<string, unknown>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What the matrix shows, as a file: the same address with another ending. */
@Controller('instansi/:instansi/rencana/:rencana')
export class EksporMatriksController {
  constructor(
    private readonly query: BahanQuery,
    private readonly rincian: RincianQuery,
    private readonly jam: Jam,
  ) {}

  @Get('matriks.csv')
  @Izin('rencana.lihat')
  async csv(
    @Param('instansi', KodePipe) instansi: string,
    @Param('rencana', KodePipe) rencana: string,
    @Query() kueri: Kueri,
    @Res({ passthrough: true }) res: Response,
  ): Promise<StreamableFile> {
    const isi = csvMatriks(await this.tabel(instansi, rencana, kueri));
    return kirimBerkas(res, Buffer.from(isi), 'text/csv; charset=utf-8', namaBerkas(instansi, rencana, 'csv'));
  }

  @Get('matriks.xlsx')
  @Izin('rencana.lihat')
  async xlsx(
    @Param('instansi', KodePipe) instansi: string,
    @Param('rencana', KodePipe) rencana: string,
    @Query() kueri: Kueri,
    @Res({ passthrough: true }) res: Response,
  ): Promise<StreamableFile> {
    const isi = await xlsxMatriks(await this.tabel(instansi, rencana, kueri));
    return kirimBerkas(res, isi, XLSX, namaBerkas(instansi, rencana, 'xlsx'));
  }

  private async tabel(instansi: string, rencana: string, kueri: Kueri): Promise<TabelMatriks> {
    const berkas = await this.query.rencana(instansi, rencana);
    const rinci = await this.rincian.rencana(instansi, rencana);
    const bahan = { berkas, rinci, kueri, sekarang: this.jam.sekarang() };
    return tabelMatriks(bahan, pilihMatriks(bahan));
  }
}

function kirimBerkas(res: Response, isi: Uint8Array, type: string, nama: string): StreamableFile {
  res.set('Cache-Control', 'no-store');
  return new StreamableFile(isi, { type, disposition: `attachment; filename="${nama}"` });
}

function namaBerkas(instansi: string, rencana: string, akhiran: string): string {
  return `matriks-${`${instansi}-${rencana}`.replace(/[^A-Za-z0-9]+/g, '-')}.${akhiran}`;
}
