import type { BarisDitolak, Ciri, JumlahUnsur, RingkasanOlahan } from '../respons/respons.rules';

/** A file of raw answers: received, read, ready to be applied; applied, given up, or unreadable. */
export const KEADAAN_IMPOR = ['diterima', 'dibaca', 'siap', 'diterapkan', 'batal', 'gagal'] as const;
export type KeadaanImpor = (typeof KEADAAN_IMPOR)[number];

export type TindakanImpor = 'koreksi' | 'periksa' | 'saringGanda' | 'terapkan' | 'batal';

/** The one table of states, which the acts, the buttons and the tests read. */
const BOLEH: Readonly<Record<TindakanImpor, readonly KeadaanImpor[]>> = {
  koreksi: ['diterima', 'siap', 'gagal'],
  periksa: ['diterima', 'siap', 'gagal'],
  saringGanda: ['siap'],
  terapkan: ['siap'],
  batal: ['diterima', 'dibaca', 'siap', 'gagal'],
};

/** A reader that says nothing for so long has ended: milliseconds. */
export const DENYUT_TERLAMA = 15_000;

/** A file that no living process reads any more: it may be read again from its beginning. */
export function terhenti(
  { keadaan, denyut }: { readonly keadaan: KeadaanImpor; readonly denyut: Date | null },
  sekarang: Date,
): boolean {
  return keadaan === 'dibaca' && (denyut === null || sekarang.getTime() - denyut.getTime() > DENYUT_TERLAMA);
}

/** Why the act cannot be done in this state; null when it can. */
export function halanganImpor(
  tindakan: TindakanImpor,
  impor: { readonly keadaan: KeadaanImpor; readonly denyut: Date | null },
  sekarang: Date,
): string | null {
  const keadaan = terhenti(impor, sekarang) ? 'gagal' : impor.keadaan;
  if (BOLEH[tindakan].includes(keadaan)) return null;
  switch (keadaan) {
    case 'diterima':
      return 'Berkas ini belum diperiksa seluruhnya. Periksa dahulu, lalu terapkan hasilnya';
    case 'dibaca':
      return 'Berkas ini sedang diperiksa. Tunggu sampai selesai';
    case 'siap':
      return 'Berkas ini sudah selesai diperiksa';
    case 'diterapkan':
      return 'Isi berkas ini sudah diterapkan';
    case 'batal':
      return 'Impor ini sudah dibatalkan. Unggah lagi berkasnya';
    case 'gagal':
      return 'Berkas ini belum dapat dibaca sampai selesai. Periksa lagi dahulu';
  }
}

export interface ProfilTerhitung {
  readonly ciri: Ciri;
  readonly kelompok: readonly { readonly kelompok: string; readonly jumlah: number }[];
}

export interface LayananTerhitung {
  readonly layanan: string;
  readonly responden: number;
  readonly unsur: readonly JumlahUnsur[];
}

/** What is stored of a survey besides the answers themselves. */
export interface AngkaRespons {
  /** respondents */
  readonly n: number;
  readonly unsur: readonly JumlahUnsur[];
  readonly kepentingan: RingkasanOlahan['kepentingan'];
  readonly profil: readonly ProfilTerhitung[];
  readonly layanan: readonly LayananTerhitung[];
}

/** What reading a file came to: what the page shows, and what applying it writes. */
export interface RingkasanImpor extends AngkaRespons, Omit<RingkasanOlahan, 'unsur' | 'kepentingan'> {
  /** the first of those that cannot be read; the CSV file has all of them */
  readonly contohDitolak: readonly BarisDitolak[];
  readonly saran: number;
  /** lines left out as double submissions, by the person's choice */
  readonly dikeluarkan: readonly number[];
  /** SHA-256 over the answers alone, as a paket with the same answers has it */
  readonly sidikJawaban: string;
  /** applied when the survey had these very answers already */
  readonly tetap?: true;
}

/** Rejected lines shown on the page. */
export const DITOLAK_DITUNJUKKAN = 100;
