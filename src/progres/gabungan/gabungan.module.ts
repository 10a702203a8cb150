import { Module } from '@nestjs/common';
import { OrganisasiModule } from '../../organisasi/organisasi.module';
import { JendelaModule } from '../jendela/jendela.module';
import { LaporModule } from '../lapor/lapor.module';
import { GabunganController } from './gabungan.controller';
import { GabunganQuery } from './gabungan.query';
import { KirimGabunganService } from './kirim-gabungan.service';

/** All reports of a unit for one triwulan, sent with one act. */
@Module({
  imports: [OrganisasiModule, JendelaModule, LaporModule],
  controllers: [GabunganController],
  providers: [GabunganQuery, KirimGabunganService],
})
export class GabunganModule {}
