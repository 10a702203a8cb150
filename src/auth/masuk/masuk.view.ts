import type { GalatMedan } from '../../shared/isian';
import { kerangkaUmum } from '../../shared/tampilan/kerangka';
import { medan, ringkasanGalat } from '../../shared/tampilan/medan';
import { Halaman } from '../../shared/tampilan/tampilan';
import type { PintuOidc } from '../oidc/penyedia.query';
import type { AkunContoh } from './akun-contoh.service';

/** What a page says after coming from somewhere else; a closed list, so that an address cannot put words in our mouth. */
export const PESAN_MASUK = {
  keluar: 'Anda sudah keluar.',
  sandi: 'Kata sandi sudah dibuat. Silakan masuk.',
  sesi: 'Semua sesi Anda sudah diakhiri. Silakan masuk lagi.',
} as const;
export type PesanMasuk = keyof typeof PESAN_MASUK;

export interface BahanMasuk {
  readonly surel: string;
  readonly lanjut: string;
  readonly pesan: PesanMasuk | null;
  readonly galat: readonly GalatMedan[];
  readonly pintu: readonly PintuOidc[];
  readonly contoh: AkunContoh | null;
  /** nobody can create agencies yet */
  readonly tanpaOperator: boolean;
  readonly status?: number;
}

const MEDAN = [
  { nama: 'surel', label: 'Surel', jenis: 'surel', maks: 254, otomatis: 'username' },
  { nama: 'sandi', label: 'Kata sandi', jenis: 'sandi', otomatis: 'current-password' },
] as const;

export function masukView(bahan: BahanMasuk): Halaman {
  const { lanjut } = bahan;
  const kueri = lanjut === '/' ? '' : `?lanjut=${encodeURIComponent(lanjut)}`;
  const konteks = {
    kerangka: kerangkaUmum('Masuk'),
    lanjut: lanjut === '/' ? null : lanjut,
    pesan: bahan.pesan === null ? null : PESAN_MASUK[bahan.pesan],
    ringkasan: ringkasanGalat('Belum masuk', bahan.galat),
    medan: medan(MEDAN, { surel: bahan.surel }, bahan.galat),
    pintu: bahan.pintu.map(({ id, label }) => ({ label, tautan: `/masuk/oidc/${id}${kueri}` })),
    contoh: bahan.contoh,
    tanpaOperator: bahan.tanpaOperator,
  };
  return new Halaman('auth/masuk', konteks, bahan.status ?? (bahan.galat.length > 0 ? 422 : 200));
}

/** One text for every failure: it does not tell whether there is such an account. */
export const GALAT_MASUK: GalatMedan = {
  medan: 'surel',
  pesan: 'Surel atau kata sandi tidak cocok. Periksa keduanya, atau pakai “Lupa kata sandi?” di bawah',
};
