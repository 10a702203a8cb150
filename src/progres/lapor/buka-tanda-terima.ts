import { Injectable } from '@nestjs/common';
import type { Pelaku } from '../../auth/pelaku';
import { HalamanTidakAda } from '../../shared/galat.view';
import type { AlamatSlot } from './alamat-slot';
import { TandaTerimaQuery, type TandaTerima } from './tanda-terima.query';
import { jalurLapor, type TempatLapor } from './tempat-lapor';
import { TempatLaporQuery } from './tempat-lapor.query';

@Injectable()
export class BukaTandaTerima {
  constructor(
    private readonly tempat: TempatLaporQuery,
    private readonly query: TandaTerimaQuery,
  ) {}

  /** @throws {HalamanTidakAda} when the report was not submitted that often */
  async buka(
    { instansi, rencana, kegiatan, periode }: AlamatSlot,
    putaran: string,
    pelaku: Pelaku,
  ): Promise<{ readonly tempat: TempatLapor; readonly tandaTerima: TandaTerima }> {
    const tempat = await this.tempat.buka(instansi, rencana, kegiatan, periode, pelaku);
    const ke = /^[1-9]\d{0,5}$/.test(putaran) ? Number(putaran) : 0;
    const tandaTerima = tempat.laporan && ke > 0 ? await this.query.satu(tempat.laporan.id, ke) : null;
    if (!tandaTerima)
      throw new HalamanTidakAda('Laporan ini belum diajukan sebanyak itu, jadi tanda terimanya tidak ada.', {
        teks: 'Buka laporannya',
        tautan: jalurLapor(tempat),
      });
    return { tempat, tandaTerima };
  }
}
