import { Readable } from 'node:stream';
import type { Penyimpanan } from '../../storage/penyimpanan';
import type { BerkasRespons } from '../respons/berkas-respons';

/** A stored file as the reader of answers takes it; brought to this machine first where the store is elsewhere. */
export async function berkasTersimpan(
  penyimpanan: Penyimpanan,
  { nama, ukuran, kunci }: { nama: string; ukuran: number; kunci: string },
): Promise<BerkasRespons> {
  const jalur = await penyimpanan.letak(kunci);
  return {
    nama,
    ukuran,
    ...(jalur === null ? {} : { jalur }),
    buka: () => Readable.from(isi(penyimpanan, kunci), { objectMode: false, highWaterMark: 256 * 1024 }),
  };
}

async function* isi(penyimpanan: Penyimpanan, kunci: string): AsyncGenerator<Buffer> {
  const aliran = await penyimpanan.bukaAliran(kunci);
  if (!aliran) throw new Error('Berkas unggahan tidak ada di penyimpanan');
  yield* aliran as AsyncIterable<Buffer>;
}

/** The part of a name after the last slash of either kind, in one line, short enough for a table. */
export function namaBerkas(asli: string): string {
  const ujung = asli.split(/[\\/]/).at(-1) ?? '';
  const bersih = ujung.normalize('NFC').toWellFormed().replace(/\p{Cc}/gu, ' ').trim(); // prettier-ignore
  return [...bersih].slice(0, 200).join('') || 'tanpa-nama';
}
