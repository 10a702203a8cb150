import { NAMA_PERAN, PERAN } from '../../auth/pelaku';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import type { Halaman } from '../../shared/tampilan/tampilan';
import { boleh, formulir, halaman, jalurOrganisasi, type Sel } from '../halaman.view';
import { pilihanOrang } from '../jabatan/jabatan.view';
import { belumBerakhir } from '../jabatan/penugasan.rules';
import { masaTeks } from '../masa';
import type { Orang } from '../orang/orang.query';
import { jalurOrang, lingkupTeks, PILIHAN_PERAN, tindakanPeran } from '../orang/orang.view';
import type { Tempat } from '../tempat';
import type { UnitEntity } from '../unit.entity';
import { pilihanUnit } from '../unit/unit.view';
import { URAIAN_PERAN } from './peran.policy';
import type { PeranTersimpan } from './peran.query';

interface Isian {
  readonly ketikan: Ketikan;
  readonly galat: readonly GalatMedan[];
}

export function daftarPeranView(tempat: Tempat, peran: readonly PeranTersimpan[], unit: readonly UnitEntity[]): Halaman {
  const kelola = boleh(tempat, 'organisasi.kelola');
  const jalan = peran.filter((p) => belumBerakhir(p, tempat.hariIni));
  const sudah = peran.filter((p) => !belumBerakhir(p, tempat.hariIni));
  const baris = (p: PeranTersimpan): Sel[] => [
    { teks: p.nama, tautan: jalurOrang(tempat, p.penggunaId) },
    { teks: lingkupTeks(unit, p.unitId) },
    { teks: masaTeks(p), mikro: p.dasar },
  ];
  return halaman(tempat, {
    judul: 'Peran',
    anak: 'Siapa boleh melakukan apa. Peran yang berakhir tetap tercatat.',
    bagian: 'peran',
    remah: [{ teks: 'Peran' }],
    tindakan: kelola ? [{ teks: 'Beri peran', tautan: jalurOrganisasi(tempat, 'peran-baru'), utama: true }] : [],
    isi: [
      ...PERAN.map((nama) => ({
        id: nama,
        judul: NAMA_PERAN[nama],
        anak: URAIAN_PERAN[nama],
        kolom: kelola ? ['Orang', 'Untuk', 'Masa', 'Tindakan'] : ['Orang', 'Untuk', 'Masa'],
        baris: jalan.filter((p) => p.peran === nama).map((p) => [...baris(p), ...(kelola ? [tindakanPeran(tempat, p)] : [])]),
        kosong: {
          ikon: 'unit',
          judul: `Belum ada ${NAMA_PERAN[nama].toLowerCase()}`,
          teks: kelola ? 'Anda dapat memberikannya kepada orang yang sudah diundang.' : 'Admin instansi yang memberi peran.',
          ...(kelola ? { tautan: `${jalurOrganisasi(tempat, 'peran-baru')}?peran=${nama}`, ajakan: 'Beri peran' } : {}),
        },
      })),
      {
        id: 'berakhir',
        judul: 'Sudah berakhir',
        kolom: ['Orang', 'Untuk', 'Masa', 'Peran'],
        baris: sudah.map((p) => [...baris(p), { teks: NAMA_PERAN[p.peran] }]),
        kosong: { ikon: 'unit', judul: 'Belum ada peran yang berakhir', teks: 'Peran yang diakhiri akan tercatat di sini.' },
      },
    ],
  });
}

export function beriPeranView(
  tempat: Tempat,
  orang: readonly Orang[],
  unit: readonly UnitEntity[],
  { ketikan, galat }: Isian,
): Halaman {
  return formulir(tempat, {
    judul: 'Beri peran',
    bagian: 'peran',
    remah: [{ teks: 'Peran', tautan: jalurOrganisasi(tempat, 'peran') }],
    medan: [
      {
        nama: 'pengguna',
        label: 'Orang',
        petunjuk: 'Yang belum ada di daftar ini diundang dahulu lewat Orang.',
        jenis: 'pilihan',
        pilihan: pilihanOrang(orang),
      },
      { nama: 'peran', label: 'Peran', jenis: 'radio', pilihan: PILIHAN_PERAN },
      {
        nama: 'unit',
        label: 'Untuk unit',
        petunjuk:
          'Berlaku juga untuk unit di bawahnya. Pelapor dan penanggung jawab selalu untuk sebuah unit; admin dan inspektur selalu untuk seluruh instansi.',
        jenis: 'pilihan',
        pilihan: pilihanUnit(unit, 'Seluruh instansi'),
      },
      { nama: 'mulai', label: 'Hari pertama', jenis: 'tanggal' },
      {
        nama: 'sampai',
        label: 'Hari terakhir',
        petunjuk: 'Kosongkan bila belum ditentukan.',
        jenis: 'tanggal',
        bolehKosong: true,
      },
      { nama: 'dasar', label: 'Dasar', petunjuk: 'Nomor surat keputusan atau surat tugas.', bolehKosong: true, maks: 200 },
    ],
    ketikan,
    galat,
    gagal: 'Peran belum diberikan',
    aksi: jalurOrganisasi(tempat, 'peran-baru'),
    tombol: 'Beri peran',
    batal: jalurOrganisasi(tempat, 'peran'),
  });
}

export function akhiriPeranView(
  tempat: Tempat,
  p: PeranTersimpan,
  unit: readonly UnitEntity[],
  { ketikan, galat }: Isian,
): Halaman {
  return formulir(tempat, {
    judul: `Akhiri peran ${NAMA_PERAN[p.peran]} ${p.nama}`,
    anak: `Untuk ${lingkupTeks(unit, p.unitId)}, ${masaTeks(p)}`,
    bagian: 'peran',
    remah: [{ teks: 'Peran', tautan: jalurOrganisasi(tempat, 'peran') }],
    medan: [
      { nama: 'sampai', label: 'Hari terakhir peran berlaku', jenis: 'tanggal' },
      { nama: 'alasan', label: 'Alasan', petunjuk: 'Tercatat pada log audit.', jenis: 'area', maks: 1000 },
    ],
    ketikan,
    galat,
    gagal: 'Peran belum diakhiri',
    aksi: jalurOrganisasi(tempat, 'peran', p.id, 'akhiri'),
    akibat: {
      judul: 'Peran yang berakhir tidak dapat dihidupkan lagi; yang baru dapat diberikan.',
      butir: [
        'Sesudah hari itu orang ini tidak lagi dapat melakukan yang dibolehkan peran ini.',
        'Yang sudah dikerjakannya tetap tercatat atas namanya.',
      ],
    },
    tombol: 'Akhiri peran',
    bahaya: true,
    batal: jalurOrganisasi(tempat, 'peran'),
  });
}
