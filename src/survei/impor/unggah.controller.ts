import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Izin, KonteksSendiri, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { BacaSendiri } from '../../auth/sesi/unggahan';
import { Transaksi } from '../../database/transaksi';
import { GalatPengguna, GalatTidakBerhak, GalatTidakDitemukan } from '../../shared/galat';
import { bacaIsian, bacaKetikan, GalatIsian, type GalatMedan } from '../../shared/isian';
import type { Alihan, Halaman } from '../../shared/tampilan/tampilan';
import { Penyimpanan } from '../../storage/penyimpanan';
import { kunciSurvei } from '../kunci-survei';
import { jalurImpor, lanjutImpor } from './bingkai-impor.view';
import { HapusResponsService } from './hapus-respons.service';
import { hapusView } from './hasil.view';
import { HapusResponsDto } from './impor.dto';
import { ImporResponsService } from './impor-respons.service';
import { TempatImpor, type TempatSurvei } from './tempat-impor';
import { terimaUnggahan, UnggahanTerputus, type Unggahan } from './unggahan';
import { unggahView, type IsiUnggah } from './unggah.view';

@Controller('instansi/:instansi/survei/:survei')
@Izin('survei.kelola')
export class UnggahController {
  constructor(
    private readonly tempat: TempatImpor,
    private readonly service: ImporResponsService,
    private readonly hapusService: HapusResponsService,
    private readonly penyimpanan: Penyimpanan,
    private readonly transaksi: Transaksi,
  ) {}

  @Get('impor')
  async halaman(
    @Param('instansi') instansi: string,
    @Param('survei') survei: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const t = await this.tempat.buka(instansi, survei, pelaku);
    return unggahView(t, await this.tempat.daftar(t));
  }

  /** Whether the survey takes answers is asked before the file comes in; a slow line holds no connection to the database. */
  @Post('impor')
  @BacaSendiri()
  @KonteksSendiri()
  async unggah(
    @Param('instansi') instansi: string,
    @Param('survei') survei: string,
    @PelakuKini() pelaku: Pelaku,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<Halaman | Alihan> {
    const t = await this.buka(instansi, survei, pelaku);
    return this.terima(t, 'berkas', {}, () => terimaUnggahan(req, res, this.penyimpanan, 'berkas'));
  }

  @Post('impor/tempel')
  @KonteksSendiri()
  async tempel(
    @Param('instansi') instansi: string,
    @Param('survei') survei: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const t = await this.buka(instansi, survei, pelaku);
    const isi: unknown = typeof badan === 'object' && badan !== null && 'tempel' in badan ? badan.tempel : '';
    const teks = typeof isi === 'string' ? isi : '';
    return this.terima(t, 'tempel', { ketikan: { tempel: teks } }, () => this.simpanTempelan(teks));
  }

  @Get('hapus-jawaban')
  async halamanHapus(
    @Param('instansi') instansi: string,
    @Param('survei') survei: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    return hapusView(await this.tempat.buka(instansi, survei, pelaku), {}, []);
  }

  @Post('hapus-jawaban')
  async hapus(
    @Param('instansi') instansi: string,
    @Param('survei') survei: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const t = await this.tempat.buka(instansi, survei, pelaku);
    const ketikan = bacaKetikan(badan);
    try {
      await this.hapusService.hapus(t, bacaIsian(HapusResponsDto, ketikan).alasan);
    } catch (galat) {
      if (galat instanceof GalatIsian) return hapusView(t, ketikan, galat.daftar);
      throw galat;
    }
    return lanjutImpor(jalurImpor(t), 'dihapus');
  }

  private buka(instansi: string, survei: string, pelaku: Pelaku): Promise<TempatSurvei> {
    return this.transaksi.jalankan(async (manager) => {
      const t = await this.tempat.buka(instansi, survei, pelaku);
      await kunciSurvei(manager, t, survei, 'ubah');
      return t;
    });
  }

  /** What cannot be taken comes back with the form and a sentence; nothing is kept. */
  private async terima(
    t: TempatSurvei,
    medan: string,
    isi: IsiUnggah,
    ambil: () => Promise<Unggahan>,
  ): Promise<Halaman | Alihan> {
    try {
      return lanjutImpor(jalurImpor(t, await this.service.terima(t, await ambil())), 'berkas-diterima');
    } catch (galat) {
      const daftar = galatFormulir(galat, medan);
      if (daftar === null) throw galat;
      return this.transaksi.jalankan(async () => unggahView(t, await this.tempat.daftar(t), { ...isi, galat: daftar }));
    }
  }

  private async simpanTempelan(teks: string): Promise<Unggahan> {
    if (teks.trim() === '') throw new GalatPengguna('Tempel dahulu salinan dari lembar kerjanya');
    const tampungan = await this.penyimpanan.tampung();
    try {
      await tampungan.tulis(Buffer.from(teks.toWellFormed()));
      return { nama: 'Salinan lembar kerja.csv', ...(await tampungan.selesai()) };
    } catch (galat) {
      await tampungan.buang();
      throw galat;
    }
  }
}

/** Null when it is no matter of the form. */
function galatFormulir(galat: unknown, medan: string): readonly GalatMedan[] | null {
  if (galat instanceof GalatIsian) return galat.daftar;
  if (galat instanceof GalatTidakBerhak || galat instanceof GalatTidakDitemukan || galat instanceof UnggahanTerputus) return null;
  return galat instanceof GalatPengguna ? [{ medan, pesan: galat.message }] : null;
}
