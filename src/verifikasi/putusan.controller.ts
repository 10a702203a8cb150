import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Izin, PelakuKini } from '../auth/izin.dekorator';
import type { Pelaku } from '../auth/pelaku';
import { kirim } from '../organisasi/halaman.view';
import { ALAMAT_SLOT, type AlamatSlot } from '../progres/lapor/alamat-slot';
import { jalurLapor, type TempatLapor } from '../progres/lapor/tempat-lapor';
import { TempatLaporQuery } from '../progres/lapor/tempat-lapor.query';
import { bacaIsian, bacaKetikan, GalatIsian, galatMedan, type GalatMedan, type Ketikan } from '../shared/isian';
import { berhasil } from '../shared/tampilan/kabar';
import { Alihan, type Halaman } from '../shared/tampilan/tampilan';
import { AntreanQuery } from './antrean.query';
import { cabutView } from './formulir-putusan.view';
import { GalatLaporanBerubah } from './galat-laporan-berubah';
import { HalamanAntrean } from './halaman-antrean';
import { antreanDengan } from './periksa.view';
import { PutusanService, type PutusanBaru } from './putusan.service';
import { bacaSaringanAntrean, kueriSaringan } from './saringan-antrean';
import { CabutDto, PutusanDto } from './verifikasi.dto';

export const KABAR_CABUT = 'Verifikasi dicabut; laporan menunggu putusan lagi.';
const KABAR = {
  verifikasi: 'terverifikasi',
  kembalikan: 'dikembalikan kepada unit, dengan alasannya',
  nyatakanTidakMemadai: 'dikembalikan kepada unit: buktinya tidak memadai',
} as const;

/** Deciding on one report, and taking a verification back. */
@Controller(ALAMAT_SLOT)
export class PutusanLaporanController {
  constructor(
    private readonly tempatLapor: TempatLaporQuery,
    private readonly antrean: AntreanQuery,
    private readonly halaman: HalamanAntrean,
    private readonly putusan: PutusanService,
  ) {}

  /** From the queue, to the next one in it. */
  @Post('putuskan')
  @Izin('verifikasi.putuskan')
  async putuskan(
    @Param() alamat: AlamatSlot,
    @PelakuKini() pelaku: Pelaku,
    @Query() kueri: Record<string, unknown>,
    @Body() badan: unknown,
  ): Promise<Halaman | Alihan> {
    const tempat = await this.buka(alamat, pelaku);
    const saringan = bacaSaringanAntrean(kueri);
    const ketikan = bacaKetikan(badan);
    const dipilih = tempat.laporan?.id ?? '';
    const ulang = (galat: readonly GalatMedan[], dibaca: number | null = null) =>
      this.halaman.susun(tempat, saringan, { dipilih, isian: { ketikan, galat }, dibaca });
    try {
      const { tindakan, alasan, versi } = bacaIsian(PutusanDto, ketikan);
      if (tindakan === '') throw galatMedan('tindakan', 'Pilih putusannya');
      const { laporan } = await this.putusan.putuskan(tempat, tindakan, {
        alasan,
        versi: Number(versi),
        nilai: bacaNilai(ketikan),
      });
      const berikut = await this.antrean.berikut(tempat, saringan, { id: laporan.id, sejak: laporan.sejak });
      return new Alihan(
        antreanDengan(tempat, kueriSaringan(saringan), berikut?.id ?? null),
        berhasil(`Laporan ${tempat.kegiatan.kode} ${KABAR[tindakan]}.${berikut ? '' : ' Tidak ada lagi yang menunggu Anda.'}`),
      );
    } catch (galat) {
      if (galat instanceof GalatIsian) return ulang(galat.daftar);
      if (galat instanceof GalatLaporanBerubah) return ulang([], Number(ketikan['versi']));
      throw galat;
    }
  }

  @Get('cabut')
  @Izin('verifikasi.putuskan')
  async halamanCabut(@Param() alamat: AlamatSlot, @PelakuKini() pelaku: Pelaku): Promise<Halaman> {
    return cabutView(await this.buka(alamat, pelaku), 'cabut', { ketikan: {}, galat: [] });
  }

  @Post('cabut')
  @Izin('verifikasi.putuskan')
  async cabut(@Param() alamat: AlamatSlot, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<Halaman | Alihan> {
    const tempat = await this.buka(alamat, pelaku);
    const kerja = async ({ alasan, versi }: CabutDto) => {
      await berubahDitanyakan(() => this.putusan.cabut(tempat, 'pemeriksa', { alasan, versi: Number(versi) }));
      return new Alihan(jalurLapor(tempat), berhasil(KABAR_CABUT));
    };
    return kirim(CabutDto, badan, kerja, async (ketikan, galat) =>
      cabutView(await this.buka(alamat, pelaku), 'cabut', { ketikan, galat }),
    );
  }

  private buka({ instansi, rencana, kegiatan, periode }: AlamatSlot, pelaku: Pelaku): Promise<TempatLapor> {
    return this.tempatLapor.buka(instansi, rencana, kegiatan, periode, pelaku);
  }
}

/** A report that changed is shown again, to be read before the same is sent once more. */
export async function berubahDitanyakan<T>(kerja: () => Promise<T>): Promise<T> {
  try {
    return await kerja();
  } catch (galat) {
    throw galat instanceof GalatLaporanBerubah ? galatMedan('versi', galat.message.replace(/\.$/, '')) : galat;
  }
}

/** What is said of each piece of evidence: `b.<id>` or `d.<place>`, its note under the same name with `c.` before it. */
function bacaNilai(ketikan: Ketikan): PutusanBaru['nilai'] {
  return new Map(
    Object.entries(ketikan).flatMap(([nama, nilai]) =>
      /^[bd]\./.test(nama) && (nilai === 'ya' || nilai === 'tidak')
        ? [[nama, { memadai: nilai === 'ya', catatan: ketikan[`c.${nama}`] ?? '' }] as const]
        : [],
    ),
  );
}
