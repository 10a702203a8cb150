import {
  bacaPeriode,
  indeksAwal,
  kodePeriode,
  PANJANG,
  type JenisPeriode,
  type KodePeriode,
  type Periode,
} from '../../shared/periode';
import type { SatuanJadwal } from '../rtl.rules';

const ANGKA_ROMAWI = ['i', 'ii', 'iii', 'iv'];
/** `jan`, `january`, `agt` … each as the first letters that tell it from the others. */
const AWALAN_BULAN = [
  'jan',
  'feb|peb',
  'mar',
  'apr',
  'mei|may',
  'jun',
  'jul',
  'agu|agt|aug|ags',
  'sep',
  'okt|oct',
  'nov|nop',
  'des|dec',
];
const BULAN = AWALAN_BULAN.map((a) => `(?:${a})`).join('|');

type Kata =
  | { readonly jenis: 'periode'; readonly satuan: JenisPeriode; readonly ke: number; readonly tahun: number | null }
  | { readonly jenis: 'tahun'; readonly tahun: number }
  | { readonly jenis: 'sampai' | 'dan' };

const POLA: readonly (readonly [RegExp, (m: RegExpExecArray) => Kata | null])[] = [
  [/^(\d{4})-(\d{2})-\d{2}(?!\d)/, (m) => ({ jenis: 'periode', satuan: 'bulan', ke: Number(m[2]), tahun: Number(m[1]) })],
  [/^\d{4}-(?:tw[1-4]|s[12]|\d{2})(?!\d)/, (m) => dariKode(m[0].toUpperCase())],
  [/^(?:tw|triwulan|kw|q)\W{0,2}(iv|iii|ii|i|[1-4])(?![a-z\d])/, (m) => ({ jenis: 'periode', satuan: 'triwulan', ke: angka(m[1]), tahun: null })], // prettier-ignore
  [/^(?:smt|sem|semester)\W{0,2}(ii|i|[12])(?![a-z\d])/, (m) => ({ jenis: 'periode', satuan: 'semester', ke: angka(m[1]), tahun: null })], // prettier-ignore
  [new RegExp(`^(?:${BULAN})[a-z]*\\.?[-' ](\\d{2})(?!\\d)`), (m) => ({ jenis: 'periode', satuan: 'bulan', ke: bulanKe(m[0]), tahun: 2000 + Number(m[1]) })], // prettier-ignore
  [new RegExp(`^(?:${BULAN})[a-z]*\\.?`), (m) => ({ jenis: 'periode', satuan: 'bulan', ke: bulanKe(m[0]), tahun: null })],
  [/^(?:tahun |th\.? )?((?:19|20)\d{2})(?!\d)/, (m) => ({ jenis: 'tahun', tahun: Number(m[1]) })],
  [/^(?:-|s\.? ?[/.]? ?d\.?(?![a-z])|sampai(?: dengan)?(?![a-z])|hingga(?![a-z])|to(?![a-z]))/, () => ({ jenis: 'sampai' })],
  [/^(?:[,;&/+\n]|dan(?![a-z])|serta(?![a-z]))/, () => ({ jenis: 'dan' })],
  [/^(?:bulan(?: ke)?-?|ke-)(?![a-z])/, () => ({ jenis: 'dan' })],
];

const angka = (teks = ''): number => Number(teks) || ANGKA_ROMAWI.indexOf(teks) + 1;
const bulanKe = (teks: string): number => AWALAN_BULAN.findIndex((a) => new RegExp(`^(?:${a})`).test(teks)) + 1;

function dariKode(kode: string): Kata | null {
  const p = bacaPeriode(kode);
  return p && { jenis: 'periode', satuan: p.jenis, ke: p.ke ?? 1, tahun: p.tahun };
}

/** The words of a schedule; null as soon as one is none. @param satuan what a bare number counts */
function kataJadwal(teks: string, satuan: SatuanJadwal): Kata[] | null {
  let sisa = teks
    .toLowerCase()
    .replace(/[–—−‐]/g, '-')
    .replace(/[()]/g, ' ')
    .trim();
  const hasil: Kata[] = [];
  while (sisa !== '') {
    const kata = kataPertama(sisa, satuan);
    if (!kata?.[0]) return null;
    hasil.push(kata[0]);
    sisa = sisa.slice(kata[1]).trim();
  }
  return hasil;
}

