import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Izin, KonteksSendiri, PelakuKini } from '../../../auth/izin.dekorator';
import type { Pelaku } from '../../../auth/pelaku';
import { BacaSendiri } from '../../../auth/sesi/unggahan';
import { Transaksi } from '../../../database/transaksi';
import { GalatTidakBerhak } from '../../../shared/galat';
import { bacaKetikan } from '../../../shared/isian';
import { berhasil } from '../../../shared/tampilan/kabar';
import { Alihan, type Halaman } from '../../../shared/tampilan/tampilan';
import { jangkar, teksKueri } from '../../../shared/tampilan/tautan';
import { Penyimpanan } from '../../../storage/penyimpanan';
import { bagianPelaku, bukanBagiannya, halanganIsi } from '../../lapor/lapor.policy';
import { GalatLaporanTerkunci } from '../../lapor/laporan-slot.service';
import { jalurLapor, UTAMA, type Bagian, type TempatLapor } from '../../lapor/tempat-lapor';
import { TempatLaporQuery } from '../../lapor/tempat-lapor.query';
import { bacaFormulirBukti } from './baca-formulir';
import { halamanBukti } from './bukti.view';
import { BuktiLaporanQuery } from './bukti-laporan.query';
import { BuktiLaporanService } from './bukti-laporan.service';
import { gabungHasil, IsianBuktiService, kabarBukti } from './isian-bukti.service';

export interface AlamatLapor {
  readonly instansi: string;
  readonly rencana: string;
  readonly kegiatan: string;
  readonly periode: string;
}

/** The evidence of a report. Files take long: every act opens its own transactions, and none is held while bytes come in. */
@Controller('instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/bukti')
@KonteksSendiri()
export class BuktiController {
  constructor(
    private readonly tempat: TempatLaporQuery,
    private readonly bukti: BuktiLaporanService,
    private readonly query: BuktiLaporanQuery,
    private readonly isian: IsianBuktiService,
    private readonly penyimpanan: Penyimpanan,
    private readonly transaksi: Transaksi,
  ) {}

  @Get()
  @Izin('rencana.lihat')
  async halaman(@Param() alamat: AlamatLapor, @PelakuKini() pelaku: Pelaku, @Query('bagian') bagian: unknown): Promise<Halaman> {
    const t = await this.buka(alamat, pelaku);
    return halamanBukti(t, { bagian: pilihBagian(t, teksKueri(bagian)), semua: await this.semua(t) });
  }

  /** Whatever the block holds: files, links, dates, descriptions. Each is kept or refused by itself. */
  @Post()
  @Izin('lapor.isi')
  @BacaSendiri()
  async simpan(
    @Param() alamat: AlamatLapor,
    @PelakuKini() pelaku: Pelaku,
    @Query('bagian') bagian: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<Halaman | Alihan> {
    const t = await this.buka(alamat, pelaku);
    const pilihan = pilihBagian(t, teksKueri(bagian));
    pastikanBolehIsi(t, pilihan);
    const kiriman = await bacaFormulirBukti(req, res, this.penyimpanan);
    const hasil = gabungHasil(
      await this.isian.terimaBerkas(t, kiriman.berkas, 'formulir'),
      await this.isian.terapkan(t, kiriman.ketikan),
    );
    const galat = [...kiriman.galat, ...hasil.galat];
    const kabar = kabarBukti(hasil);
    const kini = await this.buka(alamat, pelaku);
    if (galat.length > 0)
      return halamanBukti(kini, { bagian: pilihan, semua: await this.semua(kini), ketikan: kiriman.ketikan, galat, kabar });
    return new Alihan(letakBukti(kini, pilihan), kabar === null ? null : berhasil(kabar));
  }

  @Post(':bukti/lepas')
  @Izin('lapor.isi')
  async lepas(
    @Param() alamat: AlamatLapor,
    @Param('bukti') id: string,
    @PelakuKini() pelaku: Pelaku,
    @Req() req: Request,
  ): Promise<Alihan> {
    const t = await this.buka(alamat, pelaku);
    bacaKetikan(req.body);
    const lama = await this.bukti.lepas(t, id);
    return new Alihan(
      letakBukti(t, lama.bagian),
      berhasil(`${lama.nama} sudah dilepas dari laporan ini; riwayatnya tetap tercatat.`),
    );
  }

  private buka({ instansi, rencana, kegiatan, periode }: AlamatLapor, pelaku: Pelaku): Promise<TempatLapor> {
    return this.transaksi.jalankan(() => this.tempat.buka(instansi, rencana, kegiatan, periode, pelaku));
  }

  private async semua({ laporan }: TempatLapor): ReturnType<BuktiLaporanQuery['semua']> {
    return laporan ? this.query.semua(laporan.id) : [];
  }
}

/** The block of one part on the page of its report. */
function letakBukti(tempat: TempatLapor, bagian: Bagian): string {
  return `${jalurLapor(tempat)}#${jangkar('bukti', bagian)}`;
}

/** What the address names, or else the first that this person may enter. */
export function pilihBagian(tempat: TempatLapor, bagian: string): Bagian {
  if (bagian === UTAMA || tempat.pendukung.some((u) => u.id === bagian)) return bagian;
  return bagianPelaku(tempat)[0] ?? UTAMA;
}

/** Before a byte is read. @throws {GalatTidakBerhak} {GalatLaporanTerkunci} */
export function pastikanBolehIsi(tempat: TempatLapor, bagian: Bagian): void {
  const bukan = bukanBagiannya(tempat, bagian);
  if (bukan !== null) throw new GalatTidakBerhak(bukan);
  const halangan = halanganIsi(tempat);
  if (halangan !== null) throw new GalatLaporanTerkunci(halangan);
}
