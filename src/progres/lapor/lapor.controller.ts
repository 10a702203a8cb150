import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Izin, KonteksSendiri, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { BacaSendiri } from '../../auth/sesi/unggahan';
import { Transaksi } from '../../database/transaksi';
import { GalatIsian, type GalatMedan, type Ketikan } from '../../shared/isian';
import { berhasil, type Kabar } from '../../shared/tampilan/kabar';
import { Alihan, type Halaman } from '../../shared/tampilan/tampilan';
import { Penyimpanan } from '../../storage/penyimpanan';
import { bacaFormulirBukti, buangBerkas } from '../bukti/unggah/baca-formulir';
import { gabungHasil, IsianBuktiService, kabarBukti } from '../bukti/unggah/isian-bukti.service';
import { ALAMAT_SLOT, type AlamatSlot } from './alamat-slot';
import { berkasTertinggal } from './berkas-tertinggal';
import { FormulirLaporService } from './formulir-lapor.service';
import { HalamanLaporQuery } from './halaman-lapor.query';
import type { Bentrok } from './isian.service';
import { konflikView } from './konflik.view';
import { laporView } from './lapor.view';
import { GalatLaporanTerkunci } from './laporan-slot.service';
import { PejabatQuery } from './pejabat.query';
import { PengajuanService } from './pengajuan.service';
import { SimpanOtomatis, type JawabanSimpan } from './simpan-otomatis.service';
import { jalurLapor, type TempatLapor } from './tempat-lapor';
import { GalatTemuan } from './temuan-laporan.query';
import { TempatLaporQuery } from './tempat-lapor.query';

interface Kiriman {
  readonly tempat: TempatLapor;
  readonly ketikan: Ketikan;
  readonly galat: readonly GalatMedan[];
  readonly bentrok: readonly Bentrok[];
  readonly kabar: string | null;
}

