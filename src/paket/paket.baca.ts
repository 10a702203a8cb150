import { bacaJson } from './json';
import { DaftarMasalah } from './masalah';
import type { Paket } from './paket';
import { periksaRujukan } from './paket.rujukan';
import { bacaBentuk } from './paket.skema';

/**
 * Reads and validates a paket: all or nothing, with all problems at once.
 * @throws {GalatPaket} with a JSON path and an Indonesian sentence for each problem
 */
export function bacaPaket(bytes: Uint8Array): Paket {
  const masalah = new DaftarMasalah();
  const bentuk = bacaBentuk(bacaJson(bytes), '$', masalah);
  if (bentuk) periksaRujukan(bentuk, masalah);
  masalah.pastikanKosong();
  return bentuk as Paket; // every required key is there and every value was read, or the line above has thrown
}
