import { Any, type EntityManager } from 'typeorm';
import { PrioritasDilewatiEntity } from '../rtl/prioritas-dilewati.entity';
import type { Rencana } from '../rtl/rtl.rules';
import type { KonteksImpor } from './konteks-impor';
import { samakan } from './selisih';

/** The lowest unsur that plans leave out, with their reasons. @param id of each plan by kode */
export async function imporDilewati(
  { manager, instansiId, hitungan }: KonteksImpor,
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

/** Which kegiatan of an earlier plan each one carries on; written once all of them are there. @param id by kode of plan and kegiatan */
export async function imporAsal(
  manager: EntityManager,
  daftar: readonly Rencana[],
  id: (rencana: string, kegiatan: string) => string | undefined,
): Promise<void> {
  const semua = daftar.flatMap((r) => r.prioritas.flatMap((p) => p.kegiatan.map((k) => ({ rencana: r.kode, ...k }))));
  for (const { rencana, kode, asal } of semua) {
    if (!asal) continue;
    await manager.query('UPDATE kegiatan SET asal_kegiatan_id = $2 WHERE id = $1 AND asal_kegiatan_id IS DISTINCT FROM $2', [
      id(rencana, kode),
      id(asal.rencana, asal.kegiatan),
    ]);
  }
}
