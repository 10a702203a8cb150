import fc from 'fast-check';
import { PemindaiCsv } from './pemindai-csv';

interface Catatan {
  nomor: number;
  sel: string[];
}

function pindai(potongan: readonly Buffer[], pemisah = ','): Catatan[] {
  const hasil: Catatan[] = [];
  const p = new PemindaiCsv(pemisah.charCodeAt(0), (b) => {
    hasil.push({ nomor: b.nomor, sel: Array.from({ length: b.n }, (_, i) => b.teks(i)) });
    return true;
  });
  for (const b of potongan) p.pindai(b);
  p.tutup();
  return hasil;
}

function belah(bita: Buffer, letak: readonly number[]): Buffer[] {
  const batas = [0, ...letak.map((l) => l % (bita.length + 1)).sort((a, b) => a - b), bita.length];
  return batas.slice(1).map((b, i) => bita.subarray(batas[i], b));
}

/** Character by character, whole text at once: slow and plain. */
function naif(teks: string, pemisah: string): string[][] {
  const hasil: string[][] = [];
  let baris: string[] = [];
  let sel = '';
  let dalam = false;
  let mulai = true;
  for (let i = 0; i < teks.length; i++) {
    const c = teks[i] ?? '';
    if (dalam) {
      if (c !== '"') sel += c;
      else if (teks[i + 1] === '"') {
        sel += '"';
        i++;
      } else dalam = false;
    } else if (c === '"' && mulai) dalam = true;
    else if (c === pemisah || c === '\n' || c === '\r') {
      baris.push(sel);
      sel = '';
      if (c !== pemisah) {
        if (c === '\r' && teks[i + 1] === '\n') i++;
        hasil.push(baris);
        baris = [];
      }
      mulai = true;
      continue;
    } else sel += c;
    mulai = false;
  }
  if (sel !== '' || baris.length > 0 || !mulai) hasil.push([...baris, sel]);
  return hasil;
}

const isiSel = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('1', '2', '3', '4', '') },
  fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', 'é', '😀', ' '), maxLength: 6 }),
);
const kutip = (t: string, pemisah: string, paksa: boolean) =>
  paksa || /["\n\r]/.test(t) || t.includes(pemisah) || t.startsWith('"') ? `"${t.replaceAll('"', '""')}"` : t;

it('apa pun potongannya, sama dengan pembaca yang sederhana dan dengan isi semula', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(isiSel, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      fc.boolean(),
      fc.array(fc.nat(), { maxLength: 12 }),
      (baris, pemisah, akhir, tutup, paksa, letak) => {
        const teks = baris.map((b) => b.map((t) => kutip(t, pemisah, paksa)).join(pemisah)).join(akhir) + (tutup ? akhir : '');
        const hasil = pindai(belah(Buffer.from(teks), letak), pemisah).map((b) => b.sel);
        expect(hasil).toEqual(naif(teks, pemisah));
        expect(hasil).toEqual(baris);
      },
    ),
    { numRuns: 1_500 },
  );
});

it('nomor baris mengikuti baris berkas, juga di dalam kutipan', () => {
  const teks = 'a,b\r\n"x\r\ny",1\r\n\r\n2,3';
  for (let potong = 1; potong < teks.length; potong++) {
    expect(pindai(belah(Buffer.from(teks), [potong]))).toEqual([
      { nomor: 1, sel: ['a', 'b'] },
      { nomor: 2, sel: ['x\r\ny', '1'] },
      { nomor: 4, sel: [''] },
      { nomor: 5, sel: ['2', '3'] },
    ]);
  }
});

it('satu angka dibaca tanpa membuat teks; selain itu tidak', () => {
  const angka: number[][] = [];
  const p = new PemindaiCsv(0x2c, (b) => {
    angka.push(Array.from({ length: b.n + 1 }, (_, i) => b.angka(i)));
    return true;
  });
  p.pindai(Buffer.from('4,"3",,33,x, 2\n'));
  expect(angka).toEqual([[4, 3, -2, -1, -1, -1, -2]]);
});

it.each([
  ['a,b\n1,"2\n3,4\n', 'baris 2'],
  ['a,b\n1,"2\n3,"4"\n5,6\n', 'baris 2'],
  ['a,b\n"x""\ny\n', 'baris 2'],
])('kutip yang tidak ditutup: %j', (teks, kalimat) => {
  expect(() => pindai([Buffer.from(teks)])).toThrow(kalimat);
  expect(() => pindai([Buffer.from(teks)])).toThrow('tidak ditutup');
});

it('Windows-1252 dibaca per sel, UTF-8 tetap', () => {
  expect(pindai([Buffer.from([0x93, 0x4a, 0x6f, 0x73, 0xe9, 0x94, 0x2c]), Buffer.from('José\n')])).toEqual([
    { nomor: 1, sel: ['“José”', 'José'] },
  ]);
});
