import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Jam } from '../../shared/jam';
import { adalahNada, kabarView, type Kabar, type KabarView } from '../../shared/tampilan/kabar';
import { bacaKuki, hapusKuki, pasangKuki } from '../kuki';
import { PengaturanAuth } from '../pengaturan';
import { bentukToken, sama } from '../token';

/** Seconds between the act and the page that tells of it. */
const UMUR = 120;
const TEKS_TERPANJANG = 300;

/**
 * What an act leaves to say on the page that follows, read once: a cookie of two minutes, sealed with the secret of the session, so that
 * neither an address nor another site can put words in our mouth. Nobody signed in: nothing is left.
 */
@Injectable()
export class KabarService {
  constructor(
    private readonly jam: Jam,
    private readonly pengaturan: PengaturanAuth,
  ) {}

  titip(req: Request, res: Response, kabar: Kabar): void {
    const token = this.token(req);
    if (token === null) return;
    const isi = JSON.stringify([this.detik() + UMUR, kabar.nada, kabar.teks.slice(0, TEKS_TERPANJANG)]);
    const nilai = `${Buffer.from(isi).toString('base64url')}.${segel(token, isi).toString('base64url')}`;
    pasangKuki(req, res, 'tuntas_kabar', nilai, this.pengaturan, UMUR);
  }

  /** Takes it away with the answer to this request. */
  ambil(req: Request, res: Response): KabarView | null {
    const nilai = bacaKuki(req, 'tuntas_kabar', this.pengaturan);
    if (nilai === undefined) return null;
    hapusKuki(req, res, 'tuntas_kabar', this.pengaturan);
    const token = this.token(req);
    const [isi = '', tanda = ''] = nilai.split('.', 2).map((bagian) => Buffer.from(bagian, 'base64url'));
    if (token === null || typeof isi === 'string' || typeof tanda === 'string') return null;
    const teks = isi.toString('utf8');
    return sama(segel(token, teks), tanda) ? this.baca(teks) : null;
  }

  private baca(isi: string): KabarView | null {
    const [berakhir, nada, teks] = JSON.parse(isi) as unknown[];
    if (typeof berakhir !== 'number' || berakhir < this.detik() || !adalahNada(nada) || typeof teks !== 'string') return null;
    return kabarView({ nada, teks });
  }

  private token(req: Request): string | null {
    const token = req.sesi?.pelaku ? bacaKuki(req, 'tuntas_sesi', this.pengaturan) : undefined;
    return bentukToken(token) ? token : null;
  }

  private detik(): number {
    return Math.floor(this.jam.sekarang().getTime() / 1000);
  }
}

function segel(token: string, isi: string): Buffer {
  return createHmac('sha256', `kabar/${token}`).update(isi).digest();
}
