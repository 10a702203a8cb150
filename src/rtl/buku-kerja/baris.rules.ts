import type { KodePeriode } from '../../shared/periode';
import { bacaCentang } from './centang.rules';
import { alamatSel, type JenisKolom, type Tabel } from './kolom.rules';
import { polos } from './sebutan.rules';

/** A fault of one cell, or of a row as a whole where `kolom` is null; both from 0. */
export interface MasalahSel {
  readonly baris: number;
  readonly kolom: number | null;
  /** `D7`, or `baris 7` */
  readonly alamat: string;
  readonly pesan: string;
}

/** A row of a table of kegiatan, its cells by what they hold. */
export interface BarisTabel {
  /** from 0 */
  readonly baris: number;
  /** text of each column that the table has; absent = no such column */
  readonly isi: ReadonlyMap<JenisKolom, string>;
  /** what was ticked; null where the table has no column of a period */
  readonly centang: readonly KodePeriode[] | null;
  readonly masalah: readonly MasalahSel[];
}

/** Where a document merges cells, the text stands in the first row of them. */
const TURUN: readonly JenisKolom[] = ['no', 'prioritas', 'program'];

/**
 * Reads the rows that hold a kegiatan, one after the other from the first below the heading. Empty ones, repeated headings and lines of
 * dashes are none.
 */
export function pembacaBaris(tabel: Tabel, turun: boolean): (isiBaris: readonly string[], ke: number) => BarisTabel[] {
  const lalu = new Map<JenisKolom, string>();
  return (isiBaris, ke) => {
    if (bukanIsi(isiBaris, tabel)) return [];
    const b = tabel.mulai + ke;
    const isi = new Map<JenisKolom, string>();
    const masalah: MasalahSel[] = [];
    let centang: KodePeriode[] | null = null;
    for (const [k, { judul, isi: kolom }] of tabel.kolom.entries()) {
      const teks = rapikan(isiBaris[k] ?? '');
      if (kolom === null) {
        if (/^\s*(?:waktu|jadwal)/i.test(judul) && bacaCentang(teks) === true)
          masalah.push(
            masalahSel(b, k, `Kolom "${judul}" tidak menyebut periode; tulis judulnya misalnya TW I 2026 atau Jan 2026`),
          );
      } else if (kolom.jenis === 'periode') {
        centang ??= [];
        const ya = bacaCentang(teks);
        if (ya === true) centang.push(kolom.periode);
        if (ya === null) masalah.push(masalahSel(b, k, `"${ringkas(teks)}" bukan centang; isi √ atau kosongkan`));
      } else isi.set(kolom.jenis, teks);
    }
    if (turun) isiTurun(isi, lalu, tabel);
    return [{ baris: b, isi, centang, masalah }];
  };
}

function isiTurun(isi: Map<JenisKolom, string>, lalu: Map<JenisKolom, string>, { kolom }: Tabel): void {
  // A plan by unit kerja has no prioritas of its own: each unit is one.
  const unitKerja = !isi.has('prioritas') && kolom.some((k) => k.isi?.jenis === 'pj' && polos(k.judul) === 'unit kerja');
  if (unitKerja) isi.set('prioritas', isi.get('pj') ?? '');
  // The document starts another prioritas: what stood for the one before ends with it.
  if ((isi.get('prioritas') ?? '') !== '' || (isi.get('no') ?? '') !== '')
    for (const jenis of TURUN) if (jenis !== 'program') lalu.delete(jenis);
  for (const jenis of TURUN) {
    const teks = isi.get(jenis);
    if (teks === undefined) continue;
    if (teks === '') isi.set(jenis, lalu.get(jenis) ?? '');
    else lalu.set(jenis, teks);
  }
  if (unitKerja) isi.set('pj', isi.get('prioritas') ?? '');
}

function bukanIsi(sel: readonly string[], { kepala, kolom }: Tabel): boolean {
  // A number, an id, or a column that is not ours makes no kegiatan.
  const terpakai = (k: number) => {
    const jenis = kolom[k]?.isi?.jenis;
    return jenis !== undefined && jenis !== 'no' && jenis !== 'id';
  };
  const isi = sel.map((s, k) => (terpakai(k) ? s.trim() : ''));
  if (isi.every((s) => s === '' || /^[-–—=]{2,}$/.test(s))) return true;
  const sama = isi.filter((s, k) => polos(s) !== '' && kepala[k] === polos(s)).length;
  if (sama >= 2) return true;
  // What stands below a repeated heading: periods in the columns of periods, and nothing else.
  const periode = (k: number) => kolom[k]?.isi?.jenis === 'periode';
  return isi.every((s, k) => s === '' || (periode(k) && bacaCentang(s) === null)) && isi.some((s) => s !== '');
}

/** Markup and blanks that come along from documents. */
function rapikan(teks: string): string {
  return teks
    .replace(/<\/?[ib]>/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .normalize('NFC')
    .trim();
}

/** Null for a cell with nothing in it. */
export const adaIsi = (teks: string | undefined): string | null => (teks === undefined || teks === '' ? null : teks);

export const ringkas = (teks: string): string => (teks.length > 60 ? `${teks.slice(0, 60)}…` : teks);

export function masalahSel(baris: number, kolom: number | null, pesan: string): MasalahSel {
  return { baris, kolom, alamat: kolom === null ? `baris ${baris + 1}` : alamatSel(kolom, baris), pesan };
}

/** Where a column of that kind stands, or null. */
export function letakKolom(tabel: Tabel, jenis: JenisKolom | 'periode'): number | null {
  const k = tabel.kolom.findIndex(({ isi }) => isi?.jenis === jenis);
  return k < 0 ? null : k;
}
