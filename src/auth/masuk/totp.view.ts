import type { GalatMedan } from '../../shared/isian';
import { gambarQr } from '../../shared/tampilan/gambar-qr';
import { kerangkaUmum } from '../../shared/tampilan/kerangka';
import { medan, ringkasanGalat, type MedanView } from '../../shared/tampilan/medan';
import { Halaman } from '../../shared/tampilan/tampilan';
import { alamatTotp, rahasiaTerbaca } from '../totp/totp';

const KODE = {
  nama: 'kode',
  label: 'Kode',
  petunjuk: 'Enam angka dari aplikasi autentikator, atau satu kode pemulihan.',
  maks: 40,
  pendek: true,
  otomatis: 'one-time-code',
} as const;

function status(galat: readonly GalatMedan[], diminta: number | undefined): number {
  return diminta ?? (galat.length > 0 ? 422 : 200);
}

export function totpView(lanjut: string, galat: readonly GalatMedan[], diminta?: number): Halaman {
  const konteks = {
    kerangka: kerangkaUmum('Verifikasi dua langkah'),
    lanjut,
    ringkasan: ringkasanGalat('Belum masuk', galat),
    medan: medan([KODE], {}, galat),
  };
  return new Halaman('auth/totp', konteks, status(galat, diminta));
}

/** What an enrolment shows, on the way in and on the account page. */
export function pemasanganTotp(
  rahasia: string,
  surel: string,
  galat: readonly GalatMedan[],
): { qr: object; rahasia: string; medan: MedanView[] } {
  return {
    qr: gambarQr(alamatTotp(rahasia, surel)),
    rahasia: rahasiaTerbaca(rahasia),
    medan: medan([{ ...KODE, petunjuk: 'Enam angka yang kini ditampilkan aplikasi itu.' }], {}, galat),
  };
}

export function daftarTotpView(
  rahasia: string,
  surel: string,
  lanjut: string,
  galat: readonly GalatMedan[],
  diminta?: number,
): Halaman {
  const konteks = {
    kerangka: kerangkaUmum('Pasang verifikasi dua langkah'),
    lanjut,
    ringkasan: ringkasanGalat('Belum terpasang', galat),
    ...pemasanganTotp(rahasia, surel, galat),
  };
  return new Halaman('auth/totp-daftar', konteks, status(galat, diminta));
}

export function kodePemulihanView(kode: readonly string[], lanjut: string): Halaman {
  return new Halaman('auth/kode-pemulihan', { kerangka: kerangkaUmum('Kode pemulihan'), kode, lanjut });
}

export function totpLewatSandiView(): Halaman {
  const judul = 'Pasang verifikasi dua langkah';
  const pesan =
    'Instansi Anda mewajibkannya bagi peran Anda, dan akun Anda belum memasangnya. Masuklah sekali dengan surel dan kata sandi untuk ' +
    'memasangnya; sesudah itu Anda dapat masuk lewat akun instansi lagi, dengan kode dari ponsel.';
  return new Halaman('auth/gagal', { kerangka: kerangkaUmum(judul), judul, pesan }, 403);
}
