import type { HTTPRequest, Page } from 'puppeteer-core';

/** Where a document finds its pictures: no such host exists, the process that prints answers itself, from its store. */
export const ALAMAT_GAMBAR = 'https://gambar.invalid/';

/** A JPEG by its name; null when there is none. */
export type SumberGambar = (nama: string) => Promise<Uint8Array | null>;

const SUMBER = new WeakMap<Page, SumberGambar>();

/** The pictures of the document that the page prints now; null: none. */
export function pasangSumber(halaman: Page, sumber: SumberGambar | null): void {
  if (sumber) SUMBER.set(halaman, sumber);
  else SUMBER.delete(halaman);
}

/** Answers what the page asks for: a picture of its document, and nothing else in the world. */
export async function jawab(halaman: Page, permintaan: HTTPRequest): Promise<void> {
  const url = permintaan.url();
  const sumber = SUMBER.get(halaman);
  const isi = sumber && url.startsWith(ALAMAT_GAMBAR) ? await sumber(url.slice(ALAMAT_GAMBAR.length)).catch(() => null) : null;
  // Nothing of one document stays for the next.
  if (isi)
    await permintaan.respond({ status: 200, contentType: 'image/jpeg', headers: { 'cache-control': 'no-store' }, body: isi });
  else await permintaan.abort('blockedbyclient');
}
