import { Injectable } from '@nestjs/common';
import { Any, type EntityManager } from 'typeorm';
import { tanpaNull } from '../database/kolom';
import { Transaksi } from '../database/transaksi';
import { kelompokkan } from '../shared/kelompok';
import { UnitEntity } from '../organisasi/unit.entity';
import { SurveiLayananEntity } from './survei-layanan.entity';
import { SurveiUnsurEntity } from './survei-unsur.entity';
import { SurveiEntity } from './survei.entity';
import type { Ciri } from './respons/respons.rules';
import type { Aliran } from './status.rules';
import type { DataUnsur, Survei } from './survei.rules';

/** A survey as stored: what was left unsaid stays unsaid, so that an export says no more than the import did. */
export interface SurveiTersimpan {
  readonly id: string;
  readonly survei: Survei;
  readonly nBersama: number | null;
  readonly jumlahRespons: number | null;
  /** stated by the agency, not counted from rows */
  readonly jumlahResponden: number | null;
}

@Injectable()
export class SurveiQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /**
   * The confirmed surveys of an agency in the order in which they came: what plans, reports, trends and overviews stand on. Raw answers
   * are already counted; none are read.
   * @param juga kode of one that is wanted whatever its status
   */
  async daftar(instansiId: string, juga?: string): Promise<Survei[]> {
    const semua = (await this.tersimpan(instansiId)).map((s) => s.survei);
    return semua.filter((s) => s.status === undefined || s.kode === juga);
  }

  /** @param id only these */
  async tersimpan(
    instansiId: string,
    manager: EntityManager = this.transaksi.manager,
    id?: readonly string[],
  ): Promise<SurveiTersimpan[]> {
    const where = { instansiId, ...(id ? { id: Any([...id]) } : {}) };
    const semua = await manager.find(SurveiEntity, { where, order: { urutan: 'ASC', kode: 'ASC' } });
    const surveiId = Any(semua.map((s) => s.id));
    const unsur = await manager.find(SurveiUnsurEntity, { where: { surveiId }, order: { urutan: 'ASC' } });
    const layanan = await manager.find(SurveiLayananEntity, { where: { surveiId }, order: { urutan: 'ASC' } });
    const unit = await manager.find(UnitEntity, {
      where: { id: Any([...new Set([...layanan.map((l) => l.unitId), ...semua.flatMap((s) => s.aliranUnitId ?? [])])]) },
      select: { id: true, kode: true },
    });
    const kodeUnit = new Map(unit.map((u) => [u.id, u.kode]));
    const profil = await manager.query<{ surveiId: string; ciri: Ciri; jumlah: number }[]>(
      `SELECT survei_id AS "surveiId", ciri, sum(jumlah)::int AS jumlah FROM survei_profil
       WHERE survei_id = ANY ($1) GROUP BY survei_id, ciri ORDER BY survei_id, ciri`,
      [semua.map((s) => s.id)],
    );
    const unsurPer = kelompokkan(unsur, (u) => u.surveiId);
    const profilPer = kelompokkan(profil, (p) => p.surveiId);
    const layananPer = kelompokkan(layanan, (l) => l.surveiId);
    return semua.map((s) => ({
      id: s.id,
      survei: keSurvei(
        s,
        (unsurPer.get(s.id) ?? []).map(keUnsur),
        layananPer.get(s.id)?.map((l) => ({ unit: kodeUnit.get(l.unitId) ?? '', jumlah: l.jumlah })),
        kodeUnit.get(s.aliranUnitId ?? '') ?? null,
        profilPer.get(s.id)?.map(({ ciri, jumlah }) => ({ ciri, jumlah })),
      ),
      nBersama: s.nBersama,
      jumlahRespons: s.jumlahRespons,
      jumlahResponden: s.jumlahResponden,
    }));
  }

  /** Raw answers in the order of their rows. */
  async respons(surveiId: string, manager: EntityManager = this.transaksi.manager): Promise<string[]> {
    const blok = await manager.query<{ isi: string }[]>(
      `SELECT array_to_string(jawaban, ',') AS isi FROM respons WHERE survei_id = $1 ORDER BY blok`,
      [surveiId],
    );
    return blok.flatMap(({ isi }) => isi.split(','));
  }
}

function keUnsur({ unsur, n, jumlah, penyebut, nrr, nilai }: SurveiUnsurEntity): DataUnsur {
  return tanpaNull({ unsur, n, jumlah, penyebut, nrr, nilai });
}

function keSurvei(
  s: SurveiEntity,
  unsur: readonly DataUnsur[],
  layanan: Survei['respondenPerLayanan'],
  unitAliran: string | null,
  profil: Survei['jumlahProfil'],
): Survei {
  const aliran: Aliran = tanpaNull({ layanan: s.aliranLayanan, unit: unitAliran, kanal: s.aliranKanal });
  return tanpaNull({
    kode: s.kode,
    judul: s.judul,
    instrumen: s.instrumen,
    periode: tanpaNull({ jenis: s.periodeJenis, tahun: s.periodeTahun, ke: s.periodeKe }),
    status: s.status === 'ditetapkan' ? null : s.status,
    aliran: Object.keys(aliran).length > 0 ? aliran : null,
    pelaksanaan:
      s.pelaksanaanMulai === null ? null : { mulai: s.pelaksanaanMulai, selesai: s.pelaksanaanSelesai ?? s.pelaksanaanMulai },
    tanggalTerbit: s.tanggalTerbit,
    populasi: s.populasi,
    jumlahResponden: s.jumlahResponden ?? s.jumlahRespons ?? s.nBersama,
    jumlahRespons: s.jumlahRespons,
    jumlahProfil: profil ?? null,
    respondenPerLayanan: layanan ?? null,
    urutanUnsur: s.urutanUnsur,
    terbit: s.adaTerbit ? tanpaNull({ nrr: s.terbitNrr, nilai: s.terbitNilai, mutu: s.terbitMutu }) : null,
    tingkat: s.tingkat,
    unsur,
  });
}
