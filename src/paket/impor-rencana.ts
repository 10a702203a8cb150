import { Any } from 'typeorm';
import { LaporanEntity } from '../laporan/laporan.entity';
import { BuktiEntity } from '../progres/bukti.entity';
import { RealisasiEntity } from '../progres/realisasi.entity';
import { KegiatanEntity } from '../rtl/kegiatan.entity';
import { PenanggungJawabEntity } from '../rtl/penanggung-jawab.entity';
import { PrioritasEntity } from '../rtl/prioritas.entity';
import { RencanaEntity } from '../rtl/rencana.entity';
import { imporAsal, imporDilewati } from './impor-dilewati';
import { barisBukti, barisLaporan, barisPj, barisPrioritas, barisRealisasi, barisRencana } from './impor.baris';
import { gabung, type KonteksImpor } from './konteks-impor';
import type { RealisasiPaket } from './paket';
import { samakan, type Calon } from './selisih';

/** Ids by code; of kegiatan by code of plan and kegiatan. */
interface HasilRencanaImpor {
  readonly rencana: ReadonlyMap<string, string>;
  readonly kegiatan: ReadonlyMap<string, string>;
}

/** Plans with their prioritas and kegiatan. */
export async function imporRencana(
  k: KonteksImpor,
  unit: ReadonlyMap<string, string>,
  survei: ReadonlyMap<string, string>,
): Promise<HasilRencanaImpor> {
  const { manager, instansiId, hitungan } = k;
  const daftar = k.paket.rencana ?? [];
  const idSurvei = (kode: string | undefined) => (kode === undefined ? null : (survei.get(kode) ?? null));
  const { id: rencana } = await samakan(
    manager,
    RencanaEntity,
    await manager.findBy(RencanaEntity, { instansiId }),
    daftar.map((r, i) => barisRencana(r, instansiId, i, idSurvei(r.survei))),
    (r) => r.kode ?? '',
    hitungan,
  );

  const rencanaId = Any(daftar.flatMap((r) => rencana.get(r.kode) ?? []));
  const semuaPrioritas = daftar.flatMap((r) => r.prioritas.map((p, i) => ({ p, i, rencanaId: rencana.get(r.kode) ?? '' })));
  const { id: prioritas } = await samakan(
    manager,
    PrioritasEntity,
    await manager.findBy(PrioritasEntity, { rencanaId }),
    semuaPrioritas.map(({ p, i, rencanaId: milik }) => barisPrioritas(p, instansiId, milik, i)),
    (p) => gabung(p.rencanaId, p.no),
    hitungan,
  );

  await imporDilewati(k, daftar, rencana);
  const adaKegiatan = await manager.findBy(KegiatanEntity, { rencanaId });
  const dikeluarkan = new Set(adaKegiatan.filter((x) => x.keadaan !== 'berlaku').map((x) => gabung(x.rencanaId, x.kode)));
  const semuaKegiatan = semuaPrioritas
    .flatMap(({ p, rencanaId: milik }) => p.kegiatan.map((kegiatan) => ({ kegiatan, p, rencanaId: milik })))
    .filter(({ kegiatan, rencanaId: milik }) => !dikeluarkan.has(gabung(milik, kegiatan.kode)));
  const { id: kegiatan } = await samakan(
    manager,
    KegiatanEntity,
    adaKegiatan,
    semuaKegiatan.map(({ kegiatan: keg, p, rencanaId: milik }, urutan): Calon<KegiatanEntity> => ({
      instansiId,
      rencanaId: milik,
      prioritasId: prioritas.get(gabung(milik, p.no)) ?? '',
      urutan,
      kode: keg.kode,
      uraian: keg.uraian,
      surveiId: idSurvei(keg.survei),
      jadwal: [...keg.jadwal],
      keluaran: keg.keluaran ?? null,
      indikator: keg.indikator ?? null,
    })),
    (keg) => gabung(keg.rencanaId, keg.kode),
    hitungan,
    [
      {
        entitas: PenanggungJawabEntity,
        milik: 'kegiatanId',
        isi: new Map(
          semuaKegiatan.map(({ kegiatan: keg, rencanaId: milik }) => [gabung(milik, keg.kode), barisPj(keg, unit, instansiId)]),
        ),
      },
    ],
  );
  await imporAsal(manager, daftar, (r, kode) => kegiatan.get(gabung(rencana.get(r), kode)));
  return { rencana, kegiatan: new Map(daftar.flatMap((r) => r.prioritas.flatMap((p) => p.kegiatan).map((keg) => [gabung(r.kode, keg.kode), kegiatan.get(gabung(rencana.get(r.kode), keg.kode)) ?? '']))) }; // prettier-ignore
}

/** What a unit reported here and submitted is never written over: a paket that tells of the same slot leaves it as it is. */
export async function imporRealisasi(
  { manager, paket, instansiId, hitungan }: KonteksImpor,
  kegiatan: ReadonlyMap<string, string>,
): Promise<void> {
  const idDari = (r: RealisasiPaket) => kegiatan.get(gabung(r.rencana, r.kegiatan));
  const terkumpul = new Set(
    (
      await manager.query<{ kegiatan_id: string; periode: string }[]>(
        'SELECT kegiatan_id, periode FROM laporan_slot WHERE instansi_id = $1 AND putaran > 0',
        [instansiId],
      )
    ).map((l) => gabung(l.kegiatan_id, l.periode)),
  );
  const semua = paket.realisasi ?? [];
  const daftar = semua.filter((r) => !terkumpul.has(gabung(idDari(r), r.periode)));
  hitungan.tetap += semua.length - daftar.length;
  const idKegiatan = daftar.map((r) => idDari(r) ?? '');
  const kunci = (r: Calon<RealisasiEntity>) => gabung(r.kegiatanId, r.periode);
  const baris = daftar.map((r, i) => barisRealisasi(r, instansiId, idKegiatan[i] ?? '', i));
  const bukti = new Map(daftar.map((r, i) => [kunci(baris[i] ?? {}), barisBukti(r, instansiId)]));
  const ada = await manager.findBy(RealisasiEntity, { instansiId });
  await samakan(manager, RealisasiEntity, ada, baris, kunci, hitungan, [
    { entitas: BuktiEntity, milik: 'realisasiId', isi: bukti },
  ]);
}

export async function imporLaporan(
  { manager, paket, instansiId, hitungan }: KonteksImpor,
  rencana: ReadonlyMap<string, string>,
): Promise<void> {
  const baris = (paket.laporan ?? []).map((l, i) => barisLaporan(l, instansiId, rencana.get(l.rencana) ?? '', i));
  const ada = await manager.findBy(LaporanEntity, { instansiId });
  await samakan(manager, LaporanEntity, ada, baris, (l) => gabung(l.rencanaId, l.jenis, l.tanggal), hitungan);
}
