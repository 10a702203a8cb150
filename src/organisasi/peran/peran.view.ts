import { NAMA_PERAN, type Peran } from '../../auth/pelaku';
import { teksBilangan } from '../../shared/desimal';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import { penomoran, type Potongan } from '../../shared/tampilan/penomoran';
import type { Halaman } from '../../shared/tampilan/tampilan';
import { kueri } from '../../shared/tampilan/tautan';
import { boleh, formulir, halaman, jalurOrganisasi, SEDIKIT, takDitemukan, type BagianHalaman, type Sel } from '../halaman.view';
import { pilihanOrang } from '../jabatan/jabatan.view';
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

export const BERAKHIR = 'berakhir';
/** Of each part, while all are shown. */
export const PERAN_SEKILAS = 20;

export interface BagianPeran {
  readonly bagian: Peran | typeof BERAKHIR;
  readonly peran: readonly PeranTersimpan[];
  readonly potongan: Potongan;
}

export interface SaringanPeran {
  readonly q: string;
  /** the one part that is shown; '' = all */
  readonly bagian: string;
}

export function daftarPeranView(
  tempat: Tempat,
  isi: readonly BagianPeran[],
  { q, bagian }: SaringanPeran,
  unit: readonly UnitEntity[],
): Halaman {
  const alamat = jalurOrganisasi(tempat, 'peran');
  const kelola = boleh(tempat, 'organisasi.kelola');
  const jumlah = isi.reduce((n, b) => n + b.potongan.total, 0);
  const tampil = isi.filter((b) => q === '' || b.peran.length > 0 || bagian !== '');
  const takAda = { id: 'peran', judul: 'Peran', kolom: [], baris: [], kosong: takDitemukan(q, alamat) };
  return halaman(tempat, {
    judul: 'Peran',
    anak: 'Siapa boleh melakukan apa. Peran yang berakhir tetap tercatat.',
    bagian: 'peran',
    remah: [{ teks: 'Peran' }],
    tindakan: [
      ...(bagian === '' ? [] : [{ teks: 'Lihat semua peran', tautan: kueri(alamat, { q }) }]),
      ...(kelola ? [{ teks: 'Beri peran', tautan: jalurOrganisasi(tempat, 'peran-baru'), utama: true }] : []),
    ],
    cari: q !== '' || jumlah > SEDIKIT ? { label: 'Cari orang', q, aksi: alamat, tetap: { bagian } } : null,
    isi: tampil.length === 0 ? [takAda] : tampil.map((b) => bagianPeran(tempat, b, { q, bagian }, unit)),
  });
}

function bagianPeran(
  tempat: Tempat,
  { bagian: nama, peran, potongan }: BagianPeran,
  { q, bagian }: SaringanPeran,
  unit: readonly UnitEntity[],
): BagianHalaman {
  const alamat = jalurOrganisasi(tempat, 'peran');
  const kelola = boleh(tempat, 'organisasi.kelola');
  const baris = (p: PeranTersimpan): Sel[] => [
    { teks: p.nama, tautan: jalurOrang(tempat, p.penggunaId) },
    { teks: lingkupTeks(unit, p.unitId) },
    { teks: masaTeks(p), mikro: p.dasar },
  ];
  const lagi = bagian === '' && potongan.total > peran.length;
  const umum = {
    id: nama,
    penomoran: bagian === '' ? null : penomoran(potongan, 'peran', alamat, { q, bagian }),
    semua: lagi ? { teks: `Lihat semua ${teksBilangan(potongan.total)}`, tautan: kueri(alamat, { q, bagian: nama }) } : null,
  };
  if (nama === BERAKHIR)
    return {
      ...umum,
      judul: 'Sudah berakhir',
      kolom: ['Orang', 'Untuk', 'Masa', 'Peran'],
      baris: peran.map((p) => [...baris(p), { teks: NAMA_PERAN[p.peran] }]),
      kosong:
        q === ''
          ? { ikon: 'unit', judul: 'Belum ada peran yang berakhir', teks: 'Peran yang diakhiri akan tercatat di sini.' }
          : takDitemukan(q, kueri(alamat, { bagian })),
    };
  return {
    ...umum,
    judul: NAMA_PERAN[nama],
    anak: URAIAN_PERAN[nama],
    kolom: kelola ? ['Orang', 'Untuk', 'Masa', 'Tindakan'] : ['Orang', 'Untuk', 'Masa'],
    baris: peran.map((p) => [...baris(p), ...(kelola ? [tindakanPeran(tempat, p)] : [])]),
    kosong:
      q === ''
        ? {
            ikon: 'unit',
            judul: `Belum ada ${NAMA_PERAN[nama].toLowerCase()}`,
            teks: kelola ? 'Anda dapat memberikannya kepada orang yang sudah diundang.' : 'Admin instansi yang memberi peran.',
            ...(kelola ? { tautan: kueri(jalurOrganisasi(tempat, 'peran-baru'), { peran: nama }), ajakan: 'Beri peran' } : {}),
          }
        : takDitemukan(q, kueri(alamat, { bagian })),
  };
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
