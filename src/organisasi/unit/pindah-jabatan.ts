import { randomUUID } from 'node:crypto';
import { IsNull, type EntityManager } from 'typeorm';
import { galatMedan } from '../../shared/isian';
import { tanggalIndonesia } from '../../shared/tanggal';
import { JabatanEntity } from '../jabatan/jabatan.entity';
import { LetakJabatanEntity } from '../jabatan/letak-jabatan.entity';

/**
 * The open posts of a unit pass to its successor and stand behind the successor's own; where it has somebody who heads it, theirs no
 * longer do. That they stood in the old unit is kept (`letak_jabatan`).
 * @returns how many
 * @throws {GalatIsian} on `sejak`, when a post came to this unit only later
 */
export async function pindahkanJabatan(manager: EntityManager, dari: string, ke: string, sejak: string): Promise<number> {
  const jabatan = await manager.find(JabatanEntity, { where: { unitId: dari, berakhir: IsNull() }, order: { urutan: 'ASC' } });
  const sudahAda = await manager.findBy(JabatanEntity, { unitId: ke });
  const awal = Math.max(-1, ...sudahAda.map((j) => j.urutan)) + 1;
  const dipimpin = sudahAda.some((j) => j.memimpin && j.berakhir === null);
  for (const [i, j] of jabatan.entries()) {
    const memimpin = j.memimpin && !dipimpin;
    await pindahkanLetak(manager, j, { unitId: ke, memimpin }, sejak);
    await manager.update(JabatanEntity, { id: j.id }, { unitId: ke, urutan: awal + i, memimpin });
  }
  return jabatan.length;
}

async function pindahkanLetak(
  manager: EntityManager,
  { id: jabatanId, instansiId, nama }: JabatanEntity,
  ke: Pick<LetakJabatanEntity, 'unitId' | 'memimpin'>,
  sejak: string,
): Promise<void> {
  const kini = await manager.findOneByOrFail(LetakJabatanEntity, { jabatanId, selesai: IsNull() });
  if (kini.mulai !== null && kini.mulai > sejak)
    throw galatMedan(
      'sejak',
      `${nama} berada di unit ini sejak ${tanggalIndonesia(kini.mulai)}; pilih tanggal itu atau sesudahnya`,
    );
  if (kini.mulai === sejak) {
    await manager.update(LetakJabatanEntity, { id: kini.id }, ke);
    return;
  }
  await manager.update(LetakJabatanEntity, { id: kini.id }, { selesai: sejak });
  await manager.insert(LetakJabatanEntity, { id: randomUUID(), instansiId, jabatanId, ...ke, mulai: sejak, selesai: null });
}
