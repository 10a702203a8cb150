import { Body, Controller, Get, Header, HttpException, HttpStatus, Param, Patch, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { asalPermintaan, kelompokAlamat } from '../../../auth/asal';
import { PembatasService, type KunciBatas } from '../../../auth/pembatas/pembatas.service';
import { BacaSendiri } from '../../../auth/sesi/unggahan';
import { Transaksi } from '../../../database/transaksi';
import { GalatTidakBerhak, GalatTidakDitemukan } from '../../../shared/galat';
import { Publik } from '../../../shared/publik.dekorator';
import type { Halaman } from '../../../shared/tampilan/tampilan';
import { Penyimpanan } from '../../../storage/penyimpanan';
import { bacaFormulirBukti } from './baca-formulir';
import { pastikanBolehIsi } from './bukti.controller';
import { IsianBuktiService, kabarBukti } from './isian-bukti.service';
import { atauLetak, bacaAwalUnggahan, bacaLetak, jawabLetak } from './kiriman-unggahan';
import type { SasaranBukti } from './medan-bukti';
import { TeleponService, type Telepon } from './telepon.service';
import { teleponView } from './telepon.view';
import { UnggahanService, type KeadaanUnggahan } from './unggahan.service';

/** What a telephone that was let in may do: send files to one part of one report. Its token is all that it has. */
@Controller('t/:token')
@Publik()
export class TeleponHalamanController {
  constructor(
    private readonly telepon: TeleponService,
    private readonly unggahan: UnggahanService,
    private readonly isian: IsianBuktiService,
    private readonly penyimpanan: Penyimpanan,
    private readonly pembatas: PembatasService,
    private readonly transaksi: Transaksi,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @Header('Referrer-Policy', 'no-referrer')
  halaman(@Param('token') token: string, @Req() req: Request): Promise<Halaman> {
    return this.sebagai(token, req, (t) => Promise.resolve(teleponView(t, token)));
  }

  /** Without script. */
  @Post()
  @BacaSendiri()
  @Header('Cache-Control', 'no-store')
  kirim(@Param('token') token: string, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<Halaman> {
    return this.sebagai(token, req, async (t) => {
      pastikanBolehIsi(t.tempat, t.bagian);
      await this.hitung(res, [['teleponKirim', t.id]]);
      const { berkas, galat } = await bacaFormulirBukti(req, res, this.penyimpanan);
      const milik = berkas.map((b) => ({ ...b, sasaran: hanyaBagian(t, b.sasaran) }));
      const hasil = await this.isian.terimaBerkas(t.tempat, milik, 'telepon');
      const semua = [...galat, ...hasil.galat].map((g) => g.pesan);
      if (semua.length === 0 && hasil.berkas === 0) semua.push('Pilih sedikitnya satu foto');
      return teleponView(t, token, { galat: semua, terkirim: kabarBukti(hasil) });
    });
  }

  @Post('unggahan')
  mulai(
    @Param('token') token: string,
    @Body() badan: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<KeadaanUnggahan> {
    return this.sebagai(token, req, async (t) => {
      const { sasaran, nama, ukuran } = bacaAwalUnggahan(badan);
      await this.hitung(res, [['teleponKirim', t.id]]);
      return this.unggahan.mulai(t.tempat, hanyaBagian(t, sasaran), { nama, ukuran }, t.id);
    });
  }

  @Get('unggahan/:unggahan')
  @Header('Cache-Control', 'no-store')
  keadaan(
    @Param('token') token: string,
    @Param('unggahan') id: string,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<KeadaanUnggahan> {
    return this.sebagai(token, req, async (t) => jawabLetak(res, await this.unggahan.keadaan(t.tempat, id, t.id)));
  }

  @Patch('unggahan/:unggahan')
  @Header('Cache-Control', 'no-store')
  terima(
    @Param('token') token: string,
    @Param('unggahan') id: string,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<KeadaanUnggahan> {
    return this.sebagai(token, req, (t) => atauLetak(res, () => this.unggahan.terima(t.tempat, id, bacaLetak(req), req, t.id)));
  }

  /** Each transaction within is that person's, in that agency alone. */
  private async sebagai<T>(token: string, req: Request, kerja: (t: Telepon) => Promise<T>): Promise<T> {
    const telepon = await this.telepon.cari(token);
    if (telepon) return this.transaksi.denganKonteks(telepon.konteks, () => kerja(telepon));
    await this.hitung(req.res, [['teleponAlamat', kelompokAlamat(asalPermintaan(req).ip)]]);
    throw new GalatTidakDitemukan(
      'Kode ini tidak berlaku lagi, atau alamatnya tersalin sebagian. Buat kode baru dari formulir laporan di komputer, lalu pindai lagi.',
    );
  }

  private async hitung(res: Response | undefined, kunci: readonly KunciBatas[]): Promise<void> {
    const detik = await this.pembatas.ambil(kunci);
    if (detik === 0) return;
    res?.set('Retry-After', String(detik));
    throw new HttpException('Terlalu banyak permintaan', HttpStatus.TOO_MANY_REQUESTS);
  }
}

/** @throws {GalatTidakBerhak} for any part but that of the token, and for what is there already */
function hanyaBagian({ bagian }: Telepon, sasaran: SasaranBukti): SasaranBukti {
  if (sasaran.bagian !== bagian || sasaran.menggantikan !== null)
    throw new GalatTidakBerhak('Ponsel ini hanya dapat menambah berkas pada laporan yang kodenya dipindai.');
  return sasaran;
}
