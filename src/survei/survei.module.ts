import { Module } from '@nestjs/common';
import { OrganisasiModule } from '../organisasi/organisasi.module';
import { ImporResponsModule } from './impor/impor.module';
import { AturanProfilController } from './profil/aturan-profil.controller';
import { AturanProfilQuery } from './profil/aturan-profil.query';
import { AturanProfilService } from './profil/aturan-profil.service';
import { KelolaSurveiModule } from './kelola/kelola.module';
import { SaranModule } from './saran/saran.module';
import { SurveiQuery } from './survei.query';
import { UraianSurveiQuery } from './uraian.query';

@Module({
  imports: [ImporResponsModule, KelolaSurveiModule, OrganisasiModule, SaranModule],
  controllers: [AturanProfilController],
  providers: [AturanProfilQuery, AturanProfilService, SurveiQuery, UraianSurveiQuery],
  exports: [AturanProfilQuery, SurveiQuery, UraianSurveiQuery, SaranModule, KelolaSurveiModule],
})
export class SurveiModule {}
