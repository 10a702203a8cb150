import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Izin, PelakuKini } from '../auth/izin.dekorator';
import type { Pelaku } from '../auth/pelaku';
import { kirim } from '../organisasi/halaman.view';
import { Organisasi } from '../organisasi/tempat';
import { ALAMAT_SLOT, type AlamatSlot } from '../progres/lapor/alamat-slot';
import { jalurLapor, type TempatLapor } from '../progres/lapor/tempat-lapor';
import { TempatLaporQuery } from '../progres/lapor/tempat-lapor.query';
import { GalatIsian, type GalatMedan, type Ketikan } from '../shared/isian';
import { berhasil } from '../shared/tampilan/kabar';
import { Alihan, type Halaman } from '../shared/tampilan/tampilan';
import { jalur } from '../shared/tampilan/tautan';
import { AntreanQuery } from './antrean.query';
import { BERKAS_KOSONG, BerkasLaporanQuery } from './berkas-laporan.query';
import { cabutView, daftarTidakDapatView, tidakDapatView } from './formulir-putusan.view';
import { berubahDitanyakan, KABAR_CABUT } from './putusan.controller';
import { PutusanService } from './putusan.service';
import { TidakDapatService, type SerahTerimaBaru } from './tidak-dapat.service';
import { CabutDto, TidakDapatDto } from './verifikasi.dto';

/** What cannot be done is the pimpinan's to decide. */
@Controller()
export class TidakDapatController {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly tempatLapor: TempatLaporQuery,
    private readonly antrean: AntreanQuery,
    private readonly berkas: BerkasLaporanQuery,
    private readonly tidakDapat: TidakDapatService,
    private readonly putusan: PutusanService,
  ) {}

  @Get('instansi/:instansi/tidak-dapat')
  @Izin('tidakDapat.putuskan')
  async daftar(@Param('instansi') instansi: string, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    const tempat = await this.organisasi.buka(instansi, pelaku);
    return daftarTidakDapatView(tempat, await this.antrean.menungguPimpinan(tempat));
  }

  @Get(`${ALAMAT_SLOT}/tidak-dapat`)
  @Izin('tidakDapat.putuskan')
  async halaman(@Param() alamat: AlamatSlot, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    return this.tampilkan(await this.buka(alamat, pelaku), {}, []);
  }

  @Post(`${ALAMAT_SLOT}/tidak-dapat`)
  @Izin('tidakDapat.putuskan')
  async putuskan(@Param() alamat: AlamatSlot, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<Halaman | Alihan> {
    const tempat = await this.buka(alamat, pelaku);
    const kerja = async (dto: TidakDapatDto) => {
      const setuju = dto.tindakan === 'setujuiTidakDapat';
      const versi = Number(dto.versi);
      await berubahDitanyakan(() =>
        setuju
          ? this.tidakDapat.setujui(tempat, versi, dto.alasan, serahTerima(dto))
          : this.tidakDapat.tolak(tempat, versi, dto.alasan),
      );
      const kabar = setuju ? 'disetujui tidak dapat dilaksanakan' : 'dikembalikan kepada unit, dengan alasannya';
      return new Alihan(
        jalur('instansi', tempat.instansi.kode, 'tidak-dapat'),
        berhasil(`Laporan ${tempat.kegiatan.kode} ${kabar}.`),
      );
    };
    return kirim(TidakDapatDto, badan, kerja, async (ketikan, galat) =>
      this.tampilkan(await this.buka(alamat, pelaku), ketikan, galat),
    );
  }

  @Get(`${ALAMAT_SLOT}/tidak-dapat/cabut`)
  @Izin('tidakDapat.putuskan')
  async halamanCabut(@Param() alamat: AlamatSlot, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    return cabutView(await this.buka(alamat, pelaku), 'tidak-dapat/cabut', { ketikan: {}, galat: [] });
  }

  @Post(`${ALAMAT_SLOT}/tidak-dapat/cabut`)
  @Izin('tidakDapat.putuskan')
  async cabut(@Param() alamat: AlamatSlot, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<Halaman | Alihan> {
    const tempat = await this.buka(alamat, pelaku);
    const kerja = async ({ alasan, versi }: CabutDto) => {
      await berubahDitanyakan(() => this.putusan.cabut(tempat, 'pimpinan', { alasan, versi: Number(versi) }));
      return new Alihan(jalurLapor(tempat), berhasil(KABAR_CABUT));
    };
    return kirim(CabutDto, badan, kerja, async (ketikan, galat) =>
      cabutView(await this.buka(alamat, pelaku), 'tidak-dapat/cabut', { ketikan, galat }),
    );
  }

  private async tampilkan(tempat: TempatLapor, ketikan: Ketikan, galat: readonly GalatMedan[]): Promise<Halaman> {
    return tidakDapatView({
      tempat,
      berkas: tempat.laporan ? await this.berkas.baca(tempat.laporan.id) : BERKAS_KOSONG,
      ditetapkan: await this.berkas.ditetapkan(tempat.rencana.id),
      penerima: await this.tidakDapat.penerima(tempat),
      periodeNanti: await this.tidakDapat.periodeNanti(tempat),
      isian: { ketikan, galat },
    });
  }

  private buka({ instansi, rencana, kegiatan, periode }: AlamatSlot, pelaku: Pelaku): Promise<TempatLapor> {
    return this.tempatLapor.buka(instansi, rencana, kegiatan, periode, pelaku);
  }
}

/** Null when it is not handed over. @throws {GalatIsian} when only a part of the hand-over is there */
function serahTerima({ unit, mulai, alasan }: TidakDapatDto): SerahTerimaBaru | null {
  if (unit === '' && mulai === '') return null;
  const galat: GalatMedan[] = [];
  if (alasan === '') galat.push({ medan: 'alasan', pesan: 'Tulis alasan penyerahannya' });
  if (unit === '') galat.push({ medan: 'unit', pesan: 'Pilih unit penerus, atau kosongkan periodenya' });
  if (mulai === '') galat.push({ medan: 'mulai', pesan: 'Pilih mulai periode mana unit itu melaporkannya' });
  if (galat.length > 0) throw new GalatIsian(galat);
  return { unitId: unit, mulaiPeriode: mulai, alasan };
}
