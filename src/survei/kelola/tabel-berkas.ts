import { Readable } from 'node:stream';
import type { Instrumen } from '../../instrumen/instrumen.rules';
import { GalatPengguna } from '../../shared/galat';
import { galatMedan } from '../../shared/isian';
import { bukaTabel } from '../respons/berkas-tabel';
import { barisAwal } from '../respons/sumber-csv';
import { BARIS_TEMPEL_TERBANYAK } from './tempel.rules';

/** A table of unsur is small; a file of answers goes another way. */
export const BERKAS_TABEL_TERBESAR = 1024 * 1024;

/**
 * The cells of a CSV or workbook that holds a table of unsur.
 * @throws {GalatIsian} at the field `berkas`, when the file cannot be read
 */
export async function bacaBerkasTabel(isi: Buffer, nama: string, instrumen: Instrumen): Promise<string[][]> {
  const berkas = { nama, ukuran: isi.length, buka: () => Readable.from([isi]) };
  try {
    const tabel = await bukaTabel(berkas, instrumen);
    try {
      const { baris } = await barisAwal(tabel.sumber, BARIS_TEMPEL_TERBANYAK);
      return baris.map((b) => Array.from({ length: b.n }, (_, i) => rapikan(b.teks(i))));
    } finally {
      await tabel.tutup();
    }
  } catch (galat) {
    if (galat instanceof GalatPengguna) throw galatMedan('berkas', galat.message.replace(/\.$/, ''));
    throw galat;
  }
}

/** A computed cell of a workbook carries all its digits: 3.533333333333333 → 3.53333333. */
function rapikan(teks: string): string {
  return /^\d+\.\d{9,}$/.test(teks)
    ? Number(teks)
        .toFixed(8)
        .replace(/\.?0+$/, '')
    : teks.trim();
}
