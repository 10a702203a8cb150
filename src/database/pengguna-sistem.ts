import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { GalatPengguna } from '../shared/galat';

/** The user under whom PostgreSQL runs; PostgreSQL refuses to run as root. */
export interface PenggunaSistem {
  readonly nama: string;
  readonly uid: number;
  readonly gid: number;
}

/** Existing unprivileged users, the first found is taken; `nobody` is in every Debian. */
const CALON = ['postgres', 'nobody'];

/**
 * `null` for an ordinary user, who runs PostgreSQL as themselves. For root: the owner of the data if there is any, else a system user.
 * @throws {GalatPengguna} when the machine has no such user
 */
export function penggunaBasisData(folderBasisData: string): PenggunaSistem | null {
  if (process.getuid?.() !== 0) return null;
  const daftar = bacaPasswd();
  const pemilik = statSync(folderBasisData, { throwIfNoEntry: false });
  if (pemilik && pemilik.uid !== 0) {
    return { nama: daftar.find((p) => p.uid === pemilik.uid)?.nama ?? String(pemilik.uid), uid: pemilik.uid, gid: pemilik.gid };
  }
  for (const nama of CALON) {
    const pengguna = daftar.find((p) => p.nama === nama && p.uid !== 0);
    if (pengguna) return pengguna;
  }
  throw new GalatPengguna(
    `PostgreSQL tidak boleh berjalan sebagai root, dan mesin ini tidak memiliki pengguna ${CALON.join(' atau ')}; ` +
      'jalankan sebagai pengguna biasa atau arahkan DATABASE_URL ke server PostgreSQL.',
  );
}

/** Whether that user can start this program. */
export function dapatMenjalankan(pengguna: PenggunaSistem, program: string): boolean {
  return spawnSync(program, ['--version'], { ...sebagai(pengguna), cwd: '/', stdio: 'ignore' }).status === 0;
}

/** Whether that user reaches this folder (not what lies in it). */
export function dapatMencapai(pengguna: PenggunaSistem, folder: string): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...sebagai(pengguna), cwd: '/', stdio: 'ignore' }).status === 0
  );
}

/** Options of `spawn` that run a program as that user. */
export function sebagai(pengguna: PenggunaSistem | null): { uid?: number; gid?: number } {
  return pengguna ? { uid: pengguna.uid, gid: pengguna.gid } : {};
}

function bacaPasswd(): PenggunaSistem[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((baris) => baris.split(':'))
    .map(([nama = '', , uid, gid]) => ({ nama, uid: Number(uid), gid: Number(gid) }))
    .filter((p) => p.nama !== '' && Number.isInteger(p.uid) && Number.isInteger(p.gid));
}
