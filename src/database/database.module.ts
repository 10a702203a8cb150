import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Jadwal } from './jadwal';
import { Transaksi } from './transaksi';

/** Gives every module the `DataSource` that the start opened (and closes), `Transaksi` and `Jadwal`. */
@Global()
@Module({})
export class DatabaseModule {
  static dengan(sumber: DataSource): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [{ provide: DataSource, useValue: sumber }, Jadwal, Transaksi],
      exports: [DataSource, Jadwal, Transaksi],
    };
  }
}
