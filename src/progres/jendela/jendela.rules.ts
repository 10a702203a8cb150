import { indeksAkhir, indeksAwal, periode, type KodePeriode } from '../../shared/periode';
import type { StatusVerifikasi } from '../progres.rules';

/** One opening or locking, for a period of the whole agency or for the slot of one kegiatan. */
export interface EntriJendela {
  readonly periode: KodePeriode;
  /** null: for all kegiatan of the agency */
  readonly kegiatanId: string | null;
  readonly tindakan: 'buka' | 'kunci';
  /** first day, for `buka` */
  readonly mulai: string | null;
  /** last day, for `buka` */
  readonly batas: string | null;
}

/** An entry with the moment at which it was made. */
export interface EntriBerwaktu extends EntriJendela {
  readonly pada: Date;
}

export interface KeadaanSlot {
  readonly keadaan: 'belum_dibuka' | 'terbuka' | 'terkunci';
  /** first day on which it is open, or will be; null where it was never opened, or was locked by hand */
  readonly mulai: string | null;
  /** last day on which it is open, or was; null as `mulai` */
  readonly batas: string | null;
  /** last day on which a report is in time: of the period, for an extension of one slot does not undo that it is late */
  readonly batasWaktu: string | null;
}

/**
 * Whether a slot may be reported on. The newest entry that covers it decides; without any it is locked: before it is opened and after it
 * is closed nobody reports.
 * @param entri oldest first
 * @param hariIni in the agency's zone
 */
export function keadaanSlot(
  entri: readonly EntriJendela[],
  slot: { readonly kegiatanId: string; readonly periode: KodePeriode },
  hariIni: string,
): KeadaanSlot {
  const meliputi = entri.filter((e) => meliputiSlot(e, slot));
  const terbaru = meliputi.at(-1);
  const dibuka = meliputi.findLast((e) => e.tindakan === 'buka');
  if (!terbaru || !dibuka) return { keadaan: 'belum_dibuka', mulai: null, batas: null, batasWaktu: null };
  const { mulai, batas } = terbaru;
  const batasWaktu = meliputi.findLast((e) => e.tindakan === 'buka' && e.kegiatanId === null)?.batas ?? dibuka.batas;
  return { keadaan: keadaan(terbaru, hariIni), mulai, batas, batasWaktu };
}

/** The unit has to correct what it submitted. */
export function harusDiperbaiki(keadaan: StatusVerifikasi | null | undefined): boolean {
  return keadaan === 'dikembalikan' || keadaan === 'bukti_tidak_memadai';
}

/**
 * Whether the report of a slot may be written: what was returned is corrected at once, also after the last day and without anybody opening
 * the slot, unless it was locked by hand after the return. Whether it is late stays as it is.
 * @param entri oldest first
 * @param laporan with the moment since which its state holds; null while there is none
 * @param hariIni in the agency's zone
 */
export function jendelaLaporan(
  entri: readonly EntriBerwaktu[],
  slot: { readonly kegiatanId: string; readonly periode: KodePeriode },
  laporan: { readonly keadaan: StatusVerifikasi; readonly sejak: Date } | null,
  hariIni: string,
): KeadaanSlot {
  const biasa = keadaanSlot(entri, slot, hariIni);
  if (biasa.keadaan === 'terbuka' || !laporan || !harusDiperbaiki(laporan.keadaan)) return biasa;
  const terbaru = entri.findLast((e) => meliputiSlot(e, slot));
  if (terbaru?.tindakan === 'kunci' && terbaru.pada > laporan.sejak) return biasa;
  return { ...biasa, keadaan: 'terbuka', batas: null };
}

function meliputiSlot(
  { kegiatanId, periode: kode }: EntriJendela,
  slot: { readonly kegiatanId: string; readonly periode: KodePeriode },
): boolean {
  return kegiatanId === null ? memuat(kode, slot.periode) : kegiatanId === slot.kegiatanId && kode === slot.periode;
}

function keadaan({ tindakan, mulai, batas }: EntriJendela, hariIni: string): KeadaanSlot['keadaan'] {
  if (tindakan === 'kunci') return 'terkunci';
  if (mulai !== null && hariIni < mulai) return 'belum_dibuka';
  return batas !== null && hariIni > batas ? 'terkunci' : 'terbuka';
}

/** Whether a period holds another one whole. */
export function memuat(luar: KodePeriode, dalam: KodePeriode): boolean {
  const [l, d] = [periode(luar), periode(dalam)];
  return indeksAwal(l) <= indeksAwal(d) && indeksAkhir(d) <= indeksAkhir(l);
}
