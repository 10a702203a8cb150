import { Controller, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { pemilikSesi } from '../../auth/akun/pemilik';
import { Izin, KonteksSendiri } from '../../auth/izin.dekorator';
import { berhasil } from '../../shared/tampilan/kabar';
import { Alihan } from '../../shared/tampilan/tampilan';
import { JawabanUndangan } from './jawaban-undangan.service';

/** The holder's answers, from the account page. */
@Controller('akun/undangan/:undangan')
@Izin('akun.kelola')
@KonteksSendiri()
export class UndanganAkunController {
  constructor(private readonly jawaban: JawabanUndangan) {}

  @Post('terima')
  async terima(@Param('undangan') id: string, @Req() req: Request): Promise<Alihan> {
    const hasil = await this.jawaban.terima(pemilikSesi(req), id);
    const teks =
      hasil === 'diterima'
        ? 'Undangan diterima. Peran itu sudah berlaku.'
        : 'Undangan disetujui. Mintalah tautannya kepada admin instansi itu; peran berlaku setelah Anda memakainya.';
    return new Alihan('/akun', berhasil(teks));
  }

  @Post('tolak')
  async tolak(@Param('undangan') id: string, @Req() req: Request): Promise<Alihan> {
    await this.jawaban.tolak(pemilikSesi(req), id);
    return new Alihan('/akun', berhasil('Undangan ditolak. Tidak ada yang berubah pada akun Anda.'));
  }
}
