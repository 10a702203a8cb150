import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { bacaBuku, catatBuku, tulisBuku } from './buku-kerja';

const baca = (bita: Uint8Array) => bacaBuku(bita, 5_000, 60);
const tolak = (bita: Uint8Array, pesan: RegExp) => expect(baca(bita)).rejects.toThrow(pesan);

/** A zip of stored or deflated parts, whose directory may lie. */
function zip(bagian: readonly { nama: string; isi: Buffer; mengaku?: number; bendera?: number }[]): Uint8Array {
  const tubuh: Buffer[] = [];
  const direktori: Buffer[] = [];
  let letak = 0;
  for (const { nama, isi, mengaku = isi.length, bendera = 0 } of bagian) {
    const mampat = deflateRawSync(isi);
    const lokal = Buffer.alloc(30);
    lokal.writeUInt32LE(0x04034b50, 0);
    lokal.writeUInt16LE(8, 8);
    lokal.writeUInt32LE(mampat.length, 18);
    lokal.writeUInt32LE(mengaku, 22);
    lokal.writeUInt16LE(nama.length, 26);
    const pusat = Buffer.alloc(46);
    pusat.writeUInt32LE(0x02014b50, 0);
    pusat.writeUInt16LE(bendera, 8);
    pusat.writeUInt16LE(8, 10);
    pusat.writeUInt32LE(mampat.length, 20);
    pusat.writeUInt32LE(mengaku, 24);
    pusat.writeUInt16LE(nama.length, 28);
    pusat.writeUInt32LE(letak, 42);
    tubuh.push(lokal, Buffer.from(nama), mampat);
    direktori.push(pusat, Buffer.from(nama));
    letak += 30 + nama.length + mampat.length;
  }
  const akhir = Buffer.alloc(22);
  akhir.writeUInt32LE(0x06054b50, 0);
  akhir.writeUInt16LE(bagian.length, 10);
  akhir.writeUInt32LE(Buffer.concat(direktori).length, 12);
  akhir.writeUInt32LE(letak, 16);
  return Uint8Array.from(Buffer.concat([...tubuh, ...direktori, akhir]));
}

it('yang ditulis terbaca kembali: teks, bilangan, tanggal, tanda, sel gabungan; rumus sebagai teks tetap teks', async () => {
  const bita = await tulisBuku({
    sheets: [
      {
        name: 'Satu',
        rows: [['a', 2.5, true], [null, '=1+1', new Date('2024-05-08T00:00:00Z')], ['x']],
        merges: [{ startRow: 0, startCol: 0, endRow: 1, endCol: 0 }],
      },
      { name: 'Dua', rows: [], veryHidden: true },
    ],
  });
  const [satu, dua] = await baca(bita);
  expect(satu?.baris).toEqual([
    ['a', '2.5', 'TRUE'],
    ['a', '=1+1', '2024-05-08'],
    ['x', '', ''],
  ]);
  expect([satu?.tersembunyi, dua?.tersembunyi]).toEqual([false, true]);
});

it('catatan masuk ke selnya, yang lain tetap, kunci sel tetap; catatan lama kita tidak menumpuk', async () => {
  const buka = { style: { protection: { locked: false } } };
  const asli = await tulisBuku({
    sheets: [{ name: 'R', rows: [['a', 'b']], cells: new Map([['0,1', buka]]), protection: { sheet: true } }],
  });
  const sekali = await catatBuku(asli, 'R', [{ baris: 0, kolom: 0, teks: 'pertama' }]);
  const duaKali = Buffer.from(await catatBuku(sekali, 'R', [{ baris: 2, kolom: 1, teks: 'kedua' }]));
  expect(await baca(duaKali).then((l) => l[0]?.baris[0])).toEqual(['a', 'b']);
  const mentah = isiMentah(duaKali);
  expect(mentah).toContain('kedua');
  expect(mentah).not.toContain('pertama');
  expect(mentah).toContain('locked="0"');
});

/** All parts of a workbook as one text. */
function isiMentah(bita: Buffer): string {
  let hasil = '';
  for (let p = bita.indexOf('PK\x01\x02'); p >= 0; p = bita.indexOf('PK\x01\x02', p + 4)) {
    const letak = bita.readUInt32LE(p + 42);
    const mulai = letak + 30 + bita.readUInt16LE(letak + 26) + bita.readUInt16LE(letak + 28);
    const isi = bita.subarray(mulai, mulai + bita.readUInt32LE(p + 20));
    hasil += bita.readUInt16LE(p + 10) === 8 ? inflateRawSync(isi).toString() : isi.toString();
  }
  return hasil;
}

describe('yang bukan buku kerja, atau hendak merusak', () => {
  const nol = Buffer.alloc(200 * 1024 * 1024);
  const wb = { nama: 'xl/workbook.xml', isi: Buffer.from('<workbook/>') };

  it('bom zip ditolak dari direktorinya, juga bila direktorinya berbohong', async () => {
    await tolak(zip([wb, { nama: 'xl/worksheets/sheet1.xml', isi: nol }]), /terlalu besar/);
    await tolak(zip([wb, { nama: 'xl/worksheets/sheet1.xml', isi: nol, mengaku: 1000 }]), /terlalu besar/);
  });
  it('terlalu banyak bagian', () =>
    tolak(zip(Array.from({ length: 600 }, (_, i) => ({ nama: `x${i}`, isi: Buffer.from('x') }))), /terlalu besar/));
  it('terkunci', async () => {
    await tolak(zip([{ ...wb, bendera: 1 }]), /kata sandi/);
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]);
    await tolak(Uint8Array.from(ole), /kata sandi/);
  });
  it('berkas .xls lama', () => tolak(Uint8Array.from(Buffer.from('d0cf11e0a1b11ae100000000', 'hex')), /Excel lama/));
  it('makro', () => tolak(zip([wb, { nama: 'xl/vbaProject.bin', isi: Buffer.from('x') }]), /makro/));
  it('ODS, Word, zip biasa, teks, kosong', async () => {
    await tolak(zip([{ nama: 'content.xml', isi: Buffer.from('x') }]), /ODS/);
    await tolak(zip([{ nama: 'word/document.xml', isi: Buffer.from('x') }]), /Word/);
    await tolak(zip([{ nama: 'a.txt', isi: Buffer.from('x') }]), /bukan buku kerja/);
    await tolak(Uint8Array.from(Buffer.from('No;Kegiatan\n1;x\n'.repeat(9))), /bukan buku kerja/);
    await tolak(new Uint8Array(), /bukan buku kerja/);
  });
  it('terpotong di tengah', async () => {
    const utuh = await tulisBuku({ sheets: [{ name: 'R', rows: [['a']] }] });
    await tolak(utuh.slice(0, utuh.length - 40), /rusak/);
  });
  it('dua sel di sudut yang berjauhan tidak menghabiskan memori', async () => {
    const bita = await tulisBuku({ sheets: [{ name: 'R', rows: [['a']], cells: new Map([['4000,3', { value: 'jauh' }]]) }] });
    expect((await bacaBuku(bita, 100, 10))[0]?.baris.flat().join('')).toBe('a');
  });
});
