import { DERET, KATA_UMUM } from './sandi-umum.rules';

/** Characters as people count them. Length is all that is asked for; no mixture of kinds. */
export const SANDI_TERPENDEK = 12;
export const SANDI_TERPANJANG = 200;

export type MasalahSandi = 'pendek' | 'panjang' | 'umum' | 'konteks';

/** What the person is told, as a sentence under the field. */
export const KALIMAT_SANDI: Readonly<Record<MasalahSandi, string>> = {
  pendek: `Kata sandi paling sedikit ${SANDI_TERPENDEK} karakter; beberapa kata yang tidak berhubungan mudah diingat.`,
  panjang: `Kata sandi paling banyak ${SANDI_TERPANJANG} karakter.`,
  umum: 'Kata sandi ini termasuk yang paling sering dipakai orang, jadi mudah ditebak. Pilih yang lain.',
  konteks: 'Kata sandi ini tersusun dari nama Anda, surel Anda, atau nama instansi, jadi mudah ditebak. Pilih yang lain.',
};

/** Digits and signs beside well-known words that make no difference: a year, a birthday, `123!`. */
const TAMBAHAN_TERBANYAK = 8;
const KATA_TERBANYAK = 2;

/** The form in which a password is hashed: the same keys on another device give the same text. */
export function normalSandi(teks: string): string {
  return teks.normalize('NFKC');
}

/**
 * Why a new password is refused, or null.
 * @param konteks names of the person and of their agencies, e-mail address: what a stranger would try first
 */
export function periksaSandi(teks: string, konteks: readonly string[] = []): MasalahSandi | null {
  const sandi = normalSandi(teks);
  const panjang = [...sandi].length;
  if (panjang < SANDI_TERPENDEK) return 'pendek';
  if (panjang > SANDI_TERPANJANG) return 'panjang';
  const kecil = sandi.toLowerCase();
  const bentuk = [...new Set([kecil, lipat(kecil), lipat(kecil.replace(/\P{L}+$/u, ''))])].filter(Boolean);
  const kataKonteks = kumpulkanKata(konteks);
  if (bentuk.some((teks) => (kataTerpakai(teks, kataKonteks, Infinity) ?? 0) > 0)) return 'konteks';
  if (bentuk.some((teks) => berulang(teks) || kataTerpakai(teks, KATA_UMUM, KATA_TERBANYAK) !== null)) return 'umum';
  const gabungan = new Set([...KATA_UMUM, ...kataKonteks]);
  return bentuk.some((teks) => kataTerpakai(teks, gabungan, KATA_TERBANYAK) !== null) ? 'konteks' : null;
}

const PENGGANTI: Readonly<Record<string, string>> = {
  '@': 'a', '4': 'a', '8': 'b', '3': 'e', '6': 'g', '9': 'g', '1': 'i', '!': 'i', '|': 'l', '0': 'o', '5': 's', $: 's', '7': 't', '+': 't', '2': 'z',
}; // prettier-ignore

/** `p4$$w0rd` → `password`. */
function lipat(teks: string): string {
  return teks.replace(/[@4836915!|0$7+2]/g, (c) => PENGGANTI[c] ?? c);
}

/** One short piece over and over: `abcabcabcabc`, `111111111111`, `rahasia rahasia `. */
function berulang(teks: string): boolean {
  const rapat = teks.replace(/[\s._-]/g, '');
  for (let n = 1; n <= Math.min(10, rapat.length / 2); n += 1) {
    if (
      rapat
        .slice(0, n)
        .repeat(Math.ceil(rapat.length / n))
        .startsWith(rapat)
    )
      return true;
  }
  return false;
}

/** What one piece of the text costs: a word, a run of signs, or letters that belong to nothing. */
interface Biaya {
  readonly kata: number;
  readonly tambahan: number;
}

/**
 * How many words there are when nothing else is left of the text but stretches of the keyboard and a few digits and signs; null when
 * something is left, or more than `maksKata` words are needed.
 */
function kataTerpakai(teks: string, kata: ReadonlySet<string>, maksKata: number): number | null {
  const huruf = [...teks.slice(0, SANDI_TERPANJANG)];
  const terbaik: (Biaya | null)[] = [{ kata: 0, tambahan: 0 }];
  for (let akhir = 1; akhir <= huruf.length; akhir += 1) {
    let pilihan: Biaya | null = null;
    for (let awal = Math.max(0, akhir - 30); awal < akhir; awal += 1) {
      const lalu = terbaik[awal];
      if (!lalu) continue;
      const harga = hargaPotongan(huruf.slice(awal, akhir).join(''), kata);
      if (!harga) continue;
      const kini = { kata: lalu.kata + harga.kata, tambahan: lalu.tambahan + harga.tambahan };
      if (kini.kata <= maksKata && kini.tambahan <= TAMBAHAN_TERBANYAK && lebihMurah(kini, pilihan)) pilihan = kini;
    }
    terbaik.push(pilihan);
  }
  return terbaik.at(-1)?.kata ?? null;
}

function hargaPotongan(potongan: string, kata: ReadonlySet<string>): Biaya | null {
  if (kata.has(potongan)) return { kata: 1, tambahan: 0 };
  const balik = [...potongan].reverse().join('');
  if (potongan.length >= 4 && DERET.some((deret) => deret.includes(potongan) || deret.includes(balik)))
    return { kata: 0, tambahan: 1 };
  if (/^(.)\1{2,}$/u.test(potongan)) return { kata: 0, tambahan: 1 };
  return [...potongan].length === 1 && !/\p{L}/u.test(potongan) ? { kata: 0, tambahan: 1 } : null;
}

function lebihMurah(a: Biaya, b: Biaya | null): boolean {
  return b === null || a.kata * 3 + a.tambahan < b.kata * 3 + b.tambahan;
}

function kumpulkanKata(konteks: readonly string[]): ReadonlySet<string> {
  const kata = konteks.flatMap((teks) => {
    const kecil = teks.normalize('NFKC').toLowerCase();
    return [...kecil.split(/[^\p{L}\d]+/u), ...kecil.split(/[^\p{L}]+/u), kecil.replace(/[^\p{L}\d]/gu, '')];
  });
  return new Set(['tuntas', ...kata.filter((k) => k.length >= 3)]);
}
