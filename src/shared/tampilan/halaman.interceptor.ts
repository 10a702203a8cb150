import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { mergeMap, type Observable } from 'rxjs';
import { Halaman, Tampilan } from './tampilan';

const kompres = promisify(gzip);
/** Below this a compressed page saves no packet. */
const LAYAK_DIKOMPRES = 1400;

/** Turns the `Halaman` that a controller returns into HTML. Express adds the ETag, answers 304 and leaves the body out of HEAD. */
@Injectable()
export class HalamanInterceptor implements NestInterceptor {
  constructor(private readonly tampilan: Tampilan) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    return next.handle().pipe(
      mergeMap(async (hasil: unknown) => {
        if (!(hasil instanceof Halaman)) return hasil;
        return this.kirim(hasil, http.getRequest(), http.getResponse());
      }),
    );
  }

  private async kirim(halaman: Halaman, req: Request, res: Response): Promise<string | Buffer> {
    const html = this.tampilan.render(halaman);
    res
      .status(halaman.status)
      .set({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, no-cache', Vary: 'Accept-Encoding' });
    if (html.length < LAYAK_DIKOMPRES || req.acceptsEncodings(['gzip', 'identity']) !== 'gzip') return html;
    res.set('Content-Encoding', 'gzip');
    return kompres(html);
  }
}
