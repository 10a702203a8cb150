import { readFileSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { buatAkunContoh, hanyaInstansiContoh } from './akun-contoh';
import { AuditService } from './audit/audit.service';
import type { BasisData } from './database/basis-data';
import { migrasikan, sendirian } from './database/migrasi';
import { siapkanPeranAplikasi } from './database/peran-aplikasi';
import { buatSumberData } from './database/sumber-data';
import { konteksSistem, Transaksi } from './database/transaksi';
import { berkasContoh } from './paket/contoh';
import { ImporService } from './paket/impor.service';
import { rencanaAwal } from './rtl/awal/rencana-awal.service';
import { bacaPaket } from './paket/paket.baca';
import { GalatPengguna } from './shared/galat';
import { Jam } from './shared/jam';

/** One holds the lock of the preparation, one works. */
const KONEKSI_PEMILIK = 2;
/** How the audit names it. */
const PEMUAT_CONTOH = 'pemuatan contoh';

export interface OpsiPersiapan {
  /** load the example pakets when the database holds no instansi */
  readonly contoh: boolean;
  /** password of the demonstration accounts that come with them, asked for when they are made; only for the embedded database */
  readonly sandiContoh?: (() => string) | null;
}

/**
 * The data source of the running application: signed in as a role that owns nothing, on the newest schema, and never an empty house:
 * all examples together or none, so that a start that is cut short does not leave the next one with half of them. Several processes at
 * once take turns. The owner of the tables connects for migrations and rights only, and leaves.
 * @throws {GalatPengguna} when the server cannot be reached or refuses us; no password is ever repeated
 */
export async function bukaSumberSiap(basisData: Pick<BasisData, 'url' | 'aplikasi'>, opsi: OpsiPersiapan): Promise<DataSource> {
  const pemilik = await bukaSumber(basisData.url, KONEKSI_PEMILIK);
  try {
    return await sendirian(pemilik, async () => {
      await migrasikan(pemilik);
      const skema = await siapkanPeranAplikasi(pemilik, basisData.aplikasi);
      const sumber = await bukaSumber(basisData.aplikasi.url, undefined, skema === 'public' ? null : skema);
      try {
        if (opsi.contoh) await muatContoh(sumber, opsi.sandiContoh ?? null);
        return sumber;
      } catch (galat) {
        await sumber.destroy();
        throw galat;
      }
    });
  } finally {
    await pemilik.destroy();
  }
}

async function bukaSumber(url: string, maksimumKoneksi?: number, skema?: string | null): Promise<DataSource> {
  try {
    return await buatSumberData(url, maksimumKoneksi, skema).initialize();
  } catch (galat) {
    const { host, pathname } = new URL(url);
    const alasan = galat instanceof Error ? galat.message || galat.name : String(galat);
    throw new GalatPengguna(`Server PostgreSQL di ${host}${pathname} tidak dapat dipakai: ${alasan}`, { cause: galat });
  }
}

async function muatContoh(sumber: DataSource, sandiContoh: (() => string) | null): Promise<void> {
  const transaksi = new Transaksi(sumber);
  const jam = new Jam();
  const audit = new AuditService(transaksi, jam);
  const layanan = new ImporService(transaksi, audit, rencanaAwal(transaksi));
  await transaksi.sebagai(konteksSistem(PEMUAT_CONTOH), async (manager) => {
    const [baris] = await manager.query<{ ada: boolean }[]>('SELECT EXISTS (SELECT FROM instansi) AS ada');
    if (baris?.ada !== false) {
      // Data from before there were accounts.
      if (sandiContoh !== null && (await hanyaInstansiContoh(manager)))
        await buatAkunContoh(transaksi, audit, sandiContoh(), jam.sekarang());
      return;
    }
    for (const { jalur } of berkasContoh()) await layanan.imporSistem(bacaPaket(readFileSync(jalur)), PEMUAT_CONTOH);
    if (sandiContoh !== null) await buatAkunContoh(transaksi, audit, sandiContoh(), jam.sekarang());
  });
}
