import { Module } from '@nestjs/common';
import { PrioritasModule } from '../prioritas/prioritas.module';
import { KeadaanLaluProgres } from './keadaan-lalu';
import { ProgresQuery } from './progres.query';

@Module({ imports: [PrioritasModule], providers: [KeadaanLaluProgres, ProgresQuery], exports: [ProgresQuery] })
export class ProgresModule {}
