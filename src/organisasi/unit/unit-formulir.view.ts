import type { GalatMedan, Ketikan } from '../../shared/isian';
import type { UraianMedan } from '../../shared/tampilan/medan';
import type { Halaman } from '../../shared/tampilan/tampilan';
import { formulir, jalurOrganisasi, type Remah } from '../halaman.view';
import type { Tempat } from '../tempat';
import type { UnitEntity } from '../unit.entity';
import type { BebanUnit } from './unit.query';
import { versiUnit } from './versi-unit';
import { aktif, anak, keturunan, susunPohon } from './unit.rules';
import { DI_ATAS, jalurUnit, pilihanUnit } from './unit.view';

interface Isian {
  readonly ketikan: Ketikan;
  readonly galat: readonly GalatMedan[];
}

const ALASAN: UraianMedan = {
  nama: 'alasan',
  label: 'Alasan atau dasar',
  petunjuk: 'Misalnya nomor peraturan atau keputusan. Tercatat pada log audit.',
  jenis: 'area',
  maks: 1000,
};

export function buatUnitView(tempat: Tempat, unit: readonly UnitEntity[], { ketikan, galat }: Isian): Halaman {
  return formulir(tempat, {
    judul: 'Buat unit',
    bagian: 'unit',
    remah: [],
    medan: [
      { nama: 'nama', label: 'Nama unit', maks: 300 },
      {
        nama: 'kode',
        label: 'Kode',
        petunjuk: 'Pendek dan tetap; tampil pada alamat halaman dan paket. Tidak dapat diubah kemudian.',
        maks: 100,
        pendek: true,
      },
      { nama: 'singkatan', label: 'Singkatan', bolehKosong: true, maks: 100, pendek: true },
      {
        nama: 'jenis',
        label: 'Jenis',
        petunjuk: 'Kata yang dipakai instansi Anda: bagian, bidang, pokja, biro, subbagian.',
        maks: 100,
        pendek: true,
      },
      { nama: 'induk', label: 'Berada di bawah', jenis: 'pilihan', pilihan: pilihanUnit(unit, DI_ATAS) },
    ],
    ketikan,
    galat,
    gagal: 'Unit belum dibuat',
    aksi: jalurOrganisasi(tempat, 'unit-baru'),
    tombol: 'Buat unit',
    batal: jalurOrganisasi(tempat),
  });
}

const medanVersi = (u: UnitEntity) => ({ nama: 'versi', nilai: versiUnit(u) });

const remahUnit = (tempat: Tempat, u: UnitEntity): Remah[] => [
  { teks: u.singkatan ?? u.nama, tautan: jalurUnit(tempat, u.kode) },
];

export function namaUnitView(tempat: Tempat, u: UnitEntity, { ketikan, galat }: Isian): Halaman {
  return formulir(tempat, {
    judul: `Ubah nama ${u.nama}`,
    anak: 'Nama sekarang tetap dipakai pada laporan dari masanya.',
    bagian: 'unit',
    remah: remahUnit(tempat, u),
    medan: [
      { nama: 'nama', label: 'Nama baru', maks: 300 },
      { nama: 'singkatan', label: 'Singkatan', bolehKosong: true, maks: 100, pendek: true },
      { nama: 'sejak', label: 'Berlaku sejak', petunjuk: 'Paling lambat hari ini.', jenis: 'tanggal' },
      ALASAN,
    ],
    ketikan,
    galat,
    tersembunyi: [medanVersi(u)],
    gagal: 'Nama belum diubah',
    aksi: jalurUnit(tempat, u.kode, 'nama'),
    tombol: 'Ubah nama',
    batal: jalurUnit(tempat, u.kode),
  });
}

export function pindahUnitView(tempat: Tempat, u: UnitEntity, unit: readonly UnitEntity[], { ketikan, galat }: Isian): Halaman {
  const sendiri = keturunan(susunPohon(unit), u.id);
  return formulir(tempat, {
    judul: `Pindahkan ${u.nama}`,
    anak: 'Unit di bawahnya ikut pindah.',
    bagian: 'unit',
    remah: remahUnit(tempat, u),
    medan: [{ nama: 'induk', label: 'Ke bawah', jenis: 'pilihan', pilihan: pilihanUnit(unit, DI_ATAS, sendiri) }, ALASAN],
    ketikan,
    galat,
    tersembunyi: [medanVersi(u)],
    gagal: 'Unit belum dipindahkan',
    aksi: jalurUnit(tempat, u.kode, 'pindah'),
    tombol: 'Pindahkan',
    batal: jalurUnit(tempat, u.kode),
  });
}

