import { randomUUID } from 'node:crypto';
import { Any, IsNull, type EntityManager } from 'typeorm';
import { NamaUnitEntity } from './nama-unit.entity';

export interface UnitBernama {
  readonly id: string;
  readonly nama: string;
  readonly singkatan: string | null;
}

/**
 * Keeps the history of names in step with the units: a new unit's name holds since always, a changed one from `sejak` on. A second
 * change on the same day corrects the first; what stays the same leaves no trace.
 * @param sejak not before the day on which the present name began
 */
export async function catatNamaUnit(
  manager: EntityManager,
  instansiId: string,
  unit: readonly UnitBernama[],
  sejak: string,
  mulaiBaru: string | null = null,
): Promise<void> {
  const semua = await manager.findBy(NamaUnitEntity, { unitId: Any(unit.map((u) => u.id)), selesai: IsNull() });
  const kini = new Map(semua.map((n) => [n.unitId, n]));
  for (const { id: unitId, nama, singkatan } of unit) {
    const lama = kini.get(unitId);
    if (lama?.nama === nama && lama.singkatan === singkatan) continue;
    if (lama?.mulai === sejak) {
      await manager.update(NamaUnitEntity, { id: lama.id }, { nama, singkatan });
      continue;
    }
    if (lama) await manager.update(NamaUnitEntity, { id: lama.id }, { selesai: sejak });
    await manager.insert(NamaUnitEntity, {
      id: randomUUID(),
      instansiId,
      unitId,
      nama,
      singkatan,
      mulai: lama ? sejak : mulaiBaru,
      selesai: null,
    });
  }
}
