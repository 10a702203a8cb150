import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { DatabaseModule } from './database/database.module';

@Module({})
export class AppModule {
  /** The whole application on an open, migrated data source; whoever opened it closes it. */
  static dengan(sumber: DataSource): DynamicModule {
    return { module: AppModule, imports: [DatabaseModule.dengan(sumber)] };
  }
}
