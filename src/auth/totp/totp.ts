import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** Seconds that a code lives, and how many steps a phone's clock may be off. */
const LANGKAH = 30;
const TOLERANSI = 1;
const PENERBIT = 'Tuntas';

/** What every authenticator app understands: SHA-1, six digits, 30 seconds. */
function totp(rahasia: string, surel = ''): TOTP {
  return new TOTP({
    issuer: PENERBIT,
    label: surel,
    algorithm: 'SHA1',
    digits: 6,
    period: LANGKAH,
    secret: Secret.fromBase32(rahasia),
  });
}

/** 160 bits, base32. */
export function buatRahasiaTotp(): string {
  return new Secret({ buffer: new Uint8Array(randomBytes(20)).buffer }).base32;
}

/** @returns the time step to which the code belongs, or null when it is wrong */
export function langkahKode(rahasia: string, kode: string, kini: Date): number | null {
  const angka = kode.replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(angka)) return null;
  const selisih = totp(rahasia).validate({ token: angka, timestamp: kini.getTime(), window: TOLERANSI });
  return selisih === null ? null : Math.floor(kini.getTime() / 1000 / LANGKAH) + selisih;
}

/** The code of this moment: for tests and for nobody else. */
export function kodeTotp(rahasia: string, kini: Date): string {
  return totp(rahasia).generate({ timestamp: kini.getTime() });
}

/** What the app scans. */
export function alamatTotp(rahasia: string, surel: string): string {
  return totp(rahasia, surel).toString();
}

/** In groups of four, to be typed by hand. */
export function rahasiaTerbaca(rahasia: string): string {
  return rahasia.replace(/(.{4})(?=.)/g, '$1 ');
}

const ABJAD = 'abcdefghjkmnpqrstuvwxyz23456789';
export const JUMLAH_KODE_PEMULIHAN = 10;

/** `k7fq-2mzx-9hdc-w4tp`: 79 bits, without letters that are mistaken for others. */
export function buatKodePemulihan(): string {
  const huruf: string[] = [];
  while (huruf.length < 16) {
    for (const bita of randomBytes(16)) {
      // 248 = 8 × 31: every letter is as likely as the next.
      if (bita < 248 && huruf.length < 16) huruf.push(ABJAD[bita % ABJAD.length] ?? '');
    }
  }
  return huruf.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** As typed → as hashed; null when it cannot be one. */
export function normalKodePemulihan(teks: string): string | null {
  const rapat = teks.toLowerCase().replace(/[\s-]/g, '');
  return /^[a-z2-9]{16}$/.test(rapat) ? rapat : null;
}
