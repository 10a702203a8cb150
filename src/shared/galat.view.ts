import { HttpException } from '@nestjs/common';
import { GalatBelumMasuk, GalatPengguna, GalatSementara, GalatTidakBerhak, GalatTidakDitemukan } from './galat';

/** What a failed request is told: nothing of how the software works inside, and what to do next. */
export interface GalatHttp {
  readonly status: number;
  readonly judul: string;
  readonly pesan: string;
  readonly langkah: readonly Langkah[];
  /** who can help */
  readonly bantuan: string | null;
}

export interface Langkah {
  readonly teks: string;
  readonly tautan: string | null;
}

/** A page that does not exist, with the nearest one that does. */
export class HalamanTidakAda extends GalatTidakDitemukan {
  override readonly name: string = 'HalamanTidakAda';

  constructor(
    pesan: string,
    readonly kembali: Langkah,
  ) {
    super(pesan);
  }
}

const KE_AWAL: Langkah = { teks: 'Ke halaman awal', tautan: '/' };
const PENGELOLA = 'Pengelola aplikasi, yaitu yang memasang Tuntas bagi instansi Anda.';

const UMUM: Readonly<Record<number, Omit<GalatHttp, 'status'>>> = {
  400: {
    judul: 'Permintaan tidak dapat dibaca',
    pesan: 'Alamat atau isian yang dikirim rusak, misalnya karena tersalin sebagian.',
    langkah: [{ teks: 'Periksa kembali alamatnya, atau mulai dari tautan di bawah ini.', tautan: null }, KE_AWAL],
    bantuan: null,
  },
  401: {
    judul: 'Belum masuk',
    pesan: 'Masuk dahulu untuk membuka halaman ini.',
    langkah: [
      { teks: 'Masuk', tautan: '/masuk' },
      { teks: 'Lupa kata sandi', tautan: '/lupa-sandi' },
    ],
    bantuan: 'Belum punya akun: mintalah undangan kepada admin instansi Anda.',
  },
  403: {
    judul: 'Tidak untuk peran Anda',
    pesan: 'Peran Anda tidak mencakup halaman ini.',
    langkah: [{ teks: 'Lihat peran Anda', tautan: '/akun' }, KE_AWAL],
    bantuan: 'Peran diberikan dan diakhiri oleh admin instansi Anda.',
  },
  404: {
    judul: 'Halaman tidak ditemukan',
    pesan: 'Alamat ini tidak menunjuk ke halaman mana pun. Mungkin salah ketik, atau kodenya sudah berubah.',
    langkah: [KE_AWAL],
    bantuan: 'Bila tautan ini diberikan kepada Anda, tanyakan kepada pengirimnya.',
  },
  413: {
    judul: 'Kiriman terlalu besar',
    pesan: 'Isi yang dikirim melebihi batas, jadi tidak diterima. Tidak ada data yang berubah.',
    langkah: [{ teks: 'Kembali ke halaman sebelumnya, lalu kirim bagian yang lebih kecil.', tautan: null }, KE_AWAL],
    bantuan: null,
  },
  429: {
    judul: 'Terlalu banyak permintaan',
    pesan: 'Permintaan dari sini datang terlalu cepat, jadi ditahan sebentar. Tidak ada data yang berubah.',
    langkah: [{ teks: 'Tunggu satu menit, lalu coba lagi.', tautan: null }, KE_AWAL],
    bantuan: `Bila terjadi berulang tanpa sebab yang Anda kenal: ${PENGELOLA}`,
  },
  500: {
    judul: 'Ada yang salah pada aplikasi',
    pesan: 'Halaman ini gagal disiapkan. Tidak ada data yang berubah.',
    langkah: [{ teks: 'Muat ulang halaman ini. Bila tetap gagal, sampaikan nomor kejadian di bawah.', tautan: null }, KE_AWAL],
    bantuan: PENGELOLA,
  },
  503: {
    judul: 'Aplikasi sedang tidak dapat dipakai',
    pesan: 'Basis datanya sedang tidak dapat dihubungi. Tidak ada data yang berubah.',
    langkah: [{ teks: 'Tunggu satu menit, lalu muat ulang halaman ini.', tautan: null }],
    bantuan: PENGELOLA,
  },
};

/** A rule of the work stands in the way: nothing is wrong with the address, and its sentence says what to do. */
const DITOLAK: Omit<GalatHttp, 'status'> = {
  judul: 'Tidak dapat dilakukan',
  pesan: 'Keadaannya sekarang tidak mengizinkan ini. Tidak ada data yang berubah.',
  langkah: [KE_AWAL],
  bantuan: null,
};

const LAIN: Omit<GalatHttp, 'status'> = {
  judul: 'Permintaan tidak dapat dipenuhi',
  pesan: 'Cara meminta halaman ini tidak dikenal.',
  langkah: [KE_AWAL],
  bantuan: null,
};

/**
 * Sorts any failure into one of few categories.
 * @param induk the page that the address of the request lies under
 */
export function galatHttp(galat: unknown, induk: Langkah | null = null): GalatHttp {
  const status = statusGalat(galat);
  const umum = UMUM[status] ?? (status >= 500 ? UMUM[500] : undefined) ?? LAIN;
  if (galat instanceof HalamanTidakAda) return { status, ...umum, pesan: galat.message, langkah: [galat.kembali, KE_AWAL] };
  if (galat instanceof GalatPengguna && status === 400) {
    return { status, ...DITOLAK, pesan: galat.message, langkah: induk ? [induk, KE_AWAL] : [KE_AWAL] };
  }
  if (galat instanceof GalatPengguna) return { status, ...umum, pesan: galat.message };
  return { status, ...umum };
}

function statusGalat(galat: unknown): number {
  if (galat instanceof GalatTidakDitemukan) return 404;
  if (galat instanceof GalatBelumMasuk) return 401;
  if (galat instanceof GalatTidakBerhak) return 403;
  if (galat instanceof GalatSementara) return 503;
  if (galat instanceof GalatPengguna) return 400;
  if (galat instanceof HttpException) return galat.getStatus();
  if (galat instanceof URIError) return 400;
  if (basisDataPutus(galat)) return 503;
  const status: unknown = typeof galat === 'object' && galat !== null && 'status' in galat ? galat.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

/** Connection refused or lost, server starting or stopping, too many connections; classes 08 and 57P of PostgreSQL. */
const KODE_PUTUS = /^(ECONN(REFUSED|RESET)|ETIMEDOUT|ENOTFOUND|ENOENT|EPIPE|08...|57P0.|53300)$/;

export function basisDataPutus(galat: unknown): boolean {
  if (!(galat instanceof Error)) return false;
  const kode: unknown = 'code' in galat ? galat.code : undefined;
  if (typeof kode === 'string' && KODE_PUTUS.test(kode) && kode !== 'ENOENT') return true;
  if (kode === 'ENOENT' && 'syscall' in galat && galat.syscall === 'connect') return true;
  return /Connection terminated|timeout exceeded when trying to connect|Driver not Connected|Cannot use a pool after/i.test(
    galat.message,
  );
}
