import { Body, Controller, Get, Header, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Transaksi } from '../../database/transaksi';
import { GalatTidakBerhak } from '../../shared/galat';
import { galatMedan, GalatIsian, type GalatMedan } from '../../shared/isian';
import { Alihan, Halaman } from '../../shared/tampilan/tampilan';
import { Izin, KonteksSendiri } from '../izin.dekorator';
import { lamaTunggu, teksBaris, teksMentah } from '../masuk/isian-masuk';
import { PintuService } from '../masuk/pintu.service';
import { kodePemulihanView } from '../masuk/totp.view';
import { PembatasService } from '../pembatas/pembatas.service';
import { PenggunaQuery, type Pengguna } from '../pengguna.query';
import { SesiService } from '../sesi/sesi.service';
import { TotpService } from '../totp/totp.service';
import { AkunQuery } from './akun.query';
import { AkunService, pastikanPemilik } from './akun.service';
import { akunView } from './akun.view';
import { pemilikSesi } from './pemilik';
import { pasangTotpView } from './totp-akun.view';

/** The second factor on one's own account: enrol, renew the recovery codes, take off. */
@Controller('akun/totp')
@Izin('akun.kelola')
@KonteksSendiri()
export class TotpAkunController {
  constructor(
    private readonly akunQuery: AkunQuery,
    private readonly akun: AkunService,
    private readonly pengguna: PenggunaQuery,
    private readonly totp: TotpService,
    private readonly sesi: SesiService,
    private readonly pembatas: PembatasService,
    private readonly pintu: PintuService,
    private readonly transaksi: Transaksi,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  async halaman(@Req() req: Request): Promise<Halaman | Alihan> {
    const akun = await this.pemilik(req);
    return akun.totpSejak === null ? this.tampilkan(akun, []) : new Alihan('/akun#totp');
  }

  @Post()
  @Header('Cache-Control', 'no-store')
  async pasang(
    @Body() badan: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<Halaman | Alihan> {
    const akun = await this.pemilik(req);
    if (akun.totpSejak !== null) return new Alihan('/akun#totp');
    const { pelaku } = pemilikSesi(req);
    const kode = teksBaris(badan, 'kode', 40);
    if (kode === '') return this.tampilkan(akun, [{ medan: 'kode', pesan: 'Tuliskan kodenya' }]);
    try {
      await this.akun.pastikanSandi(pemilikSesi(req), teksMentah(badan, 'kini'));
      const detik = await this.pembatas.ambil([
        ['totp', akun.id, pelaku.sesiId],
        ['totpAkun', akun.id],
      ]);
      if (detik > 0) throw galatMedan('kode', `Terlalu banyak percobaan. Coba lagi ${lamaTunggu(detik)} lagi`);
      const pemulihan = await this.totp.pasang(akun, kode);
      if (pemulihan === null)
        throw galatMedan('kode', 'Kode ini tidak berlaku. Tunggu kode berikutnya di aplikasi, lalu tuliskan');
      await this.transaksi.jalankan(async () => {
        await this.sesi.akhiriSemua(akun.id, pelaku.sesiId);
        await this.sesi.tandaiDuaLangkah(pelaku.sesiId);
        this.pintu.pasangSesi(req, res, await this.sesi.gantiToken(pelaku.sesiId));
      });
      return kodePemulihanView(pemulihan, '/akun');
    } catch (galat) {
      if (galat instanceof GalatIsian) return this.tampilkan(akun, galat.daftar);
      throw galat;
    }
  }

  @Post('kode')
  @Header('Cache-Control', 'no-store')
  kode(@Body() badan: unknown, @Req() req: Request): Promise<Halaman | Alihan> {
    return this.denganSandi(req, badan, 'kode', async (akun) => {
      if (akun.totpSejak === null) return new Alihan('/akun#totp');
      return kodePemulihanView(await this.totp.buatPemulihan(akun), '/akun');
    });
  }

  @Post('lepas')
  lepas(@Body() badan: unknown, @Req() req: Request): Promise<Halaman | Alihan> {
    return this.denganSandi(req, badan, 'lepas', async (akun) => {
      if (await this.pengguna.totpWajib(akun.id, this.transaksi.konteks.oleh)) {
        throw new GalatTidakBerhak('Instansi Anda mewajibkan verifikasi dua langkah bagi peran Anda, jadi tidak dapat dilepas.');
      }
      await this.totp.lepas(akun);
      return new Alihan('/akun?pesan=lepas#totp');
    });
  }

  private async denganSandi(
    req: Request,
    badan: unknown,
    formulir: 'kode' | 'lepas',
    kerja: (akun: Pengguna) => Promise<Halaman | Alihan>,
  ): Promise<Halaman | Alihan> {
    const pemilik = pemilikSesi(req);
    try {
      return await kerja(await this.akun.pastikanSandi(pemilik, teksMentah(badan, 'kini')));
    } catch (galat) {
      if (!(galat instanceof GalatIsian)) throw galat;
      const isi = await this.akunQuery.satu(pemilik.pelaku);
      return akunView({
        ...isi,
        sesiId: pemilik.pelaku.sesiId,
        cara: pemilik.cara,
        pesan: null,
        gagal: { formulir, galat: galat.daftar },
      });
    }
  }

  private async pemilik(req: Request): Promise<Pengguna> {
    const { pelaku, cara } = pemilikSesi(req);
    pastikanPemilik(cara);
    const akun = await this.pengguna.satu(pelaku.penggunaId);
    if (!akun) throw new Error('Akun sesi ini tidak ada');
    return akun;
  }

  private async tampilkan(akun: Pengguna, galat: readonly GalatMedan[]): Promise<Halaman> {
    return pasangTotpView(await this.totp.siapkan(akun), akun.surel, galat);
  }
}
