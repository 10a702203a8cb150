import { Body, Controller, Get, Header, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Transaksi } from '../../database/transaksi';
import { GalatIsian } from '../../shared/isian';
import { Alihan, Halaman } from '../../shared/tampilan/tampilan';
import { jalur, teksKueri } from '../../shared/tampilan/tautan';
import { Izin, KonteksSendiri } from '../izin.dekorator';
import { teksBaris, teksMentah } from '../masuk/isian-masuk';
import { PintuService } from '../masuk/pintu.service';
import '../permintaan';
import { CaraMasukService, type IsianPenyedia } from './cara-masuk.service';
import { caraMasukView, type BahanCaraMasuk } from './cara-masuk.view';
import { PenyediaQuery } from './penyedia.query';

interface InstansiRingkas {
  readonly id: string;
  readonly kode: string;
  readonly nama: string;
}

/** How the people of an agency sign in: for its admin. */
@Controller('instansi/:instansi/cara-masuk')
@Izin('organisasi.kelola')
@KonteksSendiri()
export class CaraMasukController {
  constructor(
    private readonly query: PenyediaQuery,
    private readonly service: CaraMasukService,
    private readonly pintu: PintuService,
    private readonly transaksi: Transaksi,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  async halaman(@Query('pesan') pesan: unknown, @Req() req: Request): Promise<Halaman> {
    return this.tampilkan(await this.instansi(req), req, { disimpan: teksKueri(pesan) === 'disimpan' });
  }

  @Post('totp')
  async totp(@Body() badan: unknown, @Param('instansi') kode: string, @Req() req: Request): Promise<Alihan> {
    await this.service.wajibkanTotp(await this.instansi(req), daftarPilihan(badan, 'peran'));
    return kembali(kode);
  }

  @Post('penyedia')
  async penyedia(@Body() badan: unknown, @Param('instansi') kode: string, @Req() req: Request): Promise<Halaman | Alihan> {
    const instansi = await this.instansi(req);
    const isian: IsianPenyedia = {
      label: teksBaris(badan, 'label', 500),
      penerbit: teksBaris(badan, 'penerbit', 1000),
      klienId: teksBaris(badan, 'klienId', 500),
      rahasia: teksMentah(badan, 'rahasia').trim(),
      aktif: teksMentah(badan, 'aktif') === 'ya',
    };
    try {
      await this.service.simpanPenyedia(instansi, isian);
      return kembali(kode);
    } catch (galat) {
      if (!(galat instanceof GalatIsian)) throw galat;
      return this.tampilkan(instansi, req, { isian, galat: galat.daftar });
    }
  }

  private async tampilkan(
    instansi: InstansiRingkas,
    req: Request,
    lain: Pick<BahanCaraMasuk, 'isian' | 'galat' | 'disimpan'>,
  ): Promise<Halaman> {
    return this.transaksi.jalankan(async () => {
      const penyedia = await this.query.milik(instansi.id);
      const totpWajib = await this.query.totpWajib(instansi.id);
      return caraMasukView({ ...lain, instansi, penyedia, totpWajib, alamat: this.pintu.alamat(req) });
    });
  }

  private async instansi({ instansiId }: Request): Promise<InstansiRingkas> {
    const [baris] = await this.transaksi.jalankan((manager) =>
      manager.query<InstansiRingkas[]>('SELECT id, kode, nama FROM instansi WHERE id = $1', [instansiId]),
    );
    if (!baris) throw new Error('Instansi pada alamat tidak ada');
    return baris;
  }
}

/** Check boxes of one name: none, one, or several. */
function daftarPilihan(badan: unknown, nama: string): string[] {
  if (typeof badan !== 'object' || badan === null || !Object.hasOwn(badan, nama)) return [];
  const nilai = (badan as Record<string, unknown>)[nama];
  return (Array.isArray(nilai) ? nilai : [nilai]).filter((satu): satu is string => typeof satu === 'string');
}

function kembali(kode: string): Alihan {
  return new Alihan(`${jalur('instansi', kode, 'cara-masuk')}?pesan=disimpan`);
}
