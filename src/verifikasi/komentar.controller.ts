import { Body, Controller, Param, Post } from '@nestjs/common';
import { Izin, PelakuKini } from '../auth/izin.dekorator';
import type { Pelaku } from '../auth/pelaku';
import { kirim } from '../organisasi/halaman.view';
import { ALAMAT_SLOT, type AlamatSlot } from '../progres/lapor/alamat-slot';
import { jalurLapor } from '../progres/lapor/tempat-lapor';
import { TempatLaporQuery } from '../progres/lapor/tempat-lapor.query';
import { berhasil } from '../shared/tampilan/kabar';
import { Alihan, type Halaman } from '../shared/tampilan/tampilan';
import { komentarUlangView } from './formulir-putusan.view';
import { KomentarService } from './komentar.service';
import { antreanDengan } from './periksa.view';
import { KomentarDto } from './verifikasi.dto';

/** The thread of a report. */
@Controller(ALAMAT_SLOT)
export class KomentarController {
  constructor(
    private readonly tempatLapor: TempatLaporQuery,
    private readonly komentar: KomentarService,
  ) {}

  @Post('komentar')
  @Izin('verifikasi.komentar')
  async tulis(@Param() alamat: AlamatSlot, @PelakuKini() pelaku: Pelaku, @Body() badan: unknown): Promise<Halaman | Alihan> {
    const { instansi, rencana, kegiatan, periode } = alamat;
    const tempat = await this.tempatLapor.buka(instansi, rencana, kegiatan, periode, pelaku);
    const kerja = async ({ isi, dari }: KomentarDto) => {
      await this.komentar.tulis(tempat, isi);
      const kembali = dari === 'antrean' && tempat.laporan ? antreanDengan(tempat, {}, tempat.laporan.id) : jalurLapor(tempat);
      return new Alihan(kembali, berhasil('Komentar terkirim.'));
    };
    return kirim(KomentarDto, badan, kerja, (ketikan, galat) => komentarUlangView(tempat, { ketikan, galat }));
  }
}
