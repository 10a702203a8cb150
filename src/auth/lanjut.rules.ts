const TERPANJANG = 2000;
/** Where one never returns to after signing in. */
const BUKAN_TUJUAN = /^\/(?:masuk|keluar|undangan|lupa-sandi|atur-ulang|aset)(?:[/?#]|$)/i;
const KARAKTER_ASING = /[^\x21-\x7e]|\\/;
/** Any origin; it only shows whether an address leaves its own. */
const ASAL = 'http://tuntas.invalid';

/**
 * Where to go after signing in: a path of ours, else `/`. A browser reads `//x`, `/\x`, a tab or newline in between, and what follows
 * decoding as another site; none of these passes, encoded or not.
 */
export function jalurLokal(diminta: string): string {
  if (diminta.length > TERPANJANG) return '/';
  let teks = diminta;
  for (let kali = 0; ; kali += 1) {
    if (!teks.startsWith('/') || teks.startsWith('//') || KARAKTER_ASING.test(teks)) return '/';
    const uraian = uraikan(jalurSaja(teks));
    if (uraian === null || kali > 5) return '/';
    if (uraian === jalurSaja(teks)) break;
    teks = uraian;
    // Decoded once, other letters than ASCII are ordinary; only what a browser would take for the start of a host matters from here on.
    if (/^\/[/\\]|[\\\p{Cc}]/u.test(teks)) return '/';
    teks = teks.replace(/[^\x21-\x7e]/g, '_');
  }
  const url = new URL(diminta, ASAL);
  // An address that a browser would rewrite (`/a/../b`) is none that we gave out.
  if (url.origin !== ASAL || url.pathname !== jalurSaja(diminta) || BUKAN_TUJUAN.test(url.pathname)) return '/';
  return url.pathname + url.search + url.hash;
}

function jalurSaja(teks: string): string {
  return teks.split(/[?#]/, 1)[0] ?? '';
}

function uraikan(teks: string): string | null {
  try {
    return decodeURIComponent(teks);
  } catch {
    return null;
  }
}

/** The page of the second step, which leads on to where the person wanted to go. @param lanjut a local path */
export function alamatTotp(lanjut: string): string {
  return lanjut === '/' ? '/masuk/totp' : `/masuk/totp?lanjut=${encodeURIComponent(lanjut)}`;
}
