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
  /** signed in by this agency's provider */
  readonly lewatInstansiId: string | null;
  /** was complete, until an agency demanded a second factor that it was not opened with */
  readonly diturunkan: boolean;
  /** notices and invitations that wait on the account page */
  readonly kabar: number;
  /** null until signing in is complete */
  readonly pelaku: Pelaku | null;
}

declare module 'express-serve-static-core' {
  interface Request {
    /** set by `SesiMiddleware`; undefined where no session was looked for */
    sesi?: SesiKini | null | undefined;
  }
}
