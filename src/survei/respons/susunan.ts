import type { Instrumen } from '../../instrumen/instrumen.rules';
import { GalatPengguna } from '../../shared/galat';
import type { BerkasRespons } from './berkas-respons';
import type { Pemetaan, Susunan } from './respons.rules';

export interface OpsiSusunan {
  /** what was decided for a file with the same headers */
  readonly ingatan?: Pemetaan;
  readonly lembar?: string;
  readonly barisJudul?: number;
}

/**
 * Looks at a file and says how it is laid out and what each column means.
 * @throws {GalatPengguna} when it is no table: encrypted, a zip bomb, a picture, empty, an unclosed quote …
 */
export function kenaliSusunan(berkas: BerkasRespons, _instrumen: Instrumen, _opsi: OpsiSusunan = {}): Promise<Susunan> {
  return Promise.reject(new GalatPengguna(`Berkas ${berkas.nama} belum dapat dibaca.`));
}
