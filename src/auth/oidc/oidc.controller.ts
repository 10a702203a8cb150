import { Controller, Get, Header, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Publik } from '../../shared/publik.dekorator';
import { Alihan, Halaman } from '../../shared/tampilan/tampilan';
import { teksKueri } from '../../shared/tampilan/tautan';
import { kelompokAlamat } from '../asal';
import { bacaKuki, pasangKuki } from '../kuki';
import { alamatTotp, jalurLokal } from '../lanjut.rules';
import { PintuService } from '../masuk/pintu.service';
import { PembatasService } from '../pembatas/pembatas.service';
import { PengaturanAuth } from '../pengaturan';
import { bentukToken, buatToken } from '../token';
import { oidcGagalView, oidcTungguView } from './oidc.view';
import { OidcService } from './oidc.service';

@Controller('masuk/oidc/:penyedia')
@Publik()
export class OidcController {
  constructor(
    private readonly oidc: OidcService,
    private readonly pintu: PintuService,
    private readonly pembatas: PembatasService,
    private readonly pengaturan: PengaturanAuth,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  async mulai(
    @Param('penyedia') penyedia: string,
    @Query('lanjut') lanjut: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<Halaman | Alihan> {
    const detik = await this.pembatas.ambil([['oidcAlamat', kelompokAlamat(this.pintu.peramban(req).asal.ip)]]);
    if (detik > 0) {
      res.set('Retry-After', String(detik));
      return oidcTungguView(detik);
    }
    let tamu = bacaKuki(req, 'tuntas_tamu', this.pengaturan);
    if (!bentukToken(tamu)) {
      tamu = buatToken();
      pasangKuki(req, res, 'tuntas_tamu', tamu, this.pengaturan);
    }
    const tujuan = jalurLokal(teksKueri(lanjut, 2000));
    return new Alihan(await this.oidc.mulai(penyedia, tamu, tujuan, this.pintu.alamat(req)));
  }

  @Get('kembali')
  @Header('Cache-Control', 'no-store')
  async kembali(
    @Param('penyedia') penyedia: string,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<Halaman | Alihan> {
    const kueri = req.originalUrl.split('?')[1] ?? '';
    const tamu = bacaKuki(req, 'tuntas_tamu', this.pengaturan);
    const hasil = await this.oidc.selesai(penyedia, kueri, tamu, this.pintu.alamat(req), this.pintu.peramban(req));
    if (hasil.jenis === 'gagal') return oidcGagalView(hasil.sebab);
    this.pintu.buka(req, res, hasil.hasil);
    return new Alihan(hasil.hasil.tahap === 'penuh' ? hasil.lanjut : alamatTotp(hasil.lanjut));
  }
}
