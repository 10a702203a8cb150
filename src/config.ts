import { accessSync, constants, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { akarProyek } from './shared/akar';
import { GalatPengguna } from './shared/galat';

/** What the environment decides; everything else is data of an instansi. */
export interface Konfigurasi {
  /** `PORT`, 0 = any free one */
  readonly port: number;
  /** `ALAMAT`: the IP address to listen on */
  readonly alamat: string;
  /** `DATABASE_URL`: a PostgreSQL server; `null` = the embedded one */
  readonly databaseUrl: string | null;
  /** `APP_DATABASE_URL`: the same database as a role that owns no table; `null` = we make one */
  readonly appDatabaseUrl: string | null;
  /** `TUNTAS_DATA`: folder of the embedded database */
  readonly folderData: string;
  /** `TUNTAS_CHROMIUM`: the browser that prints the PDF; `null` = find one */
  readonly chromium: string | null;
}

/** Every fault of the environment at once. */
export class GalatKonfigurasi extends GalatPengguna {
  override readonly name: string = 'GalatKonfigurasi';

  constructor(readonly masalah: readonly string[]) {
    super(['Pengaturan lingkungan tidak dapat dipakai:', ...masalah.map((m) => `- ${m}`)].join('\n'));
  }
}

/** An empty variable counts as absent. @throws {GalatKonfigurasi} with every fault */
export function bacaKonfigurasi(env: NodeJS.ProcessEnv = process.env, akar: string = akarProyek()): Konfigurasi {
  const masalah: string[] = [];
  const baca = <T>(nama: string, bawaan: T, ubah: (teks: string) => T): T => {
    const teks = env[nama]?.trim();
    if (!teks) return bawaan;
    try {
      return ubah(teks);
    } catch (galat) {
      masalah.push(`${nama}: ${galat instanceof Error ? galat.message : String(galat)}`);
      return bawaan;
    }
  };
  const konfigurasi: Konfigurasi = {
    port: baca('PORT', 3000, bacaPort),
    alamat: baca('ALAMAT', '127.0.0.1', bacaAlamat),
    databaseUrl: baca<string | null>('DATABASE_URL', null, bacaUrl),
    appDatabaseUrl: baca<string | null>('APP_DATABASE_URL', null, bacaUrl),
    folderData: baca('TUNTAS_DATA', join(akar, '.data'), (teks) => resolve(akar, teks)),
    chromium: baca<string | null>('TUNTAS_CHROMIUM', null, bacaProgram),
  };
  if (konfigurasi.appDatabaseUrl !== null && !env['DATABASE_URL']?.trim())
    masalah.push('APP_DATABASE_URL: hanya berarti bersama DATABASE_URL.');
  if (masalah.length > 0) throw new GalatKonfigurasi(masalah);
  return konfigurasi;
}

function bacaPort(teks: string): number {
  const port = Number(teks);
  if (!/^\d{1,5}$/.test(teks) || port > 65_535) throw new Error(`"${teks}" bukan nomor port; isi bilangan bulat 0 sampai 65535.`);
  return port;
}

function bacaAlamat(teks: string): string {
  if (isIP(teks) === 0) throw new Error(`"${teks}" bukan alamat IP; contoh 127.0.0.1 atau 0.0.0.0.`);
  return teks;
}

/** The text itself is never repeated in the message: it carries a password. */
function bacaUrl(teks: string): string {
  const url = URL.canParse(teks) ? new URL(teks) : null;
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol) || url.pathname.length < 2) {
    throw new Error('bukan alamat PostgreSQL; bentuknya postgresql://pengguna:sandi@host:5432/nama.');
  }
  return teks;
}

function bacaProgram(teks: string): string {
  try {
    accessSync(teks, constants.X_OK);
  } catch {
    throw new Error(`"${teks}" tidak ada atau tidak dapat dijalankan.`);
  }
  if (!statSync(teks).isFile()) throw new Error(`"${teks}" bukan berkas program.`);
  return teks;
}
