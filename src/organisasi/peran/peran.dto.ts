import { PERAN } from '../../auth/pelaku';
import { SalahSatu, SatuBaris, TanggalBoleh, TanggalWajib, TeksBoleh, TeksWajib } from '../../shared/aturan-isian';

export class BeriPeranDto {
  /** id */
  @TeksWajib('Pilih orangnya', 100)
  pengguna = '';

  @SalahSatu(PERAN, 'Pilih perannya')
  peran = '';

  /** id; empty = the whole agency */
  @TeksBoleh(100)
  unit = '';

  @TanggalWajib('Tuliskan hari pertama peran itu berlaku')
  mulai = '';

  /** last day, inclusive; empty = until further notice */
  @TanggalBoleh()
  sampai = '';

  @SatuBaris()
  @TeksBoleh(200)
  dasar = '';
}

export class AkhiriPeranDto {
  @TanggalWajib('Tuliskan hari terakhir peran itu berlaku')
  sampai = '';

  @TeksWajib('Tuliskan alasannya', 1000)
  alasan = '';
}
