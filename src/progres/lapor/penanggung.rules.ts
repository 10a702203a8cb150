import { indeksAwal, periode, type KodePeriode } from '../../shared/periode';

/** A penanggung jawab as the plan names it, in its order: one unit, or a kelompok with the units in it now. */
export interface PenanggungTersusun {
  readonly unitId: string | null;
  readonly kelompok: string | null;
  /** members of the kelompok; empty for a unit */
  readonly anggota: readonly string[];
}

export interface SerahTerima {
  readonly unitId: string;
  readonly mulaiPeriode: KodePeriode;
}

export interface Penanggung {
  /** ids of units */
  readonly utama: readonly string[];
  /** name of the kelompok, where that is the utama */
  readonly kelompok: string | null;
  readonly pendukung: readonly string[];
}

/**
 * Who reports on a slot: the first penanggung jawab is the utama, the others pendukung, each unit once. What was handed over goes to
 * its successor from the period on that the decision names.
 * @param serahTerima newest first
 */
export function penanggungSlot(
  daftar: readonly PenanggungTersusun[],
  serahTerima: readonly SerahTerima[],
  slot: KodePeriode,
): Penanggung {
  const [pertama, ...lain] = daftar;
  const penerima = serahTerima.find((s) => indeksAwal(periode(s.mulaiPeriode)) <= indeksAwal(periode(slot)));
  const utama = penerima ? [penerima.unitId] : pertama ? unitDari(pertama) : [];
  const pendukung = [...new Set(lain.flatMap(unitDari))].filter((id) => !utama.includes(id));
  return { utama, kelompok: penerima ? null : (pertama?.kelompok ?? null), pendukung };
}

function unitDari({ unitId, anggota }: PenanggungTersusun): readonly string[] {
  return unitId === null ? anggota : [unitId];
}
