import type { GalatMedan, Ketikan } from '../../shared/isian';
import type { Pilihan } from '../../shared/tampilan/medan';
import { penomoran, type Potongan } from '../../shared/tampilan/penomoran';
import type { Halaman } from '../../shared/tampilan/tampilan';
import { kueri } from '../../shared/tampilan/tautan';
import { tambahHari, tanggalIndonesia } from '../../shared/tanggal';
import { boleh, formulir, halaman, jalurOrganisasi, SEDIKIT, takDitemukan, type Sel } from '../halaman.view';
import { masaTeks } from '../masa';
import type { Orang } from '../orang/orang.query';
import type { Tempat } from '../tempat';
import type { UnitEntity } from '../unit.entity';
import { pilihanUnit } from '../unit/unit.view';
import type { Jabatan, JabatanBerunit, LetakJabatan, Penugasan } from './jabatan.query';
import {
  belumBerakhir,
  mencakup,
  NAMA_STATUS_PENUGASAN,
  pemegangPada,
  sebutanJabatan,
  STATUS_PENUGASAN,
} from './penugasan.rules';

interface Isian {
  readonly ketikan: Ketikan;
  readonly galat: readonly GalatMedan[];
}

export const jalurJabatan = (tempat: Tempat, id: string, ...akhir: readonly string[]): string =>
  jalurOrganisasi(tempat, 'jabatan', id, ...akhir);

export interface BahanJabatan {
  /** those of the page */
  readonly jabatan: readonly JabatanBerunit[];
  readonly penugasan: readonly Penugasan[];
  readonly q: string;
  readonly potongan: Potongan;
}

export function daftarJabatanView(tempat: Tempat, { jabatan, penugasan, q, potongan }: BahanJabatan): Halaman {
  const kelola = boleh(tempat, 'organisasi.kelola');
  const alamat = jalurOrganisasi(tempat, 'jabatan');
  return halaman(tempat, {
    judul: 'Jabatan',
    anak: `Pemegangnya hari ini, ${tanggalIndonesia(tempat.hariIni)}`,
    bagian: 'jabatan',
    remah: [{ teks: 'Jabatan' }],
    tindakan: kelola ? [{ teks: 'Buat jabatan', tautan: jalurOrganisasi(tempat, 'jabatan-baru'), utama: true }] : [],
    cari: q !== '' || potongan.total > SEDIKIT ? { label: 'Cari jabatan, unit, atau pemegang', q, aksi: alamat } : null,
    isi: [
      {
        id: 'jabatan',
        judul: 'Jabatan',
        kolom: ['Jabatan', 'Unit', 'Pemegang', 'Masa'],
        baris: jabatan.map((j): Sel[] => {
          const milik = penugasan.filter((x) => x.jabatanId === j.id);
          const p = pemegangPada(milik, tempat.hariIni);
          return [
            { teks: j.nama, tautan: jalurJabatan(tempat, j.id), mikro: j.memimpin ? 'memimpin unit' : null },
            { teks: j.unit, tautan: jalurOrganisasi(tempat, 'unit', j.kodeUnit) },
            p ? { teks: p.nama, mikro: sebutanJabatan(p.status, j.nama) } : { teks: 'lowong' },
            { teks: p ? masaTeks(p) : '' },
          ];
        }),
        penomoran: penomoran(potongan, 'jabatan', alamat, { q }),
        kosong:
          q !== ''
            ? takDitemukan(q, alamat)
            : {
                ikon: 'unit',
                judul: 'Belum ada jabatan',
                teks: 'Jabatan mencatat siapa memimpin dan menandatangani, dari kapan sampai kapan. Admin instansi yang membuatnya.',
                ...(kelola ? { tautan: jalurOrganisasi(tempat, 'jabatan-baru'), ajakan: 'Buat jabatan pertama' } : {}),
              },
      },
    ],
  });
}

