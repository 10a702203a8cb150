import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import { permintaanHalaman } from './permintaan';
import { Alihan, Halaman, Tampilan } from './tampilan';
import { denganWaktu } from './waktu';

/** Turns the `Halaman` that a controller returns into HTML, an `Alihan` into 303. Express answers 304 and leaves the body out of HEAD. */
@Injectable()
export class HalamanInterceptor implements NestInterceptor {
  constructor(private readonly tampilan: Tampilan) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const res = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map((hasil: unknown) => {
        if (hasil instanceof Alihan) {
          const permintaan = permintaanHalaman(res);
          if (hasil.kabar) permintaan.titipKabar(hasil.kabar);
          res.status(303).location(denganWaktu(hasil.tautan, permintaan.waktu)).set('Cache-Control', 'no-store');
          return '';
        }
        if (!(hasil instanceof Halaman)) return hasil;
        const permintaan = permintaanHalaman(res);
        const html = this.tampilan.render(hasil, permintaan);
        res.status(hasil.status).set('Content-Type', 'text/html; charset=utf-8');
        // Pages with what is shown once say `no-store` themselves.
        if (res.get('Cache-Control') === undefined) res.set('Cache-Control', 'private, no-cache');
        res.set('ETag', permintaan.tandaHalaman(html));
        return html;
      }),
    );
  }
}
