import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { namaPeranTurunan } from '../../src/database/akses-aplikasi';
import { buatSumberData } from '../../src/database/sumber-data';
import { TEMPLAT, URL_APLIKASI_UJI, URL_UJI } from './lingkungan-uji';

/** A database of its own for one test file, with the whole schema and no rows. */
export interface BasisDataUji {
  /** as a superuser, whom row-level security does not bind */
  readonly url: string;
  readonly sumber: DataSource;
  /** as the application itself */
  readonly urlAplikasi: string;
  readonly sumberAplikasi: DataSource;
  /** Closes the connections and drops the database. */
  tutup(): Promise<void>;
}

/** Clones the migrated template (tens of ms). Call in `beforeAll`, `tutup` in `afterAll`. */
export async function bukaBasisDataUji(): Promise<BasisDataUji> {
  const { url, urlAplikasi, hapus } = await klonTemplat();
  const sumber = await buatSumberData(url, 5).initialize();
  const sumberAplikasi = await buatSumberData(urlAplikasi, 5).initialize();
  return {
    url,
    sumber,
    urlAplikasi,
    sumberAplikasi,
    async tutup() {
      await sumberAplikasi.destroy();
      await sumber.destroy();
      await hapus();
    },
  };
}

/** The clone alone, for tests that start processes of their own on it. */
export async function klonTemplat(
  templat: string = TEMPLAT,
): Promise<{ url: string; urlAplikasi: string; hapus: () => Promise<void> }> {
  const nama = `uji_${randomBytes(6).toString('hex')}`;
  await padaInduk(`CREATE DATABASE ${nama} TEMPLATE ${templat}`);
  const url = new URL(alamat(URL_UJI));
  const urlAplikasi = new URL(alamat(URL_APLIKASI_UJI));
  url.pathname = nama;
  urlAplikasi.pathname = nama;
  return {
    url: url.href,
    urlAplikasi: urlAplikasi.href,
    async hapus() {
      await padaInduk(`DROP DATABASE IF EXISTS ${nama} WITH (FORCE)`);
      await padaInduk(`DROP ROLE IF EXISTS ${namaPeranTurunan(nama)}`);
    },
  };
}

async function padaInduk(perintah: string): Promise<void> {
  const klien = new Client({ connectionString: alamat(URL_UJI) });
  await klien.connect();
  try {
    await klien.query(perintah);
  } finally {
    await klien.end();
  }
}

function alamat(nama: string): string {
  const url = process.env[nama];
  if (!url) throw new Error('Server basis data uji belum berjalan (test/support/siapkan-semua.ts)');
  return url;
}
