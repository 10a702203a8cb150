import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { buatSumberData } from '../../src/database/sumber-data';
import { TEMPLAT, URL_UJI } from './lingkungan-uji';

/** A database of its own for one test file, with the whole schema and no rows. */
export interface BasisDataUji {
  readonly url: string;
  readonly sumber: DataSource;
  /** Closes the connections and drops the database. */
  tutup(): Promise<void>;
}

/** Clones the migrated template (tens of ms). Call in `beforeAll`, `tutup` in `afterAll`. */
export async function bukaBasisDataUji(): Promise<BasisDataUji> {
  const { url, hapus } = await klonTemplat();
  const sumber = await buatSumberData(url, 5).initialize();
  return {
    url,
    sumber,
    async tutup() {
      await sumber.destroy();
      await hapus();
    },
  };
}

/** The clone alone, for tests that start processes of their own on it. */
export async function klonTemplat(templat: string = TEMPLAT): Promise<{ url: string; hapus: () => Promise<void> }> {
  const nama = `uji_${randomBytes(6).toString('hex')}`;
  await padaInduk(`CREATE DATABASE ${nama} TEMPLATE ${templat}`);
  const url = new URL(urlInduk());
  url.pathname = nama;
  return { url: url.href, hapus: () => padaInduk(`DROP DATABASE IF EXISTS ${nama} WITH (FORCE)`) };
}

async function padaInduk(perintah: string): Promise<void> {
  const klien = new Client({ connectionString: urlInduk() });
  await klien.connect();
  try {
    await klien.query(perintah);
  } finally {
    await klien.end();
  }
}

function urlInduk(): string {
  const url = process.env[URL_UJI];
  if (!url) throw new Error('Server basis data uji belum berjalan (test/support/siapkan-semua.ts)');
  return url;
}
