import { keadaanSlot, type EntriJendela } from '../../progres/jendela/jendela.rules';
import { awalPeriode, kodePeriode, type Periode } from '../../shared/periode';
import { tanggalIndonesia } from '../../shared/tanggal';

/** What a period or slot says of its window. */
export interface Gembok {
  /** a padlock stands there: nobody reports now */
  readonly kunci: boolean;
  readonly masa: string | null;
}

const TANPA: Gembok = { kunci: false, masa: null };

/** The window of a period, as far as it is for everybody. @param hariIni null where no slot is made yet */
export function gembokPeriode(entri: readonly EntriJendela[], p: Periode, hariIni: string | null): Gembok {
  return gembokSlot(entri, '', p, hariIni);
}

/**
 * The window of one slot. One that was never opened is locked; where the agency opens nothing at all, its reports come from elsewhere,
 * and only periods to come say so.
 */
export function gembokSlot(entri: readonly EntriJendela[], kegiatanId: string, p: Periode, hariIni: string | null): Gembok {
  if (hariIni === null) return TANPA;
  const { keadaan, mulai, batas, batasWaktu } = keadaanSlot(entri, { kegiatanId, periode: kodePeriode(p) }, hariIni);
  if (batasWaktu === null) {
    if (entri.length > 0) return { kunci: true, masa: 'belum dibuka' };
    return awalPeriode(p) > hariIni ? { kunci: true, masa: `dibuka ${tanggalIndonesia(awalPeriode(p))}` } : TANPA;
  }
  if (keadaan === 'terbuka') return { kunci: false, masa: batas === null ? null : `sampai ${tanggalIndonesia(batas)}` };
  if (keadaan === 'belum_dibuka') return { kunci: true, masa: mulai === null ? null : `dibuka ${tanggalIndonesia(mulai)}` };
  return { kunci: true, masa: batas === null ? 'terkunci' : `terkunci sesudah ${tanggalIndonesia(batas)}` };
}

/** Whether a report on the slot was asked for already: what is missing then is *belum melapor*. */
export function ditagih(entri: readonly EntriJendela[], kegiatanId: string, p: Periode, hariIni: string | null): boolean {
  if (hariIni === null || entri.length === 0) return false;
  const { keadaan, batasWaktu } = keadaanSlot(entri, { kegiatanId, periode: kodePeriode(p) }, hariIni);
  return batasWaktu !== null && keadaan !== 'belum_dibuka';
}
