import type { Instrumen } from '../../instrumen/instrumen.rules';
import { normalkan } from './teks.rules';

export interface KodeTerbaca {
  /** as the instrument writes it; as the file does when the instrument lacks it */
  readonly kode: string;
  readonly dikenal: boolean;
  readonly sub?: string;
  /** what stands beside the code */
  readonly sisa: string;
}

const ROMAWI: Readonly<Record<string, number>> = {
  i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6, vii: 7, viii: 8, ix: 9, x: 10, xi: 11, xii: 12, xiii: 13, xiv: 14,
}; // prettier-ignore

/**
 * The code of an unsur in a header: `U3`, `U 03`, `(U3)`, `Unsur 3`, `U1a`, `U1.2`, `skm[U3]`, `skm/u3`, `U3. Waktu penyelesaian`.
 * `P3`, `Q3` and a bare `3` count questions, not unsur: KPU's eighth question is U9.
 */
export function bacaKode(judul: string, instrumen: Instrumen): KodeTerbaca | null {
  const teks = normalkan(judul);
  for (const { kode } of instrumen.unsur) {
    const baca = cocok(teks, kode);
    if (baca) return { kode, dikenal: true, ...baca };
  }
  const asing = /^\W*u[\s._-]?0*(\d{1,2})(?![\da-z%])/.exec(teks) ?? /\[u0*(\d{1,2})\]/.exec(teks);
  return asing && instrumen.unsur.some((u) => /^U\d+$/.test(u.kode))
    ? { kode: `U${asing[1] ?? ''}`, dikenal: false, sisa: teks.slice(asing.index + asing[0].length) }
    : null;
}

function cocok(teks: string, kode: string): { sub?: string; sisa: string } | null {
  const bagian = /^([a-z]+)[\s._-]*0*(\d+)$/i.exec(kode);
  const inti = bagian
    ? `(?:${bagian[1]?.toLowerCase() === 'u' ? 'u|unsur(?: pelayanan)?(?: ke)?' : kabur(bagian[1]?.toLowerCase() ?? '')})[\\s._-]*(?:0*${bagian[2] ?? ''})`
    : kabur(kode.toLowerCase());
  const awalan = `(?:^\\W*|^(?:(?:unsur pelayanan|[a-z]{2,})[\\s_.:-]|.*\\[\\s*|[\\w./-]+/))`;
  // a letter right behind the digits, or a number behind a point or dash: U1a, U1.2, U1_2, U1 (a)
  const sub = bagian ? `(?:[\\s._-]?\\(?([a-j])\\)?(?![a-z0-9])|[._-](\\d{1,2})(?!\\d))?` : '';
  const m = new RegExp(`${awalan}${inti}(?!\\d)${sub}(?![a-z0-9])(.*)$`, 's').exec(teks);
  if (m) {
    const anak = bagian ? (m[1] ?? m[2]) : undefined;
    const sisa = (bagian ? m[3] : m[1]) ?? '';
    return anak === undefined ? { sisa } : { sub: anak, sisa };
  }
  const romawi = /^unsur(?: ke)?[\s.-]+([ivx]+)\b(.*)$/s.exec(teks);
  if (romawi && bagian && ROMAWI[romawi[1] ?? ''] === Number(bagian[2])) return { sisa: romawi[2] ?? '' };
  return null;
}

const kabur = (teks: string): string => teks.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
