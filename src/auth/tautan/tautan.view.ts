import type { GalatMedan } from '../../shared/isian';
import { kerangkaUmum } from '../../shared/tampilan/kerangka';
import { medan, ringkasanGalat } from '../../shared/tampilan/medan';
import { Halaman } from '../../shared/tampilan/tampilan';
import { lamaTunggu } from '../masuk/isian-masuk';
import { SANDI_TERPENDEK } from '../sandi/sandi.rules';
import type { JenisTautan } from './tautan-akun.entity';
import type { TautanSah } from './tautan.service';

export const MEDAN_SANDI_BARU = [
  {
    nama: 'sandi',
    label: 'Kata sandi baru',
    jenis: 'sandi',
    petunjuk: `Paling sedikit ${SANDI_TERPENDEK} karakter. Tidak perlu angka atau tanda; beberapa kata yang tidak berhubungan sudah baik.`,
    otomatis: 'new-password',
  },
  { nama: 'ulang', label: 'Kata sandi baru, sekali lagi', jenis: 'sandi', otomatis: 'new-password' },
] as const;

export function lupaSandiView(surel: string, galat: readonly GalatMedan[], lewatSurat: boolean, status?: number): Halaman {
  const konteks = {
    kerangka: kerangkaUmum('Lupa kata sandi'),
    lewatSurat,
    ringkasan: ringkasanGalat('Belum diminta', galat),
    medan: medan([{ nama: 'surel', label: 'Surel', jenis: 'surel', maks: 254, otomatis: 'username' }], { surel }, galat),
  };
  return new Halaman('auth/lupa-sandi', konteks, status ?? (galat.length > 0 ? 422 : 200));
}

/** The same for every address. */
export function lupaTerkirimView(lewatSurat: boolean): Halaman {
  return new Halaman('auth/lupa-terkirim', { kerangka: kerangkaUmum('Lupa kata sandi'), lewatSurat });
}

const KINI = {
  nama: 'kini',
  label: 'Kata sandi sekarang',
  petunjuk:
    'Yang selama ini Anda pakai untuk masuk. Tidak pernah membuatnya? Jangan lanjutkan; beri tahu admin yang mengundang Anda.',
  jenis: 'sandi',
  otomatis: 'current-password',
} as const;

/** The agency's link for somebody who agreed to its invitation. */
export function terimaUndanganView({ nama, surel, berSandi }: TautanSah, galat: readonly GalatMedan[]): Halaman {
  const konteks = {
    kerangka: kerangkaUmum('Terima undangan instansi'),
    judul: `Terima undangan, ${nama}`,
    anak: 'Buat kata sandi baru. Peran yang Anda setujui lalu berlaku, dan semua sesi akun ini berakhir.',
    surel,
    ringkasan: ringkasanGalat('Undangan belum diterima', galat),
    medan: medan(berSandi ? [KINI, ...MEDAN_SANDI_BARU] : MEDAN_SANDI_BARU, {}, galat),
  };
  return new Halaman('auth/sandi-baru', konteks, galat.length > 0 ? 422 : 200);
}

export function sandiBaruView({ jenis, nama, surel }: TautanSah, galat: readonly GalatMedan[]): Halaman {
  const undangan = jenis === 'undangan';
  const konteks = {
    kerangka: kerangkaUmum(undangan ? 'Terima undangan' : 'Kata sandi baru'),
    judul: undangan ? `Selamat datang, ${nama}` : 'Buat kata sandi baru',
    anak: undangan ? 'Buat kata sandi untuk akun Anda.' : 'Setelah disimpan, semua sesi Anda di perangkat lain berakhir.',
    surel,
    ringkasan: ringkasanGalat('Kata sandi belum disimpan', galat),
    medan: medan(MEDAN_SANDI_BARU, {}, galat),
  };
  return new Halaman('auth/sandi-baru', konteks, galat.length > 0 ? 422 : 200);
}

/** Forged, expired, used, replaced: the same page. */
export function tautanMatiView(jenis: JenisTautan, detik = 0): Halaman {
  const judul = detik > 0 ? 'Terlalu banyak percobaan' : 'Tautan tidak berlaku';
  const pesan =
    detik > 0
      ? `Coba lagi ${lamaTunggu(detik)} lagi.`
      : 'Tautan ini sudah dipakai, kedaluwarsa, diganti dengan yang lebih baru, atau tersalin sebagian.';
  const langkah =
    jenis !== 'atur_ulang'
      ? 'Mintalah undangan baru kepada admin instansi Anda. Bila sudah pernah membuat kata sandi, langsung saja masuk.'
      : 'Mintalah tautan baru lewat “Lupa kata sandi?”, atau kepada admin instansi Anda.';
  return new Halaman('auth/gagal', { kerangka: kerangkaUmum(judul), judul, pesan: `${pesan} ${langkah}` }, detik > 0 ? 429 : 410);
}
