import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { mergeMap, type Observable } from 'rxjs';
import '../auth/permintaan';
import { Transaksi } from '../database/transaksi';
import { InstansiEntity } from '../organisasi/instansi.entity';
import type { Kerangka } from '../shared/tampilan/kerangka';
import { permintaanHalaman } from '../shared/tampilan/permintaan';
import { Halaman } from '../shared/tampilan/tampilan';
import { jalur, kueri, teksKueri } from '../shared/tampilan/tautan';
import { TahunQuery } from './tahun.query';
import { waktuInstansi } from './waktu-instansi.view';
import { pitaWaktu } from './waktu.view';

/**
 * What the header of every page of an agency shows of it: its logo, and year and triwulan. Pages without figures of their own get the
 * agency's years, so that what was chosen is still there, and can be changed, wherever one goes.
 */
@Injectable()
export class PitaInterceptor implements NestInterceptor {
  constructor(
    private readonly tahun: TahunQuery,
    private readonly transaksi: Transaksi,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const req = context.switchToHttp().getRequest<Request>();
    const res = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(mergeMap((hasil: unknown) => this.lengkapi(hasil, req, res)));
  }

  /** The address carries the version, so that a new logo is seen at once. */
  private async logo(instansiId: string): Promise<{ alamat: string; teks: string } | null> {
    const i = await this.transaksi.manager.findOneByOrFail(InstansiEntity, { id: instansiId });
    if (i.logoKunci === null) return null;
    const alamat = kueri(jalur('instansi', i.kode, 'organisasi', 'logo'), { v: i.logoKunci.slice(0, 8) });
    return { alamat, teks: `Logo ${i.singkatan}` };
  }

  private async lengkapi(hasil: unknown, { instansiId, originalUrl, query }: Request, res: Response): Promise<unknown> {
    if (!(hasil instanceof Halaman) || instansiId === undefined) return hasil;
    const { konteks } = hasil;
    const tanpa = tanpaPita(konteks);
    const [logo, masa] = await this.transaksi.baca(
      async () => [await this.logo(instansiId), tanpa ? await this.tahun.masa(instansiId) : null] as const,
    );
    permintaanHalaman(res).logo = logo;
    if (!tanpa || masa === null) return hasil;
    const { alamat, ...kerangka } = konteks.kerangka;
    const [lintasan = ''] = originalUrl.split('?', 1);
    const lain = Object.entries(query).flatMap(([nama, nilai]) =>
      ['tw', 'tahun', '_csrf', 'h'].includes(nama) ? [] : [[nama, teksKueri(nilai)] as const],
    );
    const pita = pitaWaktu(alamat ?? lintasan, waktuInstansi(masa, query), Object.fromEntries(lain));
    return new Halaman(hasil.templat, { ...konteks, kerangka: { ...kerangka, pita } }, hasil.status);
  }
}

function tanpaPita(konteks: object): konteks is { readonly kerangka: Kerangka } {
  if (!('kerangka' in konteks) || typeof konteks.kerangka !== 'object' || konteks.kerangka === null) return false;
  return 'pita' in konteks.kerangka && konteks.kerangka.pita === null;
}
