import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { Organisasi, type Tempat } from '../../organisasi/tempat';
import { UnitQuery } from '../../organisasi/unit/unit.query';
import { InstrumenQuery } from '../../instrumen/instrumen.query';
import { bacaKetikan, GalatIsian, type Ketikan } from '../../shared/isian';
import type { Alihan, Halaman } from '../../shared/tampilan/tampilan';
import { teksKueri } from '../../shared/tampilan/tautan';
import { GalatStatusSurvei } from '../kunci-survei';
import { halanganStatus } from '../status.rules';
import { GalatBersamaan, MEDAN_AWAL, tulisAwal } from './bersamaan';
import { ketikanData, KETIKAN_BARU } from './data-isian';
import { daftarView } from './daftar.view';
import { formulirView, labelData, teksData } from './formulir.view';
import { jalurSurvei, lanjut } from './halaman.view';
import { KelolaQuery } from './kelola.query';
import { KelolaSurveiService } from './kelola.service';
import { bagianPeriode, periodeBerikut } from './kode.rules';
import { olehTeks } from './riwayat.view';
import { terkunci } from './terkunci';

type Kueri = Record<string, unknown>;

/** The list of surveys, and what a survey is: its period, stream, instrument, dates and respondents. */
@Controller('instansi/:instansi')
export class KelolaSurveiController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly query: KelolaQuery,
    private readonly service: KelolaSurveiService,
    private readonly instrumen: InstrumenQuery,
    private readonly unit: UnitQuery,
  ) {}

  @Get('survei')
  @Izin('survei.lihat')
  async daftar(@Param('instansi') instansi: string, @PelakuKini() pelaku: Pelaku, @Query() kueri: Kueri): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const saringan = {
      periode: teksKueri(kueri['periode']),
      jenis: teksKueri(kueri['jenis']),
      aliran: teksKueri(kueri['aliran']),
      status: teksKueri(kueri['status']),
    };
    const bahan = {
      ...(await this.query.daftar(tempat, saringan, teksKueri(kueri['h']))),
      saringan,
      instrumen: await this.instrumen.semua(tempat.instansi.id),
      unit: await this.unit.semua(tempat.instansi.id),
    };
    return daftarView(tempat, bahan);
  }

  @Get('survei-baru')
  @Izin('survei.kelola')
  async halamanBuat(@Param('instansi') instansi: string, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const bahan = await this.query.bahan(tempat);
    return formulirView(tempat, null, bahan, { ketikan: await this.usulan(tempat), galat: [] });
  }

  @Post('survei-baru')
  @Izin('survei.kelola')
  async buat(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const ketikan = bacaKetikan(badan);
    try {
      const kode = await this.service.buat(tempat, ketikan);
      return lanjut(jalurSurvei(tempat, kode, 'hasil'), 'survei-dibuat');
    } catch (galat) {
      if (!(galat instanceof GalatIsian)) throw galat;
      return formulirView(tempat, null, await this.query.bahan(tempat), { ketikan, galat: galat.daftar });
    }
  }

  @Get('survei/:survei/ubah')
  @Izin('survei.kelola')
  async halamanUbah(
    @Param('instansi') instansi: string,
    @Param('survei') kode: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const kini = await this.query.satu(tempat, kode);
    const halangan = halanganStatus('ubah', kini.survei.status ?? 'ditetapkan');
    if (halangan !== null) return terkunci(tempat, kode, halangan);
    const bahan = await this.query.bahan(tempat, kini);
    const ketikan = ketikanData(kini.survei, kini.jumlahResponden, bahan.unit, kini.profil);
    return formulirView(tempat, kode, bahan, { ketikan, galat: [], awal: tulisAwal(ketikan) });
  }

  @Post('survei/:survei/ubah')
  @Izin('survei.kelola')
  async ubah(
    @Param('instansi') instansi: string,
    @Param('survei') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const ketikan = bacaKetikan(badan);
    try {
      await this.service.ubah(tempat, kode, ketikan);
      return lanjut(jalurSurvei(tempat, kode), 'survei-diubah');
    } catch (galat) {
      return await this.ulangi(tempat, kode, ketikan, galat);
    }
  }

  /** The form again: with its faults, with what somebody else changed, or with why it is locked by now. */
  private async ulangi(tempat: Tempat, kode: string, ketikan: Ketikan, galat: unknown): Promise<Halaman> {
    const kini = await this.query.satu(tempat, kode);
    const bahan = await this.query.bahan(tempat, kini);
    const awal = ketikan[MEDAN_AWAL] ?? '';
    if (galat instanceof GalatIsian) return formulirView(tempat, kode, bahan, { ketikan, galat: galat.daftar, awal });
    if (galat instanceof GalatStatusSurvei)
      return formulirView(tempat, kode, bahan, { ketikan, galat: [{ medan: 'judul', pesan: galat.message }], awal });
    if (!(galat instanceof GalatBersamaan)) throw galat;
    const [label, teks, lama] = [labelData(bahan), teksData(bahan), bacaKetikan(JSON.parse(awal))];
    const bersamaan = {
      oleh: olehTeks(tempat, await this.query.perubahanTerakhir(tempat, kini.id)),
      perubahan: galat.berubah.map((m) => ({ nama: label(m), lama: teks(m, lama[m] ?? ''), baru: teks(m, galat.kini[m] ?? '') })),
    };
    return formulirView(tempat, kode, bahan, { ketikan: galat.gabungan, galat: [], bersamaan, awal: tulisAwal(galat.kini) });
  }

  /** The period after the last survey, with its stream and instrument: what most people come for. */
  private async usulan(tempat: Tempat): Promise<Ketikan> {
    const { terakhir } = await this.query.acuan(tempat);
    if (!terakhir) return { ...KETIKAN_BARU, tahun: tempat.hariIni.slice(0, 4) };
    const berikut = periodeBerikut(terakhir.survei.periode);
    return {
      ...KETIKAN_BARU,
      bagian: bagianPeriode(berikut),
      tahun: String(berikut.tahun),
      instrumen: terakhir.survei.instrumen,
    };
  }
}
