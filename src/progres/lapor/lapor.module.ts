import { Module } from '@nestjs/common';
import { OrganisasiModule } from '../../organisasi/organisasi.module';
import { ObjekModule } from '../bukti/objek/objek.module';
import { BuktiController } from '../bukti/unggah/bukti.controller';
import { BuktiLaporanQuery } from '../bukti/unggah/bukti-laporan.query';
import { BuktiLaporanService } from '../bukti/unggah/bukti-laporan.service';
import { FormulirSekitar } from '../bukti/unggah/formulir-sekitar';
import { IsianBuktiService } from '../bukti/unggah/isian-bukti.service';
import { TeleponController } from '../bukti/unggah/telepon.controller';
import { TeleponHalamanController } from '../bukti/unggah/telepon-halaman.controller';
import { TeleponService } from '../bukti/unggah/telepon.service';
import { UnggahanController } from '../bukti/unggah/unggahan.controller';
import { UnggahanService } from '../bukti/unggah/unggahan.service';
import { PendampingLaporan } from '../pendamping-laporan';
import { ProgresQuery } from '../progres.query';
import { BukaTandaTerima } from './buka-tanda-terima';
import { FormulirLaporService } from './formulir-lapor.service';
import { HalamanLaporQuery } from './halaman-lapor.query';
import { IsianService } from './isian.service';
import { KeadaanLaporanService } from './keadaan-laporan.service';
import { LaluQuery } from './lalu.query';
import { LaporController } from './lapor.controller';
import { LaporanSlotService } from './laporan-slot.service';
import { PejabatQuery } from './pejabat.query';
import { PengajuanService } from './pengajuan.service';
import { SimpanOtomatis } from './simpan-otomatis.service';
import { TandaTerimaController } from './tanda-terima.controller';
import { TandaTerimaQuery } from './tanda-terima.query';
import { TemuanLaporanQuery } from './temuan-laporan.query';
import { TempatLaporQuery } from './tempat-lapor.query';

const DIPAKAI_LUAR = [
  ...[BukaTandaTerima, IsianService, KeadaanLaporanService, LaluQuery, LaporanSlotService, PejabatQuery, PendampingLaporan],
  ...[PengajuanService, TandaTerimaQuery, TempatLaporQuery, BuktiLaporanQuery, BuktiLaporanService],
  ...[ProgresQuery, TemuanLaporanQuery],
];

/** Reports on slots with their evidence: a report cannot be written without its evidence, nor evidence without its report. */
@Module({
  imports: [OrganisasiModule, ObjekModule],
  controllers: [
    LaporController,
    TandaTerimaController,
    BuktiController,
    TeleponController,
    TeleponHalamanController,
    UnggahanController,
  ],
  providers: [
    ...DIPAKAI_LUAR,
    FormulirLaporService,
    FormulirSekitar,
    HalamanLaporQuery,
    SimpanOtomatis,
    IsianBuktiService,
    TeleponService,
    UnggahanService,
  ],
  exports: DIPAKAI_LUAR,
})
export class LaporModule {}
