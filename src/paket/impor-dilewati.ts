import { Any, type EntityManager } from 'typeorm';
import { PrioritasDilewatiEntity } from '../rtl/prioritas-dilewati.entity';
import type { Rencana } from '../rtl/rtl.rules';
import { samakan, type Tambahan } from './selisih';

/** The lowest unsur that plans leave out, with their reasons. @param id of each plan by kode */
export async function imporDilewati(
  { manager, instansiId, hitungan }: { manager: EntityManager; instansiId: string; hitungan: Tambahan },
  daftar: readonly Rencana[],
  id: ReadonlyMap<string, string>,
): Promise<void> {
  const mau = daftar.flatMap(({ kode, dilewati = [] }) =>
    dilewati.map((d) => ({ ...d, instansiId, rencanaId: id.get(kode) ?? '' })),
  );
  const rencanaId = Any(daftar.flatMap((r) => id.get(r.kode) ?? []));
  const ada = await manager.findBy(PrioritasDilewatiEntity, { rencanaId });
  await samakan(manager, PrioritasDilewatiEntity, ada, mau, (d) => `${d.rencanaId} ${d.unsur}`, hitungan);
}
