import { bulatkan, rasional, type Rasional } from '../shared/desimal';
import type { Instrumen, KelasMutu } from './instrumen.rules';

/**
 * The class of a nilai (0–100), rounded half up to two decimals first; lower bounds inclusive. Never classify on NRR: the NRR columns
 * of the regulation have holes, 3,532 – 3,5324 (DOMAIN section 3). What lies under every bound belongs to the lowest class.
 */
export function kelasMutu(nilai: Rasional, instrumen: Pick<Instrumen, 'mutu'>): KelasMutu {
  const bulat = bulatkan(nilai);
  const urut = [...instrumen.mutu].sort((a, b) => b.min - a.min);
  const kelas = urut.find((k) => bulat.compare(rasional(k.min)) >= 0) ?? urut.at(-1);
  if (!kelas) throw new RangeError('Instrumen tidak memiliki kelas mutu');
  return kelas;
}

/** Lowest nilai that the answer scale can give: 1 of 4 → 25. */
export function nilaiMinimum(instrumen: Pick<Instrumen, 'skala'>): Rasional {
  return keNilai(rasional(instrumen.skala.min), instrumen);
}

/** NRR → nilai: × 100/maks, that is × 25 on the scale 1–4. */
export function keNilai(nrr: Rasional, instrumen: Pick<Instrumen, 'skala'>): Rasional {
  return nrr.mul(100).div(rasional(instrumen.skala.maks));
}

/** nilai → NRR, the inverse of `keNilai`. */
export function keNrr(nilai: Rasional, instrumen: Pick<Instrumen, 'skala'>): Rasional {
  return nilai.mul(rasional(instrumen.skala.maks)).div(100);
}
