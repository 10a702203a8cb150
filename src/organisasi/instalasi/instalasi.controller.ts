import { Body, Controller, Get, Header, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { PengaturanAuth } from '../../auth/pengaturan';
import { Halaman, type Alihan } from '../../shared/tampilan/tampilan';
import { kirim } from '../halaman.view';
import { BuatInstansiDto } from './instalasi.dto';
import { InstalasiQuery } from './instalasi.query';
import { InstalasiService } from './instalasi.service';
import { buatInstansiView, instalasiView, instansiDibuatView } from './instalasi.view';

@Controller('instalasi')
@Izin('instansi.buat')
export class InstalasiController {
  constructor(
    private readonly query: InstalasiQuery,
    private readonly service: InstalasiService,
    private readonly pengaturan: PengaturanAuth,
  ) {}

  @Get()
  async daftar(): Promise<Halaman> {
    return instalasiView(await this.query.daftar());
  }

  @Get('instansi-baru')
  halamanBuat(): Halaman {
    return buatInstansiView({ zonaWaktu: 'Asia/Jakarta' }, []);
  }

  @Post('instansi-baru')
  @Header('Cache-Control', 'no-store')
  buat(@PelakuKini() pelaku: Pelaku, @Body() badan: unknown, @Req() req: Request): Promise<Halaman | Alihan> {
    const alamat = this.pengaturan.alamatPublik ?? `${req.protocol}://${req.get('host') ?? ''}`;
    return kirim(
      BuatInstansiDto,
      badan,
      async (dto) => instansiDibuatView(dto, await this.service.buat(pelaku, dto), alamat),
      buatInstansiView,
    );
  }
}
