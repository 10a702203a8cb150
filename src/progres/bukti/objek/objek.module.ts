import { Module } from '@nestjs/common';
import { bacaKonfigurasi } from '../../../config';
import { OrganisasiModule } from '../../../organisasi/organisasi.module';
import { TempatLaporQuery } from '../../lapor/tempat-lapor.query';
import { JadwalBukti } from '../jadwal-bukti';
import { Pemindai } from '../jenis/pemindai';
import { CekTautanService } from '../tautan/cek-tautan.service';
import { Pengunjung } from '../tautan/pengunjung';
import { UnduhController } from '../unduh/unduh.controller';
import { UnduhService } from '../unduh/unduh.service';
import { BerkasService } from './berkas.service';
import { KesesuaianBerkas } from './kesesuaian.service';

/** Files and links of evidence: taken in, kept, given out, looked after. */
@Module({
  imports: [OrganisasiModule],
  controllers: [UnduhController],
  providers: [
    ...[BerkasService, CekTautanService, JadwalBukti, KesesuaianBerkas, TempatLaporQuery, UnduhService],
    { provide: Pemindai, useFactory: () => new Pemindai(bacaKonfigurasi().clamd) },
    { provide: Pengunjung, useFactory: () => new Pengunjung() },
  ],
  exports: [BerkasService, CekTautanService, KesesuaianBerkas],
})
export class ObjekModule {}
