import { readFileSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { migrasikan, sendirian } from './database/migrasi';
import { buatSumberData } from './database/sumber-data';
import { Transaksi } from './database/transaksi';
import { berkasContoh } from './paket/contoh';
import { ImporService } from './paket/impor.service';
import { bacaPaket } from './paket/paket.baca';
import { GalatPengguna } from './shared/galat';

export interface OpsiPersiapan {
  /** load the example pakets when the database holds no instansi */
  readonly contoh: boolean;
}

/**
 * An open data source on the newest schema, and never an empty house: all examples together or none, so that a start that is cut
 * short does not leave the next one with half of them. Several processes at once take turns.
 * @throws {GalatPengguna} when the server cannot be reached or refuses us; the password is never repeated
 */
export async function bukaSumberSiap(url: string, opsi: OpsiPersiapan): Promise<DataSource> {
  const sumber = buatSumberData(url);
  try {
    await sumber.initialize();
  } catch (galat) {
    const { host, pathname } = new URL(url);
    const alasan = galat instanceof Error ? galat.message || galat.name : String(galat);
    throw new GalatPengguna(`Server PostgreSQL di ${host}${pathname} tidak dapat dipakai: ${alasan}`, { cause: galat });
  }
  try {
    await sendirian(sumber, async () => {
      await migrasikan(sumber);
      if (opsi.contoh) await muatContoh(sumber);
    });
  } catch (galat) {
    await sumber.destroy();
    throw galat;
  }
  return sumber;
}

async function muatContoh(sumber: DataSource): Promise<void> {
  const [baris] = await sumber.query<{ ada: boolean }[]>('SELECT EXISTS (SELECT FROM instansi) AS ada');
  if (baris?.ada !== false) return;
  const transaksi = new Transaksi(sumber);
  const layanan = new ImporService(transaksi);
  await transaksi.jalankan(async () => {
    for (const { jalur } of berkasContoh()) await layanan.impor(bacaPaket(readFileSync(jalur)));
  });
}
