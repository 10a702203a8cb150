import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WriteOptions, WriteSheet } from 'hucre' with { 'resolution-mode': 'import' };
import { akarProyek } from '../akar';
import { GalatPengguna } from '../galat';

/** One sheet as text, by row and column from 0; rows end where their last filled cell is. */
export interface LembarTerbaca {
  readonly nama: string;
  readonly tersembunyi: boolean;
  readonly baris: readonly (readonly string[])[];
}

/** A remark in a cell, by row and column from 0. */
export interface CatatanSel {
  readonly baris: number;
  readonly kolom: number;
  readonly teks: string;
}

/** A drop-down: what it offers is a hint, anything else may be typed. */
export interface PilihanSel {
  /** `C3:C100` */
  readonly rentang: string;
  /** the words themselves, or the cells that hold them (`Acuan!$A$2:$A$6`) */
  readonly asal: readonly string[] | string;
}

export interface IsiBuku extends Omit<WriteOptions, 'sheets'> {
  readonly sheets: readonly (WriteSheet & { readonly pilihan?: readonly PilihanSel[] })[];
}

/** A file cannot be read as a workbook, and why; nothing of it was taken. */
export class GalatBukuKerja extends GalatPengguna {
  override readonly name: string = 'GalatBukuKerja';
}

const SIMPAN = 'Buka di Excel, LibreOffice, WPS, atau Google Sheets, simpan sebagai .xlsx, lalu unggah lagi.';

const SEBAB: Readonly<Record<string, string>> = {
  'bukan-buku': `Berkas ini bukan buku kerja Excel (.xlsx). ${SIMPAN}`,
  lama: `Berkas ini memakai format Excel lama (.xls). ${SIMPAN}`,
  makro: 'Buku kerja ini memuat makro, jadi tidak dibuka. Simpan sebagai buku kerja biasa (.xlsx), lalu unggah lagi.',
  ods: `Berkas ODS tidak dibaca. ${SIMPAN}`,
  rusak: `Buku kerja ini rusak, jadi tidak dapat dibaca. ${SIMPAN}`,
  'terlalu-besar':
    'Buku kerja ini terlalu besar untuk dibuka. Hapus lembar, gambar, dan baris yang tidak diperlukan, lalu unggah lagi.',
  terkunci: 'Buku kerja ini terkunci kata sandi. Simpan ulang tanpa kata sandi, lalu unggah lagi.',
  word: 'Berkas ini dokumen Word. Salin tabelnya, lalu tempelkan, atau unggah buku kerja .xlsx.',
  xlsb: `Berkas .xlsb tidak dibaca. ${SIMPAN}`,
};

const BATAS_WAKTU = 20_000;
const BATAS_MEMORI = 512;
/** Threads at once: each may take a whole core. */
const BERSAMAAN = 2;

const PEKERJA = join(akarProyek(), 'src', 'shared', 'buku-kerja', 'pekerja-buku.mjs');

/**
 * Every sheet of an .xlsx, cut to this many rows and columns.
 * @throws {GalatBukuKerja} no workbook, damaged, locked, with macros, or a bomb
 */
export function bacaBuku(bita: Uint8Array, maksBaris: number, maksKolom: number): Promise<readonly LembarTerbaca[]> {
  return kerjakan({ tugas: 'baca', bita, maksBaris, maksKolom });
}

/** The bytes of an .xlsx. */
export function tulisBuku(buku: IsiBuku): Promise<Uint8Array> {
  return kerjakan({ tugas: 'tulis', buku });
}

/** The same workbook with remarks in cells of one sheet, which are marked. @throws {GalatBukuKerja} */
export function catatBuku(bita: Uint8Array, lembar: string, catatan: readonly CatatanSel[]): Promise<Uint8Array> {
  return kerjakan({ tugas: 'catat', bita, lembar, catatan });
}

type Tugas =
  | { readonly tugas: 'baca'; readonly bita: Uint8Array; readonly maksBaris: number; readonly maksKolom: number }
  | { readonly tugas: 'tulis'; readonly buku: IsiBuku }
  | { readonly tugas: 'catat'; readonly bita: Uint8Array; readonly lembar: string; readonly catatan: readonly CatatanSel[] };

let berjalan = 0;
const antrean: (() => void)[] = [];

async function kerjakan<T>(tugas: Tugas): Promise<T> {
  if (berjalan >= BERSAMAAN) await new Promise<void>((lanjut) => antrean.push(lanjut));
  else berjalan += 1;
  try {
    return await diPekerja<T>(tugas);
  } finally {
    const berikut = antrean.shift();
    if (berikut) berikut();
    else berjalan -= 1;
  }
}

type Jawaban<T> = { readonly hasil: T } | { readonly tolak: string };

function diPekerja<T>(tugas: Tugas): Promise<T> {
  return new Promise<T>((selesai, gagal) => {
    const pekerja = new Worker(PEKERJA, {
      workerData: tugas,
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: BATAS_MEMORI, stackSizeMb: 4 },
    });
    const tutup = (akhir: () => void) => {
      clearTimeout(batas);
      akhir();
      void pekerja.terminate();
    };
    const batas = setTimeout(() => tutup(() => gagal(galatBuku('terlalu-besar'))), BATAS_WAKTU);
    pekerja.once('message', (j: Jawaban<T>) => tutup(() => ('hasil' in j ? selesai(j.hasil) : gagal(galatBuku(j.tolak)))));
    pekerja.once('error', (galat: Error & { code?: string }) =>
      tutup(() => gagal(galat.code === 'ERR_WORKER_OUT_OF_MEMORY' ? galatBuku('terlalu-besar') : galat)),
    );
    pekerja.once('exit', (kode) => tutup(() => gagal(new Error(`Pekerja buku kerja berhenti (${kode})`))));
  });
}

function galatBuku(sebab: string): GalatBukuKerja {
  return new GalatBukuKerja(SEBAB[sebab] ?? SEBAB['rusak'] ?? sebab);
}
