import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import { PERAN, type Pelaku } from '../../auth/pelaku';
import { HalamanTidakAda } from '../../shared/galat.view';
import { potong } from '../../shared/tampilan/penomoran';
import { Halaman, type Alihan } from '../../shared/tampilan/tampilan';
import { teksKueri } from '../../shared/tampilan/tautan';
import { tambahHari } from '../../shared/tanggal';
import { jalurOrganisasi, kirim, lanjut } from '../halaman.view';
import { OrangQuery } from '../orang/orang.query';
import { Organisasi, type Tempat } from '../tempat';
import { UnitQuery } from '../unit/unit.query';
import { AkhiriPeranDto, BeriPeranDto } from './peran.dto';
import { PeranQuery, type PeranTersimpan } from './peran.query';
import { PeranService } from './peran.service';
import { akhiriPeranView, beriPeranView, daftarPeranView, BERAKHIR, PERAN_SEKILAS, type BagianPeran } from './peran.view';

const PERAN_PER_HALAMAN = 50;
const ID = new ParseUUIDPipe({ errorHttpStatusCode: 404 });

@Controller('instansi/:instansi/organisasi')
export class PeranController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly service: PeranService,
    private readonly query: PeranQuery,
    private readonly unit: UnitQuery,
    private readonly orang: OrangQuery,
  ) {}

  @Get('peran')
  @Izin('orang.lihat')
  async daftar(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Query() kueri: Record<string, unknown>,
  ): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const { id } = tempat.instansi;
    const q = teksKueri(kueri['q']);
    const semua = [...PERAN, BERAKHIR] as const;
    const dipilih = semua.find((b) => b === teksKueri(kueri['bagian']));
    const jumlah = await this.query.jumlahBagian(id, q, tempat.hariIni);
    const isi: BagianPeran[] = [];
    for (const bagian of dipilih ? [dipilih] : semua) {
      const ukuran = dipilih ? PERAN_PER_HALAMAN : PERAN_SEKILAS;
      const potongan = potong(jumlah.get(bagian) ?? 0, ukuran, dipilih ? teksKueri(kueri['h']) : '');
      isi.push({ bagian, potongan, peran: await this.query.bagian(id, bagian, q, tempat.hariIni, potongan) });
    }
    return daftarPeranView(tempat, isi, { q, bagian: dipilih ?? '' }, await this.unit.semua(id));
  }

  @Get('peran-baru')
  @Izin('organisasi.kelola')
  async halamanBeri(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Query() kueri: Record<string, unknown>,
  ): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const ketikan = {
      ...{ pengguna: teksKueri(kueri['pengguna']), peran: teksKueri(kueri['peran']) },
      ...{ unit: teksKueri(kueri['unit']), mulai: tempat.hariIni },
    };
    return beriPeranView(tempat, await this.orang.daftar(tempat.instansi.id), await this.unit.semua(tempat.instansi.id), {
      ketikan,
      galat: [],
    });
  }

  @Post('peran-baru')
  @Izin('organisasi.kelola')
  async beri(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const orang = await this.orang.daftar(tempat.instansi.id);
    const unit = await this.unit.semua(tempat.instansi.id);
    const kerja = async (dto: BeriPeranDto) => {
      const hasil = await this.service.beri(tempat, dto);
      return lanjut(jalurOrganisasi(tempat, 'peran'), hasil === 'diberikan' ? 'peran-diberikan' : 'peran-menunggu');
    };
    return kirim(BeriPeranDto, badan, kerja, (ketikan, galat) => beriPeranView(tempat, orang, unit, { ketikan, galat }));
  }

  @Get('peran/:peran/akhiri')
  @Izin('organisasi.kelola')
  async halamanAkhiri(
    @Param('instansi') instansi: string,
    @Param('peran', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, peran] = await this.buka(instansi, id, pelaku);
    const ketikan = { sampai: tambahHari(tempat.hariIni, -1) };
    return akhiriPeranView(tempat, peran, await this.unit.semua(tempat.instansi.id), { ketikan, galat: [] });
  }

  @Post('peran/:peran/akhiri')
  @Izin('organisasi.kelola')
  async akhiri(
    @Param('instansi') instansi: string,
    @Param('peran', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const [tempat, peran] = await this.buka(instansi, id, pelaku);
    const unit = await this.unit.semua(tempat.instansi.id);
    const kerja = async (dto: AkhiriPeranDto) => {
      await this.service.akhiri(tempat, id, dto);
      return lanjut(jalurOrganisasi(tempat, 'peran'), 'peran-diakhiri');
    };
    return kirim(AkhiriPeranDto, badan, kerja, (ketikan, galat) => akhiriPeranView(tempat, peran, unit, { ketikan, galat }));
  }

  private async buka(instansi: string, id: string, pelaku: Pelaku): Promise<[Tempat, PeranTersimpan]> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const peran = await this.query.satu(tempat.instansi.id, id);
    if (!peran)
      throw new HalamanTidakAda(`Peran itu tidak ada pada ${tempat.instansi.nama}.`, {
        teks: 'Buka daftar peran',
        tautan: jalurOrganisasi(tempat, 'peran'),
      });
    return [tempat, peran];
  }
}
