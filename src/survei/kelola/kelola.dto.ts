import { TeksBoleh, TeksWajib } from '../../shared/aturan-isian';

/** Every act that takes something back says why. */
export class AlasanDto {
  @TeksWajib('Tuliskan alasannya; ia tersimpan dalam riwayat survei ini', 1000)
  alasan = '';
}

export class TetapkanDto {
  @TeksBoleh(1000)
  alasan = '';

  /** fingerprint of what was shown */
  @TeksWajib('Buka kembali halaman ini, lalu tetapkan', 64)
  sidik = '';
}
