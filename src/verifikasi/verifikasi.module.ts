import { Module } from '@nestjs/common';
import { OrganisasiModule } from '../organisasi/organisasi.module';
import { ProgresModule } from '../progres/progres.module';
import { AntreanController } from './antrean.controller';
import { AntreanQuery } from './antrean.query';
import { BerkasLaporanQuery } from './berkas-laporan.query';
import { DibukaService } from './dibuka.service';
import { HalamanAntrean } from './halaman-antrean';
import { KomentarController } from './komentar.controller';
import { KomentarService } from './komentar.service';
import { PendampingVerifikasi } from './pendamping';
import { PutusanBanyakService } from './putusan-banyak.service';
import { PutusanLaporanController } from './putusan.controller';
import { PutusanService } from './putusan.service';
import { SlotKegiatanQuery } from './slot-kegiatan.query';
import { TidakDapatController } from './tidak-dapat.controller';
import { TidakDapatService } from './tidak-dapat.service';

@Module({
  imports: [OrganisasiModule, ProgresModule],
  controllers: [AntreanController, KomentarController, PutusanLaporanController, TidakDapatController],
  providers: [
    ...[AntreanQuery, BerkasLaporanQuery, DibukaService, HalamanAntrean, KomentarService, PendampingVerifikasi],
    ...[PutusanBanyakService, PutusanService, SlotKegiatanQuery, TidakDapatService],
  ],
  exports: [AntreanQuery, BerkasLaporanQuery, SlotKegiatanQuery],
})
export class VerifikasiModule {}
