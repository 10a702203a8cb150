import { GalatPengguna } from '../../shared/galat';
import { KOLOM_MAKS, type Baris, type PenerimaBaris } from './sumber-baris';

const KUTIP = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const SPASI = 0x20;
/** Bytes of one record; more means an unclosed quote or no table at all. */
export const BARIS_MAKS = 1024 * 1024;

const DALAM_KUTIP = 1;
/** quotes doubled inside, or text after the closing quote: to be put together byte by byte */
const PERLU_RAKIT = 2;

const enum Ujung {
  Belum = -1,
}

/**
 * Records of a CSV file from its bytes, in whatever pieces they come: quotes, separators and line ends are found correctly across
 * pieces, since an unfinished record is read again with what follows it. Bytes are ASCII-compatible (UTF-8, Windows-1252).
 * The record handed over is reused: take from it at once.
 */
export class PemindaiCsv implements Baris {
  nomor = 1;
  n = 0;
  /** whoever takes the rows wants no more */
  cukup = false;
  private sisa: Buffer | null = null;
  private isi: Buffer = Buffer.alloc(0);
  private readonly awal = new Int32Array(KOLOM_MAKS + 1);
  private readonly akhir = new Int32Array(KOLOM_MAKS + 1);
  private readonly sifat = new Uint8Array(KOLOM_MAKS + 1);
  private barisBerikut = 1;

  constructor(
    private readonly pemisah: number,
    private readonly terima: PenerimaBaris,
  ) {}

  /** @throws {GalatPengguna} unclosed quote, a NUL byte, too many columns, a record that never ends */
  pindai(potongan: Buffer): void {
    if (potongan.includes(0)) throw this.galat('memuat bita nol, jadi bukan teks CSV. Simpan ulang sebagai “CSV UTF-8”.');
    const isi = this.sisa ? Buffer.concat([this.sisa, potongan]) : potongan;
    this.telan(isi, false);
  }

  /** The last record, with or without a line end. */
  tutup(): void {
    if (this.sisa) this.telan(this.sisa, true);
  }

  private telan(isi: Buffer, tamat: boolean): void {
    this.isi = isi;
    let mulai = 0;
    while (mulai < isi.length) {
      this.nomor = this.barisBerikut;
      const ujung = this.satu(mulai, tamat);
      if (ujung === (Ujung.Belum as number)) break;
      if (!this.terima(this)) {
        this.sisa = null;
        this.cukup = true;
        return;
      }
      mulai = ujung;
    }
    this.sisa = mulai < isi.length ? isi.subarray(mulai) : null;
    if (this.sisa && this.sisa.length > BARIS_MAKS) this.terlaluPanjang(this.sisa);
  }

  /** Finds the fields of the record at `mulai`; returns where the next begins, or Ujung.Belum when its end has not come yet. */
  private satu(mulai: number, tamat: boolean): number {
    const { isi, pemisah, awal, akhir, sifat } = this;
    const panjang = isi.length;
    let i = mulai;
    let kolom = 0;
    let baris = this.nomor + 1;
    for (;;) {
      if (kolom > KOLOM_MAKS)
        throw this.galat(`lebih dari ${KOLOM_MAKS} kolom. Sisakan kolom yang diperlukan saja, lalu simpan ulang.`);
      if (i < panjang && isi[i] === KUTIP) {
        sifat[kolom] = DALAM_KUTIP;
        awal[kolom] = i + 1;
        let k = i + 1;
        for (;;) {
          k = isi.indexOf(KUTIP, k);
          if (k < 0) return tamat ? this.takTertutup(this.nomor + hitungBaris(isi, mulai, i)) : Ujung.Belum;
          if (isi[k + 1] !== KUTIP) break;
          sifat[kolom] = PERLU_RAKIT;
          k += 2;
        }
        if (k + 1 >= panjang && !tamat) return Ujung.Belum;
        const lompat = hitungBaris(isi, i, k);
        akhir[kolom] = k;
        i = k + 1;
        while (i < panjang && isi[i] === SPASI && pemisah !== SPASI) i++;
        const b = isi[i];
        if (i < panjang && b !== pemisah && b !== LF && b !== CR) {
          // Text right after a quote that spans lines: the quote that "closed" it opened another field.
          if (lompat > 0) return this.takTertutup(baris - 1);
          sifat[kolom] = PERLU_RAKIT;
          while (i < panjang && isi[i] !== pemisah && isi[i] !== LF && isi[i] !== CR) i++;
          akhir[kolom] = i;
        }
        baris += lompat;
      } else {
        sifat[kolom] = 0;
        awal[kolom] = i;
        while (i < panjang) {
          const b = isi[i];
          if (b === pemisah || b === LF || b === CR) break;
          i++;
        }
        akhir[kolom] = i;
      }
      kolom++;
      if (i >= panjang) {
        if (!tamat) return Ujung.Belum;
        break;
      }
      if (isi[i] === pemisah) {
        i++;
        continue;
      }
      if (isi[i] === CR) {
        if (i + 1 >= panjang && !tamat) return Ujung.Belum;
        if (isi[i + 1] === LF) i++;
      }
      i++;
      break;
    }
    this.n = kolom;
    this.barisBerikut = baris;
    return i;
  }

