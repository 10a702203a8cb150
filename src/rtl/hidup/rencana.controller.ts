import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { kirim } from '../../organisasi/halaman.view';
import { Organisasi, type Tempat } from '../../organisasi/tempat';
import { GalatIsian, type GalatMedan, type Ketikan } from '../../shared/isian';
import { kodePeriode } from '../../shared/periode';
import { Halaman, type Alihan } from '../../shared/tampilan/tampilan';
import { teksKueri } from '../../shared/tampilan/tautan';
import type { TindakanRencana } from '../alur-rencana.rules';
import { jalurRencana, lanjutRtl } from '../halaman/halaman-rtl.view';
import { GalatRencanaBerubah } from '../susun/galat-usang';
import { kodeRencana } from '../susun/kode.rules';
import { pastikanDraf, rencanaTidakAda } from '../susun/rencana-terkunci';
import { pastikanBukanPengaju, RencanaService } from '../susun/rencana.service';
import type { RencanaTersusun } from '../susun/susunan';
import { SusunanQuery } from '../susun/susunan.query';
import { KekuranganQuery } from './kekurangan.query';
import { AlasanSidikDto, BuatRencanaDto, isiRencana, SidikDto, UbahRencanaDto } from './rencana.dto';
import { buatRencanaView, langkahView, ubahRencanaView } from './rencana-formulir.view';

