import type { JumlahUnsur } from '../respons/respons.rules';

const faktorSekutu = (a: number, b: number): number => (b === 0 ? a : faktorSekutu(b, a % b));

/**
 * Sums over answers, a character a question. An unsur with several questions counts, for each respondent, the mean of those answered,
 * on a denominator that all such means share: exact, no fractions.
 */
export class PenjumlahUnsur {
  private readonly n: Float64Array;
  private readonly jumlah: Float64Array;
  private readonly letak: readonly (readonly number[])[];
  private readonly penyebut: readonly number[];
  private readonly polos: boolean;

  /** @param pertanyaan the unsur of each character @param unsur in the order of the result */
  constructor(
    pertanyaan: readonly string[],
    private readonly unsur: readonly string[],
  ) {
    this.letak = unsur.map((kode) => pertanyaan.flatMap((p, i) => (p === kode ? [i] : [])));
    this.penyebut = this.letak.map((l) =>
      l.reduce((kelipatan, _, i) => (kelipatan * (i + 1)) / faktorSekutu(kelipatan, i + 1), 1),
    );
    this.n = new Float64Array(unsur.length);
    this.jumlah = new Float64Array(unsur.length);
    this.polos = this.letak.every((l, i) => l.length === 1 && l[0] === i);
  }

  tambah(jawaban: string): void {
    if (this.polos) this.tambahPolos(jawaban);
    else this.tambahRerata(jawaban);
  }

  hasil(): JumlahUnsur[] {
    return this.unsur.map((unsur, i) => ({
      unsur,
      n: this.n[i] ?? 0,
      jumlah: this.jumlah[i] ?? 0,
      penyebut: this.penyebut[i] ?? 1,
    }));
  }

  private tambahPolos(jawaban: string): void {
    const { n, jumlah } = this;
    for (let i = 0; i < n.length; i++) {
      const nilai = jawaban.charCodeAt(i) - 48;
      if (!(nilai >= 0)) continue;
      n[i] = (n[i] ?? 0) + 1;
      jumlah[i] = (jumlah[i] ?? 0) + nilai;
    }
  }

  private tambahRerata(jawaban: string): void {
    this.letak.forEach((letak, i) => {
      const nilai = letak.map((l) => jawaban.charCodeAt(l) - 48).filter((v) => v >= 0);
      if (nilai.length === 0) return;
      this.n[i] = (this.n[i] ?? 0) + 1;
      const total = nilai.reduce((a, b) => a + b, 0);
      this.jumlah[i] = (this.jumlah[i] ?? 0) + (total * (this.penyebut[i] ?? 1)) / nilai.length;
    });
  }
}
