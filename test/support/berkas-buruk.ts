import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Small files of every kind that evidence comes in, and those that are not taken. */

/** A picture as a telephone writes it: lying on its side, with time and place. Upright it is this large, red above on the left. */
export async function fotoUji(lebar = 320, tinggi = 200): Promise<Buffer> {
  const merah = { create: { width: lebar / 2, height: tinggi / 2, channels: 3 as const, background: '#d02020' } };
  const tegak = sharp({ create: { width: lebar, height: tinggi, channels: 3, background: '#2040d0' } });
  const png = await tegak.composite([{ input: merah, left: 0, top: 0 }]).png().toBuffer(); // prettier-ignore
  return sharp(png)
    .rotate(-90)
    .withExif({
      IFD0: { Make: 'KameraRahasia' },
      IFD2: { DateTimeOriginal: '2025:02:11 09:15:00' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '6/1 12/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '106/1 49/1 12/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

function bagianPng(nama: string, isi: Buffer): Buffer {
  const badan = Buffer.concat([Buffer.from(nama, 'latin1'), isi]);
  const ujung = Buffer.alloc(8);
  ujung.writeUInt32BE(isi.length);
  ujung.writeUInt32BE(crc32(badan), 4);
  return Buffer.concat([ujung.subarray(0, 4), badan, ujung.subarray(4)]);
}

/** A PNG that claims to be this large in a few bytes. */
export function pngLuas(lebar: number, tinggi: number): Buffer {
  const kepala = Buffer.alloc(13);
  kepala.writeUInt32BE(lebar);
  kepala.writeUInt32BE(tinggi, 4);
  kepala.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...[bagianPng('IHDR', kepala), bagianPng('IDAT', deflateSync(Buffer.alloc(1000))), bagianPng('IEND', Buffer.alloc(0))],
  ]);
}

export interface IsiZip {
  readonly nama: string;
  readonly isi: Buffer | string;
  readonly cara?: 0 | 8;
  /** what the directory says in place of the truth */
  readonly ukuranPalsu?: number;
}

export function zip(daftar: readonly IsiZip[], komentar = ''): Buffer {
  const badan: Buffer[] = [];
  const direktori: Buffer[] = [];
  let letak = 0;
  for (const { nama, isi, cara = 8, ukuranPalsu } of daftar) {
    const asli = Buffer.from(isi);
    const mampat = cara === 0 ? asli : deflateRawSync(asli);
    const bita = Buffer.from(nama);
    const umum = Buffer.alloc(26);
    umum.writeUInt16LE(20, 0);
    umum.writeUInt16LE(cara, 4);
    umum.writeUInt32LE(crc32(asli), 10);
    umum.writeUInt32LE(mampat.length, 14);
    umum.writeUInt32LE(ukuranPalsu ?? asli.length, 18);
    umum.writeUInt16LE(bita.length, 22);
    const satu = Buffer.concat([Buffer.from('PK\x03\x04'), umum, bita, mampat]);
    const tempat = Buffer.alloc(14);
    tempat.writeUInt32LE(letak, 10);
    direktori.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), umum, tempat, bita]));
    badan.push(satu);
    letak += satu.length;
  }
  const akhir = Buffer.alloc(18);
  const panjang = direktori.reduce((n, b) => n + b.length, 0);
  akhir.writeUInt16LE(daftar.length, 4);
  akhir.writeUInt16LE(daftar.length, 6);
  akhir.writeUInt32LE(panjang, 8);
  akhir.writeUInt32LE(letak, 12);
  akhir.writeUInt16LE(komentar.length, 16);
  return Buffer.concat([...badan, ...direktori, Buffer.from('PK\x05\x06'), akhir, Buffer.from(komentar)]);
}

const UTAMA = {
  docx: ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'],
  xlsx: ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
  pptx: ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'],
  docm: ['word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml'],
} as const;

export function dokumenOffice(jenis: keyof typeof UTAMA, tambahan: readonly IsiZip[] = []): Buffer {
  const [bagian, tipe] = UTAMA[jenis];
  const daftar = `<Types><Override PartName="/${bagian}" ContentType="${tipe}"/></Types>`;
  return zip([{ nama: '[Content_Types].xml', isi: daftar }, { nama: bagian, isi: '<isi>Notula rapat</isi>' }, ...tambahan]);
}

export function dokumenOdf(tambahan: readonly IsiZip[] = []): Buffer {
  const mimetype = { nama: 'mimetype', isi: 'application/vnd.oasis.opendocument.text', cara: 0 } as const;
  return zip([mimetype, { nama: 'content.xml', isi: '<isi/>' }, ...tambahan]);
}

/** @param objek further objects, as they stand in the file */
export function pdf(objek: readonly (string | Buffer)[] = [], trailer = ''): Buffer {
  const awal = [
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
    '2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n',
  ];
  const isi = ['%PDF-1.7\n', ...awal, ...objek, `trailer\n<< /Root 1 0 R ${trailer}>>\nstartxref\n0\n%%EOF\n`];
  return Buffer.concat(isi.map((b) => (typeof b === 'string' ? Buffer.from(b, 'latin1') : b)));
}

/** A stream in which objects lie packed. */
export function aliranObjek(isi: string, kamus = '/Type /ObjStm /Filter /FlateDecode'): Buffer {
  const mampat = deflateSync(Buffer.from(isi, 'latin1'));
  return Buffer.concat([
    Buffer.from(`9 0 obj\n<< ${kamus} /Length ${mampat.length} >>\nstream\n`),
    mampat,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
}

/** In two parts, so that no scanner takes this file for what it describes. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
