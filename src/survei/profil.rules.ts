import { rasional, type Rasional } from '../shared/desimal';
import {
  bacaUsia,
  JENJANG,
  jenjangDisebut,
  LAINNYA,
  namaRentangUsia,
  nilaiBaku,
  TIDAK_DIISI,
  type RentangUsia,
} from './nilai-profil.rules';
import type { Ciri } from './respons/respons.rules';

/** How often one value was given; a value is as written, or already brought to one spelling. */
export interface HitunganNilai {
  readonly nilai: string | number | null;
  readonly jumlah: number;
}

export interface KelompokProfil {
  readonly kelompok: string;
  readonly jumlah: number;
}

/** A named group of values, `D1–D3` of D1, D2, D3. */
export interface KelompokNilai {
  readonly nama: string;
  readonly anggota: readonly string[];
}

/**
 * An agency's bands. A band is a way of reading what was counted: to change it touches no survey, and whatever the bands, each ciri adds
 * up to the number of respondents.
 */
export interface AturanProfil {
  /** first year of each age band, rising; below the first is a band of its own, and the last is open */
  readonly usia: readonly number[];
  readonly pendidikan: readonly KelompokNilai[];
  readonly pekerjaan: readonly KelompokNilai[];
}

/** Ten-year bands from 15 on, as the KASN 2024 report and official labour statistics have them; the usual steps of education. */
export const ATURAN_PROFIL_BAKU: AturanProfil = {
  usia: [15, 25, 35, 45, 55, 65],
  pendidikan: [
    { nama: 'SD ke bawah', anggota: ['Tidak sekolah', 'SD'] },
    { nama: 'SMP', anggota: ['SMP'] },
    { nama: 'SMA', anggota: ['SMA'] },
    { nama: 'D1/D2/D3', anggota: ['D1', 'D2', 'D3'] },
    { nama: 'D4/S1', anggota: ['D4', 'S1'] },
    { nama: 'S2 ke atas', anggota: ['S2', 'S3'] },
  ],
  pekerjaan: [],
};

export const NAMA_CIRI: Readonly<Record<Ciri, string>> = {
  usia: 'Usia',
  jenis_kelamin: 'Jenis kelamin',
  pendidikan: 'Pendidikan',
  pekerjaan: 'Pekerjaan',
  layanan: 'Layanan',
};

/** Distinct values kept of one ciri; free text may have as many as there are respondents. */
export const NILAI_TERBANYAK = 300;
/** Rows of one ciri on a page; the smaller ones that no band names are told together. */
const KELOMPOK_TERBANYAK = 12;

const jumlahkan = (daftar: readonly { readonly jumlah: number }[]): number => daftar.reduce((a, b) => a + b.jumlah, 0);

/**
 * What is stored of one ciri: every value in one spelling with its count, ages year by year, so that bands can be chosen later. Beyond
 * `NILAI_TERBANYAK` values the rarest are `Lainnya`. The counts add up to those given.
 */
export function ringkasNilai(ciri: Ciri, hitungan: Iterable<HitunganNilai>): KelompokProfil[] {
  const per = new Map<string, number>();
  for (const { nilai, jumlah } of hitungan) {
    const baku = nilaiBaku(ciri, nilai);
    per.set(baku, (per.get(baku) ?? 0) + jumlah);
  }
  const semua = [...per].map(([kelompok, jumlah]) => ({ kelompok, jumlah })).filter((k) => k.jumlah > 0);
  const menurutBanyak = [...semua].sort((a, b) => b.jumlah - a.jumlah || bandingTeks(a.kelompok, b.kelompok));
  return urutkan(ciri, satukanSisa(menurutBanyak, NILAI_TERBANYAK));
}

/**
 * The groups of one ciri under an agency's bands, in their natural order, `Tidak diisi` last. Given its own result it returns the same; a
 * stated band (`25–34 tahun`) that lies within one of ours counts there, another stands under its own name.
 */
export function kelompokkanProfil(
  ciri: Ciri,
  hitungan: Iterable<HitunganNilai>,
  aturan: AturanProfil = ATURAN_PROFIL_BAKU,
): KelompokProfil[] {
  const per = new Map<string, number>();
  for (const { kelompok, jumlah } of ringkasNilai(ciri, hitungan)) {
    const nama = namaKelompok(ciri, kelompok, aturan);
    per.set(nama, (per.get(nama) ?? 0) + jumlah);
  }
  const semua = [...per].map(([kelompok, jumlah]) => ({ kelompok, jumlah }));
  if (ciri !== 'pekerjaan' && ciri !== 'layanan') return urutkan(ciri, semua, aturan);
  const urut = [...semua].sort((a, b) => b.jumlah - a.jumlah || bandingTeks(a.kelompok, b.kelompok));
  return urutkan(ciri, ciri === 'layanan' ? urut : satukanSisa(urut, KELOMPOK_TERBANYAK), aturan);
}

