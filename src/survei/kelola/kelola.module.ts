import { Module } from '@nestjs/common';
import { InstrumenModule } from '../../instrumen/instrumen.module';
import { OrganisasiModule } from '../../organisasi/organisasi.module';
import { SurveiQuery } from '../survei.query';
import { HasilSurveiController } from './hasil.controller';
import { KelolaSurveiController } from './kelola.controller';
import { KelolaQuery } from './kelola.query';
import { KelolaSurveiService } from './kelola.service';
import { DaftarSandaran } from './sandaran';
import { StatusSurveiController } from './status.controller';
import { StatusSurveiService } from './status.service';

/** Surveys as people make, fill in and confirm them. */
@Module({
  imports: [InstrumenModule, OrganisasiModule],
  controllers: [KelolaSurveiController, HasilSurveiController, StatusSurveiController],
  providers: [DaftarSandaran, KelolaQuery, KelolaSurveiService, StatusSurveiService, SurveiQuery],
  exports: [DaftarSandaran],
})
export class KelolaSurveiModule {}
