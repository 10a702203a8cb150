import { DERAJAT, dasarDari, derajatKata, jawabanKosong, skorTetap, uraiJawaban, type Derajat } from './jawaban.rules';
import type { Tangga } from './respons.rules';
import { normalJawaban } from './teks.rules';

type Kerangka = readonly Derajat[];

/** The ladders that questionnaires use, the usual one first. */
const KERANGKA: Readonly<Record<number, readonly Kerangka[]>> = {
  4: [
    ['T', 'K', 'P', 'S'],
    ['T', 'C', 'P', 'S'],
    ['ST', 'T', 'P', 'S'],
    ['K', 'C', 'P', 'S'],
    ['T', 'K', 'C', 'P'],
    ['ST', 'K', 'P', 'S'],
    ['T', 'K', 'C', 'S'],
  ],
  5: [
    ['ST', 'T', 'C', 'P', 'S'],
    ['ST', 'T', 'K', 'P', 'S'],
    ['T', 'K', 'C', 'P', 'S'],
    ['ST', 'K', 'C', 'P', 'S'],
  ],
  3: [
    ['T', 'K', 'P'],
    ['T', 'C', 'P'],
    ['K', 'C', 'P'],
    ['K', 'P', 'S'],
    ['T', 'P', 'S'],
    ['C', 'P', 'S'],
  ],
};

const SETUJU: readonly Kerangka[] = [
  ['ST', 'T', 'P', 'S'],
  ['ST', 'T', 'C', 'P', 'S'],
];

export interface HasilTangga {
  readonly tangga: Tangga;
  /** Indonesian; why the words leave open what they count for */
  readonly masalah?: string;
  /** the reading of words that another ladder would read otherwise: `“puas” = 3, “sangat puas” = 4`; told, not asked */
  readonly catatan?: string;
  /** share of the given words that are answers */
  readonly terbaca: number;
}

export interface Skala {
  readonly min: number;
  readonly maks: number;
}

/**
 * What the words of one column count for.
 * @param kata distinct cells of the column
 * @param jawaban the instrument's own words, lowest first
 * @param umum ladder that the other columns of the file use, from `kerangkaUmum`
 */
export function susunTangga(kata: readonly string[], skala: Skala, jawaban?: readonly string[], umum?: Kerangka): HasilTangga {
  const semua = [...new Set(kata.map(normalJawaban))].filter((k) => !jawabanKosong(k));
  // Beside TB, KB and SB the letter B is "baik", not the second choice.
  const baik = semua.some((k) => /^(st|t|k|c|s)b$/.test(k));
  const isi = semua.map((asli) => ({ asli, ...(baik && asli === 'b' ? { angka: null, huruf: null, kata: asli } : uraiJawaban(asli)) })); // prettier-ignore
  const berkata = isi.filter((j) => j.kata !== '' || j.huruf !== null);
  const tangga: Record<string, number> = {};
  const sendiri = new Map((jawaban ?? []).map((j, i) => [normalJawaban(j), skala.min + i]));
  const dasar = dasarDari(berkata.map((j) => j.kata));
  const derajat = new Map(berkata.map((j) => [j.asli, derajatKata(j.kata, dasar)]));
  const pasti = (k: string) => sendiri.get(k) ?? (skala.min === 1 && skala.maks === 4 ? skorTetap(k) : null);
  const longgar = berkata.flatMap((j) => (pasti(j.kata) === null ? (derajat.get(j.asli) ?? []) : []));
  // Whoever is asked to agree is asked on the ladder with two refusals.
  const lazim = berkata.some((j) => /setuju|agree/.test(j.kata))
    ? SETUJU.find((k) => k.length === skala.maks - skala.min + 1)
    : undefined;
  const kerangka = pilihKerangka(new Set(longgar), skala, umum ?? lazim);
  let masalah: string | undefined;
  let catatan: string | undefined;
  for (const j of berkata) {
    const d = derajat.get(j.asli) ?? null;
    const diKerangka = kerangka && d !== null ? kerangka.pilihan.indexOf(d) : -1;
    const menurutKata = pasti(j.kata) ?? (diKerangka < 0 ? null : skala.min + diKerangka);
    const skor = j.angka ?? menurutKata ?? (j.kata === '' || d !== null ? skorHuruf(j.huruf, berkata, skala) : null);
    if (skor === null || !Number.isInteger(skor)) continue;
    tangga[j.asli] = skor;
    if (j.angka !== null && d !== null && menurutKata !== null && terbalik(j.angka, menurutKata, skala)) {
      masalah = `angka dan kata pada jawaban “${j.asli}” bertentangan; pastikan angka ${skala.min} berarti jawaban terburuk`;
    }
  }
  if (!isi.some((j) => j.angka !== null)) {
    const urut = berkata.filter((j) => j.asli in tangga).sort((a, b) => (tangga[a.asli] ?? 0) - (tangga[b.asli] ?? 0));
    const bacaan = urut.map((j) => `“${j.asli}” = ${tangga[j.asli] ?? ''}`).join(', ');
    if (kerangka?.ragu === true || (longgar.length > 0 && berkata.every((j) => YA_TIDAK.test(j.kata)))) {
      masalah = `kata ${berkata.map((j) => `“${j.asli}”`).join(', ')} dapat berarti lebih dari satu urutan nilai${bacaan === '' ? '' : `; bila ditetapkan sebagai unsur, dibaca ${bacaan}`}`;
    } else if (kerangka?.lain === true || (urut.length > 0 && urut.every((j) => j.kata === ''))) catatan = bacaan;
  }
  const terbaca = isi.filter((j) => j.asli in tangga || (j.angka !== null && j.kata === '')).length;
  return {
    tangga,
    ...(masalah === undefined ? {} : { masalah }),
    ...(catatan === undefined ? {} : { catatan }),
    terbaca: semua.length === 0 ? 1 : terbaca / semua.length,
  };
}

