import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { GalatPengguna } from '../shared/galat';
import { PengaturanAuth } from './pengaturan';

const BENTUK = 'v1';
const PANJANG = 32;

/**
 * Keeps what must be readable again (the second factor's secret, a provider's client secret) unreadable in the database and its
 * backups: AES-256-GCM with a key from `TUNTAS_KUNCI`, or from a file in the data folder that is made when it is first needed.
 */
@Injectable()
export class Kunci {
  private rahasia: Buffer | null = null;

  constructor(private readonly pengaturan: PengaturanAuth) {}

  /** @param guna what the text is and whose; it must be the same when it is opened, so that a value cannot be moved to another row */
  segel(teks: string, guna: string): string {
    const kunci = this.turunkan('segel');
    const iv = randomBytes(12);
    const sandi = createCipheriv('aes-256-gcm', kunci, iv).setAAD(Buffer.from(guna));
    const isi = Buffer.concat([sandi.update(teks, 'utf8'), sandi.final()]);
    return [BENTUK, tanda(kunci), Buffer.concat([iv, sandi.getAuthTag(), isi]).toString('base64url')].join('.');
  }

  /** @throws {GalatPengguna} when it was sealed with another key; {Error} when it was altered */
  buka(segel: string, guna: string): string {
    const kunci = this.turunkan('segel');
    const [bentuk, milik, isi = ''] = segel.split('.');
    if (bentuk !== BENTUK || milik !== tanda(kunci)) {
      throw new GalatPengguna(
        'Rahasia ini disegel dengan kunci lain. Pengelola aplikasi perlu mengisi TUNTAS_KUNCI dengan kunci yang lama, atau menyetel ulang rahasianya.',
      );
    }
    const bita = Buffer.from(isi, 'base64url');
    const sandi = createDecipheriv('aes-256-gcm', kunci, bita.subarray(0, 12))
      .setAAD(Buffer.from(guna))
      .setAuthTag(bita.subarray(12, 28));
    return Buffer.concat([sandi.update(bita.subarray(28)), sandi.final()]).toString('utf8');
  }

  /** The same bytes for the same text, unknown to whoever lacks the key. */
  turunan(teks: string): Buffer {
    return createHmac('sha256', this.turunkan('turunan')).update(teks).digest();
  }

  private turunkan(guna: string): Buffer {
    this.rahasia ??= this.pengaturan.kunci ?? kunciFolder(this.pengaturan.folderData);
    return Buffer.from(hkdfSync('sha256', this.rahasia, Buffer.alloc(0), `tuntas/${guna}`, PANJANG));
  }
}

function tanda(kunci: Buffer): string {
  return createHash('sha256').update(kunci).digest('base64url').slice(0, 8);
}

function kunciFolder(folder: string | null): Buffer {
  if (folder === null) throw new Error('Tidak ada kunci: isi PengaturanAuth.kunci atau folderData');
  return kunciBerkas(join(folder, 'kunci'));
}

/** Whole or not at all, and the first of several processes wins. */
function kunciBerkas(berkas: string): Buffer {
  const ada = bacaKunci(berkas);
  if (ada) return ada;
  mkdirSync(dirname(berkas), { recursive: true });
  const sementara = `${berkas}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const fd = openSync(sementara, 'wx', 0o600);
  try {
    writeFileSync(fd, `${randomBytes(PANJANG).toString('base64url')}\n`);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  try {
    linkSync(sementara, berkas);
  } catch (galat) {
    if ((galat as NodeJS.ErrnoException).code !== 'EEXIST') throw galat;
  } finally {
    rmSync(sementara, { force: true });
  }
  const kini = bacaKunci(berkas);
  if (!kini) throw new GalatPengguna(`Berkas kunci ${berkas} rusak; pulihkan dari cadangan, atau isi TUNTAS_KUNCI.`);
  return kini;
}

function bacaKunci(berkas: string): Buffer | null {
  try {
    const kunci = Buffer.from(readFileSync(berkas, 'utf8').trim(), 'base64url');
    if (kunci.length === PANJANG) return kunci;
    throw new GalatPengguna(`Berkas kunci ${berkas} rusak; pulihkan dari cadangan, atau isi TUNTAS_KUNCI.`);
  } catch (galat) {
    if ((galat as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw galat;
  }
}
