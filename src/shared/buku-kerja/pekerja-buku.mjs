// A thread of its own for every workbook: what strangers send is opened with a limit of memory and of time, away from the requests.
// Plain JavaScript, because it is started as it stands: hucre is ESM only.
import { parentPort, workerData } from 'node:worker_threads';
import { inflateRawSync } from 'node:zlib';
import { openXlsx, readXlsx, saveXlsx, writeXlsx } from 'hucre/xlsx';

const BAGIAN_TERBANYAK = 500;
const ISI_TERBESAR = 48 * 1024 * 1024;
const GABUNGAN_TERLUAS = 2_000;

class Tolak extends Error {}

/** Reads the directory of the archive and unpacks every part of it once, never beyond the size that it states. */
function periksaZip(bita) {
  const b = Buffer.from(bita.buffer, bita.byteOffset, bita.byteLength);
  if (b.length >= 8 && b.readUInt32BE(0) === 0xd0cf11e0)
    throw new Tolak(b.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'terkunci' : 'lama');
  if (b.length < 22 || b.readUInt32LE(0) !== 0x04034b50) throw new Tolak('bukan-buku');
  const akhir = b.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (akhir < 0 || akhir + 22 > b.length) throw new Tolak('rusak');
  const jumlah = b.readUInt16LE(akhir + 10);
  if (jumlah > BAGIAN_TERBANYAK) throw new Tolak('terlalu-besar');
  const nama = new Set();
  let total = 0;
  for (let i = 0, p = b.readUInt32LE(akhir + 16); i < jumlah; i++) {
    if (p + 46 > b.length || b.readUInt32LE(p) !== 0x02014b50) throw new Tolak('rusak');
    if ((b.readUInt16LE(p + 8) & 1) !== 0) throw new Tolak('terkunci');
    const [mampat, ukuran, letak] = [b.readUInt32LE(p + 20), b.readUInt32LE(p + 24), b.readUInt32LE(p + 42)];
    total += ukuran;
    if (total > ISI_TERBESAR) throw new Tolak('terlalu-besar');
    if (letak + 30 > b.length) throw new Tolak('rusak');
    const mulai = letak + 30 + b.readUInt16LE(letak + 26) + b.readUInt16LE(letak + 28);
    periksaBagian(b.readUInt16LE(p + 10), b.subarray(mulai, mulai + mampat), ukuran);
    const panjang = b.readUInt16LE(p + 28);
    nama.add(b.toString('utf8', p + 46, p + 46 + panjang));
    p += 46 + panjang + b.readUInt16LE(p + 30) + b.readUInt16LE(p + 32);
  }
  if (nama.has('xl/vbaProject.bin')) throw new Tolak('makro');
  if (nama.has('content.xml')) throw new Tolak('ods');
  if (nama.has('xl/workbook.bin')) throw new Tolak('xlsb');
  if (nama.has('word/document.xml')) throw new Tolak('word');
  if (![...nama].some((n) => /(^|\/)workbook\d*\.xml$/.test(n))) throw new Tolak('bukan-buku');
}

function periksaBagian(cara, isi, ukuran) {
  if (cara === 0 && isi.length === ukuran) return;
  if (cara !== 8) throw new Tolak('rusak');
  try {
    if (inflateRawSync(isi, { maxOutputLength: Math.max(ukuran, 1) }).length !== ukuran) throw new Tolak('rusak');
  } catch (galat) {
    throw galat instanceof Tolak ? galat : new Tolak(galat?.code === 'ERR_BUFFER_TOO_LARGE' ? 'terlalu-besar' : 'rusak');
  }
}

/** A cell as one would read it: 3.0000000000000001 is stored for 3, a day without time is a day. */
function teks(nilai) {
  if (nilai === null || nilai === undefined) return '';
  if (typeof nilai === 'number') return String(Number(nilai.toPrecision(15)));
  if (typeof nilai === 'boolean') return nilai ? 'TRUE' : 'FALSE';
  if (nilai instanceof Date) return Number.isNaN(nilai.getTime()) ? '' : nilai.toISOString().replace(/T00:00:00\.000Z$/, '');
  return String(nilai);
}

const huruf = (k) => (k < 26 ? '' : huruf(Math.floor(k / 26) - 1)) + String.fromCharCode(65 + (k % 26));

async function baca({ bita, maksBaris, maksKolom }) {
  periksaZip(bita);
  const buku = await readXlsx(bita, { range: `A1:${huruf(maksKolom - 1)}${maksBaris}` });
  return buku.sheets.map((lembar) => {
    const baris = lembar.rows.map((sel) => Array.from(sel ?? [], teks));
    for (const g of lembar.merges ?? []) isiGabungan(baris, g, maksKolom);
    return { nama: lembar.name, tersembunyi: lembar.hidden === true || lembar.veryHidden === true, baris };
  });
}

/** What stands in merged cells stands in each of them. */
function isiGabungan(baris, { startRow, startCol, endRow, endCol }, maksKolom) {
  const isi = baris[startRow]?.[startCol] ?? '';
  const [akhir, kolom] = [Math.min(endRow, baris.length - 1), Math.min(endCol, maksKolom - 1)];
  if (isi === '' || (akhir - startRow + 1) * (kolom - startCol + 1) > GABUNGAN_TERLUAS) return;
  for (let r = startRow; r <= akhir; r++)
    for (let k = startCol; k <= kolom; k++) {
      while (baris[r].length <= k) baris[r].push('');
      baris[r][k] = isi;
    }
}

const MERAH = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFFD9D9' } };

/** The same workbook with remarks in some of its cells. */
async function catat({ bita, lembar, catatan }) {
  periksaZip(bita);
  const buku = await openXlsx(bita, { readStyles: true });
  const sasaran = buku.sheets.find((s) => s.name === lembar);
  if (!sasaran) throw new Tolak('rusak');
  sasaran.cells ??= new Map();
  for (const [letak, sel] of sasaran.cells)
    if (sel.comment?.author === 'Tuntas') sasaran.cells.set(letak, { ...sel, comment: undefined });
  for (const { baris, kolom, teks: isi } of catatan) {
    const letak = `${baris},${kolom}`;
    const lama = sasaran.cells.get(letak) ?? {};
    sasaran.cells.set(letak, { ...lama, comment: { author: 'Tuntas', text: isi }, style: { ...lama.style, fill: MERAH } });
  }
  return saveXlsx(buku);
}

function tulis({ buku }) {
  const sheets = buku.sheets.map(({ pilihan = [], ...lembar }) => ({
    ...lembar,
    dataValidations: [...(lembar.dataValidations ?? []), ...pilihan.map(daftar)],
  }));
  return writeXlsx({ ...buku, sheets });
}

function daftar({ rentang, asal }) {
  const isi = typeof asal === 'string' ? { formula1: asal } : { values: asal };
  return { type: 'list', range: rentang, allowBlank: true, showErrorMessage: false, ...isi };
}

const TUGAS = { baca, catat, tulis };

try {
  parentPort.postMessage({ hasil: await TUGAS[workerData.tugas](workerData) });
} catch (galat) {
  // What the library cannot read is a damaged file; what it cannot write is our mistake.
  if (workerData.tugas === 'tulis') throw galat;
  parentPort.postMessage({ tolak: galat instanceof Tolak ? galat.message : 'rusak' });
}
