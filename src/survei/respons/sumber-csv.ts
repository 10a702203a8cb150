import { GalatPengguna } from '../../shared/galat';
import type { BerkasRespons } from './berkas-respons';
import { PemindaiCsv } from './pemindai-csv';
import { KOLOM_MAKS, salinBaris, type BarisTeks, type PenerimaBaris, type SumberBaris } from './sumber-baris';

export type Pengodean = 'UTF-8' | 'Windows-1252' | 'UTF-16LE' | 'UTF-16BE';

/** How a text file is written. */
export interface CaraTulis {
  readonly pengodean: Pengodean;
  /** bytes of the mark before the text */
  readonly tanda: number;
  readonly pemisah: string;
}

/** Candidates; the semicolon is what Excel writes where the comma is the decimal sign, as in Indonesia. */
const PEMISAH = [',', ';', '\t', '|'] as const;
/** A semicolon that splits this many columns on most rows is the separator, whatever decimal commas stand between. */
const KOLOM_MEYAKINKAN = 5;

/** Looks at the first bytes of a text file. */
export function kenaliTulisan(awal: Buffer, seluruhnya: boolean): CaraTulis {
  const { pengodean, tanda } = kenaliPengodean(awal, seluruhnya);
  const teks = new Pengurai(pengodean, tanda).urai(awal);
  return { pengodean, tanda, pemisah: pilihPemisah(teks, seluruhnya) };
}

function kenaliPengodean(awal: Buffer, seluruhnya: boolean): { pengodean: Pengodean; tanda: number } {
  if (awal[0] === 0xef && awal[1] === 0xbb && awal[2] === 0xbf) return { pengodean: 'UTF-8', tanda: 3 };
  if (awal[0] === 0xff && awal[1] === 0xfe) return { pengodean: 'UTF-16LE', tanda: 2 };
  if (awal[0] === 0xfe && awal[1] === 0xff) return { pengodean: 'UTF-16BE', tanda: 2 };
  const contoh = awal.subarray(0, 2_000);
  let [genap, ganjil] = [0, 0];
  contoh.forEach((b, i) => {
    if (b !== 0) return;
    if (i % 2 === 0) genap++;
    else ganjil++;
  });
  const banyak = contoh.length / 3;
  if (ganjil > banyak && genap === 0) return { pengodean: 'UTF-16LE', tanda: 0 };
  if (genap > banyak && ganjil === 0) return { pengodean: 'UTF-16BE', tanda: 0 };
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(awal, { stream: !seluruhnya });
    return { pengodean: 'UTF-8', tanda: 0 };
  } catch {
    return { pengodean: 'Windows-1252', tanda: 0 };
  }
}

/** Bytes as they come → bytes that the scanner reads. Windows-1252 needs none: the scanner decodes such fields itself. */
class Pengurai {
  private readonly pengurai: TextDecoder | null;
  private lewati: number;

  constructor(pengodean: Pengodean, tanda: number) {
    this.pengurai = pengodean.startsWith('UTF-16') ? new TextDecoder(pengodean.toLowerCase()) : null;
    this.lewati = tanda;
  }

  urai(potongan: Buffer): Buffer {
    const isi = this.lewati > 0 ? potongan.subarray(this.lewati) : potongan;
    this.lewati = Math.max(0, this.lewati - potongan.length);
    return this.pengurai ? Buffer.from(this.pengurai.decode(isi, { stream: true })) : isi;
  }
}

function pilihPemisah(awal: Buffer, seluruhnya: boolean): string {
  const tertulis = /^sep=(.)\r?\n/i.exec(awal.toString('latin1', 0, 10))?.[1];
  if (tertulis !== undefined) return tertulis;
  const nilai = PEMISAH.map((pemisah) => ({ pemisah, ...rupaTabel(awal, pemisah, seluruhnya) }));
  const titikKoma = nilai.find((n) => n.pemisah === ';');
  if (titikKoma && titikKoma.kolom >= KOLOM_MEYAKINKAN && titikKoma.bagian >= 0.7) return ';';
  const terbaik = nilai.reduce((a, b) => (b.bagian * (b.kolom - 1) > a.bagian * (a.kolom - 1) ? b : a));
  return terbaik.pemisah;
}

/** The number of columns that most rows have under this separator, and which part of the rows has it. */
function rupaTabel(awal: Buffer, pemisah: string, seluruhnya: boolean): { kolom: number; bagian: number } {
  const jumlah = new Map<number, number>();
  let total = 0;
  const pemindai = new PemindaiCsv(pemisah.charCodeAt(0), (b) => {
    if (b.n === 1 && b.teks(0) === '') return true;
    jumlah.set(b.n, (jumlah.get(b.n) ?? 0) + 1);
    return ++total < 200;
  });
  try {
    pemindai.pindai(awal);
    if (seluruhnya && total < 200) pemindai.tutup();
  } catch (galat) {
    if (!(galat instanceof GalatPengguna)) throw galat;
    // Too wide to be read: this separator it is, and reading will say so.
    if (total === 0 && awal.toString('latin1').split(pemisah).length > KOLOM_MAKS) return { kolom: KOLOM_MAKS, bagian: 1 };
  }
  const lebar = [...jumlah].filter(([kolom]) => kolom > 1).sort((a, b) => b[1] * (b[0] - 1) - a[1] * (a[0] - 1))[0];
  return lebar ? { kolom: lebar[0], bagian: lebar[1] / total } : { kolom: 1, bagian: 0 };
}

export class SumberCsv implements SumberBaris {
  constructor(
    private readonly berkas: BerkasRespons,
    private readonly cara: CaraTulis,
  ) {}

  async *alir(terima: PenerimaBaris): AsyncGenerator<number, void, undefined> {
    const { pengodean, tanda, pemisah } = this.cara;
    const pengurai = new Pengurai(pengodean, tanda);
    const pemindai = new PemindaiCsv(pemisah.charCodeAt(0), (b) => {
      if (b.nomor === 1 && b.n <= 2 && /^sep=/i.test(b.teks(0))) return true;
      return terima(b);
    });
    let terbaca = 0;
    for await (const potongan of this.berkas.buka() as AsyncIterable<Buffer>) {
      terbaca += potongan.length;
      pemindai.pindai(pengurai.urai(potongan));
      if (pemindai.cukup) return;
      yield this.berkas.ukuran > 0 ? Math.min(1, terbaca / this.berkas.ukuran) : 1;
    }
    pemindai.tutup();
    yield 1;
  }
}

/** The first rows of a table. */
export async function barisAwal(sumber: SumberBaris, maks: number): Promise<{ baris: BarisTeks[]; seluruhnya: boolean }> {
  const baris: BarisTeks[] = [];
  const keadaan = { terputus: false };
  const alir = sumber.alir((b) => {
    keadaan.terputus = baris.length >= maks;
    if (!keadaan.terputus) baris.push(salinBaris(b));
    return !keadaan.terputus;
  });
  while (!keadaan.terputus && !(await alir.next()).done);
  await alir.return();
  return { baris, seluruhnya: !keadaan.terputus };
}
