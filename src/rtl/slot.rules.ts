import { akhirPeriode, awalPeriode, kodePeriode, periode, type KodePeriode } from '../shared/periode';
import { jadwalRinci } from './jadwal.rules';
import { semuaKegiatan, type Rencana } from './rtl.rules';

/** One kegiatan × one scheduled period: what is reported on (DOMAIN section 1). */
export interface Slot {
  readonly kegiatan: string;
  readonly periode: KodePeriode;
}

export function daftarSlot(rencana: Rencana): Slot[] {
  return semuaKegiatan(rencana).flatMap((k) =>
    jadwalRinci(k.jadwal, rencana.satuanJadwal).map((p) => ({ kegiatan: k.kode, periode: kodePeriode(p) })),
  );
}

/**
 * The slots after an edit of the schedule: only future slots that hold no report are taken away (DOMAIN section 5), and
 * only periods that have not ended are added. A slot whose period has begun, or that was reported on, stays as it was.
 * @param hariIni in the agency's zone
 */
export function susunUlangSlot(
  lama: readonly Slot[],
  baru: readonly Slot[],
  adaLaporan: (slot: Slot) => boolean,
  hariIni: string,
): { readonly tetap: Slot[]; readonly dihapus: Slot[]; readonly ditambah: Slot[] } {
  const kunci = (s: Slot) => `${s.kegiatan}\n${s.periode}`;
  const akanDatang = (s: Slot) => awalPeriode(periode(s.periode)) > hariIni;
  const dimaui = new Set(baru.map(kunci));
  const ada = new Set(lama.map(kunci));
  const dihapus = lama.filter((s) => !dimaui.has(kunci(s)) && akanDatang(s) && !adaLaporan(s));
  return {
    tetap: lama.filter((s) => !dihapus.includes(s)),
    dihapus,
    ditambah: baru.filter((s) => !ada.has(kunci(s)) && akhirPeriode(periode(s.periode)) >= hariIni),
  };
}
