import { IsIn } from 'class-validator';
import { SatuBaris, TeksBoleh, TeksWajib } from '../shared/aturan-isian';

/** Unsur are ticked one by one (`unsur.U9`), outside of this class. */
export class PrioritasDto {
  /** empty = the names of its unsur */
  @SatuBaris()
  @TeksBoleh(300)
  judul = '';

  @IsIn(['unsur', 'saran', 'bebas'], { message: 'Pilih asal prioritas ini' })
  asal = '';

  @SatuBaris()
  @TeksBoleh(300)
  program = '';

  @TeksBoleh(2000)
  alasan = '';

  /** what the form was made from */
  @TeksBoleh(40)
  versi = '';
}

export class GabungPrioritasDto {
  @TeksWajib('Pilih prioritas yang digabungkan ke sini', 100)
  dengan = '';

  @SatuBaris()
  @TeksWajib('Tuliskan judul gabungannya', 300)
  judul = '';

  @TeksWajib('Tuliskan alasan penggabungannya', 2000)
  alasan = '';

  /** what the form was made from */
  @TeksBoleh(40)
  versi = '';
}

export class KeluarkanPrioritasDto {
  @TeksBoleh(2000)
  alasan = '';

  /** what the form was made from */
  @TeksBoleh(40)
  versi = '';
}

export class LewatiUnsurDto {
  @TeksWajib('Tuliskan alasan unsur ini tidak dijadikan prioritas', 2000)
  alasan = '';
}

export class PindahPrioritasDto {
  @IsIn(['naik', 'turun'], { message: 'Pilih naik atau turun' })
  arah = '';

  /** the number that it had on the page */
  @TeksBoleh(10)
  no = '';
}

export class AmbilUsulanDto {
  /** one kode; empty = every proposed one that is decided nowhere and does not tie at the cut */
  @TeksBoleh(100)
  unsur = '';
}
