import { punyaIzinDi, type Izin } from '../auth/izin';
import { GalatTerkunci } from '../shared/galat';
import { bacaIsian, bacaKetikan, GalatIsian, type GalatMedan, type Ketikan } from '../shared/isian';
import { berhasil } from '../shared/tampilan/kabar';
import type { Kerangka } from '../shared/tampilan/kerangka';
import { medan, ringkasanGalat, type UraianMedan } from '../shared/tampilan/medan';
import { Alihan, Halaman } from '../shared/tampilan/tampilan';
import type { Penomoran } from '../shared/tampilan/penomoran';
import { jalur, kueri, type Kueri } from '../shared/tampilan/tautan';
import { tanggalIndonesia } from '../shared/tanggal';
import type { Tempat } from './tempat';

export type BagianOrganisasi = 'unit' | 'jabatan' | 'orang' | 'peran' | 'mutasi' | 'pengaturan' | 'cara-masuk';

const BAGIAN: readonly { bagian: BagianOrganisasi; teks: string; akhir: readonly string[]; izin: Izin }[] = [
  { bagian: 'unit', teks: 'Unit', akhir: [], izin: 'organisasi.lihat' },
  { bagian: 'jabatan', teks: 'Jabatan', akhir: ['jabatan'], izin: 'organisasi.lihat' },
  { bagian: 'orang', teks: 'Orang', akhir: ['orang'], izin: 'orang.lihat' },
  { bagian: 'peran', teks: 'Peran', akhir: ['peran'], izin: 'orang.lihat' },
  { bagian: 'mutasi', teks: 'Mutasi', akhir: ['mutasi'], izin: 'organisasi.periksa' },
  { bagian: 'pengaturan', teks: 'Pengaturan', akhir: ['pengaturan'], izin: 'organisasi.periksa' },
  // A page of signing in, which stands beside those of the organisation.
  { bagian: 'cara-masuk', teks: 'Cara masuk', akhir: ['..', 'cara-masuk'], izin: 'organisasi.kelola' },
];

/** What the page after an act says. */
const KABAR = {
  'unit-dibuat': 'Unit sudah dibuat.',
  'unit-dinamai': 'Nama unit sudah diubah. Nama sebelumnya tetap ada dalam riwayatnya.',
  'unit-dipindah': 'Unit sudah dipindahkan.',
  'unit-digabung': 'Unit sudah digabungkan; jabatan dan perannya kini pada penerusnya.',
  'unit-dinonaktifkan': 'Unit sudah dinonaktifkan.',
  'jabatan-dibuat': 'Jabatan sudah dibuat.',
  'jabatan-dinamai': 'Nama jabatan sudah diubah.',
  'jabatan-ditutup': 'Jabatan sudah ditutup.',
  'penugasan-dibuka': 'Penugasan sudah dicatat.',
  'penugasan-diakhiri': 'Penugasan sudah diakhiri.',
  'peran-diberikan': 'Peran sudah diberikan.',
  'peran-diakhiri': 'Peran sudah diakhiri.',
  'peran-menunggu':
    'Orang ini tidak sedang berperan di sini, jadi perannya menunggu persetujuannya di halaman Akun saya. Lihat daftar orang.',
  'orang-dikeluarkan': 'Semua perannya di sini sudah berakhir, juga semua sesinya.',
  'totp-dilepas': 'Verifikasi dua langkahnya sudah dilepas, dan semua sesinya berakhir.',
  'undangan-ditarik': 'Undangan sudah ditarik.',
  'mutasi-dijalankan': 'Mutasi sudah dijalankan seluruhnya.',
  'mutasi-dibatalkan': 'Mutasi dibatalkan; tidak ada yang berubah.',
  'pengaturan-diubah': 'Pengaturan sudah disimpan.',
  'aturan-diubah': 'Versi baru aturan sudah berlaku.',
  'logo-diganti': 'Logo sudah diganti.',
  'logo-dilepas': 'Logo sudah dilepas.',
} as const;

export interface Remah {
  readonly teks: string;
  readonly tautan?: string;
}

export interface Sel {
  readonly teks: string;
  readonly tautan?: string | null;
  readonly mikro?: string | null;
  /** depth in the tree, 0 at the top */
  readonly tingkat?: number;
  readonly tindakan?: readonly Tindakan[];
}

export interface Tindakan {
  readonly teks: string;
  readonly tautan: string;
  readonly utama?: boolean;
  /** what it is about, for those who hear only the link */
  readonly tentang?: string;
}

