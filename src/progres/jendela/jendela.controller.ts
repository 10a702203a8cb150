import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Izin, PelakuKini } from '../../auth/izin.dekorator';
import type { Pelaku } from '../../auth/pelaku';
import { Organisasi, type Tempat } from '../../organisasi/tempat';
import { jalurInstansi } from '../../rtl/halaman/halaman-rtl.view';
import { teksBilangan } from '../../shared/desimal';
import { HalamanTidakAda } from '../../shared/galat.view';
import { bacaIsian, bacaKetikan, GalatIsian, type Ketikan } from '../../shared/isian';
import { periode, type KodePeriode } from '../../shared/periode';
import { berhasil } from '../../shared/tampilan/kabar';
import { Alihan, type Halaman } from '../../shared/tampilan/tampilan';
import { kueri, teksKueri } from '../../shared/tampilan/tautan';
import { tanggalIndonesia } from '../../shared/tanggal';
import { KelolaJendelaDto, KelolaSlotDto } from './jendela.dto';
import { JendelaQuery } from './jendela.query';
import { JendelaService } from './jendela.service';
import { memuat } from './jendela.rules';
import { satuTriwulanView, triwulanView, type Isian } from './triwulan.view';

type Kueri = Record<string, unknown>;

/** When units may report: opened and locked by period, or slot by slot. */
@Controller('instansi/:instansi/triwulan')
export class JendelaController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly query: JendelaQuery,
    private readonly jendela: JendelaService,
  ) {}

  @Get()
  @Izin('rencana.lihat')
  async daftar(@Param('instansi') instansi: string, @PelakuKini() pelaku: Pelaku, @Query() q: Kueri): Promise<Halaman> {
    return this.halaman(await this.organisasi.buka(instansi, pelaku), q);
  }

  @Post()
  @Izin('jendela.kelola')
  async kelola(
    @Param('instansi') instansi: string,
    @PelakuKini() pelaku: Pelaku,
    @Query() q: Kueri,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    const ketikan = bacaKetikan(badan);
    const ulang = (isian: Isian) => this.halaman(tempat, q, isian);
    return coba(ketikan, ulang, async () => {
      const dto = bacaIsian(KelolaJendelaDto, ketikan);
      const n = await this.jendela.kelolaPeriode(tempat, terpilih(ketikan), dto);
      return new Alihan(kueri(jalurInstansi(tempat, 'triwulan'), { tahun: teksKueri(q['tahun'], 4) }), kabar(dto, n, 'periode'));
    });
  }

  @Get(':periode')
  @Izin('rencana.lihat')
  async satu(
    @Param('instansi') instansi: string,
    @Param('periode') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Query() q: Kueri,
  ): Promise<Halaman> {
    return this.halamanSatu(await this.organisasi.buka(instansi, pelaku), kode, q);
  }

  @Post(':periode/slot')
  @Izin('jendela.kelola')
  async kelolaSlot(
    @Param('instansi') instansi: string,
    @Param('periode') kode: string,
    @PelakuKini() pelaku: Pelaku,
    @Query() q: Kueri,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    await this.pastikanAda(tempat, kode);
    const ketikan = bacaKetikan(badan);
    const ulang = (isian: Isian) => this.halamanSatu(tempat, kode, q, isian);
    return coba(ketikan, ulang, async () => {
      const dto = bacaIsian(KelolaSlotDto, ketikan);
      const n = await this.jendela.kelolaSlot(tempat, kode, terpilih(ketikan), dto);
      const alamat = jalurInstansi(tempat, 'triwulan', kode);
      return new Alihan(kueri(alamat, { lihat: teksKueri(q['lihat'], 10) }), kabar(dto, n, 'slot'));
    });
  }

  private async halaman(tempat: Tempat, q: Kueri, isian?: Isian): Promise<Halaman> {
    const id = tempat.instansi.id;
    const semua = await this.query.periode(id);
    const tahun = semua.map((p) => periode(p).tahun);
    const kini = Number(tempat.hariIni.slice(0, 4));
    const diminta = Number(teksKueri(q['tahun'], 4) || teksKueri(q['tw'], 4));
    const dipilih = [diminta, kini].find((t) => tahun.includes(t)) ?? tahun.findLast((t) => t < kini) ?? tahun[0] ?? kini;
    return triwulanView(
      tempat,
      { periode: semua, slot: await this.query.slot(id, null), entri: await this.query.entri(id), tahun: dipilih },
      isian,
    );
  }

  private async halamanSatu(tempat: Tempat, kode: string, q: Kueri, isian?: Isian): Promise<Halaman> {
    await this.pastikanAda(tempat, kode);
    const slot = (await this.query.slot(tempat.instansi.id, kode)).filter((s) => memuat(kode, s.periode));
    const entri = await this.query.entri(tempat.instansi.id);
    const semua = teksKueri(q['lihat']) === 'semua';
    return satuTriwulanView(tempat, { kode, slot, entri, semua, nomorHalaman: teksKueri(q['h'], 9) }, isian);
  }

  /** @throws {HalamanTidakAda} when no plan has a slot in it */
  private async pastikanAda(tempat: Tempat, kode: KodePeriode): Promise<void> {
    if ((await this.query.periode(tempat.instansi.id)).includes(kode)) return;
    throw new HalamanTidakAda('Tidak ada slot pelaporan pada periode itu.', {
      teks: 'Buka triwulan pelaporan',
      tautan: jalurInstansi(tempat, 'triwulan'),
    });
  }
}

async function coba(
  ketikan: Ketikan,
  ulang: (isian: Isian) => Promise<Halaman>,
  kerja: () => Promise<Alihan>,
): Promise<Halaman | Alihan> {
  try {
    return await kerja();
  } catch (galat) {
    if (galat instanceof GalatIsian) return ulang({ ketikan, galat: galat.daftar });
    throw galat;
  }
}

function terpilih(ketikan: Ketikan): string[] {
  return Object.entries(ketikan).flatMap(([nama, nilai]) => (/^pilih_\d+$/.test(nama) && nilai !== '' ? [nilai] : []));
}

function kabar({ tindakan, batas }: KelolaJendelaDto, n: number, satuan: string): ReturnType<typeof berhasil> {
  return berhasil(
    tindakan === 'buka'
      ? `${teksBilangan(n)} ${satuan} dibuka sampai ${tanggalIndonesia(batas)}.`
      : `${teksBilangan(n)} ${satuan} dikunci.`,
  );
}
