import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Izin, PelakuKini } from '../auth/izin.dekorator';
import type { Pelaku } from '../auth/pelaku';
import { Organisasi } from '../organisasi/tempat';
import { bacaKetikan, GalatIsian } from '../shared/isian';
import { berhasil } from '../shared/tampilan/kabar';
import { Alihan, type Halaman } from '../shared/tampilan/tampilan';
import { teksKueri } from '../shared/tampilan/tautan';
import { HalamanAntrean } from './halaman-antrean';
import { antreanDengan } from './periksa.view';
import { PutusanBanyakService } from './putusan-banyak.service';
import { bacaSaringanAntrean, kueriSaringan } from './saringan-antrean';

/** The queue of reports that wait for another person's decision. */
@Controller('instansi/:instansi/verifikasi')
export class AntreanController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly halaman: HalamanAntrean,
    private readonly banyak: PutusanBanyakService,
  ) {}

  @Get()
  @Izin('verifikasi.putuskan')
  async antrean(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Query() kueri: Record<string, unknown>,
  ): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    return this.halaman.susun(tempat, bacaSaringanAntrean(kueri), {
      dipilih: teksKueri(kueri['slot'], 36),
      nomor: teksKueri(kueri['h'], 9),
      buka: true,
    });
  }

  @Post('banyak')
  @Izin('verifikasi.putuskan')
  async verifikasiBanyak(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Query() kueri: Record<string, unknown>,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const saringan = bacaSaringanAntrean(kueri);
    const ketikan = bacaKetikan(badan);
    const dipilih = Object.entries(ketikan).flatMap(([nama, nilai]) =>
      nama.startsWith('pilih.') && nilai === 'ya' ? [nama.slice('pilih.'.length)] : [],
    );
    try {
      const n = await this.banyak.verifikasi(tempat, dipilih);
      return new Alihan(antreanDengan(tempat, kueriSaringan(saringan), null), berhasil(`${n} laporan terverifikasi.`));
    } catch (galat) {
      if (!(galat instanceof GalatIsian)) throw galat;
      return this.halaman.susun(tempat, saringan, { banyak: { ketikan, galat: galat.daftar } });
    }
  }
}