export interface BagianHalaman {
  readonly id: string;
  readonly judul: string;
  readonly anak?: string;
  readonly kolom: readonly string[];
  readonly baris: readonly (readonly Sel[])[];
  /** links to the other pages of a list that is longer than one */
  readonly penomoran?: Penomoran | null;
  /** the way to the whole list, where only its beginning is shown */
  readonly semua?: { readonly teks: string; readonly tautan: string } | null;
  readonly kosong: {
    readonly ikon: string;
    readonly judul: string;
    readonly teks: string;
    readonly tautan?: string | null;
    readonly ajakan?: string | null;
  };
}

/** A list no longer than this is read faster than searched. */
export const SEDIKIT = 20;

/** A search over the lists of a page; what else stands in the address goes along. */
export interface Pencarian {
  readonly label: string;
  /** as typed; '' = none */
  readonly q: string;
  readonly aksi: string;
  readonly tetap?: Kueri;
}

export interface IsiHalaman {
  readonly judul: string;
  readonly anak?: string;
  readonly bagian: BagianOrganisasi;
  readonly remah: readonly Remah[];
  readonly peringatan?: string | null;
  readonly tindakan?: readonly Tindakan[];
  readonly fakta?: readonly { readonly nama: string; readonly teks: string }[];
  readonly cari?: Pencarian | null;
  readonly isi: readonly BagianHalaman[];
  readonly gambar?: { readonly tautan: string; readonly teks: string } | null;
}

export const jalurOrganisasi = ({ instansi }: Pick<Tempat, 'instansi'>, ...akhir: readonly string[]): string =>
  jalur('instansi', instansi.kode, 'organisasi', ...akhir);

export const boleh = ({ pelaku, instansi }: Tempat, izin: Izin): boolean => punyaIzinDi(pelaku, izin, instansi.id);

/** Title, navigation and way back of a page on the organisation. */
export function bingkai(tempat: Tempat, judul: string, remah: readonly Remah[]): Kerangka {
  const { instansi, hariIni } = tempat;
  const induk = jalur('instansi', instansi.kode);
  const semua = [{ teks: instansi.singkatan, tautan: induk }, { teks: 'Organisasi', tautan: jalurOrganisasi(tempat) }, ...remah];
  return {
    judul: `${judul} – ${instansi.singkatan} – Tuntas`,
    remah: semua.map((r, i) => ({ teks: r.teks, tautan: i === semua.length - 1 ? null : (r.tautan ?? null) })),
    pita: null,
    kepalaCetak: `${instansi.nama} · dicetak ${tanggalIndonesia(hariIni)}`,
    lanskap: false,
  };
}

export function tab(tempat: Tempat, kini: BagianOrganisasi): object[] {
  return BAGIAN.filter((b) => boleh(tempat, b.izin)).map(({ bagian, teks, akhir }) => ({
    teks,
    tautan: akhir[0] === '..' ? jalur('instansi', tempat.instansi.kode, ...akhir.slice(1)) : jalurOrganisasi(tempat, ...akhir),
    kini: bagian === kini,
  }));
}

/** A page to read: facts, tables, what may be done. */
export function halaman(tempat: Tempat, isi: IsiHalaman): Halaman {
  return new Halaman('organisasi/halaman', {
    kerangka: bingkai(tempat, isi.judul, isi.remah),
    judul: isi.judul,
    anak: isi.anak ?? null,
    peringatan: isi.peringatan ?? null,
    tab: tab(tempat, isi.bagian),
    tindakan: isi.tindakan && isi.tindakan.length > 0 ? isi.tindakan.map(tindakanView) : null,
    fakta: isi.fakta ?? null,
    gambar: isi.gambar ?? null,
    cari: isi.cari ? cariView(isi.cari) : null,
    isi: isi.isi.map((b) => ({
      id: b.id,
      judul: b.judul,
      anak: b.anak ?? null,
      kolom: b.kolom,
      penomoran: b.penomoran ?? null,
      labelHalaman: `Halaman ${b.judul.toLowerCase()}`,
      semua: b.semua ?? null,
      kosong: { ...b.kosong, tautan: b.kosong.tautan ?? null, ajakan: b.kosong.ajakan ?? null },
      baris: b.baris.map((sel) => ({
        kepala: selView(sel[0] ?? { teks: '' }, b.kolom[0] ?? ''),
        sel: sel.slice(1).map((s, i) => selView(s, b.kolom[i + 1] ?? '')),
      })),
    })),
  });
}

