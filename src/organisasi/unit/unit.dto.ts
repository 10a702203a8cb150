import { Matches } from 'class-validator';
import { SatuBaris, TanggalWajib, TeksBoleh, TeksWajib } from '../../shared/aturan-isian';

export class BuatUnitDto {
  // As a paket takes it, so that what is exported can come back.
  @Matches(/^[^\p{Cf}\p{Zl}\p{Zp}]*$/u, { message: 'Hapus huruf yang tidak tampak dari kode ini' })
  // These two are steps of an address, and browsers walk them.
  @Matches(/^(?!\.{1,2}$)/, { message: 'Pakai kode yang bukan titik saja' })
  @SatuBaris()
  @TeksWajib('Tuliskan kode unit', 100)
  kode = '';

  @SatuBaris()
  @TeksWajib('Tuliskan nama unit', 300)
  nama = '';

  @SatuBaris()
  @TeksBoleh(100)
  singkatan = '';

  @SatuBaris()
  @TeksWajib('Tuliskan jenisnya, misalnya bagian, bidang, atau pokja', 100)
  jenis = '';

  /** id; empty = at the top */
  @TeksBoleh(100)
  induk = '';
}

export class UbahNamaUnitDto {
  @SatuBaris()
  @TeksWajib('Tuliskan nama unit', 300)
  nama = '';

  @SatuBaris()
  @TeksBoleh(100)
  singkatan = '';

  @TanggalWajib('Tuliskan sejak kapan nama itu berlaku')
  sejak = '';

  @TeksWajib('Tuliskan alasan atau dasar perubahannya', 1000)
  alasan = '';

  /** what the form was made from */
  @TeksBoleh(40)
  versi = '';
}

export class PindahUnitDto {
  @TeksBoleh(100)
  induk = '';

  @TeksWajib('Tuliskan alasan atau dasar pemindahannya', 1000)
  alasan = '';

  /** what the form was made from */
  @TeksBoleh(40)
  versi = '';
}

export class GabungUnitDto {
  @TeksWajib('Pilih unit penerusnya', 100)
  penerus = '';

  @TanggalWajib('Tuliskan sejak kapan unit ini tidak bekerja lagi')
  sejak = '';

  @TeksWajib('Tuliskan alasan atau dasar penggabungannya', 1000)
  alasan = '';

  /** what the form was made from */
  @TeksBoleh(40)
  versi = '';
}

export class NonaktifUnitDto {
  @TanggalWajib('Tuliskan sejak kapan unit ini tidak bekerja lagi')
  sejak = '';

  @TeksWajib('Tuliskan alasan atau dasar penonaktifannya', 1000)
  alasan = '';

  /** what the form was made from */
  @TeksBoleh(40)
  versi = '';
}
