import type { Pelaku } from '../pelaku';

/** Whoever is to be given a link that opens their account. */
export interface PenerimaTautan {
  readonly operator: boolean;
  /** agencies in which the person holds any role, now or later */
  readonly instansi: readonly string[];
}

/**
 * A link may be shown to the one who makes it only when it opens nothing that they do not administer: otherwise an admin of one agency
 * could take over an inspector of two. An operator may hand over any link but another operator's.
 */
export function bolehMenyerahkanTautan(pelaku: Pelaku, penerima: PenerimaTautan): boolean {
  if (penerima.operator) return false;
  if (pelaku.operator) return true;
  const dikelola = new Set(pelaku.peran.filter((p) => p.peran === 'admin' && p.unitId === null).map((p) => p.instansiId));
  return penerima.instansi.every((instansiId) => dikelola.has(instansiId));
}
