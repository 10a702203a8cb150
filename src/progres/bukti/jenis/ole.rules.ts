/** The container of Word, Excel and PowerPoint before 2007 (MS-CFB): sectors chained by a table, and a directory of streams. */
export interface EntriOle {
  readonly nama: string;
  readonly rupa: 'gudang' | 'aliran';
  /** in the directory itself, not within another storage */
  readonly teratas: boolean;
  /** the stream whole. @throws {OleRusak} */
  readonly isi: () => Buffer;
}

/** The file does not hold together. */
export class OleRusak extends Error {}

const AKHIR = 0xfffffffe;
const TANPA = 0xffffffff;
const ENTRI = 128;

/**
 * Everything that the directory holds, whether its tree leads to it or not: what a program may repair, it may find.
 * @throws {OleRusak}
 */
export function bacaOle(bita: Buffer): EntriOle[] {
  if (bita.length < 1536 || bita.readUInt16LE(28) !== 0xfffe) throw new OleRusak();
  const geser = bita.readUInt16LE(30);
  if (geser !== 9 && geser !== 12) throw new OleRusak();
  const besar = 1 << geser;
  const sektor = (n: number): Buffer => {
    const letak = (n + 1) * besar;
    if (letak >= bita.length) throw new OleRusak();
    return bita.subarray(letak, letak + besar);
  };
  const tabel = bacaTabel(bita, besar, sektor);
  const aliran = (awal: number): Buffer => Buffer.concat(rantai(tabel, awal, bita.length / besar).map(sektor));
  const direktori = aliran(bita.readUInt32LE(48));
  const jumlah = Math.floor(direktori.length / ENTRI);
  if (jumlah === 0 || direktori[66] !== 5) throw new OleRusak();
  const mini = pembacaMini(bita, direktori, tabel, aliran);
  const teratas = anakAkar(direktori, jumlah);
  return Array.from({ length: jumlah }, (_, i) => i).flatMap((i): EntriOle[] => {
    const entri = direktori.subarray(i * ENTRI, (i + 1) * ENTRI);
    const rupa = entri[66];
    if (rupa !== 1 && rupa !== 2) return [];
    const [awal, ukuran] = [entri.readUInt32LE(116), entri.readUInt32LE(120)];
    const isi = () => {
      if (ukuran === 0) return Buffer.alloc(0);
      const utuh = ukuran < bita.readUInt32LE(56) ? mini(awal, ukuran) : aliran(awal);
      if (utuh.length < ukuran) throw new OleRusak();
      return utuh.subarray(0, ukuran);
    };
    return [{ nama: namaEntri(entri), rupa: rupa === 1 ? 'gudang' : 'aliran', teratas: teratas.has(i), isi }];
  });
}

function namaEntri(entri: Buffer): string {
  const panjang = Math.min(Math.max(entri.readUInt16LE(64) - 2, 0), 62);
  return entri.toString('utf16le', 0, panjang - (panjang % 2));
}

/** The table of chains: its first 109 sectors are named in the head, the others in sectors of their own. */
function bacaTabel(bita: Buffer, besar: number, sektor: (n: number) => Buffer): Uint32Array {
  const letak: number[] = [];
  for (let i = 0; i < 109; i += 1) letak.push(bita.readUInt32LE(76 + i * 4));
  let lanjut = bita.readUInt32LE(68);
  for (let n = 0; lanjut < AKHIR - 1; n += 1) {
    if (n > bita.length / besar) throw new OleRusak();
    const daftar = sektor(lanjut);
    if (daftar.length < besar) throw new OleRusak();
    for (let i = 0; i < besar - 4; i += 4) letak.push(daftar.readUInt32LE(i));
    lanjut = daftar.readUInt32LE(besar - 4);
  }
  return angka(Buffer.concat(letak.filter((n) => n < AKHIR - 1).map(sektor)));
}

function angka(bita: Buffer): Uint32Array {
  return Uint32Array.from({ length: Math.floor(bita.length / 4) }, (_, i) => bita.readUInt32LE(i * 4));
}

function rantai(tabel: Uint32Array, awal: number, terpanjang: number): number[] {
  const hasil: number[] = [];
  for (let n = awal; n !== AKHIR; n = tabel[n] ?? TANPA) {
    if (n >= tabel.length || hasil.length > terpanjang) throw new OleRusak();
    hasil.push(n);
  }
  return hasil;
}

/** Small streams lie in pieces of 64 bytes within the stream of the root. */
function pembacaMini(
  bita: Buffer,
  direktori: Buffer,
  tabel: Uint32Array,
  aliran: (awal: number) => Buffer,
): (awal: number, ukuran: number) => Buffer {
  const potong = 1 << bita.readUInt16LE(32);
  if (potong !== 64 || tabel.length === 0) throw new OleRusak();
  return (awal) => {
    const wadah = aliran(direktori.readUInt32LE(116));
    const miniTabel = angka(aliran(bita.readUInt32LE(60)));
    return Buffer.concat(
      rantai(miniTabel, awal, wadah.length / potong + 1).map((n) => wadah.subarray(n * potong, (n + 1) * potong)),
    );
  };
}

/** Numbers of the entries that stand in the root: its child, and the tree of that one's siblings. */
function anakAkar(direktori: Buffer, jumlah: number): Set<number> {
  const hasil = new Set<number>();
  const antre = [direktori.readUInt32LE(76)];
  for (let n = antre.pop(); n !== undefined; n = antre.pop()) {
    if (n >= jumlah || hasil.has(n)) continue;
    hasil.add(n);
    antre.push(direktori.readUInt32LE(n * ENTRI + 68), direktori.readUInt32LE(n * ENTRI + 72));
  }
  return hasil;
}
