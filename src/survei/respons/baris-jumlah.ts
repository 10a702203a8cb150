import { uraiJawaban } from './jawaban.rules';
import type { PembacaJawaban } from './pembaca-jawaban';
import type { Baris } from './sumber-baris';
import { normalJawaban } from './teks.rules';

interface Angka {
  readonly nilai: number;
  /** digits behind the decimal sign */
  readonly desimal: number;
}

/**
 * Knows the row that sums up or averages the columns above it by its numbers alone: below a table of nothing but answers it has no
 * word that says so. Counts every number that stands in a row, also of those that were rejected, as the sheet did.
 */
export class BarisJumlah {
  private readonly lainJumlah: Float64Array;
  private readonly lainN: Float64Array;

  /** @param n,jumlah of the accepted answers, per question; read, never written */
  constructor(
    private readonly pertanyaan: readonly PembacaJawaban[],
    private readonly n: Float64Array,
    private readonly jumlah: Float64Array,
  ) {
    this.lainJumlah = new Float64Array(pertanyaan.length);
    this.lainN = new Float64Array(pertanyaan.length);
  }

  /** A row that holds answers but was rejected. */
  tambahDitolak(baris: Baris): void {
    this.pertanyaan.forEach((p, i) => {
      const angka = bacaAngka(baris.teks(p.kolom));
      if (!angka) return;
      this.lainJumlah[i] = (this.lainJumlah[i] ?? 0) + angka.nilai;
      this.lainN[i] = (this.lainN[i] ?? 0) + 1;
    });
  }

  /** Every cell is the sum of its column so far, or every cell its mean as far as it is written out. */
  cocok(baris: Baris, bulat = false): 'jumlah' | 'rata-rata' | null {
    const sel = this.pertanyaan.map((p) => bacaAngka(baris.teks(p.kolom)));
    if (sel.length < 2 || sel.some((a, i) => a === null || this.banyak(i) < 2)) return null;
    if (sel.every((a, i) => a?.nilai === this.total(i))) return 'jumlah';
    if (!bulat && !sel.some((a) => (a?.desimal ?? 0) > 0)) return null;
    const dekat = ({ nilai, desimal }: Angka, i: number) =>
      Math.abs(nilai - this.total(i) / this.banyak(i)) <= 0.5 * 10 ** -Math.min(desimal, 9) + 1e-9;
    return sel.every((a, i) => a !== null && dekat(a, i)) ? 'rata-rata' : null;
  }

  private total(i: number): number {
    return (this.jumlah[i] ?? 0) + (this.lainJumlah[i] ?? 0);
  }

  private banyak(i: number): number {
    return (this.n[i] ?? 0) + (this.lainN[i] ?? 0);
  }
}

function bacaAngka(teks: string): Angka | null {
  const normal = normalJawaban(teks);
  const { angka, kata } = uraiJawaban(normal);
  if (angka === null || kata !== '') return null;
  return { nilai: angka, desimal: (/[.,](\d+)/.exec(normal)?.[1] ?? '').length };
}