function cariView({ label, q, aksi, tetap = {} }: Pencarian): object {
  const tersembunyi = Object.entries(tetap).flatMap(([nama, nilai]) =>
    nilai === null || nilai === undefined || nilai === '' ? [] : [{ nama, nilai }],
  );
  return { label, q, aksi, tersembunyi, hapus: q === '' ? null : kueri(aksi, tetap) };
}

/** What a list says when a search finds nothing. @param semua the list without the search */
export function takDitemukan(q: string, semua: string): BagianHalaman['kosong'] {
  const teks = `Tidak ada yang memuat semua kata "${q}". Coba kata yang lebih sedikit, atau lihat seluruh daftarnya.`;
  return { ikon: 'filter-off', judul: 'Tidak ada yang cocok', teks, tautan: semua, ajakan: 'Hapus pencarian' };
}

function tindakanView({ teks, tautan, utama, tentang }: Tindakan): object {
  return { teks, tautan, utama: utama ?? false, tentang: tentang ?? null };
}

function selView({ teks, tautan, mikro, tingkat, tindakan }: Sel, kolom: string): object {
  const dalam = tingkat === undefined || tingkat === 0 ? null : `ina-t${Math.min(tingkat, 4)}`;
  return {
    kolom,
    teks,
    tautan: tautan ?? null,
    mikro: mikro ?? null,
    kelas: dalam,
    tindakan: tindakan?.map(tindakanView) ?? null,
  };
}

export interface IsiFormulir {
  readonly judul: string;
  readonly anak?: string;
  readonly bagian: BagianOrganisasi;
  readonly remah: readonly Remah[];
  readonly medan: readonly UraianMedan[];
  readonly ketikan: Ketikan;
  readonly galat: readonly GalatMedan[];
  /** what did not happen, above the faults: `Unit belum dibuat` */
  readonly gagal: string;
  readonly aksi: string;
  readonly metode?: 'get' | 'post';
  readonly berkas?: boolean;
  readonly tersembunyi?: readonly { readonly nama: string; readonly nilai: string }[];
  readonly tombol: string;
  readonly bahaya?: boolean;
  readonly batal: string;
  /** what will follow from it, for acts that cannot be undone */
  readonly akibat?: { readonly judul: string; readonly butir: readonly string[] };
}

/** A page to fill in; with faults it answers 422. */
export function formulir(tempat: Tempat, isi: IsiFormulir): Halaman {
  return new Halaman(
    'organisasi/formulir',
    {
      kerangka: bingkai(tempat, isi.judul, [...isi.remah, { teks: isi.judul }]),
      tab: tab(tempat, isi.bagian),
      ...isiFormulir(isi),
    },
    isi.galat.length > 0 ? 422 : 200,
  );
}

export function isiFormulir(isi: Omit<IsiFormulir, 'bagian' | 'remah'>): object {
  return {
    judul: isi.judul,
    anak: isi.anak ?? null,
    ringkasan: ringkasanGalat(isi.gagal, isi.galat),
    medan: medan(isi.medan, isi.ketikan, isi.galat),
    aksi: isi.aksi,
    metode: isi.metode ?? 'post',
    kirim: (isi.metode ?? 'post') === 'post',
    berkas: isi.berkas ?? false,
    tersembunyi: isi.tersembunyi ?? [],
    tombol: isi.tombol,
    bahaya: isi.bahaya ?? false,
    batal: isi.batal,
    akibat: isi.akibat ?? null,
  };
}

/** Leads on after an act, with a word on what happened. */
export function lanjut(tautan: string, kabar: keyof typeof KABAR): Alihan {
  return new Alihan(tautan, berhasil(KABAR[kabar]));
}

/**
 * Reads a form, does its act and leads on; what cannot be taken comes back with the form.
 * @param kerja does the act and says where it leads
 * @param ulang the form again
 */
export async function kirim<T extends object>(
  kelas: new () => T,
  badan: unknown,
  kerja: (isian: T) => Promise<Halaman | Alihan>,
  ulang: (ketikan: Ketikan, galat: readonly GalatMedan[]) => Halaman | Promise<Halaman>,
): Promise<Halaman | Alihan> {
  const ketikan = bacaKetikan(badan);
  try {
    return await kerja(bacaIsian(kelas, ketikan));
  } catch (galat) {
    if (galat instanceof GalatIsian) return ulang(ketikan, galat.daftar);
    if (!(galat instanceof GalatTerkunci)) throw galat;
    return ulang(ketikan, [{ medan: Object.keys(new kelas())[0] ?? '', pesan: galat.message.replace(/\.$/, '') }]);
  }
}
