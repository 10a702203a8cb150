import { readFile } from 'node:fs/promises';
import exifr from 'exifr';

/** What the camera wrote beside the picture. */
export interface JejakFoto {
  /** in the camera's own zone: 2024-05-08T10:20:30 */
  readonly waktuFoto: string | null;
  /** degrees */
  readonly lintang: number | null;
  readonly bujur: number | null;
}

const KOSONG: JejakFoto = { waktuFoto: null, lintang: null, bujur: null };

/** Where the block of Exif begins in a HEIC file, in either order of bytes. */
const AWAL_TIFF = [Buffer.from('49492a0008000000', 'hex'), Buffer.from('4d4d002a00000008', 'hex')] as const;

/** Time and place of a picture as data; what cannot be read is absent, never an error. */
export async function bacaJejak(jalur: string, heic: boolean): Promise<JejakFoto> {
  try {
    const isi: unknown = await exifr.parse(heic ? await blokExif(jalur) : jalur, {
      ...{ reviveValues: false, gps: true, xmp: false, icc: false, iptc: false },
    });
    if (typeof isi !== 'object' || isi === null) return KOSONG;
    const nilai = isi as Readonly<Record<string, unknown>>;
    const [lintang, bujur] = [derajat(nilai['latitude'], 90), derajat(nilai['longitude'], 180)];
    const tempat = lintang === null || bujur === null || (lintang === 0 && bujur === 0) ? {} : { lintang, bujur };
    return { ...KOSONG, waktuFoto: waktu(nilai['DateTimeOriginal']) ?? waktu(nilai['CreateDate']), ...tempat };
  } catch {
    return KOSONG;
  }
}

/** The library takes the table of contents of some HEIC writers for something else; the block itself it reads well. */
async function blokExif(jalur: string): Promise<Buffer> {
  const berkas = await readFile(jalur);
  const letak = AWAL_TIFF.map((awal) => berkas.indexOf(awal)).filter((i) => i >= 0);
  return berkas.subarray(letak.length === 0 ? berkas.length : Math.min(...letak));
}

function derajat(nilai: unknown, batas: number): number | null {
  return typeof nilai === 'number' && Number.isFinite(nilai) && Math.abs(nilai) <= batas ? nilai : null;
}

function waktu(nilai: unknown): string | null {
  const m = typeof nilai === 'string' ? /^(\d{4}):(\d{2}):(\d{2}) (\d{2}):(\d{2}):(\d{2})/.exec(nilai) : null;
  if (!m) return null;
  const teks = `${m[1]}-${m[2]}-${m[3]}T${m[4]}:${m[5]}:${m[6]}`;
  return Number.isNaN(Date.parse(`${teks}Z`)) || teks < '1990' ? null : teks;
}