function namaKelompok(ciri: Ciri, nilai: string, aturan: AturanProfil): string {
  if (nilai === TIDAK_DIISI) return nilai;
  if (ciri === 'usia') return pitaUsia(nilai, aturan.usia);
  if (ciri === 'pendidikan') return kelompokPendidikan(nilai, aturan.pendidikan);
  if (ciri !== 'pekerjaan') return nilai;
  const kecil = nilai.toLowerCase();
  const milik = aturan.pekerjaan.find((k) => k.nama === nilai || k.anggota.some((a) => a.toLowerCase() === kecil));
  return milik?.nama ?? nilai;
}

/** The bands that rising first years give: [15, 25] → below 15, 15–24, 25 and above. */
export function daftarPita(awal: readonly number[]): RentangUsia[] {
  const pertama = awal[0];
  if (pertama === undefined) return [];
  const bawah = pertama > 0 ? [{ dari: null, sampai: pertama - 1 }] : [];
  return [...bawah, ...awal.map((dari, i) => ({ dari, sampai: (awal[i + 1] ?? 0) > dari ? (awal[i + 1] ?? 0) - 1 : null }))];
}

function pitaUsia(nilai: string, awal: readonly number[]): string {
  const rentang = bacaUsia(nilai);
  if (!rentang) return nilai;
  const dalam = (p: RentangUsia) =>
    (p.dari ?? -Infinity) <= (rentang.dari ?? -Infinity) && (p.sampai ?? Infinity) >= (rentang.sampai ?? Infinity);
  const pita = daftarPita(awal).find(dalam);
  return namaRentangUsia(pita ?? rentang);
}

function kelompokPendidikan(nilai: string, kelompok: readonly KelompokNilai[]): string {
  const bernama = kelompok.find((k) => k.nama === nilai);
  if (bernama) return bernama.nama;
  const jenjang = nilai === 'Tidak sekolah' ? [nilai] : /\bke (atas|bawah)\b/i.test(nilai) ? [] : jenjangDisebut(nilai);
  if (jenjang.length === 0) return nilai;
  return kelompok.find((k) => jenjang.every((j) => k.anggota.includes(j)))?.nama ?? nilai;
}

/** The largest stand for themselves; `Tidak diisi` always does. @param urut most frequent first */
function satukanSisa(urut: readonly KelompokProfil[], banyak: number): KelompokProfil[] {
  const kosong = urut.filter((k) => k.kelompok === TIDAK_DIISI);
  const lain = urut.filter((k) => k.kelompok === LAINNYA);
  const bernama = urut.filter((k) => k.kelompok !== TIDAK_DIISI && k.kelompok !== LAINNYA);
  const muat = bernama.length <= banyak ? bernama : bernama.slice(0, banyak - 1);
  const sisa = jumlahkan([...bernama.slice(muat.length), ...lain]);
  return [...muat, ...(sisa > 0 ? [{ kelompok: LAINNYA, jumlah: sisa }] : []), ...kosong];
}

const bandingTeks = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function urutkan(ciri: Ciri, daftar: readonly KelompokProfil[], aturan?: AturanProfil): KelompokProfil[] {
  const tempat = (k: KelompokProfil): number => {
    if (k.kelompok === TIDAK_DIISI) return 1e9;
    if (k.kelompok === LAINNYA) return 1e8;
    return tempatNilai(ciri, k.kelompok, aturan);
  };
  return [...daftar].sort((a, b) => tempat(a) - tempat(b) || b.jumlah - a.jumlah || bandingTeks(a.kelompok, b.kelompok));
}

function tempatNilai(ciri: Ciri, nilai: string, aturan?: AturanProfil): number {
  if (ciri === 'jenis_kelamin') return nilai === 'Laki-laki' ? 0 : nilai === 'Perempuan' ? 1 : 2;
  if (ciri === 'usia') {
    const rentang = bacaUsia(nilai);
    return rentang ? (rentang.dari ?? -1) : 1e7;
  }
  if (ciri !== 'pendidikan') return 0;
  const kelompok = aturan?.pendidikan.find((k) => k.nama === nilai);
  const jenjang: readonly string[] = JENJANG;
  const letak = (kelompok?.anggota ?? jenjangDisebut(nilai)).map((j) => jenjang.indexOf(j)).filter((i) => i >= 0);
  if (nilai === 'Tidak sekolah') return 0;
  return letak.length > 0 ? Math.min(...letak) : 1e7;
}

export interface ProfilCiri {
  readonly ciri: Ciri;
  readonly kelompok: readonly (KelompokProfil & { readonly persen: Rasional | null })[];
  /** sum over the groups */
  readonly total: number;
  /** differs from the number of respondents, where that is known */
  readonly genap: boolean;
}

/** One ciri as a page shows it, with its shares. @param n respondents; undefined when nobody stated them */
export function profilCiri(
  ciri: Ciri,
  hitungan: Iterable<HitunganNilai>,
  aturan: AturanProfil,
  n: number | undefined,
): ProfilCiri {
  const kelompok = kelompokkanProfil(ciri, hitungan, aturan);
  const total = jumlahkan(kelompok);
  return {
    ciri,
    kelompok: kelompok.map((k) => ({ ...k, persen: total === 0 ? null : rasional(k.jumlah, total).mul(100) })),
    total,
    genap: n === undefined || total === n,
  };
}
