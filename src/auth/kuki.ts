import type { CookieOptions, Request, Response } from 'express';
import type { PengaturanAuth } from './pengaturan';

/** The session; a visitor without one, for the forms before signing in; a browser in which the person signed in before; a word for the next page. */
export type NamaKuki = 'tuntas_sesi' | 'tuntas_tamu' | 'tuntas_perangkat' | 'tuntas_kabar';

const TERPANJANG = 2000;

function aman(req: Request, pengaturan: PengaturanAuth): boolean {
  return pengaturan.https || req.secure;
}

/** `__Host-` behind TLS: no neighbour under the same domain can put a cookie of that name in. */
function namaLengkap(nama: NamaKuki, tls: boolean): string {
  return tls ? `__Host-${nama}` : nama;
}

export function bacaKuki(req: Request, nama: NamaKuki, pengaturan: PengaturanAuth): string | undefined {
  const dicari = namaLengkap(nama, aman(req, pengaturan));
  for (const pasangan of (req.headers.cookie ?? '').split(';')) {
    const batas = pasangan.indexOf('=');
    if (batas < 0 || pasangan.slice(0, batas).trim() !== dicari) continue;
    const nilai = pasangan.slice(batas + 1).trim();
    return nilai.length <= TERPANJANG ? nilai : undefined;
  }
  return undefined;
}

/** @param umurDetik without it the cookie goes with the browser */
export function pasangKuki(
  req: Request,
  res: Response,
  nama: NamaKuki,
  nilai: string,
  pengaturan: PengaturanAuth,
  umurDetik?: number,
): void {
  const tls = aman(req, pengaturan);
  const opsi: CookieOptions = { httpOnly: true, sameSite: 'lax', secure: tls, path: '/' };
  res.cookie(namaLengkap(nama, tls), nilai, umurDetik === undefined ? opsi : { ...opsi, maxAge: umurDetik * 1000 });
}

export function hapusKuki(req: Request, res: Response, nama: NamaKuki, pengaturan: PengaturanAuth): void {
  const tls = aman(req, pengaturan);
  res.clearCookie(namaLengkap(nama, tls), { httpOnly: true, sameSite: 'lax', secure: tls, path: '/' });
}
