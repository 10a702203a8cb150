/** RFC 5321: 64 before the @, 254 in all. */
const TERPANJANG = 254;
const LOKAL_TERPANJANG = 64;
/** What mail systems give out. Quoted local parts, comments, addresses by number and names without a dot are not taken. */
const POLA_LOKAL = /^[a-z0-9_%+'-]+(?:\.[a-z0-9_%+'-]+)*$/;
const POLA_DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/**
 * One spelling for one mailbox: compatibility forms (full width, ligatures) are folded, letters made small. What then still holds a
 * letter outside ASCII could only be a look-alike of another address, and is refused, as are control characters and international
 * domain names in their coded form.
 * @returns null when it is no address that we take
 */
export function normalSurel(teks: string): string | null {
  const surel = teks.normalize('NFKC').trim().toLowerCase();
  if (surel.length > TERPANJANG) return null;
  const [lokal = '', domain = '', ...sisa] = surel.split('@');
  if (sisa.length > 0 || lokal.length > LOKAL_TERPANJANG) return null;
  if (!POLA_LOKAL.test(lokal) || !POLA_DOMAIN.test(domain)) return null;
  return domain.split('.').some((label) => label.startsWith('xn--')) ? null : surel;
}
