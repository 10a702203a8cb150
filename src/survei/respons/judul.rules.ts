import type { Instrumen } from '../../instrumen/instrumen.rules';
import { derajatKata, skorTetap, uraiJawaban } from './jawaban.rules';
import { bacaKode } from './kode-unsur.rules';
import { kenaliNama } from './nama-unsur.rules';
import { normalJawaban, rapikan } from './teks.rules';

export interface BarisContoh {
  readonly nomor: number;
  readonly sel: readonly string[];
}

export interface JudulKolom {
  /** the header itself */
  readonly judul: string;
  /** what stands above it over several columns */
  readonly grup: string;
  /** what stands below it: the question of a code */
  readonly keterangan: string;
}

export interface Judul {
  /** line of the header row that names the unsur */
  readonly baris: number;
  /** first line below the header */
  readonly barisData: number;
  readonly kolom: readonly JudulKolom[];
  /** distinct unsur that its cells name */
  readonly unsur: number;
}

/** A header stands among the first rows, below titles and before any answers. */
const CARI_MAKS = 60;

/** The header of a table: the row that names the most unsur, with what belongs to it above and below. */
export function cariJudul(contoh: readonly BarisContoh[], instrumen: Instrumen, barisJudul?: number): Judul {
  const letak = barisJudul === undefined ? letakJudul(contoh, instrumen) : contoh.findIndex((b) => b.nomor >= barisJudul);
  const utama = contoh[letak];
  if (!utama) return { baris: barisJudul ?? 1, barisData: (barisJudul ?? 1) + 1, kolom: [], unsur: 0 };
  const lebar = Math.max(...contoh.slice(letak, letak + 200).map((b) => panjangIsi(b.sel)), panjangIsi(utama.sel));
  const isi = (b: BarisContoh | undefined, k: number): string => rapikan(b?.sel[k] ?? '');
  const atas = barisAtas(contoh, letak);
  const sendiri = Array.from({ length: lebar }, (_, k) => isi(utama, k) || (atas.map((b) => isi(b, k)).find(Boolean) ?? ''));
  const { keterangan, sub, data } = bacaBawah(contoh, letak, sendiri, instrumen);
  const kolom = sendiri.map((judul, k) => ({
    judul: judul || (sub[k] ?? ''),
    grup: atas.map((b) => grupDi(utama, b, k)).find(Boolean) ?? '',
    keterangan: keterangan[k] ?? '',
  }));
  return {
    baris: utama.nomor,
    barisData: data,
    kolom,
    unsur: jumlahUnsur(kolom.map((k) => k.judul), instrumen),
  }; // prettier-ignore
}

function letakJudul(contoh: readonly BarisContoh[], instrumen: Instrumen): number {
  let [terbaik, letak] = [0, -1];
  contoh.slice(0, CARI_MAKS).forEach((b, i) => {
    const jumlah = jumlahUnsur(b.sel, instrumen);
    if (jumlah > terbaik) [terbaik, letak] = [jumlah, i];
  });
  if (terbaik >= 2 || (terbaik === 1 && instrumen.unsur.length === 1)) return letak;
  // No unsur: the first row of several words is what a person will want to look at.
  const wajar = contoh.findIndex((b) => b.sel.filter((t) => /[a-z]/i.test(t)).length >= 2);
  return wajar >= 0 ? wajar : contoh.findIndex((b) => panjangIsi(b.sel) > 0);
}

function jumlahUnsur(sel: readonly string[], instrumen: Instrumen): number {
  const ada = new Set<string>();
  for (const teks of sel) {
    if (teks.length < 2 || sepertiJawaban(teks)) continue;
    const kode = bacaKode(teks, instrumen);
    const unsur = kode ? kode.kode : kenaliNama(teks, instrumen);
    if (unsur !== null) ada.add(unsur);
  }
  return ada.size;
}

