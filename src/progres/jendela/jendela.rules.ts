import { indeksAkhir, indeksAwal, periode, type KodePeriode } from '../../shared/periode';

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
  const meliputi = entri.filter((e) =>
    e.kegiatanId === null ? memuat(e.periode, slot.periode) : e.kegiatanId === slot.kegiatanId && e.periode === slot.periode,
  );
  const terbaru = meliputi.at(-1);
  const dibuka = meliputi.findLast((e) => e.tindakan === 'buka');
  if (!terbaru || !dibuka) return { keadaan: 'belum_dibuka', mulai: null, batas: null, batasWaktu: null };
  const { mulai, batas } = terbaru;
  const batasWaktu = meliputi.findLast((e) => e.tindakan === 'buka' && e.kegiatanId === null)?.batas ?? dibuka.batas;
  return { keadaan: keadaan(terbaru, hariIni), mulai, batas, batasWaktu };
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
