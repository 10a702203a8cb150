import { GalatPengguna } from '../../../shared/galat';

/** The content itself is not taken: sending the same file again does not help. What was staged of it is gone. */
export class BerkasDitolak extends GalatPengguna {
  override readonly name: string = 'BerkasDitolak';
}
