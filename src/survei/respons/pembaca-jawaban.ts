import { jawabanKosong, uraiJawaban } from './jawaban.rules';
import type { Tangga } from './respons.rules';
import type { Baris } from './sumber-baris';
import type { Skala } from './tangga.rules';
import { cuplikan, normalJawaban, samarkan } from './teks.rules';

/** No answer. */
export const KOSONG = -1;
/** Cannot be read; `alasan` says why. */
export const SALAH = -2;

const INGATAN_MAKS = 5_000;

/** Reads the answers of one column. */
export class PembacaJawaban {
  private readonly kata: ReadonlyMap<string, number>;
  private readonly ingatan = new Map<string, number>();

  constructor(
    readonly kolom: number,
    readonly unsur: string,
    private readonly sebutan: string,
    private readonly skala: Skala,
    tangga: Tangga | undefined,
  ) {
    this.kata = new Map(Object.entries(tangga ?? {}));
  }

  /** The score, KOSONG, or SALAH. */
  baca(baris: Baris): number {
    const angka = baris.angka(this.kolom);
    if (angka >= this.skala.min && angka <= this.skala.maks) return angka;
    if (angka === -2) return KOSONG;
    const teks = baris.teks(this.kolom);
    const ingat = this.ingatan.get(teks);
    if (ingat !== undefined) return ingat;
    const nilai = this.urai(teks);
    if (this.ingatan.size < INGATAN_MAKS) this.ingatan.set(teks, nilai);
    return nilai;
  }

  private urai(teks: string): number {
    const normal = normalJawaban(teks);
    if (jawabanKosong(normal)) return KOSONG;
    const { angka, kata } = uraiJawaban(normal);
    const nilai = kata === '' && angka !== null ? angka : this.kata.get(normal);
    if (nilai === undefined || !Number.isInteger(nilai) || nilai < this.skala.min || nilai > this.skala.maks) return SALAH;
    return nilai;
  }

  /** Indonesian: why the cell cannot be read. */
  alasan(baris: Baris): string {
    const teks = baris.teks(this.kolom);
    const { angka, kata } = uraiJawaban(normalJawaban(teks));
    const { min, maks } = this.skala;
    const kutipan = `${this.sebutan}: jawaban “${cuplikan(samarkan(teks))}”`;
    if (angka === null || kata !== '') return `${kutipan} tidak dikenali`;
    return Number.isInteger(angka)
      ? `${kutipan} di luar skala ${min}–${maks}`
      : `${kutipan} bukan bilangan bulat pada skala ${min}–${maks}`;
  }
}
