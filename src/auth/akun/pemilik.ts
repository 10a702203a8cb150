import type { Request } from 'express';
import '../sesi/sesi-kini';
import type { Pemilik } from './akun.service';

/** @throws {Error} on a route that the guard does not keep */
export function pemilikSesi(req: Request): Pemilik {
  const { sesi } = req;
  if (!sesi?.pelaku) throw new Error('Halaman akun dipakai tanpa sesi');
  return { pelaku: sesi.pelaku, cara: sesi.cara };
}
