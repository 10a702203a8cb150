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

/** An entry of an old container: a storage without content, or a stream. They all stand in the root. */
export type IsiOle = readonly [nama: string, isi: Buffer | null];

/** A container of Office before 2007, sectors of 512 bytes; streams below 4096 bytes lie in pieces of 64. */
export function ole(daftar: readonly IsiOle[]): Buffer {
  const penuh = (b: Buffer, ke: number) => Buffer.concat([b, Buffer.alloc((ke - (b.length % ke)) % ke)]);
  const tabel: number[] = [0xfffffffd];
  const sektor: Buffer[] = [];
  const taruh = (isi: Buffer): number => {
    if (isi.length === 0) return 0xfffffffe;
    const awal = tabel.length;
    const n = Math.ceil(isi.length / 512);
    for (let i = 1; i <= n; i += 1) tabel.push(i === n ? 0xfffffffe : awal + i);
    sektor.push(penuh(isi, 512));
    return awal;
  };
  const mini: Buffer[] = [];
  const miniTabel: number[] = [];
  const letak = daftar.map(([, isi]) => {
    if (isi === null) return 0;
    if (isi.length >= 4096) return taruh(isi);
    const [awal, n] = [miniTabel.length, Math.ceil(isi.length / 64)];
    for (let i = 1; i <= n; i += 1) miniTabel.push(i === n ? 0xfffffffe : awal + i);
    mini.push(penuh(isi, 64));
    return awal;
  });
  const wadah = Buffer.concat(mini);
  const bita = (angka: readonly number[]) => Buffer.from(Uint32Array.from(angka).buffer);
  const letakMini = taruh(bita(miniTabel));
  const entri = (nama: string, rupa: number, kanan: number, anak: number, awal: number, ukuran: number) => {
    const satu = Buffer.alloc(128);
    satu.write(nama, 'utf16le');
    satu.writeUInt16LE(nama.length * 2 + 2, 64);
    satu[66] = rupa;
    satu.writeUInt32LE(0xffffffff, 68);
    satu.writeUInt32LE(kanan, 72);
    satu.writeUInt32LE(anak, 76);
    satu.writeUInt32LE(awal, 116);
    satu.writeUInt32LE(ukuran, 120);
    return satu;
  };
  const anak = daftar.map(([nama, isi], i) =>
    entri(nama, isi ? 2 : 1, i + 1 < daftar.length ? i + 2 : 0xffffffff, 0xffffffff, letak[i] ?? 0, isi?.length ?? 0),
  );
  const direktori = taruh(Buffer.concat([entri('Root Entry', 5, 0xffffffff, 1, taruh(wadah), wadah.length), ...anak]));
  const kepala = Buffer.alloc(512, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(kepala);
  kepala.fill(0, 8, 76);
  for (const [nilai, di] of [[0x3e, 24], [3, 26], [0xfffe, 28], [9, 30], [6, 32]] as const) kepala.writeUInt16LE(nilai, di); // prettier-ignore
  for (const [nilai, di] of [
    [1, 44],
    [direktori, 48],
    [4096, 56],
    [letakMini, 60],
    [0xfffffffe, 68],
    [0, 76],
  ] as const)
    kepala.writeUInt32LE(nilai, di);
  const fat = Buffer.alloc(512, 0xff);
  bita(tabel).copy(fat);
  return Buffer.concat([kepala, fat, ...sektor]);
}

/** @param bendera of its head: 0x0100 when it is locked */
export function doc(tambahan: readonly IsiOle[] = [], bendera = 0): Buffer {
  const isi = Buffer.alloc(5000);
  isi.writeUInt16LE(0xa5ec, 0);
  isi.writeUInt16LE(bendera, 10);
  return ole([['WordDocument', isi], ['1Table', Buffer.from('tabel')], ...tambahan]);
}

/** @param lembar kinds of its sheets; @param catatan further records */
export function xls(lembar: readonly number[] = [0], catatan: readonly number[] = []): Buffer {
  const satu = (rupa: number, isi: Buffer) => {
    const kepala = Buffer.alloc(4);
    kepala.writeUInt16LE(rupa, 0);
    kepala.writeUInt16LE(isi.length, 2);
    return Buffer.concat([kepala, isi]);
  };
  const isi = [
    satu(0x809, Buffer.alloc(16)),
    ...catatan.map((rupa) => satu(rupa, Buffer.alloc(6))),
    ...lembar.map((rupa) => satu(0x85, Buffer.from([0, 0, 0, 0, 0, rupa, 1, 0, 65]))),
    satu(0x0a, Buffer.alloc(0)),
  ];
  return ole([['Workbook', Buffer.concat(isi)]]);
}

/** @param makro whether its own list says that it has any; null = there is no such list */
export function ppt(makro: boolean | null): Buffer {
  const daftar = Buffer.from([
    0x0f,
    0,
    0xff,
    3,
    20,
    0,
    0,
    0,
    2,
    0,
    0,
    4,
    12,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    makro ? 1 : 0,
    0,
    0,
    0,
    2,
    0,
    0,
    0,
  ]);
  const isi = Buffer.concat([Buffer.alloc(4090, 1), ...(makro === null ? [] : [daftar]), Buffer.alloc(600, 1)]);
  return ole([
    ['PowerPoint Document', isi],
    ['Current User', Buffer.from('x')],
  ]);
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
