/** As a paket takes a code, so that what is exported can come back; two dots are a step of an address. Null when it may be one. */
export function masalahKode(kode: string): string | null {
  if (kode.length > 100) return 'Persingkat kodenya; paling banyak 100 huruf';
  if (kode === '' || kode !== kode.trim() || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(kode))
    return 'Tulis kodenya dalam satu baris, tanpa huruf yang tidak tampak';
  if (!kode.isWellFormed() || !/[\p{L}\p{N}]/u.test(kode)) return 'Pakai kode yang memuat huruf atau angka';
  return null;
}

/** Two kode that differ in capitals only are one to whoever reads them aloud: within a plan this is given once. */
export const kunciKode = (kode: string): string => kode.toLowerCase();

/**
 * The next kode of a plan's kegiatan, `RTL-2024-07`, and its number. Numbers go up only: one that was given is never given again.
 * @param terakhir last number given in this plan
 * @param dipakai keys (`kunciKode`) of those that it has
 */
export function kodeBerikut(rencana: string, terakhir: number, dipakai: ReadonlySet<string>): { kode: string; nomor: number } {
  for (let nomor = terakhir + 1; ; nomor++) {
    const kode = `${rencana.slice(0, 90)}-${String(nomor).padStart(2, '0')}`;
    if (!dipakai.has(kunciKode(kode))) return { kode, nomor };
  }
}

/** What a plan of that year is called, when nobody says otherwise: `RTL-2026`, then `RTL-2026-2`. */
export function kodeRencana(tahun: number, dipakai: ReadonlySet<string>): string {
  for (let ke = 1; ; ke++) {
    const kode = ke === 1 ? `RTL-${tahun}` : `RTL-${tahun}-${ke}`;
    if (!dipakai.has(kode)) return kode;
  }
}
