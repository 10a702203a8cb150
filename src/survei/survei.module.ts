import { Module } from '@nestjs/common';
import { OrganisasiModule } from '../organisasi/organisasi.module';
import { AturanProfilController } from './profil/aturan-profil.controller';
import { AturanProfilQuery } from './profil/aturan-profil.query';
import { AturanProfilService } from './profil/aturan-profil.service';
import { SurveiQuery } from './survei.query';
import { SaranModule } from './saran/saran.module';
import { UraianSurveiQuery } from './uraian.query';

@Module({
  imports: [ImporResponsModule, OrganisasiModule, SaranModule],
  controllers: [AturanProfilController],
  providers: [AturanProfilQuery, AturanProfilService, SurveiQuery, UraianSurveiQuery],
  exports: [AturanProfilQuery, SurveiQuery, UraianSurveiQuery, SaranModule],
})
export class SurveiModule {}
