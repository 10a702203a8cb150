/** A survey is written as a draft, confirmed once, and then locked; nothing is deleted. */
export const STATUS_SURVEI = ['draf', 'ditetapkan', 'dibatalkan'] as const;
export type StatusSurvei = (typeof STATUS_SURVEI)[number];

export type TindakanSurvei = 'ubah' | 'tetapkan' | 'bukaKembali' | 'batalkan' | 'pulihkan';

/** The one table of states, which the check, the buttons and the tests read. `ubah` covers everything that is typed or imported. */
export const PERALIHAN_SURVEI: Readonly<
  Record<TindakanSurvei, { readonly dari: StatusSurvei; readonly ke: StatusSurvei; readonly alasan: boolean }>
> = {
  ubah: { dari: 'draf', ke: 'draf', alasan: false },
  tetapkan: { dari: 'draf', ke: 'ditetapkan', alasan: false },
  bukaKembali: { dari: 'ditetapkan', ke: 'draf', alasan: true },
  batalkan: { dari: 'draf', ke: 'dibatalkan', alasan: true },
  pulihkan: { dari: 'dibatalkan', ke: 'draf', alasan: true },
};

/** Why the act cannot be done in this state; null when it can. */
export function halanganStatus(tindakan: TindakanSurvei, status: StatusSurvei): string | null {
  if (PERALIHAN_SURVEI[tindakan].dari === status) return null;
  switch (status) {
    case 'draf':
      return 'Survei ini masih draf';
    case 'ditetapkan':
      return 'Survei ini sudah ditetapkan dan terkunci. Buka kembali dahulu dengan alasannya, baru ubah';
    case 'dibatalkan':
      return 'Survei ini sudah dibatalkan. Pulihkan dahulu dengan alasannya, baru ubah';
  }
}

export const KANAL = ['tatap-muka', 'daring', 'telepon', 'surat', 'campuran'] as const;
export type Kanal = (typeof KANAL)[number];

export const NAMA_KANAL: Readonly<Record<Kanal, string>> = {
  'tatap-muka': 'Tatap muka',
  daring: 'Daring',
  telepon: 'Telepon',
  surat: 'Surat',
  campuran: 'Campuran',
};

/** Which part of the agency's services a survey asks about: several streams may run in one period. */
export interface Aliran {
  /** as people call the service: `Loket informasi` */
  readonly layanan?: string;
  /** kode of the serving unit */
  readonly unit?: string;
  readonly kanal?: Kanal;
}

/** `Loket informasi · Daring`; null for a survey of everything. @param namaUnit name of the unit, where one is given */
export function namaAliran({ layanan, kanal }: Aliran, namaUnit: string | null): string | null {
  const bagian = [layanan ?? namaUnit, layanan && namaUnit && layanan !== namaUnit ? namaUnit : null, kanal && NAMA_KANAL[kanal]];
  return bagian.filter(Boolean).join(' · ') || null;
}
