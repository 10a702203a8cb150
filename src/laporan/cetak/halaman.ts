/// <reference lib="dom" />
import type { Browser, Page } from 'puppeteer-core';
import { gayaCetak } from './aset';
import { bagiBaris } from './bagi-baris';
import { ALAMAT_GAMBAR, jawab } from './gambar';
import { ikutkanPenutup } from './ikutkan-penutup';
import { penggal } from './penggal.rules';
import { rapikanTeks } from './rapikan-teks';

/** A document as the page receives it. */
export interface IsiHalaman {
  readonly judul: string;
  readonly penulis: string;
  /** class of <html>: the paper */
  readonly kelas: string;
  /** custom properties of :root, values as CSS */
  readonly variabel: Readonly<Record<string, string>>;
  /** HTML of <body>, escaped by the templates */
  readonly badan: string;
}

/** What the contents of a report print: the page of each heading and table, and how many pages the body has. */
export interface NomorHalaman {
  readonly sasaran: Readonly<Record<string, string>>;
  readonly jumlah: number;
}

declare global {
  interface Window {
    tuntas: {
      /** fills and sets the page; gives the id of the first chapter */
      siapkan(isi: IsiHalaman): Promise<string>;
      nomori(nomor: NomorHalaman): void;
      /** mends signatures that stand alone on their page; true when something moved and must be printed again */
      ikutkan(halaman: Readonly<Record<string, number>>): boolean;
    };
  }
}

/** No script, no address, no frame, no form: whatever got into the text, the page can only show it. */
const KEBIJAKAN = `default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data: ${ALAMAT_GAMBAR}; base-uri 'none'; form-action 'none'`;

/**
 * An empty page with the print sheet in it and its fonts loaded, cut off from every network. Scripts of the content are off; ours come
 * through the debugging pipe.
 */
export async function siapkanHalaman(peramban: Browser): Promise<Page> {
  const halaman = await peramban.newPage();
  await halaman.setRequestInterception(true);
  halaman.on('request', (permintaan) => void jawab(halaman, permintaan).catch(() => undefined));
  await Promise.all([halaman.setOfflineMode(true), halaman.emulateMediaType('print'), halaman.setJavaScriptEnabled(false)]);
  await halaman.setContent(kerangkaKosong(), { waitUntil: 'domcontentloaded' });
  await halaman.evaluate(naskah());
  await halaman.evaluate(muatHuruf);
  return halaman;
}

function kerangkaKosong(): string {
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${KEBIJAKAN}"><title>Tuntas</title><meta name="author" content=""><style>${gayaCetak()}</style></head><body></body></html>`;
}

/** Margin boxes do not wait for a font: those of every report are loaded before; rarer scripts follow when the text needs them. */
async function muatHuruf(): Promise<void> {
  const latin = [...document.fonts].filter((f) => /U\+0{0,3}-FF|U\+0000-00FF|U\+221A|U\+2200/i.test(f.unicodeRange));
  await Promise.all(latin.map((f) => f.load()));
}

function naskah(): string {
  return `(() => { const alat = { penggal: ${String(penggal)}, rapikanTeks: ${String(rapikanTeks)}, bagiBaris: ${String(bagiBaris)} };
  const penutup = (${String(ikutkanPenutup)})();
  const siapkan = ${String(siapkan)}; window.tuntas = { siapkan: (isi) => siapkan(isi, alat, penutup.tandai), nomori: ${String(nomori)}, ikutkan: penutup.ikutkan }; })()`;
}

interface Alat {
  readonly penggal: typeof penggal;
  readonly rapikanTeks: typeof rapikanTeks;
  readonly bagiBaris: typeof bagiBaris;
}

async function siapkan(isi: IsiHalaman, alat: Alat, tandaiPenutup: (tinggi: number) => void): Promise<string> {
  const akar = document.documentElement;
  document.title = isi.judul;
  document.querySelector('meta[name=author]')?.setAttribute('content', isi.penulis);
  akar.className = isi.kelas;
  akar.removeAttribute('style');
  for (const [nama, nilai] of Object.entries(isi.variabel)) akar.style.setProperty(nama, nilai);
  document.body.innerHTML = isi.badan;
  // Pictures have their size before they come; one that does not come leaves its caption.
  await Promise.all([...document.images].map((gambar) => gambar.decode().catch(() => gambar.remove())));
  const utama = document.querySelector<HTMLElement>('.isi');
  if (!utama) throw new Error('Dokumen tanpa isi');
  const teks = alat.rapikanTeks(utama, alat.penggal);
  teks.sebelumUkur();
  akar.classList.add('ukur'); // gives every section its printed width
  await document.fonts.ready;
  teks.sesudahUkur();
  const tinggi = (nama: string) => (parseFloat(getComputedStyle(akar).getPropertyValue(nama)) * 96) / 25.4 - 3;
  for (const bagian of document.querySelectorAll<HTMLElement>('.potret')) {
    const muat = () => bagian.getBoundingClientRect().height <= tinggi('--tinggi-potret');
    if (!muat()) bagian.classList.add('rapat'); // a few lines over: set a little tighter
    if (!muat()) bagian.classList.remove('rapat');
  }
  for (const bagian of document.querySelectorAll<HTMLElement>('.bila-pendek'))
    bagian.classList.toggle('utuh-bagian', bagian.offsetHeight <= tinggi('--tinggi-potret') * 0.55);
  const bagiTabel = alat.bagiBaris(tinggi('--tinggi-lanskap'));
  document.querySelectorAll<HTMLTableElement>('table.bertata').forEach(bagiTabel);
  teks.sesudahBagi();
  tandaiPenutup(tinggi('--tinggi-potret'));
  akar.classList.remove('ukur');
  return utama.querySelector('h1')?.id ?? '';
}

function nomori({ sasaran, jumlah }: NomorHalaman): void {
  for (const el of document.querySelectorAll<HTMLElement>('[data-hal]')) el.textContent = sasaran[el.dataset['hal'] ?? ''] ?? '';
  document.documentElement.style.setProperty('--jumlah-halaman', `"${jumlah}"`);
}

/** Nothing of one report stays in the page for the next. */
export async function kosongkanHalaman(halaman: Page): Promise<void> {
  await halaman.evaluate(() => {
    document.body.replaceChildren();
    document.documentElement.removeAttribute('style');
    document.title = '';
  });
}
