import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { asalPermintaan } from '../asal';
import { bacaKuki, hapusKuki, pasangKuki } from '../kuki';
import { PengaturanAuth } from '../pengaturan';
import { UMUR_PERANGKAT } from '../sesi/sesi.rules';
import type { HasilMasuk, Peramban } from './masuk.service';

/** What a browser holds and is given at the door: the cookies of signing in. */
@Injectable()
export class PintuService {
  constructor(private readonly pengaturan: PengaturanAuth) {}

  peramban(req: Request): Peramban {
    return {
      asal: asalPermintaan(req),
      tokenSesi: bacaKuki(req, 'tuntas_sesi', this.pengaturan),
      tokenPerangkat: bacaKuki(req, 'tuntas_perangkat', this.pengaturan),
    };
  }

  /** A new session in place of whatever was there; the visitor's cookie has served. */
  buka(req: Request, res: Response, hasil: Extract<HasilMasuk, { jenis: 'masuk' }>): void {
    this.pasangSesi(req, res, hasil.token);
    hapusKuki(req, res, 'tuntas_tamu', this.pengaturan);
    if (hasil.perangkat !== null) this.pasangPerangkat(req, res, hasil.perangkat);
  }

  pasangSesi(req: Request, res: Response, token: string): void {
    pasangKuki(req, res, 'tuntas_sesi', token, this.pengaturan);
  }

  pasangPerangkat(req: Request, res: Response, token: string): void {
    pasangKuki(req, res, 'tuntas_perangkat', token, this.pengaturan, UMUR_PERANGKAT);
  }

  /** What the browser kept of our pages goes too. */
  tutup(req: Request, res: Response): void {
    hapusKuki(req, res, 'tuntas_sesi', this.pengaturan);
    res.set('Clear-Site-Data', '"cache"');
  }

  /** Scheme and host for links and redirects. */
  alamat(req: Request): string {
    return this.pengaturan.alamatPublik ?? `${req.protocol}://${req.get('host') ?? 'localhost'}`;
  }
}
