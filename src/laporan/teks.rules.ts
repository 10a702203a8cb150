import { POLA_ASING } from './kata-asing.rules';

/** A stretch of text in one style. Templates print these and escape `teks`; user text never becomes markup. */
export interface Potongan {
  readonly teks: string;
  readonly asing: boolean;
  readonly tebal: boolean;
  readonly tautan: Tautan | null;
}

export interface Tautan {
  readonly href: string;
  /** the address without its scheme, cut where a line may break */
  readonly bagian: readonly string[];
}

export interface Daftar {
  readonly angka: boolean;
  readonly huruf: boolean;
  /** number of the first item, for a list that goes on counting */
  readonly mulai: number;
  readonly butir: readonly (readonly Potongan[])[];
}

/** Exactly one of the two is set. */
export interface Blok {
  readonly paragraf: readonly Potongan[] | null;
  readonly daftar: Daftar | null;
}

const KENDALI = /\p{Cc}|[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;
const POLA_URL = /https?:\/\/[^\s<>"'`{}|\\^]+/gi;

export function biasa(teks: string): Potongan {
  return { teks, asing: false, tebal: false, tautan: null };
}

export function tebal(teks: string): Potongan {
  return { teks, asing: false, tebal: true, tautan: null };
}

/** One line of text: white space and control characters become single spaces. */
export function satuBaris(teks: string): string {
  return teks
    .replace(/[\r\n\t]+/g, ' ')
    .replace(KENDALI, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** A sentence or title as styled pieces: foreign words in italics, web addresses as links. */
export function kalimat(teks: string): Potongan[] {
  const bersih = satuBaris(teks);
  const hasil: Potongan[] = [];
  let dari = 0;
  for (const m of bersih.matchAll(POLA_URL)) {
    const alamat = m[0].replace(/[.,;:!?)\]]+$/, '');
    const tautan = bacaTautan(alamat);
    if (!tautan) continue;
    hasil.push(...gayaAsing(bersih.slice(dari, m.index)), { teks: alamat, asing: false, tebal: false, tautan });
    dari = m.index + alamat.length;
  }
  return [...hasil, ...gayaAsing(bersih.slice(dari))];
}

function gayaAsing(teks: string): Potongan[] {
  const hasil: Potongan[] = [];
  let dari = 0;
  for (const m of teks.matchAll(POLA_ASING)) {
    if (m.index > dari) hasil.push(biasa(teks.slice(dari, m.index)));
    hasil.push({ teks: m[0], asing: true, tebal: false, tautan: null });
    dari = m.index + m[0].length;
  }
  if (dari < teks.length) hasil.push(biasa(teks.slice(dari)));
  return hasil;
}

/** A link that may be clicked: http and https only, so that no `javascript:` or `file:` address gets into a document. Null otherwise. */
export function bacaTautan(url: string): Tautan | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  const tampil = satuBaris(url)
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '');
  const [host = ''] = tampil.split('/', 1);
  const titik = host.length > 18 ? /(?<=[/.])|(?=[?&=#])/ : /(?<=[/])|(?=[?&=#])/;
  return { href, bagian: tampil.split(titik).filter(Boolean) };
}

interface Penanda {
  readonly jenis: 'angka' | 'huruf' | 'strip';
  readonly ke: number;
  readonly isi: string;
}

function penanda(baris: string): Penanda | null {
  const strip = /^[-–—•*·▪●○]\s+(.+)$/u.exec(baris);
  if (strip?.[1]) return { jenis: 'strip', ke: 1, isi: strip[1] };
  const angka = /^\(?(\d{1,3})[.)]\s+(.+)$/.exec(baris);
  if (angka?.[1] && angka[2]) return { jenis: 'angka', ke: Number(angka[1]), isi: angka[2] };
  const huruf = /^\(?([a-z])[.)]\s+(.+)$/i.exec(baris);
  if (huruf?.[1] && huruf[2]) return { jenis: 'huruf', ke: huruf[1].toLowerCase().charCodeAt(0) - 96, isi: huruf[2] };
  return null;
}

interface Kumpulan {
  readonly jenis: 'paragraf' | Penanda['jenis'];
  readonly mulai: number;
  /** lines as they are printed, and as they were written (a list of one ordered item is no list) */
  readonly butir: { isi: string; asli: string }[];
}

/**
 * Running text as people type it, in blocks: blank lines and full stops at a line end part paragraphs; `a) …`, `1. …` and `- …` lines
 * become lists. Nothing is left out: a marker that starts no list of its own (a lone "a.") stays in the text.
 */
export function susunTeks(teks: string): Blok[] {
  return kumpulkan(teks).flatMap((k): Blok[] => {
    if (k.jenis === 'paragraf') return k.butir.map((b) => ({ paragraf: kalimat(b.isi), daftar: null }));
    if (k.jenis !== 'strip' && k.butir.length === 1) return k.butir.map((b) => ({ paragraf: kalimat(b.asli), daftar: null }));
    const butir = k.butir.map((b) => kalimat(b.isi));
    return [{ paragraf: null, daftar: { angka: k.jenis === 'angka', huruf: k.jenis === 'huruf', mulai: k.mulai, butir } }];
  });
}

function kumpulkan(teks: string): Kumpulan[] {
  const hasil: Kumpulan[] = [];
  let putus = true;
  for (const mentah of teks.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const baris = satuBaris(mentah);
    if (baris === '') {
      putus = true;
      continue;
    }
    const tanda = penanda(baris);
    const akhir = hasil.at(-1);
    if (tanda) tambahButir(hasil, tanda, baris);
    else if (akhir && !putus && menyambung(akhir, mentah)) sambung(akhir, baris);
    else hasil.push({ jenis: 'paragraf', mulai: 1, butir: [{ isi: baris, asli: baris }] });
    putus = false;
  }
  return hasil;
}

function tambahButir(hasil: Kumpulan[], tanda: Penanda, baris: string): void {
  const akhir = hasil.at(-1);
  const lanjut = akhir?.jenis === tanda.jenis && (tanda.jenis === 'strip' || tanda.ke === akhir.mulai + akhir.butir.length);
  const butir = { isi: tanda.isi, asli: baris };
  if (lanjut) akhir.butir.push(butir);
  else hasil.push({ jenis: tanda.jenis, mulai: tanda.ke, butir: [butir] });
}

/** A line break that is only the width of somebody's window: an indented line under a list item, or a sentence that goes on. */
function menyambung(akhir: Kumpulan, mentah: string): boolean {
  if (akhir.jenis !== 'paragraf') return /^\s/.test(mentah);
  return !/[.:;!?]$/.test(akhir.butir.at(-1)?.isi ?? '') && /^\s*\p{Ll}/u.test(mentah);
}

function sambung(akhir: Kumpulan, baris: string): void {
  const butir = akhir.butir.at(-1);
  if (!butir) return;
  butir.isi += ` ${baris}`;
  butir.asli += ` ${baris}`;
}
