import { GalatSementara } from '../shared/galat';

/** The store or the disk does not take or give files now; what was received before stands. */
export class PenyimpananTerganggu extends GalatSementara {
  override readonly name: string = 'PenyimpananTerganggu';
}

const PENUH = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const TERTUTUP = new Set(['EROFS', 'EACCES', 'EPERM', 'EIO', 'EMFILE', 'ENFILE', 'ENOTDIR', 'ESTALE', 'ENODEV', 'ENXIO']);

/** A failure of the disk as a sentence for people; anything else as it is. */
export function galatCakram(galat: unknown): unknown {
  const kode = (galat as NodeJS.ErrnoException | null)?.code ?? '';
  if (PENUH.has(kode))
    return new PenyimpananTerganggu(
      'Ruang penyimpanan berkas di server penuh, jadi berkas ini belum tersimpan. Isian Anda tetap ada; beri tahu pengelola aplikasi, lalu kirim lagi.',
      { cause: galat },
    );
  if (TERTUTUP.has(kode))
    return new PenyimpananTerganggu(
      'Penyimpanan berkas di server sedang tidak dapat dipakai. Isian Anda tetap ada; coba lagi beberapa menit lagi, dan beri tahu pengelola aplikasi bila berulang.',
      { cause: galat },
    );
  return galat;
}

/** Runs work on the disk; its failures become sentences. */
export async function diCakram<T>(kerja: () => Promise<T>): Promise<T> {
  try {
    return await kerja();
  } catch (galat) {
    throw galatCakram(galat);
  }
}

export function tiadaBerkas(galat: unknown): boolean {
  return (galat as NodeJS.ErrnoException | null)?.code === 'ENOENT';
}
