import type { Konteks } from '../database/konteks';
import type { Pelaku } from './pelaku';

declare module 'express-serve-static-core' {
  interface Request {
    /** set by the guard */
    pelaku?: Pelaku | undefined;
    /** set by the guard: what this request may touch */
    konteks?: Konteks | undefined;
    /** set by the guard where the address names an agency that the person may enter */
    instansiId?: string | undefined;
  }
}

export {};
