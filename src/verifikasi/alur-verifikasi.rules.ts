import type { StatusPelaksanaan, StatusVerifikasi } from '../progres/progres.rules';

export type TindakanVerifikasi =
  'simpan' | 'ajukan' | 'kembalikan' | 'verifikasi' | 'nyatakanTidakMemadai' | 'cabut' | 'setujuiTidakDapat' | 'tolakTidakDapat';

/** unit: who reports; pemeriksa: another person, who verifies; pimpinan: who decides that something cannot be done */
export type PihakVerifikasi = 'unit' | 'pemeriksa' | 'pimpinan';

export interface LangkahVerifikasi {
  readonly dari: StatusVerifikasi | null;
  readonly tindakan: TindakanVerifikasi;
  readonly ke: StatusVerifikasi;
  readonly oleh: PihakVerifikasi;
  readonly perluAlasan: boolean;
  /** for what the unit claims: `tidak_dapat` alone is the pimpinan's to decide; absent where the claim makes no difference */
  readonly klaim?: 'tidak_dapat' | 'lain';
}

/** One table for the check, the buttons and the spec (DOMAIN section 5). `null` is *belum melapor*: there is no report yet. */
export const ALUR_VERIFIKASI: readonly LangkahVerifikasi[] = [
  { dari: null, tindakan: 'simpan', ke: 'draf', oleh: 'unit', perluAlasan: false },
  { dari: 'draf', tindakan: 'simpan', ke: 'draf', oleh: 'unit', perluAlasan: false },
  { dari: 'dikembalikan', tindakan: 'simpan', ke: 'dikembalikan', oleh: 'unit', perluAlasan: false },
  { dari: 'bukti_tidak_memadai', tindakan: 'simpan', ke: 'bukti_tidak_memadai', oleh: 'unit', perluAlasan: false },
  { dari: 'draf', tindakan: 'ajukan', ke: 'diajukan', oleh: 'unit', perluAlasan: false },
  { dari: 'dikembalikan', tindakan: 'ajukan', ke: 'diajukan', oleh: 'unit', perluAlasan: false },
  { dari: 'bukti_tidak_memadai', tindakan: 'ajukan', ke: 'diajukan', oleh: 'unit', perluAlasan: false },
  { dari: 'diajukan', tindakan: 'kembalikan', ke: 'dikembalikan', oleh: 'pemeriksa', perluAlasan: true, klaim: 'lain' },
  { dari: 'diajukan', tindakan: 'verifikasi', ke: 'terverifikasi', oleh: 'pemeriksa', perluAlasan: false, klaim: 'lain' },
  {
    ...{ dari: 'diajukan', tindakan: 'nyatakanTidakMemadai', ke: 'bukti_tidak_memadai' },
    ...{ oleh: 'pemeriksa', perluAlasan: true, klaim: 'lain' },
  },
  { dari: 'terverifikasi', tindakan: 'cabut', ke: 'diajukan', oleh: 'pemeriksa', perluAlasan: true, klaim: 'lain' },
  {
    dari: 'diajukan',
    tindakan: 'setujuiTidakDapat',
    ke: 'terverifikasi',
    oleh: 'pimpinan',
    perluAlasan: false,
    klaim: 'tidak_dapat',
  },
  {
    dari: 'diajukan',
    tindakan: 'tolakTidakDapat',
    ke: 'dikembalikan',
    oleh: 'pimpinan',
    perluAlasan: true,
    klaim: 'tidak_dapat',
  },
  { dari: 'terverifikasi', tindakan: 'cabut', ke: 'diajukan', oleh: 'pimpinan', perluAlasan: true, klaim: 'tidak_dapat' },
];

/** The acts that are open now to one side; for its buttons. @param klaim what was submitted last; undefined before that */
export function langkahTerbuka(
  status: StatusVerifikasi | null,
  oleh: PihakVerifikasi,
  klaim: StatusPelaksanaan | undefined,
): LangkahVerifikasi[] {
  return ALUR_VERIFIKASI.filter((l) => l.dari === status && l.oleh === oleh && cocok(l, klaim));
}

function cocok({ klaim }: LangkahVerifikasi, dilaporkan: StatusPelaksanaan | undefined): boolean {
  return klaim === undefined || (klaim === 'tidak_dapat') === (dilaporkan === 'tidak_dapat');
}

export interface PelakuLangkah {
  readonly pelaku: string;
  /** ids of all who entered or submitted the report */
  readonly pelapor: readonly string[];
  readonly oleh: PihakVerifikasi;
  readonly klaim: StatusPelaksanaan | undefined;
  readonly alasan?: string | undefined;
}

/** The state after an act, or an Indonesian sentence why not. Nobody verifies their own report. */
export function langkahVerifikasi(
  status: StatusVerifikasi | null,
  tindakan: TindakanVerifikasi,
  { pelaku, pelapor, oleh, klaim, alasan }: PelakuLangkah,
): { readonly ke: StatusVerifikasi } | { readonly ditolak: string; readonly sebab: 'keadaan' | 'sendiri' | 'alasan' } {
  const langkah = langkahTerbuka(status, oleh, klaim).find((l) => l.tindakan === tindakan);
  if (!langkah) {
    const ditolak =
      klaim === 'tidak_dapat' && oleh === 'pemeriksa'
        ? 'Laporan tidak dapat dilaksanakan diputuskan pimpinan. Tulis pendapat Anda sebagai komentar.'
        : 'Laporan tidak sedang dalam keadaan yang memungkinkan tindakan ini. Muat ulang halamannya.';
    return { ditolak, sebab: 'keadaan' };
  }
  if (oleh !== 'unit' && pelapor.includes(pelaku))
    return { ditolak: 'Anda ikut mengisi atau mengajukan laporan ini, jadi harus diperiksa orang lain.', sebab: 'sendiri' };
  if (langkah.perluAlasan && !alasan?.trim())
    return { ditolak: 'Tulis alasannya; unit perlu tahu apa yang harus diperbaiki.', sebab: 'alasan' };
  return { ke: langkah.ke };
}
