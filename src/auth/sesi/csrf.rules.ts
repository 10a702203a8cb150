/** XOR of two strings of bytes of one length. */
function gabung(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((bita, i) => bita ^ (b[i] ?? 0));
}

/**
 * The token of a form: the secret of the browser under a mask, which goes along. With another mask every time, text in a compressed
 * page tells nothing about the secret.
 * @param rahasia,topeng of the same length
 */
export function samarkan(rahasia: Uint8Array, topeng: Uint8Array): string {
  return Buffer.concat([topeng, gabung(rahasia, topeng)]).toString('base64url');
}

/** @returns the secret, or null when it is no token */
export function bukaSamaran(token: string, panjang: number): Buffer | null {
  const bita = Buffer.from(token, 'base64url');
  if (bita.length !== panjang * 2 || bita.toString('base64url') !== token) return null;
  return Buffer.from(gabung(bita.subarray(panjang), bita.subarray(0, panjang)));
}
