import { Module } from '@nestjs/common';
import { InstrumenModule } from '../instrumen/instrumen.module';
import { OrganisasiModule } from '../organisasi/organisasi.module';
import { RtlModule } from '../rtl/rtl.module';
import { SurveiModule } from '../survei/survei.module';
import { BahanPrioritasQuery } from './bahan-prioritas.query';
import { SumberKeadaanLalu } from './keadaan-lalu';
import { LanjutanController } from './lanjutan.controller';
import { LanjutanQuery } from './lanjutan.query';
import { LanjutanService } from './lanjutan.service';
import { LewatiService } from './lewati.service';
import { PilihanController } from './pilihan.controller';
import { PrioritasController } from './prioritas.controller';
import { PrioritasService } from './prioritas.service';
import { SaranPrioritasController } from './saran/saran-prioritas.controller';
import { SaranPrioritasService } from './saran/saran-prioritas.service';

@Module({
  imports: [InstrumenModule, OrganisasiModule, RtlModule, SurveiModule],
  controllers: [LanjutanController, PilihanController, PrioritasController, SaranPrioritasController],
  providers: [
    BahanPrioritasQuery,
    LanjutanQuery,
    LanjutanService,
    LewatiService,
    PrioritasService,
    SaranPrioritasService,
    SumberKeadaanLalu,
  ],
  exports: [PrioritasService, SumberKeadaanLalu],
})
export class PrioritasModule {}
