import { Controller, Get, Param, Query } from '@nestjs/common';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { Organisasi } from '../../organisasi/tempat';
import { potong } from '../../shared/tampilan/penomoran';
import type { Halaman } from '../../shared/tampilan/tampilan';
import { teksKueri } from '../../shared/tampilan/tautan';
import { KodePipe } from '../kode.pipe';
import { DaftarTugas } from './daftar-tugas';
import { semuaTugas } from './tugas.rules';
import { bacaSaringanTugas, tugasView } from './tugas.view';

const SEHALAMAN = 50;

/** *Tugas saya*: where the day of a unit, a coordinator, an inspector and a head begins. */
@Controller('instansi/:instansi/tugas')
export class TugasController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly daftar: DaftarTugas,
  ) {}

  @Get()
  @Izin('tugas.lihat')
  async tugas(
    @Param('instansi', KodePipe) instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Query() kueri: Record<string, unknown>,
  ): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const saringan = bacaSaringanTugas(kueri);
    const { waktu, jenis } = saringan;
    const diminta = teksKueri(kueri['h'], 9);
    const sampai = /^[1-9]\d{0,3}$/.test(diminta) ? Number(diminta) * SEHALAMAN : SEHALAMAN;
    const { jumlah, semua, tugas, slot } = await this.daftar.halaman(tempat, waktu, jenis, sampai);
    const potongan = potong(jenis === null ? semuaTugas(jumlah) : jumlah[jenis], SEHALAMAN, diminta);
    return tugasView({
      ...{ tempat, saringan, jumlah, potongan, slot, semua: semuaTugas(semua) },
      tugas: tugas.slice(potongan.lewati, potongan.lewati + potongan.ambil),
      terlama: tugas[0]?.sejak ?? null,
    });
  }
}
