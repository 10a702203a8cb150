import { Module } from '@nestjs/common';
import { InstrumenModule } from '../../instrumen/instrumen.module';
import { OrganisasiModule } from '../../organisasi/organisasi.module';
import { BanyakSaranController } from './banyak-saran.controller';
import { BanyakSaranService } from './banyak-saran.service';
import { DaftarSaranController } from './daftar-saran.controller';
import { SaranQuery } from './saran.query';
import { SaranService } from './saran.service';
import { SatuSaranController } from './satu-saran.controller';
import { DaftarTautanSaran } from './sumber-tautan-saran';
import { BukaSaran } from './tempat-saran';
import { TindakanSaranService } from './tindakan-saran.service';

/** The fixed addresses (`terbit`, `tambah`, `tetapkan`) come before the one with a number. */
@Module({
  imports: [OrganisasiModule, InstrumenModule],
  controllers: [DaftarSaranController, BanyakSaranController, SatuSaranController],
  providers: [BanyakSaranService, BukaSaran, DaftarTautanSaran, SaranQuery, SaranService, TindakanSaranService],
  exports: [BukaSaran, DaftarTautanSaran, SaranQuery, SaranService],
})
export class SaranModule {}
