import { HITUNGAN } from './kolom.rules';
import { barisNomorKolom } from './judul.rules';
import type { ArtiKolom, Susunan } from './respons.rules';
import type { Baris } from './sumber-baris';
import { cuplikan, kataKata, normalkan, rapikan } from './teks.rules';

/** What the answers of a row look like. */
export interface RupaJawaban {
  readonly terisi: number;
  readonly salah: number;
  readonly pertanyaan: number;
}

/**
 * Tells respondents from the other rows that sheets have: totals and averages below, empty lines, repeated headers, notes,
 * signatures. A row of digits under "Jumlah" is none either.
 */
export class PenyaringBaris {
  /** columns without answers */
  private readonly lain: number[];
  /** those of them that a respondent fills in */
  private readonly profil: number[];
  private readonly jawaban: number[];
  private readonly nomor: number[];
  private readonly judul: string[];
  /** a row of totals has come, and no respondent since */
  diBawahJumlah = false;

  constructor(arti: readonly ArtiKolom[], susunan: Susunan) {
    const milik = (uji: (a: ArtiKolom) => boolean) => arti.flatMap((a, k) => (uji(a) ? [k] : []));
    const menjawab = (a: ArtiKolom) => a.jenis === 'unsur' || a.jenis === 'kepentingan';
    this.jawaban = milik(menjawab);
    this.lain = milik((a) => !menjawab(a));
    this.profil = milik((a) => ['ciri', 'tanggal', 'identitas', 'saran', 'lain'].includes(a.jenis));
    this.nomor = milik((a) => a.jenis === 'nomor');
    this.judul = susunan.kolom.map((k) => normalkan(k.judul));
  }

  /** Why the row is no respondent, in Indonesian; null when it is one, readable or not. */
  alasan(baris: Baris, { terisi, salah, pertanyaan }: RupaJawaban): string | null {
    if (salah === 0 && terisi === pertanyaan && !this.diBawahJumlah) {
      const label = this.lain.length === 0 ? '' : this.label(baris);
      return label !== '' && this.terisi(baris, this.profil, label) === 0 ? `baris “${cuplikan(label)}”` : null;
    }
    const label = this.label(baris);
    const profil = this.terisi(baris, this.profil, label);
    if (label !== '' && profil <= 1) {
      this.diBawahJumlah = true;
      return `baris “${cuplikan(label)}”`;
    }
    const bernomor = this.terisi(baris, this.nomor) > 0;
    if (terisi + salah === 0) return this.tanpaJawaban(baris, bernomor);
    if (salah > 0 && this.judulBerulang(baris)) return 'judul yang berulang';
    if (salah > 0 && barisNomorKolom(this.isi(baris))) return 'nomor kolom';
    if (this.diBawahJumlah) {
      if (salah > 0 || terisi < pertanyaan || (profil === 0 && !bernomor && this.profil.length + this.nomor.length > 0))
        return 'di bawah baris jumlah';
      this.diBawahJumlah = false;
      return null;
    }
    const sendirian = profil === 0 && !bernomor && this.profil.length + this.nomor.length > 0;
    return sendirian && salah * 2 > pertanyaan && this.semuaAngka(baris)
      ? 'tampaknya baris jumlah atau rata-rata tanpa label'
      : null;
  }

  /** Nothing stands beside the answers of this row. */
  sendirian(baris: Baris): boolean {
    return this.terisi(baris, this.profil) === 0 && this.terisi(baris, this.nomor) === 0;
  }

  private tanpaJawaban(baris: Baris, bernomor: boolean): string | null {
    const terisi = this.terisi(baris, this.lain) + this.diLuar(baris);
    if (terisi === 0) return 'baris kosong';
    if (this.diBawahJumlah) return 'di bawah baris jumlah';
    if (bernomor && terisi === 1) return 'hanya nomor urut';
    return terisi === 1 ? 'catatan, bukan jawaban' : null;
  }

  /** "Jumlah", "Rata-rata", "NRR per unsur" in the first cell that is filled. */
  private label(baris: Baris): string {
    for (const k of this.lain) {
      const teks = baris.teks(k);
      if (teks === '') continue;
      const awal = teks.charCodeAt(0);
      if (awal >= 0x30 && awal <= 0x39) return '';
      const rapi = rapikan(teks);
      if (rapi === '') continue;
      return rapi.startsWith('Σ') || HITUNGAN.test(kataKata(rapi)) ? rapi : '';
    }
    return '';
  }

  private terisi(baris: Baris, kolom: readonly number[], kecuali = ''): number {
    let jumlah = 0;
    for (const k of kolom) {
      const teks = baris.teks(k).trim();
      if (teks !== '' && teks !== '-' && (kecuali === '' || rapikan(teks) !== kecuali)) jumlah++;
    }
    return jumlah;
  }

  /** Cells to the right of the header. */
  private diLuar(baris: Baris): number {
    let jumlah = 0;
    for (let k = this.judul.length; k < baris.n; k++) if (baris.teks(k).trim() !== '') jumlah++;
    return jumlah;
  }

  private judulBerulang(baris: Baris): boolean {
    const sama = this.jawaban.filter((k) => normalkan(baris.teks(k)) === this.judul[k]).length;
    return sama * 2 > this.jawaban.length;
  }

  private semuaAngka(baris: Baris): boolean {
    return this.jawaban.every((k) => /^[\d.,\s]*$/.test(baris.teks(k)));
  }

  private isi(baris: Baris): string[] {
    return Array.from({ length: baris.n }, (_, k) => rapikan(baris.teks(k)));
  }
}
