import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { Izin, KonteksSendiri } from '../auth/izin.dekorator';
import type { Response } from 'express';
import { Transaksi } from '../database/transaksi';
import { GalatPengguna, GalatTidakDitemukan } from '../shared/galat';
import { Jam } from '../shared/jam';
import { hariIniDi } from '../shared/tanggal';
import { teksKueri } from '../shared/tampilan/tautan';
import { BerkasQuery, type BahanCetak, type BerkasLaporan } from './berkas.query';
import { NAMA_LAPORAN, pilihJenis, type Kertas } from './laporan';
import type { JenisLaporan } from './laporan.rules';
import { LaporanService } from './laporan.service';
import { namaBerkas } from './tulisan.rules';

@Controller('instansi/:instansi/rencana/:rencana')
export class LaporanController {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly query: BerkasQuery,
    private readonly laporan: LaporanService,
    private readonly jam: Jam,
  ) {}

  /** The formal report of a plan. `kertas=a4|f4`, `jenis=` one of the documents of DOMAIN section 8, `grafik=1|0` with or without charts and the
   * respondents' profile; without it as documents of this kind have them. */
  @Get('laporan.pdf')
  @Izin('laporan.lihat')
  @KonteksSendiri()
  async pdf(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @Query() kueri: Record<string, unknown>,
    @Res({ passthrough: true }) res: Response,
  ): Promise<StreamableFile> {
    const diminta = bacaJenis(teksKueri(kueri['jenis']));
    const { berkas, logo, profil, foto, perubahan } = await this.bahan(instansi, rencana, diminta);
    const jenis = pilihJenis(berkas, diminta);
    const kertas = bacaKertas(teksKueri(kueri['kertas']));
    const hariIni = hariIniDi(berkas.instansi.zonaWaktu, this.jam.sekarang());
    const pdf = await this.laporan.pdf(berkas, {
      hariIni,
      kertas,
      jenis,
      logo,
      ...{ profil, foto, perubahan },
      grafik: bacaGrafik(teksKueri(kueri['grafik'])),
    });
    res.set('Cache-Control', 'private, no-cache');
    return new StreamableFile(pdf, { type: 'application/pdf', disposition: disposisi(berkas, NAMA_LAPORAN[jenis]) });
  }

  private async bahan(instansi: string, rencana: string, jenis?: JenisLaporan): Promise<BahanCetak> {
    const sah = [instansi, rencana].every((kode) => kode.length <= 100 && kode.isWellFormed() && !/\p{Cc}/u.test(kode));
    // Its own short transaction: the printing that follows must hold no connection.
    const bahan = sah ? await this.transaksi.jalankan(() => this.query.bahanCetak(instansi, rencana, jenis)) : null;
    if (!bahan)
      throw new GalatTidakDitemukan(
        'Rencana ini tidak ada, sehingga tidak ada laporannya. Periksa kode instansi dan kode rencana.',
      );
    return bahan;
  }
}

function bacaKertas(teks: string): Kertas | undefined {
  const kertas = teks.toLowerCase();
  if (kertas === '') return undefined;
  if (kertas === 'a4' || kertas === 'f4') return kertas;
  throw new GalatPengguna('Kertas tidak dikenal; pilih a4 atau f4.');
}

function bacaGrafik(teks: string): boolean | undefined {
  if (teks === '') return undefined;
  if (teks === '1' || teks === '0') return teks === '1';
  throw new GalatPengguna('Pilihan grafik tidak dikenal; tulis 1 untuk memakainya atau 0 untuk meniadakannya.');
}

function bacaJenis(teks: string): JenisLaporan | undefined {
  if (teks === '') return undefined;
  if (teks === 'skm' || Object.hasOwn(NAMA_LAPORAN, teks)) return teks as JenisLaporan;
  throw new GalatPengguna(`Jenis laporan tidak dikenal; pilih ${Object.keys(NAMA_LAPORAN).join(', ')}.`);
}

/** RFC 6266: an ASCII name for every client, and the full one in UTF-8 (RFC 5987). */
function disposisi({ instansi, rencana }: BerkasLaporan, nama: string): string {
  const ascii = namaBerkas([nama, instansi.kode, rencana.kode]);
  const penuh = `${nama} ${instansi.singkatan} ${rencana.kode}.pdf`.replace(/[\p{Cc}/\\:*?"<>|]+/gu, '-');
  const utf8 = encodeURIComponent(penuh).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `inline; filename="${ascii}.pdf"; filename*=UTF-8''${utf8}`;
}
