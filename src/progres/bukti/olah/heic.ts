import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { akarProyek } from '../../../shared/akar';
import { BerkasDitolak } from '../objek/galat-berkas';

/** Pixels as they are, four bytes each, upright. */
export interface Piksel {
  readonly lebar: number;
  readonly tinggi: number;
  readonly bita: Uint8Array;
}

const PEKERJA = join(akarProyek(), 'src', 'progres', 'bukti', 'olah', 'pekerja-heic.mjs');
/** Milliseconds; a picture of 12 megapixels takes two seconds. */
const BATAS_WAKTU = 60_000;
/** Where the sizes of a picture and its tiles stand. */
const BITA_KEPALA = 1024 * 1024;

/** Size by what the header says, the largest of the pictures in the file; null when it says none. */
export async function ukuranHeic(jalur: string): Promise<{ lebar: number; tinggi: number } | null> {
  const berkas = await open(jalur, 'r');
  try {
    const kepala = Buffer.alloc(BITA_KEPALA);
    const { bytesRead } = await berkas.read(kepala, 0, BITA_KEPALA, 0);
    let terbesar: { lebar: number; tinggi: number } | null = null;
    for (let p = kepala.indexOf('ispe'); p >= 0 && p + 16 <= bytesRead; p = kepala.indexOf('ispe', p + 4)) {
      const [lebar, tinggi] = [kepala.readUInt32BE(p + 8), kepala.readUInt32BE(p + 12)];
      if (terbesar === null || lebar * tinggi > terbesar.lebar * terbesar.tinggi) terbesar = { lebar, tinggi };
    }
    return terbesar;
  } finally {
    await berkas.close();
  }
}

/** The picture, decoded in a thread of its own. @throws {BerkasDitolak} damaged, or too slow */
export function bukaHeic(jalur: string): Promise<Piksel> {
  return new Promise<Piksel>((selesai, gagal) => {
    const pekerja = new Worker(PEKERJA, {
      workerData: { jalur },
      execArgv: [],
      env: {},
      // What the decoder says of a damaged picture is not for our log.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    const tutup = (akhir: () => void) => {
      clearTimeout(batas);
      akhir();
      void pekerja.terminate();
    };
    const rusak = (sebab?: unknown) =>
      gagal(
        new BerkasDitolak('Foto HEIC ini rusak atau tidak dapat dibuka. Simpan sebagai JPEG, lalu unggah hasilnya.', {
          cause: sebab,
        }),
      );
    const batas = setTimeout(() => tutup(() => rusak()), BATAS_WAKTU);
    pekerja.once('message', (piksel: Piksel) => tutup(() => selesai(piksel)));
    pekerja.once('error', (galat) => tutup(() => rusak(galat)));
    pekerja.once('exit', () => tutup(() => rusak()));
  });
}
