import { Module } from '@nestjs/common';
import { InstrumenModule } from '../instrumen/instrumen.module';
import { OrganisasiModule } from '../organisasi/organisasi.module';
import { SurveiModule } from '../survei/survei.module';
import { AdendumService } from './adendum/adendum.service';
import { PenerapAdendum } from './adendum/penerap-adendum';
import { PutusanController } from './adendum/putusan.controller';
import { UsulkanController } from './adendum/usulkan.controller';
import { RencanaAwalService } from './awal/rencana-awal.service';
import { SlotService } from './awal/slot.service';
import { KekuranganQuery } from './hidup/kekurangan.query';
import { RencanaController } from './hidup/rencana.controller';
import { KegiatanController } from './kegiatan/kegiatan.controller';
import { KegiatanDiTangan } from './kegiatan-di-tangan';
import { KelompokController } from './kelompok/kelompok.controller';
import { KelompokService } from './kelompok/kelompok.service';
import { RtlQuery } from './rtl.query';
import { KaitanSaranService } from './saran/kaitan-saran.service';
import { SaranTindakLanjutQuery } from './saran/saran-tindak-lanjut.query';
import { TautanRencana } from './saran/tautan-rencana';
import { DilewatiService } from './susun/dilewati.service';
import { KegiatanService } from './susun/kegiatan.service';
import { PerubahanService } from './susun/perubahan.service';
import { RencanaTerkunci } from './susun/rencana-terkunci';
import { RencanaService } from './susun/rencana.service';
import { SusunanQuery } from './susun/susunan.query';

const DIPAKAI_LUAR = [
  ...[
    AdendumService,
    DilewatiService,
    KegiatanService,
    KelompokService,
    PerubahanService,
    RencanaAwalService,
    RencanaService,
    RencanaTerkunci,
  ],
  ...[KaitanSaranService, RtlQuery, SaranTindakLanjutQuery, SlotService, SusunanQuery],
];

@Module({
  imports: [OrganisasiModule, InstrumenModule, SurveiModule],
  controllers: [KegiatanController, KelompokController, PutusanController, RencanaController, UsulkanController],
  providers: [...DIPAKAI_LUAR, KegiatanDiTangan, KekuranganQuery, PenerapAdendum, TautanRencana],
  exports: DIPAKAI_LUAR,
})
export class RtlModule {}
