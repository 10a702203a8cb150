import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { HalamanTidakAda } from '../../shared/galat.view';
import { GalatIsian } from '../../shared/isian';
import type { Alihan, Halaman } from '../../shared/tampilan/tampilan';
import { jalurOrganisasi, kirim, lanjut } from '../halaman.view';
import { Organisasi, type Tempat } from '../tempat';
import { OrangQuery, type Orang } from './orang.query';
import { OrangService } from './orang.service';
import { jalurOrang } from './orang.view';
import { AlasanDto } from './tindakan-orang.dto';
import { keluarkanView, lepasTotpView } from './tindakan-orang.view';

const ID = new ParseUUIDPipe({ errorHttpStatusCode: 404 });

/** What an admin does to somebody of the agency beyond giving and ending one role. */
@Controller('instansi/:instansi/organisasi/orang/:orang')
@Izin('organisasi.kelola')
export class TindakanOrangController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly query: OrangQuery,
    private readonly service: OrangService,
  ) {}

  @Get('totp')
  async halamanTotp(
    @Param('instansi') instansi: string,
    @Param('orang', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    return lepasTotpView(...(await this.buka(instansi, id, pelaku)), { ketikan: {}, galat: [] });
  }

  @Post('totp')
  async totp(
    @Param('instansi') instansi: string,
    @Param('orang', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const [tempat, orang] = await this.buka(instansi, id, pelaku);
    const kerja = async ({ alasan }: AlasanDto) => {
      await this.service.lepasTotp(tempat, id, alasan);
      return lanjut(jalurOrang(tempat, id), 'totp-dilepas');
    };
    return kirim(AlasanDto, badan, kerja, (ketikan, galat) => lepasTotpView(tempat, orang, { ketikan, galat }));
  }

  @Get('keluarkan')
  async halamanKeluarkan(
    @Param('instansi') instansi: string,
    @Param('orang', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    return keluarkanView(...(await this.buka(instansi, id, pelaku)), { ketikan: {}, galat: [] });
  }

  @Post('keluarkan')
  async keluarkan(
    @Param('instansi') instansi: string,
    @Param('orang', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const [tempat, orang] = await this.buka(instansi, id, pelaku);
    const kerja = async ({ alasan }: AlasanDto) => {
      try {
        await this.service.keluarkan(tempat, id, alasan);
      } catch (galat) {
        // Told by ending a role, whose form has another field.
        if (galat instanceof GalatIsian) throw new GalatIsian(galat.daftar.map((g) => ({ ...g, medan: 'alasan' })));
        throw galat;
      }
      return lanjut(jalurOrang(tempat, id), 'orang-dikeluarkan');
    };
    return kirim(AlasanDto, badan, kerja, (ketikan, galat) => keluarkanView(tempat, orang, { ketikan, galat }));
  }

  private async buka(instansi: string, id: string, pelaku: Pelaku): Promise<[Tempat, Orang]> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const orang = await this.query.anggota(tempat.instansi.id, id);
    if (!orang)
      throw new HalamanTidakAda(`Orang itu tidak ada pada ${tempat.instansi.nama}.`, {
        teks: 'Buka daftar orang',
        tautan: jalurOrganisasi(tempat, 'orang'),
      });
    return [tempat, orang];
  }
}
