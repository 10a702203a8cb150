import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { akarProyek } from '../akar';
import { kecilkanGaya } from './gaya';

/** One static file as it is sent, with its compressed forms where they are worth it. */
export interface Aset {
  readonly alamat: string;
  readonly tipe: string;
  readonly isi: Buffer;
  readonly terkompres: Readonly<Partial<Record<'br' | 'gzip', Buffer>>>;
}

/** All static files of the pages. An address carries the hash of the content, so that it may be kept for ever. */
export interface DaftarAset {
  /** by address, `/aset/gaya.0f3a9c1b2d.css` */
  readonly menurutAlamat: ReadonlyMap<string, Aset>;
  /** symbols that pages carry within themselves (`pembawaIkon`) */
  readonly ikon: string;
  /** address by plain name, `gaya.css` */
  alamat(nama: string): string;
}

export const AWALAN_ASET = '/aset/';

/** Self-hosted; the latin file carries every character of the interface, the other one only comes when a name needs it. */
const HURUF = {
  'huruf-latin.woff2': '@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2',
  'huruf-latin-ext.woff2': '@fontsource-variable/inter/files/inter-latin-ext-opsz-normal.woff2',
} as const;

/** Reads the style sheets, icons, fonts and scripts once, at start. */
export function muatAset(folder: string = join(akarProyek(), 'views/aset')): DaftarAset {
  const menurutAlamat = new Map<string, Aset>();
  const alamat = new Map<string, string>();
  const tambah = (nama: string, tipe: string, isi: Buffer) => {
    const aset = buatAset(nama, tipe, isi);
    menurutAlamat.set(aset.alamat, aset);
    alamat.set(nama, aset.alamat);
  };
  for (const [nama, paket] of Object.entries(HURUF)) tambah(nama, 'font/woff2', readFileSync(require.resolve(paket)));
  const svg = (nama: string) => readFileSync(join(folder, nama), 'utf8').replace(/<!--[\s\S]*?-->\s*/g, '');
  tambah('merek.svg', 'image/svg+xml', Buffer.from(svg('merek.svg')));
  const gaya = readdirSync(join(folder, 'gaya'))
    .sort()
    .map((berkas) => readFileSync(join(folder, 'gaya', berkas), 'utf8'))
    .join('\n');
  const css = kecilkanGaya(gaya).replace(/url\("([^"]+)"\)/g, (_, nama: string) => `url("${cari(alamat, nama)}")`);
  tambah('gaya.css', 'text/css; charset=utf-8', Buffer.from(css));
  for (const nama of readdirSync(folder).filter((n) => n.endsWith('.css')))
    tambah(nama, 'text/css; charset=utf-8', Buffer.from(kecilkanGaya(readFileSync(join(folder, nama), 'utf8'))));
  for (const nama of readdirSync(folder).filter((n) => n.endsWith('.js')))
    tambah(nama, 'text/javascript; charset=utf-8', readFileSync(join(folder, nama)));
  return { menurutAlamat, ikon: svg('ikon.svg'), alamat: (nama) => cari(alamat, nama) };
}

function cari(alamat: ReadonlyMap<string, string>, nama: string): string {
  const hasil = alamat.get(nama);
  if (hasil === undefined) throw new RangeError(`Aset tidak ada: ${nama}`);
  return hasil;
}

function buatAset(nama: string, tipe: string, isi: Buffer): Aset {
  const sidik = createHash('sha256').update(isi).digest('hex').slice(0, 10);
  const titik = nama.lastIndexOf('.');
  const alamat = `${AWALAN_ASET}${nama.slice(0, titik)}.${sidik}${nama.slice(titik)}`;
  const terkompres = tipe.startsWith('font/')
    ? {}
    : {
        br: brotliCompressSync(isi, { params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } }),
        gzip: gzipSync(isi, { level: 9 }),
      };
  return { alamat, tipe, isi, terkompres };
}
