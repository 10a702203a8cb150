import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { GalatPengguna } from '../shared/galat';
import type { Binari } from './binari';
import { sebagai } from './pengguna-sistem';
import { folderBasisData, type RuangData } from './ruang-data';
import { LINGKUNGAN } from './server-tertanam';

export const PENGGUNA_POSTGRES = 'tuntas';
/** The role of the running application in the embedded database. */
export const PENGGUNA_APLIKASI = 'tuntas_aplikasi';
export const BERKAS_SANDI_APLIKASI = 'sandi-aplikasi';

/**
 * The database's files and its password, made on the first start. `initdb` works in a folder beside, which takes its name only when
 * everything is on disk: a power failure in between leaves nothing half made.
 * @param tahanMati `false` spares the wait for the disk (tests)
 * @returns the password
 * @throws {GalatPengguna} when the files are those of another PostgreSQL, or cannot be made
 */
export function siapkanKlaster(binari: Binari, ruang: RuangData, tahanMati = true): string {
  const data = folderBasisData(ruang);
  const berkasSandi = join(ruang.folder, 'sandi');
  if (existsSync(data)) {
    periksaVersi(data, binari);
    return bacaSandi(ruang);
  }
  const sandi = randomBytes(24).toString('base64url');
  tulisRahasia(berkasSandi, sandi);

  const baru = `${data}.baru`;
  rmSync(baru, { recursive: true, force: true });
  mkdirSync(baru, { mode: 0o700 });
  const sandiSekali = join(ruang.folder, 'sandi.initdb');
  tulisRahasia(sandiSekali, sandi);
  if (ruang.pengguna) for (const jalur of [baru, sandiSekali]) chownSync(jalur, ruang.pengguna.uid, ruang.pengguna.gid);
  try {
    initdb(binari, ruang, baru, sandiSekali, tahanMati);
  } finally {
    rmSync(sandiSekali, { force: true });
  }
  renameSync(baru, data);
  return sandi;
}

function initdb(binari: Binari, ruang: RuangData, folder: string, berkasSandi: string, tahanMati: boolean): void {
  const hasil = spawnSync(
    join(binari.folder, 'bin', 'initdb'),
    [
      `--pgdata=${folder}`,
      `--username=${PENGGUNA_POSTGRES}`,
      `--pwfile=${berkasSandi}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The same order of letters on every machine, whatever locales it has.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--set=dynamic_shared_memory_type=mmap',
      ...(tahanMati ? [] : ['--no-sync']),
    ],
    { ...sebagai(ruang.pengguna), cwd: '/', env: LINGKUNGAN, encoding: 'utf8' },
  );
  if (hasil.status === 0) return;
  const alasan = hasil.error?.message ?? hasil.stderr.trim().split('\n').slice(-5).join('\n');
  throw new GalatPengguna(`Basis data tidak dapat dibuat di ${ruang.folder}:\n${alasan}`);
}

function periksaVersi(data: string, binari: Binari): void {
  const versi = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  const paket = binari.versi.split('.')[0];
  if (versi === paket) return;
  throw new GalatPengguna(
    `Data di ${data} dibuat oleh PostgreSQL ${versi}, sedangkan yang terpasang PostgreSQL ${paket ?? '?'}; ` +
      'ekspor data dengan versi lama, lalu impor ke folder data yang baru.',
  );
}

/** Password of the application's role, made when there is none yet. @throws {GalatPengguna} */
export function siapkanSandiAplikasi(ruang: Pick<RuangData, 'folder'>): string {
  const berkas = join(ruang.folder, BERKAS_SANDI_APLIKASI);
  // An empty file was left by a power failure.
  if (!statSync(berkas, { throwIfNoEntry: false })?.size) tulisRahasia(berkas, randomBytes(24).toString('base64url'));
  return bacaRahasia(berkas);
}

/** @throws {GalatPengguna} */
export function bacaSandi(ruang: Pick<RuangData, 'folder'>): string {
  return bacaRahasia(join(ruang.folder, 'sandi'));
}

function bacaRahasia(berkas: string): string {
  try {
    const sandi = readFileSync(berkas, 'utf8').trim();
    if (sandi) return sandi;
  } catch {
    // told below: missing, empty and unreadable are one thing to the user
  }
  throw new GalatPengguna(`Sandi basis data di ${berkas} tidak ada atau tidak dapat dibaca oleh pengguna ini.`);
}

/** On disk before anything relies on it. */
function tulisRahasia(berkas: string, isi: string): void {
  rmSync(berkas, { force: true });
  const fd = openSync(berkas, 'wx', 0o600);
  try {
    writeSync(fd, `${isi}\n`);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
