import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import type { AlamatClamd } from '../../../config-berkas';
import { GalatSementara } from '../../../shared/galat';
import { BerkasDitolak } from '../objek/galat-berkas';

/** Milliseconds without a word. */
const BATAS_DIAM = 30_000;
const JAWABAN_TERPANJANG = 4096;

/** Asks a clamd (`CLAMD_URL`) about every file; without one nothing is asked. */
export class Pemindai {
  constructor(private readonly alamat: AlamatClamd | null) {}

  /**
   * Sends the file by INSTREAM.
   * @throws {BerkasDitolak} a virus was found
   * @throws {GalatSementara} no clear answer: the file is not taken unseen
   */
  async periksa(jalur: string): Promise<void> {
    if (this.alamat === null) return;
    const jawaban = await this.tanya(this.alamat, jalur).catch((galat: unknown) => {
      throw takMenjawab(galat);
    });
    if (/ FOUND$/.test(jawaban))
      throw new BerkasDitolak(
        'Antivirus menemukan virus dalam berkas ini, jadi tidak diterima. Periksa komputer Anda dengan antivirus.',
      );
    if (!/ OK$/.test(jawaban)) throw takMenjawab(new Error(`Jawaban clamd: ${jawaban}`));
  }

  private async tanya(alamat: AlamatClamd, jalur: string): Promise<string> {
    const soket = connect(alamat);
    soket.setTimeout(BATAS_DIAM, () => soket.destroy(new Error('clamd diam')));
    try {
      await once(soket, 'connect');
      // An answer may come, and the connection end, before all is sent: where the stream exceeds the limit of clamd.
      const jawaban = baca(soket);
      jawaban.catch(() => undefined);
      soket.write('zINSTREAM\0');
      for await (const potong of createReadStream(jalur, { highWaterMark: 64 * 1024 }) as AsyncIterable<Buffer>) {
        const kepala = Buffer.alloc(4);
        kepala.writeUInt32BE(potong.length);
        soket.write(kepala);
        if (!soket.write(potong)) await Promise.race([once(soket, 'drain'), jawaban]);
      }
      soket.write(Buffer.alloc(4));
      return await jawaban;
    } finally {
      soket.destroy();
    }
  }
}

async function baca(soket: AsyncIterable<Buffer>): Promise<string> {
  let teks = '';
  for await (const potong of soket) {
    teks += potong.toString('utf8');
    if (teks.includes('\0') || teks.length > JAWABAN_TERPANJANG) break;
  }
  return teks.replace(/\0[^]*$/, '').trim();
}

function takMenjawab(sebab: unknown): GalatSementara {
  return new GalatSementara(
    'Pemeriksa virus di server sedang tidak menjawab, jadi berkas ini belum diterima. Isian Anda tetap ada; coba lagi beberapa menit lagi.',
    { cause: sebab },
  );
}
