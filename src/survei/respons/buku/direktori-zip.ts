/** The directory of a zip archive (APPNOTE 6.3.9, 4.3.12 to 4.3.16), also in the zip64 form that exporting programs write in one stream. */

export interface BagianZip {
  readonly nama: string;
  /** of its local header */
  readonly letak: number;
  readonly ukuranMampat: number;
  readonly ukuran: number;
  /** 0 stored, 8 deflated */
  readonly cara: number;
}

export interface LetakDirektori {
  readonly jumlah: number;
  readonly panjang: number;
  readonly letak: number;
}

const AKHIR = Buffer.from([0x50, 0x4b, 5, 6]);
const PENUNJUK_64 = 0x07064b50;
const AKHIR_64 = 0x06064b50;
const PANJANG_PENUNJUK_64 = 20;
/** The end of the archive, its comment, and the zip64 locator before it. */
export const EKOR_MAKS = PANJANG_PENUNJUK_64 + 22 + 65_535;
/** In place of a number that stands in 64 bits elsewhere. */
const PENUH_32 = 0xffffffff;
const PENUH_16 = 0xffff;

/**
 * Where the directory stands; null when the archive has no end.
 * @param ekor last bytes of the file, which begin at `awalEkor`
 */
export async function letakDirektori(
  ekor: Buffer,
  awalEkor: number,
  baca: (letak: number, panjang: number) => Promise<Buffer>,
): Promise<LetakDirektori | null> {
  const akhir = ekor.lastIndexOf(AKHIR);
  if (akhir < 0 || ekor.length < akhir + 22) return null;
  const biasa = {
    jumlah: ekor.readUInt16LE(akhir + 10),
    panjang: ekor.readUInt32LE(akhir + 12),
    letak: ekor.readUInt32LE(akhir + 16),
  };
  if (biasa.jumlah !== PENUH_16 && biasa.panjang !== PENUH_32 && biasa.letak !== PENUH_32) return biasa;
  const penunjuk = akhir - PANJANG_PENUNJUK_64;
  if (penunjuk < 0 || ekor.readUInt32LE(penunjuk) !== PENUNJUK_64) return biasa;
  const letak = angka64(ekor, penunjuk + 8);
  if (letak >= awalEkor + ekor.length) return null;
  const catatan = await baca(letak, 56);
  if (catatan.length < 56 || catatan.readUInt32LE(0) !== AKHIR_64) return null;
  return { jumlah: angka64(catatan, 32), panjang: angka64(catatan, 40), letak: angka64(catatan, 48) };
}

/** The entries of a directory one after the other; null where one is damaged, and nothing after it. */
export function* uraiDirektori(
  direktori: Buffer,
  jumlah: number,
): Generator<(BagianZip & { readonly terkunci: boolean }) | null> {
  for (let i = 0, p = 0; i < jumlah; i++) {
    if (p + 46 > direktori.length || direktori.readUInt32LE(p) !== 0x02014b50) {
      yield null;
      return;
    }
    const namaPanjang = direktori.readUInt16LE(p + 28);
    const lainPanjang = direktori.readUInt16LE(p + 30);
    const lain = direktori.subarray(p + 46 + namaPanjang, p + 46 + namaPanjang + lainPanjang);
    const nama = direktori
      .toString('utf8', p + 46, p + 46 + namaPanjang)
      .replaceAll('\\', '/')
      .replace(/^\//, '');
    // In this order, each only where its own field is full.
    const penuh = perluasan64(lain);
    const ambil = (nilai: number): number => (nilai === PENUH_32 ? (penuh.shift() ?? nilai) : nilai);
    const ukuran = ambil(direktori.readUInt32LE(p + 24));
    const ukuranMampat = ambil(direktori.readUInt32LE(p + 20));
    const letak = ambil(direktori.readUInt32LE(p + 42));
    const terkunci = (direktori.readUInt16LE(p + 8) & 1) !== 0;
    yield { nama, ukuran, ukuranMampat, letak, cara: direktori.readUInt16LE(p + 10), terkunci };
    p += 46 + namaPanjang + lainPanjang + direktori.readUInt16LE(p + 32);
  }
}

/** The numbers of the zip64 extra field. */
function perluasan64(lain: Buffer): number[] {
  for (let p = 0; p + 4 <= lain.length;) {
    const panjang = lain.readUInt16LE(p + 2);
    if (lain.readUInt16LE(p) === 1) {
      const isi = lain.subarray(p + 4, p + 4 + panjang);
      return Array.from({ length: Math.floor(isi.length / 8) }, (_, i) => angka64(isi, i * 8));
    }
    p += 4 + panjang;
  }
  return [];
}

/** Beyond 2^53 nothing is exact, and everything is too large. */
function angka64(isi: Buffer, letak: number): number {
  return Number(isi.readBigUInt64LE(letak));
}
