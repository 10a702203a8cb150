import { TanggalWajib, TeksWajib } from '../../shared/aturan-isian';

export class MulaiMutasiDto {
  /** id of the holding that ends */
  @TeksWajib('Pilih jabatan siapa yang berakhir', 100)
  penugasan = '';

  /** last day, inclusive */
  @TanggalWajib('Tuliskan hari terakhir memegang jabatan')
  sampai = '';

  @TeksWajib('Tuliskan alasan atau dasarnya, misalnya nomor surat keputusan', 1000)
  alasan = '';
}
