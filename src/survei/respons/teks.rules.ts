/** Texts as people and spreadsheets write them, made comparable. */

/** Spaces of every kind and marks of no width; a mark of direction or an apostrophe before a number means nothing either. */
const TAK_TAMPAK = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

/** Already as it should be: nothing but ASCII with single spaces between. Most cells are. */
const RAPI = /^[!-~]+(?: [!-~]+)*$/;

/** One line, single spaces, nothing invisible; case kept. */
export function rapikan(teks: string): string {
  if (RAPI.test(teks)) return teks;
  return teks.normalize('NFKC').replace(TAK_TAMPAK, '').replace(/\s+/g, ' ').trim();
}

/** For comparing headers and words: lower case, plain quotes and dashes. */
export function normalkan(teks: string): string {
  if (RAPI.test(teks)) return teks.toLowerCase().replaceAll('`', "'");
  return rapikan(teks)
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/[‐-―−]/g, '-');
}

/** Faces before an answer, and what joins them. */
const GAMBAR = /\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}]|\ufe0f|\u200d/gu;

/** An answer: also without the quotes, stars, faces and full stops around it. */
export function normalJawaban(teks: string): string {
  const rapi = normalkan(teks);
  return (RAPI.test(rapi) ? rapi : rapi.replace(GAMBAR, '')).replace(/^['"*_\s]+|['"*_\s.,;!]+$/g, '').trim();
}

/** Letters and digits only, words apart: for finding words in a header. */
export function kataKata(teks: string): string {
  return normalkan(teks)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Short enough for a sentence. */
export function cuplikan(teks: string, panjang = 40): string {
  const rapi = rapikan(teks);
  return rapi.length > panjang ? `${rapi.slice(0, panjang - 1)}…` : rapi;
}

const TELEPON = /(?<![\d.])(?:\+?62|0)[\s.-]?8\d{1,3}(?:[\s.-]?\d){5,9}(?!\d)/;
const SUREL = /[^\s@,;<>"]+@[^\s@,;<>"]+\.[a-z]{2,}/i;
const NIK = /(?<!\d|\d[.,])\d{16}(?!\d)/;
const IP = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])|\b(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{0,4}\b/i;

/** A telephone number or an e-mail address inside a longer text. */
export const memuatKontak = (teks: string): boolean => TELEPON.test(teks) || SUREL.test(teks);

/** The whole cell is what names or reaches a person: number of a telephone, an identity card, an e-mail or IP address. */
export function selIdentitas(teks: string): boolean {
  const rapi = rapikan(teks).replace(/^['"]/, '');
  return [TELEPON, SUREL, NIK, IP].some((pola) => pola.exec(rapi)?.[0].length === rapi.length);
}

export const SAMARAN = '•••';

/** The same text without numbers and addresses that reach a person. */
export function samarkan(teks: string): string {
  return [TELEPON, SUREL, NIK, IP].reduce((hasil, pola) => hasil.replace(new RegExp(pola, pola.flags + 'g'), SAMARAN), teks);
}
