import type { StatusRencana } from './rtl.rules';

/** Acts on a plan; the button, the audit entry and the URL have the same word. */
export type TindakanRencana = 'ajukan' | 'tarik' | 'kembalikan' | 'tetapkan';

/** One table for the check, the buttons and the spec: draf → diajukan → ditetapkan, taken back, or back with a reason (DOMAIN section 5). */
export const ALUR_RENCANA: readonly {
  readonly dari: StatusRencana;
  readonly tindakan: TindakanRencana;
  readonly ke: StatusRencana;
  readonly perluAlasan: boolean;
}[] = [
  { dari: 'draf', tindakan: 'ajukan', ke: 'diajukan', perluAlasan: false },
  { dari: 'diajukan', tindakan: 'tarik', ke: 'draf', perluAlasan: false },
  { dari: 'diajukan', tindakan: 'kembalikan', ke: 'draf', perluAlasan: true },
  { dari: 'diajukan', tindakan: 'tetapkan', ke: 'ditetapkan', perluAlasan: false },
];

/** The state after an act, or an Indonesian sentence why it cannot be done. */
export function langkahRencana(
  status: StatusRencana,
  tindakan: TindakanRencana,
  alasan?: string,
): { readonly ke: StatusRencana } | { readonly ditolak: string } {
  const langkah = ALUR_RENCANA.find((l) => l.dari === status && l.tindakan === tindakan);
  if (!langkah) return { ditolak: `Rencana berstatus ${status} tidak dapat di-${tindakan}.` };
  if (langkah.perluAlasan && !alasan?.trim()) return { ditolak: 'Cantumkan alasan pengembaliannya.' };
  return { ke: langkah.ke };
}
