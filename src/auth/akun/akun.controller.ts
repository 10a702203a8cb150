import { Body, Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { GalatTidakDitemukan } from '../../shared/galat';
import { GalatIsian } from '../../shared/isian';
import { Alihan, Halaman } from '../../shared/tampilan/tampilan';
import { teksKueri } from '../../shared/tampilan/tautan';
import { Izin, KonteksSendiri } from '../izin.dekorator';
import { teksBaris, teksMentah } from '../masuk/isian-masuk';
import { PintuService } from '../masuk/pintu.service';
import { AkunQuery } from './akun.query';
import { AkunService } from './akun.service';
import { akunView, PESAN_AKUN, type FormulirAkun, type PesanAkun } from './akun.view';
import { pemilikSesi } from './pemilik';

const POLA_UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

@Controller('akun')
@Izin('akun.kelola')
@KonteksSendiri()
export class AkunController {
  constructor(
    private readonly query: AkunQuery,
    private readonly akun: AkunService,
    private readonly pintu: PintuService,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  halaman(@Query('pesan') pesan: unknown, @Req() req: Request): Promise<Halaman> {
    const teks = teksKueri(pesan);
    return this.tampilkan(req, Object.hasOwn(PESAN_AKUN, teks) ? (teks as PesanAkun) : null, null);
  }

  @Post('nama')
  nama(@Body() badan: unknown, @Req() req: Request): Promise<Halaman | Alihan> {
    const nama = teksBaris(badan, 'nama', 1000);
    return this.kerjakan(req, 'nama', () => this.akun.gantiNama(pemilikSesi(req), nama), nama);
  }

  @Post('sandi')
  sandi(@Body() badan: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<Halaman | Alihan> {
    const isi = (nama: string) => teksMentah(badan, nama);
    return this.kerjakan(req, 'sandi', async () => {
      this.pintu.pasangSesi(req, res, await this.akun.gantiSandi(pemilikSesi(req), isi('kini'), isi('sandi'), isi('ulang')));
    });
  }

  @Post('sesi/akhiri-lain')
  async akhiriLain(@Req() req: Request): Promise<Alihan> {
    const jumlah = await this.akun.akhiriSesi(pemilikSesi(req), null);
    return new Alihan(`/akun?pesan=${jumlah > 0 ? 'sesi-lain' : 'tidak-ada'}#sesi`);
  }

  @Post('sesi/:sesi/akhiri')
  async akhiri(@Param('sesi') sesiId: string, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<Alihan> {
    const pemilik = pemilikSesi(req);
    const jumlah = POLA_UUID.test(sesiId) ? await this.akun.akhiriSesi(pemilik, sesiId) : 0;
    if (jumlah === 0) throw new GalatTidakDitemukan('Sesi itu tidak ada, atau sudah berakhir.');
    if (sesiId !== pemilik.pelaku.sesiId) return new Alihan('/akun?pesan=sesi#sesi');
    this.pintu.tutup(req, res);
    return new Alihan('/masuk?pesan=keluar');
  }

  private async kerjakan(
    req: Request,
    formulir: 'nama' | 'sandi',
    kerja: () => Promise<void>,
    nama?: string,
  ): Promise<Halaman | Alihan> {
    try {
      await kerja();
      return new Alihan(`/akun?pesan=${formulir}#${formulir}`);
    } catch (galat) {
      if (!(galat instanceof GalatIsian)) throw galat;
      return this.tampilkan(req, null, { formulir, galat: galat.daftar, ...(nama === undefined ? {} : { nama }) });
    }
  }

  private async tampilkan(
    req: Request,
    pesan: PesanAkun | null,
    gagal: { formulir: FormulirAkun; galat: GalatIsian['daftar']; nama?: string } | null,
  ): Promise<Halaman> {
    const { pelaku, cara } = pemilikSesi(req);
    return akunView({ ...(await this.query.satu(pelaku)), sesiId: pelaku.sesiId, cara, pesan, gagal });
  }
}
