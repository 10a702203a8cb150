import type { IncomingMessage } from 'node:http';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module';
import { PengaturanAuth } from './auth/pengaturan';
import type { Konfigurasi } from './config';
import { KOLOM_MAKS } from './survei/respons/sumber-baris';

/** Largest body of a form or JSON request. */
const BATAS_BADAN = '1mb';
/** Forms of a survey into which whole sheets are pasted, or which have a field for every column of a file. */
const FORMULIR_TABEL = /^\/instansi\/[^/?]+\/survei\/[^/?]+\/(?:impor\/|hasil)/;
const BATAS_TABEL = { limit: '8mb', parameterLimit: 2 * KOLOM_MAKS };

/** Seconds. */
const SETAHUN = 31_536_000;

/** Standard output belongs to results; the log of the application goes to standard error. */
class Pencatat extends ConsoleLogger {
  protected override printMessages(...argumen: Parameters<ConsoleLogger['printMessages']>): void {
    const [pesan, konteks, tingkat, , ...sisa] = argumen;
    super.printMessages(pesan, konteks, tingkat, 'stderr', ...sisa);
  }
}

export interface OpsiAplikasi {
  readonly auth?: PengaturanAuth;
  readonly proxy?: Konfigurasi['proxy'];
}

/** The HTTP application, closed by default against what its pages do not need; not listening yet. */
export async function buatAplikasi(
  sumber: DataSource,
  { auth = new PengaturanAuth(), proxy = null }: OpsiAplikasi = {},
): Promise<NestExpressApplication> {
  const aplikasi = await NestFactory.create<NestExpressApplication>(AppModule.dengan(sumber, auth), {
    logger: new Pencatat({ logLevels: ['warn', 'error', 'fatal'] }),
    abortOnError: false,
    bodyParser: false,
  });
  aplikasi.disable('x-powered-by');
  // Anybody can write `X-Forwarded-For`; only the proxies that were named are believed.
  aplikasi.set('trust proxy', typeof proxy === 'object' && proxy !== null ? [...proxy] : (proxy ?? false));
  aplikasi.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          objectSrc: ["'none'"],
        },
      },
      // Where people reach us by HTTPS, never otherwise; TLS itself is the business of the proxy in front.
      strictTransportSecurity: auth.https ? { maxAge: SETAHUN, includeSubDomains: false } : false,
    }),
  );
  aplikasi.useBodyParser('json', { limit: BATAS_BADAN });
  const formulirTabel = ({ url, headers }: IncomingMessage): boolean =>
    /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '') && FORMULIR_TABEL.test(url ?? '');
  aplikasi.useBodyParser('urlencoded', { ...BATAS_TABEL, extended: false, type: formulirTabel });
  aplikasi.useBodyParser('urlencoded', { limit: BATAS_BADAN, extended: false });
  const server = aplikasi.getHttpServer();
  server.headersTimeout = 15_000;
  // A file of 200 MB over a slow line takes minutes; a request that comes in holds no connection to the database.
  server.requestTimeout = 15 * 60_000;
  server.keepAliveTimeout = 5_000;
  return aplikasi;
}
