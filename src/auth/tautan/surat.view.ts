import type { JenisTautan } from './tautan-akun.entity';
import type { Surat } from './surat.service';

/** Hours that a link of each kind works. */
export const MASA_TAUTAN: Readonly<Record<JenisTautan, number>> = { undangan: 7 * 24, atur_ulang: 2, undangan_peran: 7 * 24 };

/** @param tautan the whole address */
export function suratTautan(
  jenis: Exclude<JenisTautan, 'undangan_peran'>,
  { nama, surel }: { nama: string; surel: string },
  tautan: string,
): Surat {
  const penutup = 'Tautan ini hanya dapat dipakai sekali. Jangan diteruskan: siapa pun yang membukanya dapat masuk sebagai Anda.';
  const isi =
    jenis === 'undangan'
      ? [
          `Yth. ${nama},`,
          'Anda diundang memakai Tuntas. Buat kata sandi Anda lewat tautan berikut; berlaku 7 hari.',
          tautan,
          penutup,
          'Bila Anda tidak mengenal undangan ini, abaikan saja surat ini.',
        ]
      : [
          `Yth. ${nama},`,
          'Ada permintaan mengatur ulang kata sandi akun Tuntas Anda. Buat kata sandi baru lewat tautan berikut; berlaku 2 jam.',
          tautan,
          penutup,
          'Bila Anda tidak memintanya, abaikan saja surat ini; kata sandi Anda tidak berubah.',
        ];
  const perihal = jenis === 'undangan' ? 'Undangan memakai Tuntas' : 'Atur ulang kata sandi Tuntas';
  return { kepada: surel, perihal, isi: `${isi.join('\n\n')}\n` };
}

/** To somebody who has an account: carries nothing that opens it. @param alamat scheme and host */
export function suratUndanganPeran({ nama, surel }: { nama: string; surel: string }, instansi: string, alamat: string): Surat {
  const isi = [
    `Yth. ${nama},`,
    `${instansi} mengundang Anda untuk sebuah peran di Tuntas. Peran itu baru berlaku bila Anda menerimanya di halaman Akun saya:`,
    `${alamat}/akun#undangan`,
    'Lupa kata sandi? Mintalah tautan baru dari halaman masuk. Bila Anda tidak mengenal undangan ini, tolaklah di halaman yang sama.',
  ];
  return { kepada: surel, perihal: `Undangan dari ${instansi}`.replace(/[\r\n]+/g, ' '), isi: `${isi.join('\n\n')}\n` };
}
