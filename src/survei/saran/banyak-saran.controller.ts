import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { kirim } from '../../organisasi/halaman.view';
import { UnitQuery } from '../../organisasi/unit/unit.query';
import { teksBilangan } from '../../shared/desimal';
import { bacaIsian, bacaKetikan, GalatIsian, type Ketikan } from '../../shared/isian';
import { GalatPengguna, GalatTidakBerhak } from '../../shared/galat';
import type { Alihan, Halaman } from '../../shared/tampilan/tampilan';
import { BanyakSaranService } from './banyak-saran.service';
import { tambahSaranView, tetapkanBanyakView, type BahanTetapkan } from './banyak-saran.view';
import { alamatDaftar, lanjutSaran } from './bingkai-saran.view';
import { TerimaSaranDto, TetapkanBanyakDto } from './saran.dto';
import { bolehKelolaSaran } from './saran.policy';
import type { Penerimaan } from './saran.service';
import { bacaSaringanSaran, type SaringanSaran } from './saringan-saran';
import { BukaSaran, jalurSaran, type TempatSaran } from './tempat-saran';

type Kueri = Readonly<Record<string, unknown>>;

/** Receiving suggestions, and assigning what a filter shows. */
@Controller('instansi/:instansi/survei/:survei/saran')
export class BanyakSaranController {
  constructor(
    private readonly buka: BukaSaran,
    private readonly banyak: BanyakSaranService,
    private readonly unit: UnitQuery,
  ) {}

  @Get('tambah')
  @Izin('saran.kelola')
  async halamanTambah(
    @Param('instansi') instansi: string,
    @Param('survei') survei: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    return tambahSaranView(await this.kelola(instansi, survei, pelaku), { ketikan: { cara: 'satu' }, galat: [] });
  }

  @Post('tambah')
  @Izin('saran.kelola')
  async tambah(
    @Param('instansi') instansi: string,
    @Param('survei') survei: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.kelola(instansi, survei, pelaku);
    return kirim(
      TerimaSaranDto,
      badan,
      async (dto) => lanjutSaran(jalurSaran(tempat), kalimatPenerimaan(await this.banyak.terima(tempat, dto))),
      (ketikan, galat) => tambahSaranView(tempat, { ketikan, galat }),
    );
  }

  @Get('tetapkan')
  @Izin('saran.kelola')
  async ujiCoba(
    @Param('instansi') instansi: string,
    @Param('survei') survei: string,
    @PelakuKini() pelaku: Pelaku,
    @Query() kueri: Kueri,
  ): Promise<Halaman> {
    const tempat = await this.kelola(instansi, survei, pelaku);
    const ketikan = bacaKetikan(kueri);
    const mulai = ketikan['tetap-unsur'] === undefined && ketikan['tetap-unit'] === undefined;
    return this.periksa(tempat, bacaSaringanSaran(kueri), ketikan, mulai);
  }

  @Post('tetapkan')
  @Izin('saran.kelola')
  async tetapkan(
    @Param('instansi') instansi: string,
    @Param('survei') survei: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.kelola(instansi, survei, pelaku);
    const ketikan = bacaKetikan(badan);
    const saringan = bacaSaringanSaran(ketikan);
    pastikanUtuh(ketikan, saringan);
    try {
      const jumlah = await this.banyak.tetapkan(tempat, saringan, bacaPilihan(ketikan));
      if (jumlah === null) return await this.periksa(tempat, saringan, ketikan, false, true);
      return lanjutSaran(alamatDaftar(tempat, { status: 'ditetapkan' }), `${teksBilangan(jumlah)} saran sudah ditetapkan.`);
    } catch (galat) {
      if (galat instanceof GalatIsian) return this.periksa(tempat, saringan, ketikan, false);
      throw galat;
    }
  }

  /** The form, or what would follow from it. */
  private async periksa(
    tempat: TempatSaran,
    saringan: SaringanSaran,
    ketikan: Ketikan,
    mulai: boolean,
    berubah = false,
  ): Promise<Halaman> {
    const unit = await this.unit.semua(tempat.instansi.id);
    const bahan: BahanTetapkan = { saringan, unit, ketikan, galat: [], uji: null };
    if (mulai) return tetapkanBanyakView(tempat, bahan);
    try {
      const pilihan = bacaPilihan(ketikan);
      await this.banyak.pastikanPilihan(tempat, pilihan);
      return tetapkanBanyakView(tempat, { ...bahan, uji: await this.banyak.ujiCoba(tempat, saringan, pilihan.unsur), berubah });
    } catch (galat) {
      if (!(galat instanceof GalatIsian)) throw galat;
      const daftar = galat.daftar.map(({ medan, pesan }) => ({ medan: `tetap-${medan}`, pesan }));
      return tetapkanBanyakView(tempat, { ...bahan, galat: daftar });
    }
  }

  private async kelola(instansi: string, survei: string, pelaku: Pelaku): Promise<TempatSaran> {
    const tempat = await this.buka.survei(instansi, survei, pelaku);
    if (!bolehKelolaSaran(pelaku, tempat.instansi.id))
      throw new GalatTidakBerhak('Hanya koordinator untuk seluruh instansi yang memasukkan dan menetapkan saran.');
    return tempat;
  }
}

/** @throws {GalatPengguna} for a filter that no form of ours sends: it must not widen what is assigned */
function pastikanUtuh(ketikan: Ketikan, saringan: SaringanSaran): void {
  if (Object.entries(saringan).some(([nama, nilai]) => (ketikan[nama] ?? '') !== nilai))
    throw new GalatPengguna('Saringan ini terkirim rusak. Buka kembali daftar sarannya, lalu saring lagi.');
}

/** The choice stands apart from the filter, which has an unsur and a unit too. */
function bacaPilihan(ketikan: Ketikan): TetapkanBanyakDto {
  return bacaIsian(TetapkanBanyakDto, {
    unsur: ketikan['tetap-unsur'] ?? '',
    unit: ketikan['tetap-unit'] ?? '',
    jumlah: ketikan['jumlah'] ?? '',
  });
}

function kalimatPenerimaan({ diterima, saranBaru, sama, tanpaSaran }: Penerimaan): string {
  return [
    `${teksBilangan(diterima)} saran diterima${sama > 0 ? `: ${teksBilangan(saranBaru)} baru dan ${teksBilangan(sama)} sama dengan yang sudah ada` : ''}.`,
    ...(tanpaSaran > 0 ? [`${teksBilangan(tanpaSaran)} jawaban tanpa saran dihitung tersendiri.`] : []),
  ].join(' ');
}
