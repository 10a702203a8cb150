/** A picture as its own bytes tell it; the name and the type that a browser states are not asked. */
export interface Gambar {
  readonly jenis: 'image/png' | 'image/jpeg';
  readonly lebar: number;
  readonly tinggi: number;
}

export const LOGO_BITA_TERBANYAK = 512 * 1024;
export const LOGO_SISI_TERPENDEK = 32;
export const LOGO_SISI_TERPANJANG = 2000;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Why the bytes are no logo, or the picture that they are. */
export function bacaLogo(bita: Uint8Array): Gambar | string {
  if (bita.length === 0) return 'Pilih berkas gambarnya';
  if (bita.length > LOGO_BITA_TERBANYAK) return `Perkecil gambarnya; paling besar ${LOGO_BITA_TERBANYAK / 1024} kB`;
  const gambar = bacaPng(bita) ?? bacaJpeg(bita);
  if (!gambar) return 'Simpan gambarnya sebagai PNG atau JPEG, lalu unggah lagi; berkas ini bukan keduanya atau rusak';
  const { lebar, tinggi } = gambar;
  if (Math.min(lebar, tinggi) < LOGO_SISI_TERPENDEK)
    return `Pakai gambar yang lebih besar; sisinya paling pendek ${LOGO_SISI_TERPENDEK} piksel, gambar ini ${lebar} × ${tinggi}`;
  if (Math.max(lebar, tinggi) > LOGO_SISI_TERPANJANG)
    return `Perkecil gambarnya; sisinya paling panjang ${LOGO_SISI_TERPANJANG} piksel, gambar ini ${lebar} × ${tinggi}`;
  return gambar;
}

/** Walks all chunks: header first, image data somewhere, the end exactly at the end of the file. */
function bacaPng(bita: Uint8Array): Gambar | null {
  if (!PNG.every((b, i) => bita[i] === b)) return null;
  const baca = new DataView(bita.buffer, bita.byteOffset, bita.byteLength);
  let [letak, lebar, tinggi, data] = [PNG.length, 0, 0, false];
  while (letak + 12 <= bita.length) {
    const panjang = baca.getUint32(letak);
    const nama = String.fromCharCode(...bita.subarray(letak + 4, letak + 8));
    const akhir = letak + 12 + panjang;
    if (akhir > bita.length) return null;
    if (nama === 'IHDR') {
      if (letak !== PNG.length || panjang !== 13) return null;
      lebar = baca.getUint32(letak + 8);
      tinggi = baca.getUint32(letak + 12);
    } else if (nama === 'IDAT') data = true;
    else if (nama === 'IEND')
      return data && lebar > 0 && tinggi > 0 && akhir === bita.length ? { jenis: 'image/png', lebar, tinggi } : null;
    letak = akhir;
  }
  return null;
}

/** Walks the segments up to the scan; the frame header has the size, the file ends with the end marker. */
function bacaJpeg(bita: Uint8Array): Gambar | null {
  const n = bita.length;
  if (n < 4 || bita[0] !== 0xff || bita[1] !== 0xd8 || bita[n - 2] !== 0xff || bita[n - 1] !== 0xd9) return null;
  const baca = new DataView(bita.buffer, bita.byteOffset, n);
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
    const bingkai = penanda >= 0xc0 && penanda <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(penanda);
    if (bingkai && panjang >= 8) ukuran = { tinggi: baca.getUint16(letak + 5), lebar: baca.getUint16(letak + 7) };
    if (penanda === 0xda) return ukuran && ukuran.lebar > 0 && ukuran.tinggi > 0 ? { jenis: 'image/jpeg', ...ukuran } : null;
    letak += 2 + panjang;
  }
  return null;
}
