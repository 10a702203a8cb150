import { Module } from '@nestjs/common';
import { OrganisasiModule } from '../organisasi/organisasi.module';
import { SaranModule } from '../survei/saran/saran.module';
import { KegiatanDiTangan } from './kegiatan-di-tangan';
import { RtlQuery } from './rtl.query';
import { SaranPrioritasController } from './saran/saran-prioritas.controller';
import { SaranPrioritasService } from './saran/saran-prioritas.service';
import { SaranTindakLanjutQuery } from './saran/saran-tindak-lanjut.query';
import { TautanRencana } from './saran/tautan-rencana';

@Module({
  imports: [OrganisasiModule, SaranModule],
  controllers: [SaranPrioritasController],
  providers: [KegiatanDiTangan, RtlQuery, SaranPrioritasService, SaranTindakLanjutQuery, TautanRencana],
  exports: [RtlQuery, SaranTindakLanjutQuery],
})
export class RtlModule {}