/** `a` is the worst answer on the official form; only where every answer carries a letter of the scale. */
function skorHuruf(huruf: string | null, semua: readonly { huruf: string | null }[], { min, maks }: Skala): number | null {
  if (huruf === null) return null;
  const nilai = (h: string) => min + h.charCodeAt(0) - 97;
  return semua.every((j) => j.huruf !== null && nilai(j.huruf) <= maks) ? nilai(huruf) : null;
}

const terbalik = (angka: number, kata: number, { min, maks }: Skala): boolean => {
  const tengah = (min + maks) / 2;
  return (angka < tengah && kata > tengah) || (angka > tengah && kata < tengah);
};

/** Two answers are no ladder of four, however they are spread over it. */
const YA_TIDAK = /^(ya|iya|tidak|yes|no)$/;

interface Pilihan {
  readonly pilihan: Kerangka;
  /** nothing tells which ladder it is */
  readonly ragu: boolean;
  /** the usual ladder fits, and so does another that reads some of the words otherwise */
  readonly lain: boolean;
}

function pilihKerangka(ada: ReadonlySet<Derajat>, skala: Skala, umum?: Kerangka): Pilihan | null {
  if (ada.size === 0) return null;
  const lebar = skala.maks - skala.min + 1;
  if (ada.size === lebar) return { pilihan: DERAJAT.filter((d) => ada.has(d)), ragu: false, lain: false };
  const muat = (KERANGKA[lebar] ?? []).filter((k) => [...ada].every((d) => k.includes(d)));
  const utama = umum && muat.some((k) => sama(k, umum)) ? umum : muat[0];
  if (!utama) return { pilihan: DERAJAT.filter((d) => ada.has(d)), ragu: true, lain: false };
  // Kurang, cukup, baik without an end of the ladder may be its first three rungs or its last.
  const ragu = utama !== umum && lebar === 4 && ada.size === 3 && ada.has('K') && ada.has('C') && ada.has('P');
  const lain = utama !== umum && muat.some((k) => [...ada].some((d) => k.indexOf(d) !== utama.indexOf(d)));
  return { pilihan: utama, ragu, lain };
}

const sama = (a: Kerangka, b: Kerangka): boolean => a.length === b.length && a.every((d, i) => d === b[i]);

/** The ladder of the columns in which all of its rungs occur, when those agree. */
export function kerangkaUmum(kolom: readonly (readonly string[])[], skala: Skala): Kerangka | undefined {
  const lengkap = kolom.flatMap((daftar) => {
    const kata = daftar.map((k) => uraiJawaban(normalJawaban(k)).kata).filter((k) => skorTetap(k) === null);
    const dasar = dasarDari(kata);
    const ada = new Set(kata.map((k) => derajatKata(k, dasar)).filter((d) => d !== null));
    return ada.size === skala.maks - skala.min + 1 ? [DERAJAT.filter((d) => ada.has(d))] : [];
  });
  const hitungan = new Map<string, number>();
  for (const k of lengkap) hitungan.set(k.join(), (hitungan.get(k.join()) ?? 0) + 1);
  const terbanyak = [...hitungan].sort((a, b) => b[1] - a[1])[0]?.[0];
  return lengkap.find((k) => k.join() === terbanyak);
}
