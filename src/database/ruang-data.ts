import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { GalatPengguna } from '../shared/galat';
import { binariPaket, lengkapiTautan, salinBinari, type Binari } from './binari';
import { KunciInstans } from './instans';
import { dapatMencapai, dapatMenjalankan, penggunaBasisData, type PenggunaSistem } from './pengguna-sistem';
import { hentikanYatim } from './yatim';

/** Where the embedded database lives. */
export interface RuangData {
  /** holds `basisdata/`, the password, the log and the claim */
  readonly folder: string;
  /** `null`: PostgreSQL runs as whoever started us */
  readonly pengguna: PenggunaSistem | null;
  /** differs from the folder asked for, because the database's user cannot reach that one */
  readonly dipindahkan: boolean;
}

/** Where data goes that the project's own folder cannot hold; only root ever needs it. */
const FOLDER_SISTEM = '/var/lib/tuntas';
const CATATAN_LOKASI = 'lokasi';
const CATATAN_PEMILIK = 'pemilik';

export function folderBasisData(ruang: Pick<RuangData, 'folder'>): string {
  return join(ruang.folder, 'basisdata');
}

/**
 * Finds or makes the data folder. Root's database runs as another system user; when that one cannot enter the folder (a checkout
 * under a private home), a system folder takes its place, whose name is noted in the folder, so that later starts find the same
 * data whatever the permissions are then.
 * @throws {GalatPengguna} when the folder cannot be made or belongs to another user
 */
export async function siapkanRuang(diminta: string, folderSistem: string = FOLDER_SISTEM): Promise<RuangData> {
  siapkanFolder(diminta, process.getuid?.() === 0 ? 0o711 : 0o700);
  const asli = realpathSync(diminta);
  const tercatat = lokasiTercatat(asli);
  if (tercatat) return { folder: tercatat, pengguna: penggunaBasisData(join(tercatat, 'basisdata')), dipindahkan: true };

  const pengguna = penggunaBasisData(join(asli, 'basisdata'));
  if (!pengguna || dapatMencapai(pengguna, asli)) return { folder: asli, pengguna, dipindahkan: false };

  // A server that still runs there keeps its place; the claim will refuse us.
  if (new KunciInstans(asli).pemegang()) return { folder: asli, pengguna, dipindahkan: false };
  await hentikanYatim(join(asli, 'basisdata'));

  siapkanFolder(folderSistem, 0o755);
  const folder = join(folderSistem, createHash('sha256').update(asli).digest('hex').slice(0, 12));
  siapkanFolder(folder, 0o711);
  writeFileSync(join(folder, CATATAN_PEMILIK), asli);
  pindahkanData(asli, folder);
  writeFileSync(join(asli, CATATAN_LOKASI), folder);
  return { folder, pengguna, dipindahkan: true };
}

/** PostgreSQL that the database's user can start: the package's own, or else a copy in the data folder. */
export function siapkanBinari({ folder, pengguna }: RuangData): Binari {
  const paket = binariPaket();
  if (lengkapiTautan(paket) && (!pengguna || dapatMenjalankan(pengguna, join(paket.folder, 'bin', 'postgres')))) return paket;
  return salinBinari(paket, folder);
}

/** A copied checkout carries the note of the original, whose data it must not share; a moved one takes its data along. */
function lokasiTercatat(asli: string): string | null {
  const catatan = bacaTeks(join(asli, CATATAN_LOKASI));
  if (!catatan || !existsSync(catatan)) return null;
  const pemilik = bacaTeks(join(catatan, CATATAN_PEMILIK));
  if (pemilik !== asli && pemilik && bacaTeks(join(pemilik, CATATAN_LOKASI)) === catatan) return null;
  writeFileSync(join(catatan, CATATAN_PEMILIK), asli);
  return catatan;
}

/** Data that was made while the folder was still open to the database's user. */
function pindahkanData(dari: string, ke: string): void {
  for (const nama of ['sandi', 'sandi-aplikasi', 'basisdata']) {
    const asal = join(dari, nama);
    const tujuan = join(ke, nama);
    if (!existsSync(asal) || existsSync(tujuan)) continue;
    try {
      renameSync(asal, tujuan);
    } catch {
      const sementara = `${tujuan}.baru`;
      rmSync(sementara, { recursive: true, force: true });
      execFileSync('cp', ['-a', asal, sementara]);
      renameSync(sementara, tujuan);
      rmSync(asal, { recursive: true });
    }
  }
}

function siapkanFolder(folder: string, mode: number): void {
  try {
    if (!existsSync(folder)) {
      mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
      mkdirSync(folder, { mode });
      chmodSync(folder, mode);
    }
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new GalatPengguna(
      `Folder data ${folder} tidak dapat dibuka atau ditulisi oleh pengguna ini; jalankan sebagai pengguna yang memilikinya, ` +
        'atau pilih folder lain dengan TUNTAS_DATA.',
    );
  }
}

function bacaTeks(berkas: string): string | null {
  try {
    return readFileSync(berkas, 'utf8').trim() || null;
  } catch {
    return null;
  }
}
