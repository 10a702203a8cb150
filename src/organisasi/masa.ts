import { tambahHari, tanggalIndonesia } from '../shared/tanggal';

/** `1 Maret 2026 – 31 Maret 2026`, of a half-open range; the last day is the one before its end. */
export function masaTeks({ mulai, selesai }: { readonly mulai: string | null; readonly selesai: string | null }): string {
  if (mulai !== null && mulai === selesai) return 'tidak pernah berlaku';
  const akhir = selesai === null ? null : tanggalIndonesia(tambahHari(selesai, -1));
  if (mulai === null) return akhir === null ? 'sejak semula' : `sampai ${akhir}`;
  return akhir === null ? `sejak ${tanggalIndonesia(mulai)}` : `${tanggalIndonesia(mulai)} – ${akhir}`;
}
