import type { Request } from 'express';
import type { Oleh } from '../database/konteks';
import { asalPermintaan } from './asal';
import type { Pelaku } from './pelaku';

/** Who acts, with the post and roles held now in each agency, and from where. */
export function olehPelaku({ nama, instansi, peran }: Pelaku, req: Request): Oleh {
  return {
    ...asalPermintaan(req),
    nama,
    jabatan: instansi.flatMap(({ id, jabatan }) => (jabatan === null ? [] : [{ instansiId: id, jabatan }])),
    peran: peran.map(({ instansiId, peran: p }) => ({ instansiId, peran: p })),
  };
}

export function olehTamu(req: Request): Oleh {
  return { ...asalPermintaan(req), nama: 'Belum masuk', jabatan: [], peran: [] };
}
