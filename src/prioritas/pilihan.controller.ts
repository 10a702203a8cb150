import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Izin, PelakuKini } from '../auth/izin.dekorator';
import type { Pelaku } from '../auth/pelaku';
import { kirim } from '../organisasi/halaman.view';
import { Organisasi, type Tempat } from '../organisasi/tempat';
import { jalurRencana } from '../rtl/halaman/halaman-rtl.view';
import { pastikanDraf } from '../rtl/susun/rencana-terkunci';
import type { PrioritasTersusun } from '../rtl/susun/susunan';
import { GalatPengguna } from '../shared/galat';
import { bacaKetikan } from '../shared/isian';
import { berhasil } from '../shared/tampilan/kabar';
import { Alihan, type Halaman } from '../shared/tampilan/tampilan';
import { teksKueri } from '../shared/tampilan/tautan';
import { acuanPrioritas, BahanPrioritasQuery, type BahanPilihan } from './bahan-prioritas.query';
import {
  gabungPrioritasView,
  keluarkanPrioritasView,
  lewatiUnsurView,
  prioritasFormulirView,
  type Isian,
} from './formulir-prioritas.view';
import { prioritasTidakAda } from './galat-prioritas';
import { isiPrioritas, ketikanPrioritas } from './ketikan-prioritas';
import { LewatiService } from './lewati.service';
import { judulBaku } from './pilihan.rules';
import { GabungPrioritasDto, KeluarkanPrioritasDto, LewatiUnsurDto, PrioritasDto } from './prioritas.dto';
import { PrioritasService } from './prioritas.service';

type Dibuka = readonly [tempat: Tempat, bahan: BahanPilihan, prioritas: PrioritasTersusun];
type Jawaban = Promise<Halaman | Alihan>;

const KOSONG: Isian = { ketikan: {}, galat: [] };

