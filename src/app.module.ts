import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { DatabaseModule } from './database/database.module';
import { InstrumenModule } from './instrumen/instrumen.module';
import { OrganisasiModule } from './organisasi/organisasi.module';
import { PaketModule } from './paket/paket.module';
import { ProgresModule } from './progres/progres.module';
import { RtlModule } from './rtl/rtl.module';
import { SurveiModule } from './survei/survei.module';

@Module({})
export class AppModule {
  /** The whole application on an open, migrated data source; whoever opened it closes it. */
  static dengan(sumber: DataSource): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.dengan(sumber),
        OrganisasiModule,
        InstrumenModule,
        SurveiModule,
        RtlModule,
        ProgresModule,
        PaketModule,
      ],
    };
  }
}
