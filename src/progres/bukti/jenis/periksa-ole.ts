import { readFile } from 'node:fs/promises';
import { BerkasDitolak } from '../objek/galat-berkas';
import { BUKAN, EICAR_AWAL, GANDA, VIRUS } from './jenis.rules';
import { bacaOle, OleRusak, type EntriOle } from './ole.rules';

const SIMPAN_BARU = 'Buka, simpan sebagai .docx, .xlsx, .pptx, atau PDF, lalu unggah hasilnya.';
const MAKRO = `Dokumen ini memuat makro (program), jadi tidak diterima. ${SIMPAN_BARU}`;
const RUSAK = `Dokumen ini rusak atau terpotong. ${SIMPAN_BARU}`;
const TERKUNCI = 'Dokumen ini terkunci kata sandi. Simpan ulang tanpa kata sandi, lalu unggah hasilnya.';
const BAWAAN = `Dokumen ini membawa berkas lain di dalamnya, jadi tidak diterima. ${SIMPAN_BARU}`;

const UTAMA: Readonly<Record<string, string>> = {
  worddocument: 'application/msword',
  workbook: 'application/vnd.ms-excel',
  book: 'application/vnd.ms-excel',
  'powerpoint document': 'application/vnd.ms-powerpoint',
};

/** Where Word and Excel keep the project of their macros; the streams of one, wherever they stand. */
const PROGRAM = /^(?:macros|vba|_vba_project(?:_cur)?|project(?:wm|lk)?|__srp_[0-9a-f]+|vbaproject[^/]*)$/i;
/** A file packed whole into a document, programs too. */
const KEMASAN = '\u0001ole10native';

/**
 * A Word, Excel or PowerPoint file of before 2007.
 * @param jalur of at most 25 MB: it is read whole
 * @returns its media type
 * @throws {BerkasDitolak} macros of VBA or Excel 4, a password, another file within, something else than a document, or damaged
 */
export async function periksaOle(jalur: string): Promise<string> {
  const bita = await readFile(jalur);
  if (berekorZip(bita)) throw new BerkasDitolak(GANDA);
  if (bita.includes(EICAR_AWAL, 0, 'latin1')) throw new BerkasDitolak(VIRUS);
  try {
    return jenisOle(bacaOle(bita));
  } catch (galat) {
    if (galat instanceof OleRusak || galat instanceof RangeError) throw new BerkasDitolak(RUSAK, { cause: galat });
    throw galat;
  }
}

function jenisOle(entri: readonly EntriOle[]): string {
  const ada = (pola: RegExp) => entri.some((e) => pola.test(e.nama));
  if (ada(/^(?:encryptedpackage|encryptioninfo|encryptedsummary)$/i)) throw new BerkasDitolak(TERKUNCI);
  const utama = entri.filter((e) => e.teratas && e.rupa === 'aliran' && Object.hasOwn(UTAMA, e.nama.toLowerCase()));
  const jenis = [...new Set(utama.map((e) => UTAMA[e.nama.toLowerCase()] ?? ''))];
  const [satu] = jenis;
  if (satu === undefined) throw new BerkasDitolak(BUKAN);
  if (jenis.length > 1) throw new BerkasDitolak(GANDA);
  if (ada(PROGRAM)) throw new BerkasDitolak(MAKRO);
  if (entri.some((e) => e.nama.toLowerCase() === KEMASAN)) throw new BerkasDitolak(BAWAAN);
  // Documents within a document are looked at as the document itself.
  for (const e of entri) {
    if (e.rupa === 'aliran') PERIKSA[UTAMA[e.nama.toLowerCase()] ?? '']?.(e.isi());
  }
  return satu;
}

const PERIKSA: Readonly<Record<string, (isi: Buffer) => void>> = {
  'application/msword': periksaWord,
  'application/vnd.ms-excel': periksaExcel,
  'application/vnd.ms-powerpoint': periksaPowerPoint,
};

/** MS-DOC 2.5.1: the head of the stream tells whether the rest is locked. */
function periksaWord(isi: Buffer): void {
  const tanda = isi.readUInt16LE(0);
  if (tanda !== 0xa5ec && tanda !== 0xa5dc) throw new OleRusak();
  if ((isi.readUInt16LE(10) & 0x0100) !== 0) throw new BerkasDitolak(TERKUNCI);
}

/** MS-XLS: the first part of the stream names every sheet, and what kind it is; from a lock on nothing can be read. */
function periksaExcel(isi: Buffer): void {
  if (isi.readUInt8(0) !== 0x09) throw new OleRusak();
  for (let letak = 0; letak + 4 <= isi.length;) {
    const [rupa, panjang] = [isi.readUInt16LE(letak), isi.readUInt16LE(letak + 2)];
    if (rupa === 0x0a) return;
    if (rupa === 0x2f) throw new BerkasDitolak(TERKUNCI);
    // BoundSheet8: 1 a sheet of macros, 6 a module; ObProj: a project of VBA.
    if (rupa === 0x85 && [1, 6].includes(isi.readUInt8(letak + 9))) throw new BerkasDitolak(MAKRO);
    if (rupa === 0xd3) throw new BerkasDitolak(MAKRO);
    letak += 4 + panjang;
  }
  throw new OleRusak();
}

/** MS-PPT 2.4.10: macros lie packed in the stream itself; VBAInfoContainer with its atom tells whether there are any. */
function periksaPowerPoint(isi: Buffer): void {
  const atom = Buffer.from([0x00, 0x04, 0x0c, 0, 0, 0]);
  for (let letak = isi.indexOf(atom); letak !== -1; letak = isi.indexOf(atom, letak + 1)) {
    const wadah = letak >= 10 && isi.readUInt16LE(letak - 8) === 0x03ff;
    if (wadah && (isi.readUInt32LE(letak + 6) !== 0 || isi.readUInt32LE(letak + 10) !== 0)) throw new BerkasDitolak(MAKRO);
  }
}

/** The end of an archive, exactly at the end of the file: another program would open this as one. */
function berekorZip(bita: Buffer): boolean {
  const awal = Math.max(0, bita.length - 22 - 65_535);
  const tanda = Buffer.from([0x50, 0x4b, 5, 6]);
  for (let letak = bita.indexOf(tanda, awal); letak !== -1; letak = bita.indexOf(tanda, letak + 1)) {
    if (letak + 22 <= bita.length && letak + 22 + bita.readUInt16LE(letak + 20) === bita.length) return true;
  }
  return false;
}
