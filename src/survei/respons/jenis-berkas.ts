import { GalatPengguna } from '../../shared/galat';
import type { BerkasRespons } from './berkas-respons';

const SIMPAN = 'Unggah tabel jawaban sebagai .xlsx atau .csv.';

/** First bytes of files that people upload by mistake. */
const BUKAN_TABEL: readonly (readonly [awal: readonly number[], nama: string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'gambar PNG'],
  [[0xff, 0xd8, 0xff], 'gambar JPEG'],
  [[0x47, 0x49, 0x46, 0x38], 'gambar GIF'],
  [[0x25, 0x50, 0x44, 0x46], 'dokumen PDF'],
  [[0x52, 0x61, 0x72, 0x21], 'arsip RAR'],
  [[0x1f, 0x8b], 'arsip gzip'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'arsip 7z'],
  [[0x7b, 0x5c, 0x72, 0x74], 'dokumen RTF'],
];

/**
 * What a file is by its bytes, whatever its name says.
 * @throws {GalatPengguna} when it is no table: what it is instead, and what to do
 */
export function kenaliJenis(berkas: BerkasRespons, awal: Buffer): 'csv' | 'xlsx' {
  if (awal.length === 0) throw new GalatPengguna(`Berkas ${berkas.nama} kosong. ${SIMPAN}`);
  if (awal.length > 4 && awal.readUInt32BE(0) === 0x504b0304) return 'xlsx';
  const lain = BUKAN_TABEL.find(([bita]) => bita.every((b, i) => awal[i] === b));
  if (lain) throw new GalatPengguna(`Berkas ${berkas.nama} adalah ${lain[1]}, apa pun nama akhirannya. ${SIMPAN}`);
  if (awal.length >= 8 && awal.readUInt32BE(0) === 0xd0cf11e0) throw new GalatPengguna(kalimatOle(berkas.nama, awal));
  const teks = awal.toString('latin1', 0, 2_000).replace(/^ï»¿/, '').trimStart().toLowerCase();
  if (/^(<!doctype html|<html|<head|<table|<meta|<body)/.test(teks)) {
    throw new GalatPengguna(
      `Berkas ${berkas.nama} adalah halaman web (HTML), apa pun nama akhirannya. Buka di Excel, simpan ulang sebagai .xlsx, lalu unggah lagi.`,
    );
  }
  if (/^<\?xml/.test(teks))
    throw new GalatPengguna(`Berkas ${berkas.nama} adalah XML. Simpan ulang sebagai .xlsx atau .csv, lalu unggah lagi.`);
  if (/^[[{]\s*["[{\]}]/.test(teks)) throw new GalatPengguna(`Berkas ${berkas.nama} adalah JSON. ${SIMPAN}`);
  return 'csv';
}

/** Both a locked workbook and the old .xls come in the same container. */
function kalimatOle(nama: string, awal: Buffer): string {
  const terkunci = ['EncryptedPackage', 'EncryptionInfo'].some((n) => awal.includes(Buffer.from(n, 'utf16le')));
  if (terkunci || /\.xls[xm]$/i.test(nama)) {
    return `Buku kerja ${nama} terkunci dengan kata sandi. Hapus kata sandinya di Excel (File › Info › Protect Workbook), simpan, lalu unggah lagi.`;
  }
  return `Berkas ${nama} berformat Excel lama (.xls), yang tidak dibaca. Buka di Excel atau LibreOffice, simpan sebagai .xlsx, lalu unggah lagi.`;
}

/** The first bytes of a file, and whether that is all of it. */
export async function bacaAwal(berkas: BerkasRespons, maks: number): Promise<{ awal: Buffer; seluruhnya: boolean }> {
  const potongan: Buffer[] = [];
  let panjang = 0;
  for await (const p of berkas.buka() as AsyncIterable<Buffer>) {
    potongan.push(p);
    panjang += p.length;
    if (panjang > maks) break;
  }
  return { awal: Buffer.concat(potongan).subarray(0, maks), seluruhnya: panjang <= maks };
}
