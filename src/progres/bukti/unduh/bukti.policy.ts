import { berperanUntukUnit, type UnitDituju } from '../../../auth/kewenangan.policy';
import { PERAN, type Pelaku } from '../../../auth/pelaku';

export interface BuktiDituju {
  readonly instansiId: string;
  /** whether the report was ever submitted: reports are for everybody in the agency */
  readonly pernahDiajukan: boolean;
  /** the units of the slot; asked for only where it matters */
  readonly unit: () => Promise<readonly UnitDituju[]>;
}

/** Evidence of a report that was submitted: whoever has a role in the agency. Of a draft: roles for the whole agency, and for its units. */
export async function bolehLihatBukti(pelaku: Pelaku, { instansiId, pernahDiajukan, unit }: BuktiDituju): Promise<boolean> {
  const milik = pelaku.peran.filter((p) => p.instansiId === instansiId);
  if (milik.length === 0) return false;
  if (pernahDiajukan || milik.some((p) => p.unitId === null)) return true;
  const daftar = await unit();
  return daftar.some((u) => PERAN.some((peran) => berperanUntukUnit(pelaku, peran, u)));
}
