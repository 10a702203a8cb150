import type { GalatMedan } from '../../shared/isian';
import { KALIMAT_SANDI, normalSandi, periksaSandi } from './sandi.rules';

/** Faults of a new password and its repetition, for the fields `sandi` and `ulang`. */
export function periksaSandiBaru(sandi: string, ulang: string, konteks: readonly string[]): GalatMedan[] {
  if (sandi === '') return [{ medan: 'sandi', pesan: 'Tuliskan kata sandi baru' }];
  const masalah = periksaSandi(sandi, konteks);
  if (masalah !== null) return [{ medan: 'sandi', pesan: KALIMAT_SANDI[masalah] }];
  if (normalSandi(sandi) !== normalSandi(ulang))
    return [{ medan: 'ulang', pesan: 'Kata sandi yang diulang tidak sama. Tuliskan sekali lagi' }];
  return [];
}
