import { Module } from '@nestjs/common';
import { OrganisasiModule } from '../organisasi/organisasi.module';
import { AturanProfilController } from './profil/aturan-profil.controller';
import { AturanProfilQuery } from './profil/aturan-profil.query';
import { AturanProfilService } from './profil/aturan-profil.service';
import { SurveiQuery } from './survei.query';
import { UraianSurveiQuery } from './uraian.query';

@Module({
  imports: [OrganisasiModule],
  controllers: [AturanProfilController],
  providers: [AturanProfilQuery, AturanProfilService, SurveiQuery, UraianSurveiQuery],
  exports: [AturanProfilQuery, SurveiQuery, UraianSurveiQuery],
})
export class SurveiModule {}
