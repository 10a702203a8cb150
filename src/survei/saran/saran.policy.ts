import {
  berperanUntukInstansi,
  bolehMencatatTemuan,
  bolehMengisiUntukUnit,
  bolehMenyusun,
  type UnitDituju,
} from '../../auth/kewenangan.policy';
import { mencakupUnit, type Pelaku } from '../../auth/pelaku';

/** Receiving, assigning, reviewing, turning into follow-up: the coordinator of the whole agency. */
export function bolehKelolaSaran(pelaku: Pelaku, instansiId: string): boolean {
  return bolehMenyusun(pelaku, instansiId);
}

/** The words as they came, with what may tell who wrote them. Everybody else reads them with that replaced. */
export function bolehLihatAsli(pelaku: Pelaku, instansiId: string): boolean {
  return bolehMenyusun(pelaku, instansiId) || bolehMencatatTemuan(pelaku, instansiId);
}

/** All suggestions of a survey, whichever unit they are assigned to. */
export function bolehLihatSemuaSaran(pelaku: Pelaku, instansiId: string): boolean {
  return bolehLihatAsli(pelaku, instansiId) || berperanUntukInstansi(pelaku, 'pimpinan', instansiId);
}

/** One suggestion: those who see all, and whoever has a role in the unit it is assigned to. */
export function bolehLihatSaran(pelaku: Pelaku, instansiId: string, unit: UnitDituju | null): boolean {
  if (bolehLihatSemuaSaran(pelaku, instansiId)) return true;
  return (
    unit !== null &&
    pelaku.peran.some(
      (p) => p.instansiId === instansiId && p.instansiId === unit.instansiId && p.unitId !== null && mencakupUnit(p, unit.jalur),
    )
  );
}

/** Answering: who reports for the unit it is assigned to or answers for it, and the coordinator for any. */
export function bolehTanggapiSaran(pelaku: Pelaku, instansiId: string, unit: UnitDituju | null): boolean {
  return bolehKelolaSaran(pelaku, instansiId) || (unit !== null && bolehMengisiUntukUnit(pelaku, unit));
}

/** The units for which the person holds any role in this agency: what the list is narrowed to for those who do not see all. */
export function unitPelaku(pelaku: Pelaku, instansiId: string): string[] {
  return [...new Set(pelaku.peran.flatMap((p) => (p.instansiId === instansiId && p.unitId !== null ? [p.unitId] : [])))];
}
