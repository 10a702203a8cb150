import { parse, type ParseError } from 'jsonc-parser';
import { GalatPaket, kutip } from './masalah';

/** Deep enough for every paket, shallow enough for every stack. */
export const KEDALAMAN_MAKS = 32;

/** Largest file that is read: a million rows of raw answers are 12 MB. */
export const UKURAN_MAKS = 100 * 1024 * 1024;

/**
 * Bytes → JSON value. Refuses what `JSON.parse` would let pass in silence: wrong encodings, endless nesting, keys written twice.
 * @throws {GalatPaket}
 */
export function bacaJson(bytes: Uint8Array): unknown {
  if (bytes.byteLength > UKURAN_MAKS) {
    tolak(
      `berkas ${Math.ceil(bytes.byteLength / 1024 / 1024)} MB terlalu besar; paling besar ${UKURAN_MAKS / 1024 / 1024} MB. Pecah paketnya.`,
    );
  }
  const isi = dekode(bytes);
  if (isi.trim() === '') tolak('berkas kosong.');
  telusuri(isi);
  try {
    return JSON.parse(isi);
  } catch {
    return tolak(`bukan JSON yang sah${letakGalat(isi)}.`);
  }
}

function tolak(pesan: string, jalur = '$'): never {
  throw new GalatPaket([{ jalur, pesan }]);
}

function dekode(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    tolak('berkas ditulis dalam UTF-16; simpan ulang sebagai UTF-8.');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return tolak('berkas bukan teks UTF-8; simpan ulang sebagai UTF-8.');
  }
}

/** `JSON.parse` does not say where in a long text; the tolerant parser, asked only now, does. */
function letakGalat(isi: string): string {
  const galat: ParseError[] = [];
  parse(isi, galat, { disallowComments: true, allowTrailingComma: false });
  const posisi = galat[0]?.offset ?? isi.length;
  if (isi.slice(posisi).trim() === '') return '; berkas berakhir sebelum selesai, mungkin terpotong';
  const sebelum = isi.slice(0, posisi).split('\n');
  const cuplikan = isi.slice(posisi, posisi + 30).split('\n')[0] ?? '';
  return `: baris ${sebelum.length}, kolom ${(sebelum.at(-1)?.length ?? 0) + 1}, dekat ${kutip(cuplikan)}`;
}

const KUTIP = 34;
const GARIS_MIRING = 92;

/** One pass over the text, without recursion: depth of nesting, and the keys of each open object. What is no JSON is left to the parser. */
function telusuri(isi: string): void {
  const tumpukan: (Set<string> | null)[] = [];
  for (let i = 0; i < isi.length; i++) {
    const c = isi.charCodeAt(i);
    if (c === KUTIP) {
      const akhir = akhirTeks(isi, i);
      const kunci = tumpukan.at(-1);
      if (kunci && diikutiTitikDua(isi, akhir + 1)) catatKunci(kunci, isi.slice(i, akhir + 1));
      i = akhir;
    } else if (c === 123 || c === 91) {
      tumpukan.push(c === 123 ? new Set() : null);
      if (tumpukan.length > KEDALAMAN_MAKS) tolak(`bersarang lebih dari ${KEDALAMAN_MAKS} tingkat; ini bukan paket Tuntas.`);
    } else if (c === 125 || c === 93) {
      tumpukan.pop();
    }
  }
}

function akhirTeks(isi: string, awal: number): number {
  for (let i = awal + 1; i < isi.length; i++) {
    const c = isi.charCodeAt(i);
    if (c === GARIS_MIRING) i++;
    else if (c === KUTIP) return i;
  }
  return isi.length;
}

function diikutiTitikDua(isi: string, dari: number): boolean {
  for (let i = dari; i < isi.length; i++) {
    const c = isi.charCodeAt(i);
    if (c !== 32 && c !== 9 && c !== 10 && c !== 13) return c === 58;
  }
  return false;
}

function catatKunci(kunci: Set<string>, tertulis: string): void {
  const nama = bacaKunci(tertulis);
  if (nama === null) return;
  if (kunci.has(nama)) tolak(`kunci ${kutip(nama)} tertulis dua kali dalam satu objek; hapus salah satunya.`);
  kunci.add(nama);
}

/** Null for a key that is no JSON text: the parser will say what is wrong with it. */
function bacaKunci(tertulis: string): string | null {
  try {
    return String(JSON.parse(tertulis));
  } catch {
    return null;
  }
}
