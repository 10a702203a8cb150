import { Injectable } from '@nestjs/common';
import { peranDi, type Pelaku } from '../../auth/pelaku';
import { Organisasi } from '../../organisasi/tempat';
import { Jam } from '../../shared/jam';
import { Halaman } from '../../shared/tampilan/tampilan';
import { teksKueri } from '../../shared/tampilan/tautan';
import type { BahanInstansi } from '../instansi.view';
import { RincianQuery, TANPA_RINCIAN } from '../rencana/rincian.query';
import { DaftarTugas } from '../tugas/daftar-tugas';
import { dasborView, pilihRencana, waktuDasbor } from './dasbor.view';

/** As many decisions as the page shows; the rest waits among the Tugas. */
const KEPUTUSAN_TERBANYAK = 10;

/** Puts the dasbor of an agency together. */
@Injectable()
export class Dasbor {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly tugas: DaftarTugas,
    private readonly rincian: RincianQuery,
    private readonly jam: Jam,
  ) {}

  /** The first page of a pimpinan; for everybody else where the address asks for it. */
  diminta(instansi: string, pelaku: Pelaku, kueri: Readonly<Record<string, unknown>>): boolean {
    const tampilan = teksKueri(kueri['tampilan'], 20);
    if (tampilan === 'dasbor' || tampilan === 'ringkasan') return tampilan === 'dasbor';
    const milik = pelaku.instansi.find((i) => i.kode === instansi);
    return milik !== undefined && peranDi(pelaku, milik.id).includes('pimpinan');
  }

  async halaman(
    dasar: Omit<BahanInstansi, 'sekarang' | 'kueri'>,
    pelaku: Pelaku,
    kueri: Readonly<Record<string, unknown>>,
  ): Promise<Halaman> {
    const bahan = { ...dasar, kueri, sekarang: this.jam.sekarang() };
    const tempat = await this.organisasi.buka(bahan.instansi.kode, pelaku);
    const waktu = waktuDasbor(bahan);
    const periode = waktu.tw === '' ? (waktu.tahunDipilih ? String(waktu.tahun) : '') : waktu.tw;
    const dipilih = pilihRencana(bahan);
    const memutus = peranDi(pelaku, tempat.instansi.id).includes('pimpinan');
    return new Halaman(
      'dashboard/dasbor',
      dasborView({
        ...{ ...bahan, dipilih },
        rinci: dipilih ? await this.rincian.rencana(bahan.instansi.kode, dipilih.rencana.kode) : TANPA_RINCIAN,
        slot: dipilih ? await this.tugas.slotTerlambat(tempat, dipilih.rencana.kode, periode) : [],
        keputusan: memutus ? await this.tugas.keputusan(tempat, periode, KEPUTUSAN_TERBANYAK) : null,
      }),
    );
  }
}
