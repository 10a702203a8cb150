import { Controller, Header, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Izin, PelakuKini } from '../../../auth/izin.dekorator';
import type { Pelaku } from '../../../auth/pelaku';
import { PengaturanAuth } from '../../../auth/pengaturan';
import { bacaKetikan } from '../../../shared/isian';
import { berhasil } from '../../../shared/tampilan/kabar';
import { Alihan, type Halaman } from '../../../shared/tampilan/tampilan';
import { teksKueri } from '../../../shared/tampilan/tautan';
import { ALAMAT_SLOT, type AlamatSlot } from '../../lapor/alamat-slot';
import { jalurLapor, type TempatLapor } from '../../lapor/tempat-lapor';
import { TempatLaporQuery } from '../../lapor/tempat-lapor.query';
import { pilihBagian } from './bukti.controller';
import { FormulirSekitar } from './formulir-sekitar';
import { TeleponService } from './telepon.service';
import { teleponBukaView } from './telepon.view';

/** Letting a telephone in, from the form of a report. */
@Controller(`${ALAMAT_SLOT}/telepon`)
@Izin('lapor.isi')
export class TeleponController {
  constructor(
    private readonly tempat: TempatLaporQuery,
    private readonly telepon: TeleponService,
    private readonly sekitar: FormulirSekitar,
    private readonly pengaturan: PengaturanAuth,
  ) {}

  /** The code is shown in the answer and never again. */
  @Post()
  @Header('Cache-Control', 'no-store')
  async bukaTelepon(
    @Param() alamat: AlamatSlot,
    @PelakuKini() pelaku: Pelaku,
    @Query('bagian') bagian: unknown,
    @Req() req: Request,
  ): Promise<Halaman> {
    const t = await this.buka(alamat, pelaku);
    const ketikan = bacaKetikan(req.body);
    const formulir = await this.sekitar.halaman(t, ketikan, await this.sekitar.simpan(t, ketikan));
    if (formulir) return formulir;
    const pilihan = pilihBagian(t, teksKueri(bagian));
    const asal = this.pengaturan.alamatPublik ?? `${req.protocol}://${req.get('host') ?? ''}`;
    return teleponBukaView(t, pilihan, await this.telepon.buka(t, pilihan), asal);
  }

  @Post(':telepon/cabut')
  async cabut(@Param() alamat: AlamatSlot, @Param('telepon') id: string, @PelakuKini() pelaku: Pelaku): Promise<Alihan> {
    const t = await this.buka(alamat, pelaku);
    await this.telepon.cabut(t, id);
    return new Alihan(jalurLapor(t), berhasil('Unggahan dari ponsel sudah ditutup.'));
  }

  private buka({ instansi, rencana, kegiatan, periode }: AlamatSlot, pelaku: Pelaku): Promise<TempatLapor> {
    return this.tempat.buka(instansi, rencana, kegiatan, periode, pelaku);
  }
}
