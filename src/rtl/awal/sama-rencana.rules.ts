import type { Rencana } from '../rtl.rules';

/** Whether two plans say the same, whatever the order of their keys (JSON columns come back in another). */
export function samaRencana(a: Rencana, b: Rencana): boolean {
  return kanonik(a) === kanonik(b);
}

export function kanonik(nilai: unknown): string {
  return JSON.stringify(nilai, (_, isi: unknown) =>
    typeof isi === 'object' && isi !== null && !Array.isArray(isi) ? Object.fromEntries(Object.entries(isi).sort()) : isi,
  );
}
