import { Body, Controller, Get, Header, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Publik } from '../../shared/publik.dekorator';
import { Alihan, Halaman } from '../../shared/tampilan/tampilan';
import { teksKueri } from '../../shared/tampilan/tautan';
import type { GalatMedan } from '../../shared/isian';
import { alamatTotp, jalurLokal } from '../lanjut.rules';
import { PenyediaQuery } from '../oidc/penyedia.query';
import { AkunContohService } from './akun-contoh.service';
import { lamaTunggu, teksBaris, teksMentah } from './isian-masuk';
import { MasukService } from './masuk.service';
import { GALAT_MASUK, masukView, PESAN_MASUK, type PesanMasuk } from './masuk.view';
import { PintuService } from './pintu.service';

const LANJUT_TERPANJANG = 2000;

@Controller()
export class MasukController {
  constructor(
    private readonly masukService: MasukService,
    private readonly pintu: PintuService,
    private readonly penyedia: PenyediaQuery,
    private readonly contoh: AkunContohService,
  ) {}

  @Get('masuk')
  @Publik()
  @Header('Cache-Control', 'no-store')
  async halaman(@Query() kueri: Record<string, unknown>, @Req() req: Request): Promise<Halaman | Alihan> {
    const lanjut = jalurLokal(teksKueri(kueri['lanjut'], LANJUT_TERPANJANG));
    if (req.sesi?.pelaku) return new Alihan(lanjut);
    // Was signed in until the agency demanded a second factor.
    if (req.sesi?.diturunkan) return new Alihan(alamatTotp(lanjut));
    const pesan = teksKueri(kueri['pesan']);
    return this.tampilkan('', lanjut, [], Object.hasOwn(PESAN_MASUK, pesan) ? (pesan as PesanMasuk) : null);
  }

  @Post('masuk')
  @Publik()
  @Header('Cache-Control', 'no-store')
  async masuk(@Body() badan: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<Halaman | Alihan> {
    const [surel, sandi] = [teksBaris(badan, 'surel'), teksMentah(badan, 'sandi')];
    const lanjut = jalurLokal(teksMentah(badan, 'lanjut'));
    const kosong = [
      ...(surel === '' ? [{ medan: 'surel', pesan: 'Tuliskan alamat surel Anda' }] : []),
      ...(sandi === '' ? [{ medan: 'sandi', pesan: 'Tuliskan kata sandi Anda' }] : []),
    ];
    if (kosong.length > 0) return this.tampilkan(surel, lanjut, kosong);
    const hasil = await this.masukService.denganSandi(surel, sandi, this.pintu.peramban(req));
    if (hasil.jenis === 'gagal') return this.tampilkan(surel, lanjut, [GALAT_MASUK]);
    if (hasil.jenis === 'tunggu') {
      res.set('Retry-After', String(hasil.detik));
      const pesan = `Terlalu banyak percobaan dari sini. Coba lagi ${lamaTunggu(hasil.detik)} lagi, atau atur ulang kata sandi Anda`;
      return this.tampilkan(surel, lanjut, [{ medan: 'surel', pesan }], null, 429);
    }
    this.pintu.buka(req, res, hasil);
    return new Alihan(hasil.tahap === 'penuh' ? lanjut : alamatTotp(lanjut));
  }

  @Post('keluar')
  @Publik()
  async keluar(@Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<Alihan> {
    const { sesi } = req;
    if (sesi) await this.masukService.keluar(sesi.id, { id: sesi.penggunaId, nama: sesi.nama });
    this.pintu.tutup(req, res);
    return new Alihan('/masuk?pesan=keluar');
  }

  private async tampilkan(
    surel: string,
    lanjut: string,
    galat: readonly GalatMedan[],
    pesan: PesanMasuk | null = null,
    status?: number,
  ): Promise<Halaman> {
    const [pintu, contoh] = [await this.penyedia.pintu(), await this.contoh.tawarkan()];
    const tanpaOperator = contoh === null && !(await this.contoh.adaOperator());
    return masukView({ surel, lanjut, galat, pesan, pintu, contoh, tanpaOperator, ...(status === undefined ? {} : { status }) });
  }
}
