import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits; only its digest is stored, so that a copy of the database opens nothing. */
export function buatToken(): string {
  return randomBytes(32).toString('base64url');
}

const POLA = /^[A-Za-z0-9_-]{43}$/;

/** Has the form of a token of ours: anything else is not worth a query. */
export function bentukToken(teks: string | undefined): teks is string {
  return teks !== undefined && POLA.test(teks);
}

export function sidikToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** In constant time. */
export function sama(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
