import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

/** How the running application signs in to the database: as a role that owns nothing. */
export interface AksesAplikasi {
  readonly url: string;
  /** we make the role and its password ourselves; otherwise somebody else did, and only its rights are ours to give */
  readonly dikelola: boolean;
}

const LABEL = 'tuntas/peran-aplikasi/1';
/** PostgreSQL cuts names at 63 bytes. */
const NAMA_TERPANJANG = 63;

/**
 * The role and password that belong to an owner's address, the same for every replica and after every start, without anything stored:
 * roles belong to the whole server, so the database is in the name.
 * @returns `null` when the address holds no password to derive one from
 */
export function turunkanAkses(urlPemilik: string): AksesAplikasi | null {
  const url = new URL(urlPemilik);
  if (url.password === '') return null;
  const pemilik = decodeURIComponent(url.username);
  const basisData = namaBasisData(url);
  url.username = encodeURIComponent(namaPeranTurunan(basisData));
  url.password = createHmac('sha256', decodeURIComponent(url.password))
    .update(`${LABEL}/${pemilik}/${basisData}`)
    .digest('base64url');
  return { url: url.href, dikelola: true };
}

export function namaBasisData(url: URL): string {
  return decodeURIComponent(url.pathname.slice(1));
}

/** `tuntas` → `tuntas_aplikasi`; a name too long is cut and made distinct again. */
export function namaPeranTurunan(basisData: string): string {
  const nama = `${basisData}_aplikasi`;
  if (Buffer.byteLength(nama) <= NAMA_TERPANJANG) return nama;
  const sidik = createHash('sha256').update(basisData).digest('hex').slice(0, 16);
  return `tuntas_${sidik}_aplikasi`;
}

/** The form in which PostgreSQL stores a password, so that the password itself never stands in a statement or a server log. */
export function penyimpananScram(sandi: string, garam: Buffer = randomBytes(16), putaran = 4096): string {
  const asin = pbkdf2Sync(sandi, garam, putaran, 32, 'sha256');
  const hmac = (teks: string) => createHmac('sha256', asin).update(teks).digest();
  const tersimpan = createHash('sha256').update(hmac('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${putaran}:${garam.toString('base64')}$${tersimpan}:${hmac('Server Key').toString('base64')}`;
}
