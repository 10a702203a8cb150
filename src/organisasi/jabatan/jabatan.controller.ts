import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { HalamanTidakAda } from '../../shared/galat.view';
import { potong } from '../../shared/tampilan/penomoran';
import { Halaman, type Alihan } from '../../shared/tampilan/tampilan';
import { teksKueri } from '../../shared/tampilan/tautan';
import { jalurOrganisasi, kirim, lanjut } from '../halaman.view';
import { OrangQuery } from '../orang/orang.query';
import { Organisasi, type Tempat } from '../tempat';
import { UnitQuery } from '../unit/unit.query';
import { AkhiriPenugasanDto, BuatJabatanDto, TugaskanDto, TutupJabatanDto, UbahNamaJabatanDto } from './jabatan.dto';
import { JabatanQuery, type Jabatan, type Penugasan } from './jabatan.query';
import { JabatanService } from './jabatan.service';
import {
  akhiriPenugasanView,
  buatJabatanView,
  daftarJabatanView,
  jabatanView,
  jalurJabatan,
  namaJabatanView,
  tugaskanView,
  tutupJabatanView,
} from './jabatan.view';

type Kueri = Record<string, unknown>;
const JABATAN_PER_HALAMAN = 50;
const ID = new ParseUUIDPipe({ errorHttpStatusCode: 404 });

