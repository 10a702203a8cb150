import { teksBilangan } from '../desimal';
import { kueri, type Kueri } from './tautan';

/** Which slice of a list a page shows. */
export interface Potongan {
  readonly halaman: number;
  readonly jumlahHalaman: number;
  readonly lewati: number;
  readonly ambil: number;
  readonly total: number;
}

/** @param diminta the page number as it stood in the address; anything that is none means the first, one too far the last */
export function potong(total: number, ukuran: number, diminta: string): Potongan {
  const jumlahHalaman = Math.max(1, Math.ceil(total / ukuran));
  const halaman = /^[1-9]\d{0,8}$/.test(diminta) ? Math.min(Number(diminta), jumlahHalaman) : 1;
  return { halaman, jumlahHalaman, lewati: (halaman - 1) * ukuran, ambil: ukuran, total };
}

export interface NomorHalaman {
  readonly teks: string;
  /** null for the gap "…" */
  readonly tautan: string | null;
  readonly kini: boolean;
}

export interface Penomoran {
  readonly ringkas: string;
  readonly sebelum: string | null;
  readonly sesudah: string | null;
  readonly nomor: readonly NomorHalaman[];
}

/**
 * Links to the pages of a list; null when one page holds it all. The other parts of the address are kept.
 * @param nama of the page number in the address
 */
export function penomoran(p: Potongan, satuan: string, alamat: string, isi: Kueri, jangkar = '', nama = 'h'): Penomoran | null {
  if (p.jumlahHalaman <= 1) return null;
  const ke = (h: number) => kueri(alamat, { ...isi, [nama]: h === 1 ? null : h }, jangkar);
  const akhir = Math.min(p.lewati + p.ambil, p.total);
  const dekat = [1, p.halaman - 1, p.halaman, p.halaman + 1, p.jumlahHalaman].filter((h) => h >= 1 && h <= p.jumlahHalaman);
  const nomor: NomorHalaman[] = [];
  let lalu = 0;
  for (const h of new Set(dekat)) {
    if (h > lalu + 1) nomor.push({ teks: '…', tautan: null, kini: false });
    nomor.push({ teks: teksBilangan(h), tautan: ke(h), kini: h === p.halaman });
    lalu = h;
  }
  return {
    ringkas: `Menampilkan ${teksBilangan(p.lewati + 1)}–${teksBilangan(akhir)} dari ${teksBilangan(p.total)} ${satuan}`,
    sebelum: p.halaman > 1 ? ke(p.halaman - 1) : null,
    sesudah: p.halaman < p.jumlahHalaman ? ke(p.halaman + 1) : null,
    nomor,
  };
}
