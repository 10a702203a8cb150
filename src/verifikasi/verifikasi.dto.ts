import { IsIn, Matches, MaxLength, MinLength } from 'class-validator';
import { PUTUSAN_PEMERIKSA, type PutusanPemeriksa } from './putusan.rules';

const ANGKA = /^\d{1,9}$/;
const USANG = 'Formulir ini tidak lengkap; muat ulang halamannya';

/** The verifier's decision; what is said of each piece of evidence comes beside it (`bacaNilai`). */
export class PutusanDto {
  @IsIn(PUTUSAN_PEMERIKSA, { message: 'Pilih putusannya' })
  tindakan: PutusanPemeriksa | '' = '';

  /** Its length and whether it is needed are the rule's to say, together with what is wrong with the evidence. */
  @MaxLength(10_000, { message: 'Persingkat; paling banyak 2.000 huruf' })
  alasan = '';

  @Matches(ANGKA, { message: USANG })
  versi = '';
}

export class CabutDto {
  @MinLength(1, { message: 'Tulis alasan pencabutannya' })
  @MaxLength(2000, { message: 'Persingkat; paling banyak 2.000 huruf' })
  alasan = '';

  @Matches(ANGKA, { message: USANG })
  versi = '';
}

export class KomentarDto {
  @MinLength(1, { message: 'Tulis komentarnya' })
  @MaxLength(2000, { message: 'Persingkat; paling banyak 2.000 huruf' })
  isi = '';

  /** back to the queue, or to the page of the slot */
  @IsIn(['', 'antrean'], { message: 'Formulir ini tidak lengkap; muat ulang halamannya' })
  dari = '';
}

export class TidakDapatDto {
  @IsIn(['setujuiTidakDapat', 'tolakTidakDapat'], { message: 'Pilih putusannya' })
  tindakan: 'setujuiTidakDapat' | 'tolakTidakDapat' | '' = '';

  @MaxLength(10_000, { message: 'Persingkat; paling banyak 2.000 huruf' })
  alasan = '';

  /** id of the unit that takes over; '' = none */
  @Matches(/^(?:|[0-9a-f-]{36})$/, { message: 'Pilih unit penerus dari daftar' })
  unit = '';

  @MaxLength(10, { message: 'Pilih periode dari daftar' })
  mulai = '';

  @Matches(ANGKA, { message: USANG })
  versi = '';
}
