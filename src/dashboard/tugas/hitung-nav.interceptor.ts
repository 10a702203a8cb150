import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { mergeMap, type Observable } from 'rxjs';
import '../../auth/permintaan';
import { punyaIzinDi } from '../../auth/izin';
import { Transaksi } from '../../database/transaksi';
import { InstansiEntity } from '../../organisasi/instansi.entity';
import { Jam } from '../../shared/jam';
import { permintaanHalaman } from '../../shared/tampilan/permintaan';
import { Halaman } from '../../shared/tampilan/tampilan';
import { hariIniDi } from '../../shared/tanggal';
import { DaftarTugas } from './daftar-tugas';
import { semuaTugas } from './tugas.rules';
import { waktuAlamat } from './tugas.view';

/** Numbers in the navigation of every page of an agency: the same that the pages behind them count. */
@Injectable()
export class HitungNavInterceptor implements NestInterceptor {
  constructor(
    private readonly daftar: DaftarTugas,
    private readonly transaksi: Transaksi,
    private readonly jam: Jam,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const req = context.switchToHttp().getRequest<Request>();
    const res = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      mergeMap(async (hasil: unknown) => {
        if (hasil instanceof Halaman) await this.hitung(req, res);
        return hasil;
      }),
    );
  }

  private async hitung({ pelaku, instansiId, query }: Request, res: Response): Promise<void> {
    if (!pelaku || instansiId === undefined || !punyaIzinDi(pelaku, 'tugas.lihat', instansiId)) return;
    const waktu = waktuAlamat(query);
    const [tugas, semua] = await this.transaksi.baca(async () => {
      const instansi = await this.transaksi.manager.findOneByOrFail(InstansiEntity, { id: instansiId });
      const pemilik = { instansi, pelaku, hariIni: hariIniDi(instansi.zonaWaktu, this.jam.sekarang()) };
      return [await this.daftar.jumlah(pemilik, waktu), await this.daftar.jumlah(pemilik, '')] as const;
    });
    // The queue itself knows no time of the header.
    permintaanHalaman(res).hitungNav = { tugas: semuaTugas(tugas), verifikasi: semua.verifikasi };
  }
}
