import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { kirim } from '../../organisasi/halaman.view';
import { Organisasi } from '../../organisasi/tempat';
import { berhasil } from '../../shared/tampilan/kabar';
import { Alihan, type Halaman } from '../../shared/tampilan/tampilan';
import { UbahAturanProfilDto } from './aturan-profil.dto';
import { AturanProfilQuery } from './aturan-profil.query';
import { AturanProfilService } from './aturan-profil.service';
import { aturanProfilView, jalurAturanProfil, ketikanAturanProfil } from './aturan-profil.view';

@Controller('instansi/:instansi/survei-profil')
@Izin('survei.kelola')
export class AturanProfilController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly query: AturanProfilQuery,
    private readonly service: AturanProfilService,
  ) {}

  @Get()
  async halaman(@Param('instansi') instansi: string, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const { id } = tempat.instansi;
    const { aturan } = await this.query.berlaku(id);
    const isian = { ketikan: ketikanAturanProfil(aturan), galat: [] };
    return aturanProfilView(tempat, aturan, await this.query.semua(id), isian);
  }

  @Post()
  async ubah(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const { id } = tempat.instansi;
    const kerja = async (dto: UbahAturanProfilDto) => {
      await this.service.ubah(tempat, dto);
      return new Alihan(
        jalurAturanProfil(instansi),
        berhasil('Kelompok profil sudah disimpan; semua survei langsung terbaca begitu.'),
      );
    };
    return kirim(UbahAturanProfilDto, badan, kerja, async (ketikan, galat) => {
      const { aturan } = await this.query.berlaku(id);
      return aturanProfilView(tempat, aturan, await this.query.semua(id), { ketikan, galat });
    });
  }
}
