import { Controller, Get, Param, Query } from '@nestjs/common';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { Jam } from '../../shared/jam';
import { Halaman } from '../../shared/tampilan/tampilan';
import { BahanQuery } from '../bahan.query';
import { KodePipe } from '../kode.pipe';
import { daftarRencanaView } from './daftar-rencana.view';
import { RincianQuery } from './rincian.query';

@Controller('instansi/:instansi/rencana')
export class DaftarRencanaController {
  constructor(
    private readonly query: BahanQuery,
    private readonly rincian: RincianQuery,
    private readonly jam: Jam,
  ) {}

  @Get()
  @Izin('rencana.lihat')
  async daftar(
    @Param('instansi', KodePipe) instansi: string,
    @Query() kueri: Record<string, unknown>,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const bahan = await this.query.instansi(instansi);
    const { instansiId, rencana } = await this.rincian.ringkasan(instansi);
    const isi = { ...bahan, kueri, pelaku, instansiId, ringkasan: rencana, sekarang: this.jam.sekarang() };
    return new Halaman('dashboard/rencana-daftar', daftarRencanaView(isi));
  }
}
