import { Logger, Module } from '@nestjs/common';
import { bacaKonfigurasi } from '../config';
import { InstrumenModule } from '../instrumen/instrumen.module';
import { OrganisasiModule } from '../organisasi/organisasi.module';
import { ProgresModule } from '../progres/progres.module';
import { RtlModule } from '../rtl/rtl.module';
import { SurveiModule } from '../survei/survei.module';
import { StorageModule } from '../storage/storage.module';
import { BerkasQuery } from './berkas.query';
import { Peramban } from './cetak/peramban';
import { FotoBuktiQuery } from './foto-bukti.query';
import { LaporanController } from './laporan.controller';
import { LaporanQuery } from './laporan.query';
import { LaporanService } from './laporan.service';
import { PdfService } from './pdf.service';
import { SandaranSurvei } from './sandaran-survei';
import { CetakTandaTerimaController } from './tanda-terima/tanda-terima.controller';

@Module({
  imports: [OrganisasiModule, InstrumenModule, SurveiModule, RtlModule, ProgresModule, StorageModule],
  controllers: [LaporanController, CetakTandaTerimaController],
  providers: [
    SandaranSurvei,
    LaporanQuery,
    BerkasQuery,
    FotoBuktiQuery,
    LaporanService,
    PdfService,
    {
      provide: Peramban,
      useFactory: () => {
        const { chromium, folderData } = bacaKonfigurasi();
        const pencatat = new Logger(Peramban.name);
        return new Peramban({ chromium, folderData, catat: (pesan) => pencatat.log(pesan) });
      },
    },
  ],
  exports: [LaporanQuery, BerkasQuery, LaporanService],
})
export class LaporanModule {}
