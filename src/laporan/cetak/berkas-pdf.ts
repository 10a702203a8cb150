/**
 * The few things that a finished PDF of Chromium lacks, without a PDF library: where its link targets fell, page labels, and who made
 * it and when. Chromium (Skia) writes one classic cross-reference table and plain dictionaries for these objects; anything else is refused.
 */

export interface KeteranganPdf {
  readonly judul: string;
  readonly penulis: string;
  /** day or month of the report: same data and date give the same file information */
  readonly tanggal: string;
  /** sheets before page 1, numbered i, ii … */
  readonly halamanDepan: number;
}

const TIDAK_DIKENAL = 'Bentuk PDF tidak dikenal';

export class BerkasPdf {
  private readonly teks: string;
  private readonly letak: readonly number[];
  private readonly awalXref: number;
  private readonly katalog: number;
  private readonly info: number;

  /** @throws {Error} when the bytes are not a PDF as Chromium writes them */
  constructor(private readonly isi: Buffer) {
    this.teks = isi.toString('latin1');
    this.awalXref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.teks.slice(-64))?.[1] ?? Number.NaN);
    const tabel = /^xref\s+0 (\d+)\s+/.exec(this.teks.slice(this.awalXref, this.awalXref + 40));
    if (!tabel) throw new Error(TIDAK_DIKENAL);
    const awal = this.awalXref + tabel[0].length;
    this.letak = Array.from({ length: Number(tabel[1]) }, (_, i) => Number(this.teks.slice(awal + i * 20, awal + i * 20 + 10)));
    const ekor = this.teks.slice(awal + this.letak.length * 20);
    this.katalog = rujukan(ekor, 'Root');
    this.info = rujukan(ekor, 'Info');
  }

  /** Page index (0-based) of every named destination, and the number of pages. */
  tujuan(): { readonly halaman: ReadonlyMap<string, number>; readonly jumlah: number } {
    const katalog = this.objek(this.katalog);
    const urutan = new Map(this.daftarHalaman(rujukan(katalog, 'Pages')).map((n, i) => [n, i]));
    const halaman = new Map<string, number>();
    if (katalog.includes('/Dests')) {
      for (const m of this.objek(rujukan(katalog, 'Dests')).matchAll(/\/([^\s[\]/<>]+)\s*\[(\d+) 0 R/g)) {
        const nama = (m[1] ?? '').replace(/#([0-9a-f]{2})/gi, (_, h: string) => String.fromCharCode(parseInt(h, 16)));
        halaman.set(nama, urutan.get(Number(m[2])) ?? 0);
      }
    }
    return { halaman, jumlah: urutan.size };
  }

  /** The same pages with page labels and file information, as one revision (a later signature covers the whole file). */
  lengkapi(k: KeteranganPdf): Buffer {
    const label = k.halamanDepan > 0 ? `0 <</S /r>> ${k.halamanDepan} <</S /D>>` : '0 <</S /D>>';
    const katalog = this.objek(this.katalog).replace(/>>\s*$/, `\n/PageLabels <</Nums [${label}]>>>>`);
    const saat = `(D:${k.tanggal.replaceAll('-', '').padEnd(8, '01')}000000Z)`;
    const info = [
      `<</Title ${teksPdf(k.judul)}`,
      `/Author ${teksPdf(k.penulis)}`,
      `/Creator ${teksPdf('Tuntas')}`,
      `/Producer ${/\/Producer (\([^()]*\))/.exec(this.objek(this.info))?.[1] ?? '(Chromium)'}`,
      `/CreationDate ${saat}`,
      `/ModDate ${saat}>>`,
    ].join('\n');
    return this.tulis([
      [this.katalog, katalog],
      [this.info, info],
    ]);
  }

  private tulis(baru: readonly (readonly [number, string])[]): Buffer {
    const letak = [...this.letak];
    const badan = Buffer.from(this.isi.subarray(0, this.awalXref));
    for (const [n] of baru) badan.fill(0x20, letak[n], this.akhirObjek(n));
    let tambahan = '';
    for (const [n, isi] of baru) {
      letak[n] = this.awalXref + tambahan.length;
      tambahan += `${n} 0 obj\n${isi}\nendobj\n`;
    }
    const tabel = letak.map((l, i) => (i === 0 ? '0000000000 65535 f \n' : `${String(l).padStart(10, '0')} 00000 n \n`));
    const ekor = `trailer\n<</Size ${letak.length}\n/Root ${this.katalog} 0 R\n/Info ${this.info} 0 R>>\n`;
    const xref = `xref\n0 ${letak.length}\n${tabel.join('')}${ekor}startxref\n${this.awalXref + tambahan.length}\n%%EOF\n`;
    return Buffer.concat([badan, Buffer.from(tambahan + xref, 'latin1')]);
  }

  private objek(n: number): string {
    const mulai = this.letak[n];
    const awal = `${n} 0 obj`;
    if (mulai === undefined || !this.teks.startsWith(awal, mulai)) throw new Error(TIDAK_DIKENAL);
    return this.teks.slice(mulai + awal.length, this.akhirObjek(n) - 'endobj'.length).trim();
  }

  private akhirObjek(n: number): number {
    return this.teks.indexOf('endobj', this.letak[n]) + 'endobj'.length;
  }

  private daftarHalaman(n: number): number[] {
    const isi = this.objek(n);
    const anak = /\/Type\s*\/Pages\b/.test(isi) ? /\/Kids\s*\[([^\]]*)\]/.exec(isi)?.[1] : undefined;
    if (anak === undefined) return [n];
    return [...anak.matchAll(/(\d+) 0 R/g)].flatMap((m) => this.daftarHalaman(Number(m[1])));
  }
}

function rujukan(kamus: string, kunci: string): number {
  const m = new RegExp(`/${kunci}\\s+(\\d+)\\s+0\\s+R`).exec(kamus);
  if (!m) throw new Error(TIDAK_DIKENAL);
  return Number(m[1]);
}

/** A PDF text string in UTF-16, hexadecimal: no character of it can end the string. */
function teksPdf(teks: string): string {
  return `<FEFF${Buffer.from(teks, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}
