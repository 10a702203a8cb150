import { mencakupUnit, type Pelaku, type Peran } from './pelaku';

/** A unit as the policies need it: its agency, and its own id with those of all units above it. */
export interface UnitDituju {
  readonly instansiId: string;
  readonly jalur: readonly string[];
}

/** A role held for the whole agency, or for that unit or one above it. */
export function berperanUntukUnit(pelaku: Pelaku, peran: Peran, { instansiId, jalur }: UnitDituju): boolean {
  return pelaku.peran.some((p) => p.peran === peran && p.instansiId === instansiId && mencakupUnit(p, jalur));
}

/** A role held for the whole agency; one for a unit is not enough. */
export function berperanUntukInstansi(pelaku: Pelaku, peran: Peran, instansiId: string): boolean {
  return pelaku.peran.some((p) => p.peran === peran && p.instansiId === instansiId && p.unitId === null);
}

/** Entering a unit's report: who reports for it, or answers for it. */
export function bolehMengisiUntukUnit(pelaku: Pelaku, unit: UnitDituju): boolean {
  return berperanUntukUnit(pelaku, 'pelapor', unit) || berperanUntukUnit(pelaku, 'penanggung_jawab', unit);
}

/** Survey and plan are the coordinator's. */
export function bolehMenyusun(pelaku: Pelaku, instansiId: string): boolean {
  return berperanUntukInstansi(pelaku, 'koordinator', instansiId);
}

/** Deciding and signing for the agency. */
export function bolehMemutuskan(pelaku: Pelaku, instansiId: string): boolean {
  return berperanUntukInstansi(pelaku, 'pimpinan', instansiId);
}

/** Findings are the inspector's, in each agency of the appointment. */
export function bolehMencatatTemuan(pelaku: Pelaku, instansiId: string): boolean {
  return berperanUntukInstansi(pelaku, 'inspektur', instansiId);
}

/** People and settings. */
export function bolehMengelola(pelaku: Pelaku, instansiId: string): boolean {
  return berperanUntukInstansi(pelaku, 'admin', instansiId);
}
