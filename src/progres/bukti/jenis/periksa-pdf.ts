import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { createInflate } from 'node:zlib';
import { BerkasDitolak } from '../objek/galat-berkas';
import { GANDA } from './jenis.rules';

/** Read piece by piece, so that other requests go on in between; the overlap holds any name with its neighbours. */
const POTONG = 512 * 1024;
const TINDIH = 32 * 1024;
/** Unpacked object streams of one file together. */
const KEMBANG_TERBESAR = 64 * 1024 * 1024;
const EKOR_ZIP = 22 + 65_535;

const CETAK_ULANG = 'Buka dokumennya, cetak ke PDF (Simpan sebagai PDF) di komputer, lalu unggah hasilnya.';

/** Between two names of a dictionary: white space and comments. */
const SELA = '(?:[\\s\\0]|%[^\\r\\n]*[\\r\\n])*';
const BERBAHAYA: readonly (readonly [pola: RegExp, sebab: string])[] = [
  [
    new RegExp(`/JavaScript(?![\\w-])|/XFA${SELA}(?:\\[|\\d+${SELA}\\d+${SELA}R)`),
    `PDF ini memuat program (JavaScript), jadi tidak diterima. ${CETAK_ULANG}`,
  ],
  [
    new RegExp(`/S${SELA}/(?:Launch|ImportData|SubmitForm|Rendition|GoToE)(?![\\w-])`),
    `PDF ini menjalankan program atau mengirim isian bila dibuka, jadi tidak diterima. ${CETAK_ULANG}`,
  ],
  [/\/(?:EmbeddedFiles?|RichMedia)(?![\w-])/, `PDF ini membawa berkas lain di dalamnya, jadi tidak diterima. ${CETAK_ULANG}`],
  [
    /X5O!P%@AP\[4\\PZX54\(P\^\)7CC\)7\}\$EICAR/,
    'Berkas ini memuat penanda virus, jadi tidak diterima. Periksa komputer Anda dengan antivirus.',
  ],
];

/** Ways to pack that no program uses for objects. */
const SANDI_LAIN = /\/(?:ASCIIHexDecode|ASCII85Decode|LZWDecode|RunLengthDecode|Crypt)(?![\w-])/;

/**
 * A PDF without programs, actions that start something, and other files within. It is looked at as bytes, wherever they stand, because
 * readers of PDF repair what is broken and find what no table of contents names; compressed object streams are unpacked.
 * @throws {BerkasDitolak}
 */
export async function periksaPdf(jalur: string): Promise<void> {
  const berkas = await open(jalur, 'r');
  try {
    const { size } = await berkas.stat();
    await periksaEkor(berkas, size);
    const sisa = { kembang: KEMBANG_TERBESAR };
    for (let letak = 0; letak < size; letak += POTONG) {
      const potong = Buffer.alloc(Math.min(POTONG + TINDIH, size - letak));
      await berkas.read(potong, 0, potong.length, letak);
      const teks = potong.toString('latin1');
      periksaTeks(teks);
      await periksaAliran(jalur, teks, letak, sisa);
      await setImmediate();
    }
  } finally {
    await berkas.close();
  }
}

async function periksaEkor(berkas: FileHandle, ukuran: number): Promise<void> {
  const ekor = Buffer.alloc(Math.min(ukuran, EKOR_ZIP));
  await berkas.read(ekor, 0, ekor.length, ukuran - ekor.length);
  if (!ekor.subarray(-4096).includes('%%EOF'))
    throw new BerkasDitolak(
      'PDF ini terpotong: bagian akhirnya tidak ada. Unduh atau simpan ulang dokumennya, lalu unggah lagi.',
    );
  periksaTeks(ekor.toString('latin1'));
  const zip = ekor.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (zip >= 0 && zip + 22 <= ekor.length && zip + 22 + ekor.readUInt16LE(zip + 20) <= ekor.length)
    throw new BerkasDitolak(GANDA);
}

/** Any character of a name may be written as its number: /J#61vaScript. */
function tanpaAngka(teks: string): string {
  return teks.replace(/#([0-9a-f]{2})/gi, (_, kode: string) => String.fromCharCode(parseInt(kode, 16)));
}

function periksaTeks(mentah: string): void {
  const teks = tanpaAngka(mentah);
  const buruk = BERBAHAYA.find(([pola]) => pola.test(teks));
  if (buruk) throw new BerkasDitolak(buruk[1]);
  if (/\/Encrypt(?![\w-])/.test(teks) && new RegExp(`/Encrypt${SELA}(?:\\d+${SELA}\\d+${SELA}R|<<)`).test(teks))
    throw new BerkasDitolak(`PDF ini terkunci, jadi isinya tidak dapat diperiksa. ${CETAK_ULANG}`);
}

/** Object streams whose keyword stands in this piece (not in its overlap, which the next piece begins with). */
async function periksaAliran(jalur: string, teks: string, awal: number, sisa: { kembang: number }): Promise<void> {
  const pola = /(?<!end)stream(\r\n|\n|\r)/g;
  for (let m = pola.exec(teks); m; m = pola.exec(teks)) {
    if (awal > 0 && m.index < TINDIH / 2) continue;
    if (m.index >= POTONG + TINDIH / 2) return;
    const kamus = tanpaAngka(teks.slice(Math.max(0, m.index - TINDIH / 2), m.index));
    const mulai = kamus.search(/obj(?![\s\S]*obj)/);
    // Without its beginning in sight we cannot know what it is, so it is looked into like one.
    if (mulai >= 0 && !/\/ObjStm(?![\w-])/.test(kamus.slice(mulai))) continue;
    const pasti = mulai >= 0;
    if (pasti && SANDI_LAIN.test(kamus.slice(mulai))) throw takTerbaca();
    if (pasti && !kamus.includes('/FlateDecode', mulai)) continue;
    await periksaObjek(jalur, awal + m.index + m[0].length, sisa, pasti);
  }
}

/** Unpacks one stream, as far as it goes, and looks at what is in it. */
async function periksaObjek(jalur: string, letak: number, sisa: { kembang: number }, pasti: boolean): Promise<void> {
  const sumber = createReadStream(jalur, { start: letak, highWaterMark: 64 * 1024 });
  const kembang = createInflate();
  // Its errors arrive through the iteration below.
  pipeline(sumber, kembang, () => undefined);
  let ekor = '';
  try {
    for await (const potong of kembang as AsyncIterable<Buffer>) {
      sisa.kembang -= potong.length;
      if (sisa.kembang < 0)
        throw new BerkasDitolak(
          `PDF ini membengkak jauh melebihi ukuran berkasnya bila dibuka, jadi tidak diterima. ${CETAK_ULANG}`,
        );
      const teks = ekor + potong.toString('latin1');
      periksaTeks(teks);
      ekor = teks.slice(-TINDIH / 2);
    }
  } catch (galat) {
    if (galat instanceof BerkasDitolak) throw galat;
    if (pasti) throw takTerbaca();
  } finally {
    sumber.destroy();
    kembang.destroy();
  }
}

function takTerbaca(): BerkasDitolak {
  return new BerkasDitolak(`Isi PDF ini tidak dapat diperiksa seluruhnya, jadi tidak diterima. ${CETAK_ULANG}`);
}
