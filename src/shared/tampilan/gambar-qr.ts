import { create } from 'qrcode';

export interface GambarQr {
  readonly sisi: number;
  /** dark modules as the `d` of one path, with a margin of four modules */
  readonly d: string;
}

/** A text as a QR code, for `<svg viewBox="0 0 sisi sisi">`. */
export function gambarQr(teks: string): GambarQr {
  const { modules } = create(teks, { errorCorrectionLevel: 'M' });
  const baris = Array.from({ length: modules.size }, (_, y) =>
    Array.from({ length: modules.size }, (__, x) => (modules.get(y, x) ? `M${x + 4} ${y + 4}h1v1h-1z` : '')).join(''),
  );
  return { sisi: modules.size + 8, d: baris.join('') };
}
