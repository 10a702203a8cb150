import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { Kunci } from '../auth/kunci';
import { sandiContoh } from '../auth/masuk/akun-contoh.service';
import { bacaKonfigurasi, pengaturanAuth } from '../config';
import { bukaBasisData } from '../database/basis-data';
import { bukaSumberSiap, type OpsiPersiapan } from '../persiapan';

const KODE_SINYAL = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * The same application without HTTP, for the time of one command: on the database of `DATABASE_URL`, of a running `npm start`, or
 * on the embedded one, started for this and stopped again, whatever happens.
 */
export async function denganAplikasi<T>(
  opsi: OpsiPersiapan,
  kerja: (aplikasi: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const konfigurasi = bacaKonfigurasi();
  const auth = pengaturanAuth(konfigurasi);
  const basisData = await bukaBasisData(konfigurasi, 'perintah');
  let berhenti: Promise<void> | null = null;
  const hentikan = () => (berhenti ??= basisData.tutup());
  const saatSinyal = (sinyal: keyof typeof KODE_SINYAL) => {
    // The transaction in progress is rolled back with its connection.
    void hentikan().finally(() => process.exit(KODE_SINYAL[sinyal]));
  };
  for (const sinyal of Object.keys(KODE_SINYAL)) process.on(sinyal, saatSinyal);
  try {
    const sumber = await bukaSumberSiap(basisData, {
      ...opsi,
      sandiContoh: auth.akunContoh ? () => sandiContoh(new Kunci(auth)) : null,
    });
    try {
      const aplikasi = await NestFactory.createApplicationContext(AppModule.dengan(sumber, auth), {
        logger: false,
        abortOnError: false,
      });
      try {
        return await kerja(aplikasi);
      } finally {
        await aplikasi.close();
      }
    } finally {
      await sumber.destroy();
    }
  } finally {
    await hentikan();
    for (const sinyal of Object.keys(KODE_SINYAL)) process.removeListener(sinyal, saatSinyal);
  }
}