/** First the successor, then what follows from it with the button that does it. */
export function gabungUnitView(
  tempat: Tempat,
  u: UnitEntity,
  unit: readonly UnitEntity[],
  beban: BebanUnit,
  { ketikan, galat }: Isian,
): Halaman {
  const penerus = unit.find((x) => x.id === ketikan['penerus'] && x.id !== u.id && aktif(x));
  const umum = {
    bagian: 'unit' as const,
    remah: remahUnit(tempat, u),
    aksi: jalurUnit(tempat, u.kode, 'gabung'),
    batal: jalurUnit(tempat, u.kode),
    gagal: 'Unit belum digabungkan',
    galat,
  };
  if (!penerus) {
    return formulir(tempat, {
      ...umum,
      judul: `Gabungkan ${u.nama}`,
      anak: 'Pilih unit yang meneruskan tugasnya. Akibatnya ditunjukkan dahulu sebelum dijalankan.',
      medan: [
        { nama: 'penerus', label: 'Unit penerus', jenis: 'pilihan', pilihan: pilihanUnit(unit, 'Pilih unit', new Set([u.id])) },
      ],
      ketikan,
      metode: 'get',
      tombol: 'Lanjutkan',
    });
  }
  const anakAktif = anak(susunPohon(unit), u.id).filter((x) => aktif(x) && x.id !== penerus.id).length;
  return formulir(tempat, {
    ...umum,
    judul: `Gabungkan ${u.nama} ke ${penerus.nama}`,
    medan: [
      { nama: 'sejak', label: 'Unit ini tidak bekerja lagi sejak', petunjuk: 'Paling lambat hari ini.', jenis: 'tanggal' },
      ALASAN,
    ],
    ketikan,
    tersembunyi: [{ nama: 'penerus', nilai: penerus.id }, medanVersi(u)],
    akibat: {
      judul: 'Penggabungan tidak dapat dibatalkan. Akibatnya:',
      butir: [
        `${anakAktif} unit di bawahnya berpindah ke bawah ${penerus.nama}.`,
        `${beban.jabatan} jabatan berpindah ke ${penerus.nama}, beserta pemegangnya.`,
        `${beban.peran} peran untuk unit ini berakhir dan dilanjutkan untuk ${penerus.nama}.`,
        `${penerus.nama} menjawab untuk rencana dan laporan ${u.nama}, yang tetap menyebut nama lamanya.`,
      ],
    },
    tombol: 'Gabungkan',
    bahaya: true,
  });
}

export function nonaktifUnitView(tempat: Tempat, u: UnitEntity, beban: BebanUnit, { ketikan, galat }: Isian): Halaman {
  return formulir(tempat, {
    judul: `Nonaktifkan ${u.nama}`,
    bagian: 'unit',
    remah: remahUnit(tempat, u),
    medan: [
      { nama: 'sejak', label: 'Unit ini tidak bekerja lagi sejak', petunjuk: 'Paling lambat hari ini.', jenis: 'tanggal' },
      ALASAN,
    ],
    ketikan,
    galat,
    tersembunyi: [medanVersi(u)],
    gagal: 'Unit belum dinonaktifkan',
    aksi: jalurUnit(tempat, u.kode, 'nonaktif'),
    akibat: {
      judul: 'Penonaktifan tidak dapat dibatalkan. Akibatnya:',
      butir: [
        `${beban.jabatan} jabatannya ikut ditutup.`,
        'Tidak ada penerusnya. Bila tugasnya diteruskan unit lain, gabungkan saja ke unit itu.',
        'Rencana dan laporan yang menyebutnya tetap utuh.',
      ],
    },
    tombol: 'Nonaktifkan',
    bahaya: true,
    batal: jalurUnit(tempat, u.kode),
  });
}
