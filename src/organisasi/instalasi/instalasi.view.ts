import type { UraianMedan } from '../../shared/tampilan/medan';
import type { HasilUndangan } from '../../auth/tautan/undangan.service';
import { teksBilangan } from '../../shared/desimal';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import { kerangkaUmum, type Kerangka } from '../../shared/tampilan/kerangka';
import { Halaman } from '../../shared/tampilan/tampilan';
import { jalur } from '../../shared/tampilan/tautan';
import { isiFormulir } from '../halaman.view';
import { tautanIsi } from '../orang/orang.view';
import { pilihanZona } from '../pengaturan/pengaturan.view';
import type { BuatInstansiDto } from './instalasi.dto';
import type { InstansiTerpasang } from './instalasi.query';

export const JALUR_INSTALASI = '/instalasi';
export const JALUR_AKUN = `${JALUR_INSTALASI}/akun`;
const BARU = `${JALUR_INSTALASI}/instansi-baru`;

export function bingkaiInstalasi(judul: string, kini?: string): Kerangka {
  const remah =
    kini === undefined
      ? [{ teks: 'Instalasi', tautan: null }]
      : [
          { teks: 'Instalasi', tautan: JALUR_INSTALASI },
          { teks: kini, tautan: null },
        ];
  return { ...kerangkaUmum(judul), remah };
}

function medanAdmin(sebutan: string): UraianMedan[] {
  const petunjuk = 'Menerima tautan untuk membuat kata sandi.';
  return [
    { nama: 'adminNama', label: `Nama ${sebutan}`, maks: 200 },
    { nama: 'adminSurel', label: `Surel ${sebutan}`, petunjuk, jenis: 'surel', maks: 254 },
  ];
}

export function instalasiView(daftar: readonly InstansiTerpasang[]): Halaman {
  const sel = (kolom: string, teks: string, mikro: string | null = null) => ({
    kolom,
    teks,
    mikro,
    tautan: null,
    kelas: null,
    tindakan: null,
  });
  return new Halaman('organisasi/halaman', {
    kerangka: bingkaiInstalasi('Instalasi'),
    judul: 'Instalasi',
    anak: 'Instansi yang memakai instalasi ini. Isinya hanya dapat dibuka oleh orang-orang instansi itu.',
    peringatan: null,
    tab: null,
    tindakan: [
      { teks: 'Buat instansi', tautan: BARU, utama: true, tentang: null },
      { teks: 'Akun', tautan: JALUR_AKUN, utama: false, tentang: null },
    ],
    gambar: null,
    cari: null,
    fakta: null,
    isi: [
      {
        id: 'instansi',
        judul: 'Instansi',
        anak: `${teksBilangan(daftar.length)} instansi, menurut nama.`,
        kolom: ['Instansi', 'Kode', 'Kota', 'Tindakan'],
        baris: daftar.map((i) => ({
          kepala: sel('Instansi', i.nama, i.singkatan),
          sel: [sel('Kode', i.kode), sel('Kota', i.kota), { ...sel('Tindakan', ''), tindakan: [tindakanAdmin(i)] }],
        })),
        kosong: {
          ikon: 'building-bank',
          judul: 'Belum ada instansi',
          teks: 'Buat yang pertama beserta adminnya, atau impor paketnya dari baris perintah.',
          tautan: BARU,
          ajakan: 'Buat instansi',
        },
      },
    ],
  });
}

export function buatInstansiView(ketikan: Ketikan, galat: readonly GalatMedan[]): Halaman {
  return new Halaman(
    'organisasi/formulir',
    {
      kerangka: bingkaiInstalasi('Buat instansi', 'Buat instansi'),
      tab: null,
      ...isiFormulir({
        judul: 'Buat instansi',
        anak: 'Admin pertamanya menyusun unit, jabatan, dan orang-orangnya.',
        medan: [
          { nama: 'nama', label: 'Nama instansi', maks: 300 },
          { nama: 'singkatan', label: 'Singkatan', maks: 100, pendek: true },
          {
            nama: 'kode',
            label: 'Kode',
            petunjuk: 'Pendek dan tetap; tampil pada alamat halaman dan paket, misalnya KPU-TANGERANG.',
            maks: 60,
            pendek: true,
          },
          { nama: 'kota', label: 'Kota', maks: 100, pendek: true },
          { nama: 'zonaWaktu', label: 'Zona waktu', jenis: 'pilihan', pilihan: pilihanZona('') },
          ...medanAdmin('admin pertama'),
        ],
        ketikan,
        galat,
        gagal: 'Instansi belum dibuat',
        aksi: BARU,
        tombol: 'Buat instansi',
        batal: JALUR_INSTALASI,
      }),
    },
    galat.length > 0 ? 422 : 200,
  );
}

