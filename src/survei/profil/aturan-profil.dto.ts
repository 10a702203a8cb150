import { TeksBoleh, TeksWajib } from '../../shared/aturan-isian';

/** What the groups mean is checked by `bacaAturanProfil`; here only that they are there and not endless. */
export class UbahAturanProfilDto {
  @TeksWajib('Tuliskan usia awal tiap kelompok, misalnya 15, 25, 35', 200)
  usia = '';

  @TeksWajib('Tuliskan kelompok pendidikan, satu baris satu kelompok', 2000)
  pendidikan = '';

  @TeksBoleh(4000)
  pekerjaan = '';
}
