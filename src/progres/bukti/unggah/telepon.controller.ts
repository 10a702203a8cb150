import { Controller, Header, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Izin, PelakuKini } from '../../../auth/izin.dekorator';
import type { Pelaku } from '../../../auth/pelaku';
import { PengaturanAuth } from '../../../auth/pengaturan';
import { berhasil } from '../../../shared/tampilan/kabar';
import { Alihan, type Halaman } from '../../../shared/tampilan/tampilan';
import { teksKueri } from '../../../shared/tampilan/tautan';
import { jalurLapor, type TempatLapor } from '../../lapor/tempat-lapor';
import { TempatLaporQuery } from '../../lapor/tempat-lapor.query';
import { pilihBagian, type AlamatLapor } from './bukti.controller';
import { TeleponService } from './telepon.service';
import { teleponBukaView } from './telepon.view';

/** Letting a telephone in, from the form of a report. */
@Controller('instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/telepon')
@Izin('lapor.isi')
export class TeleponController {
  constructor(
    private readonly tempat: TempatLaporQuery,
    private readonly telepon: TeleponService,
    private readonly pengaturan: PengaturanAuth,
  ) {}

  /** The code is shown in the answer and never again. */
  @Post()
  @Header('Cache-Control', 'no-store')
  async bukaTelepon(
    @Param() alamat: AlamatLapor,
    @PelakuKini() pelaku: Pelaku,
    @Query('bagian') bagian: unknown,
    @Req() req: Request,
  ): Promise<Halaman> {
    const t = await this.buka(alamat, pelaku);
    const pilihan = pilihBagian(t, teksKueri(bagian));
    const asal = this.pengaturan.alamatPublik ?? `${req.protocol}://${req.get('host') ?? ''}`;
    return teleponBukaView(t, pilihan, await this.telepon.buka(t, pilihan), asal);
  }

  @Post(':telepon/cabut')
  async cabut(@Param() alamat: AlamatLapor, @Param('telepon') id: string, @PelakuKini() pelaku: Pelaku): Promise<Alihan> {
    const t = await this.buka(alamat, pelaku);
    await this.telepon.cabut(t, id);
    return new Alihan(jalurLapor(t), berhasil('Unggahan dari ponsel sudah ditutup.'));
  }

  private buka({ instansi, rencana, kegiatan, periode }: AlamatLapor, pelaku: Pelaku): Promise<TempatLapor> {
    return this.tempat.buka(instansi, rencana, kegiatan, periode, pelaku);
  }
}
