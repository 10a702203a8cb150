import { Module } from '@nestjs/common';
import { PrioritasModule } from '../prioritas/prioritas.module';
import { KeadaanLaluProgres } from './keadaan-lalu';
import { LaporModule } from './lapor/lapor.module';
import { ProgresQuery } from './progres.query';

@Module({
  imports: [PrioritasModule, LaporModule],
  providers: [KeadaanLaluProgres, ProgresQuery],
  exports: [LaporModule, ProgresQuery],
})
export class ProgresModule {}
