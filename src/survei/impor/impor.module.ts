import { Module } from '@nestjs/common';
import { InstrumenModule } from '../../instrumen/instrumen.module';
import { OrganisasiModule } from '../../organisasi/organisasi.module';
import { StorageModule } from '../../storage/storage.module';
import { AturanProfilQuery } from '../profil/aturan-profil.query';
import { SaranModule } from '../saran/saran.module';
import { ContohService } from './contoh.service';
import { GandaService } from './ganda.service';
import { HapusResponsService } from './hapus-respons.service';
import { ImporController } from './impor.controller';
import { ImporResponsService } from './impor-respons.service';
import { PeriksaService } from './periksa.service';
import { TempatImpor } from './tempat-impor';
import { TerapkanService } from './terapkan.service';
import { UnggahController } from './unggah.controller';

/** Raw answers from a file into a survey. */
@Module({
  imports: [InstrumenModule, OrganisasiModule, SaranModule, StorageModule],
  controllers: [UnggahController, ImporController],
  providers: [
    AturanProfilQuery,
    ContohService,
    GandaService,
    HapusResponsService,
    ImporResponsService,
    PeriksaService,
    TempatImpor,
    TerapkanService,
  ],
})
export class ImporResponsModule {}
