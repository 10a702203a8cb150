import { tanggalLengkap } from '../../shared/tanggal';
import type { UrutanTanggal } from './respons.rules';
import { normalkan } from './teks.rules';

/** A moment as a form wrote it. */
export interface Saat {
  /** YYYY-MM-DD */
  readonly tanggal: string;
  /** seconds since midnight; null where only a day is given */
  readonly detik: number | null;
}

const BULAN = [
  /^jan/,
  /^[fp]eb/,
  /^mar/,
  /^apr/,
  /^me[iy]|^may/,
  /^jun/,
  /^jul/,
  /^a(gu|ug|gt|gs)/,
  /^sep/,
  /^o[kc]t/,
  /^no[vp]/,
  /^de[sc]/,
];
const JAM = String.raw`(?:[\st,]+(?:pukul |jam )?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(am|pm)?.*)?$`;
const TAHUN_DEPAN = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${JAM}`);
const ANGKA = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})${JAM}`);
const BERNAMA = new RegExp(String.raw`^(?:[a-z']+,?\s+)?(\d{1,2})[\s-]+([a-z]+)\.?[\s,-]+(\d{4}|\d{2})${JAM}`);
const INGGRIS = new RegExp(String.raw`^(?:[a-z]+,\s+)?([a-z]+)\.?\s+(\d{1,2}),?\s+(\d{4})${JAM}`);

/** `2024/05/08 9:15:23 AM GMT+7`, `08/05/2024 09.15`, `8 Mei 2024`; null when it is no date. */
export function bacaSaat(teks: string, urutan: UrutanTanggal = 'DMY'): Saat | null {
  const t = normalkan(teks);
  const iso = TAHUN_DEPAN.exec(t);
  if (iso) return susun(iso[1], iso[2], iso[3], iso.slice(4));
  const angka = ANGKA.exec(t);
  if (angka) {
    const [hari, bulan] = urutan === 'MDY' ? [angka[2], angka[1]] : [angka[1], angka[2]];
    return susun(angka[3], bulan, hari, angka.slice(4));
  }
  const nama = BERNAMA.exec(t);
  if (nama) return susun(nama[3], nomorBulan(nama[2]), nama[1], nama.slice(4));
  const inggris = INGGRIS.exec(t);
  return inggris ? susun(inggris[3], nomorBulan(inggris[1]), inggris[2], inggris.slice(4)) : null;
}

function nomorBulan(nama = ''): string {
  return String(BULAN.findIndex((p) => p.test(nama)) + 1);
}

function susun(tahun = '', bulan = '', hari = '', jam: readonly (string | undefined)[] = []): Saat | null {
  const tanggal = `${tahun.length === 2 ? `20${tahun}` : tahun}-${bulan.padStart(2, '0')}-${hari.padStart(2, '0')}`;
  if (!tanggalLengkap(tanggal)) return null;
  const [j, m, d, paruh] = jam;
  if (j === undefined || m === undefined) return { tanggal, detik: null };
  const pukul = paruh === undefined ? Number(j) : (Number(j) % 12) + (paruh === 'pm' ? 12 : 0);
  return pukul < 24 && Number(m) < 60
    ? { tanggal, detik: pukul * 3600 + Number(m) * 60 + Number(d ?? 0) }
    : { tanggal, detik: null };
}

/**
 * Whether 8/5/2024 is 8 Mei or 5 Agustus in this column: by a part above twelve, else by the order that lets the answers come in one
 * after the other and in the shorter time, else `bilaSama`.
 */
export function urutanTanggal(contoh: readonly string[], bilaSama: 'DMY' | 'MDY' = 'DMY'): UrutanTanggal {
  const bagian = contoh.flatMap((c) => {
    const m = ANGKA.exec(normalkan(c));
    return m ? [[Number(m[1]), Number(m[2])] as const] : [];
  });
  if (bagian.length === 0) return contoh.some((c) => TAHUN_DEPAN.test(normalkan(c))) ? 'YMD' : 'DMY';
  if (bagian.some(([a]) => a > 12)) return 'DMY';
  if (bagian.some(([, b]) => b > 12)) return 'MDY';
  const [dmy, mdy] = [jalannya(contoh, 'DMY'), jalannya(contoh, 'MDY')];
  const beda = mdy.mundur - dmy.mundur || mdy.rentang - dmy.rentang;
  return beda === 0 ? bilaSama : beda < 0 ? 'MDY' : 'DMY';
}

/** Steps back in time, and days from the first to the last, under an order. */
function jalannya(contoh: readonly string[], urutan: UrutanTanggal): { mundur: number; rentang: number } {
  const hari = contoh.flatMap((c) => {
    const saat = bacaSaat(c, urutan);
    return saat ? [Date.parse(saat.tanggal) / 86_400_000] : [];
  });
  return {
    mundur: hari.filter((h, i) => i > 0 && h < (hari[i - 1] ?? h)).length,
    rentang: hari.reduce((a, h) => Math.max(a, h), -Infinity) - hari.reduce((a, h) => Math.min(a, h), Infinity),
  };
}
