import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { kirim } from '../../organisasi/halaman.view';
import { UnitQuery } from '../../organisasi/unit/unit.query';
import type { Alihan, Halaman } from '../../shared/tampilan/tampilan';
import { lanjutSaran } from './bingkai-saran.view';
import { AlasanSaranDto, TanggapiSaranDto, TerbitkanSaranDto, TetapkanSaranDto } from './saran.dto';
import { SaranQuery } from './saran.query';
import type { TindakanSaran } from './saran.rules';
import { satuSaranView, type BahanSatuSaran } from './satu-saran.view';
import { DaftarTautanSaran } from './sumber-tautan-saran';
import { BukaSaran, jalurSaran, type TempatSaran } from './tempat-saran';
import { TindakanSaranService, type TindakanBeralasan } from './tindakan-saran.service';

const KABAR: Readonly<Record<TindakanSaran, string>> = {
  tetapkan: 'Unsur dan unitnya sudah ditetapkan.',
  tanggapi: 'Tanggapan sudah disimpan.',
  terbitkan: 'Saran dinyatakan layak terbit, dan kini dapat dibaca semua peran.',
  'jangan-terbitkan': 'Saran diputuskan tidak diterbitkan.',
  'tinjau-ulang': 'Saran kembali menunggu peninjauan, dan tidak terbit sementara itu.',
  kecualikan: 'Saran dikecualikan dari hitungan; teksnya tetap disimpan.',
  pulihkan: 'Saran kini dihitung.',
};

/** One suggestion, with the forms of what may be done to it now. */
@Controller('instansi/:instansi/survei/:survei/saran/:saran')
export class SatuSaranController {
  constructor(
    private readonly buka: BukaSaran,
    private readonly query: SaranQuery,
    private readonly unit: UnitQuery,
    private readonly tautan: DaftarTautanSaran,
    private readonly tindakan: TindakanSaranService,
  ) {}

  @Get()
  @Izin('saran.lihat')
  async satu(@Param() p: Alamat, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    const tempat = await this.buka.survei(p.instansi, p.survei, pelaku);
    return satuSaranView(tempat, await this.bahan(tempat, p.saran));
  }

  @Post('tetapkan')
  @Izin('saran.kelola')
  tetapkan(@Param() p: Alamat, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<Halaman | Alihan> {
    return this.kerjakan(p, pelaku, 'tetapkan', TetapkanSaranDto, badan, (t, n, dto) => this.tindakan.tetapkan(t, n, dto));
  }

  @Post('tanggapi')
  @Izin('saran.tanggapi')
  tanggapi(@Param() p: Alamat, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<Halaman | Alihan> {
    return this.kerjakan(p, pelaku, 'tanggapi', TanggapiSaranDto, badan, (t, n, dto) => this.tindakan.tanggapi(t, n, dto));
  }

  @Post('terbitkan')
  @Izin('saran.kelola')
  terbitkan(@Param() p: Alamat, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<Halaman | Alihan> {
    return this.kerjakan(p, pelaku, 'terbitkan', TerbitkanSaranDto, badan, (t, n, dto) => this.tindakan.terbitkan(t, n, dto));
  }

  @Post('jangan-terbitkan')
  @Izin('saran.kelola')
  janganTerbitkan(@Param() p: Alamat, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<Halaman | Alihan> {
    return this.beralasan(p, pelaku, 'jangan-terbitkan', badan);
  }

  @Post('tinjau-ulang')
  @Izin('saran.kelola')
  tinjauUlang(@Param() p: Alamat, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<Halaman | Alihan> {
    return this.beralasan(p, pelaku, 'tinjau-ulang', badan);
  }

  @Post('kecualikan')
  @Izin('saran.kelola')
  kecualikan(@Param() p: Alamat, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<Halaman | Alihan> {
    return this.beralasan(p, pelaku, 'kecualikan', badan);
  }

  @Post('pulihkan')
  @Izin('saran.kelola')
  pulihkan(@Param() p: Alamat, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<Halaman | Alihan> {
    return this.beralasan(p, pelaku, 'pulihkan', badan);
  }

  private beralasan(p: Alamat, pelaku: Pelaku, tindakan: TindakanBeralasan, badan: unknown): Promise<Halaman | Alihan> {
    return this.kerjakan(p, pelaku, tindakan, AlasanSaranDto, badan, (t, n, { alasan }) =>
      this.tindakan.beralasan(t, n, tindakan, alasan),
    );
  }

  private async kerjakan<T extends object>(
    p: Alamat,
    pelaku: Pelaku,
    tindakan: TindakanSaran,
    kelas: new () => T,
    badan: unknown,
    kerja: (tempat: TempatSaran, nomor: number, dto: T) => Promise<void>,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.buka.survei(p.instansi, p.survei, pelaku);
    const { nomor } = await this.buka.satu(tempat, p.saran);
    return kirim(
      kelas,
      badan,
      async (dto) => {
        await kerja(tempat, nomor, dto);
        return lanjutSaran(jalurSaran(tempat, String(nomor)), KABAR[tindakan]);
      },
      async (ketikan, galat) =>
        satuSaranView(tempat, { ...(await this.bahan(tempat, p.saran)), gagal: { tindakan, ketikan, galat } }),
    );
  }

  private async bahan(tempat: TempatSaran, nomor: string): Promise<BahanSatuSaran> {
    const saran = await this.buka.satu(tempat, nomor);
    return {
      saran,
      tanggapan: await this.query.daftarTanggapan(saran.id),
      riwayat: await this.query.riwayat(saran.id),
      unit: await this.unit.semua(tempat.instansi.id),
      tautan: await this.tautan.cari(tempat, saran.id),
      jalan: this.tautan.jalan(tempat, saran.nomor),
    };
  }
}

interface Alamat {
  readonly instansi: string;
  readonly survei: string;
  readonly saran: string;
}
