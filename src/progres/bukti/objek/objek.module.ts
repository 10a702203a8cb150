import { Module } from '@nestjs/common';
import { bacaKonfigurasi } from '../../../config';
import { Pemindai } from '../jenis/pemindai';
import { BerkasService } from './berkas.service';

/** Files of evidence: taken in, kept, given out. */
@Module({
  providers: [BerkasService, { provide: Pemindai, useFactory: () => new Pemindai(bacaKonfigurasi().clamd) }],
  exports: [BerkasService],
})
export class ObjekModule {}
