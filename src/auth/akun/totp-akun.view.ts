import type { GalatMedan } from '../../shared/isian';
import { kerangkaUmum } from '../../shared/tampilan/kerangka';
import { medan, ringkasanGalat } from '../../shared/tampilan/medan';
import { Halaman } from '../../shared/tampilan/tampilan';
import { pemasanganTotp } from '../masuk/totp.view';

const KINI = { nama: 'kini', label: 'Kata sandi sekarang', jenis: 'sandi', otomatis: 'current-password' } as const;

export function pasangTotpView(rahasia: string, surel: string, galat: readonly GalatMedan[]): Halaman {
  const konteks = {
    kerangka: kerangkaUmum('Pasang verifikasi dua langkah'),
    ringkasan: ringkasanGalat('Belum terpasang', galat),
    ...pemasanganTotp(rahasia, surel, galat),
    kini: medan([KINI], {}, galat),
  };
  return new Halaman('auth/akun-totp', konteks, galat.length > 0 ? 422 : 200);
}
