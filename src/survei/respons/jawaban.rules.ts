import { normalJawaban } from './teks.rules';

/** An answer as written, taken apart: `a. Tidak mudah`, `4 - Sangat sesuai`, `Sesuai (3)`, `3,0`. */
export interface JawabanTerurai {
  /** null where no number stands; not a whole one for `3,5` */
  readonly angka: number | null;
  readonly huruf: string | null;
  readonly kata: string;
}

const KOSONG = new Set(['', '-', '--', 'n/a', '#n/a', 'na', 'null', 'nan', 'none', 'kosong', 'tidak diisi', 'tidak menjawab', 'tidak ada jawaban', 'no answer', 'abstain']); // prettier-ignore

/** Nothing was answered. */
export const jawabanKosong = (normal: string): boolean => KOSONG.has(normal);

/** @param normal from `normalJawaban` */
export function uraiJawaban(normal: string): JawabanTerurai {
  const bilangan = /^\(?(-?\d+)(?:[.,](\d+))?\)?$/.exec(normal);
  if (bilangan) return { angka: Number(`${bilangan[1] ?? ''}.${bilangan[2] ?? '0'}`), huruf: null, kata: '' };
  // Codes of answers in exports of survey programs: A3, AO03.
  const kode = /^ao?0*(\d{1,2})$/.exec(normal);
  if (kode) return { angka: Number(kode[1]), huruf: null, kata: '' };
  const depan = /^[([]?(\d{1,2})[)\]]?\s*[-.:=)|/]?\s*([^\d\s.,:=)|/-].*)$/.exec(normal);
  if (depan) return { angka: Number(depan[1]), huruf: null, kata: normalJawaban(depan[2] ?? '') };
  const belakang =
    /^(.*[^\d\s])\s*[-:=([|]\s*(\d{1,2})\s*[)\]]?$/.exec(normal) ?? /^(skor|nilai|poin|score)\s+(\d{1,2})$/.exec(normal);
  if (belakang)
    return { angka: Number(belakang[2]), huruf: null, kata: normalJawaban(belakang[1] ?? '').replace(/[\s(=:-]+$/, '') };
  const huruf = /^\(?([a-j])(?:\s*[.):]|\s+-)\s*(.*)$/.exec(normal) ?? /^([a-j])()$/.exec(normal);
  if (huruf) return { angka: null, huruf: huruf[1] ?? '', kata: normalJawaban(huruf[2] ?? '') };
  return { angka: null, huruf: null, kata: normal };
}

/** How strong a word is, from worst to best: sangat tidak, tidak, kurang, cukup, plain, sangat. */
export const DERAJAT = ['ST', 'T', 'K', 'C', 'P', 'S'] as const;
export type Derajat = (typeof DERAJAT)[number];

const DASAR = new Set(
  `sesuai mudah cepat murah wajar kompeten mampu sopan ramah baik puas jelas disiplin adil nyaman aman tepat lengkap memadai bersih setuju
  penting memuaskan transparan tanggap bagus terjangkau profesional berkualitas bermanfaat relevan akurat konsisten pasti terampil cakap ahli
  senang responsif optimal maksimal berfungsi tersedia efektif efisien informatif lancar layak rapi teratur terbuka paham mengerti santun
  sigap cermat teliti handal andal modern tertib ringkas sederhana jujur peduli berkompeten bertanggungjawab tinggi ya iya
  good satisfied agree easy fast important`.split(/\s+/),
);
const BURUK = 'buruk|jelek|mahal|lambat|lama|sulit|rumit|rendah|mengecewakan|berbelit(?:-belit)?|bad|poor';
/** STS, TS, S, SS; TP, KP, P, SP; TB, KB, B, SB. */
const SINGKATAN = /^(st|t|k|c|s)?[spb]$/;
/** Words that only look like an answer. */
const BUKAN = /^(tidak|kurang) (tahu|relevan|berlaku|pernah|menggunakan|memakai)\b/;

