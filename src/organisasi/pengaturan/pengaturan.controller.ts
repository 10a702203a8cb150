import { Body, Controller, Get, NotFoundException, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { GalatIsian } from '../../shared/isian';
import { Halaman, type Alihan } from '../../shared/tampilan/tampilan';
import { jalurOrganisasi, kirim, lanjut } from '../halaman.view';
import { Organisasi } from '../tempat';
import { UbahAturanDto, UbahPengaturanDto } from './pengaturan.dto';
import { PengaturanService } from './pengaturan.service';
import {
  ketikanAturan,
  ketikanPengaturan,
  lepasLogoView,
  logoView,
  pengaturanView,
  ubahAturanView,
  ubahPengaturanView,
} from './pengaturan.view';

@Controller('instansi/:instansi/organisasi')
@Izin('organisasi.kelola')
export class PengaturanController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly service: PengaturanService,
  ) {}

  @Get('pengaturan')
  @Izin('organisasi.periksa')
  async satu(@Param('instansi') instansi: string, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const { id } = tempat.instansi;
    return pengaturanView(tempat, await this.service.satu(id), await this.service.aturan(id));
  }

  @Get('pengaturan/ubah')
  async halamanUbah(@Param('instansi') instansi: string, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const kini = await this.service.satu(tempat.instansi.id);
    return ubahPengaturanView(tempat, kini, { ketikan: ketikanPengaturan(kini), galat: [] });
  }

  @Post('pengaturan/ubah')
  async ubah(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const kerja = async (dto: UbahPengaturanDto) => {
      await this.service.ubah(tempat, dto);
      return lanjut(jalurOrganisasi(tempat, 'pengaturan'), 'pengaturan-diubah');
    };
    return kirim(UbahPengaturanDto, badan, kerja, async (ketikan, galat) =>
      ubahPengaturanView(tempat, await this.service.satu(tempat.instansi.id), { ketikan, galat }),
    );
  }

  @Get('pengaturan/aturan')
  async halamanAturan(@Param('instansi') instansi: string, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const [kini] = await this.service.aturan(tempat.instansi.id);
    return ubahAturanView(tempat, { ketikan: ketikanAturan(kini), galat: [] });
  }

  @Post('pengaturan/aturan')
  async aturan(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const kerja = async (dto: UbahAturanDto) => {
      await this.service.ubahAturan(tempat, dto);
      return lanjut(jalurOrganisasi(tempat, 'pengaturan'), 'aturan-diubah');
    };
    return kirim(UbahAturanDto, badan, kerja, (ketikan, galat) => ubahAturanView(tempat, { ketikan, galat }));
  }

  @Get('pengaturan/logo')
  async halamanLogo(@Param('instansi') instansi: string, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    return logoView(await this.organisasi.buka(instansi, pelaku), []);
  }

  @Post('pengaturan/logo')
  async unggah(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Req() req: Request,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    try {
      await this.service.gantiLogo(tempat, req.unggahan?.medan === 'logo' ? req.unggahan.isi : new Uint8Array());
    } catch (galat) {
      if (galat instanceof GalatIsian) return logoView(tempat, galat.daftar);
      throw galat;
    }
    return lanjut(jalurOrganisasi(tempat, 'pengaturan'), 'logo-diganti');
  }

  @Get('pengaturan/logo/lepas')
  async halamanLepas(@Param('instansi') instansi: string, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    return lepasLogoView(await this.organisasi.buka(instansi, pelaku));
  }

  @Post('pengaturan/logo/lepas')
  async lepas(@Param('instansi') instansi: string, @PelakuKini() pelaku: Pelaku): Promise<Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    await this.service.gantiLogo(tempat, null);
    return lanjut(jalurOrganisasi(tempat, 'pengaturan'), 'logo-dilepas');
  }

  /** The address carries the version, so that a new logo is seen at once. */
  @Get('logo')
  @Izin('organisasi.lihat')
  async logo(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Res({ passthrough: true }) res: Response,
  ): Promise<StreamableFile> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const logo = await this.service.logo(tempat.instansi.id);
    if (!logo) throw new NotFoundException();
    res.set({ 'Cache-Control': 'private, max-age=3600', 'Content-Security-Policy': "default-src 'none'; sandbox" });
    return new StreamableFile(logo.isi, { type: logo.jenis, length: logo.isi.length, disposition: 'inline' });
  }
}
