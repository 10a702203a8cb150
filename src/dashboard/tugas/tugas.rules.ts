import type { KeadaanSlot } from '../../progres/jendela/jendela.rules';
import type { StatusVerifikasi } from '../../progres/progres.rules';

/** Why something is owed: the filter of the page, in the order of its chips. One thing is owed for one reason. */
export const JENIS_TUGAS = ['dikembalikan', 'terlambat', 'lapor', 'draf', 'verifikasi', 'keputusan'] as const;
export type JenisTugas = (typeof JENIS_TUGAS)[number];

/** How many are owed, by reason. */
export type JumlahTugas = Readonly<Record<JenisTugas, number>>;

export const TANPA_TUGAS: JumlahTugas = { dikembalikan: 0, terlambat: 0, lapor: 0, draf: 0, verifikasi: 0, keputusan: 0 };

export const semuaTugas = (jumlah: JumlahTugas): number => JENIS_TUGAS.reduce((n, jenis) => n + jumlah[jenis], 0);

/** What is known of a slot that a person reports on, by itself (`utama`) or beside another unit. */
export interface KeadaanLapor {
  readonly keadaan: StatusVerifikasi | null;
  readonly putaran: number;
  readonly utama: boolean;
  readonly kontribusi: readonly string[];
}

/**
 * What a unit owes for one slot now; null when nothing. What came back is owed even while the period is locked, for the unit has to ask
 * for it to be opened; what was never submitted is late from the day after the deadline of the period on; what was never opened is not owed.
 */
export function tugasSlot(
  slot: KeadaanLapor,
  jendela: KeadaanSlot,
  hariIni: string,
): Extract<JenisTugas, 'dikembalikan' | 'terlambat' | 'lapor' | 'draf'> | null {
  const { keadaan, utama } = slot;
  if (keadaan === 'diajukan' || keadaan === 'terverifikasi') return null;
  if (!utama) return slot.kontribusi.length > 0 && jendela.keadaan === 'terbuka' ? 'lapor' : null;
  if (keadaan === 'dikembalikan' || keadaan === 'bukti_tidak_memadai') return 'dikembalikan';
  if (lewatBatas(slot, jendela, hariIni)) return 'terlambat';
  if (jendela.keadaan !== 'terbuka') return null;
  return keadaan === 'draf' ? 'draf' : 'lapor';
}

/** Never submitted, and the day on which it was due is over; locked by hand before anything came in, it is over too. */
export function lewatBatas({ putaran }: Pick<KeadaanLapor, 'putaran'>, jendela: KeadaanSlot, hariIni: string): boolean {
  if (putaran > 0 || jendela.keadaan === 'belum_dibuka') return false;
  return jendela.keadaan === 'terkunci' || (jendela.batasWaktu !== null && hariIni > jendela.batasWaktu);
}
