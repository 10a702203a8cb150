import { crc32, deflateRawSync } from 'node:zlib';

/** A cell: text, number, a formula with the value it last gave, a styled date, or nothing. */
export type SelUji = string | number | null | { rumus: string; nilai: string | number } | { serial: number };

export interface LembarUji {
  readonly nama: string;
  readonly baris: readonly (readonly SelUji[])[];
  readonly gabung?: readonly string[];
  readonly kolomTersembunyi?: readonly number[];
  readonly tersembunyi?: boolean;
}

/** An XLSX as Excel writes it: shared texts, styles, merged cells, hidden columns. */
export function bukuUji(lembar: readonly LembarUji[], zip64 = false): Buffer {
  const teks: string[] = [];
  const letak = new Map<string, number>();
  const bersama = (isi: string): number => {
    const ada = letak.get(isi);
    if (ada !== undefined) return ada;
    letak.set(isi, teks.length);
    teks.push(isi);
    return teks.length - 1;
  };
  const isi = lembar.map((l) => lembarXml(l, bersama));
  const sp = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipUji([
    ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
    ['_rels/.rels', `<Relationships><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    [
      'xl/workbook.xml',
      `<?xml version="1.0"?><workbook xmlns="${sp}" xmlns:r="${rel}"><sheets>${lembar
        .map((l, i) => `<sheet name="${lolos(l.nama)}" sheetId="${i + 1}"${l.tersembunyi ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${lembar
        .map((_, i) => `<Relationship Id="rId${i + 1}" Type="${rel}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`)
        .join('')}<Relationship Id="s" Type="${rel}/styles" Target="styles.xml"/><Relationship Id="t" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', `<styleSheet xmlns="${sp}"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm:ss"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`],
    ['xl/sharedStrings.xml', `<sst xmlns="${sp}">${teks.map((t) => `<si><t xml:space="preserve">${lolos(t)}</t></si>`).join('')}</sst>`],
    ...isi.map((xml, i): [string, string] => [`xl/worksheets/sheet${i + 1}.xml`, xml]),
  ], 0, zip64); // prettier-ignore
}

function lembarXml(l: LembarUji, bersama: (isi: string) => number): string {
  const kolom = (l.kolomTersembunyi ?? []).map((k) => `<col min="${k + 1}" max="${k + 1}" width="9" hidden="1"/>`).join('');
  const baris = l.baris.map((b, r) => {
    const sel = b.map((isi, k) => selXml(isi, `${hurufKolom(k)}${r + 1}`, bersama)).join('');
    return sel === '' ? '' : `<row r="${r + 1}">${sel}</row>`;
  });
  const gabung = (l.gabung ?? []).map((g) => `<mergeCell ref="${g}"/>`).join('');
  return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${kolom && `<cols>${kolom}</cols>`}<sheetData>${baris.join('')}</sheetData>${gabung && `<mergeCells>${gabung}</mergeCells>`}</worksheet>`;
}

function selXml(isi: SelUji, alamat: string, bersama: (isi: string) => number): string {
  if (isi === null || isi === '') return `<c r="${alamat}" s="0"/>`;
  if (typeof isi === 'number') return `<c r="${alamat}"><v>${isi}</v></c>`;
  if (typeof isi === 'string') return `<c r="${alamat}" t="s"><v>${bersama(isi)}</v></c>`;
  if ('serial' in isi) return `<c r="${alamat}" s="1"><v>${isi.serial}</v></c>`;
  const jenis = typeof isi.nilai === 'string' ? ' t="str"' : '';
  return `<c r="${alamat}"${jenis}><f>${lolos(isi.rumus)}</f><v>${lolos(String(isi.nilai))}</v></c>`;
}

function hurufKolom(k: number): string {
  return k < 26 ? String.fromCharCode(65 + k) : hurufKolom(Math.floor(k / 26) - 1) + hurufKolom(k % 26);
}

const lolos = (t: string): string => t.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'); // prettier-ignore

/** @param zip64 every size and place stands in 64 bits, as programs write them that do not know how large it will be */
export function zipUji(bagian: readonly (readonly [nama: string, isi: string | Buffer])[], bendera = 0, zip64 = false): Buffer {
  const badan: Buffer[] = [];
  const direktori: Buffer[] = [];
  let letak = 0;
  for (const [nama, isi] of bagian) {
    const polos = Buffer.from(isi);
    const mampat = deflateRawSync(polos);
    const n = Buffer.from(nama);
    const kepala = Buffer.alloc(30);
    kepala.writeUInt32LE(0x04034b50, 0);
    kepala.writeUInt16LE(20, 4);
    kepala.writeUInt16LE(8, 8);
    kepala.writeUInt32LE(crc32(polos), 14);
    kepala.writeUInt32LE(mampat.length, 18);
    kepala.writeUInt32LE(polos.length, 22);
    kepala.writeUInt16LE(n.length, 26);
    const entri = Buffer.alloc(46);
    entri.writeUInt32LE(0x02014b50, 0);
    entri.writeUInt16LE(bendera, 8);
    kepala.copy(entri, 10, 8, 28);
    entri.writeUInt16LE(n.length, 28);
    entri.writeUInt32LE(letak, 42);
    const lain = Buffer.alloc(zip64 ? 28 : 0);
    if (zip64) {
      lain.writeUInt16LE(1, 0);
      lain.writeUInt16LE(24, 2);
      [polos.length, mampat.length, letak].forEach((b, i) => lain.writeBigUInt64LE(BigInt(b), 4 + i * 8));
      for (const p of [20, 24, 42]) entri.writeUInt32LE(0xffffffff, p);
      entri.writeUInt16LE(lain.length, 30);
    }
    badan.push(kepala, n, mampat);
    direktori.push(entri, n, lain);
    letak += 30 + n.length + mampat.length;
  }
  const isiDirektori = Buffer.concat(direktori);
  const ekor = Buffer.alloc(22);
  ekor.writeUInt32LE(0x06054b50, 0);
  ekor.writeUInt16LE(zip64 ? 0xffff : bagian.length, 8);
  ekor.writeUInt16LE(zip64 ? 0xffff : bagian.length, 10);
  ekor.writeUInt32LE(zip64 ? 0xffffffff : isiDirektori.length, 12);
  ekor.writeUInt32LE(zip64 ? 0xffffffff : letak, 16);
  return Buffer.concat([
    ...badan,
    isiDirektori,
    zip64 ? ekor64(bagian.length, isiDirektori.length, letak) : Buffer.alloc(0),
    ekor,
  ]);
}

function ekor64(jumlah: number, panjang: number, letak: number): Buffer {
  const isi = Buffer.alloc(56 + 20);
  isi.writeUInt32LE(0x06064b50, 0);
  isi.writeBigUInt64LE(44n, 4);
  [jumlah, jumlah, panjang, letak].forEach((b, i) => isi.writeBigUInt64LE(BigInt(b), 24 + i * 8));
  isi.writeUInt32LE(0x07064b50, 56);
  isi.writeBigUInt64LE(BigInt(letak + panjang), 64);
  isi.writeUInt32LE(1, 72);
  return isi;
}
