import { lengkapiAturan } from '../aturan.rules';
import type { AturanRealisasiEntity } from '../aturan-realisasi.entity';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import { teksIndonesia } from '../../shared/desimal';
import type { Pilihan } from '../../shared/tampilan/medan';
import type { Halaman } from '../../shared/tampilan/tampilan';
import { kueri } from '../../shared/tampilan/tautan';
import { hariIniDi, tanggalIndonesia } from '../../shared/tanggal';
import { boleh, formulir, halaman, jalurOrganisasi, type Sel } from '../halaman.view';
import type { InstansiEntity } from '../instansi.entity';
import { BARIS_KOP_TERBANYAK, JUMLAH_PRIORITAS_BAKU } from '../organisasi.rules';
import { keAturan } from '../organisasi.query';
import type { Tempat } from '../tempat';
import { LOGO_BITA_TERBANYAK, LOGO_SISI_TERPANJANG, LOGO_SISI_TERPENDEK } from './logo';
import { ZONA } from './pengaturan.dto';
import { versiPengaturan } from './pengaturan.service';

interface Isian {
  readonly ketikan: Ketikan;
  readonly galat: readonly GalatMedan[];
}

const NAMA_ZONA: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB (Jakarta)',
  'Asia/Pontianak': 'WIB (Pontianak)',
  'Asia/Makassar': 'WITA (Makassar)',
  'Asia/Jayapura': 'WIT (Jayapura)',
};

export const pilihanZona = (kini: string): Pilihan[] =>
  [...new Set([...ZONA, ...(kini === '' ? [] : [kini])])].map((z) => ({ nilai: z, teks: NAMA_ZONA[z] ?? z }));

const jalurPengaturan = (tempat: Tempat, ...akhir: readonly string[]) => jalurOrganisasi(tempat, 'pengaturan', ...akhir);
const remah = (tempat: Tempat) => [{ teks: 'Pengaturan', tautan: jalurPengaturan(tempat) }];

const bobotTeks = (bobot: number): string => (bobot === 0 || bobot === 1 ? String(bobot) : teksIndonesia(bobot.toFixed(2)));

function aturanTeks(a: AturanRealisasiEntity): string {
  const { satuan, bobotSebagian, dasar, tidakDapat, pengganti } = lengkapiAturan(keAturan(a), 'sistem');
  return [
    `per ${satuan}`,
    `sebagian dihitung ${bobotTeks(bobotSebagian)}`,
    a.dasar === null ? 'dasar menurut asal datanya' : dasar === 'klaim' ? 'menurut pernyataan unit' : 'menurut hasil verifikasi',
    tidakDapat === 'dikecualikan'
      ? 'yang tidak dapat dilaksanakan dikecualikan'
      : 'yang tidak dapat dilaksanakan tetap dalam penyebut',
    pengganti === 'dihitung' ? 'pengganti dihitung' : 'pengganti tidak dihitung',
  ].join('; ');
}

export function pengaturanView(tempat: Tempat, i: InstansiEntity, aturan: readonly AturanRealisasiEntity[]): Halaman {
  const [kini] = aturan;
  const kelola = boleh(tempat, 'organisasi.kelola');
  return halaman(tempat, {
    judul: 'Pengaturan instansi',
    bagian: 'pengaturan',
    remah: [{ teks: 'Pengaturan' }],
    tindakan: kelola
      ? [
          { teks: 'Ubah pengaturan', tautan: jalurPengaturan(tempat, 'ubah'), utama: true },
          { teks: i.logoKunci === null ? 'Pasang logo' : 'Ganti logo', tautan: jalurPengaturan(tempat, 'logo') },
          ...(i.logoKunci === null ? [] : [{ teks: 'Lepas logo', tautan: jalurPengaturan(tempat, 'logo', 'lepas') }]),
          { teks: 'Ubah aturan persentase', tautan: jalurPengaturan(tempat, 'aturan') },
        ]
      : [],
    gambar:
      i.logoKunci === null
        ? null
        : { tautan: kueri(jalurOrganisasi(tempat, 'logo'), { v: i.logoKunci.slice(0, 8) }), teks: `Logo ${i.nama}` },
    fakta: [
      { nama: 'Kode', teks: i.kode },
      { nama: 'Nama', teks: `${i.nama} (${i.singkatan})` },
      { nama: 'Kota', teks: i.kota },
      { nama: 'Zona waktu', teks: NAMA_ZONA[i.zonaWaktu] ?? i.zonaWaktu },
      { nama: 'Situs', teks: i.situs ?? 'belum diisi' },
      { nama: 'Kop surat', teks: i.kopSurat.length > 0 ? i.kopSurat.join('\n') : 'belum diisi; laporan memakai nama dan kota' },
      { nama: 'Kertas laporan', teks: i.kertas === 'f4' ? 'F4 (215 × 330 mm)' : 'A4' },
      {
        nama: 'Nilai pada tabel laporan',
        teks:
          i.skalaGanda === null
            ? 'mengikuti datanya'
            : i.skalaGanda
              ? 'NRR dan nilai, misalnya 3,53/88,21'
              : 'nilai saja, misalnya 88,21',
      },
      { nama: 'Banyaknya prioritas yang diusulkan', teks: String(i.jumlahPrioritas ?? JUMLAH_PRIORITAS_BAKU) },
      {
        nama: 'Aturan persentase yang berlaku',
        teks: kini ? aturanTeks(kini) : 'aturan baku: per kegiatan, sebagian dihitung 0',
      },
    ],
    isi: [
      {
        id: 'aturan',
        judul: 'Versi aturan persentase',
        anak: 'Versi tertinggi yang berlaku. Laporan bertanggal lampau dihitung dengan versi dari tanggalnya; versi dari paket berlaku pula untuk data lama yang dibawanya.',
        kolom: ['Versi', 'Aturan', 'Sejak', 'Alasan'],
        baris: aturan.map((a): Sel[] => [
          { teks: String(a.versi), mikro: a.versi === kini?.versi ? 'berlaku' : null },
          { teks: aturanTeks(a) },
          {
            teks: tanggalIndonesia(hariIniDi(tempat.instansi.zonaWaktu, a.berlakuSejak)),
            mikro: a.ditetapkanOleh ?? 'dari paket',
          },
          { teks: a.alasan ?? 'dari paket' },
        ]),
        kosong: {
          ikon: 'equal',
          judul: 'Belum ada aturan sendiri',
          teks: 'Instansi ini memakai aturan baku. Aturan sendiri tercetak di samping setiap persentase.',
          tautan: kelola ? jalurPengaturan(tempat, 'aturan') : null,
          ajakan: kelola ? 'Tetapkan aturan' : null,
        },
      },
    ],
  });
}

