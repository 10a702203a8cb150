import { randomUUID } from 'node:crypto';
import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { GalatBelumMasuk, SudahDijawab } from './galat';
import { galatHttp, type GalatHttp, type Langkah } from './galat.view';
import { kerangkaUmum } from './tampilan/kerangka';
import { permintaanHalaman } from './tampilan/permintaan';
import { Halaman, Tampilan } from './tampilan/tampilan';

/** Every failure of a request becomes a page or a problem document here. Mistakes of people are no errors of the software: not logged. */
@Catch()
export class GalatFilter implements ExceptionFilter {
  private readonly pencatat = new Logger(GalatFilter.name);

  constructor(private readonly tampilan: Tampilan) {}

  catch(galat: unknown, host: ArgumentsHost): void {
    const req = host.switchToHttp().getRequest<Request>();
    const res = host.switchToHttp().getResponse<Response>();
    if (galat instanceof SudahDijawab) return;
    const hasil = galatHttp(galat, halamanInduk(req));
    const kejadian = hasil.status >= 500 ? this.catat(galat, hasil, req) : null;
    if (res.headersSent) {
      res.destroy();
      return;
    }
    for (const nama of ['Content-Encoding', 'Content-Disposition', 'ETag', 'Content-Length']) res.removeHeader(nama);
    res.status(hasil.status).set({ 'Cache-Control': 'no-store', Vary: 'Accept' });
    if ([429, 503].includes(hasil.status) && res.get('Retry-After') === undefined) res.set('Retry-After', '60');
    const halaman =
      req.accepts(['html', 'application/problem+json', 'json']) === 'html' || !req.accepts(['application/problem+json', 'json']);
    if (halaman && galat instanceof GalatBelumMasuk) {
      res.status(303).location(alamatMasuk(req)).end();
    } else if (halaman) {
      res.type('html').send(this.halaman(hasil, kejadian, res));
    } else {
      res.type('application/problem+json').send(JSON.stringify(masalah(hasil, kejadian)));
    }
  }

  /** @returns the number by which the person and the log mean the same event */
  private catat(galat: unknown, { status }: GalatHttp, req: Request): string {
    const kejadian = randomUUID();
    const rincian = galat instanceof Error ? galat : new Error(String(galat));
    const judul = `${kejadian} ${req.method} ${jejak(req)}: ${samarkanRahasia(rincian.message)}`;
    if (status === 503) this.pencatat.warn(judul);
    else this.pencatat.error(judul, rincian.stack && samarkanRahasia(rincian.stack));
    return kejadian;
  }

  private halaman({ status, judul, pesan, langkah, bantuan }: GalatHttp, kejadian: string | null, res: Response): string {
    const konteks = { kerangka: kerangkaUmum(judul), kode: String(status), judul, pesan, langkah, bantuan, kejadian };
    return this.tampilan.render(new Halaman('galat', konteks, status), permintaanHalaman(res));
  }
}

/** The sign-in page, which leads back to where the person wanted to go: to a page of ours, never to the target of a form. */
function alamatMasuk(req: Request): string {
  const lanjut = ['GET', 'HEAD'].includes(req.method) && /^\/(?![/\\])/.test(req.originalUrl) ? req.originalUrl : '';
  return lanjut === '' || lanjut === '/' ? '/masuk' : `/masuk?lanjut=${encodeURIComponent(lanjut)}`;
}

/** The plan, or else the agency, that the address lies under; null for any other one, and for that page itself. */
function halamanInduk({ originalUrl }: Request): Langkah | null {
  const [alamat = '', , rencana] = /^\/instansi\/([^/?#]+)(\/rencana\/[^/?#]+)?/.exec(originalUrl) ?? [];
  if (alamat === '' || alamat === originalUrl) return null;
  return { teks: rencana === undefined ? 'Kembali ke instansinya' : 'Kembali ke rencananya', tautan: alamat };
}

/** RFC 9457. */
function masalah({ status, judul, pesan }: GalatHttp, kejadian: string | null): object {
  return { type: 'about:blank', title: judul, status, detail: pesan, ...(kejadian ? { instance: `urn:uuid:${kejadian}` } : {}) };
}

/** What opens an account when it is in an address: links to it, and whatever looks like a token. */
const TOKEN = /^(?=.*[A-Za-z_-])[\w-]{32,}$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const BERTOKEN = ['undangan', 'atur-ulang'];

/** The path as one short line without tokens; a query may hold what people typed, or a code of signing in, and stays out of the log. */
function jejak(req: Request): string {
  const langkah = req.originalUrl.split(/[?#]/, 1)[0]?.split('/') ?? [];
  const aman = langkah.map((satu, i) =>
    BERTOKEN.includes(langkah[i - 1] ?? '') || (TOKEN.test(satu) && !UUID.test(satu)) ? '…' : satu.replace(/[^\x21-\x7e]/g, '?'),
  );
  return aman.join('/').slice(0, 200);
}

/** Values of an address in what another program says: passwords, codes, tokens. */
const NILAI_RAHASIA = /([?&#](?:code|state|token|access_token|id_token|refresh_token|_csrf|sandi|password)=)[^&\s"'<>]+/gi;
const SANDI_ALAMAT = /(:\/\/[^\s:@/]*:)[^\s@/]+@/g;

function samarkanRahasia(teks: string): string {
  return teks.replace(NILAI_RAHASIA, '$1…').replace(SANDI_ALAMAT, '$1…@');
}
