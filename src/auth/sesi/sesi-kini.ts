import type { Pelaku } from '../pelaku';
import type { CaraMasuk, TahapSesi } from './sesi.entity';

/** The session of a request, whatever its stage. */
export interface SesiKini {
  readonly id: string;
  readonly tahap: TahapSesi;
  readonly cara: CaraMasuk;
  readonly penggunaId: string;
  readonly nama: string;
  readonly surel: string;
  readonly contoh: boolean;
  /** null until signing in is complete */
  readonly pelaku: Pelaku | null;
}

declare module 'express-serve-static-core' {
  interface Request {
    /** set by `SesiMiddleware`; undefined where no session was looked for */
    sesi?: SesiKini | null | undefined;
  }
}