export function ketikanPengaturan(i: InstansiEntity): Ketikan {
  return {
    nama: i.nama,
    singkatan: i.singkatan,
    kota: i.kota,
    zonaWaktu: i.zonaWaktu,
    situs: i.situs ?? '',
    kopSurat: i.kopSurat.join('\n'),
    kertas: i.kertas ?? 'a4',
    skalaGanda: i.skalaGanda === null ? '' : i.skalaGanda ? 'ya' : 'tidak',
    jumlahPrioritas: String(i.jumlahPrioritas ?? JUMLAH_PRIORITAS_BAKU),
  };
}

export function ubahPengaturanView(tempat: Tempat, kini: InstansiEntity, { ketikan, galat }: Isian): Halaman {
  return formulir(tempat, {
    judul: 'Ubah pengaturan',
    bagian: 'pengaturan',
    remah: remah(tempat),
    medan: [
      { nama: 'nama', label: 'Nama instansi', maks: 300 },
      { nama: 'singkatan', label: 'Singkatan', maks: 100, pendek: true },
      { nama: 'kota', label: 'Kota', petunjuk: 'Tercetak pada tempat dan tanggal laporan.', maks: 100, pendek: true },
      {
        nama: 'zonaWaktu',
        label: 'Zona waktu',
        petunjuk: 'Batas hari dan triwulan mengikutinya.',
        jenis: 'pilihan',
        pilihan: pilihanZona(ketikan['zonaWaktu'] ?? ''),
      },
      { nama: 'situs', label: 'Situs', bolehKosong: true, maks: 300 },
      {
        nama: 'kopSurat',
        label: 'Kop surat',
        petunjuk: `Satu baris satu baris cetak, paling banyak ${BARIS_KOP_TERBANYAK}: nama instansi, alamat, telepon, surel.`,
        jenis: 'area',
        baris: BARIS_KOP_TERBANYAK,
        bolehKosong: true,
        maks: 1000,
      },
      {
        nama: 'kertas',
        label: 'Kertas laporan',
        jenis: 'radio',
        pilihan: [
          { nilai: 'a4', teks: 'A4', petunjuk: '210 × 297 mm' },
          { nilai: 'f4', teks: 'F4', petunjuk: '215 × 330 mm' },
        ],
      },
      {
        nama: 'skalaGanda',
        label: 'Nilai pada tabel laporan',
        jenis: 'radio',
        pilihan: [
          { nilai: '', teks: 'Mengikuti datanya', petunjuk: 'sebagaimana hasil survei dimasukkan' },
          { nilai: 'tidak', teks: 'Nilai saja', petunjuk: '88,21' },
          { nilai: 'ya', teks: 'NRR dan nilai', petunjuk: '3,53/88,21' },
        ],
      },
      {
        nama: 'jumlahPrioritas',
        label: 'Banyaknya unsur terendah yang diusulkan menjadi prioritas',
        petunjuk: 'Templat nasional memakai 3.',
        jenis: 'angka',
        maks: 2,
        pendek: true,
      },
    ],
    ketikan,
    galat,
    tersembunyi: [{ nama: 'versi', nilai: versiPengaturan(kini) }],
    gagal: 'Pengaturan belum disimpan',
    aksi: jalurPengaturan(tempat, 'ubah'),
    tombol: 'Simpan',
    batal: jalurPengaturan(tempat),
  });
}

