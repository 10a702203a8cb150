import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { HalamanTidakAda } from '../../shared/galat.view';
import { Halaman, type Alihan } from '../../shared/tampilan/tampilan';
import { teksKueri } from '../../shared/tampilan/tautan';
import { jalurOrganisasi, kirim, lanjut } from '../halaman.view';
import { JabatanQuery } from '../jabatan/jabatan.query';
import { PeranQuery } from '../peran/peran.query';
import { Organisasi, type Tempat } from '../tempat';
import type { UnitEntity } from '../unit.entity';
import { BuatUnitDto, GabungUnitDto, NonaktifUnitDto, PindahUnitDto, UbahNamaUnitDto } from './unit.dto';
import { UnitQuery } from './unit.query';
import { UnitService } from './unit.service';
import { buatUnitView, gabungUnitView, namaUnitView, nonaktifUnitView, pindahUnitView } from './unit-formulir.view';
import { pohonView, potonganPohon } from './pohon.view';
import { jalurUnit, unitView } from './unit.view';

type Kueri = Record<string, unknown>;

@Controller('instansi/:instansi/organisasi')
export class UnitController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly unit: UnitService,
    private readonly query: UnitQuery,
    private readonly jabatan: JabatanQuery,
    private readonly peran: PeranQuery,
  ) {}

  @Get()
  @Izin('organisasi.lihat')
  async pohon(@Param('instansi') instansi: string, @PelakuKini() pelaku: Pelaku, @Query() kueri: Kueri): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const { id } = tempat.instansi;
    const saringan = {
      ...{ q: teksKueri(kueri['q']), di: teksKueri(kueri['di']) },
      ...{ h: teksKueri(kueri['h']), hb: teksKueri(kueri['hb']) },
    };
    const potongan = potonganPohon(await this.query.semua(id), saringan);
    const unit = potongan.tampil.map((b) => b.unit.id);
    const jabatan = await this.jabatan.pemimpin(id, unit);
    const penugasan = await this.jabatan.penugasanSemua(id, jabatan.map((j) => j.id)); // prettier-ignore
    return pohonView(tempat, potongan, { jabatan, penugasan, peran: await this.peran.milikUnit(id, unit) }, saringan);
  }

  @Get('unit-baru')
  @Izin('organisasi.kelola')
  async halamanBuat(@Param('instansi') instansi: string, @PelakuKini() pelaku: Pelaku, @Query() kueri: Kueri): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const ketikan = { induk: teksKueri(kueri['induk']) };
    return buatUnitView(tempat, await this.query.semua(tempat.instansi.id), { ketikan, galat: [] });
  }

  @Post('unit-baru')
  @Izin('organisasi.kelola')
  async buat(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    return kirim(
      BuatUnitDto,
      badan,
      async (dto) => lanjut(jalurUnit(tempat, await this.unit.buat(tempat, dto)), 'unit-dibuat'),
      async (ketikan, galat) => buatUnitView(tempat, await this.query.semua(tempat.instansi.id), { ketikan, galat }),
    );
  }

  @Get('unit/:unit')
  @Izin('organisasi.lihat')
  async satu(@Param('instansi') instansi: string, @Param('unit') kode: string, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    const [tempat, kini, unit] = await this.buka(instansi, kode, pelaku);
    const { id } = tempat.instansi;
    const letak = await this.jabatan.letakUnit(id, kini.id);
    const penugasan = await this.jabatan.penugasanSemua(id, letak.map((l) => l.jabatanId)); // prettier-ignore
    const peran = await this.peran.milikUnit(id, [kini.id]);
    return unitView(tempat, { unit, kini, letak, penugasan, peran, nama: await this.query.riwayatNama(kini.id) });
  }

  @Get('unit/:unit/nama')
  @Izin('organisasi.kelola')
  async halamanNama(
    @Param('instansi') instansi: string,
    @Param('unit') kode: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, u] = await this.buka(instansi, kode, pelaku);
    const ketikan = { nama: u.nama, singkatan: u.singkatan ?? '', sejak: tempat.hariIni };
    return namaUnitView(tempat, u, { ketikan, galat: [] });
  }

  @Post('unit/:unit/nama')
  @Izin('organisasi.kelola')
  async nama(
    @Param('instansi') instansi: string,
    @Param('unit') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const [tempat] = await this.buka(instansi, kode, pelaku);
    const kerja = async (dto: UbahNamaUnitDto) => {
      await this.unit.ubahNama(tempat, kode, dto);
      return lanjut(jalurUnit(tempat, kode), 'unit-dinamai');
    };
    return kirim(UbahNamaUnitDto, badan, kerja, async (ketikan, galat) => {
      const [, kini] = await this.buka(instansi, kode, pelaku);
      return namaUnitView(tempat, kini, { ketikan, galat });
    });
  }

  @Get('unit/:unit/pindah')
  @Izin('organisasi.kelola')
  async halamanPindah(
    @Param('instansi') instansi: string,
    @Param('unit') kode: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, u, semua] = await this.buka(instansi, kode, pelaku);
    return pindahUnitView(tempat, u, semua, { ketikan: { induk: u.indukId ?? '' }, galat: [] });
  }

  @Post('unit/:unit/pindah')
  @Izin('organisasi.kelola')
  async pindah(
    @Param('instansi') instansi: string,
    @Param('unit') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const [tempat] = await this.buka(instansi, kode, pelaku);
    const kerja = async (dto: PindahUnitDto) => {
      await this.unit.pindah(tempat, kode, dto);
      return lanjut(jalurUnit(tempat, kode), 'unit-dipindah');
    };
    return kirim(PindahUnitDto, badan, kerja, async (ketikan, galat) => {
      const [, kini, semua] = await this.buka(instansi, kode, pelaku);
      return pindahUnitView(tempat, kini, semua, { ketikan, galat });
    });
  }

  @Get('unit/:unit/gabung')
  @Izin('organisasi.kelola')
  async halamanGabung(
    @Param('instansi') instansi: string,
    @Param('unit') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Query() kueri: Kueri,
  ): Promise<Halaman> {
    const [tempat, u, semua] = await this.buka(instansi, kode, pelaku);
    const beban = await this.query.beban(u.id, tempat.hariIni);
    const ketikan = { penerus: teksKueri(kueri['penerus']), sejak: tempat.hariIni };
    return gabungUnitView(tempat, u, semua, beban, { ketikan, galat: [] });
  }

  @Post('unit/:unit/gabung')
  @Izin('organisasi.kelola')
  async gabung(
    @Param('instansi') instansi: string,
    @Param('unit') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const [tempat] = await this.buka(instansi, kode, pelaku);
    const kerja = async (dto: GabungUnitDto) => {
      await this.unit.gabung(tempat, kode, dto);
      return lanjut(jalurUnit(tempat, kode), 'unit-digabung');
    };
    return kirim(GabungUnitDto, badan, kerja, async (ketikan, galat) => {
      const [, kini, semua] = await this.buka(instansi, kode, pelaku);
      return gabungUnitView(tempat, kini, semua, await this.query.beban(kini.id, tempat.hariIni), { ketikan, galat });
    });
  }

  @Get('unit/:unit/nonaktif')
  @Izin('organisasi.kelola')
  async halamanNonaktif(
    @Param('instansi') instansi: string,
    @Param('unit') kode: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, u] = await this.buka(instansi, kode, pelaku);
    const beban = await this.query.beban(u.id, tempat.hariIni);
    return nonaktifUnitView(tempat, u, beban, { ketikan: { sejak: tempat.hariIni }, galat: [] });
  }

  @Post('unit/:unit/nonaktif')
  @Izin('organisasi.kelola')
  async nonaktif(
    @Param('instansi') instansi: string,
    @Param('unit') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const [tempat] = await this.buka(instansi, kode, pelaku);
    const kerja = async (dto: NonaktifUnitDto) => {
      await this.unit.nonaktifkan(tempat, kode, dto);
      return lanjut(jalurOrganisasi(tempat), 'unit-dinonaktifkan');
    };
    return kirim(NonaktifUnitDto, badan, kerja, async (ketikan, galat) => {
      const [, kini] = await this.buka(instansi, kode, pelaku);
      return nonaktifUnitView(tempat, kini, await this.query.beban(kini.id, tempat.hariIni), { ketikan, galat });
    });
  }

  /** @throws {HalamanTidakAda} when the agency has no such unit */
  private async buka(instansi: string, kode: string, pelaku: Pelaku): Promise<[Tempat, UnitEntity, UnitEntity[]]> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const semua = await this.query.semua(tempat.instansi.id);
    const u = semua.find((x) => x.kode === kode);
    if (!u)
      throw new HalamanTidakAda(`Unit ${kode} tidak ada pada ${tempat.instansi.nama}.`, {
        teks: 'Buka daftar unit',
        tautan: jalurOrganisasi(tempat),
      });
    return [tempat, u, semua];
  }
}
