import { Body, Controller, Get, Header, NotFoundException, Param, Post, StreamableFile } from '@nestjs/common';
import { Izin, KonteksSendiri, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { Transaksi } from '../../database/transaksi';
import { GalatPengguna, GalatTidakBerhak, GalatTidakDitemukan } from '../../shared/galat';
import { bacaIsian, bacaKetikan, type Ketikan } from '../../shared/isian';
import type { Alihan, Halaman } from '../../shared/tampilan/tampilan';
import { Penyimpanan } from '../../storage/penyimpanan';
import { jalurImpor, lanjutImpor } from './bingkai-impor.view';
import { ContohService } from './contoh.service';
import { GandaService } from './ganda.service';
import { batalView, hasilView, kemajuanView } from './hasil.view';
import { bacaKeluar, bacaKolom, bacaPilihanLembar } from './impor-isian';
import { TerapkanDto } from './impor.dto';
import type { ImporResponsEntity } from './impor-respons.entity';
import { ImporResponsService } from './impor-respons.service';
import { terhenti } from './impor.rules';
import { PeriksaService } from './periksa.service';
import { pratinjauView } from './pratinjau.view';
import { TempatImpor, type TempatSurvei } from './tempat-impor';
import { TerapkanService } from './terapkan.service';

interface Alamat {
  readonly instansi: string;
  readonly survei: string;
  readonly impor: string;
}

/** One file on its way into the survey. Every act may take long and opens its own transactions. */
@Controller('instansi/:instansi/survei/:survei/impor/:impor')
@Izin('survei.kelola')
@KonteksSendiri()
export class ImporController {
  constructor(
    private readonly tempat: TempatImpor,
    private readonly service: ImporResponsService,
    private readonly pemeriksa: PeriksaService,
    private readonly ganda: GandaService,
    private readonly penerap: TerapkanService,
    private readonly contoh: ContohService,
    private readonly penyimpanan: Penyimpanan,
    private readonly transaksi: Transaksi,
  ) {}

  @Get()
  async satu(@Param() alamat: Alamat, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    const { t, impor } = await this.buka(alamat, pelaku);
    return this.tampil(t, impor);
  }

  /** The columns again, once the whole file has been read. */
  @Get('kolom')
  async kolom(@Param() alamat: Alamat, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    const { t, impor } = await this.buka(alamat, pelaku);
    return impor.keadaan === 'siap' ? pratinjauView(t, impor, await this.contoh.ambil(t, impor)) : this.tampil(t, impor);
  }

  @Post('lembar')
  lembar(@Param() alamat: Alamat, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<Halaman | Alihan> {
    return this.tindak(alamat, pelaku, badan, async (t, impor, ketikan) => {
      await this.service.pilihLembar(t, impor, bacaPilihanLembar(impor, ketikan));
      return lanjutImpor(jalurImpor(t, impor.id), 'dikoreksi');
    });
  }

  @Post('kolom')
  simpanKolom(@Param() alamat: Alamat, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<Halaman | Alihan> {
    return this.tindak(alamat, pelaku, badan, async (t, impor, ketikan) => {
      await this.service.koreksi(t, impor, bacaKolom(impor, t.instrumen, ketikan));
      return lanjutImpor(jalurImpor(t, impor.id), 'dikoreksi');
    });
  }

  @Post('periksa')
  periksa(@Param() alamat: Alamat, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<Halaman | Alihan> {
    return this.tindak(alamat, pelaku, badan, async (t, impor, ketikan) => {
      if (Object.keys(ketikan).some((nama) => /^k\d+$/.test(nama)))
        await this.service.koreksi(t, impor, bacaKolom(impor, t.instrumen, ketikan));
      await this.pemeriksa.mulai(t, impor);
      return lanjutImpor(jalurImpor(t, impor.id), 'dibaca');
    });
  }

  @Get('ditolak.csv')
  @Header('Cache-Control', 'private, no-store')
  async ditolak(@Param() alamat: Alamat, @PelakuKini() pelaku: Pelaku): Promise<StreamableFile> {
    const { impor } = await this.buka(alamat, pelaku);
    const aliran = impor.kunciDitolak === null ? null : await this.penyimpanan.bukaAliran(impor.kunciDitolak);
    if (!aliran) throw new NotFoundException();
    const nama = `${impor.namaBerkas.replace(/\.[^.]*$/, '').replace(/[^\w-]+/g, '-')}-tidak-terbaca.csv`;
    return new StreamableFile(aliran, { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="${nama}"` });
  }

  @Post('ganda')
  pilihGanda(@Param() alamat: Alamat, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<Halaman | Alihan> {
    return this.tindak(alamat, pelaku, badan, async (t, impor, ketikan) => {
      await this.ganda.saring(t, impor, bacaKeluar(impor, ketikan));
      return lanjutImpor(jalurImpor(t, impor.id), 'ganda-dikeluarkan');
    });
  }

  @Post('terapkan')
  terapkan(@Param() alamat: Alamat, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<Halaman | Alihan> {
    return this.tindak(alamat, pelaku, badan, async (t, impor, ketikan) => {
      const hasil = await this.penerap.terapkan(t, impor, bacaIsian(TerapkanDto, ketikan).sidik);
      return lanjutImpor(jalurImpor(t, impor.id), hasil);
    });
  }

  @Post('batal')
  batal(@Param() alamat: Alamat, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<Halaman | Alihan> {
    return this.tindak(alamat, pelaku, badan, async (t, impor) => {
      await this.service.batal(t, impor);
      return lanjutImpor(jalurImpor(t), 'dibatalkan');
    });
  }

  private buka({ instansi, survei, impor }: Alamat, pelaku: Pelaku): Promise<{ t: TempatSurvei; impor: ImporResponsEntity }> {
    return this.transaksi.jalankan(async () => {
      const t = await this.tempat.buka(instansi, survei, pelaku);
      return { t, impor: await this.tempat.satu(t, impor) };
    });
  }

  /** What cannot be done comes back with the page as it is now, and a sentence. */
  private async tindak(
    alamat: Alamat,
    pelaku: Pelaku,
    badan: unknown,
    kerja: (t: TempatSurvei, impor: ImporResponsEntity, ketikan: Ketikan) => Promise<Alihan>,
  ): Promise<Halaman | Alihan> {
    const { t, impor } = await this.buka(alamat, pelaku);
    try {
      return await kerja(t, impor, bacaKetikan(badan));
    } catch (galat) {
      if (!(galat instanceof GalatPengguna) || galat instanceof GalatTidakBerhak || galat instanceof GalatTidakDitemukan)
        throw galat;
      const kini = await this.buka(alamat, pelaku);
      return this.tampil(kini.t, kini.impor, galat.message);
    }
  }

  private async tampil(t: TempatSurvei, impor: ImporResponsEntity, pesan: string | null = null): Promise<Halaman> {
    if (impor.keadaan === 'batal') return batalView(t, impor);
    if (impor.keadaan === 'dibaca' && !terhenti(impor, t.sekarang) && pesan === null) return kemajuanView(t, impor);
    if (impor.ringkasan && (impor.keadaan === 'siap' || impor.keadaan === 'diterapkan'))
      return hasilView(t, impor, impor.ringkasan, pesan);
    return pratinjauView(t, impor, await this.contoh.ambil(t, impor), pesan === null ? [] : [pesan]);
  }
}
