import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { akarProyek } from '../shared/akar';
import { GalatPengguna } from '../shared/galat';

const SEBAB: Readonly<Record<string, string>> = {
  ENOENT: 'tidak ada',
  ENOTDIR: 'tidak ada',
  EACCES: 'tidak boleh dibuka oleh pengguna ini',
  EPERM: 'tidak boleh dibuka oleh pengguna ini',
  EROFS: 'terletak di media yang hanya dapat dibaca',
  ENOSPC: 'tidak dapat ditulis karena ruang disk penuh',
  EISDIR: 'adalah folder, bukan berkas',
  ELOOP: 'adalah tautan yang berputar',
  ENAMETOOLONG: 'terlalu panjang namanya',
};

/** A path as the caller means it: npm runs us in the project's folder and leaves the caller's own in INIT_CWD. */
export function jalurPemanggil(berkas: string): string {
  const awal = process.env['INIT_CWD'];
  const lewatNpm = awal !== undefined && realpathSync(process.cwd()) === realpathSync(akarProyek());
  return resolve(lewatNpm ? awal : process.cwd(), berkas);
}

/**
 * The bytes of an ordinary file; the size is looked at before anything is read.
 * @param maksimum bytes
 * @throws {GalatPengguna} when it is missing, a folder, not readable, or larger
 */
export function bacaBerkas(berkas: string, maksimum: number): Uint8Array {
  const jalur = jalurPemanggil(berkas);
  try {
    const { size } = pastikanBerkas(berkas, statSync(jalur));
    if (size > maksimum) {
      throw new GalatPengguna(`Berkas ${berkas} terlalu besar (${megabita(size)} MB); paling besar ${megabita(maksimum)} MB.`);
    }
    return readFileSync(jalur);
  } catch (galat) {
    throw jelaskan(berkas, galat);
  }
}

/** An ordinary file that can be opened, to be read in a stream. @throws {GalatPengguna} when it is missing, a folder, or not readable */
export function periksaBerkas(berkas: string): { jalur: string; ukuran: number } {
  const jalur = jalurPemanggil(berkas);
  try {
    const { size } = pastikanBerkas(berkas, statSync(jalur));
    accessSync(jalur, constants.R_OK);
    return { jalur, ukuran: size };
  } catch (galat) {
    throw jelaskan(berkas, galat);
  }
}

/** Refuses a target before the work for it begins. @throws {GalatPengguna} */
export function periksaTujuan(berkas: string): void {
  const jalur = jalurPemanggil(berkas);
  try {
    const ada = statSync(jalur, { throwIfNoEntry: false });
    if (ada?.isDirectory()) throw new GalatPengguna(`Berkas ${berkas} ${SEBAB['EISDIR'] ?? ''}.`);
    if (!statSync(dirname(jalur)).isDirectory()) throw new GalatPengguna(`Folder ${dirname(berkas)} bukan folder.`);
    accessSync(ada && !ada.isFile() ? jalur : dirname(jalur), constants.W_OK);
  } catch (galat) {
    throw jelaskan(dirname(berkas), galat, 'Folder');
  }
}

/** All of it or nothing: a reader never sees half a file, and a failure leaves the old one. @throws {GalatPengguna} */
export function tulisBerkas(berkas: string, isi: string | Uint8Array): void {
  periksaTujuan(berkas);
  const diminta = jalurPemanggil(berkas);
  const ada = statSync(diminta, { throwIfNoEntry: false });
  if (ada && !ada.isFile()) {
    writeFileSync(diminta, isi);
    return;
  }
  // Through a link to the file that it names, which keeps being one.
  const jalur = ada ? realpathSync(diminta) : diminta;
  const sementara = join(dirname(jalur), `.${basename(jalur).slice(0, 100)}.${process.pid}.tmp`);
  try {
    const fd = openSync(sementara, 'wx', ada ? ada.mode & 0o777 : 0o666);
    try {
      writeFileSync(fd, isi);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(sementara, jalur);
  } catch (galat) {
    rmSync(sementara, { force: true });
    throw jelaskan(berkas, galat);
  }
}

function pastikanBerkas(berkas: string, stat: Stats): Stats {
  if (stat.isDirectory()) throw new GalatPengguna(`Berkas ${berkas} ${SEBAB['EISDIR'] ?? ''}.`);
  if (!stat.isFile()) throw new GalatPengguna(`${berkas} bukan berkas biasa.`);
  return stat;
}

function jelaskan(berkas: string, galat: unknown, jenis = 'Berkas'): unknown {
  const sebab = SEBAB[(galat as NodeJS.ErrnoException).code ?? ''];
  return sebab === undefined ? galat : new GalatPengguna(`${jenis} ${berkas} ${sebab}.`, { cause: galat });
}

function megabita(bita: number): number {
  return Math.ceil(bita / 1024 / 1024);
}
