import { Matches } from 'class-validator';
import { TeksWajib } from '../../shared/aturan-isian';

export class HapusResponsDto {
  @TeksWajib('Tuliskan alasan jawabannya dihapus', 1000)
  alasan = '';
}

export class TerapkanDto {
  /** hash of the rows that the page showed */
  @Matches(/^[0-9a-f]{64}$/, { message: 'Buka lagi hasil pemeriksaannya, lalu terapkan dari sana' })
  sidik = '';
}
