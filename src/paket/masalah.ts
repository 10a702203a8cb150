import { GalatPengguna } from '../shared/galat';

/** One problem of the input: where (a JSON path) and, in Indonesian, what is wrong and what is allowed. */
export interface Masalah {
  readonly jalur: string;
  readonly pesan: string;
}

/** Collects all problems at once; beyond `BATAS` they are only counted, so that a million bad rows cost no memory. */
export class DaftarMasalah {
  static readonly BATAS = 500;
  readonly isi: Masalah[] = [];
  jumlah = 0;

  tambah(jalur: string, pesan: string): void {
    this.jumlah += 1;
    if (this.isi.length < DaftarMasalah.BATAS) this.isi.push({ jalur, pesan });
  }

  /** @throws {GalatPaket} when anything was found */
  pastikanKosong(): void {
    if (this.jumlah > 0) throw new GalatPaket(this.isi, this.jumlah);
  }
}

/** A paket that is refused whole, with all its problems. */
export class GalatPaket extends GalatPengguna {
  override readonly name = 'GalatPaket';

  constructor(
    readonly masalah: readonly Masalah[],
    readonly jumlah: number = masalah.length,
  ) {
    const baris = masalah.map((m) => `  ${m.jalur}: ${m.pesan}`);
    if (jumlah > masalah.length) baris.push(`  … dan ${jumlah - masalah.length} masalah lain.`);
    super(`Paket ditolak, ${jumlah} masalah; tidak ada yang diimpor.\n${baris.join('\n')}`);
  }
}

/** A value as the person wrote it, short enough for a message. */
export function kutip(nilai: unknown): string {
  const teks = typeof nilai === 'string' || typeof nilai === 'number' ? String(nilai) : String(JSON.stringify(nilai));
  return `“${teks.length > 60 ? `${teks.slice(0, 60)}…` : teks}”`;
}

/** Notes every key that stands a second time, and where it stood first. */
export function kembar(
  kunci: readonly (string | number | undefined)[],
  jalur: (indeks: number) => string,
  nama: string,
  masalah: DaftarMasalah,
): void {
  const pertama = new Map<string | number, number>();
  kunci.forEach((k, i) => {
    if (k === undefined) return;
    const awal = pertama.get(k);
    if (awal === undefined) pertama.set(k, i);
    else masalah.tambah(jalur(i), `${nama} ${kutip(k)} kembar; sudah dipakai di ${jalur(awal)}.`);
  });
}