export function ketikanAturan(a: AturanRealisasiEntity | undefined): Ketikan {
  const { satuan, bobotSebagian, tidakDapat, pengganti } = lengkapiAturan(a && keAturan(a), 'sistem');
  return { satuan, bobotSebagian: bobotTeks(bobotSebagian), dasar: a?.dasar ?? '', tidakDapat, pengganti };
}

export function ubahAturanView(tempat: Tempat, { ketikan, galat }: Isian): Halaman {
  return formulir(tempat, {
    judul: 'Ubah aturan persentase',
    anak: 'Menjadi versi baru yang berlaku sejak disimpan. Aturannya tercetak di samping setiap persentase.',
    bagian: 'pengaturan',
    remah: remah(tempat),
    medan: [
      {
        nama: 'satuan',
        label: 'Yang dihitung',
        jenis: 'radio',
        pilihan: [
          { nilai: 'kegiatan', teks: 'Kegiatan', petunjuk: 'setiap kegiatan bernilai satu' },
          { nilai: 'prioritas', teks: 'Prioritas', petunjuk: 'setiap prioritas bernilai rata-rata kegiatannya' },
        ],
      },
      {
        nama: 'bobotSebagian',
        label: 'Nilai kegiatan yang baru sebagian',
        petunjuk: 'Dari 0 sampai 1; penilai PEKPPP memakai 0.',
        jenis: 'angka',
        maks: 4,
        pendek: true,
      },
      {
        nama: 'dasar',
        label: 'Dasarnya',
        jenis: 'radio',
        pilihan: [
          {
            nilai: '',
            teks: 'Menurut asal data',
            petunjuk: 'verifikasi untuk yang dikumpulkan di sini, pernyataan unit untuk yang diimpor',
          },
          { nilai: 'terverifikasi', teks: 'Hasil verifikasi' },
          { nilai: 'klaim', teks: 'Pernyataan unit' },
        ],
      },
      {
        nama: 'tidakDapat',
        label: 'Kegiatan yang tidak dapat dilaksanakan',
        jenis: 'radio',
        pilihan: [
          { nilai: 'dalam-penyebut', teks: 'Tetap dalam penyebut' },
          { nilai: 'dikecualikan', teks: 'Dikecualikan, dengan alasannya' },
        ],
      },
      {
        nama: 'pengganti',
        label: 'Kegiatan pengganti',
        jenis: 'radio',
        pilihan: [
          { nilai: 'dihitung', teks: 'Dihitung, dengan tanda' },
          { nilai: 'tidak', teks: 'Tidak dihitung' },
        ],
      },
      { nama: 'alasan', label: 'Alasan atau dasar', petunjuk: 'Tetap terlihat di samping versi ini.', jenis: 'area', maks: 1000 },
    ],
    ketikan,
    galat,
    gagal: 'Aturan belum diubah',
    aksi: jalurPengaturan(tempat, 'aturan'),
    tombol: 'Simpan versi baru',
    batal: jalurPengaturan(tempat),
  });
}

export function logoView(tempat: Tempat, galat: readonly GalatMedan[]): Halaman {
  return formulir(tempat, {
    judul: 'Ganti logo',
    bagian: 'pengaturan',
    remah: remah(tempat),
    medan: [
      {
        nama: 'logo',
        label: 'Berkas gambar',
        petunjuk: `PNG atau JPEG, paling besar ${LOGO_BITA_TERBANYAK / 1024} kB, sisinya ${LOGO_SISI_TERPENDEK} sampai ${LOGO_SISI_TERPANJANG} piksel.`,
        jenis: 'berkas',
      },
    ],
    ketikan: {},
    galat,
    gagal: 'Logo belum diganti',
    aksi: jalurPengaturan(tempat, 'logo'),
    berkas: true,
    tombol: 'Unggah logo',
    batal: jalurPengaturan(tempat),
  });
}

export function lepasLogoView(tempat: Tempat): Halaman {
  return formulir(tempat, {
    judul: 'Lepas logo',
    bagian: 'pengaturan',
    remah: remah(tempat),
    medan: [],
    ketikan: {},
    galat: [],
    gagal: 'Logo belum dilepas',
    aksi: jalurPengaturan(tempat, 'logo', 'lepas'),
    akibat: { judul: 'Laporan berikutnya tercetak tanpa logo.', butir: ['Logo yang baru dapat dipasang kapan saja.'] },
    tombol: 'Lepas logo',
    bahaya: true,
    batal: jalurPengaturan(tempat),
  });
}
