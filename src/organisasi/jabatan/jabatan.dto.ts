import { SalahSatu, SatuBaris, TanggalBoleh, TanggalWajib, TeksBoleh, TeksWajib } from '../../shared/aturan-isian';
import { STATUS_PENUGASAN } from './penugasan.rules';

export class BuatJabatanDto {
  @TeksWajib('Pilih unitnya', 100)
  unit = '';

  @SatuBaris()
  @TeksWajib('Tuliskan nama jabatan seperti yang tercetak pada surat', 300)
  nama = '';

  @SalahSatu(['ya', 'tidak'], 'Pilih apakah jabatan ini memimpin unitnya')
  memimpin = '';
}

export class UbahNamaJabatanDto {
  @SatuBaris()
  @TeksWajib('Tuliskan nama jabatan', 300)
  nama = '';

  @TanggalWajib('Tuliskan sejak kapan nama itu berlaku')
  sejak = '';

  @TeksWajib('Tuliskan alasan atau dasar perubahannya', 1000)
  alasan = '';
}

export class TutupJabatanDto {
  @TanggalWajib('Tuliskan sejak kapan jabatan ini tidak ada lagi')
  sejak = '';

  @TeksWajib('Tuliskan alasan atau dasar penutupannya', 1000)
  alasan = '';
}

export class TugaskanDto {
  /** id */
  @TeksWajib('Pilih orangnya', 100)
  pengguna = '';

  @SalahSatu(STATUS_PENUGASAN, 'Pilih definitif, Plt., atau Plh.')
  status = '';

  @TanggalWajib('Tuliskan hari pertama memegang jabatan')
  mulai = '';

  /** last day, inclusive; empty = until further notice */
  @TanggalBoleh()
  sampai = '';

  @SatuBaris()
  @TeksWajib('Tuliskan nama lengkap seperti yang tercetak pada surat, dengan gelar', 200)
  nama = '';

  @SatuBaris()
  @TeksBoleh(40)
  nip = '';

  @SatuBaris()
  @TeksBoleh(100)
  pangkat = '';

  @SatuBaris()
  @TeksBoleh(200)
  dasar = '';
}

export class AkhiriPenugasanDto {
  @TanggalWajib('Tuliskan hari terakhir memegang jabatan')
  sampai = '';

  @TeksWajib('Tuliskan alasan atau dasarnya', 1000)
  alasan = '';
}
