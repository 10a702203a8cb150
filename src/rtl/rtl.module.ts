import { Module } from '@nestjs/common';
import { OrganisasiModule } from '../organisasi/organisasi.module';
import { KegiatanDiTangan } from './kegiatan-di-tangan';
import { RtlQuery } from './rtl.query';

@Module({ imports: [OrganisasiModule], providers: [RtlQuery, KegiatanDiTangan], exports: [RtlQuery] })
export class RtlModule {}