function kataPertama(sisa: string, satuan: SatuanJadwal): [Kata | null, number] | null {
  for (const [pola, buat] of POLA) {
    const m = pola.exec(sisa);
    if (m) return [buat(m), m[0].length];
  }
  const lepas = /^(iv|iii|ii|i|\d{1,2})(?![a-z\d])/.exec(sisa);
  const ke = angka(lepas?.[1]);
  if (!lepas || ke < 1 || ke > 12 / PANJANG[satuan]) return null;
  return [{ jenis: 'periode', satuan, ke, tahun: null }, lepas[0].length];
}

/**
 * A schedule in words, as plans print it: `Februari–Juni 2023`, `1, 4, 5`, `1-12`, `TW I, TW II 2024`, `Agustus 2023`.
 * @param tahun where the text names none
 * @returns null when it cannot be understood
 */
export function bacaJadwal(teks: string, tahun: number, satuan: SatuanJadwal): KodePeriode[] | null {
  if (/^[-–—]?$/.test(teks.trim())) return [];
  const kata = kataJadwal(teks, satuan);
  if (!kata) return null;
  const hasil: Periode[] = [];
  let rentang = false;
  for (const [i, k] of kata.entries()) {
    if (k.jenis === 'sampai') rentang = hasil.length > 0;
    if (k.jenis !== 'periode') continue;
    const kini: Periode = { jenis: k.satuan, ke: k.ke, tahun: k.tahun ?? tahunKata(kata, i) ?? tahun };
    if (rentang) {
      const isi = antara(hasil.at(-1), kini);
      if (!isi) return null;
      hasil.push(...isi);
    } else hasil.push(rapi(kini));
    rentang = false;
  }
  if (rentang) return null;
  if (hasil.length === 0)
    hasil.push(...kata.flatMap((k) => (k.jenis === 'tahun' ? [{ jenis: 'tahun' as const, tahun: k.tahun }] : [])));
  const kode = hasil.map(kodePeriode);
  return hasil.length > 0 && kode.every((k) => bacaPeriode(k) !== null) ? [...new Set(kode)] : null;
}

const rapi = ({ jenis, tahun, ke }: Periode): Periode =>
  jenis === 'tahun' || ke === undefined ? { jenis, tahun } : { jenis, tahun, ke };

/** The year that follows in the text, else the one before. */
function tahunKata(kata: readonly Kata[], i: number): number | null {
  const tahunDari = (k: Kata): number | null => (k.jenis === 'tahun' || k.jenis === 'periode' ? k.tahun : null);
  for (const k of kata.slice(i + 1)) if (tahunDari(k) !== null) return tahunDari(k);
  for (const k of kata.slice(0, i).reverse()) if (tahunDari(k) !== null) return tahunDari(k);
  return null;
}

/** Those after `awal`, up to and with `akhir`; null when they are no span. */
function antara(awal: Periode | undefined, akhir: Periode): Periode[] | null {
  if (awal?.jenis !== akhir.jenis || akhir.jenis === 'tahun') return null;
  const langkah = PANJANG[akhir.jenis];
  const [dari, sampai] = [indeksAwal(awal) + langkah, indeksAwal(akhir)];
  if (sampai < dari || sampai - dari > 12 * 10) return null;
  const hasil: Periode[] = [];
  for (let i = dari; i <= sampai; i += langkah)
    hasil.push({ jenis: akhir.jenis, tahun: Math.floor(i / 12), ke: (i % 12) / langkah + 1 });
  return hasil;
}

/**
 * The one period that a column stands for: `TW I 2024`, `Triwulan II (Apr–Jun) 2024`, `Jan 2024`, `3` below `2024`.
 * @param atas what stands above it, with the year
 * @returns null for a heading that names none
 */
export function judulPeriode(judul: string, atas: string, tahun: number, satuan: SatuanJadwal): KodePeriode | null {
  const polos = judul.replace(/<[^<>]*>/g, '');
  const tanpaBulan = /tw|triwulan/i.test(polos) ? polos.replace(/[a-z]{3,9}\s*[–—-]\s*[a-z]{3,9}/gi, ' ') : polos;
  const tahunAtas = /(?:19|20)\d{2}/.exec(atas)?.[0];
  const lepas = /^\s*(?:[ivx]+|\d{1,2})\s*$/i.test(polos);
  if (lepas && tahunAtas === undefined && !/bulan|triwulan|\btw\b/i.test(atas)) return null;
  const hasil = bacaJadwal(tanpaBulan, tahunAtas === undefined ? tahun : Number(tahunAtas), satuan);
  const [satu] = hasil ?? [];
  return hasil?.length === 1 && satu !== undefined && bacaPeriode(satu)?.jenis !== 'tahun' ? satu : null;
}
