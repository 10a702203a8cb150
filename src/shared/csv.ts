/** First characters that make a spreadsheet take a text for a formula, in their full-width forms too. */
const RUMUS = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

/** A UTF-8 mark, without which a spreadsheet takes the file for another alphabet. */
export const AWAL_CSV = '\ufeff';

/**
 * One line of a CSV file (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe before it; numbers given as
 * numbers stay numbers.
 */
export function barisCsv(isi: readonly (string | number | null)[]): string {
  return `${isi.map(sel).join(',')}\r\n`;
}

function sel(isi: string | number | null): string {
  if (isi === null) return '';
  if (typeof isi === 'number') return String(isi);
  const aman = RUMUS.test(isi) ? `'${isi}` : isi;
  return /[",\r\n]|^\s|\s$/.test(aman) ? `"${aman.replaceAll('"', '""')}"` : aman;
}
