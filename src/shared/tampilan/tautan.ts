/** An address of ours from its parts, each encoded: `jalur('instansi', 'A/B')` → `/instansi/A%2FB`. */
export function jalur(...bagian: readonly string[]): string {
  return `/${bagian.map(encodeURIComponent).join('/')}`;
}

export type Kueri = Readonly<Record<string, string | number | null | undefined>>;

/** `?status=sudah&h=2#matriks`; empty values are left out. With nothing left, the bare page (`.` would lose the last segment). */
export function kueri(alamat: string, isi: Kueri, jangkar = ''): string {
  const pasangan = Object.entries(isi).filter(([, v]) => v !== null && v !== undefined && v !== '');
  const teks = new URLSearchParams(pasangan.map(([k, v]): [string, string] => [k, String(v)])).toString();
  return alamat + (teks && `?${teks}`) + (jangkar && `#${jangkar}`);
}

/** The address of evidence or of a site, when it may be a link: http and https only, so that `javascript:` and its like stay text. */
export function tautanLuar(teks: string | undefined): string | null {
  if (teks === undefined) return null;
  const lengkap = /^[a-z0-9-]+(\.[a-z0-9-]+)+([/?#].*)?$/i.test(teks) ? `https://${teks}` : teks;
  if (!URL.canParse(lengkap)) return null;
  const url = new URL(lengkap);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

/** An id within a page from any code: letters, digits, `-`; distinct codes stay distinct. */
export function jangkar(awalan: string, kode: string): string {
  const isi = kode.replace(/[^A-Za-z0-9]/g, (c) => (c === '.' || c === '-' ? '-' : `_${c.codePointAt(0)?.toString(16)}`));
  return `${awalan}-${isi}`;
}

const KENDALI = /\p{Cc}/gu;

/** One text from a query string, whatever was sent: a repeated name gives its first value, control characters are dropped. */
export function teksKueri(nilai: unknown, maks = 200): string {
  const satu: unknown = Array.isArray(nilai) ? nilai[0] : nilai;
  return typeof satu === 'string' ? satu.replace(KENDALI, '').trim().slice(0, maks) : '';
}
