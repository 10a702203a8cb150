/** How often something may be tried, and how long one waits then. */
export interface Batas {
  /** attempts without any waiting */
  readonly bebas: number;
  /** seconds to wait after the last free one; doubled after each further, up to `jedaTerlama` */
  readonly jeda: number;
  readonly jedaTerlama: number;
  /** seconds after which, with nothing tried, all is forgotten */
  readonly jendela: number;
}

const MENIT = 60;
const JAM = 60 * MENIT;

/**
 * Sign-in: an account from one address, an account from a browser in which its owner signed in before, an account from everywhere,
 * an address for all accounts. Nobody waits longer than a quarter of an hour, and a known browser waits for its own mistakes only. While
 * an account is attacked from everywhere, an address that tries it for the first time still has one attempt (`akunPertama`, and of those
 * not endlessly many): its owner comes in from a new browser. `telepon…`: codes of telephones that are none, by address; what one sends.
 */
export const BATAS = {
  akunAlamat: { bebas: 5, jeda: 30, jedaTerlama: 15 * MENIT, jendela: 6 * JAM },
  akunPerangkat: { bebas: 8, jeda: 30, jedaTerlama: 15 * MENIT, jendela: 6 * JAM },
  akun: { bebas: 50, jeda: 5 * MENIT, jedaTerlama: 15 * MENIT, jendela: 2 * JAM },
  akunPertama: { bebas: 1, jeda: 1 * JAM, jedaTerlama: 1 * JAM, jendela: 6 * JAM },
  akunPertamaSemua: { bebas: 300, jeda: 5 * MENIT, jedaTerlama: 15 * MENIT, jendela: 6 * JAM },
  alamat: { bebas: 100, jeda: 1 * MENIT, jedaTerlama: 15 * MENIT, jendela: 1 * JAM },
  totp: { bebas: 5, jeda: 30, jedaTerlama: 15 * MENIT, jendela: 6 * JAM },
  totpAkun: { bebas: 15, jeda: 1 * MENIT, jedaTerlama: 15 * MENIT, jendela: 6 * JAM },
  sandiKini: { bebas: 5, jeda: 30, jedaTerlama: 15 * MENIT, jendela: 6 * JAM },
  lupaAlamat: { bebas: 10, jeda: 5 * MENIT, jedaTerlama: 30 * MENIT, jendela: 1 * JAM },
  lupaAkun: { bebas: 3, jeda: 15 * MENIT, jedaTerlama: 1 * JAM, jendela: 3 * JAM },
  tautanAlamat: { bebas: 30, jeda: 1 * MENIT, jedaTerlama: 15 * MENIT, jendela: 1 * JAM },
  teleponAlamat: { bebas: 30, jeda: 1 * MENIT, jedaTerlama: 15 * MENIT, jendela: 1 * JAM },
  teleponKirim: { bebas: 100, jeda: 30, jedaTerlama: 5 * MENIT, jendela: 15 * MENIT },
  oidcAlamat: { bebas: 60, jeda: 1 * MENIT, jedaTerlama: 15 * MENIT, jendela: 1 * JAM },
} as const satisfies Readonly<Record<string, Batas>>;

export type NamaBatas = keyof typeof BATAS;

/** Seconds until the next attempt, by how many there were. */
export function jedaSetelah(percobaan: number, { bebas, jeda, jedaTerlama }: Batas): number {
  if (percobaan < bebas) return 0;
  return Math.min(jedaTerlama, jeda * 2 ** Math.min(30, percobaan - bebas));
}
