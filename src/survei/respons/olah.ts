import type { Instrumen } from '../../instrumen/instrumen.rules';
import { GalatPengguna } from '../../shared/galat';
import type { BerkasRespons } from './berkas-respons';
import { bukaTabel } from './berkas-tabel';
import { artiKolom } from './pemetaan.rules';
import { PengolahBaris } from './pengolah-baris';
import type { BarisDitolak, BlokRespons, Pemetaan, RingkasanOlahan, Susunan } from './respons.rules';

export interface OpsiOlah {
  /** 0–1 of the bytes read */
  readonly kemajuan?: (bagian: number) => void;
  readonly ditolak: (baris: BarisDitolak) => void;
}

export interface Olahan {
  /** to be consumed once, to its end; the same errors as `selesai` */
  blok(): AsyncIterable<BlokRespons>;
  /** settles when `blok()` ends */
  readonly selesai: Promise<RingkasanOlahan>;
}

/** A digit stands for an answer in the blocks. */
const SKALA_MAKS = 9;

/**
 * Reads the respondents of a file as `pemetaan` says, in one pass and flat memory.
 * @throws {GalatPengguna} while iterating, when the file turns out not to be readable to its end
 */
export function olahRespons(
  berkas: BerkasRespons,
  susunan: Susunan,
  pemetaan: Pemetaan,
  instrumen: Instrumen,
  opsi: OpsiOlah,
): Olahan {
  const { promise: selesai, resolve, reject } = janji<RingkasanOlahan>();
  // Whoever iterates meets the error there; nobody has to wait for the summary.
  selesai.catch(() => undefined);
  const alir = async function* (): AsyncGenerator<BlokRespons> {
    let tuntas = false;
    try {
      const hasil = yield* olah(berkas, susunan, pemetaan, instrumen, opsi);
      tuntas = true;
      resolve(hasil);
    } catch (galat) {
      reject(galat);
      throw galat;
    } finally {
      if (!tuntas) reject(new Error('Reading was stopped before the end of the file.'));
    }
  };
  return { blok: alir, selesai };
}

async function* olah(
  berkas: BerkasRespons,
  susunan: Susunan,
  pemetaan: Pemetaan,
  instrumen: Instrumen,
  opsi: OpsiOlah,
): AsyncGenerator<BlokRespons, RingkasanOlahan> {
  if (instrumen.skala.maks > SKALA_MAKS || instrumen.skala.min < 0) {
    throw new GalatPengguna(
      `Skala ${instrumen.skala.min}–${instrumen.skala.maks} tidak dapat dibaca dari jawaban mentah; masukkan jumlah per unsur.`,
    );
  }
  const tabel = await bukaTabel(berkas, instrumen, pemetaan.lembar ?? susunan.lembar);
  try {
    const mulai = pemetaan.barisJudul === susunan.barisJudul ? susunan.barisData : pemetaan.barisJudul + 1;
    const pengolah = new PengolahBaris(artiKolom(susunan, pemetaan), susunan, instrumen, opsi.ditolak);
    for await (const bagian of tabel.sumber.alir((b) => b.nomor < mulai || pengolah.terima(b))) {
      opsi.kemajuan?.(bagian);
      yield* pengolah.ambil();
    }
    const hasil = pengolah.tutup();
    yield* pengolah.ambil();
    return hasil;
  } finally {
    await tabel.tutup();
  }
}

function janji<T>(): { promise: Promise<T>; resolve: (isi: T) => void; reject: (galat: unknown) => void } {
  let [resolve, reject]: [(isi: T) => void, (galat: unknown) => void] = [() => undefined, () => undefined];
  const promise = new Promise<T>((terima, tolak) => {
    [resolve, reject] = [terima, tolak];
  });
  return { promise, resolve, reject };
}
