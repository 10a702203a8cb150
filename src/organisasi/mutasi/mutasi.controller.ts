import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { HalamanTidakAda } from '../../shared/galat.view';
import { bacaKetikan, GalatIsian } from '../../shared/isian';
import { potong } from '../../shared/tampilan/penomoran';
import { Alihan, Halaman } from '../../shared/tampilan/tampilan';
import { teksKueri } from '../../shared/tampilan/tautan';
import { jalurOrganisasi, kirim, lanjut } from '../halaman.view';
import { JabatanQuery } from '../jabatan/jabatan.query';
import { Organisasi, type Tempat } from '../tempat';
import { MulaiMutasiDto } from './mutasi.dto';
import { MutasiQuery, type BahanMutasi } from './mutasi.query';
import { MutasiBerubah, MutasiService } from './mutasi.service';
import {
  bacaPilihan,
  daftarMutasiView,
  jalurMutasi,
  ketikanPilihan,
  mulaiMutasiView,
  mutasiView,
  warisView,
} from './mutasi.view';

const MUTASI_PER_HALAMAN = 50;
const ID = new ParseUUIDPipe({ errorHttpStatusCode: 404 });

@Controller('instansi/:instansi/organisasi')
@Izin('organisasi.kelola')
export class MutasiController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly service: MutasiService,
    private readonly query: MutasiQuery,
    private readonly jabatan: JabatanQuery,
  ) {}

  @Get('mutasi')
  @Izin('organisasi.periksa')
  async daftar(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Query() kueri: Record<string, unknown>,
  ): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const { id } = tempat.instansi;
    const q = teksKueri(kueri['q']);
    const potongan = potong(await this.query.jumlah(id, q), MUTASI_PER_HALAMAN, teksKueri(kueri['h']));
    return daftarMutasiView(tempat, { mutasi: await this.query.daftar(id, q, potongan), q, potongan });
  }

  @Get('mutasi-baru')
  async halamanMulai(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Query() kueri: Record<string, unknown>,
  ): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const { id } = tempat.instansi;
    const ketikan = { penugasan: teksKueri(kueri['penugasan']), sampai: tempat.hariIni };
    return mulaiMutasiView(tempat, await this.jabatan.semua(id), await this.jabatan.semuaPenugasan(id), { ketikan, galat: [] });
  }

  @Post('mutasi-baru')
  async mulai(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const { id } = tempat.instansi;
    return kirim(
      MulaiMutasiDto,
      badan,
      async (dto) => new Alihan(jalurMutasi(tempat, await this.service.mulai(tempat, dto), 'waris')),
      async (ketikan, galat) =>
        mulaiMutasiView(tempat, await this.jabatan.semua(id), await this.jabatan.semuaPenugasan(id), { ketikan, galat }),
    );
  }

  @Get('mutasi/:mutasi')
  @Izin('organisasi.periksa')
  async satu(
    @Param('instansi') instansi: string,
    @Param('mutasi', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, bahan] = await this.buka(instansi, id, pelaku);
    return mutasiView(tempat, bahan);
  }

  @Get('mutasi/:mutasi/waris')
  async halamanWaris(
    @Param('instansi') instansi: string,
    @Param('mutasi', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, bahan] = await this.buka(instansi, id, pelaku);
    return warisView(tempat, bahan, { ketikan: ketikanPilihan(bahan), galat: [] });
  }

  @Post('mutasi/:mutasi/waris')
  async waris(
    @Param('instansi') instansi: string,
    @Param('mutasi', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const [tempat, bahan] = await this.buka(instansi, id, pelaku);
    const ketikan = bacaKetikan(badan);
    try {
      await this.service.periksa(tempat, id, bacaPilihan(bahan.butir, ketikan));
    } catch (galat) {
      if (galat instanceof GalatIsian) return warisView(tempat, bahan, { ketikan, galat: galat.daftar });
      if (galat instanceof MutasiBerubah) return mutasiView(tempat, bahan, galat.message);
      throw galat;
    }
    return new Alihan(jalurMutasi(tempat, id));
  }

  @Post('mutasi/:mutasi/jalankan')
  async jalankan(
    @Param('instansi') instansi: string,
    @Param('mutasi', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman | Alihan> {
    const [tempat, bahan] = await this.buka(instansi, id, pelaku);
    try {
      await this.service.jalankan(tempat, id);
    } catch (galat) {
      if (galat instanceof MutasiBerubah) return mutasiView(tempat, bahan, galat.message);
      throw galat;
    }
    return lanjut(jalurMutasi(tempat, id), 'mutasi-dijalankan');
  }

  @Post('mutasi/:mutasi/batal')
  async batal(
    @Param('instansi') instansi: string,
    @Param('mutasi', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman | Alihan> {
    const [tempat, bahan] = await this.buka(instansi, id, pelaku);
    try {
      await this.service.batalkan(tempat, id);
    } catch (galat) {
      if (galat instanceof MutasiBerubah) return mutasiView(tempat, bahan, galat.message);
      throw galat;
    }
    return lanjut(jalurOrganisasi(tempat, 'mutasi'), 'mutasi-dibatalkan');
  }

  private async buka(instansi: string, id: string, pelaku: Pelaku): Promise<[Tempat, BahanMutasi]> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const bahan = await this.query.bahan(tempat, id);
    if (!bahan)
      throw new HalamanTidakAda(`Mutasi itu tidak ada pada ${tempat.instansi.nama}.`, {
        teks: 'Buka daftar mutasi',
        tautan: jalurOrganisasi(tempat, 'mutasi'),
      });
    return [tempat, bahan];
  }
}
