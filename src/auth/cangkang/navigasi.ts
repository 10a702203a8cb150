import type { ButirNav, HitungNav } from '../../shared/tampilan/cangkang';
import { jalur } from '../../shared/tampilan/tautan';
import { punyaIzin, punyaIzinDi, type Izin } from '../izin';
import { peranDi, type InstansiPelaku, type Pelaku } from '../pelaku';

/** Entries below the bar of a phone; the others wait behind "Lainnya". */
const MUAT_DI_BAWAH = 5;

interface EntriNav {
  readonly teks: string;
  readonly ikon: string;
  /** shown only to those who have it, in the agency of the page or, outside, in any */
  readonly izin: Izin;
  /** where it is shown: on the pages of an agency, elsewhere, or everywhere */
  readonly di: 'instansi' | 'luar' | 'mana-pun';
  readonly alamat: (kode: string) => string;
  /** the number beside it, where there is one */
  readonly hitung?: HitungNav;
  /** where it is the current one; without it, at its own address and below */
  readonly milik?: (kode: string) => string;
}

/** The whole navigation, by job. */
export const NAVIGASI: readonly EntriNav[] = [
  {
    ...{ teks: 'Tugas saya', ikon: 'checklist', izin: 'tugas.lihat', di: 'instansi', hitung: 'tugas' },
    alamat: (i) => jalur('instansi', i, 'tugas'),
  },
  { teks: 'Ringkasan', ikon: 'layout-dashboard', izin: 'instansi.lihat', di: 'instansi', alamat: (i) => jalur('instansi', i) },
  {
    teks: 'Rencana',
    ikon: 'table',
    izin: 'rencana.lihat',
    di: 'instansi',
    alamat: (i) => jalur('instansi', i, 'rencana'),
  },
  {
    ...{ teks: 'Verifikasi', ikon: 'rosette-discount-check', izin: 'verifikasi.putuskan', di: 'instansi', hitung: 'verifikasi' },
    alamat: (i) => jalur('instansi', i, 'verifikasi'),
  },
  {
    teks: 'Survei',
    ikon: 'chart-bar',
    izin: 'survei.lihat',
    di: 'instansi',
    alamat: (i) => jalur('instansi', i, 'survei'),
  },
  {
    teks: 'Organisasi',
    ikon: 'unit',
    izin: 'organisasi.lihat',
    di: 'instansi',
    alamat: (i) => jalur('instansi', i, 'organisasi'),
  },
  { teks: 'Log audit', ikon: 'shield-check', izin: 'audit.lihat', di: 'instansi', alamat: (i) => jalur('instansi', i, 'audit') },
  { teks: 'Instansi', ikon: 'building-bank', izin: 'instansi.lihat', di: 'luar', alamat: () => '/' },
  { teks: 'Instalasi', ikon: 'settings', izin: 'instansi.buat', di: 'luar', alamat: () => jalur('instalasi') },
  { teks: 'Log audit', ikon: 'shield-check', izin: 'audit.pemasangan', di: 'luar', alamat: () => jalur('audit') },
];

export interface TempatNav {
  readonly pelaku: Pelaku;
  /** the agency of the page, or the person's only one */
  readonly aktif: InstansiPelaku | null;
  readonly jumlahInstansi: number;
  /** path of the page as written, `/instansi/KASN/rencana/RTL-2023` */
  readonly jalurKini: string;
  /** takes the chosen time along */
  readonly bawa: (alamat: string) => string;
}

/** What this person may open from here. */
export function butirNav({ pelaku, aktif, jumlahInstansi, jalurKini, bawa }: TempatNav): ButirNav[] {
  const kode = aktif?.kode ?? '';
  const terlihat = NAVIGASI.filter(({ di, izin, alamat }) => {
    if (di !== 'mana-pun' && (di === 'instansi') !== (aktif !== null)) return false;
    if (alamat(kode) === '/' && jumlahInstansi < 2) return false;
    return di === 'instansi' && aktif ? punyaIzinDi(pelaku, izin, aktif.id) : punyaIzin(pelaku, izin);
  });
  return terlihat.map(({ teks, ikon, di, alamat, milik, hitung }) => {
    const tautan = alamat(kode);
    return {
      teks: teks === 'Ringkasan' && aktif && peranDi(pelaku, aktif.id).includes('pimpinan') ? 'Dasbor' : teks,
      ikon,
      hitung: hitung ?? null,
      tautan: di === 'instansi' ? bawa(tautan) : tautan,
      kini: kedudukan(jalurKini, tautan, milik?.(kode) ?? null, di === 'instansi' && tautan === jalur('instansi', kode)),
    };
  });
}

function kedudukan(kini: string, tautan: string, milik: string | null, persis: boolean): ButirNav['kini'] {
  if (kini === tautan) return 'page';
  if (persis || tautan === '/') return null;
  return kini.startsWith(`${milik ?? tautan}/`) ? 'true' : null;
}

/** One row while it fits under a thumb, else four and the rest behind one button. */
export function bagiNav(butir: readonly ButirNav[]): { utama: readonly ButirNav[]; lagi: readonly ButirNav[] | null } | null {
  if (butir.length === 0) return null;
  if (butir.length <= MUAT_DI_BAWAH) return { utama: butir, lagi: null };
  return { utama: butir.slice(0, MUAT_DI_BAWAH - 1), lagi: butir.slice(MUAT_DI_BAWAH - 1) };
}
