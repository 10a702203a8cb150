import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Transaksi } from '../../database/transaksi';
import type { GalatMedan } from '../../shared/isian';
import { Publik } from '../../shared/publik.dekorator';
import { Alihan, Halaman } from '../../shared/tampilan/tampilan';
import { asalPermintaan, kelompokAlamat } from '../asal';
import { lamaTunggu, teksBaris, teksMentah } from '../masuk/isian-masuk';
import { PintuService } from '../masuk/pintu.service';
import { PembatasService } from '../pembatas/pembatas.service';
import { PenggunaQuery } from '../pengguna.query';
import { periksaSandiBaru } from '../sandi/sandi-baru';
import { LupaSandiService } from './lupa-sandi.service';
import type { JenisTautan } from './tautan-akun.entity';
import { TautanService } from './tautan.service';
import { lupaSandiView, lupaTerkirimView, sandiBaruView, tautanMatiView } from './tautan.view';

/** Invitations, forgotten passwords: pages that a link opens. */
@Controller()
@Publik()
export class TautanController {
  constructor(
    private readonly tautan: TautanService,
    private readonly lupa: LupaSandiService,
    private readonly pengguna: PenggunaQuery,
    private readonly pembatas: PembatasService,
    private readonly pintu: PintuService,
    private readonly transaksi: Transaksi,
  ) {}

  @Get('lupa-sandi')
  @Header('Cache-Control', 'no-store')
  halamanLupa(): Halaman {
    return lupaSandiView('', [], this.lupa.lewatSurat);
  }

  @Post('lupa-sandi')
  @Header('Cache-Control', 'no-store')
  async minta(@Body() badan: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<Halaman> {
    const surel = teksBaris(badan, 'surel');
    if (!surel.includes('@'))
      return lupaSandiView(surel, [{ medan: 'surel', pesan: 'Tuliskan alamat surel Anda' }], this.lupa.lewatSurat);
    const detik = await this.lupa.minta(surel, asalPermintaan(req));
    if (detik === 0) return lupaTerkirimView(this.lupa.lewatSurat);
    res.set('Retry-After', String(detik));
    const galat = { medan: 'surel', pesan: `Terlalu banyak permintaan dari sini. Coba lagi ${lamaTunggu(detik)} lagi` };
    return lupaSandiView(surel, [galat], this.lupa.lewatSurat, 429);
  }

  @Get('undangan/:token')
  @Header('Cache-Control', 'no-store')
  halamanUndangan(@Param('token') token: string): Promise<Halaman> {
    return this.buka(token, 'undangan');
  }

  @Post('undangan/:token')
  @Header('Cache-Control', 'no-store')
  terima(
    @Param('token') token: string,
    @Body() badan: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<Halaman | Alihan> {
    return this.simpan(token, 'undangan', badan, req, res);
  }

  @Get('atur-ulang/:token')
  @Header('Cache-Control', 'no-store')
  halamanAturUlang(@Param('token') token: string): Promise<Halaman> {
    return this.buka(token, 'atur_ulang');
  }

  @Post('atur-ulang/:token')
  @Header('Cache-Control', 'no-store')
  aturUlang(
    @Param('token') token: string,
    @Body() badan: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<Halaman | Alihan> {
    return this.simpan(token, 'atur_ulang', badan, req, res);
  }

  private async buka(token: string, jenis: JenisTautan): Promise<Halaman> {
    const tautan = await this.tautan.cari(token, jenis);
    return tautan ? sandiBaruView(tautan, []) : tautanMatiView(jenis);
  }

  private async simpan(
    token: string,
    jenis: JenisTautan,
    badan: unknown,
    req: Request,
    res: Response,
  ): Promise<Halaman | Alihan> {
    const detik = await this.pembatas.ambil([['tautanAlamat', kelompokAlamat(asalPermintaan(req).ip)]]);
    if (detik > 0) {
      res.set('Retry-After', String(detik));
      return tautanMatiView(jenis, detik);
    }
    const tautan = await this.tautan.cari(token, jenis);
    if (!tautan) return tautanMatiView(jenis);
    const [sandi, ulang] = [teksMentah(badan, 'sandi'), teksMentah(badan, 'ulang')];
    const konteks = await this.pengguna.konteksSandi(
      { id: tautan.penggunaId, nama: tautan.nama, surel: tautan.surel },
      this.transaksi.konteks.oleh,
    );
    const galat: readonly GalatMedan[] = periksaSandiBaru(sandi, ulang, konteks);
    if (galat.length > 0) return sandiBaruView(tautan, galat);
    const perangkat = await this.tautan.pakai(tautan, sandi, this.pintu.peramban(req).tokenPerangkat);
    if (perangkat === null) return tautanMatiView(jenis);
    this.pintu.tutup(req, res);
    this.pintu.pasangPerangkat(req, res, perangkat);
    return new Alihan('/masuk?pesan=sandi');
  }
}
