import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { kirim } from '../../organisasi/halaman.view';
import { Organisasi, type Tempat } from '../../organisasi/tempat';
import { HalamanTidakAda } from '../../shared/galat.view';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import { Halaman, type Alihan } from '../../shared/tampilan/tampilan';
import { RencanaAwalService } from '../awal/rencana-awal.service';
import { jalurRencana, lanjutRtl } from '../halaman/halaman-rtl.view';
import { AlasanDto } from '../hidup/rencana.dto';
import { rencanaTidakAda } from '../susun/rencana-terkunci';
import type { RencanaTersusun } from '../susun/susunan';
import { SusunanQuery, type Acuan } from '../susun/susunan.query';
import type { UsulanAdendumEntity } from '../usulan-adendum.entity';
import { AdendumService } from './adendum.service';
import { daftarAdendumView, putusanView, type Putusan } from './adendum.view';
import { awalView } from './awal.view';
import { pastikanDapatDisetujui, pastikanPengusul } from './periksa-usulan';

/** Reading addenda and plan awal; deciding on proposals. */
@Controller('instansi/:instansi/rencana/:rencana')
export class PutusanController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly query: SusunanQuery,
    private readonly awal: RencanaAwalService,
    private readonly adendum: AdendumService,
  ) {}

  @Get('adendum')
  @Izin('rencana.lihat')
  async daftar(
    @Param('instansi') instansi: string,
    @Param('rencana') kode: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, rencana, acuan] = await this.buka(instansi, kode, pelaku);
    const adendum = (await this.awal.baca(rencana.id))?.adendum ?? [];
    return daftarAdendumView(tempat, rencana, acuan, adendum, await this.adendum.usulan(rencana.id));
  }

  /** Plan awal and berlaku side by side. */
  @Get('awal')
  @Izin('rencana.lihat')
  async halamanAwal(
    @Param('instansi') instansi: string,
    @Param('rencana') kode: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, rencana, acuan] = await this.buka(instansi, kode, pelaku);
    return awalView(tempat, rencana, acuan, await this.awal.baca(rencana.id));
  }

  @Get('adendum/:usulan/setujui')
  @Izin('rencana.tetapkan')
  halamanSetujui(
    @Param('instansi') instansi: string,
    @Param('rencana') kode: string,
    @Param('usulan') id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    return this.halamanPutusan(instansi, kode, id, pelaku, 'setujui');
  }

  @Post('adendum/:usulan/setujui')
  @Izin('rencana.tetapkan')
  async setujui(
    @Param('instansi') instansi: string,
    @Param('rencana') kode: string,
    @Param('usulan') id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Alihan> {
    const [tempat] = await this.buka(instansi, kode, pelaku);
    await this.adendum.setujui(tempat, kode, id);
    return lanjutRtl(jalurRencana(tempat, kode, 'adendum'), 'adendum-disetujui');
  }

  @Get('adendum/:usulan/tolak')
  @Izin('rencana.tetapkan')
  halamanTolak(
    @Param('instansi') instansi: string,
    @Param('rencana') kode: string,
    @Param('usulan') id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    return this.halamanPutusan(instansi, kode, id, pelaku, 'tolak');
  }

  @Post('adendum/:usulan/tolak')
  @Izin('rencana.tetapkan')
  async tolak(
    @Param('instansi') instansi: string,
    @Param('rencana') kode: string,
    @Param('usulan') id: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const [tempat] = await this.buka(instansi, kode, pelaku);
    const kerja = async ({ alasan }: AlasanDto) => {
      await this.adendum.tolak(tempat, kode, id, alasan);
      return lanjutRtl(jalurRencana(tempat, kode, 'adendum'), 'adendum-ditolak');
    };
    return kirim(AlasanDto, badan, kerja, (ketikan, galat) =>
      this.halamanPutusan(instansi, kode, id, pelaku, 'tolak', ketikan, galat),
    );
  }

  @Get('adendum/:usulan/tarik')
  @Izin('rencana.susun')
  halamanTarik(
    @Param('instansi') instansi: string,
    @Param('rencana') kode: string,
    @Param('usulan') id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    return this.halamanPutusan(instansi, kode, id, pelaku, 'tarik');
  }

  @Post('adendum/:usulan/tarik')
  @Izin('rencana.susun')
  async tarik(
    @Param('instansi') instansi: string,
    @Param('rencana') kode: string,
    @Param('usulan') id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Alihan> {
    const [tempat] = await this.buka(instansi, kode, pelaku);
    await this.adendum.tarik(tempat, kode, id);
    return lanjutRtl(jalurRencana(tempat, kode, 'adendum'), 'adendum-ditarik');
  }

  private async halamanPutusan(
    instansi: string,
    kode: string,
    id: string,
    pelaku: Pelaku,
    putusan: Putusan,
    ketikan: Ketikan = {},
    galat: readonly GalatMedan[] = [],
  ): Promise<Halaman> {
    const [tempat, rencana, acuan] = await this.buka(instansi, kode, pelaku);
    const usulan = await this.cari(tempat, rencana, id);
    if (putusan === 'setujui') pastikanDapatDisetujui(tempat, rencana, usulan, acuan);
    if (putusan === 'tarik') pastikanPengusul(usulan, tempat);
    return putusanView(tempat, rencana, acuan, usulan, putusan, { ketikan, galat });
  }

  private async cari(tempat: Tempat, rencana: RencanaTersusun, id: string): Promise<UsulanAdendumEntity> {
    const usulan = (await this.adendum.usulan(rencana.id)).find((u) => u.id === id);
    if (usulan) return usulan;
    throw new HalamanTidakAda(`Usulan adendum itu tidak ada pada rencana ${rencana.kode}.`, {
      teks: 'Buka daftar adendum',
      tautan: jalurRencana(tempat, rencana.kode, 'adendum'),
    });
  }

  private async buka(instansi: string, kode: string, pelaku: Pelaku): Promise<[Tempat, RencanaTersusun, Acuan]> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const rencana = await this.query.rencana(tempat.instansi.id, kode);
    if (!rencana) throw rencanaTidakAda(tempat, kode);
    return [tempat, rencana, await this.query.acuan(rencana)];
  }
}
