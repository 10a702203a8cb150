import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { bacaKonfigurasi } from '../config';
import { GudangS3 } from './gudang-s3';
import { Penyimpanan } from './penyimpanan';

/** Files as the environment says: in the data folder, or in an S3-compatible store. */
export function bukaPenyimpanan(): Penyimpanan {
  const { folderData, s3 } = bacaKonfigurasi();
  return new Penyimpanan(join(folderData, 'berkas'), s3 === null ? undefined : new GudangS3(s3));
}

/** Global: every module that keeps files. */
@Global()
@Module({ providers: [{ provide: Penyimpanan, useFactory: bukaPenyimpanan }], exports: [Penyimpanan] })
export class StorageModule {}
