import { Body, Controller, Get, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Izin, KonteksSendiri, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { Transaksi } from '../../database/transaksi';
import { Organisasi, type Tempat } from '../../organisasi/tempat';
import { catatBuku, GalatBukuKerja, tulisBuku } from '../../shared/buku-kerja/buku-kerja';
import { GalatTerkunci } from '../../shared/galat';
import { bacaIsian, bacaKetikan, GalatIsian } from '../../shared/isian';
import { berhasil } from '../../shared/tampilan/kabar';
import { Alihan, Halaman } from '../../shared/tampilan/tampilan';
import { jalurRencana } from '../halaman/halaman-rtl.view';
import { GalatIsiKegiatan, GalatRencanaBerubah, GalatUsang } from '../susun/galat-usang';
import { bukaKiriman, GalatKiriman } from './baca-kiriman';
import { bukuKerjaView, tempelView, ujiView } from './buku-kerja.view';
import { TempelDto } from './tempel.dto';
import { UjiBukuService } from './uji-buku.service';
import '../../auth/sesi/unggahan';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('instansi/:instansi/rencana/:rencana')
export class BukuKerjaController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly transaksi: Transaksi,
    private readonly service: UjiBukuService,
  ) {}

  @Get('buku-kerja')
  @Izin('rencana.susun')
  async halaman(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    return this.halamanUnggah(await this.organisasi.buka(instansi, pelaku), rencana, null);
  }

  @Get('buku-kerja.xlsx')
  @Izin('rencana.lihat')
  @KonteksSendiri()
  async unduh(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @PelakuKini() pelaku: Pelaku,
    @Res({ passthrough: true }) res: Response,
  ): Promise<StreamableFile> {
    const isi = await this.transaksi.jalankan(async () =>
      this.service.isiUnduhan(await this.organisasi.buka(instansi, pelaku), rencana),
    );
    return berkas(res, await tulisBuku(isi), `${rencana}.xlsx`);
  }

  /** Read in a thread of its own, before the transaction begins. */
  @Post('buku-kerja')
  @Izin('rencana.susun')
  @KonteksSendiri()
  async unggah(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @PelakuKini() pelaku: Pelaku,
    @Req() req: Request,
  ): Promise<Halaman | Alihan> {
    const bita = req.unggahan?.medan === 'berkas' ? req.unggahan.isi : new Uint8Array();
    const tempat = await this.transaksi.jalankan(() => this.organisasi.buka(instansi, pelaku));
    try {
      const lembar = await bukaKiriman(bita);
      const id = await this.transaksi.jalankan(() => this.service.ujiBuku(tempat, rencana, bita, lembar));
      return new Alihan(jalurRencana(tempat, rencana, 'uji', id));
    } catch (galat) {
      if (!(galat instanceof GalatBukuKerja || galat instanceof GalatKiriman || galat instanceof GalatTerkunci)) throw galat;
      const pesan = bita.length === 0 && !(galat instanceof GalatTerkunci) ? 'Pilih berkas buku kerjanya dahulu.' : galat.message;
      return this.transaksi.jalankan(() => this.halamanUnggah(tempat, rencana, pesan));
    }
  }

  @Get('tempel')
  @Izin('rencana.susun')
  async halamanTempel(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    return tempelView(tempat, (await this.service.bahan(tempat, rencana)).rencana, { ketikan: {}, galat: [] });
  }

  @Post('tempel')
  @Izin('rencana.susun')
  async tempel(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    // Blanks at both ends are cells of the table: the text is taken as it came.
    const ketikan = { ...bacaKetikan(badan), tabel: tabelMentah(badan) };
    try {
      const { tabel, tahun } = bacaIsian(TempelDto, ketikan);
      const id = await this.service.ujiTempelan(tempat, rencana, tabel, tahun === '' ? null : Number(tahun));
      return new Alihan(jalurRencana(tempat, rencana, 'uji', id));
    } catch (galat) {
      if (!(galat instanceof GalatIsian || galat instanceof GalatKiriman || galat instanceof GalatTerkunci)) throw galat;
      const daftar = galat instanceof GalatIsian ? galat.daftar : [{ medan: 'tabel', pesan: galat.message }];
      return tempelView(tempat, (await this.service.bahan(tempat, rencana)).rencana, { ketikan, galat: daftar });
    }
  }

  @Get('uji/:uji')
  @Izin('rencana.susun')
  async uji(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @Param('uji') uji: string,
    @PelakuKini() pelaku: Pelaku,
    @Query() kueri: Readonly<Record<string, unknown>>,
  ): Promise<Halaman> {
    return this.halamanUji(await this.organisasi.buka(instansi, pelaku), rencana, uji, kueri, null);
  }

  @Post('uji/:uji/terapkan')
  @Izin('rencana.susun')
  async terapkan(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @Param('uji') uji: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    try {
      await this.service.terapkan(tempat, rencana, uji);
      return new Alihan(jalurRencana(tempat, rencana, 'uji', uji), berhasil('Perubahannya sudah diterapkan pada rencana.'));
    } catch (galat) {
      if (!(galat instanceof GalatRencanaBerubah || galat instanceof GalatUsang || galat instanceof GalatIsiKegiatan))
        throw galat;
      return this.halamanUji(tempat, rencana, uji, {}, galat.message);
    }
  }

  @Post('uji/:uji/ulangi')
  @Izin('rencana.susun')
  async ulangi(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @Param('uji') uji: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    return new Alihan(jalurRencana(tempat, rencana, 'uji', await this.service.ulangi(tempat, rencana, uji)));
  }

  @Get('uji/:uji/galat.xlsx')
  @Izin('rencana.susun')
  @KonteksSendiri()
  async galat(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @Param('uji') uji: string,
    @PelakuKini() pelaku: Pelaku,
    @Res({ passthrough: true }) res: Response,
  ): Promise<StreamableFile> {
    const { bita, lembar, catatan } = await this.transaksi.jalankan(async () =>
      this.service.bahanGalat(await this.organisasi.buka(instansi, pelaku), rencana, uji),
    );
    return berkas(res, await catatBuku(bita, lembar, catatan), `${rencana} perlu diperbaiki.xlsx`);
  }

  private async halamanUnggah(tempat: Tempat, kode: string, galat: string | null): Promise<Halaman> {
    const { rencana } = await this.service.bahan(tempat, kode);
    return bukuKerjaView(tempat, rencana, await this.service.terakhir(rencana.id), galat);
  }

  private async halamanUji(
    tempat: Tempat,
    kode: string,
    id: string,
    kueri: Readonly<Record<string, unknown>>,
    galat: string | null,
  ): Promise<Halaman> {
    const uji = await this.service.satu(tempat, kode, id);
    const { rencana } = await this.service.bahan(tempat, kode);
    return ujiView(tempat, rencana, uji, kueri, galat);
  }
}

function tabelMentah(badan: unknown): string {
  const tabel: unknown = typeof badan === 'object' && badan !== null && 'tabel' in badan ? badan.tabel : '';
  return typeof tabel === 'string' ? tabel.replace(/\r\n?/g, '\n').normalize('NFC').replace(/\n+$/, '') : '';
}

function berkas(res: Response, bita: Uint8Array, nama: string): StreamableFile {
  const aman = nama.replace(/[^\w.-]+/g, '-');
  res.set('Cache-Control', 'private, no-store');
  return new StreamableFile(bita, { type: XLSX, length: bita.length, disposition: `attachment; filename="${aman}"; filename*=UTF-8''${encodeURIComponent(nama)}` }); // prettier-ignore
}