export interface BahanSatuJabatan {
  readonly jabatan: Jabatan;
  readonly unit: readonly UnitEntity[];
  /** where it stood, newest first */
  readonly letak: readonly LetakJabatan[];
  readonly penugasan: readonly Penugasan[];
  readonly nama: readonly { readonly nama: string; readonly mulai: string | null; readonly selesai: string | null }[];
}

export function jabatanView(tempat: Tempat, { jabatan: j, unit, penugasan, nama, letak }: BahanSatuJabatan): Halaman {
  const kelola = boleh(tempat, 'organisasi.kelola');
  // The title at the end of the holding, as the last letters of that time print it.
  const namaSaat = ({ selesai }: Penugasan) =>
    (selesai === null ? null : nama.find((n) => mencakup(n, tambahHari(selesai, -1)))?.nama) ?? j.nama;
  const unitId = new Map(unit.map((u) => [u.id, u]));
  const kini = unitId.get(j.unitId);
  return halaman(tempat, {
    judul: j.nama,
    bagian: 'jabatan',
    remah: [{ teks: 'Jabatan', tautan: jalurOrganisasi(tempat, 'jabatan') }, { teks: j.nama }],
    peringatan: j.berakhir === null ? null : `Jabatan ini tidak ada lagi sejak ${tanggalIndonesia(j.berakhir)}.`,
    tindakan:
      kelola && j.berakhir === null
        ? [
            { teks: 'Tugaskan orang', tautan: jalurJabatan(tempat, j.id, 'tugaskan'), utama: true },
            { teks: 'Ubah nama', tautan: jalurJabatan(tempat, j.id, 'nama') },
            { teks: 'Tutup jabatan', tautan: jalurJabatan(tempat, j.id, 'tutup') },
          ]
        : [],
    fakta: [
      { nama: 'Unit', teks: kini?.nama ?? '' },
      { nama: 'Memimpin unit', teks: j.memimpin ? 'ya' : 'tidak' },
    ],
    isi: [
      {
        id: 'penugasan',
        judul: 'Pemegang',
        kolom: kelola ? ['Nama', 'Sebagai', 'Masa', 'Dasar', 'Tindakan'] : ['Nama', 'Sebagai', 'Masa', 'Dasar'],
        baris: penugasan.map((p): Sel[] => [
          { teks: p.nama, mikro: [p.nip === null ? null : `NIP ${p.nip}`, p.pangkat].filter(Boolean).join(' · ') || null },
          { teks: NAMA_STATUS_PENUGASAN[p.status], mikro: sebutanJabatan(p.status, namaSaat(p)) },
          { teks: masaTeks(p) },
          { teks: p.dasar ?? '' },
          ...(kelola
            ? [
                belumBerakhir(p, tempat.hariIni)
                  ? {
                      teks: '',
                      tindakan: [
                        {
                          teks: 'Akhiri',
                          tautan: jalurOrganisasi(tempat, 'penugasan', p.id, 'akhiri'),
                          tentang: `penugasan ${p.nama}`,
                        },
                        {
                          teks: 'Mutasi',
                          tautan: kueri(jalurOrganisasi(tempat, 'mutasi-baru'), { penugasan: p.id }),
                          tentang: p.nama,
                        },
                      ],
                    }
                  : { teks: 'berakhir' },
              ]
            : []),
        ]),
        kosong: {
          ikon: 'unit',
          judul: 'Belum pernah dipegang',
          teks: 'Admin instansi menugaskan pemegangnya: definitif, Plt., atau Plh.',
        },
      },
      {
        id: 'nama',
        judul: 'Riwayat nama',
        kolom: ['Nama jabatan', 'Masa'],
        baris: nama.map((n): Sel[] => [{ teks: n.nama }, { teks: masaTeks(n) }]),
        kosong: { ikon: 'unit', judul: 'Belum ada riwayat', teks: '' },
      },
      ...(letak.length < 2
        ? []
        : [
            {
              id: 'letak',
              judul: 'Riwayat unit',
              kolom: ['Unit', 'Masa'],
              baris: letak.map((l): Sel[] => {
                const u = unitId.get(l.unitId);
                return [
                  { teks: u?.nama ?? '', tautan: u ? jalurOrganisasi(tempat, 'unit', u.kode) : null },
                  { teks: masaTeks(l) },
                ];
              }),
              kosong: { ikon: 'unit', judul: 'Belum ada riwayat', teks: '' },
            },
          ]),
    ],
  });
}

