import { Module } from '@nestjs/common';
import { InstrumenModule } from '../instrumen/instrumen.module';
import { LaporanModule } from '../laporan/laporan.module';
import { OrganisasiModule } from '../organisasi/organisasi.module';
import { ProgresModule } from '../progres/progres.module';
import { RtlModule } from '../rtl/rtl.module';
import { SurveiModule } from '../survei/survei.module';
import { EksporQuery } from './ekspor.query';
import { ImporService } from './impor.service';

@Module({
  imports: [OrganisasiModule, InstrumenModule, SurveiModule, RtlModule, ProgresModule, LaporanModule],
  providers: [ImporService, EksporQuery],
  exports: [ImporService, EksporQuery],
})
export class PaketModule {}
