import { SurveiLayananEntity } from '../survei/survei-layanan.entity';
import { SurveiUnsurEntity } from '../survei/survei-unsur.entity';
import { SurveiEntity } from '../survei/survei.entity';
import { gantiRespons, hitungUlangKepentingan } from '../survei/tulis-respons';
import { barisSurvei, barisUnsur } from './impor.baris';
import type { KonteksImpor } from './konteks-impor';
import { samakan } from './selisih';

/** Surveys with their unsur, services and answers. @returns id by kode */
export async function imporSurvei(k: KonteksImpor, unit: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const { manager, instansiId, hitungan } = k;
  const daftar = k.paket.survei ?? [];
  const ada = await manager.findBy(SurveiEntity, { instansiId });
  const sidikLama = new Map(ada.map((s) => [s.kode, s.sidikRespons]));
  const baris = daftar.map((s, i) => ({
    ...barisSurvei(s, instansiId, i),
    aliranUnitId: unit.get(s.aliran?.unit ?? '') ?? null,
  }));
  const { id, ditulis } = await samakan(manager, SurveiEntity, ada, baris, (s) => s.kode ?? '', hitungan, [
    { entitas: SurveiUnsurEntity, milik: 'surveiId', isi: new Map(daftar.map((s) => [s.kode, barisUnsur(s, instansiId)])) },
    {
      entitas: SurveiLayananEntity,
      milik: 'surveiId',
      isi: new Map(
        daftar.map((s) => [
          s.kode,
          (s.respondenPerLayanan ?? []).map((l, urutan) => ({ instansiId, unitId: unit.get(l.unit), urutan, jumlah: l.jumlah })),
        ]),
      ),
    },
  ]);
  for (const [i, s] of daftar.entries()) {
    const surveiId = id.get(s.kode);
    if (surveiId === undefined || !ditulis.has(s.kode)) continue;
    if (sidikLama.get(s.kode) !== baris[i]?.sidikRespons)
      await gantiRespons(manager, instansiId, surveiId, s.respons?.baris ?? []);
    else if (s.respons) await hitungUlangKepentingan(manager, surveiId);
  }
  return id;
}
