import { createHash } from 'node:crypto';
import { galatMedan } from '../shared/isian';

/** What a form was made from, as a short text that goes along with it, so that an act on something else is noticed. */
export function versiDari(...isi: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(isi)).digest('base64url').slice(0, 16);
}

/**
 * @param versi as the form brought it; a form that brings none asks for no comparison
 * @param kalimat what it is now: `Unit ini kini bernama "Bagian Umum"`
 * @throws {GalatIsian} when somebody else changed it since the form was opened; what was typed comes back with the form
 */
export function tolakUsang(versi: string, kini: string, medan: string, kalimat: string): void {
  if (versi === '' || versi === kini) return;
  throw galatMedan(
    medan,
    `Orang lain mengubahnya sesudah formulir ini dibuka. ${kalimat}. Bandingkan dengan isian Anda, lalu kirim lagi bila tetap perlu`,
  );
}
