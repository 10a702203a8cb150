import type { Instrumen } from '../../instrumen/instrumen.rules';
import { bacaAngkaUnsur, bacaBulat, bacaDesimal, type Skala } from '../../shared/angka.rules';
import { PengenalUnsur } from './kenali-unsur.rules';

/** What a pasted table, or the table of a small file, says of one unsur; as text, for the form shows it before anything is taken. */
export interface SelUnsur {
  readonly unsur: string;
  readonly n?: string;
  readonly jumlah?: string;
  /** `3,53`, `88,21` or `3,53/88,21` */
  readonly angka?: string;
}

export interface HasilTempel {
  /** in the order of the table, which is the agency's own */
  readonly unsur: readonly SelUnsur[];
  /** lines that were left out, with the reason */
  readonly dilewati: readonly { readonly baris: number; readonly isi: string; readonly alasan: string }[];
  /** how it was understood, a sentence a piece */
  readonly catatan: readonly string[];
}

type Besaran = 'n' | 'jumlah' | 'nrr' | 'nilai' | 'abaikan';
/** What the form asks for. */
export type CaraIsi = 'jumlah' | 'nrr' | 'nilai';

export const BARIS_TEMPEL_TERBANYAK = 500;

/** Cells of a copied text: tabs (a spreadsheet), else `;`, `|`, or runs of blanks. */
export function selTeks(teks: string): string[][] {
  const baris = teks.split('\n').slice(0, BARIS_TEMPEL_TERBANYAK);
  const pemisah = teks.includes('\t') ? /\t/ : teks.includes(';') ? /;/ : teks.includes('|') ? /\|/ : /\s{2,}|\s+(?=[\d/.,\s]+$)/;
  return baris.map((b) => b.split(pemisah).map((s) => s.replace(/^"|"$/g, '').trim()));
}

/** Understands a table of unsur, whichever way round it lies. Nothing is taken by its position. */
export function bacaTabelUnsur(sel: readonly (readonly string[])[], instrumen: Instrumen, cara: CaraIsi): HasilTempel {
  const pengenal = new PengenalUnsur(instrumen.unsur);
  const terlebar = sel.findIndex((b) => new Set(b.flatMap((s) => dikenal(pengenal, s) ?? [])).size > 1 && !b.some(angkaDesimal));
  return terlebar >= 0 ? mendatar(sel, terlebar, pengenal, instrumen, cara) : menurun(sel, pengenal, instrumen, cara);
}

function dikenal(pengenal: PengenalUnsur, teks: string): string | null {
  const hasil = pengenal.kenali(teks);
  return hasil && 'unsur' in hasil ? hasil.unsur : null;
}

/** Words of a heading that say which figure stands below or beside it. */
export function besaran(judul: string): Besaran | null {
  const j = judul.toLowerCase();
  if (/tertimbang|bobot|mutu|kinerja|kategori|peringkat|keterangan|^no\.?$|nomor/.test(j)) return 'abaikan';
  if (/^n$|responden|jawaban|banyak|terisi/.test(j)) return 'n';
  if (/nrr|rata/.test(j)) return 'nrr';
  if (/jumlah|total|jml|sum|Σ/.test(j)) return 'jumlah';
  if (/konversi|ikm|indeks|x\s*25|×\s*25|nilai/.test(j)) return 'nilai';
  return null;
}

const angkaSaja = (teks: string): boolean => teks.split('/').every((b) => 'nilai' in bacaDesimal(b));

/** A heading may number its columns, but holds no scores. */
const angkaDesimal = (teks: string): boolean => /[.,]/.test(teks) && angkaSaja(teks);

/** One unsur a line; a heading above, where there is one, names the columns. */
function menurun(sel: readonly (readonly string[])[], pengenal: PengenalUnsur, instrumen: Instrumen, cara: CaraIsi): HasilTempel {
  const unsur = new Map<string, SelUnsur>();
  const dilewati: { baris: number; isi: string; alasan: string }[] = [];
  const kepala: (Besaran | null)[] = [];
  sel.forEach((b, i) => {
    const isi = b.filter((s) => s !== '').join(' · ').slice(0, 120); // prettier-ignore
    if (isi === '') return;
    const lewati = (alasan: string) => dilewati.push({ baris: i + 1, isi, alasan });
    const nama = b.findIndex((s) => s !== '' && !angkaSaja(s) && pengenal.kenali(s) !== null);
    if (nama < 0) {
      const besaranBaris = b.map((s) => (s === '' ? null : besaran(s)));
      if (unsur.size === 0 && besaranBaris.some((x) => x !== null && x !== 'abaikan') && !b.some(angkaSaja))
        kepala.splice(0, kepala.length, ...besaranBaris);
      else lewati('tidak menyebut kode atau nama unsur yang dikenal');
      return;
    }
    const kenalan = gabungKenalan(b, nama, pengenal);
    if (typeof kenalan !== 'string') {
      lewati(`kode ${kenalan.bentrok[0]}, tetapi namanya seperti ${kenalan.bentrok[1]}; betulkan salah satu`);
    } else if (unsur.has(kenalan)) lewati(`${kenalan} sudah ada pada baris sebelumnya`);
    else {
      const angka = b.map((s, k): [string, Besaran | null] => [s, kepala[k] ?? null]).slice(nama + 1).filter(([s]) => s !== '' && angkaSaja(s)); // prettier-ignore
      const hasil = susun(kenalan, angka, instrumen.skala, cara);
      if (hasil === null) lewati(`angka untuk ${kenalan} tidak dapat dipastikan; tambahkan judul kolom atau ketik sendiri`);
      else unsur.set(kenalan, hasil);
    }
  });
  const catatan = [
    unsur.size === 0 ? 'Tidak ada unsur yang dikenali.' : `${unsur.size} unsur dikenali dari kode atau namanya.`,
    ...(kepala.length === 0 ? [] : ['Kolomnya dikenali dari judulnya.']),
  ];
  return { unsur: [...unsur.values()], dilewati, catatan };
}

