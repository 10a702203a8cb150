import { gzip } from 'node:zlib';
import type { NextFunction, Request, Response } from 'express';

/** Below this a compressed page saves no packet. */
const LAYAK_DIKOMPRES = 1400;

/** Sends pages compressed to those who take it. Express then adds ETag and length as for any body. */
export function kompresiHalaman(req: Request, res: Response, next: NextFunction): void {
  const kirim = res.send.bind(res);
  res.send = (isi: unknown): Response => {
    const tipe = res.get('Content-Type') ?? '';
    if (typeof isi !== 'string' || !tipe.startsWith('text/html')) return kirim(isi);
    res.vary('Accept-Encoding');
    if (isi.length < LAYAK_DIKOMPRES || req.acceptsEncodings(['gzip', 'identity']) !== 'gzip') return kirim(isi);
    gzip(isi, (galat, padat) => {
      if (galat) {
        kirim(isi);
        return;
      }
      res.set('Content-Encoding', 'gzip');
      kirim(padat);
    });
    return res;
  };
  next();
}
