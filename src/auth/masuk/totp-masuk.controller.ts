import { Body, Controller, Get, Header, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { GalatMedan } from '../../shared/isian';
import { Publik } from '../../shared/publik.dekorator';
import { Alihan, Halaman } from '../../shared/tampilan/tampilan';
import { teksKueri } from '../../shared/tampilan/tautan';
import { kelompokAlamat } from '../asal';
import { jalurLokal } from '../lanjut.rules';
import { PembatasService, type KunciBatas } from '../pembatas/pembatas.service';
import { PenggunaQuery, type Pengguna } from '../pengguna.query';
import { TotpService } from '../totp/totp.service';
import { lamaTunggu, teksBaris, teksMentah } from './isian-masuk';
import { MasukService } from './masuk.service';
import { PintuService } from './pintu.service';
import { daftarTotpView, kodePemulihanView, totpLewatSandiView, totpView } from './totp.view';

const KODE_SALAH: GalatMedan = {
  medan: 'kode',
  pesan: 'Kode ini tidak berlaku. Tunggu kode berikutnya di aplikasi, lalu tuliskan',
};

/** The second step of signing in: a code, or, where the agency demands it, the enrolment first. */
@Controller('masuk/totp')
@Publik()
export class TotpMasukController {
  constructor(
    private readonly masuk: MasukService,
    private readonly pintu: PintuService,
    private readonly pengguna: PenggunaQuery,
    private readonly totp: TotpService,
    private readonly pembatas: PembatasService,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  async halaman(@Query('lanjut') lanjut: unknown, @Req() req: Request): Promise<Halaman | Alihan> {
    const akun = await this.tertunda(req);
    return akun ? this.tampilkan(akun, req, jalurLokal(teksKueri(lanjut, 2000)), []) : new Alihan('/masuk');
  }

  @Post()
  @Header('Cache-Control', 'no-store')
  async periksa(
    @Body() badan: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<Halaman | Alihan> {
    const akun = await this.tertunda(req);
    if (!akun) return new Alihan('/masuk');
    const lanjut = jalurLokal(teksMentah(badan, 'lanjut'));
    const kode = teksBaris(badan, 'kode', 40);
    if (kode === '') return this.tampilkan(akun, req, lanjut, [{ medan: 'kode', pesan: 'Tuliskan kodenya' }]);
    const kunci: KunciBatas[] = [
      ['totp', akun.id, kelompokAlamat(this.pintu.peramban(req).asal.ip)],
      ['totpAkun', akun.id],
    ];
    const detik = await this.pembatas.ambil(kunci);
    if (detik > 0) {
      res.set('Retry-After', String(detik));
      const galat = { medan: 'kode', pesan: `Terlalu banyak percobaan. Coba lagi ${lamaTunggu(detik)} lagi` };
      return this.tampilkan(akun, req, lanjut, [galat], 429);
    }
    if (req.sesi?.tahap === 'daftar_totp' && !bolehDaftar(req, akun)) return totpLewatSandiView();
    if (req.sesi?.tahap === 'daftar_totp') return this.daftarkan(akun, kode, lanjut, kunci, req, res);
    if (!(await this.totp.cocok(akun, kode))) {
      await this.masuk.catatGagal(akun, 'totp');
      return this.tampilkan(akun, req, lanjut, [KODE_SALAH]);
    }
    await this.selesai(akun, kunci, req, res);
    return new Alihan(lanjut);
  }

  private async daftarkan(
    akun: Pengguna,
    kode: string,
    lanjut: string,
    kunci: KunciBatas[],
    req: Request,
    res: Response,
  ): Promise<Halaman> {
    const pemulihan = await this.totp.pasang(akun, kode);
    if (pemulihan === null) return this.tampilkan(akun, req, lanjut, [KODE_SALAH]);
    await this.selesai(akun, kunci, req, res);
    return kodePemulihanView(pemulihan, lanjut);
  }

  private async selesai(akun: Pengguna, kunci: KunciBatas[], req: Request, res: Response): Promise<void> {
    await this.pembatas.lupakan(kunci);
    const { cara, lewatInstansiId } = req.sesi ?? { cara: 'sandi', lewatInstansiId: null };
    this.pintu.buka(
      req,
      res,
      await this.masuk.mulai(akun, 'penuh', cara, this.pintu.peramban(req), { lewatInstansiId, duaLangkah: true }),
    );
  }

  /** Whose password was right in this browser a moment ago. */
  private async tertunda(req: Request): Promise<Pengguna | null> {
    const { sesi } = req;
    if (!sesi || sesi.tahap === 'penuh') return null;
    const akun = await this.pengguna.satu(sesi.penggunaId);
    return akun && this.masuk.bolehMasuk(akun) ? akun : null;
  }

  private async tampilkan(
    akun: Pengguna,
    req: Request,
    lanjut: string,
    galat: readonly GalatMedan[],
    status?: number,
  ): Promise<Halaman> {
    if (req.sesi?.tahap !== 'daftar_totp') return totpView(lanjut, galat, status);
    if (!bolehDaftar(req, akun)) return totpLewatSandiView();
    return daftarTotpView(await this.totp.siapkan(akun), akun.surel, lanjut, galat, status);
  }
}

/** The provider of one agency must not put its own second factor on an account that its holder opens with a password. */
function bolehDaftar({ sesi }: Request, akun: Pengguna): boolean {
  return sesi?.cara !== 'oidc' || akun.sandi === null;
}
