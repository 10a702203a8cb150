import { punyaIzinDi } from '../../auth/izin';
import type { Pelaku } from '../../auth/pelaku';
import { teksBilangan } from '../../shared/desimal';
import { jalur } from '../../shared/tampilan/tautan';
import type { AsalSaran } from './saran-tindak-lanjut.query';

export interface AsalSaranView {
  readonly judul: string;
  readonly teks: string;
  readonly keterangan: string;
  /** null for those who may not open the list of suggestions */
  readonly tautan: string | null;
}

/**
 * The suggestions behind a plan, or behind one of its kegiatan, for the partial `saran/asal`. Null when there are none. The words stand
 * here only where they were reviewed for publishing.
 */
export function asalSaranView(instansi: string, asal: readonly AsalSaran[], pelaku: Pelaku): AsalSaranView[] | null {
  if (asal.length === 0) return null;
  return asal.map((a) => ({
    judul: a.kegiatan === null ? `Prioritas ${a.no}` : `Kegiatan ${a.kegiatan}`,
    teks: a.teks ?? `Saran ${teksBilangan(a.nomor)}`,
    keterangan: [
      `survei ${a.survei}`,
      a.jumlah > 1 ? `disampaikan ${teksBilangan(a.jumlah)} kali` : null,
      a.teks === null ? 'teksnya belum ditinjau untuk terbit' : `saran ${teksBilangan(a.nomor)}`,
    ]
      .filter(Boolean)
      .join(' · '),
    tautan: punyaIzinDi(pelaku, 'saran.lihat', a.instansiId)
      ? jalur('instansi', instansi, 'survei', a.survei, 'saran', String(a.nomor))
      : null,
  }));
}
