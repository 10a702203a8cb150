import { Controller, Get, Header, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import { PintuService } from '../../auth/masuk/pintu.service';
import type { Pelaku } from '../../auth/pelaku';
import { HalamanTidakAda } from '../../shared/galat.view';
import type { Alihan, Halaman } from '../../shared/tampilan/tampilan';
import { jalurOrganisasi, lanjut } from '../halaman.view';
import { Organisasi, type Tempat } from '../tempat';
import { JawabanUndangan } from './jawaban-undangan.service';
import { UndanganPeranQuery, type Undangan } from './undangan-peran.query';
import { UndanganPeranService } from './undangan-peran.service';
import { buatTautanUndanganView, tarikView, tautanUndanganView } from './undangan.view';

const ID = new ParseUUIDPipe({ errorHttpStatusCode: 404 });

/** The agency's side: withdraw an invitation, hand over its link. */
@Controller('instansi/:instansi/organisasi/undangan/:undangan')
@Izin('organisasi.kelola')
export class UndanganController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly query: UndanganPeranQuery,
    private readonly service: UndanganPeranService,
    private readonly jawaban: JawabanUndangan,
    private readonly pintu: PintuService,
  ) {}

  @Get('tarik')
  async halamanTarik(
    @Param('instansi') instansi: string,
    @Param('undangan', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    return tarikView(...(await this.buka(instansi, id, pelaku)));
  }

  @Post('tarik')
  async tarik(
    @Param('instansi') instansi: string,
    @Param('undangan', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Alihan> {
    const [tempat] = await this.buka(instansi, id, pelaku);
    await this.service.tarik(tempat, id);
    return lanjut(jalurOrganisasi(tempat, 'orang'), 'undangan-ditarik');
  }

  @Get('tautan')
  async halamanTautan(
    @Param('instansi') instansi: string,
    @Param('undangan', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    return buatTautanUndanganView(...(await this.buka(instansi, id, pelaku)));
  }

  @Post('tautan')
  @Header('Cache-Control', 'no-store')
  async tautan(
    @Param('instansi') instansi: string,
    @Param('undangan', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
    @Req() req: Request,
  ): Promise<Halaman> {
    const [tempat, undangan] = await this.buka(instansi, id, pelaku);
    return tautanUndanganView(tempat, undangan, `${this.pintu.alamat(req)}${await this.jawaban.serahkan(tempat, id)}`);
  }

  private async buka(instansi: string, id: string, pelaku: Pelaku): Promise<[Tempat, Undangan]> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const undangan = await this.query.satu(tempat.instansi.id, id);
    if (!undangan)
      throw new HalamanTidakAda(`Undangan itu tidak ada pada ${tempat.instansi.nama}.`, {
        teks: 'Buka daftar orang',
        tautan: jalurOrganisasi(tempat, 'orang'),
      });
    return [tempat, undangan];
  }
}
