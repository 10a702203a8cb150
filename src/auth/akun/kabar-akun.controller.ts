import { Controller, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Alihan } from '../../shared/tampilan/tampilan';
import { Izin, KonteksSendiri } from '../izin.dekorator';
import { PemberitahuanService } from '../pemberitahuan/pemberitahuan.service';
import { PenggunaQuery } from '../pengguna.query';
import { LupaSandiService } from '../tautan/lupa-sandi.service';
import { pastikanPemilik } from './akun.service';
import { pemilikSesi } from './pemilik';

/** What waits on the account page: notices, and the proof of the mailbox. */
@Controller('akun')
@Izin('akun.kelola')
@KonteksSendiri()
export class KabarAkunController {
  constructor(
    private readonly pemberitahuan: PemberitahuanService,
    private readonly pengguna: PenggunaQuery,
    private readonly lupa: LupaSandiService,
  ) {}

  @Post('pemberitahuan/dibaca')
  async dibaca(@Req() req: Request): Promise<Alihan> {
    await this.pemberitahuan.tandaiDibaca(pemilikSesi(req).pelaku.penggunaId);
    return new Alihan('/akun?pesan=dibaca#pemberitahuan');
  }

  /** A link to one's own address: the password that it sets proves who holds the mailbox, whoever is signed in now. */
  @Post('bukti-surel')
  async buktiSurel(@Req() req: Request): Promise<Alihan> {
    const { pelaku, cara } = pemilikSesi(req);
    pastikanPemilik(cara);
    const akun = this.lupa.lewatSurat ? await this.pengguna.satu(pelaku.penggunaId) : null;
    if (!akun || akun.contoh) return new Alihan('/akun');
    const detik = await this.lupa.kirimKe(akun);
    return new Alihan(`/akun?pesan=${detik === 0 ? 'bukti' : 'bukti-tunggu'}#undangan`);
  }
}
