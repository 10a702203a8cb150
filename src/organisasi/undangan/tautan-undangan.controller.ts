import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { asalPermintaan, kelompokAlamat } from '../../auth/asal';
import { lamaTunggu, teksMentah } from '../../auth/masuk/isian-masuk';
import { PintuService } from '../../auth/masuk/pintu.service';
import { PembatasService } from '../../auth/pembatas/pembatas.service';
import { PenggunaQuery } from '../../auth/pengguna.query';
import { periksaSandiBaru } from '../../auth/sandi/sandi-baru';
import { SandiService } from '../../auth/sandi/sandi.service';
import { TautanService, type TautanSah } from '../../auth/tautan/tautan.service';
import { tautanMatiView, terimaUndanganView } from '../../auth/tautan/tautan.view';
import { Transaksi } from '../../database/transaksi';
import type { GalatMedan } from '../../shared/isian';
import { Publik } from '../../shared/publik.dekorator';
import { Alihan, type Halaman } from '../../shared/tampilan/tampilan';
import { JawabanUndangan } from './jawaban-undangan.service';

/**
 * The link that an agency hands over after the holder agreed, where no mail can prove the mailbox. It asks for the present password too:
 * the admin who made it cannot use it, nor can whoever holds the account without it.
 */
@Controller('undangan-peran/:token')
@Publik()
export class TautanUndanganController {
  constructor(
    private readonly tautan: TautanService,
    private readonly jawaban: JawabanUndangan,
    private readonly pengguna: PenggunaQuery,
    private readonly sandi: SandiService,
    private readonly pembatas: PembatasService,
    private readonly pintu: PintuService,
    private readonly transaksi: Transaksi,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  async halaman(@Param('token') token: string): Promise<Halaman> {
    const tautan = await this.tautan.cari(token, 'undangan_peran');
    return tautan ? terimaUndanganView(tautan, []) : tautanMatiView('undangan_peran');
  }

  @Post()
  @Header('Cache-Control', 'no-store')
  async terima(
    @Param('token') token: string,
    @Body() badan: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<Halaman | Alihan> {
    const detik = await this.pembatas.ambil([['tautanAlamat', kelompokAlamat(asalPermintaan(req).ip)]]);
    if (detik > 0) {
      res.set('Retry-After', String(detik));
      return tautanMatiView('undangan_peran', detik);
    }
    const tautan = await this.tautan.cari(token, 'undangan_peran');
    if (!tautan) return tautanMatiView('undangan_peran');
    const [kini, sandi, ulang] = ['kini', 'sandi', 'ulang'].map((nama) => teksMentah(badan, nama));
    const galat = await this.periksa(tautan, kini ?? '', sandi ?? '', ulang ?? '');
    if (galat.length > 0) return terimaUndanganView(tautan, galat);
    const perangkat = await this.transaksi.jalankan(async () => {
      const token = await this.tautan.pakai(tautan, sandi ?? '', this.pintu.peramban(req).tokenPerangkat);
      if (token !== null) await this.jawaban.terimaLewatTautan(tautan);
      return token;
    });
    if (perangkat === null) return tautanMatiView('undangan_peran');
    this.pintu.tutup(req, res);
    this.pintu.pasangPerangkat(req, res, perangkat);
    return new Alihan('/masuk?pesan=sandi');
  }

  private async periksa(tautan: TautanSah, kini: string, sandi: string, ulang: string): Promise<GalatMedan[]> {
    const { penggunaId: id, nama, surel } = tautan;
    const akun = await this.pengguna.satu(id);
    const salah: GalatMedan[] = [];
    if (tautan.berSandi) {
      const detik = await this.pembatas.ambil([['sandiKini', id, tautan.id]]);
      if (detik > 0) return [{ medan: 'kini', pesan: `Terlalu banyak percobaan. Coba lagi ${lamaTunggu(detik)} lagi` }];
      if (!(await this.sandi.cocok(akun?.sandi ?? null, kini)))
        salah.push({ medan: 'kini', pesan: 'Kata sandi sekarang tidak cocok' });
    }
    const konteks = await this.pengguna.konteksSandi({ id, nama, surel }, this.transaksi.konteks.oleh);
    return [...salah, ...periksaSandiBaru(sandi, ulang, konteks)];
  }
}
