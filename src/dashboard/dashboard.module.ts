import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { InstrumenModule } from '../instrumen/instrumen.module';
import { LaporanModule } from '../laporan/laporan.module';
import { OrganisasiModule } from '../organisasi/organisasi.module';
import { ProgresModule } from '../progres/progres.module';
import { RtlModule } from '../rtl/rtl.module';
import { SurveiModule } from '../survei/survei.module';
import { VerifikasiModule } from '../verifikasi/verifikasi.module';
import { BahanQuery } from './bahan.query';
import { BerandaController } from './beranda.controller';
import { BerandaQuery } from './beranda.query';
import { CekBuktiQuery } from './cek-bukti.query';
import { Dasbor } from './dasbor/dasbor';
import { InstansiController } from './instansi.controller';
import { LogAuditController } from './log-audit/log-audit.controller';
import { PitaInterceptor } from './pita.interceptor';
import { DaftarRencanaController } from './rencana/daftar-rencana.controller';
import { EksporMatriksController } from './rencana/ekspor-matriks.controller';
import { RincianKegiatanQuery } from './rencana/rincian-kegiatan.query';
import { RincianQuery } from './rencana/rincian.query';
import { SehatController } from './sehat.controller';
import { SurveiHalamanQuery } from './survei-halaman.query';
import { SurveiController } from './survei.controller';
import { TahunQuery } from './tahun.query';
import { DaftarTugas } from './tugas/daftar-tugas';
import { HalRencanaQuery } from './tugas/hal-rencana.query';
import { HitungNavInterceptor } from './tugas/hitung-nav.interceptor';
import { SlotTugasQuery } from './tugas/slot-tugas.query';
import { TugasController } from './tugas/tugas.controller';

/** The pages. Read only. */
@Module({
  imports: [OrganisasiModule, InstrumenModule, SurveiModule, RtlModule, ProgresModule, VerifikasiModule, LaporanModule],
  controllers: [
    SehatController,
    BerandaController,
    InstansiController,
    DaftarRencanaController,
    EksporMatriksController,
    LogAuditController,
    SurveiController,
    TugasController,
  ],
  providers: [
    BahanQuery,
    BerandaQuery,
    CekBuktiQuery,
    DaftarTugas,
    Dasbor,
    HalRencanaQuery,
    SlotTugasQuery,
    RincianKegiatanQuery,
    RincianQuery,
    SurveiHalamanQuery,
    TahunQuery,
    { provide: APP_INTERCEPTOR, useClass: PitaInterceptor },
    { provide: APP_INTERCEPTOR, useClass: HitungNavInterceptor },
  ],
})
export class DashboardModule {}
