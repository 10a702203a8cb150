import { Module } from '@nestjs/common';
import { PrioritasModule } from '../prioritas/prioritas.module';
import { KeadaanLaluProgres } from './keadaan-lalu';
import { GabunganModule } from './gabungan/gabungan.module';
import { JendelaModule } from './jendela/jendela.module';
import { LaporModule } from './lapor/lapor.module';
import { ProgresQuery } from './progres.query';

@Module({
  imports: [PrioritasModule, JendelaModule, LaporModule, GabunganModule],
  providers: [KeadaanLaluProgres, ProgresQuery],
  exports: [JendelaModule, LaporModule, ProgresQuery],
})
export class ProgresModule {}
