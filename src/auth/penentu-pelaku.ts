import type { Request } from 'express';
import type { Pelaku } from './pelaku';

/**
 * Tells who sends a request; the guard asks it once a request, before anything else runs. Given by the module that keeps the sessions,
 * which must be global: `{ provide: PenentuPelaku, useExisting: … }`. Without one, everybody is a stranger.
 *
 * It runs outside any context: to read a person's own roles it opens `Transaksi.sebagai({ pengguna: id, … })`.
 */
export abstract class PenentuPelaku {
  /** `null`: nobody is signed in (no session, expired, ended) */
  abstract tentukan(req: Request): Promise<Pelaku | null>;
}
