import { Body, Controller, Delete, Get, Header, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Izin, KonteksSendiri, PelakuKini } from '../../../auth/izin.dekorator';
import type { Pelaku } from '../../../auth/pelaku';
import { Transaksi } from '../../../database/transaksi';
import { ALAMAT_SLOT, type AlamatSlot } from '../../lapor/alamat-slot';
import type { TempatLapor } from '../../lapor/tempat-lapor';
import { TempatLaporQuery } from '../../lapor/tempat-lapor.query';
import { atauLetak, bacaAwalUnggahan, bacaLetak, jawabLetak } from './kiriman-unggahan';
import { UnggahanService, type KeadaanUnggahan } from './unggahan.service';

type Alamat = AlamatSlot & { readonly unggahan: string };

/**
 * Files piece by piece, for the script of the page: POST announces one, PATCH brings bytes from an offset on, HEAD and GET tell how far
 * it has come, DELETE gives it up. The answer of the last PATCH names the evidence.
 */
@Controller(`${ALAMAT_SLOT}/unggahan`)
@Izin('lapor.isi')
@KonteksSendiri()
export class UnggahanController {
  constructor(
    private readonly tempat: TempatLaporQuery,
    private readonly unggahan: UnggahanService,
    private readonly transaksi: Transaksi,
  ) {}

  @Post()
  async mulai(@Param() alamat: AlamatSlot, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<KeadaanUnggahan> {
    const { sasaran, nama, ukuran } = bacaAwalUnggahan(badan);
    return this.unggahan.mulai(await this.buka(alamat, pelaku), sasaran, { nama, ukuran });
  }

  @Get(':unggahan')
  @Header('Cache-Control', 'no-store')
  async keadaan(
    @Param() alamat: Alamat,
    @PelakuKini() pelaku: Pelaku,
    @Res({ passthrough: true }) res: Response,
  ): Promise<KeadaanUnggahan> {
    return jawabLetak(res, await this.unggahan.keadaan(await this.buka(alamat, pelaku), alamat.unggahan));
  }

  @Patch(':unggahan')
  @Header('Cache-Control', 'no-store')
  async terima(
    @Param() alamat: Alamat,
    @PelakuKini() pelaku: Pelaku,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<KeadaanUnggahan> {
    const letak = bacaLetak(req);
    const t = await this.buka(alamat, pelaku);
    return atauLetak(res, () => this.unggahan.terima(t, alamat.unggahan, letak, req));
  }

  @Delete(':unggahan')
  @HttpCode(204)
  async batal(@Param() alamat: Alamat, @PelakuKini() pelaku: Pelaku): Promise<void> {
    await this.unggahan.batal(await this.buka(alamat, pelaku), alamat.unggahan);
  }

  private buka({ instansi, rencana, kegiatan, periode }: AlamatSlot, pelaku: Pelaku): Promise<TempatLapor> {
    return this.transaksi.jalankan(() => this.tempat.buka(instansi, rencana, kegiatan, periode, pelaku));
  }
}
