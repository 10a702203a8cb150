import { Body, Controller, Get, Header, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { PengaturanAuth } from '../../auth/pengaturan';
import { UndanganService } from '../../auth/tautan/undangan.service';
import { HalamanTidakAda } from '../../shared/galat.view';
import { potong } from '../../shared/tampilan/penomoran';
import { teksKueri } from '../../shared/tampilan/tautan';
import { Halaman, type Alihan } from '../../shared/tampilan/tampilan';
import { jalurOrganisasi, kirim } from '../halaman.view';
import { JabatanQuery } from '../jabatan/jabatan.query';
import { PeranQuery } from '../peran/peran.query';
import { Organisasi, type Tempat } from '../tempat';
import { UndanganPeranQuery } from '../undangan/undangan-peran.query';
import { UnitQuery } from '../unit/unit.query';
import { OrangQuery, type Orang } from './orang.query';
import { OrangService } from './orang.service';
import { buatTautanView, daftarOrangView, orangView, tautanView, undangView, type BahanOrang } from './orang.view';
import { UndangDto } from './undang.dto';

const ORANG_PER_HALAMAN = 50;
const ID = new ParseUUIDPipe({ errorHttpStatusCode: 404 });

@Controller('instansi/:instansi/organisasi')
export class OrangController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly service: OrangService,
    private readonly query: OrangQuery,
    private readonly unit: UnitQuery,
    private readonly jabatan: JabatanQuery,
    private readonly peran: PeranQuery,
    private readonly pengaturan: PengaturanAuth,
    private readonly undanganPeran: UndanganPeranQuery,
    private readonly akun: UndanganService,
  ) {}

  @Get('orang')
  @Izin('orang.lihat')
  async daftar(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Query() kueri: Record<string, unknown>,
  ): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const { id } = tempat.instansi;
    const q = teksKueri(kueri['q']);
    const potongan = potong(await this.query.jumlah(id, q), ORANG_PER_HALAMAN, teksKueri(kueri['h']));
    const orang = await this.query.halaman(id, q, potongan);
    return daftarOrangView(tempat, { orang, q, potongan }, await this.bahan(tempat, orang.map((o) => o.id))); // prettier-ignore
  }

  @Get('orang-baru')
  @Izin('organisasi.kelola')
  async halamanUndang(@Param('instansi') instansi: string, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    return undangView(tempat, await this.unit.semua(tempat.instansi.id), { ketikan: {}, galat: [] });
  }

  @Post('orang-baru')
  @Izin('organisasi.kelola')
  @Header('Cache-Control', 'no-store')
  async undang(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
    @Req() req: Request,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    return kirim(
      UndangDto,
      badan,
      async (dto) =>
        tautanView(tempat, dto.nama, await this.service.undang(tempat, dto), this.alamat(req), 'Buka halaman orangnya'),
      async (ketikan, galat) => undangView(tempat, await this.unit.semua(tempat.instansi.id), { ketikan, galat }),
    );
  }

  @Get('orang/:orang')
  @Izin('orang.lihat')
  async satu(
    @Param('instansi') instansi: string,
    @Param('orang', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, orang] = await this.buka(instansi, id, pelaku);
    return orangView(tempat, orang, await this.bahan(tempat, [id]));
  }

  @Get('orang/:orang/tautan')
  @Izin('organisasi.kelola')
  async halamanTautan(
    @Param('instansi') instansi: string,
    @Param('orang', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    const [tempat, orang] = await this.buka(instansi, id, pelaku);
    return buatTautanView(tempat, orang);
  }

  @Post('orang/:orang/tautan')
  @Izin('organisasi.kelola')
  @Header('Cache-Control', 'no-store')
  async tautan(
    @Param('instansi') instansi: string,
    @Param('orang', ID) id: string,
    @PelakuKini() pelaku: Pelaku,
    @Req() req: Request,
  ): Promise<Halaman> {
    const [tempat, orang] = await this.buka(instansi, id, pelaku);
    return tautanView(
      tempat,
      orang.nama,
      await this.service.aturUlang(tempat, id),
      this.alamat(req),
      'Kembali ke halaman orangnya',
    );
  }

  private alamat(req: Request): string {
    return this.pengaturan.alamatPublik ?? `${req.protocol}://${req.get('host') ?? ''}`;
  }

  private async buka(instansi: string, id: string, pelaku: Pelaku): Promise<[Tempat, Orang]> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const orang = await this.query.anggota(tempat.instansi.id, id);
    if (!orang)
      throw new HalamanTidakAda(`Orang itu tidak ada pada ${tempat.instansi.nama}.`, {
        teks: 'Buka daftar orang',
        tautan: jalurOrganisasi(tempat, 'orang'),
      });
    return [tempat, orang];
  }

  /** What these people hold and held. */
  private async bahan({ instansi }: Tempat, orang: readonly string[]): Promise<BahanOrang> {
    const penugasan = await this.jabatan.penugasanOrang(instansi.id, orang);
    return {
      unit: await this.unit.semua(instansi.id),
      jabatan: await this.jabatan.menurutId(instansi.id, penugasan.map((p) => p.jabatanId)), // prettier-ignore
      penugasan,
      peran: await this.peran.paraOrang(instansi.id, orang),
      undangan: await this.undanganPeran.terbuka(instansi.id),
      lewatSurat: this.akun.lewatSurat,
    };
  }
}