/** @param alamat scheme and host by which people reach us */
export function instansiDibuatView(dto: BuatInstansiDto, hasil: HasilUndangan, alamat: string): Halaman {
  return new Halaman('organisasi/tautan', {
    kerangka: bingkaiInstalasi('Instansi dibuat', dto.nama),
    tab: null,
    ...tautanIsi(dto.adminNama, hasil, alamat),
    lanjut: { teks: `${dto.nama} sudah dibuat: kembali ke daftar`, tautan: JALUR_INSTALASI },
  });
}

function tindakanAdmin({ kode, nama }: InstansiTerpasang): object {
  return { teks: 'Admin', tautan: jalur('instalasi', 'admin-pertama', kode), tentang: nama };
}

export function tunjukAdminView(
  { kode, nama }: { readonly kode: string; readonly nama: string },
  ketikan: Ketikan,
  galat: readonly GalatMedan[],
): Halaman {
  return new Halaman(
    'organisasi/formulir',
    {
      kerangka: bingkaiInstalasi('Tunjuk admin', nama),
      tab: null,
      ...isiFormulir({
        judul: 'Tunjuk admin',
        anak:
          `${nama} tidak mempunyai admin yang dapat masuk: belum pernah ada, perannya sudah berakhir, atau akunnya dinonaktifkan. Admin ` +
          'yang ditunjuk menyusun unit, jabatan, dan orang-orangnya.',
        medan: medanAdmin('admin'),
        akibat: {
          judul: 'Hanya selama instansi ini tanpa admin.',
          butir: [
            'Yang sudah punya akun diminta persetujuannya dahulu; kata sandinya tetap miliknya.',
            'Tercatat pada log audit instansi itu.',
          ],
        },
        ketikan,
        galat,
        gagal: 'Admin belum ditunjuk',
        aksi: jalur('instalasi', 'admin-pertama', kode),
        tombol: 'Tunjuk admin',
        batal: JALUR_INSTALASI,
      }),
    },
    galat.length > 0 ? 422 : 200,
  );
}

export function adminPertamaView({ kode, nama }: { readonly kode: string; readonly nama: string }): Halaman {
  return new Halaman('organisasi/formulir', {
    kerangka: bingkaiInstalasi('Tautan admin pertama', nama),
    tab: null,
    ...isiFormulir({
      judul: 'Tautan baru untuk admin pertama',
      anak: nama,
      medan: [],
      ketikan: {},
      galat: [],
      gagal: 'Tautan belum dibuat',
      aksi: jalur('instalasi', 'admin-pertama', kode),
      akibat: {
        judul: 'Hanya selama admin pertama belum pernah masuk.',
        butir: [
          'Tautan yang dibuat sebelumnya tidak berlaku lagi, siapa pun yang memegangnya.',
          'Hanya dapat dipakai sekali. Tercatat pada log audit instansi itu.',
        ],
      },
      tombol: 'Buat tautan',
      batal: JALUR_INSTALASI,
    }),
  });
}

export function tautanAdminView(nama: string, hasil: HasilUndangan, alamat: string): Halaman {
  return new Halaman('organisasi/tautan', {
    kerangka: bingkaiInstalasi('Tautan admin', 'Tautan admin'),
    tab: null,
    ...tautanIsi(nama, hasil, alamat),
    lanjut: { teks: 'Kembali ke daftar instansi', tautan: JALUR_INSTALASI },
  });
}
