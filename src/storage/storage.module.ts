import { join } from 'node:path';
import { Global, Logger, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { bacaKonfigurasi } from '../config';
import { Penyimpanan } from './penyimpanan';

/** Older than any upload that still goes on: milliseconds. */
const UMUR_SISA = 24 * 60 * 60 * 1000;

/** Global: every module that keeps files. */
@Global()
@Module({
  providers: [{ provide: Penyimpanan, useFactory: () => new Penyimpanan(join(bacaKonfigurasi().folderData, 'berkas')) }],
  exports: [Penyimpanan],
})
export class StorageModule implements OnApplicationBootstrap {
  private readonly catatan = new Logger(StorageModule.name);

  constructor(private readonly penyimpanan: Penyimpanan) {}

  /** What an earlier process began to write and nobody claimed goes; the start does not wait for it. */
  onApplicationBootstrap(): void {
    this.penyimpanan.sapu(new Date(Date.now() - UMUR_SISA)).catch((galat: unknown) => this.catatan.warn(galat));
  }
}
