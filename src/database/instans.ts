import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jejakSendiri, masihBerjalan, type JejakProses } from './proses';

/** The process that holds a data folder, and how to reach its database. */
export interface Instans extends JejakProses {
  /** `layanan` serves until it is stopped, `perintah` ends by itself */
  readonly jenis: 'layanan' | 'perintah';
  /** of the database; `null` until it answers */
  readonly port: number | null;
  /** of the pages; `null` until they are served */
  readonly alamat: string | null;
}

/**
 * The claim on a data folder: a file that names the holder. It appears whole or not at all, and counts only as long as that very
 * process runs, so that neither `kill -9` nor a power failure leaves a folder locked. (PostgreSQL guards its files besides.)
 */
export class KunciInstans {
  private catatan: Instans | null = null;
  private readonly berkas: string;

  constructor(private readonly folder: string) {
    this.berkas = join(folder, 'instans.json');
  }

  /** Takes the folder. @returns the living holder when there is one, `null` when the folder is ours now */
  ambil(jenis: Instans['jenis']): Instans | null {
    const catatan: Instans = { ...jejakSendiri(), jenis, port: null, alamat: null };
    const calon = join(this.folder, `instans.${process.pid}`);
    writeFileSync(calon, JSON.stringify(catatan), { mode: 0o600 });
    try {
      for (;;) {
        if (tautkan(calon, this.berkas)) {
          this.catatan = catatan;
          return null;
        }
        const pemegang = this.pemegang();
        if (pemegang) return pemegang;
        this.singkirkan();
      }
    } finally {
      rmSync(calon, { force: true });
    }
  }

  /** The living holder, if any; a file that cannot be read whole was left by a crash. */
  pemegang(): Instans | null {
    const catatan = baca(this.berkas);
    return catatan && masihBerjalan(catatan) ? catatan : null;
  }

  /** Tells others where our database, or our pages, are to be found. */
  umumkan(bagian: Partial<Pick<Instans, 'port' | 'alamat'>>): void {
    if (!this.catatan) throw new Error('Kunci instans belum diambil');
    this.catatan = { ...this.catatan, ...bagian };
    const baru = join(this.folder, `instans.${process.pid}`);
    writeFileSync(baru, JSON.stringify(this.catatan), { mode: 0o600 });
    renameSync(baru, this.berkas);
  }

  lepas(): void {
    if (!this.catatan) return;
    this.catatan = null;
    rmSync(this.berkas, { force: true });
  }

  /** Removes a dead claim; a living one that came in between is put back. */
  private singkirkan(): void {
    const basi = join(this.folder, `instans.${process.pid}.basi`);
    try {
      renameSync(this.berkas, basi);
    } catch {
      return;
    }
    const catatan = baca(basi);
    if (catatan && masihBerjalan(catatan)) tautkan(basi, this.berkas);
    rmSync(basi, { force: true });
  }
}

function tautkan(dari: string, ke: string): boolean {
  try {
    linkSync(dari, ke);
    return true;
  } catch (galat) {
    if ((galat as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw galat;
  }
}

function baca(berkas: string): Instans | null {
  try {
    const isi = JSON.parse(readFileSync(berkas, 'utf8')) as Partial<Instans> | null;
    if (typeof isi?.pid !== 'number' || typeof isi.mulai !== 'string') return null;
    return {
      pid: isi.pid,
      mulai: isi.mulai,
      jenis: isi.jenis === 'perintah' ? 'perintah' : 'layanan',
      port: isi.port ?? null,
      alamat: isi.alamat ?? null,
    };
  } catch {
    return null;
  }
}