@Controller('instansi/:instansi/organisasi')
export class JabatanController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly service: JabatanService,
    private readonly query: JabatanQuery,
    private readonly unit: UnitQuery,
    private readonly orang: OrangQuery,
  ) {}

  @Get('jabatan')
  @Izin('organisasi.lihat')
  async daftar(@Param('instansi') instansi: string, @PelakuKini() pelaku: Pelaku, @Query() kueri: Kueri): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const { id } = tempat.instansi;
    const q = teksKueri(kueri['q']);
    const potongan = potong(await this.query.jumlahTerbuka(id, q, tempat.hariIni), JABATAN_PER_HALAMAN, teksKueri(kueri['h']));
    const jabatan = await this.query.terbuka(id, q, tempat.hariIni, potongan);
    const penugasan = await this.query.penugasanSemua(id, jabatan.map((j) => j.id)); // prettier-ignore
    return daftarJabatanView(tempat, { jabatan, penugasan, q, potongan });
  }

  @Get('jabatan-baru')
  @Izin('organisasi.kelola')
  async halamanBuat(@Param('instansi') instansi: string, @PelakuKini() pelaku: Pelaku, @Query() kueri: Kueri): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const ketikan = { unit: teksKueri(kueri['unit']) };
    return buatJabatanView(tempat, await this.unit.semua(tempat.instansi.id), { ketikan, galat: [] });
  }

  @Post('jabatan-baru')
  @Izin('organisasi.kelola')
  async buat(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    return kirim(
      BuatJabatanDto,
      badan,
      async (dto) => lanjut(jalurJabatan(tempat, await this.service.buat(tempat, dto)), 'jabatan-dibuat'),
      async (ketikan, galat) => buatJabatanView(tempat, await this.unit.semua(tempat.instansi.id), { ketikan, galat }),
    );
  }

  @Get('jabatan/:jabatan')
  @Izin('organisasi.lihat')
  async satu(
    @Param('instansi') instansi: string,
    @Param('jabatan', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, jabatan] = await this.buka(instansi, id, pelaku);
    const unit = await this.unit.semua(tempat.instansi.id);
    const letak = await this.query.letakJabatan(tempat.instansi.id, id);
    const penugasan = await this.query.penugasanJabatan(tempat.instansi.id, id);
    const nama = await this.query.riwayatNama(id);
    return jabatanView(tempat, { jabatan, unit, letak, penugasan, nama });
  }

  @Get('jabatan/:jabatan/nama')
  @Izin('organisasi.kelola')
  async halamanNama(
    @Param('instansi') instansi: string,
    @Param('jabatan', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, jabatan] = await this.buka(instansi, id, pelaku);
    return namaJabatanView(tempat, jabatan, { ketikan: { nama: jabatan.nama, sejak: tempat.hariIni }, galat: [] });
  }

  @Post('jabatan/:jabatan/nama')
  @Izin('organisasi.kelola')
  async nama(
    @Param('instansi') instansi: string,
    @Param('jabatan', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const [tempat, jabatan] = await this.buka(instansi, id, pelaku);
    const kerja = async (dto: UbahNamaJabatanDto) => {
      await this.service.ubahNama(tempat, id, dto);
      return lanjut(jalurJabatan(tempat, id), 'jabatan-dinamai');
    };
    return kirim(UbahNamaJabatanDto, badan, kerja, (ketikan, galat) => namaJabatanView(tempat, jabatan, { ketikan, galat }));
  }

  @Get('jabatan/:jabatan/tutup')
  @Izin('organisasi.kelola')
  async halamanTutup(
    @Param('instansi') instansi: string,
    @Param('jabatan', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, jabatan] = await this.buka(instansi, id, pelaku);
    return tutupJabatanView(tempat, jabatan, { ketikan: { sejak: tempat.hariIni }, galat: [] });
  }

  @Post('jabatan/:jabatan/tutup')
  @Izin('organisasi.kelola')
  async tutup(
    @Param('instansi') instansi: string,
    @Param('jabatan', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const [tempat, jabatan] = await this.buka(instansi, id, pelaku);
    const kerja = async (dto: TutupJabatanDto) => {
      await this.service.tutup(tempat, id, dto);
      return lanjut(jalurJabatan(tempat, id), 'jabatan-ditutup');
    };
    return kirim(TutupJabatanDto, badan, kerja, (ketikan, galat) => tutupJabatanView(tempat, jabatan, { ketikan, galat }));
  }

  @Get('jabatan/:jabatan/tugaskan')
  @Izin('organisasi.kelola')
  async halamanTugaskan(
    @Param('instansi') instansi: string,
    @Param('jabatan', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, jabatan] = await this.buka(instansi, id, pelaku);
    const orang = await this.orang.daftar(tempat.instansi.id);
    return tugaskanView(tempat, jabatan, orang, { ketikan: { mulai: tempat.hariIni }, galat: [] });
  }

  @Post('jabatan/:jabatan/tugaskan')
  @Izin('organisasi.kelola')
  async tugaskan(
    @Param('instansi') instansi: string,
    @Param('jabatan', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const [tempat, jabatan] = await this.buka(instansi, id, pelaku);
    const orang = await this.orang.daftar(tempat.instansi.id);
    const kerja = async (dto: TugaskanDto) => {
      await this.service.tugaskan(tempat, id, dto);
      return lanjut(jalurJabatan(tempat, id), 'penugasan-dibuka');
    };
    return kirim(TugaskanDto, badan, kerja, (ketikan, galat) => tugaskanView(tempat, jabatan, orang, { ketikan, galat }));
  }

  @Get('penugasan/:penugasan/akhiri')
  @Izin('organisasi.kelola')
  async halamanAkhiri(
    @Param('instansi') instansi: string,
    @Param('penugasan', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, jabatan, penugasan] = await this.bukaPenugasan(instansi, id, pelaku);
    return akhiriPenugasanView(tempat, jabatan, penugasan, { ketikan: { sampai: tempat.hariIni }, galat: [] });
  }

  @Post('penugasan/:penugasan/akhiri')
  @Izin('organisasi.kelola')
  async akhiri(
    @Param('instansi') instansi: string,
    @Param('penugasan', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const [tempat, jabatan, penugasan] = await this.bukaPenugasan(instansi, id, pelaku);
    return kirim(
      AkhiriPenugasanDto,
      badan,
      async (dto) => lanjut(jalurJabatan(tempat, await this.service.akhiri(tempat, id, dto)), 'penugasan-diakhiri'),
      (ketikan, galat) => akhiriPenugasanView(tempat, jabatan, penugasan, { ketikan, galat }),
    );
  }

  private async buka(instansi: string, id: string, pelaku: Pelaku): Promise<[Tempat, Jabatan]> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const jabatan = await this.query.satu(tempat.instansi.id, id);
    if (!jabatan) throw tidakAda(tempat);
    return [tempat, jabatan];
  }

  private async bukaPenugasan(instansi: string, id: string, pelaku: Pelaku): Promise<[Tempat, Jabatan, Penugasan]> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const penugasan = await this.query.satuPenugasan(tempat.instansi.id, id);
    const jabatan = penugasan && (await this.query.satu(tempat.instansi.id, penugasan.jabatanId));
    if (!penugasan || !jabatan) throw tidakAda(tempat);
    return [tempat, jabatan, penugasan];
  }
}

function tidakAda(tempat: Tempat): HalamanTidakAda {
  return new HalamanTidakAda(`Jabatan itu tidak ada pada ${tempat.instansi.nama}.`, {
    teks: 'Buka daftar jabatan',
    tautan: jalurOrganisasi(tempat, 'jabatan'),
  });
}
