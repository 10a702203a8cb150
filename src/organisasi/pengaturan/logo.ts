import { crc32, inflateSync } from 'node:zlib';

/** A picture as its own bytes tell it; the name and the type that a browser states are not asked. */
export interface Gambar {
  readonly jenis: 'image/png' | 'image/jpeg';
  readonly lebar: number;
  readonly tinggi: number;
  /** the picture alone, without what programs write beside it: this is what is kept */
  readonly bita: Uint8Array;
}

export const LOGO_BITA_TERBANYAK = 512 * 1024;
export const LOGO_SISI_TERPENDEK = 32;
export const LOGO_SISI_TERPANJANG = 2000;

const RUSAK = 'Simpan gambarnya sebagai PNG atau JPEG, lalu unggah lagi; berkas ini bukan keduanya atau rusak';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Why the bytes are no logo, or the picture that they are. */
export function bacaLogo(bita: Uint8Array): Gambar | string {
  if (bita.length === 0) return 'Pilih berkas gambarnya';
  if (bita.length > LOGO_BITA_TERBANYAK) return `Perkecil gambarnya; paling besar ${LOGO_BITA_TERBANYAK / 1024} kB`;
  return bacaPng(bita) ?? bacaJpeg(bita) ?? RUSAK;
}

/** Channels of a pixel by colour type, with the bit depths that the standard allows for it; 16 bits a channel no letterhead needs. */
const WARNA_PNG: Readonly<Record<number, { readonly saluran: number; readonly bit: readonly number[] }>> = {
  0: { saluran: 1, bit: [1, 2, 4, 8] },
  2: { saluran: 3, bit: [8] },
  3: { saluran: 1, bit: [1, 2, 4, 8] },
  4: { saluran: 2, bit: [8] },
  6: { saluran: 4, bit: [8] },
};
/** The parts of which the picture is made; the others (texts, profiles, times) are left behind. */
const BAGIAN_PNG = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
/** Starting point and step of the seven passes of an interlaced picture. */
const LAPIS_PNG = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

interface KepalaPng {
  readonly lebar: number;
  readonly tinggi: number;
  /** of the unpacked picture, with the filter byte of each row */
  readonly panjang: number;
}

/** Walks all chunks: header first, image data somewhere, the end exactly at the end of the file. */
function bacaPng(bita: Uint8Array): Gambar | string | null {
  if (!PNG.every((b, i) => bita[i] === b)) return null;
  const baca = new DataView(bita.buffer, bita.byteOffset, bita.byteLength);
  const utuh: Uint8Array[] = [bita.subarray(0, PNG.length)];
  const data: Uint8Array[] = [];
  let kepala: KepalaPng | null = null;
  for (let letak = PNG.length; letak + 12 <= bita.length;) {
    const akhir = letak + 12 + baca.getUint32(letak);
    if (akhir > bita.length) return null;
    const nama = String.fromCharCode(...bita.subarray(letak + 4, letak + 8));
    const isi = bita.subarray(letak + 8, akhir - 4);
    if (crc32(bita.subarray(letak + 4, akhir - 4)) !== baca.getUint32(akhir - 4)) return null;
    if ((nama === 'IHDR') !== (letak === PNG.length)) return null;
    if (nama === 'IHDR') {
      const hasil = bacaKepalaPng(isi);
      if (hasil === null || typeof hasil === 'string') return hasil;
      kepala = hasil;
    }
    if (nama === 'IDAT') data.push(isi);
    if (BAGIAN_PNG.has(nama)) utuh.push(bita.subarray(letak, akhir));
    if (nama === 'IEND') {
      if (akhir !== bita.length || kepala === null) return null;
      const masalah = masalahSisi(kepala) ?? (terurai(data, kepala.panjang) ? null : RUSAK);
      return masalah ?? { jenis: 'image/png', lebar: kepala.lebar, tinggi: kepala.tinggi, bita: gabung(utuh) };
    }
    letak = akhir;
  }
  return null;
}

