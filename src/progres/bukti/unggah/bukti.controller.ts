import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Izin, KonteksSendiri, PelakuKini } from '../../../auth/izin.dekorator';
import type { Pelaku } from '../../../auth/pelaku';
import { BacaSendiri } from '../../../auth/sesi/unggahan';
import { Transaksi } from '../../../database/transaksi';
import { GalatTidakBerhak } from '../../../shared/galat';
import { bacaKetikan, type GalatMedan } from '../../../shared/isian';
import { berhasil } from '../../../shared/tampilan/kabar';
import { Alihan, type Halaman } from '../../../shared/tampilan/tampilan';
import { jangkar, teksKueri } from '../../../shared/tampilan/tautan';
import { Penyimpanan } from '../../../storage/penyimpanan';
import { ALAMAT_SLOT, type AlamatSlot } from '../../lapor/alamat-slot';
import { bagianPelaku, bukanBagiannya, halanganIsi } from '../../lapor/lapor.policy';
import { GalatLaporanTerkunci } from '../../lapor/laporan-slot.service';
import { jalurLapor, UTAMA, type Bagian, type TempatLapor } from '../../lapor/tempat-lapor';
import { TempatLaporQuery } from '../../lapor/tempat-lapor.query';
import { bacaFormulirBukti } from './baca-formulir';
import { halamanBukti } from './bukti.view';
import { BuktiLaporanQuery } from './bukti-laporan.query';
import { BuktiLaporanService } from './bukti-laporan.service';
import { FormulirSekitar } from './formulir-sekitar';
import { gabungHasil, IsianBuktiService, kabarBukti } from './isian-bukti.service';

/** To the script of the page. */
interface JawabanBukti {
  readonly kabar: string | null;
  readonly galat: readonly GalatMedan[];
}

/** The evidence of a report. Files take long: every act opens its own transactions, and none is held while bytes come in. */
@Controller(`${ALAMAT_SLOT}/bukti`)
@KonteksSendiri()
export class BuktiController {
  constructor(
    private readonly tempat: TempatLaporQuery,
    private readonly bukti: BuktiLaporanService,
    private readonly query: BuktiLaporanQuery,
    private readonly isian: IsianBuktiService,
    private readonly sekitar: FormulirSekitar,
    private readonly penyimpanan: Penyimpanan,
    private readonly transaksi: Transaksi,
  ) {}

  @Get()
  @Izin('rencana.lihat')
  async halaman(@Param() alamat: AlamatSlot, @PelakuKini() pelaku: Pelaku, @Query('bagian') bagian: unknown): Promise<Halaman> {
    const t = await this.buka(alamat, pelaku);
    return halamanBukti(t, { bagian: pilihBagian(t, teksKueri(bagian)), semua: await this.semua(t) });
  }

  /** Whatever the block holds: files, links, dates, descriptions. Each is kept or refused by itself. */
  @Post()
  @Izin('lapor.isi')
  @BacaSendiri()
  async simpan(
    @Param() alamat: AlamatSlot,
    @PelakuKini() pelaku: Pelaku,
    @Query('bagian') bagian: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<Halaman | Alihan | JawabanBukti> {
    const t = await this.buka(alamat, pelaku);
    const pilihan = pilihBagian(t, teksKueri(bagian));
    pastikanBolehIsi(t, pilihan);
    const { ketikan, berkas, galat: ditolak } = await bacaFormulirBukti(req, res, this.penyimpanan);
    const hasil = await this.isian.terimaBerkas(t, berkas, 'formulir');
    const sisa = await this.sekitar.simpan(await this.buka(alamat, pelaku), ketikan);
    const ubahan = await this.isian.terapkan(await this.buka(alamat, pelaku), ketikan);
    const kabar = kabarBukti(gabungHasil(hasil, ubahan));
    const galat = [...sisa.galat, ...ditolak, ...hasil.galat, ...ubahan.galat];
    if (mintaJson(req)) {
      res.status(galat.length > 0 ? 422 : 200);
      return { kabar, galat };
    }
    const kini = await this.buka(alamat, pelaku);
    const formulir = await this.sekitar.halaman(kini, ketikan, { ...sisa, galat });
    if (formulir) return formulir;
    if (galat.length > 0) return halamanBukti(kini, { bagian: pilihan, semua: await this.semua(kini), ketikan, galat, kabar });
    return new Alihan(letakBukti(kini, pilihan), kabar === null ? null : berhasil(kabar));
  }

  @Post(':bukti/lepas')
  @Izin('lapor.isi')
  async lepas(
    @Param() alamat: AlamatSlot,
    @Param('bukti') id: string,
    @PelakuKini() pelaku: Pelaku,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<Halaman | Alihan | JawabanBukti> {
    const t = await this.buka(alamat, pelaku);
    const ketikan = bacaKetikan(req.body);
    const formulir = await this.sekitar.halaman(t, ketikan, await this.sekitar.simpan(t, ketikan));
    if (formulir) return formulir;
    const lama = await this.bukti.lepas(t, id);
    const kabar = `${lama.nama} sudah dilepas dari laporan ini; riwayatnya tetap tercatat.`;
    if (!mintaJson(req)) return new Alihan(letakBukti(t, lama.bagian), berhasil(kabar));
    res.status(200);
    return { kabar, galat: [] };
  }

  private buka({ instansi, rencana, kegiatan, periode }: AlamatSlot, pelaku: Pelaku): Promise<TempatLapor> {
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

const mintaJson = (req: Request): boolean => req.accepts(['html', 'json']) === 'json';
