import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Izin, PelakuKini } from '../auth/izin.dekorator';
import type { Pelaku } from '../auth/pelaku';
import { OrganisasiQuery } from '../organisasi/organisasi.query';
import { Organisasi, type Tempat } from '../organisasi/tempat';
import { jalurRencana } from '../rtl/halaman/halaman-rtl.view';
import { GalatIsiKegiatan, GalatRencanaBerubah } from '../rtl/susun/galat-usang';
import { pastikanDraf } from '../rtl/susun/rencana-terkunci';
import { GalatTerkunci } from '../shared/galat';
import { bacaKetikan, GalatIsian } from '../shared/isian';
import { berhasil } from '../shared/tampilan/kabar';
import { Alihan, type Halaman } from '../shared/tampilan/tampilan';
import { BahanPrioritasQuery } from './bahan-prioritas.query';
import type { Isian } from './formulir-prioritas.view';
import { LanjutanQuery } from './lanjutan.query';
import { LanjutanService, type PilihanLanjutan } from './lanjutan.service';
import { lanjutanView } from './lanjutan.view';

const KOSONG: Isian = { ketikan: {}, galat: [] };

/** Unfinished kegiatan of earlier plans, offered to a draf. */
@Controller('instansi/:instansi/rencana/:rencana/prioritas-lanjutan')
export class LanjutanController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly organisasiQuery: OrganisasiQuery,
    private readonly bahan: BahanPrioritasQuery,
    private readonly query: LanjutanQuery,
    private readonly lanjutan: LanjutanService,
  ) {}

  @Get()
  @Izin('rencana.lihat')
  async halaman(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<Halaman> {
    return this.tampilkan(await this.organisasi.buka(instansi, pelaku), rencana, KOSONG);
  }

  @Post()
  @Izin('prioritas.kelola')
  async lanjutkan(
    @Param('instansi') instansi: string,
    @Param('rencana') rencana: string,
    @PelakuKini() pelaku: Pelaku,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const ketikan = bacaKetikan(badan);
    const bahan = await this.bahan.semua(tempat, rencana);
    const pilihan = Object.entries(ketikan).flatMap(([nama, nilai]): PilihanLanjutan[] => {
      const kegiatanId = nama.startsWith('bawa.') && nilai === 'ya' ? nama.slice('bawa.'.length) : '';
      return kegiatanId === '' ? [] : [{ kegiatanId, ke: ketikan[`ke.${kegiatanId}`] ?? '' }];
    });
    try {
      pastikanDraf(bahan.rencana);
      const n = await this.lanjutan.lanjutkan(tempat, bahan, pilihan, ketikan['sidik'] ?? '');
      return new Alihan(
        jalurRencana(tempat, rencana, 'prioritas'),
        berhasil(`${n} kegiatan dilanjutkan. Isi jadwal barunya di halaman susun kegiatan.`),
      );
    } catch (galat) {
      if (galat instanceof GalatIsian) return this.tampilkan(tempat, rencana, { ketikan, galat: galat.daftar });
      if (galat instanceof GalatRencanaBerubah || galat instanceof GalatIsiKegiatan || galat instanceof GalatTerkunci)
        return this.tampilkan(tempat, rencana, { ketikan, galat: [{ medan: 'bawa', pesan: galat.message.replace(/\.$/, '') }] });
      throw galat;
    }
  }

  private async tampilkan(tempat: Tempat, rencana: string, isian: Isian): Promise<Halaman> {
    const bahan = await this.bahan.semua(tempat, rencana);
    const unit = await this.organisasiQuery.daftarUnit(tempat.instansi.id);
    const nama = new Map(unit.map((u) => [u.kode, u.singkatan ?? u.nama]));
    return lanjutanView(tempat, bahan, await this.query.cari(tempat, bahan), nama, isian);
  }
}
