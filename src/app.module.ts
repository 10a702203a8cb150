import { Module, type DynamicModule } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import type { DataSource } from 'typeorm';
import { AuditModule } from './audit/audit.module';
import { AuthModule } from './auth/auth.module';
import { IzinModule } from './auth/izin.module';
import { PengaturanAuth } from './auth/pengaturan';
import { DashboardModule } from './dashboard/dashboard.module';
import { DatabaseModule } from './database/database.module';
import { InstrumenModule } from './instrumen/instrumen.module';
import { OrganisasiModule } from './organisasi/organisasi.module';
import { PaketModule } from './paket/paket.module';
import { PrioritasModule } from './prioritas/prioritas.module';
import { ObjekModule } from './progres/bukti/objek/objek.module';
import { ProgresModule } from './progres/progres.module';
import { BukuKerjaModule } from './rtl/buku-kerja/buku-kerja.module';
import { RtlModule } from './rtl/rtl.module';
import { TampilanModule } from './shared/tampilan/tampilan.module';
import { SurveiModule } from './survei/survei.module';
import { VerifikasiModule } from './verifikasi/verifikasi.module';

@Module({})
export class AppModule {
  /** The whole application on an open, migrated data source; whoever opened it closes it. */
  static dengan(sumber: DataSource, auth: PengaturanAuth = new PengaturanAuth()): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.dengan(sumber),
        ScheduleModule.forRoot(),
        TampilanModule,
        AuditModule,
        AuthModule.dengan(auth),
        IzinModule,
        OrganisasiModule,
        InstrumenModule,
        SurveiModule,
        RtlModule,
        BukuKerjaModule,
        PrioritasModule,
        ProgresModule,
        VerifikasiModule,
        ObjekModule,
        PaketModule,
        DashboardModule,
      ],
    };
  }
}
