import { Module } from '@nestjs/common';
import { InstrumenModule } from '../instrumen/instrumen.module';
import { OrganisasiModule } from '../organisasi/organisasi.module';
import { ProgresModule } from '../progres/progres.module';
import { RtlModule } from '../rtl/rtl.module';
import { SurveiModule } from '../survei/survei.module';
import { BerkasQuery } from './berkas.query';
import { LaporanQuery } from './laporan.query';

@Module({
  imports: [OrganisasiModule, InstrumenModule, SurveiModule, RtlModule, ProgresModule],
  providers: [LaporanQuery, BerkasQuery],
  exports: [LaporanQuery, BerkasQuery],
})
export class LaporanModule {}