  /** The digit of a one-character answer, -2 for an empty cell, -1 for anything else. */
  angka(kolom: number): number {
    if (kolom >= this.n) return -2;
    const a = this.awal[kolom] ?? 0;
    const panjang = (this.akhir[kolom] ?? 0) - a;
    if (panjang === 0) return -2;
    if (panjang !== 1) return -1;
    const nilai = (this.isi[a] ?? 0) - 0x30;
    return nilai >= 0 && nilai <= 9 ? nilai : -1;
  }

  teks(kolom: number): string {
    if (kolom >= this.n) return '';
    const a = this.awal[kolom] ?? 0;
    const z = this.akhir[kolom] ?? 0;
    if (a >= z) return '';
    const teks = this.urai(a, z);
    return this.sifat[kolom] === PERLU_RAKIT ? rakit(teks, this.isi[z] !== KUTIP) : teks;
  }

  /** UTF-8; a field that is not valid as such was written by an older Excel in Windows-1252. */
  private urai(a: number, z: number): string {
    const teks = this.isi.toString('utf8', a, z);
    return teks.includes('\ufffd') ? dari1252(this.isi.toString('latin1', a, z)) : teks;
  }

  private terlaluPanjang(sisa: Buffer): never {
    const kutip = sisa.indexOf(KUTIP);
    const batas = sisa.findIndex((b) => b === LF || b === CR);
    if (kutip >= 0 && batas >= 0) this.takTertutup(this.nomor + (batas < kutip ? hitungBaris(sisa, 0, kutip) : 0));
    throw this.galat(
      'lebih panjang dari 1 MB tanpa akhir baris, jadi bukan tabel. Simpan ulang sebagai CSV dengan satu responden per baris.',
    );
  }

  private takTertutup(baris: number): never {
    throw new GalatPengguna(
      `Tanda kutip (") yang dibuka pada baris ${baris} tidak ditutup. Tutup atau hapus tanda kutip itu, lalu unggah lagi.`,
    );
  }

  private galat(kalimat: string): GalatPengguna {
    return new GalatPengguna(`Baris ${this.barisBerikut} ${kalimat}`);
  }
}

/** 0x80–0x9F of Windows-1252; Node's own decoder reads them as control characters. */
const LETAK_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const dari1252 = (latin: string): string => latin.replace(/[\u0080-\u009f]/g, (c) => LETAK_80[c.charCodeAt(0) - 0x80] ?? c);

/** Line ends between two places; CRLF counts once. */
function hitungBaris(isi: Buffer, a: number, z: number): number {
  let jumlah = 0;
  for (let i = a; i < z; i++) {
    const b = isi[i];
    if (b === LF ? isi[i - 1] !== CR : b === CR) jumlah++;
  }
  return jumlah;
}

/** `a""b` → `a"b`; with text after the closing quote, that quote goes too. */
function rakit(teks: string, berekor: boolean): string {
  if (!berekor) return teks.replaceAll('""', '"');
  const m = /^((?:[^"]|"")*)"(.*)$/s.exec(teks);
  return m ? (m[1] ?? '').replaceAll('""', '"') + (m[2] ?? '').trimStart() : teks.replaceAll('""', '"');
}
