import { PERAN } from '../../auth/pelaku';
import { SalahSatu, SatuBaris, TeksBoleh, TeksWajib } from '../../shared/aturan-isian';

export class UndangDto {
  @SatuBaris()
  @TeksWajib('Tuliskan nama lengkap orangnya', 200)
  nama = '';

  @SatuBaris()
  @TeksWajib('Tuliskan alamat surelnya', 254)
  surel = '';

  @SalahSatu(PERAN, 'Pilih perannya')
  peran = '';

  /** id; empty = the whole agency */
  @TeksBoleh(100)
  unit = '';
}
