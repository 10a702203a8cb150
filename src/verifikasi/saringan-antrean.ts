import type { StatusVerifikasi } from '../progres/progres.rules';
import { bacaPeriode } from '../shared/periode';
import { teksKueri, type Kueri } from '../shared/tampilan/tautan';
import type { SaringanAntrean } from './antrean.query';

/** States in which a report was submitted at least once: what the queue can show. */
export const KEADAAN_ANTREAN = [
  'diajukan',
  'dikembalikan',
  'bukti_tidak_memadai',
  'terverifikasi',
] as const satisfies readonly StatusVerifikasi[];

/** The queue as its address asks for it; what can match nothing is no filter. */
export function bacaSaringanAntrean(kueri: Readonly<Record<string, unknown>>): SaringanAntrean {
  const periode = teksKueri(kueri['periode'], 10);
  const pelapor = teksKueri(kueri['pelapor'], 36);
  const keadaan = teksKueri(kueri['keadaan'], 30);
  return {
    unit: teksKueri(kueri['unit'], 60),
    pelapor: /^[0-9a-f-]{36}$/.test(pelapor) ? pelapor : '',
    periode: bacaPeriode(periode) ? periode : '',
    keadaan: KEADAAN_ANTREAN.find((k) => k === keadaan) ?? '',
  };
}

/** As the address carries it. */
export function kueriSaringan({ unit, pelapor, periode, keadaan }: SaringanAntrean): Kueri {
  return { unit, pelapor, periode, keadaan };
}
