import { Controller, Get, Param, Query } from '@nestjs/common';
import { Izin, PelakuKini } from '../auth/izin.dekorator';
import type { Pelaku } from '../auth/pelaku';
import { HalamanTidakAda } from '../shared/galat.view';
import { Jam } from '../shared/jam';
import { Halaman } from '../shared/tampilan/tampilan';
import { jalur, teksKueri } from '../shared/tampilan/tautan';
import { waktuDibawa } from '../shared/tampilan/waktu';
import { BahanQuery } from './bahan.query';
import { instansiView } from './instansi.view';
import { kegiatanView } from './kegiatan.view';
import { KodePipe } from './kode.pipe';
import { rencanaView } from './rencana.view';
import { RincianKegiatanQuery, TANPA_RINCIAN_KEGIATAN } from './rencana/rincian-kegiatan.query';
import { RincianQuery, type RincianRencana } from './rencana/rincian.query';
import { surveiView } from './survei.view';
import { bacaUrutan } from './unsur.view';

/** All pages of one agency. */
@Controller('instansi/:instansi')
export class InstansiController {
  constructor(
    private readonly query: BahanQuery,
    private readonly rincian: RincianQuery,
    private readonly rincianKegiatan: RincianKegiatanQuery,
    private readonly jam: Jam,
  ) {}

  @Get()
  @Izin('instansi.lihat')
  async ringkasan(@Param('instansi', KodePipe) instansi: string, @Query() kueri: Record<string, unknown>): Promise<Halaman> {
    const bahan = await this.query.instansi(instansi);
    return new Halaman('dashboard/instansi', instansiView({ ...bahan, kueri, sekarang: this.jam.sekarang() }));
  }

  @Get('survei/:survei')
  @Izin('survei.lihat')
  async survei(
    @Param('instansi', KodePipe) instansi: string,
    @Param('survei', KodePipe) survei: string,
    @Query() kueri: Record<string, unknown>,
  ): Promise<Halaman> {
    const bahan = await this.query.survei(instansi, survei);
    const urut = bacaUrutan(teksKueri(kueri['urut']));
    return new Halaman(
      'dashboard/survei',
      surveiView({ ...bahan, urut, waktu: waktuDibawa(kueri), sekarang: this.jam.sekarang() }),
    );
  }

  @Get('rencana/:rencana')
  @Izin('rencana.lihat')
  async rencana(
    @Param('instansi', KodePipe) instansi: string,
    @Param('rencana', KodePipe) rencana: string,
    @Query() kueri: Record<string, unknown>,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const berkas = await this.query.rencana(instansi, rencana);
    const rinci = await this.rincian.rencana(instansi, rencana);
    return new Halaman('dashboard/rencana', rencanaView({ berkas, rinci, kueri, pelaku, sekarang: this.jam.sekarang() }));
  }

  @Get('rencana/:rencana/kegiatan/:kegiatan')
  @Izin('rencana.lihat')
  async kegiatan(
    @Param('instansi', KodePipe) instansi: string,
    @Param('rencana', KodePipe) rencana: string,
    @Param('kegiatan', KodePipe) kode: string,
    @Query() kueri: Record<string, unknown>,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const berkas = await this.query.rencana(instansi, rencana);
    const rinci = await this.rincian.rencana(instansi, rencana);
    const rinciKegiatan = (await this.rincianKegiatan.kegiatan(instansi, rencana, kode)) ?? TANPA_RINCIAN_KEGIATAN;
    const terlama = teksKueri(kueri['urut']) === 'lama';
    const bahan = { berkas, rinci, rinciKegiatan, kode, kueri, terlama, tab: teksKueri(kueri['tab']), pelaku };
    const isi = kegiatanView({ ...bahan, sekarang: this.jam.sekarang() });
    const kembali = { teks: `Buka rencana ${rencana}`, tautan: jalur('instansi', instansi, 'rencana', rencana) };
    if (!isi) throw new HalamanTidakAda(sebabTidakAda(kode, rencana, rinci), kembali);
    return new Halaman('dashboard/kegiatan', isi);
  }
}

/** An addendum takes a kegiatan out of the plan, never out of its history. */
function sebabTidakAda(kode: string, rencana: string, { dikeluarkan, adendum }: RincianRencana): string {
  const keadaan = dikeluarkan.get(kode);
  const oleh = adendum.filter((a) => a.kegiatan === kode).at(-1);
  if (keadaan === undefined || !oleh) return `Kegiatan ${kode} tidak ada dalam rencana ${rencana}.`;
  return `Kegiatan ${kode} sudah ${keadaan} lewat adendum ${oleh.nomor} rencana ${rencana}; alasannya ada pada riwayat rencana.`;
}