/** The life of a plan. */
@Controller('instansi/:instansi')
export class RencanaController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly query: SusunanQuery,
    private readonly rencana: RencanaService,
    private readonly kekurangan: KekuranganQuery,
  ) {}

  /** From a survey (`?survei=`), or from a period. */
  @Get('rencana-baru')
  @Izin('rencana.susun')
  async halamanBuat(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Query() kueri: Record<string, unknown>,
  ): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const pilihan = await this.query.pilihanKepala(tempat.instansi.id);
    const survei = pilihan.survei.find((s) => s.kode === teksKueri(kueri['survei']));
    const tahun = survei?.tahun ?? Number(tempat.hariIni.slice(0, 4));
    const ketikan = {
      judul: `Rencana Tindak Lanjut ${survei ? survei.judul : `Tahun ${tahun}`}`,
      kode: kodeRencana(tahun, new Set(pilihan.rencana.map((r) => r.kode))),
      survei: survei?.kode ?? '',
      periode: survei ? '' : String(tahun),
      satuanJadwal: 'triwulan',
      asal: pilihan.rencana.at(-1)?.kode ?? '',
    };
    return buatRencanaView(tempat, pilihan, { ketikan, galat: [] });
  }

  @Post('rencana-baru')
  @Izin('rencana.susun')
  async buat(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    return kirim(
      BuatRencanaDto,
      badan,
      async (dto) =>
        lanjutRtl(jalurRencana(tempat, await this.rencana.buat(tempat, dto.kode, isiRencana(dto))), 'rencana-dibuat'),
      async (ketikan, galat) => buatRencanaView(tempat, await this.query.pilihanKepala(tempat.instansi.id), { ketikan, galat }),
    );
  }

  @Get('rencana/:rencana/ubah')
  @Izin('rencana.susun')
  async halamanUbah(
    @Param('instansi') instansi: string,
    @Param('rencana') kode: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, r] = await this.buka(instansi, kode, pelaku);
    pastikanDraf(r);
    const pilihan = await this.query.pilihanKepala(tempat.instansi.id);
    const asal = pilihan.rencana.find((x) => x.id === r.asalRencanaId)?.kode ?? '';
    const ketikan = {
      ...{ judul: r.judul, survei: r.survei ?? '', satuanJadwal: r.satuanJadwal, asal },
      periode: r.periode === null ? '' : kodePeriode(r.periode),
    };
    return ubahRencanaView(tempat, r, pilihan, { ketikan, galat: [] });
  }

  @Post('rencana/:rencana/ubah')
  @Izin('rencana.susun')
  async ubah(
    @Param('instansi') instansi: string,
    @Param('rencana') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const [tempat] = await this.buka(instansi, kode, pelaku);
    const kerja = async (dto: UbahRencanaDto) => {
      await this.rencana.ubah(tempat, kode, Number(dto.versi), isiRencana(dto));
      return lanjutRtl(jalurRencana(tempat, kode), 'rencana-diubah');
    };
    return kirim(UbahRencanaDto, badan, kerja, async (ketikan, galat) => {
      const [, kini] = await this.buka(instansi, kode, pelaku);
      return ubahRencanaView(tempat, kini, await this.query.pilihanKepala(tempat.instansi.id), { ketikan, galat });
    });
  }

  @Get('rencana/:rencana/ajukan')
  @Izin('rencana.ajukan')
  halamanAjukan(
    @Param('instansi') instansi: string,
    @Param('rencana') kode: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    return this.halamanLangkah(instansi, kode, pelaku, 'ajukan');
  }

  @Post('rencana/:rencana/ajukan')
  @Izin('rencana.ajukan')
  ajukan(
    @Param('instansi') instansi: string,
    @Param('rencana') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    return this.langkah(instansi, kode, pelaku, 'ajukan', SidikDto, badan, async (tempat, { sidik }) => {
      await this.rencana.ajukan(tempat, kode, sidik);
      return 'rencana-diajukan';
    });
  }

  @Get('rencana/:rencana/tarik')
  @Izin('rencana.ajukan')
  halamanTarik(
    @Param('instansi') instansi: string,
    @Param('rencana') kode: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    return this.halamanLangkah(instansi, kode, pelaku, 'tarik');
  }

  @Post('rencana/:rencana/tarik')
  @Izin('rencana.ajukan')
  tarik(
    @Param('instansi') instansi: string,
    @Param('rencana') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    return this.langkah(instansi, kode, pelaku, 'tarik', SidikDto, badan, async (tempat, { sidik }) => {
      await this.rencana.tarik(tempat, kode, sidik);
      return 'rencana-ditarik';
    });
  }

  @Get('rencana/:rencana/kembalikan')
  @Izin('rencana.tetapkan')
  halamanKembalikan(
    @Param('instansi') instansi: string,
    @Param('rencana') kode: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    return this.halamanLangkah(instansi, kode, pelaku, 'kembalikan');
  }

  @Post('rencana/:rencana/kembalikan')
  @Izin('rencana.tetapkan')
  kembalikan(
    @Param('instansi') instansi: string,
    @Param('rencana') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    return this.langkah(instansi, kode, pelaku, 'kembalikan', AlasanSidikDto, badan, async (tempat, { alasan, sidik }) => {
      await this.rencana.kembalikan(tempat, kode, alasan, sidik);
      return 'rencana-dikembalikan';
    });
  }

  @Get('rencana/:rencana/tetapkan')
  @Izin('rencana.tetapkan')
  halamanTetapkan(
    @Param('instansi') instansi: string,
    @Param('rencana') kode: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    return this.halamanLangkah(instansi, kode, pelaku, 'tetapkan');
  }

  @Post('rencana/:rencana/tetapkan')
  @Izin('rencana.tetapkan')
  tetapkan(
    @Param('instansi') instansi: string,
    @Param('rencana') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    return this.langkah(instansi, kode, pelaku, 'tetapkan', SidikDto, badan, async (tempat, { sidik }) => {
      await this.rencana.tetapkan(tempat, kode, sidik);
      return 'rencana-ditetapkan';
    });
  }

  private async halamanLangkah(
    instansi: string,
    kode: string,
    pelaku: Pelaku,
    tindakan: TindakanRencana,
    ketikan: Ketikan = {},
    galat: readonly GalatMedan[] = [],
  ): Promise<Halaman> {
    const [tempat, r] = await this.buka(instansi, kode, pelaku);
    if (tindakan === 'tetapkan') pastikanBukanPengaju(r, await this.rencana.riwayat(r.id), pelaku);
    return langkahView(tempat, r, tindakan, await this.kekurangan.cari(tempat, r), { ketikan, galat });
  }

  /** A plan that is another one by now is shown again, to be read before the same is sent once more. */
  private async langkah<T extends object>(
    instansi: string,
    kode: string,
    pelaku: Pelaku,
    tindakan: TindakanRencana,
    kelas: new () => T,
    badan: unknown,
    kerja: (tempat: Tempat, dto: T) => Promise<Parameters<typeof lanjutRtl>[1]>,
  ): Promise<Halaman | Alihan> {
    const [tempat] = await this.buka(instansi, kode, pelaku);
    const laksanakan = async (dto: T) => {
      try {
        return lanjutRtl(jalurRencana(tempat, kode), await kerja(tempat, dto));
      } catch (galat) {
        throw galat instanceof GalatRencanaBerubah
          ? new GalatIsian([{ medan: 'sidik', pesan: galat.message.replace(/\.$/, '') }])
          : galat;
      }
    };
    return kirim(kelas, badan, laksanakan, (ketikan, galat) =>
      this.halamanLangkah(instansi, kode, pelaku, tindakan, ketikan, galat),
    );
  }

  private async buka(instansi: string, kode: string, pelaku: Pelaku): Promise<[Tempat, RencanaTersusun]> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const rencana = await this.query.rencana(tempat.instansi.id, kode);
    if (!rencana) throw rencanaTidakAda(tempat, kode);
    return [tempat, rencana];
  }
}