export function sepertiJawaban(teks: string): boolean {
  const { angka, kata } = uraiJawaban(normalJawaban(teks));
  return (angka !== null && kata === '') || skorTetap(kata) !== null || derajatKata(kata) !== null;
}

/** Rows right above that carry groups of columns or the upper half of merged cells; a title alone in the first column is none. */
function barisAtas(contoh: readonly BarisContoh[], letak: number): BarisContoh[] {
  const hasil: BarisContoh[] = [];
  for (let i = letak - 1; i >= Math.max(0, letak - 2); i--) {
    const b = contoh[i];
    if (!b) break;
    const terisi = b.sel.flatMap((t, k) => (rapikan(t) === '' ? [] : [k]));
    if (terisi.length === 0 || (terisi.length === 1 && terisi[0] === 0)) break;
    if (terisi.some((k) => /^\d+$/.test(rapikan(b.sel[k] ?? '')))) break;
    hasil.push(b);
  }
  return hasil;
}

/** The merged cell above a column: its text stands in its first column only. */
function grupDi(utama: BarisContoh, atas: BarisContoh, kolom: number): string {
  for (let k = kolom; k >= 0; k--) {
    if (rapikan(utama.sel[k] ?? '') === '') return '';
    const teks = rapikan(atas.sel[k] ?? '');
    if (teks !== '') return teks;
  }
  return '';
}

function bacaBawah(
  contoh: readonly BarisContoh[],
  letak: number,
  judul: readonly string[],
  instrumen: Instrumen,
): { keterangan: readonly string[]; sub: readonly string[]; data: number } {
  const unsur = judul.flatMap((j, k) => (j !== '' && (bacaKode(j, instrumen) ?? kenaliNama(j, instrumen)) !== null ? [k] : []));
  let keterangan: readonly string[] = [];
  let sub: readonly string[] = [];
  let i = letak + 1;
  for (; i <= letak + 3; i++) {
    const b = contoh[i];
    if (!b) break;
    const terisi = b.sel.map(rapikan);
    if (barisNomorKolom(terisi)) continue;
    const diUnsur = unsur.map((k) => terisi[k] ?? '').filter(Boolean);
    const adaUraian = diUnsur.length * 2 >= unsur.length && diUnsur.length > 0 && diUnsur.every((t) => uraian(t, instrumen));
    const anak = terisi.flatMap((t, k) => (t !== '' && (judul[k] ?? '') === '' ? [t] : []));
    const hanyaAnak = diUnsur.length === 0 && anak.length >= 2 && terisi.every((t) => !/\d{2}/.test(t)) && anak.length === terisi.filter(Boolean).length; // prettier-ignore
    if (adaUraian) keterangan = keterangan.length > 0 ? keterangan : terisi;
    else if (hanyaAnak) sub = terisi;
    else break;
  }
  const sebelum = contoh[i - 1];
  return { keterangan, sub, data: (sebelum?.nomor ?? 0) + 1 };
}

/** `(1) (2) (3) …` below a header. */
export function barisNomorKolom(sel: readonly string[]): boolean {
  const angka = sel.filter(Boolean).map((t) => /^\(?(\d{1,3})\)?$/.exec(t)?.[1]);
  if (angka.length < 5 || angka.some((a) => a === undefined)) return false;
  return angka.every((a, i) => i === 0 || Number(a) === Number(angka[i - 1]) + 1);
}

/** Explains a column rather than answering it: a question, a name, a code of the exporting program. */
function uraian(teks: string, instrumen: Instrumen): boolean {
  if (sepertiJawaban(teks)) return false;
  return teks.length >= 12 || /^(response|open-ended|\{|u\d)/i.test(teks) || kenaliNama(teks, instrumen) !== null;
}

function panjangIsi(sel: readonly string[]): number {
  let n = sel.length;
  while (n > 0 && rapikan(sel[n - 1] ?? '') === '') n--;
  return n;
}
