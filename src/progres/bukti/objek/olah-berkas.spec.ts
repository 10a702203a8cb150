import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import exifr from 'exifr';
import sharp from 'sharp';
import {
  aliranObjek,
  doc,
  dokumenOdf,
  dokumenOffice,
  EICAR,
  fotoUji,
  ole,
  pdf,
  pngLuas,
  ppt,
  xls,
  zip,
} from '../../../../test/support/berkas-buruk';
import { Penyimpanan } from '../../../storage/penyimpanan';
import { BERKAS_TERBESAR } from './batas';
import { BerkasDitolak } from './galat-berkas';
import { olahBerkas, type ObjekOlahan } from './olah-berkas';

const folder = mkdtempSync(join(tmpdir(), 'tuntas-olah-'));
const penyimpanan = new Penyimpanan(folder);
const HEIC = readFileSync(resolve(__dirname, '../../../../test/support/berkas-bukti/kecil.heic'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const jumlahBerkas = (): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((n) => n.includes('/')).length;

async function olah(isi: Buffer): Promise<ObjekOlahan> {
  const tampungan = await penyimpanan.tampung();
  await tampungan.tulis(isi);
  const tertampung = await tampungan.selesai();
  try {
    return await olahBerkas(penyimpanan, tertampung);
  } finally {
    await penyimpanan.hapus(tertampung.kunci);
  }
}

async function isi(kunci: string | null): Promise<Buffer> {
  return (await penyimpanan.buka(kunci ?? '')) ?? Buffer.alloc(0);
}

test('a photo: upright, small beside it, nothing left of its file but its time and place as data', async () => {
  const asal = Buffer.concat([await fotoUji(), zip([{ nama: 'gelap.html', isi: '<script>' }])]);
  const hasil = await olah(asal);
  expect(hasil).toMatchObject({ jenis: 'image/jpeg', lebar: 320, tinggi: 200, waktuFoto: '2025-02-11T09:15:00' });
  expect([hasil.lintang, hasil.bujur]).toEqual([expect.closeTo(-6.2, 4), expect.closeTo(106.82, 4)]);
  const besar = await isi(hasil.kunci);
  expect(besar.length).toBe(hasil.ukuran);
  expect(await exifr.parse(besar)).toBeUndefined();
  expect(besar.includes('PK\x03\x04') || besar.includes('KameraRahasia')).toBe(false);
  const { data, info } = await sharp(besar).raw().toBuffer({ resolveWithObject: true });
  const warna = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
  expect(warna(20, 20)[0]).toBeGreaterThan(150);
  expect(warna(300, 180)[2]).toBeGreaterThan(150);
  expect(await sharp(await isi(hasil.kunciKecil)).metadata()).toMatchObject({ format: 'jpeg', width: 320 });
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('turned and mirrored as the camera says: %i', async (orientation) => {
  const sudut = (left: number, top: number, background: string) => ({
    input: { create: { width: 32, height: 24, channels: 3 as const, background } },
    ...{ left, top },
  });
  const papan = sharp({ create: { width: 64, height: 48, channels: 3, background: '#101010' } });
  const png = await papan.composite([sudut(0, 0, '#e02020'), sudut(32, 0, '#20e020'), sudut(0, 24, '#2020e0')]).png().toBuffer(); // prettier-ignore
  const asal = await sharp(png).withMetadata({ orientation }).jpeg({ quality: 100 }).toBuffer();
  const kecil = (gambar: Buffer) => sharp(gambar).autoOrient().resize(2, 2, { fit: 'fill', kernel: 'nearest' }).raw().toBuffer();
  const hasil = await olah(asal);
  expect([hasil.lebar, hasil.tinggi]).toEqual(orientation > 4 ? [48, 64] : [64, 48]);
  const [kami, acuan] = [await kecil(await isi(hasil.kunci)), await kecil(asal)];
  for (const [i, nilai] of acuan.entries()) expect(Math.abs((kami[i] ?? 0) - nilai)).toBeLessThan(40);
});

test('large pictures become small enough, whatever their format', async () => {
  const png = sharp({ create: { width: 3000, height: 1500, channels: 4, background: { r: 10, g: 120, b: 10, alpha: 0.5 } } });
  for (const asal of [await png.clone().png().toBuffer(), await png.clone().webp().toBuffer()]) {
    const hasil = await olah(asal);
    expect(hasil).toMatchObject({ jenis: 'image/jpeg', lebar: 2560, tinggi: 1280, waktuFoto: null, lintang: null });
    expect(await sharp(await isi(hasil.kunciKecil)).metadata()).toMatchObject({ width: 480, height: 240 });
  }
});

test('HEIC becomes JPEG, with its time and place', async () => {
  const hasil = await olah(HEIC);
  expect(hasil).toMatchObject({ jenis: 'image/jpeg', lebar: 160, tinggi: 96, waktuFoto: '2025-02-11T09:15:00' });
  expect(hasil.lintang).toBeCloseTo(-6.2, 4);
});

test.each<[string, Buffer, string]>([
  ['PDF', pdf([aliranObjek('5 0 << /Title (JavaScript untuk pemula) >>')]), 'application/pdf'],
  ['Word', dokumenOffice('docx'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['Excel', dokumenOffice('xlsx'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['PowerPoint', dokumenOffice('pptx'), 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['OpenDocument', dokumenOdf(), 'application/vnd.oasis.opendocument.text'],
  ['Word of before 2007', doc(), 'application/msword'],
  ['Excel of before 2007', xls([0, 2]), 'application/vnd.ms-excel'],
  ['PowerPoint of before 2007', ppt(null), 'application/vnd.ms-powerpoint'],
  ['the same, which says that it has no macros', ppt(false), 'application/vnd.ms-powerpoint'],
])('%s is kept as it is', async (_, asal, jenis) => {
  const hasil = await olah(asal);
  expect(hasil).toMatchObject({ jenis, ukuran: asal.length, kunciKecil: null });
  expect(await isi(hasil.kunci)).toEqual(asal);
});

/** The chain of the directory leads back to itself. */
function melingkar(bita: Buffer): Buffer {
  const direktori = bita.readUInt32LE(48);
  bita.writeUInt32LE(direktori, 512 + direktori * 4);
  return bita;
}

const AKSI = '7 0 obj\n<< /S /JavaScript /JS (app.alert\\(1\\)) >>\nendobj\n';
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);

test.each<[string, Buffer | Promise<Buffer>, string]>([
  ['0 bytes', Buffer.alloc(0), 'kosong'],
  ['text with the test virus', Buffer.from(EICAR), 'bukan foto'],
  ['SVG with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'halaman web'],
  ['SVG behind a comment', Buffer.from('\ufeff  <!-- gambar --><svg onload="alert(1)"/>'), 'halaman web'],
  ['HTML', Buffer.from('<!DOCTYPE html><body>'), 'halaman web'],
  ['a program', Buffer.from('MZ\x90\x00 apa saja'), 'program'],
  ['old Office, of eight bytes', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'rusak'],
  ['old Office cut off', doc().subarray(0, 3000), 'rusak'],
  ['old Office that goes round in circles', melingkar(doc()), 'rusak'],
  ['an installer', ole([['!_StringPool', Buffer.from('x')]]), 'bukan foto'],
  ['macros of Word', doc([['Macros', null]]), 'makro'],
  [
    'macros of Excel',
    ole([
      ['Workbook', Buffer.from([9, 8, 0, 0, 10, 0, 0, 0])],
      ['_VBA_PROJECT_CUR', null],
    ]),
    'makro',
  ],
  ['macros of an old Excel 4', xls([0, 1]), 'makro'],
  ['a project that is told of but not to be seen', xls([0], [0xd3]), 'makro'],
  ['macros of PowerPoint', ppt(true), 'makro'],
  ['a stream of macros at another place', doc([['_vba_project', Buffer.from('x')]]), 'makro'],
  ['a program packed into old Word', doc([['\x01Ole10Native', Buffer.from('MZ')]]), 'membawa berkas lain'],
  ['locked Word', doc([], 0x0100), 'terkunci'],
  ['locked Excel', xls([0], [0x2f]), 'terkunci'],
  ['locked new Office', ole([['EncryptedPackage', Buffer.from('x')]]), 'terkunci'],
  ['the test virus in old Word', doc([['x', Buffer.from(EICAR)]]), 'virus'],
  ['old Word that is an archive too', Buffer.concat([doc(), zip([{ nama: 'a', isi: 'x' }])]), 'dua jenis'],
  ['GIF', Buffer.from('GIF89a'), 'Simpan sebagai JPEG'],
  ['a video', Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom'), 'Video'],
  ['PNG of 144 megapixels', pngLuas(12_000, 12_000), '12000 × 12000 piksel'],
  ['PNG of nothing', pngLuas(0, 0), 'rusak'],
  ['JPEG of four bytes', JPEG, 'rusak'],
  ['JPEG cut off', fotoUji().then((b) => b.subarray(0, b.length - 400)), 'rusak atau terpotong'],
  ['HEIC cut off', HEIC.subarray(0, HEIC.length - 200), 'rusak'],
  ['PDF with JavaScript', pdf([AKSI]), 'JavaScript'],
  ['PDF with JavaScript spelled in numbers', pdf([AKSI.replace('/JavaScript', '/J#61vaScr#69pt')]), 'JavaScript'],
  ['PDF with JavaScript in an object stream', pdf([aliranObjek(AKSI)]), 'JavaScript'],
  ['the same, deep in it', pdf([aliranObjek(`${'x'.repeat(900_000)}${AKSI}`)]), 'JavaScript'],
  ['the same, its type spelled in numbers', pdf([aliranObjek(AKSI, '/Type /Obj#53tm /Filter /FlateDecode')]), 'JavaScript'],
  [
    'the same, behind a long dictionary',
    pdf([aliranObjek(AKSI, `/Type /ObjStm /Filter /FlateDecode /X (${'.'.repeat(40_000)})`)]),
    'JavaScript',
  ],
  [
    'an object stream packed otherwise',
    pdf([aliranObjek(AKSI, '/Type /ObjStm /Filter [/ASCII85Decode /FlateDecode]')]),
    'tidak dapat diperiksa',
  ],
  ['PDF that starts a program', pdf(['7 0 obj\n<< /S % x\n /Launch /F (cmd.exe) >>\nendobj\n']), 'menjalankan program'],
  ['PDF with a file in it', pdf(['7 0 obj\n<< /Type /EmbeddedFile >>\nendobj\n']), 'membawa berkas lain'],
  ['locked PDF', pdf([], '/Encrypt 8 0 R '), 'terkunci'],
  ['PDF cut off', pdf().subarray(0, 60), 'terpotong'],
  ['a bomb in an object stream', pdf([aliranObjek(' '.repeat(70 * 1024 * 1024))]), 'membengkak'],
  ['PDF that is an archive too', Buffer.concat([pdf(), dokumenOffice('docx')]), 'terpotong|dua jenis'],
  ['the same, within the last bytes', Buffer.concat([pdf(), zip([{ nama: 'a', isi: '' }], '%%EOF')]), 'dua jenis'],
  ['PDF that is a page too', Buffer.concat([Buffer.from('%PDF-1.4\n<html><script>'), pdf()]), 'dua jenis'],
  ['a page that is a PDF too', Buffer.concat([Buffer.from('<html>'), pdf()]), 'dua jenis'],
  ['macros by type', dokumenOffice('docm'), 'makro'],
  ['macros by part', dokumenOffice('xlsx', [{ nama: 'xl/vbaProject.bin', isi: 'x' }]), 'makro'],
  ['macros of Excel 4', dokumenOffice('xlsx', [{ nama: 'xl/macrosheets/sheet1.xml', isi: 'x' }]), 'makro'],
  ['macros of OpenDocument', dokumenOdf([{ nama: 'Basic/Standard/Module1.xml', isi: 'x' }]), 'makro'],
  ['a zip bomb', dokumenOffice('docx', [{ nama: 'word/b.xml', isi: Buffer.alloc(64 * 1024 * 1024) }]), 'membengkak'],
  [
    'a zip bomb that denies it',
    dokumenOffice('docx', [{ nama: 'word/b.xml', isi: Buffer.alloc(64 * 1024 * 1024), ukuranPalsu: 10 }]),
    'membengkak',
  ],
  ['the test virus in a document', dokumenOffice('docx', [{ nama: 'word/a.txt', isi: EICAR }]), 'virus'],
  ['an archive', zip([{ nama: 'foto.jpg', isi: JPEG }]), 'arsip'],
  ['a document with a tail', Buffer.concat([dokumenOffice('docx'), Buffer.from('<script>')]), 'dua jenis'],
  ['a document cut off', dokumenOffice('docx').subarray(0, 200), 'rusak'],
  ['parts that climb out', dokumenOffice('docx', [{ nama: '../../etc/passwd', isi: 'x' }]), 'rusak'],
  ['too large a file', Buffer.alloc(BERKAS_TERBESAR + 1), 'lebih besar dari 25 MB'],
])('%s is refused with a sentence, and leaves nothing', async (_, asal, kalimat) => {
  const sebelum = jumlahBerkas();
  const gagal = olah(await asal);
  await expect(gagal).rejects.toBeInstanceOf(BerkasDitolak);
  await expect(gagal).rejects.toThrow(new RegExp(kalimat));
  expect(jumlahBerkas()).toBe(sebelum);
});