const PILIH_ORANG = { nilai: '', teks: 'Pilih orang' };
export const pilihanOrang = (orang: readonly Orang[]): Pilihan[] => [
  PILIH_ORANG,
  ...orang.filter((o) => !o.nonaktif).map((o) => ({ nilai: o.id, teks: `${o.nama} (${o.surel})` })),
];

export function buatJabatanView(tempat: Tempat, unit: readonly UnitEntity[], { ketikan, galat }: Isian): Halaman {
  return formulir(tempat, {
    judul: 'Buat jabatan',
    bagian: 'jabatan',
    remah: [{ teks: 'Jabatan', tautan: jalurOrganisasi(tempat, 'jabatan') }],
    medan: [
      {
        nama: 'nama',
        label: 'Nama jabatan',
        petunjuk: 'Seperti yang tercetak pada surat, misalnya Kepala Bagian Umum.',
        maks: 300,
      },
      { nama: 'unit', label: 'Unit', jenis: 'pilihan', pilihan: pilihanUnit(unit, 'Pilih unit') },
      {
        nama: 'memimpin',
        label: 'Memimpin unitnya?',
        jenis: 'radio',
        pilihan: [
          { nilai: 'ya', teks: 'Ya' },
          { nilai: 'tidak', teks: 'Tidak' },
        ],
      },
    ],
    ketikan,
    galat,
    gagal: 'Jabatan belum dibuat',
    aksi: jalurOrganisasi(tempat, 'jabatan-baru'),
    tombol: 'Buat jabatan',
    batal: jalurOrganisasi(tempat, 'jabatan'),
  });
}

const remahJabatan = (tempat: Tempat, j: Jabatan) => [
  { teks: 'Jabatan', tautan: jalurOrganisasi(tempat, 'jabatan') },
  { teks: j.nama, tautan: jalurJabatan(tempat, j.id) },
];
const ALASAN = {
  nama: 'alasan',
  label: 'Alasan atau dasar',
  petunjuk: 'Tercatat pada log audit.',
  jenis: 'area',
  maks: 1000,
} as const;

export function namaJabatanView(tempat: Tempat, j: Jabatan, { ketikan, galat }: Isian): Halaman {
  return formulir(tempat, {
    judul: `Ubah nama ${j.nama}`,
    anak: 'Laporan lama tetap menyebut nama dari masanya.',
    bagian: 'jabatan',
    remah: remahJabatan(tempat, j),
    medan: [
      { nama: 'nama', label: 'Nama baru', maks: 300 },
      { nama: 'sejak', label: 'Berlaku sejak', petunjuk: 'Paling lambat hari ini.', jenis: 'tanggal' },
      ALASAN,
    ],
    ketikan,
    galat,
    gagal: 'Nama belum diubah',
    aksi: jalurJabatan(tempat, j.id, 'nama'),
    tombol: 'Ubah nama',
    batal: jalurJabatan(tempat, j.id),
  });
}