/** The report of one slot. Its form may bring files, which take long: every act opens its own transactions. */
@Controller(ALAMAT_SLOT)
@KonteksSendiri()
export class LaporController {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly tempat: TempatLaporQuery,
    private readonly query: HalamanLaporQuery,
    private readonly formulir: FormulirLaporService,
    private readonly bukti: IsianBuktiService,
    private readonly otomatis: SimpanOtomatis,
    private readonly pengajuan: PengajuanService,
    private readonly pejabat: PejabatQuery,
    private readonly penyimpanan: Penyimpanan,
  ) {}

  @Get()
  @Izin('rencana.lihat')
  halaman(@Param() alamat: AlamatSlot, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    return this.tampilkan(alamat, pelaku, {}, []);
  }

  /** Saves a draft: one field as JSON, as the script of the form sends it, or the whole form. */
  @Post('isian')
  @Izin('lapor.isi')
  @BacaSendiri()
  async isian(
    @Param() alamat: AlamatSlot,
    @PelakuKini() pelaku: Pelaku,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<Halaman | Alihan | JawabanSimpan> {
    if (req.is('application/json')) {
      const jawaban = await this.transaksi.jalankan(async () =>
        this.otomatis.simpan(await this.buka(alamat, pelaku), req.body as unknown),
      );
      res.status(jawaban.keadaan === 'konflik' ? 409 : 200).set('Cache-Control', 'no-store');
      return jawaban;
    }
    let ketikan: Ketikan = {};
    let k: Kiriman;
    try {
      k = await this.terima(alamat, pelaku, req, res, (terketik) => (ketikan = terketik));
    } catch (galat) {
      if (galat instanceof GalatLaporanTerkunci) return this.tampilkan(alamat, pelaku, ketikan, [], galat);
      throw galat;
    }
    if (k.bentrok.length > 0) return this.konflik(k);
    if (k.galat.length > 0) return this.tampilkan(alamat, pelaku, k.ketikan, k.galat);
    const kabar: Kabar = berhasil(['Draf tersimpan di server.', k.kabar].filter(Boolean).join(' '));
    return new Alihan(jalurLapor(k.tempat), kabar);
  }

  @Post('ajukan')
  @Izin('lapor.isi')
  @BacaSendiri()
  async ajukan(
    @Param() alamat: AlamatSlot,
    @PelakuKini() pelaku: Pelaku,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<Halaman | Alihan> {
    let ketikan: Ketikan = {};
    const kunci = () => ketikan['kunci'] ?? '';
    try {
      const k = await this.terima(alamat, pelaku, req, res, (terketik) => (ketikan = terketik));
      if (k.bentrok.length > 0) return await this.konflik(k);
      try {
        if (k.galat.length > 0) throw await this.semuaGalat(k);
        const temuanDibaca = ketikan['temuan'] ?? '';
        return this.keTandaTerima(k.tempat, await this.pengajuan.ajukan(k.tempat, kunci(), { temuanDibaca }));
      } catch (galat) {
        if (galat instanceof GalatTemuan) return await this.tampilkan(alamat, pelaku, k.ketikan, [], galat);
        if (galat instanceof GalatIsian) return await this.tampilkan(alamat, pelaku, k.ketikan, galat.daftar);
        throw galat;
      }
    } catch (galat) {
      if (!(galat instanceof GalatLaporanTerkunci)) throw galat;
      // The same form a second time: it was submitted, and says so again.
      const tempat = await this.transaksi.jalankan(() => this.buka(alamat, pelaku));
      const pernah = await this.transaksi.jalankan(() => this.pengajuan.pernah(tempat, kunci()));
      if (!pernah) return this.tampilkan(alamat, pelaku, ketikan, [], galat);
      return this.keTandaTerima(tempat, pernah);
    }
  }

  /** Saves everything that a form brings, each part by itself: what is right stays, whatever is wrong beside it. */
  private async terima(
    alamat: AlamatSlot,
    pelaku: Pelaku,
    req: Request,
    res: Response,
    terbaca: (ketikan: Ketikan) => void,
  ): Promise<Kiriman> {
    const kiriman = await bacaFormulirBukti(req, res, this.penyimpanan);
    const { ketikan } = kiriman;
    terbaca(ketikan);
    let simpanan;
    try {
      simpanan = await this.transaksi.jalankan(async () => this.formulir.simpan(await this.buka(alamat, pelaku), ketikan));
    } catch (galat) {
      if (!(galat instanceof GalatIsian)) {
        await buangBerkas(this.penyimpanan, kiriman.berkas);
        throw galat;
      }
      simpanan = { tersimpan: 0, bentrok: [], galat: galat.daftar };
    }
    const segar = () => this.transaksi.jalankan(() => this.buka(alamat, pelaku));
    const berkas = await this.bukti.terimaBerkas(await segar(), kiriman.berkas, 'formulir');
    const hasil = gabungHasil(berkas, await this.bukti.terapkan(await segar(), ketikan));
    return {
      tempat: await segar(),
      ...{ ketikan, bentrok: simpanan.bentrok, kabar: kabarBukti(hasil) },
      galat: [...simpanan.galat, ...kiriman.galat, ...hasil.galat, ...berkasTertinggal(ketikan)],
    };
  }

  /** What could not be saved and what the gate misses, at once. */
  private async semuaGalat({ tempat, galat }: Kiriman): Promise<GalatIsian> {
    const { laporan } = tempat;
    const lengkap = laporan && (await this.transaksi.jalankan(() => this.pengajuan.periksa(tempat, laporan.id)));
    const lain = (lengkap?.kurang ?? []).filter((k) => !galat.some((g) => g.medan === k.medan));
    return new GalatIsian([...galat, ...lain]);
  }

  private async konflik({ tempat, bentrok }: Kiriman): Promise<Halaman> {
    const pejabat = await this.transaksi.jalankan(() => this.pejabat.utama(tempat));
    return konflikView(tempat, bentrok, pejabat);
  }

  private keTandaTerima(tempat: TempatLapor, { putaran, nomor }: { putaran: number; nomor: string }): Alihan {
    return new Alihan(
      jalurLapor(tempat, 'tanda-terima', String(putaran)),
      berhasil(`Laporan sudah diajukan dengan nomor ${nomor}.`),
    );
  }

  /** @param sebab why nothing of it was saved, when the slot was closed meanwhile; or what is to be read before it is submitted */
  private tampilkan(
    alamat: AlamatSlot,
    pelaku: Pelaku,
    ketikan: Ketikan,
    galat: readonly GalatMedan[],
    sebab?: GalatLaporanTerkunci | GalatTemuan,
  ): Promise<Halaman> {
    return this.transaksi.jalankan(async () => {
      const tempat = await this.buka(alamat, pelaku);
      const ulang = {
        ...{ ketikan, galat },
        ...(sebab instanceof GalatLaporanTerkunci && { terkunci: sebab.message }),
        ...(sebab instanceof GalatTemuan && { temuan: sebab.temuan }),
      };
      return laporView(tempat, await this.query.bahan(tempat), ulang);
    });
  }

  private buka({ instansi, rencana, kegiatan, periode }: AlamatSlot, pelaku: Pelaku): Promise<TempatLapor> {
    return this.tempat.buka(instansi, rencana, kegiatan, periode, pelaku);
  }
}
