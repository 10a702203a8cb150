import { GalatPengguna } from '../../../shared/galat';

/** The content itself is not taken: sending the same file again does not help. What was staged of it is gone. */
export class BerkasDitolak extends GalatPengguna {
  override readonly name: string = 'BerkasDitolak';
}

/**
 * The store, the disk or the virus scanner does not answer now. What was staged is still there: the same act may simply be tried again.
 */
export class PenyimpananTerganggu extends GalatPengguna {
  override readonly name: string = 'PenyimpananTerganggu';
}
