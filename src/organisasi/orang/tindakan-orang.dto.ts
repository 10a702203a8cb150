import { TeksWajib } from '../../shared/aturan-isian';

/** An act on somebody's account or roles always says why. */
export class AlasanDto {
  @TeksWajib('Tuliskan alasannya', 1000)
  alasan = '';
}
