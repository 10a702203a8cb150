import { Body, Controller, Get, Header, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { PengaturanAuth } from '../../auth/pengaturan';
import { Halaman, type Alihan } from '../../shared/tampilan/tampilan';
import { kirim } from '../halaman.view';
import { AdminPertamaDto, BuatInstansiDto } from './instalasi.dto';
import { InstalasiQuery } from './instalasi.query';
import { InstalasiService } from './instalasi.service';
import {
  adminPertamaView,
  buatInstansiView,
  instalasiView,
  instansiDibuatView,
  tautanAdminView,
  tunjukAdminView,
} from './instalasi.view';

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

  @Get('admin-pertama/:kode')
  async halamanAdminPertama(@Param('kode') kode: string): Promise<Halaman> {
    const instansi = await this.service.instansi(kode);
    return (await this.service.tanpaAdmin(kode)) ? tunjukAdminView(instansi, {}, []) : adminPertamaView(instansi);
  }

  @Post('admin-pertama/:kode')
  @Header('Cache-Control', 'no-store')
  async adminPertama(
    @PelakuKini() pelaku: Pelaku,
    @Param('kode') kode: string,
    @Body() badan: unknown,
    @Req() req: Request,
  ): Promise<Halaman | Alihan> {
    const alamat = this.pengaturan.alamatPublik ?? `${req.protocol}://${req.get('host') ?? ''}`;
    const instansi = await this.service.instansi(kode);
    // Whoever filled the form in means that person, though another was named in the meantime.
    const menunjuk = typeof badan === 'object' && badan !== null && Object.hasOwn(badan, 'adminSurel');
    if (menunjuk || (await this.service.tanpaAdmin(kode))) {
      return kirim(
        AdminPertamaDto,
        badan,
        async (dto) => tautanAdminView(dto.adminNama, await this.service.tunjukAdminPertama(pelaku, kode, dto), alamat),
        (ketikan, galat) => tunjukAdminView(instansi, ketikan, galat),
      );
    }
    const { hasil, nama } = await this.service.tautanAdminPertama(pelaku, kode);
    return tautanAdminView(nama, hasil, alamat);
  }
}