function bacaKepalaPng(isi: Uint8Array): KepalaPng | string | null {
  if (isi.length !== 13) return null;
  const baca = new DataView(isi.buffer, isi.byteOffset, isi.byteLength);
  const [lebar, tinggi, bit, warna] = [baca.getUint32(0), baca.getUint32(4), baca.getUint8(8), baca.getUint8(9)];
  const [padat, saring, lapis] = [baca.getUint8(10), baca.getUint8(11), baca.getUint8(12)];
  if (bit === 16) return 'Simpan gambarnya dengan 8 bit per warna; gambar ini memakai 16 bit';
  const macam = WARNA_PNG[warna];
  if (!macam?.bit.includes(bit) || padat !== 0 || saring !== 0 || lapis > 1 || lebar === 0 || tinggi === 0) return null;
  const baris = (n: number) => (n === 0 ? 0 : 1 + Math.ceil((n * macam.saluran * bit) / 8));
  const ukur = (dari: number, langkah: number, sisi: number) => Math.max(0, Math.ceil((sisi - dari) / langkah));
  const panjang =
    lapis === 0
      ? tinggi * baris(lebar)
      : LAPIS_PNG.reduce((n, [x, y, dx, dy]) => n + ukur(y, dy, tinggi) * baris(ukur(x, dx, lebar)), 0);
  return { lebar, tinggi, panjang };
}

/** Whether the image data unpack to exactly the picture that the header promises; never unpacks more than that. */
function terurai(data: readonly Uint8Array[], panjang: number): boolean {
  try {
    return inflateSync(gabung(data), { maxOutputLength: panjang + 1 }).length === panjang;
  } catch {
    return false;
  }
}

/**
 * Walks the segments up to the scan; the one frame header has the size, the file ends with the end marker. Comments and what cameras and
 * programs write beside the picture are left behind.
 */
function bacaJpeg(bita: Uint8Array): Gambar | string | null {
  const n = bita.length;
  if (n < 4 || bita[0] !== 0xff || bita[1] !== 0xd8 || bita[n - 2] !== 0xff || bita[n - 1] !== 0xd9) return null;
  const baca = new DataView(bita.buffer, bita.byteOffset, n);
  const utuh: Uint8Array[] = [bita.subarray(0, 2)];
  let ukuran: { lebar: number; tinggi: number } | null = null;
  for (let letak = 2; letak + 4 <= n;) {
    const penanda = baca.getUint8(letak + 1);
    if (baca.getUint8(letak) !== 0xff) return null;
    if (penanda === 0xff) {
      letak += 1;
      continue;
    }
    const panjang = baca.getUint16(letak + 2);
    if (panjang < 2 || letak + 2 + panjang > n) return null;
    if (penanda === 0xda) {
      if (!ukuran) return null;
      utuh.push(bita.subarray(letak));
      return masalahSisi(ukuran) ?? { jenis: 'image/jpeg', ...ukuran, bita: gabung(utuh) };
    }
    const bingkai = penanda >= 0xc0 && penanda <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(penanda);
    if (bingkai) {
      if (ukuran || panjang < 8) return null;
      if (baca.getUint8(letak + 4) !== 8) return 'Simpan gambarnya dengan 8 bit per warna';
      ukuran = { tinggi: baca.getUint16(letak + 5), lebar: baca.getUint16(letak + 7) };
      if (ukuran.lebar === 0 || ukuran.tinggi === 0) return null;
    }
    // Of the application segments only JFIF and Adobe say how to read the colours.
    const sampingan = penanda === 0xfe || (penanda >= 0xe0 && penanda <= 0xef && penanda !== 0xe0 && penanda !== 0xee);
    if (!sampingan) utuh.push(bita.subarray(letak, letak + 2 + panjang));
    letak += 2 + panjang;
  }
  return null;
}

function masalahSisi({ lebar, tinggi }: { readonly lebar: number; readonly tinggi: number }): string | null {
  if (Math.min(lebar, tinggi) < LOGO_SISI_TERPENDEK)
    return `Pakai gambar yang lebih besar; sisinya paling pendek ${LOGO_SISI_TERPENDEK} piksel, gambar ini ${lebar} × ${tinggi}`;
  if (Math.max(lebar, tinggi) > LOGO_SISI_TERPANJANG)
    return `Perkecil gambarnya; sisinya paling panjang ${LOGO_SISI_TERPANJANG} piksel, gambar ini ${lebar} × ${tinggi}`;
  return null;
}

function gabung(bagian: readonly Uint8Array[]): Uint8Array {
  const hasil = new Uint8Array(bagian.reduce((n, b) => n + b.length, 0));
  let letak = 0;
  for (const b of bagian) {
    hasil.set(b, letak);
    letak += b.length;
  }
  return hasil;
}
