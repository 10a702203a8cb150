import type { GalatMedan, Ketikan } from '../../shared/isian';
import type { Halaman } from '../../shared/tampilan/tampilan';
import { formulir, jalurOrganisasi } from '../halaman.view';
import type { Tempat } from '../tempat';
import type { Orang } from './orang.query';
import { jalurOrang } from './orang.view';

interface Isian {
  readonly ketikan: Ketikan;
  readonly galat: readonly GalatMedan[];
}

export const MEDAN_ALASAN = [
  { nama: 'alasan', label: 'Alasan', petunjuk: 'Tercatat pada log audit.', jenis: 'area', maks: 1000 },
] as const;

export function lepasTotpView(tempat: Tempat, o: Orang, isian: Isian): Halaman {
  return formulir(tempat, {
    ...dasar(tempat, o, isian),
    judul: `Lepas verifikasi dua langkah ${o.nama}`,
    gagal: 'Verifikasi dua langkah belum dilepas',
    aksi: jalurOrang(tempat, o.id, 'totp'),
    akibat: {
      judul: 'Hanya untuk yang kehilangan ponsel dan kode pemulihannya; pastikan itu orangnya.',
      butir: [
        'Sesudah ini kata sandinya saja cukup untuk masuk, sampai ia memasangnya lagi.',
        'Semua sesinya berakhir seketika, dan ia diberi tahu.',
      ],
    },
    tombol: 'Lepas verifikasi dua langkah',
  });
}

export function keluarkanView(tempat: Tempat, o: Orang, isian: Isian): Halaman {
  return formulir(tempat, {
    ...dasar(tempat, o, isian),
    judul: `Akhiri semua peran ${o.nama}`,
    gagal: 'Peran belum diakhiri',
    aksi: jalurOrang(tempat, o.id, 'keluarkan'),
    akibat: {
      judul: 'Berlaku seketika, di instansi ini.',
      butir: [
        'Semua perannya di sini berakhir, undangannya ditarik, dan semua sesinya berakhir.',
        'Jabatannya tidak berakhir; akhiri lewat mutasi, supaya yang ada di tangannya diserahkan.',
        'Akunnya tetap ada: ia mungkin bekerja juga untuk instansi lain. Menonaktifkan akun adalah tugas operator pemasangan.',
      ],
    },
    tombol: 'Akhiri semua peran',
  });
}

function dasar(tempat: Tempat, o: Orang, { ketikan, galat }: Isian) {
  return {
    bagian: 'orang' as const,
    remah: [
      { teks: 'Orang', tautan: jalurOrganisasi(tempat, 'orang') },
      { teks: o.nama, tautan: jalurOrang(tempat, o.id) },
    ],
    medan: MEDAN_ALASAN,
    ketikan,
    galat,
    bahaya: true,
    batal: jalurOrang(tempat, o.id),
  };
}