/** The strength of an answer in words; null when it is none. `dasar`: words known to be plain answers from their neighbours. */
export function derajatKata(kata: string, dasar: ReadonlySet<string> = DASAR): Derajat | null {
  if (kata === '' || kata.length > 60 || BUKAN.test(kata)) return null;
  const singkat = SINGKATAN.exec(kata);
  if (singkat) return DERAJAT.find((d) => d.toLowerCase() === singkat[1]) ?? 'P';
  if (/^(sangat|amat|sungguh) ?(tidak|kurang)(?= |[a-z])|^(tidak|kurang) .* sama sekali$|^sama sekali tidak/.test(kata))
    return 'ST';
  if (new RegExp(`^(sangat|amat) ?(${BURUK})\\b`).test(kata) || /^(very|strongly) (bad|poor|dissatisfied|disagree)/.test(kata))
    return 'ST';
  if (new RegExp(`^(tidak|bukan) ?(${BURUK})\\b`).test(kata)) return 'P';
  if (/^(tidak|tdk|tak|belum) ?(?=[a-z])/.test(kata) || new RegExp(`^(${BURUK})$|^(dissatisfied|disagree)$`).test(kata))
    return 'T';
  if (/^(kurang|krg) ?(?=[a-z])/.test(kata) || kata === 'kurang') return 'K';
  if (/^(cukup|lumayan|agak|netral|biasa|biasa saja|ragu-ragu|ragu|sedang|neutral|fair)( |$)/.test(kata)) return 'C';
  if (/^(sangat|amat|sgt|sungguh|very|strongly) ?(?=[a-z])|^(.*) sekali$|^(excellent|istimewa)$/.test(kata)) return 'S';
  return katadasar(kata).every((k) => dasar.has(k)) ? 'P' : null;
}

const katadasar = (kata: string): string[] =>
  kata.replace(/\bbertanggung jawab\b/g, 'bertanggungjawab').split(/\s*(?:,|\/|&|\bdan\b|\bserta\b)\s*|\s+/).filter(Boolean); // prettier-ignore

/** What plain word the strong and weak ones of a column are about: "sangat harmonis" makes "harmonis" an answer. */
export function dasarDari(daftarKata: readonly string[]): ReadonlySet<string> {
  const tambahan = daftarKata.flatMap((k) => {
    const m = /^(?:sangat|tidak|kurang|cukup|amat)\s+(.+)$/.exec(k);
    return m ? katadasar(m[1] ?? '') : [];
  });
  return new Set([...DASAR, ...tambahan]);
}

/** Answers that the questionnaires of 14/2017 and KEP-25-2004 word in ways of their own, on a scale of four. */
const TETAP: readonly (readonly [pola: RegExp, skor: number])[] = [
  [/^sangat mahal$/, 1],
  [/^(cukup|agak|lumayan|sedikit)? ?mahal$/, 2],
  [/^murah$/, 3],
  [/^gratis\b|^(tidak dipungut|tanpa|tidak ada) (biaya|tarif)|^sangat murah$|^free$/, 4],
  [/^tidak ada$/, 1],
  [/^ada,? ?(tetapi|tapi|namun)? ?(tidak|belum) (ber)?fungsi$/, 2],
  [/^(ada,? ?)?(dan |tetapi |tapi )?(ber)?fungsi,? ?(tetapi |tapi |namun )?(kurang|belum|tidak) (maksimal|optimal)$/, 3],
  [/^(ada,? ?)?(dan )?(sudah )?(di|ter|di )kelola (dengan |secara )?baik$/, 4],
  [/^selalu tidak( |$)/, 1],
  [/^kadang/, 2],
  [/^banyak \w+nya$/, 3],
  [/^selalu( |$)/, 4],
]; // prettier-ignore

export const skorTetap = (kata: string): number | null => TETAP.find(([pola]) => pola.test(kata))?.[1] ?? null;
