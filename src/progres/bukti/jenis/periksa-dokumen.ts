import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { GalatPengguna } from '../../../shared/galat';
import { Zip } from '../../../survei/respons/buku/zip';
import { BerkasDitolak } from '../objek/galat-berkas';
import { EICAR_AWAL, GANDA, ODF, VIRUS } from './jenis.rules';

/** Unpacked bytes of all parts of a document together. */
const ISI_TERBESAR = 300 * 1024 * 1024;
const DAFTAR_JENIS = 1024 * 1024;

const OOXML = 'application/vnd.openxmlformats-officedocument.';
const UTAMA: readonly (readonly [pola: RegExp, jenis: string])[] = [
  [/wordprocessingml\.document\.main\+xml/, `${OOXML}wordprocessingml.document`],
  [/spreadsheetml\.sheet\.main\+xml/, `${OOXML}spreadsheetml.sheet`],
  [/presentationml\.(?:presentation|slideshow)\.main\+xml/, `${OOXML}presentationml.presentation`],
];

const MAKRO =
  'Dokumen ini memuat makro (program), jadi tidak diterima. Simpan sebagai dokumen biasa (.docx, .xlsx, .pptx) atau PDF, lalu unggah hasilnya.';
const ARSIP = 'Berkas ini arsip ZIP, bukan dokumen. Keluarkan isinya, lalu unggah foto atau dokumennya satu per satu.';
const RUSAK = 'Dokumen ini rusak atau terpotong. Buka, simpan ulang sebagai .docx, .xlsx, .pptx, atau PDF, lalu unggah hasilnya.';
const BENGKAK =
  'Dokumen ini membengkak jauh melebihi ukuran berkasnya bila dibuka, jadi tidak diterima. Salin isinya ke dokumen baru, lalu unggah hasilnya.';

/** Parts that run, whatever the list of types says of them. */
const PROGRAM = /(?:^|\/)(?:vbaproject[^/]*\.bin|vbadata\.xml|macrosheets\/|activex\/|basic\/|scripts\/)/i;

/**
 * An Office or OpenDocument file: every part is unpacked once, never beyond the size that the directory states.
 * @returns its media type
 * @throws {BerkasDitolak} macros, a bomb, an archive of something else, or damaged
 */
export async function periksaDokumen(jalur: string, ukuran: number): Promise<string> {
  await periksaUjung(jalur, ukuran);
  const zip = await bukaZip(jalur, ukuran);
  try {
    const bagian = [...zip.bagian.values()];
    if (bagian.reduce((n, b) => n + b.ukuran, 0) > ISI_TERBESAR) throw new BerkasDitolak(BENGKAK);
    if (bagian.every((b) => b.letak > 0)) throw new BerkasDitolak(GANDA);
    const jenis = await jenisDokumen(zip);
    if (bagian.some((b) => PROGRAM.test(b.nama))) throw new BerkasDitolak(MAKRO);
    if (bagian.some((b) => b.nama.split('/').includes('..'))) throw new BerkasDitolak(RUSAK);
    for (const satu of bagian) await periksaBagian(zip, satu);
    return jenis;
  } catch (galat) {
    throw galatZip(galat);
  } finally {
    await zip.tutup();
  }
}

async function bukaZip(jalur: string, ukuran: number): Promise<Zip> {
  try {
    return await Zip.buka({ nama: 'dokumen', ukuran, jalur, buka: () => createReadStream(jalur) });
  } catch (galat) {
    throw galatZip(galat);
  }
}

async function jenisDokumen(zip: Zip): Promise<string> {
  const odf = (await zip.teks('mimetype', 200))?.trim();
  if (odf !== undefined && Object.hasOwn(ODF, odf) && zip.bagian.has('content.xml')) return odf;
  const daftar = await zip.teks('[Content_Types].xml', DAFTAR_JENIS);
  if (daftar === null) throw new BerkasDitolak(ARSIP);
  if (/macroEnabled|vbaProject|ms-excel\.(?:macro|intlmacro)sheet/i.test(daftar)) throw new BerkasDitolak(MAKRO);
  const jenis = UTAMA.find(([pola]) => pola.test(daftar))?.[1];
  if (jenis === undefined) throw new BerkasDitolak(ARSIP);
  return jenis;
}

async function periksaBagian(zip: Zip, bagian: Parameters<Zip['alir']>[0]): Promise<void> {
  let panjang = 0;
  for await (const potong of zip.alir(bagian)) {
    if (panjang === 0 && potong.subarray(0, 128).includes(EICAR_AWAL)) throw new BerkasDitolak(VIRUS);
    panjang += potong.length;
  }
  if (panjang !== bagian.ukuran) throw new BerkasDitolak(RUSAK);
}

/** Nothing stands behind the end of the archive: what does is not for the program that opens the document. */
async function periksaUjung(jalur: string, ukuran: number): Promise<void> {
  const berkas = await open(jalur, 'r');
  try {
    const ujung = Buffer.alloc(22);
    const { bytesRead } = await berkas.read(ujung, 0, 22, Math.max(0, ukuran - 22));
    if (bytesRead === 22 && ujung.readUInt32LE(0) === 0x06054b50 && ujung.readUInt16LE(20) === 0) return;
    const ekor = Buffer.alloc(Math.min(ukuran, 22 + 65_535));
    await berkas.read(ekor, 0, ekor.length, ukuran - ekor.length);
    throw new BerkasDitolak(ekor.includes(Buffer.from([0x50, 0x4b, 5, 6])) ? GANDA : RUSAK);
  } finally {
    await berkas.close();
  }
}

/** The archive reader speaks of tables of answers; here it is a document. */
function galatZip(galat: unknown): unknown {
  if (galat instanceof BerkasDitolak || !(galat instanceof GalatPengguna)) return galat;
  if (/membengkak/.test(galat.message)) return new BerkasDitolak(BENGKAK, { cause: galat });
  if (/kata sandi/.test(galat.message))
    return new BerkasDitolak('Dokumen ini terkunci kata sandi. Simpan ulang tanpa kata sandi, lalu unggah hasilnya.', {
      cause: galat,
    });
  return new BerkasDitolak(RUSAK, { cause: galat });
}