/** The forms on priorities of a plan in draf. */
@Controller('instansi/:instansi/rencana/:rencana')
export class PilihanController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly bahan: BahanPrioritasQuery,
    private readonly prioritas: PrioritasService,
    private readonly lewati: LewatiService,
  ) {}

  @Get('prioritas-baru')
  @Izin('prioritas.kelola')
  async halamanBaru(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @PelakuKini() pelaku: Pelaku,
    @Query() kueri: Record<string, unknown>,
  ): Promise<Halaman> {
    const [tempat, bahan] = await this.bukaDraf(instansi, rencana, pelaku);
    const { unsur: nama } = acuanPrioritas(bahan);
    const unsur = teksKueri(kueri['unsur']);
    const saran = teksKueri(kueri['saran'], 2000);
    const ketikan = nama.has(unsur)
      ? { 'unsur.1': unsur, asal: 'unsur', judul: judulBaku([unsur], nama) }
      : { asal: saran === '' ? (bahan.usulan.length > 0 ? 'unsur' : 'bebas') : 'saran', alasan: saran };
    return prioritasFormulirView(tempat, bahan, null, { ketikan, galat: [] });
  }

  @Post('prioritas-baru')
  @Izin('prioritas.kelola')
  async baru(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Jawaban {
    const [tempat, bahan] = await this.buka(instansi, rencana, pelaku);
    const kerja = async (dto: PrioritasDto) => {
      await this.prioritas.buat(tempat, rencana, isiPrioritas(dto, bacaKetikan(badan), acuanPrioritas(bahan).unsur));
      return this.ke(tempat, rencana, 'Prioritas sudah ditambahkan.');
    };
    return kirim(PrioritasDto, badan, kerja, async (ketikan, galat) => {
      const [, kini] = await this.buka(instansi, rencana, pelaku);
      return prioritasFormulirView(tempat, kini, null, { ketikan, galat });
    });
  }

  @Get('prioritas/:prioritas/ubah')
  @Izin('prioritas.kelola')
  async halamanUbah(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @Param('prioritas') id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, bahan, p] = await this.bukaSatuDraf(instansi, rencana, id, pelaku);
    return prioritasFormulirView(tempat, bahan, p, { ketikan: ketikanPrioritas(p), galat: [] });
  }

  @Post('prioritas/:prioritas/ubah')
  @Izin('prioritas.kelola')
  async ubah(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @Param('prioritas') id: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Jawaban {
    const [tempat, bahan] = await this.bukaSatu(instansi, rencana, id, pelaku);
    const kerja = async (dto: PrioritasDto) => {
      const isi = isiPrioritas(dto, bacaKetikan(badan), acuanPrioritas(bahan).unsur);
      await this.prioritas.ubah(tempat, rencana, id, dto.versi, isi);
      return this.ke(tempat, rencana, 'Prioritas sudah disimpan.');
    };
    return kirim(PrioritasDto, badan, kerja, async (ketikan, galat) => {
      const [, kini, p] = await this.bukaSatu(instansi, rencana, id, pelaku);
      return prioritasFormulirView(tempat, kini, p, { ketikan, galat });
    });
  }

  @Get('prioritas/:prioritas/gabung')
  @Izin('prioritas.kelola')
  async halamanGabung(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @Param('prioritas') id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, bahan, p] = await this.bukaSatuDraf(instansi, rencana, id, pelaku);
    if (bahan.rencana.prioritas.length < 2) throw new GalatPengguna('Prioritasnya hanya satu, jadi tidak ada yang digabungkan.');
    return gabungPrioritasView(tempat, bahan, p, { ketikan: { judul: p.judul }, galat: [] });
  }

  @Post('prioritas/:prioritas/gabung')
  @Izin('prioritas.kelola')
  async gabung(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @Param('prioritas') id: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Jawaban {
    const [tempat] = await this.bukaSatu(instansi, rencana, id, pelaku);
    const kerja = async (dto: GabungPrioritasDto) => {
      await this.prioritas.gabung(tempat, rencana, id, dto);
      return this.ke(tempat, rencana, 'Kedua prioritas sudah digabungkan, beserta kegiatannya.');
    };
    return kirim(GabungPrioritasDto, badan, kerja, async (ketikan, galat) => {
      const [, kini, p] = await this.bukaSatu(instansi, rencana, id, pelaku);
      return gabungPrioritasView(tempat, kini, p, { ketikan, galat });
    });
  }

  @Get('prioritas/:prioritas/keluarkan')
  @Izin('prioritas.kelola')
  async halamanKeluarkan(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @Param('prioritas') id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    return keluarkanPrioritasView(...(await this.bukaSatuDraf(instansi, rencana, id, pelaku)), KOSONG);
  }

  @Post('prioritas/:prioritas/keluarkan')
  @Izin('prioritas.kelola')
  async keluarkan(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @Param('prioritas') id: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Jawaban {
    const [tempat] = await this.bukaSatu(instansi, rencana, id, pelaku);
    const kerja = async ({ versi, alasan }: KeluarkanPrioritasDto) => {
      await this.prioritas.keluarkan(tempat, rencana, id, versi, alasan);
      return this.ke(tempat, rencana, 'Prioritas sudah dikeluarkan.');
    };
    return kirim(KeluarkanPrioritasDto, badan, kerja, async (ketikan, galat) =>
      keluarkanPrioritasView(...(await this.bukaSatu(instansi, rencana, id, pelaku)), { ketikan, galat }),
    );
  }

  @Get('prioritas-lewati/:unsur')
  @Izin('prioritas.kelola')
  async halamanLewati(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @Param('unsur') unsur: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, bahan] = await this.bukaDraf(instansi, rencana, pelaku);
    if (!bahan.usulan.some((u) => u.unsur === unsur && u.terendah)) throw prioritasTidakAda(tempat, rencana);
    return lewatiUnsurView(tempat, bahan, unsur, { ketikan: { alasan: bahan.dilewati.get(unsur) ?? '' }, galat: [] });
  }

  @Post('prioritas-lewati/:unsur')
  @Izin('prioritas.kelola')
  async lewatiUnsur(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @Param('unsur') unsur: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Jawaban {
    const [tempat, bahan] = await this.buka(instansi, rencana, pelaku);
    if (!bahan.usulan.some((u) => u.unsur === unsur)) throw prioritasTidakAda(tempat, rencana);
    const kerja = async ({ alasan }: LewatiUnsurDto) => {
      await this.lewati.lewati(tempat, rencana, unsur, alasan);
      return this.ke(tempat, rencana, `${unsur} dilewati; alasannya tercetak pada laporan.`);
    };
    return kirim(LewatiUnsurDto, badan, kerja, (ketikan, galat) => lewatiUnsurView(tempat, bahan, unsur, { ketikan, galat }));
  }

  private ke(tempat: Tempat, rencana: string, teks: string): Alihan {
    return new Alihan(jalurRencana(tempat, rencana, 'prioritas'), berhasil(teks));
  }

  /** @throws {GalatTerkunci} for a plan that is locked: its forms are not opened. What was typed before is refused by the act. */
  private async bukaDraf(instansi: string, kode: string, pelaku: Pelaku): Promise<[Tempat, BahanPilihan]> {
    const [tempat, bahan] = await this.buka(instansi, kode, pelaku);
    pastikanDraf(bahan.rencana);
    return [tempat, bahan];
  }

  private async bukaSatuDraf(instansi: string, kode: string, id: string, pelaku: Pelaku): Promise<Dibuka> {
    const dibuka = await this.bukaSatu(instansi, kode, id, pelaku);
    pastikanDraf(dibuka[1].rencana);
    return dibuka;
  }

  private async buka(instansi: string, kode: string, pelaku: Pelaku): Promise<[Tempat, BahanPilihan]> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const rencana = await this.bahan.rencana(tempat, kode);
    return [tempat, await this.bahan.pilihan(tempat, rencana)];
  }

  private async bukaSatu(instansi: string, kode: string, id: string, pelaku: Pelaku): Promise<Dibuka> {
    const [tempat, bahan] = await this.buka(instansi, kode, pelaku);
    const p = bahan.rencana.prioritas.find((x) => x.id === id);
    if (!p) throw prioritasTidakAda(tempat, kode);
    return [tempat, bahan, p];
  }
}
