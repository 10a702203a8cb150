import type { Instrumen } from '../../instrumen/instrumen.rules';
import { GalatPengguna } from '../../shared/galat';
import type { BerkasRespons } from './berkas-respons';
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

/**
 * Reads the respondents of a file as `pemetaan` says, in one pass and flat memory.
 * @throws {GalatPengguna} while iterating, when the file turns out not to be readable to its end
 */
export function olahRespons(
  berkas: BerkasRespons,
  _susunan: Susunan,
  _pemetaan: Pemetaan,
  _instrumen: Instrumen,
  _opsi: OpsiOlah,
): Olahan {
  const galat = new GalatPengguna(`Berkas ${berkas.nama} belum dapat dibaca.`);
  const selesai = Promise.reject<RingkasanOlahan>(galat);
  selesai.catch(() => undefined);
  return {
    blok: () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject<IteratorResult<BlokRespons>>(galat) }) }),
    selesai,
  };
}
