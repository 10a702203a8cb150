import { Module } from '@nestjs/common';
import { InstrumenModule } from '../instrumen/instrumen.module';
import { OrganisasiModule } from '../organisasi/organisasi.module';
import { KegiatanDiTangan } from './kegiatan-di-tangan';
import { RtlQuery } from './rtl.query';
import { KegiatanService } from './susun/kegiatan.service';
import { PerubahanService } from './susun/perubahan.service';
import { RencanaTerkunci } from './susun/rencana-terkunci';
import { SusunanQuery } from './susun/susunan.query';

@Module({
  imports: [OrganisasiModule, InstrumenModule],
  providers: [RtlQuery, KegiatanDiTangan, KegiatanService, PerubahanService, RencanaTerkunci, SusunanQuery],
  exports: [RtlQuery, KegiatanService, PerubahanService, RencanaTerkunci, SusunanQuery],
})
export class RtlModule {}
