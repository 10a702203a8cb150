import { Controller, Get, Query } from '@nestjs/common';
import { Izin } from '../auth/izin.dekorator';
import { Jam } from '../shared/jam';
import { potong } from '../shared/tampilan/penomoran';
import { Halaman } from '../shared/tampilan/tampilan';
import { teksKueri } from '../shared/tampilan/tautan';
import { BerandaQuery } from './beranda.query';
import { berandaView } from './beranda.view';

const INSTANSI_PER_HALAMAN = 20;
/** More words than this narrow a search no further. */
const KATA_TERBANYAK = 8;

@Controller()
@Izin('beranda.lihat')
export class BerandaController {
  constructor(
    private readonly query: BerandaQuery,
    private readonly jam: Jam,
  ) {}

  @Get()
  async beranda(@Query() kueri: Record<string, unknown>): Promise<Halaman> {
    const q = teksKueri(kueri['q']);
    const kata = q.split(/\s+/).filter(Boolean).slice(0, KATA_TERBANYAK);
    const potongan = potong(await this.query.jumlah(kata), INSTANSI_PER_HALAMAN, teksKueri(kueri['h']));
    const daftar = await this.query.daftar(kata, potongan.lewati, potongan.ambil);
    return new Halaman('dashboard/beranda', berandaView({ daftar, potongan, q, sekarang: this.jam.sekarang() }));
  }
}
