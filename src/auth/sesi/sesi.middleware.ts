import { BadRequestException, ForbiddenException, Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { Cangkang } from '../../shared/tampilan/cangkang';
import { kabarView, type KabarView } from '../../shared/tampilan/kabar';
import { pasangPermintaan, permintaanHalaman, tandaHalaman } from '../../shared/tampilan/permintaan';
import { Tampilan } from '../../shared/tampilan/tampilan';
import { waktuDibawa } from '../../shared/tampilan/waktu';
import { cangkangView } from '../cangkang/cangkang.view';
import { KabarService } from '../cangkang/kabar.service';
import { bacaKuki } from '../kuki';
import { PengaturanAuth } from '../pengaturan';
import { CsrfService } from './csrf.service';
import { formulirUsangView } from './formulir-usang.view';
import { SesiQuery } from './sesi.query';
import './sesi-kini';
import { bacaKetikanSaja, bacaUnggahan, berupaUnggahan, type FormulirBerkas } from './unggahan';

/** Answered without knowing who asks. */
const TANPA_SESI = /^\/(?:aset\/|(?:favicon\.ico|sehat)(?:\?|$))/;

/** A telephone that was let in to send pictures: nobody is signed in there. Its route looks at the token before it reads a byte. */
const TELEPON = /^\/t\/[\w-]{64}(?:\?|$)/;

/** Who asks, with one query at most, and whether a form comes from a page of ours; before any guard. */
@Injectable()
export class SesiMiddleware implements NestMiddleware {
  constructor(
    private readonly sesi: SesiQuery,
    private readonly csrf: CsrfService,
    private readonly kabar: KabarService,
    private readonly tampilan: Tampilan,
    private readonly pengaturan: PengaturanAuth,
  ) {}

  async use(req: Request, res: Response, next: NextFunction): Promise<void> {
    if (TANPA_SESI.test(req.originalUrl)) {
      next();
      return;
    }
    if (berbitaNol(req.originalUrl) || berbitaNol(req.body)) throw new BadRequestException();
    req.sesi = await this.sesi.cari(bacaKuki(req, 'tuntas_sesi', this.pengaturan));
    this.siapkanHalaman(req, res);
    if ((req.sesi?.pelaku || TELEPON.test(req.originalUrl)) && berupaUnggahan(req) && !this.csrf.dariSitusLain(req)) {
      req.formulirBerkas = this.formulirBerkas(req, res);
      next();
      return;
    }
    if (this.csrf.sah(req)) {
      next();
      return;
    }
    if (berupaUnggahan(req) && this.dariHalamanKita(req)) await bacaKetikanSaja(req, res);
    if (berbitaNol(req.body)) throw new BadRequestException();
    this.tolak(req, res);
  }

  /** Its token is looked at by `UnggahanGuard`, or by the route that reads it. */
  private formulirBerkas(req: Request, res: Response): FormulirBerkas {
    return {
      baca: async () => {
        await bacaUnggahan(req, res);
        if (berbitaNol(req.body)) throw new BadRequestException();
      },
      sah: () => this.csrf.sah(req),
      tolak: () => this.tolak(req, res),
    };
  }

  /** What a page of this request shows besides its content; each part is made when the page asks for it, and once. */
  private siapkanHalaman(req: Request, res: Response): void {
    const { csrf, kabar } = this;
    const pelaku = req.sesi?.pelaku ?? null;
    let token: string | null = null;
    let cangkang: Cangkang | null = null;
    let pesan: KabarView | null | undefined;
    pasangPermintaan(res, {
      // Only a page with a form asks for it, so that other pages set no cookie.
      get csrf() {
        return (token ??= csrf.token(req, res));
      },
      pengguna: pelaku && { nama: pelaku.nama },
      get cangkang() {
        return (cangkang ??= cangkangView({ pelaku, alamat: req.originalUrl }));
      },
      get kabar() {
        return (pesan ??= kabar.ambil(req, res) ?? kabarMenunggu(req));
      },
      waktu: waktuDibawa(req.query),
      logo: null,
      hitungNav: {},
      titipKabar: (isi) => kabar.titip(req, res, isi),
      tandaHalaman: (html) => tandaHalaman(token === null ? html : html.replaceAll(token, csrf.tanda(token))),
    });
  }

  /** Told by the browser: what was typed in such a form may be shown again. */
  private dariHalamanKita(req: Request): boolean {
    return req.headers['sec-fetch-site'] === 'same-origin';
  }

  /** A form that was open too long: nothing happens, and what was typed is shown again, to be sent from here. */
  private tolak(req: Request, res: Response): void {
    if (req.accepts(['html', 'json']) !== 'html') throw new ForbiddenException();
    const { sesi, originalUrl: alamat } = req;
    // Signed out in another tab already.
    if (!sesi && alamat.split('?')[0] === '/keluar' && !this.csrf.dariSitusLain(req)) {
      res.redirect(303, '/masuk?pesan=keluar');
      return;
    }
    const asli = this.dariHalamanKita(req) && (berupaUnggahan(req) || req.is('application/x-www-form-urlencoded'));
    const masuk = sesi?.pelaku !== null && sesi?.pelaku !== undefined;
    const halaman = formulirUsangView({ alamat, badan: asli ? (req.body as unknown) : null, masuk });
    const html = this.tampilan.render(halaman, permintaanHalaman(res));
    res.status(halaman.status).set('Cache-Control', 'no-store').type('html').send(html);
  }
}

/** On every page but the one where it is read. */
function kabarMenunggu({ sesi, originalUrl }: Request): KabarView | null {
  if (!sesi?.pelaku || sesi.kabar === 0 || /^\/akun(?:[?#]|$)/.test(originalUrl)) return null;
  const teks = 'Ada pemberitahuan atau undangan yang menunggu Anda; bukalah Akun saya dari menu nama Anda.';
  return kabarView({ nada: 'catatan', teks });
}

/** PostgreSQL takes none in a text, and no person types one. */
function berbitaNol(nilai: unknown): boolean {
  if (typeof nilai === 'string') return nilai.includes('\0') || /%00/.test(nilai.slice(0, 8192));
  if (typeof nilai !== 'object' || nilai === null) return false;
  return Object.entries(nilai).some(
    ([nama, isi]) => nama.includes('\0') || (typeof isi === 'string' ? isi.includes('\0') : berbitaNol(isi)),
  );
}
