import { SalahSatu, SatuBaris, TeksBoleh, TeksWajib } from '../../shared/aturan-isian';

/** `-` in a choice: none of them, said on purpose. */
export const BUKAN_SATU_PUN = '-';

export class TerimaSaranDto {
  @SalahSatu(['satu', 'baris'], 'Pilih apakah isian ini satu saran atau satu saran tiap baris')
  cara = '';

  @TeksWajib('Tuliskan atau tempelkan sarannya', 400_000)
  teks = '';

  @SatuBaris()
  @TeksBoleh(200)
  layanan = '';
}

export class TetapkanSaranDto {
  /** code of an unsur, or `-` */
  @TeksWajib('Pilih unsurnya, atau “bukan unsur”', 100)
  unsur = '';

  /** code of a unit, or `-` */
  @TeksWajib('Pilih unit yang menanggapi, atau koordinator sendiri', 100)
  unit = '';
}

export class TetapkanBanyakDto {
  /** code of an unsur, `-`, or `usul`: for each what its words propose */
  @TeksWajib('Pilih unsurnya, usulan masing-masing, atau “bukan unsur”', 100)
  unsur = '';

  @TeksWajib('Pilih unit yang menanggapi, atau koordinator sendiri', 100)
  unit = '';

  /** what the trial counted */
  @TeksBoleh(10)
  jumlah = '';
}

export class TanggapiSaranDto {
  @TeksWajib('Tuliskan tanggapannya', 4000)
  tanggapan = '';
}

export class TerbitkanSaranDto {
  @TeksWajib('Tuliskan teks yang diterbitkan', 10_000)
  teks = '';

  @SalahSatu(['', 'ya'], 'Pilih apakah yang ditunjuk bukan identitas')
  yakin = '';
}

export class AlasanSaranDto {
  @TeksWajib('Tuliskan alasannya', 1000)
  alasan = '';
}
