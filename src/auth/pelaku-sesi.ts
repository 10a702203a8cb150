import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Pelaku } from './pelaku';
import { PenentuPelaku } from './penentu-pelaku';
import './sesi/sesi-kini';

/** The session was looked up when the request came in (`SesiMiddleware`); asking again costs nothing. */
@Injectable()
export class PelakuSesi extends PenentuPelaku {
  override tentukan(req: Request): Promise<Pelaku | null> {
    return Promise.resolve(req.sesi?.pelaku ?? null);
  }
}
