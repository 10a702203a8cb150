import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { akarProyek } from '../../../shared/akar';
import { GalatSementara } from '../../../shared/galat';
import type { JenisGambar } from '../jenis/jenis.rules';
import { BerkasDitolak } from '../objek/galat-berkas';
import { Antrean } from './antrean';

/** A picture written anew, both sizes as JPEG. */
export interface FotoJadi {
  readonly besar: Uint8Array;
  readonly kecil: Uint8Array;
  readonly lebar: number;
  readonly tinggi: number;
}

type Jawaban =
  | { readonly hasil: FotoJadi }
  | { readonly luas: { readonly lebar: number; readonly tinggi: number; readonly batas: number } }
  | { readonly rusak: string };

const PEKERJA = join(akarProyek(), 'src', 'progres', 'bukti', 'olah', 'pekerja-foto.mjs');
/** Milliseconds; a HEIC of 12 megapixels takes two seconds. */
const BATAS_WAKTU = 60_000;
const DIAM = 15_000;
const JUTA = 1_000_000;

const antrean = new Antrean(1);
let proses: ChildProcess | null = null;
let istirahat: NodeJS.Timeout | null = null;

/**
 * Decodes a picture and writes it anew, one at a time, in a process of its own that ends when there is nothing to do for a while.
 * @throws {BerkasDitolak} damaged, cut off, or too many pixels
 * @throws {GalatSementara} the process could not work: the picture may be sent again
 */
export function kerjakanFoto(jalur: string, jenis: JenisGambar): Promise<FotoJadi> {
  return antrean.jalankan(1, async () => {
    const pekerja = siapkan();
    try {
      return baca(await tanya(pekerja, { jalur, jenis }));
    } finally {
      istirahat = setTimeout(akhiri, DIAM).unref();
    }
  });
}

function siapkan(): ChildProcess {
  if (istirahat) clearTimeout(istirahat);
  if (proses?.connected === true) return proses;
  // glibc keeps what each of its arenas once held; with few of them little stays.
  const env = { MALLOC_ARENA_MAX: '1', NODE_ENV: 'production' };
  const baru = fork(PEKERJA, {
    execArgv: ['--max-old-space-size=192'],
    env,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  baru.on('error', () => undefined);
  baru.unref();
  baru.channel?.unref();
  proses = baru;
  return baru;
}

function akhiri(): void {
  proses?.disconnect();
  proses = null;
}

function tanya(pekerja: ChildProcess, tugas: { jalur: string; jenis: JenisGambar }): Promise<Jawaban> {
  return new Promise<Jawaban>((selesai, gagal) => {
    // The work is waited for, the process between two of them is not.
    pekerja.channel?.ref();
    const tutup = (akhir: () => void) => {
      clearTimeout(batas);
      pekerja.off('message', jawab).off('exit', mati);
      pekerja.channel?.unref();
      akhir();
    };
    const jawab = (jawaban: unknown) => tutup(() => selesai(jawaban as Jawaban));
    const mati = (_: number | null, sinyal: NodeJS.Signals | null) => {
      if (proses === pekerja) proses = null;
      tutup(() => (sinyal === 'SIGKILL' ? gagal(kehabisan()) : selesai({ rusak: 'pengolahnya berhenti' })));
    };
    const batas = setTimeout(() => {
      tutup(() => selesai({ rusak: 'terlalu lama' }));
      proses = null;
      pekerja.kill('SIGKILL');
    }, BATAS_WAKTU);
    pekerja.once('message', jawab).once('exit', mati);
    pekerja.send(tugas, (galat) => {
      if (galat) tutup(() => gagal(kehabisan(galat)));
    });
  });
}

function baca(jawaban: Jawaban): FotoJadi {
  if ('hasil' in jawaban) return jawaban.hasil;
  if ('luas' in jawaban) {
    const { lebar, tinggi, batas } = jawaban.luas;
    throw new BerkasDitolak(
      `Foto ini ${lebar} × ${tinggi} piksel, melebihi ${batas / JUTA} juta piksel. Perkecil fotonya, lalu unggah lagi.`,
    );
  }
  throw new BerkasDitolak(
    'Foto ini rusak atau terpotong, jadi tidak dapat dibuka. Ambil atau simpan ulang fotonya, lalu unggah lagi.',
    {
      cause: jawaban.rusak,
    },
  );
}

function kehabisan(sebab?: unknown): GalatSementara {
  return new GalatSementara(
    'Server sedang kehabisan memori untuk mengolah foto. Isian Anda tetap ada; tunggu sebentar, lalu coba lagi.',
    {
      cause: sebab,
    },
  );
}
