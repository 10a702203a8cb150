import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { INSTRUMEN_BAWAAN } from '../../src/instrumen/instrumen.bawaan';
import type { BerkasLaporan } from '../../src/laporan/berkas.query';
import { Peramban } from '../../src/laporan/cetak/peramban';
import { LaporanService } from '../../src/laporan/laporan.service';
import { PdfService } from '../../src/laporan/pdf.service';
import { berkasContoh } from '../../src/paket/contoh';
import { bacaPaket } from '../../src/paket/paket.baca';
import { surveiDariPaket } from '../../src/paket/paket.survei';
import { akarProyek } from '../../src/shared/akar';
import { Penyimpanan } from '../../src/storage/penyimpanan';

export const HARI_INI = '2026-11-21';

/** The first plan of an example paket, as the database would give it. */
export function berkasDari(nama: string): BerkasLaporan {
  const jalur = berkasContoh().find((b) => b.nama === nama)?.jalur;
  if (!jalur) throw new Error(`Paket contoh tidak ada: ${nama}`);
  const paket = bacaPaket(readFileSync(jalur));
  const rencana = paket.rencana?.[0];
  if (!rencana) throw new Error(`Paket tanpa rencana: ${nama}`);
  return {
    instansi: paket.instansi,
    unit: paket.unit ?? [],
    instrumen: [...INSTRUMEN_BAWAAN, ...(paket.instrumen ?? [])],
    survei: (paket.survei ?? []).map(surveiDariPaket),
    rencana,
    rencanaLain: [],
    realisasi: (paket.realisasi ?? []).filter((r) => r.rencana === rencana.kode),
    laporan: (paket.laporan ?? []).filter((l) => l.rencana === rencana.kode),
  };
}

export interface PencetakUji {
  readonly laporan: LaporanService;
  readonly peramban: Peramban;
  tutup(): Promise<void>;
}

/** @param penyimpanan where pictures of evidence lie */
export function pencetakUji(penyimpanan = new Penyimpanan(join(tmpdir(), 'tuntas-tanpa-foto'))): PencetakUji {
  const folderData = join(akarProyek(), '.data');
  const peramban = new Peramban({ chromium: process.env['TUNTAS_CHROMIUM'] ?? null, folderData });
  const laporan = new LaporanService(new PdfService(peramban), penyimpanan);
  return { laporan, peramban, tutup: () => peramban.tutup() };
}

export interface PdfTerbaca {
  readonly info: Readonly<Record<string, unknown>>;
  readonly label: readonly string[] | null;
  readonly kerangka: readonly string[];
  readonly ditandai: boolean;
  /** plain text of each page; hyphens at a line end as in the file */
  readonly halaman: readonly string[];
  /** all pages in one line, words that a hyphen broke put together */
  readonly teks: string;
  /** addresses of the links, page by page */
  readonly tautan: readonly string[];
}

/** Reads a PDF with pdf.js, in a process of its own because that is an ES module. */
export async function bacaPdf(pdf: Uint8Array): Promise<PdfTerbaca> {
  const folder = mkdtempSync(join(tmpdir(), 'tuntas-uji-'));
  try {
    const berkas = join(folder, 'laporan.pdf');
    writeFileSync(berkas, pdf);
    const naskah = join(akarProyek(), 'test/browser/laporan-baca.mjs');
    const { stdout } = await promisify(execFile)(process.execPath, [naskah, berkas], { maxBuffer: 64 * 1024 * 1024 });
    const hasil = JSON.parse(stdout) as Omit<PdfTerbaca, 'teks'>;
    return { ...hasil, teks: satukan(hasil.halaman.join('\n')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Text as a reader sees it: a word broken at a line end is one word again. */
export function satukan(teks: string): string {
  return teks
    .replace(/\u00ad?-\n(?=\p{Ll})/gu, '')
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

export interface HurufPdf {
  readonly nama: string;
  readonly jenis: string;
  readonly tertanam: boolean;
}

/** Every font object of the file. */
export async function hurufPdf(pdf: Uint8Array): Promise<HurufPdf[]> {
  const dokumen = await PDFDocument.load(pdf, { updateMetadata: false });
  const hasil: HurufPdf[] = [];
  for (const [, objek] of dokumen.context.enumerateIndirectObjects()) {
    if (!(objek instanceof PDFDict) || objek.get(PDFName.of('Type')) !== PDFName.of('Font')) continue;
    const jenis = objek.lookup(PDFName.of('Subtype'), PDFName).decodeText();
    if (jenis.startsWith('CIDFont')) continue;
    const turunan = objek.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0, PDFDict);
    const uraian = (turunan ?? objek).lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
    const tertanam = ['FontFile', 'FontFile2', 'FontFile3'].some((k) => uraian?.has(PDFName.of(k)));
    hasil.push({ nama: objek.get(PDFName.of('BaseFont'))?.toString() ?? '', jenis, tertanam });
  }
  return hasil;
}

/** Width and height of every page in mm, rounded. */
export async function ukuranHalaman(pdf: Uint8Array): Promise<{ lebar: number; tinggi: number }[]> {
  const dokumen = await PDFDocument.load(pdf, { updateMetadata: false });
  const mm = (n: number) => Math.round((n / 72) * 25.4);
  return dokumen.getPages().map((p) => ({ lebar: mm(p.getWidth()), tinggi: mm(p.getHeight()) }));
}

/** The page label tree as numbers: [first sheet, …]. */
export async function awalLabel(pdf: Uint8Array): Promise<number[]> {
  const dokumen = await PDFDocument.load(pdf, { updateMetadata: false });
  const nums = dokumen.catalog.lookup(PDFName.of('PageLabels'), PDFDict).lookup(PDFName.of('Nums'), PDFArray);
  return nums.asArray().flatMap((n) => (n instanceof PDFNumber ? [n.asNumber()] : []));
}
