import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { kirim } from '../../organisasi/halaman.view';
import { Organisasi, type Tempat } from '../../organisasi/tempat';
import type { Alihan, Halaman } from '../../shared/tampilan/tampilan';
import { GalatStatusSurvei } from '../kunci-survei';
import { halanganStatus } from '../status.rules';
import { bolehLihatSurvei } from '../survei.policy';
import { jalurSurvei, lanjut } from './halaman.view';
import { AlasanDto, TetapkanDto } from './kelola.dto';
import { KelolaQuery } from './kelola.query';
import { riwayatView } from './riwayat.view';
import { DaftarSandaran } from './sandaran';
import { GalatIsiBerubah, StatusSurveiService } from './status.service';
import { alasanView, tetapkanView, type TindakanBeralasan } from './tetapkan.view';
import { terkunci } from './terkunci';

/** The states of a survey, and its history. */
@Controller('instansi/:instansi/survei/:survei')
export class StatusSurveiController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly query: KelolaQuery,
    private readonly service: StatusSurveiService,
    private readonly sandaran: DaftarSandaran,
  ) {}

  @Get('tetapkan')
  @Izin('survei.tetapkan')
  async halamanTetapkan(
    @Param('instansi') instansi: string,
    @Param('survei') kode: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const kini = await this.query.satu(tempat, kode);
    const halangan = halanganStatus('tetapkan', kini.survei.status ?? 'ditetapkan');
    return halangan === null ? tetapkanView(tempat, kini, { ketikan: {}, galat: [] }) : terkunci(tempat, kode, halangan);
  }

  @Post('tetapkan')
  @Izin('survei.tetapkan')
  async tetapkan(
    @Param('instansi') instansi: string,
    @Param('survei') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const kini = await this.query.satu(tempat, kode);
    const halangan = halanganStatus('tetapkan', kini.survei.status ?? 'ditetapkan');
    if (halangan !== null) return terkunci(tempat, kode, halangan);
    try {
      return await kirim(
        TetapkanDto,
        badan,
        async (dto) => {
          await this.service.tetapkan(tempat, kode, dto);
          return lanjut(jalurSurvei(tempat, kode), 'survei-ditetapkan');
        },
        (ketikan, galat) => tetapkanView(tempat, kini, { ketikan, galat }),
      );
    } catch (galat) {
      if (galat instanceof GalatStatusSurvei) return terkunci(tempat, kode, galat.message.replace(/\.$/, ''));
      if (!(galat instanceof GalatIsiBerubah)) throw galat;
      return tetapkanView(tempat, await this.query.satu(tempat, kode), { ketikan: {}, galat: [], peringatan: galat.message });
    }
  }

  @Get('buka-kembali')
  @Izin('survei.tetapkan')
  async halamanBuka(
    @Param('instansi') instansi: string,
    @Param('survei') kode: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman | Alihan> {
    return this.halaman(await this.organisasi.buka(instansi, pelaku), kode, 'bukaKembali');
  }

  @Post('buka-kembali')
  @Izin('survei.tetapkan')
  async bukaKembali(
    @Param('instansi') instansi: string,
    @Param('survei') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    return this.ubah(await this.organisasi.buka(instansi, pelaku), kode, 'bukaKembali', badan);
  }

  @Get('batalkan')
  @Izin('survei.kelola')
  async halamanBatalkan(
    @Param('instansi') instansi: string,
    @Param('survei') kode: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman | Alihan> {
    return this.halaman(await this.organisasi.buka(instansi, pelaku), kode, 'batalkan');
  }

  @Post('batalkan')
  @Izin('survei.kelola')
  async batalkan(
    @Param('instansi') instansi: string,
    @Param('survei') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    return this.ubah(await this.organisasi.buka(instansi, pelaku), kode, 'batalkan', badan);
  }

  @Get('pulihkan')
  @Izin('survei.kelola')
  async halamanPulihkan(
    @Param('instansi') instansi: string,
    @Param('survei') kode: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman | Alihan> {
    return this.halaman(await this.organisasi.buka(instansi, pelaku), kode, 'pulihkan');
  }

  @Post('pulihkan')
  @Izin('survei.kelola')
  async pulihkan(
    @Param('instansi') instansi: string,
    @Param('survei') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    return this.ubah(await this.organisasi.buka(instansi, pelaku), kode, 'pulihkan', badan);
  }

  @Get('riwayat')
  @Izin('survei.lihat')
  async riwayat(
    @Param('instansi') instansi: string,
    @Param('survei') kode: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const { id } = await this.query.satu(tempat, kode);
    const semua = await this.query.riwayat(tempat, id);
    // What was typed before the confirmation is the business of those who see drafts.
    const lengkap = bolehLihatSurvei(pelaku, tempat.instansi.id, 'draf');
    return riwayatView(
      tempat,
      kode,
      lengkap ? semua : semua.filter((c) => c.peristiwa === 'survei.tetapkan' || c.peristiwa === 'survei.buka_kembali'),
    );
  }

  private async halaman(tempat: Tempat, kode: string, tindakan: TindakanBeralasan): Promise<Halaman | Alihan> {
    const { id, survei } = await this.query.satu(tempat, kode);
    const halangan = halanganStatus(tindakan, survei.status ?? 'ditetapkan');
    if (halangan !== null) return terkunci(tempat, kode, halangan);
    return alasanView(tempat, kode, tindakan, await this.cariSandaran(tempat, id, tindakan), { ketikan: {}, galat: [] });
  }

  private async ubah(tempat: Tempat, kode: string, tindakan: TindakanBeralasan, badan: unknown): Promise<Halaman | Alihan> {
    const { id } = await this.query.satu(tempat, kode);
    const kabar = { bukaKembali: 'survei-dibuka', batalkan: 'survei-dibatalkan', pulihkan: 'survei-dipulihkan' } as const;
    const kerja = async (dto: AlasanDto) => {
      await this.service.ubahStatus(tempat, kode, tindakan, dto);
      return lanjut(jalurSurvei(tempat, kode), kabar[tindakan]);
    };
    try {
      return await kirim(AlasanDto, badan, kerja, async (ketikan, galat) =>
        alasanView(tempat, kode, tindakan, await this.cariSandaran(tempat, id, tindakan), { ketikan, galat }),
      );
    } catch (galat) {
      if (galat instanceof GalatStatusSurvei) return terkunci(tempat, kode, galat.message.replace(/\.$/, ''));
      throw galat;
    }
  }

  private cariSandaran(tempat: Tempat, id: string, tindakan: TindakanBeralasan) {
    return tindakan === 'bukaKembali' ? this.sandaran.cari(tempat.instansi, id) : Promise.resolve([]);
  }
}
