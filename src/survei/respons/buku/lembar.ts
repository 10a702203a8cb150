import { StringDecoder } from 'node:string_decoder';
import { GalatPengguna } from '../../../shared/galat';
import { BarisTeks, KOLOM_MAKS, type PenerimaBaris } from '../sumber-baris';
import { dariSerial } from './tanggal-excel';
import { atribut, daftarSimpul, teksKaya, uraiEntitas } from './xml';

export interface KamusLembar {
  readonly teksBersama: readonly string[];
  /** cell style → shows a date */
  readonly gayaTanggal: readonly boolean[];
  readonly sejak1904: boolean;
}

/** One row's XML is no longer than this unless somebody made it so. */
const POTONGAN_MAKS = 8 * 1024 * 1024;

/** Rows of a worksheet from its XML, in whatever pieces it comes. Formulas give the value that was last computed. */
export class PemindaiLembar {
  private readonly pengurai = new StringDecoder('utf8');
  private sisa = '';
  private nomor = 0;
  private selesai = false;
  /** whoever takes the rows wants no more */
  cukup = false;
  /** columns that the sheet hides */
  readonly tersembunyi = new Set<number>();
  private kepalaDibaca = false;

  constructor(
    private readonly kamus: KamusLembar,
    private readonly terima: PenerimaBaris,
  ) {}

  /** @throws {GalatPengguna} too many columns, or no worksheet at all */
  pindai(potongan: Buffer): void {
    if (this.selesai || this.cukup) return;
    const xml = this.sisa + this.pengurai.write(potongan);
    let letak = 0;
    if (!this.kepalaDibaca) {
      const data = xml.search(/<(?:\w+:)?sheetData[\s/>]/);
      if (data < 0) {
        this.sisa = xml;
        this.periksaPanjang();
        return;
      }
      this.bacaKolom(xml.slice(0, data));
      this.kepalaDibaca = true;
      letak = data + 1;
    }
    for (;;) {
      const buka = tagBaris(xml, letak);
      if (buka < 0) break;
      const tutupTag = xml.indexOf('>', buka);
      if (tutupTag < 0) break;
      let akhir = tutupTag + 1;
      let isi = '';
      if (xml[tutupTag - 1] !== '/') {
        const tutup = akhirBaris(xml, akhir);
        if (tutup < 0) break;
        isi = xml.slice(akhir, tutup);
        akhir = xml.indexOf('>', tutup) + 1;
        if (akhir === 0) break;
      }
      letak = akhir;
      if (!this.baris(xml.slice(buka, tutupTag), isi)) {
        this.cukup = true;
        return;
      }
    }
    const belum = tagBaris(xml, letak);
    if (belum < 0 && xml.indexOf('/sheetData>', letak) >= 0) this.selesai = true;
    this.sisa = belum >= 0 ? xml.slice(belum) : xml.slice(Math.max(letak, xml.length - 40));
    this.periksaPanjang();
  }

  private periksaPanjang(): void {
    if (this.sisa.length > POTONGAN_MAKS) {
      throw new GalatPengguna(`Baris ${this.nomor + 1} pada lembar ini terlalu panjang untuk sebuah tabel. Salin tabel jawabannya saja ke lembar baru.`); // prettier-ignore
    }
  }

  private bacaKolom(kepala: string): void {
    for (const m of kepala.matchAll(/<(?:\w{1,20}:)?col(\s[^<>]*)>/g)) {
      const tag = m[1] ?? '';
      if (!/^(1|true)$/.test(atribut(tag, 'hidden') ?? '')) continue;
      const maks = Math.min(Number(atribut(tag, 'max')), KOLOM_MAKS);
      for (let k = Number(atribut(tag, 'min')); k <= maks; k++) this.tersembunyi.add(k - 1);
    }
  }

  private baris(tag: string, isi: string): boolean {
    const r = Number(atribut(tag, 'r') ?? 0);
    this.nomor = r > this.nomor ? r : this.nomor + 1;
    const sel: string[] = [];
    let berikut = 0;
    for (const { ciri, isi: dalam } of daftarSimpul(isi, 'c')) {
      const alamat = atribut(ciri, 'r');
      const kolom = alamat === null ? berikut : nomorKolom(alamat);
      berikut = kolom + 1;
      if (dalam === null) continue;
      const teks = this.sel(ciri, dalam);
      if (teks === '') continue;
      if (kolom >= KOLOM_MAKS) {
        throw new GalatPengguna(`Baris ${this.nomor} lebih dari ${KOLOM_MAKS} kolom. Sisakan kolom yang diperlukan saja, lalu simpan ulang.`); // prettier-ignore
      }
      while (sel.length < kolom) sel.push('');
      sel[kolom] = teks;
    }
    return this.terima(new BarisTeks(this.nomor, sel));
  }

  private sel(ciri: string, isi: string): string {
    const jenis = atribut(ciri, 't') ?? 'n';
    if (jenis === 'inlineStr') return teksKaya(isi);
    const v = nilaiSel(isi);
    if (v === null) return '';
    if (jenis === 's') return this.kamus.teksBersama[Number(v)] ?? '';
    if (jenis === 'b') return v === '1' ? 'TRUE' : 'FALSE';
    if (jenis !== 'n') return uraiEntitas(v);
    const gaya = atribut(ciri, 's');
    if (gaya !== null && this.kamus.gayaTanggal[Number(gaya)] === true) return dariSerial(Number(v), this.kamus.sejak1904);
    return bilangan(v);
  }
}

/** The text of `<v>`. */
function nilaiSel(isi: string): string | null {
  const awal = isi.indexOf('<v>');
  if (awal >= 0) {
    const akhir = isi.indexOf('</v>', awal);
    return akhir < 0 ? null : isi.slice(awal + 3, akhir);
  }
  for (const v of daftarSimpul(isi, 'v')) return v.isi;
  return null;
}

/** A number as one would read it: 3.0000000000000001 is stored for 3. */
function bilangan(v: string): string {
  if (v.length === 1) return v;
  const nilai = Number(v);
  return Number.isFinite(nilai) && v.trim() !== '' ? String(Number(nilai.toPrecision(15))) : v;
}

/** `<row` or `<x:row`, not `<rowBreaks`. */
function tagBaris(xml: string, dari: number): number {
  const pola = /<(?:\w+:)?row[\s>/]/g;
  pola.lastIndex = dari;
  return pola.exec(xml)?.index ?? -1;
}

function akhirBaris(xml: string, dari: number): number {
  const i = xml.indexOf('</row>', dari);
  if (i >= 0) return i;
  const pola = /<\/\w+:row>/g;
  pola.lastIndex = dari;
  return pola.exec(xml)?.index ?? -1;
}

/** `AB12` → 27. */
function nomorKolom(alamat: string): number {
  let nomor = 0;
  for (let i = 0; i < alamat.length; i++) {
    const huruf = alamat.charCodeAt(i) & ~0x20;
    if (huruf < 65 || huruf > 90) break;
    nomor = nomor * 26 + huruf - 64;
  }
  return nomor - 1;
}