export function tutupJabatanView(tempat: Tempat, j: Jabatan, { ketikan, galat }: Isian): Halaman {
  return formulir(tempat, {
    judul: `Tutup jabatan ${j.nama}`,
    bagian: 'jabatan',
    remah: remahJabatan(tempat, j),
    medan: [{ nama: 'sejak', label: 'Tidak ada lagi sejak', petunjuk: 'Paling lambat hari ini.', jenis: 'tanggal' }, ALASAN],
    ketikan,
    galat,
    gagal: 'Jabatan belum ditutup',
    aksi: jalurJabatan(tempat, j.id, 'tutup'),
    akibat: {
      judul: 'Penutupan tidak dapat dibatalkan. Akibatnya:',
      butir: [
        'Tidak ada lagi yang dapat ditugaskan pada jabatan ini.',
        'Riwayat pemegangnya tetap ada, dan laporan lama tetap menyebutnya.',
      ],
    },
    tombol: 'Tutup jabatan',
    bahaya: true,
    batal: jalurJabatan(tempat, j.id),
  });
}

export function tugaskanView(tempat: Tempat, j: Jabatan, orang: readonly Orang[], { ketikan, galat }: Isian): Halaman {
  return formulir(tempat, {
    judul: `Tugaskan orang sebagai ${j.nama}`,
    anak: 'Nama, NIP, dan pangkat dicatat untuk masa ini; laporan lama tetap menyebut yang tercatat di sini.',
    bagian: 'jabatan',
    remah: remahJabatan(tempat, j),
    medan: [
      {
        nama: 'pengguna',
        label: 'Orang',
        petunjuk: 'Yang belum ada di daftar ini diundang dahulu lewat Orang.',
        jenis: 'pilihan',
        pilihan: pilihanOrang(orang),
      },
      {
        nama: 'status',
        label: 'Sebagai',
        jenis: 'radio',
        pilihan: STATUS_PENUGASAN.map((s) => ({
          nilai: s,
          teks: NAMA_STATUS_PENUGASAN[s],
          petunjuk: { definitif: 'pejabat tetapnya', plt: 'selama jabatan lowong', plh: 'selama pejabatnya berhalangan' }[s],
        })),
      },
      { nama: 'mulai', label: 'Hari pertama', jenis: 'tanggal' },
      {
        nama: 'sampai',
        label: 'Hari terakhir',
        petunjuk: 'Kosongkan bila belum ditentukan.',
        jenis: 'tanggal',
        bolehKosong: true,
      },
      { nama: 'nama', label: 'Nama seperti yang tercetak pada surat', petunjuk: 'Lengkap dengan gelar.', maks: 200 },
      { nama: 'nip', label: 'NIP', bolehKosong: true, maks: 40, pendek: true },
      { nama: 'pangkat', label: 'Pangkat dan golongan', bolehKosong: true, maks: 100 },
      { nama: 'dasar', label: 'Dasar', petunjuk: 'Nomor surat keputusan atau surat perintah.', bolehKosong: true, maks: 200 },
    ],
    ketikan,
    galat,
    gagal: 'Penugasan belum dicatat',
    aksi: jalurJabatan(tempat, j.id, 'tugaskan'),
    tombol: 'Tugaskan',
    batal: jalurJabatan(tempat, j.id),
  });
}

export function akhiriPenugasanView(tempat: Tempat, j: Jabatan, p: Penugasan, { ketikan, galat }: Isian): Halaman {
  return formulir(tempat, {
    judul: `Akhiri penugasan ${p.nama}`,
    anak: `${sebutanJabatan(p.status, j.nama)}, ${masaTeks(p)}`,
    bagian: 'jabatan',
    remah: remahJabatan(tempat, j),
    medan: [{ nama: 'sampai', label: 'Hari terakhir memegang jabatan', jenis: 'tanggal' }, ALASAN],
    ketikan,
    galat,
    gagal: 'Penugasan belum diakhiri',
    aksi: jalurOrganisasi(tempat, 'penugasan', p.id, 'akhiri'),
    akibat: {
      judul: 'Hanya penugasan ini yang berakhir.',
      butir: [
        'Peran dan jabatan lain yang dipegang orang ini tetap.',
        'Untuk menyerahkan semuanya kepada penerus, pakai Mutasi.',
      ],
    },
    tombol: 'Akhiri penugasan',
    bahaya: true,
    batal: jalurJabatan(tempat, j.id),
  });
}
