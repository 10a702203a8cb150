import { kerangkaUmum } from '../../shared/tampilan/kerangka';
import { Halaman } from '../../shared/tampilan/tampilan';
import { lamaTunggu } from '../masuk/isian-masuk';
import type { SebabOidc } from './oidc.service';

const KALIMAT: Readonly<Record<SebabOidc, { status: number; pesan: string }>> = {
  perjalanan: {
    status: 400,
    pesan: 'Permintaan masuk ini sudah dipakai, kedaluwarsa, atau dimulai di peramban lain. Mulai lagi dari halaman masuk.',
  },
  penyedia: { status: 502, pesan: 'Penyedia identitas instansi Anda menolak atau membatalkan permintaan masuk ini. Coba lagi.' },
  surel: {
    status: 403,
    pesan:
      'Penyedia identitas instansi Anda tidak menyatakan surel yang sudah terverifikasi. Mintalah pengelolanya memeriksa akun Anda.',
  },
  takDikenal: {
    status: 403,
    pesan:
      'Akun instansi Anda belum diundang ke Tuntas, atau tidak memegang peran di instansi itu. Mintalah undangan kepada admin instansi Anda.',
  },
};

function halaman(status: number, pesan: string): Halaman {
  return new Halaman('auth/gagal', { kerangka: kerangkaUmum('Belum masuk'), judul: 'Belum masuk', pesan }, status);
}

export function oidcGagalView(sebab: SebabOidc): Halaman {
  const { status, pesan } = KALIMAT[sebab];
  return halaman(status, pesan);
}

export function oidcTungguView(detik: number): Halaman {
  return halaman(429, `Terlalu banyak permintaan masuk dari sini. Coba lagi ${lamaTunggu(detik)} lagi.`);
}
