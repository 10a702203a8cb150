import { namaPeriode, romawi, type Periode } from '../shared/periode';
import { tanggalIndonesia } from '../shared/tanggal';
import type { Bahan } from './bahan.model';
import { formatNip, ringkas } from './tulisan.rules';
import { satuBaris } from './teks.rules';

/** A numbered heading; `id` is its anchor, in contents and outline. */
export interface Judul {
  readonly id: string;
  readonly nomor: string | null;
  readonly judul: string;
}

export interface Entri extends Judul {
  readonly induk: boolean;
}

/** What surrounds the chapters of every report: metadata, running heads, cover. */
export interface Kerangka {
  readonly judul: string;
  readonly penulis: string;
  readonly judulPendek: string;
  readonly judulLanskap: string;
  readonly namaInstansi: string;
  /** the two lines at the foot of each page, on the left */
  readonly kaki: readonly [string, string];
  readonly konsep: boolean;
  /** `keadaan per 8 Mei 2024`: the cut-off of every figure, behind table titles */
  readonly keadaan: string;
  readonly sampul: Sampul;
}

export interface Sampul {
  readonly judul: readonly string[];
  readonly periode: string | null;
  readonly instansi: string;
  readonly tahun: string;
  readonly konsep: boolean;
}

/** Place, date and signature. An unsigned draft has lines to fill in instead of a name. */
export interface TandaTangan {
  readonly tempatTanggal: string;
  /** one entry a line: "a.n. Kepala …" and "Sekretaris" stand apart when they were written so */
  readonly jabatan: readonly string[];
  readonly nama: string | null;
  readonly pangkat: string | null;
  readonly nip: string | null;
}

/** Numbers chapters, tables and figures as they come, so that contents, references and headings cannot disagree. */
export class Penomoran {
  readonly isi: Entri[] = [];
  readonly daftarTabel: Judul[] = [];
  readonly daftarGambar: Judul[] = [];
  private jumlahBab = 0;

  bab(judul: string): Judul {
    this.jumlahBab += 1;
    return this.catat({ id: `bab-${this.jumlahBab}`, nomor: `BAB ${romawi(this.jumlahBab)}`, judul, induk: true });
  }

  /** A heading on the level of a chapter that has no number of its own: an annex, an executive summary. */
  bagian(id: string, nomor: string | null, judul: string): Judul {
    return this.catat({ id, nomor, judul, induk: true });
  }

  subbab(id: string, nomor: string | null, judul: string): Judul {
    return this.catat({ id, nomor, judul, induk: false });
  }

  tabel(judul: string): Judul {
    const ke = this.daftarTabel.length + 1;
    const hasil = { id: `tabel-${ke}`, nomor: `Tabel ${ke}`, judul };
    this.daftarTabel.push(hasil);
    return hasil;
  }

  gambar(judul: string): Judul {
    const ke = this.daftarGambar.length + 1;
    const hasil = { id: `gambar-${ke}`, nomor: `Gambar ${ke}`, judul };
    this.daftarGambar.push(hasil);
    return hasil;
  }

  private catat(entri: Entri): Judul {
    this.isi.push(entri);
    return { id: entri.id, nomor: entri.nomor, judul: entri.judul };
  }
}

/** `Periode Semester II Tahun 2024`, `Triwulan II Tahun 2024`, `Tahun 2023`, `Bulan Mei 2024`: as a cover says it. */
export function periodeSampul(periode: Periode | null): string | null {
  if (!periode) return null;
  if (periode.jenis === 'triwulan') return `Triwulan ${romawi(periode.ke ?? 1)} Tahun ${periode.tahun}`;
  if (periode.jenis === 'bulan') return `Bulan ${namaPeriode(periode)}`;
  return periode.jenis === 'tahun' ? namaPeriode(periode) : `Periode ${namaPeriode(periode)}`;
}

export function tandaTangan({ catatan, tanggal, berkas }: Bahan): TandaTangan {
  const tempat = satuBaris(catatan?.tempat ?? berkas.instansi.kota);
  const orang = catatan?.penandatangan;
  return {
    tempatTanggal: `${tempat}, ${tanggalIndonesia(tanggal)}`,
    jabatan: orang ? orang.jabatan.split(/\r?\n/).map(satuBaris).filter(Boolean) : [],
    nama: orang ? satuBaris(orang.nama) : null,
    pangkat: orang?.pangkat === undefined ? null : satuBaris(orang.pangkat),
    nip: orang?.nip === undefined ? null : formatNip(orang.nip),
  };
}

/** What fits on the one line of a running head, in characters. */
const BATAS_KEPALA = { judul: 68, nama: 46 } as const;

/** @param judulTabel title of the wide table, for the head of its landscape pages */
export function kerangka(
  bahan: Bahan,
  {
    judul,
    judulPendek,
    judulTabel,
    periode,
  }: { judul: readonly string[]; judulPendek: string; judulTabel: string | null; periode: string | null },
): Kerangka {
  const { instansi, rencana } = bahan.berkas;
  const nama = satuBaris(instansi.nama);
  const pendek = ringkas(periode ? `${judulPendek} ${periode}` : judulPendek, BATAS_KEPALA.judul);
  const konsep = bahan.catatan === null;
  return {
    judul: `${[...judul, periode].filter(Boolean).join(' ')} – ${nama}`,
    penulis: nama,
    judulPendek: pendek,
    judulLanskap: judulTabel ? `${pendek} · ${judulTabel}` : pendek,
    namaInstansi: nama.length <= BATAS_KEPALA.nama ? nama : ringkas(instansi.singkatan, BATAS_KEPALA.nama),
    kaki: [
      `${satuBaris(rencana.kode)} · keadaan per ${tanggalIndonesia(bahan.tanggal)}`,
      konsep ? 'Konsep, belum ditandatangani' : satuBaris(instansi.situs ?? ''),
    ],
    konsep,
    keadaan: `keadaan per ${tanggalIndonesia(bahan.tanggal)}`,
    sampul: { judul, periode, instansi: nama, tahun: bahan.tanggal.slice(0, 4), konsep },
  };
}
