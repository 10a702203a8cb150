import { Module } from '@nestjs/common';
import { PrioritasModule } from '../prioritas/prioritas.module';
import { KeadaanLaluProgres } from './keadaan-lalu';
import { GabunganModule } from './gabungan/gabungan.module';
import { JendelaModule } from './jendela/jendela.module';
import { LaporModule } from './lapor/lapor.module';

@Module({
  imports: [PrioritasModule, JendelaModule, LaporModule, GabunganModule],
  providers: [KeadaanLaluProgres],
  exports: [JendelaModule, LaporModule],
})
export class ProgresModule {}