/** A code in one cell and the name in the next are read together. */
function gabungKenalan(
  b: readonly string[],
  pertama: number,
  pengenal: PengenalUnsur,
): string | { bentrok: readonly [string, string] } {
  const berikut = b[pertama + 1] ?? '';
  const sel = angkaSaja(berikut) ? [b[pertama] ?? ''] : [b[pertama] ?? '', berikut];
  const ditemukan = sel.flatMap((s) => pengenal.kenali(s) ?? []);
  const bentrok = ditemukan.find((k) => 'bentrok' in k);
  if (bentrok && 'bentrok' in bentrok) return bentrok;
  const [satu, dua] = ditemukan.flatMap((k) => ('unsur' in k ? [k.unsur] : []));
  if (satu !== undefined && dua !== undefined && satu !== dua) return { bentrok: [satu, dua] };
  return satu ?? '';
}

/** The unsur stand in a heading; the lines below say what their figures are. */
function mendatar(
  sel: readonly (readonly string[])[],
  kepala: number,
  pengenal: PengenalUnsur,
  instrumen: Instrumen,
  cara: CaraIsi,
): HasilTempel {
  const judul = sel[kepala] ?? [];
  const kolom = judul.flatMap((s, k): { k: number; unsur: string }[] => {
    const unsur = dikenal(pengenal, s);
    return unsur === null ? [] : [{ k, unsur }];
  });
  const dilewati = judul.flatMap((s) => {
    const hasil = s === '' ? null : pengenal.kenali(s);
    return hasil && 'bentrok' in hasil ? [{ baris: kepala + 1, isi: s, alasan: `kode ${hasil.bentrok[0]}, tetapi namanya seperti ${hasil.bentrok[1]}` }] : []; // prettier-ignore
  });
  const angka = new Map<string, [string, Besaran | null][]>();
  sel.slice(kepala + 1).forEach((b, i) => {
    const isi = kolom.map(({ k, unsur }) => ({ unsur, teks: b[k] ?? '' })).filter(({ teks }) => teks !== '' && angkaSaja(teks));
    if (isi.length === 0) return;
    const label = b.find((s) => s !== '' && !angkaSaja(s)) ?? '';
    const jenis = label === '' ? null : besaran(label);
    if (jenis === 'abaikan') dilewati.push({ baris: kepala + i + 2, isi: label, alasan: 'bukan angka yang diminta' });
    else for (const { unsur, teks } of isi) angka.set(unsur, [...(angka.get(unsur) ?? []), [teks, jenis]]);
  });
  const unsur = kolom.flatMap(({ unsur: kode }, i) => {
    if (kolom.findIndex((x) => x.unsur === kode) !== i) {
      dilewati.push({ baris: kepala + 1, isi: kode, alasan: `${kode} sudah ada pada kolom sebelumnya` });
      return [];
    }
    return susun(kode, angka.get(kode) ?? [], instrumen.skala, cara) ?? [];
  });
  return { unsur, dilewati, catatan: [`${unsur.length} unsur dikenali dari judul kolomnya.`] };
}

/** Gives each figure its place: by its heading, else by its size; null when that leaves a doubt. */
function susun(
  unsur: string,
  angka: readonly (readonly [string, Besaran | null])[],
  skala: Skala,
  cara: CaraIsi,
): SelUnsur | null {
  const ambil = (b: Besaran) => angka.find(([, jenis]) => jenis === b)?.[0];
  const tanpaJudul = angka.filter(([, jenis]) => jenis === null).map(([s]) => s);
  if (cara === 'jumlah') {
    const [n, jumlah] = [ambil('n'), ambil('jumlah') ?? ambil('nilai')];
    if (jumlah !== undefined) return { unsur, jumlah, ...(n === undefined ? {} : { n }) };
    return duaBulat(unsur, tanpaJudul, skala);
  }
  const [nrr, nilai] = [ambil('nrr'), ambil('nilai')];
  const jelas = [nrr, nilai].flatMap((s) => (s === undefined ? [] : s.split('/')));
  const calon = jelas.length > 0 ? jelas : tanpaJudul.flatMap((s) => s.split('/'));
  const sah = calon.filter((s) => 'nilai' in bacaAngkaUnsur(s, skala, cara));
  if (sah.length === 0 || sah.length > 2 || (jelas.length === 0 && sah.length !== calon.length)) return null;
  const gabung = sah.join('/');
  return 'nilai' in bacaAngkaUnsur(gabung, skala, cara) ? { unsur, angka: gabung } : null;
}

function duaBulat(unsur: string, angka: readonly string[], { min, maks }: Skala): SelUnsur | null {
  if (angka.length === 1) return { unsur, jumlah: angka[0] ?? '' };
  const [a, b] = angka.map((s) => bacaBulat(s));
  if (angka.length !== 2 || !a || !b || 'salah' in a || 'salah' in b) return null;
  const cocok = (n: number, jumlah: number) => jumlah >= n * min && jumlah <= n * maks;
  if (cocok(a.nilai, b.nilai) && !cocok(b.nilai, a.nilai)) return { unsur, n: angka[0] ?? '', jumlah: angka[1] ?? '' };
  if (cocok(b.nilai, a.nilai) && !cocok(a.nilai, b.nilai)) return { unsur, n: angka[1] ?? '', jumlah: angka[0] ?? '' };
  return null;
}
