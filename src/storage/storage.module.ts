import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { bacaKonfigurasi } from '../config';
import { Penyimpanan } from './penyimpanan';

/** Global: every module that keeps files. */
@Global()
@Module({
  providers: [{ provide: Penyimpanan, useFactory: () => new Penyimpanan(join(bacaKonfigurasi().folderData, 'berkas')) }],
  exports: [Penyimpanan],
})
export class StorageModule {}
