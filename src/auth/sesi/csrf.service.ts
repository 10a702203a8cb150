import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { bacaKuki, pasangKuki } from '../kuki';
import { PengaturanAuth } from '../pengaturan';
import { bentukToken, buatToken, sama } from '../token';
import { bukaSamaran, samarkan } from './csrf.rules';

const AMAN = ['GET', 'HEAD', 'OPTIONS'];
const NAMA = '_csrf';
/** Bytes of a secret: SHA-256. */
const PANJANG = 32;

/**
 * Every form carries a token that only a page of ours can have put there: it is made from the session's secret cookie, or, before
 * signing in, from that of a visitor.
 */
@Injectable()
export class CsrfService {
  constructor(private readonly pengaturan: PengaturanAuth) {}

  /**
   * For the forms of the answer to this request; a visitor gets the cookie with the first form. Every answer hides the secret under
   * another mask, so that the length of compressed pages tells nothing about it.
   */
  token(req: Request, res: Response): string {
    let rahasia = this.rahasia(req);
    if (rahasia === null) {
      const tamu = buatToken();
      pasangKuki(req, res, 'tuntas_tamu', tamu, this.pengaturan);
      rahasia = turunkan('tamu', tamu);
    }
    return samarkan(rahasia, randomBytes(rahasia.length));
  }

  /** The same for every token of one browser, and no help in making one: what a page that differs in its token alone is known by. */
  tanda(token: string): string {
    const rahasia = bukaSamaran(token, PANJANG);
    return turunkan('tanda', rahasia?.toString('base64url') ?? '').toString('base64url');
  }

  /** Whether a request may change anything: it only reads, or comes from a page of ours. */
  sah(req: Request): boolean {
    if (AMAN.includes(req.method)) return true;
    if (this.dariSitusLain(req)) return false;
    const rahasia = this.rahasia(req);
    const terkirim = this.terkirim(req);
    const dibuka = rahasia && terkirim !== null ? bukaSamaran(terkirim, rahasia.length) : null;
    return rahasia !== null && dibuka !== null && sama(rahasia, dibuka);
  }

  /** Told by the browser itself, where it tells. */
  dariSitusLain(req: Request): boolean {
    const dari = req.headers['sec-fetch-site'];
    return dari !== undefined && dari !== 'same-origin' && dari !== 'none';
  }

  private terkirim(req: Request): string | null {
    const badan: unknown = req.body;
    const isian: unknown =
      typeof badan === 'object' && badan !== null && Object.hasOwn(badan, NAMA)
        ? (badan as Record<string, unknown>)[NAMA]
        : undefined;
    const token = isian ?? req.headers['x-csrf-token'];
    return typeof token === 'string' ? token : null;
  }

  private rahasia(req: Request): Buffer | null {
    if (req.sesi) {
      const token = bacaKuki(req, 'tuntas_sesi', this.pengaturan);
      if (bentukToken(token)) return turunkan('sesi', token);
    }
    const tamu = bacaKuki(req, 'tuntas_tamu', this.pengaturan);
    return bentukToken(tamu) ? turunkan('tamu', tamu) : null;
  }
}

function turunkan(guna: string, rahasia: string): Buffer {
  return createHash('sha256').update(`csrf/${guna}/${rahasia}`).digest();
}
