import { Injectable } from '@nestjs/common';
import { Any, type EntityManager } from 'typeorm';
import { tanpaNull } from '../database/kolom';
import { Transaksi } from '../database/transaksi';
import { kelompokkan } from '../shared/kelompok';
import { UnitEntity } from '../organisasi/unit.entity';
import { SurveiEntity } from '../survei/survei.entity';
import { bacaDikeluarkan } from './dikeluarkan.query';
import { KegiatanEntity } from './kegiatan.entity';
import { PenanggungJawabEntity } from './penanggung-jawab.entity';
import { PrioritasDilewatiEntity } from './prioritas-dilewati.entity';
import { PrioritasEntity } from './prioritas.entity';
import { RencanaEntity } from './rencana.entity';
import type { AsalKegiatan, Kegiatan, KegiatanDikeluarkan, PenanggungJawab, Prioritas, Rencana } from './rtl.rules';

@Injectable()
export class RtlQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** All plans of an agency, whole, as they hold now with what addenda took out, in the order of their import. */
  async daftar(instansiId: string, manager: EntityManager = this.transaksi.manager): Promise<Rencana[]> {
    const semua = await manager.find(RencanaEntity, { where: { instansiId }, order: { urutan: 'ASC', kode: 'ASC' } });
    const rencanaId = Any(semua.map((r) => r.id));
    const prioritas = await manager.find(PrioritasEntity, { where: { rencanaId }, order: { urutan: 'ASC', no: 'ASC' } });
    const kegiatan = await manager.find(KegiatanEntity, { where: { rencanaId }, order: { urutan: 'ASC', kode: 'ASC' } });
    const kode = await this.kodeRujukan(semua, kegiatan, instansiId, manager);
    const pj = await this.penanggungJawab(kegiatan, manager);
    const asal = await this.asal(kegiatan, manager);
    const dilewati = await manager.find(PrioritasDilewatiEntity, { where: { rencanaId }, order: { unsur: 'ASC' } });

    const susun = (k: KegiatanEntity) => keKegiatan(k, kode.get(k.surveiId ?? ''), pj.get(k.id) ?? [], asal.get(k.id));
    const [berlaku, luar] = [kegiatan.filter((k) => k.keadaan === 'berlaku'), kegiatan.filter((k) => k.keadaan !== 'berlaku')];
    const dikeluarkan = await bacaDikeluarkan(manager, luar, new Map(prioritas.map((p) => [p.id, p.no])), susun);
    const kegiatanPer = kelompokkan(berlaku, (k) => k.prioritasId);
    const prioritasPer = kelompokkan(prioritas, (p) => p.rencanaId);
    const dilewatiPer = kelompokkan(dilewati, (d) => d.rencanaId);
    return semua.map((r) => {
      const milik = (prioritasPer.get(r.id) ?? []).map((p) => kePrioritas(p, (kegiatanPer.get(p.id) ?? []).map(susun)));
      return keRencana(r, kode.get(r.surveiId ?? ''), milik, dilewatiPer.get(r.id), dikeluarkan.get(r.id));
    });
  }

  private async asal(kegiatan: readonly KegiatanEntity[], manager: EntityManager): Promise<Map<string, AsalKegiatan>> {
    const id = kegiatan.flatMap((k) => k.asalKegiatanId ?? []);
    if (id.length === 0) return new Map();
    const baris = await manager.query<(AsalKegiatan & { id: string })[]>(
      'SELECT a.id, r.kode AS rencana, a.kode AS kegiatan FROM kegiatan a JOIN rencana r ON r.id = a.rencana_id WHERE a.id = ANY ($1::uuid[])',
      [id],
    );
    const semua = new Map(baris.map((b) => [b.id, { rencana: b.rencana, kegiatan: b.kegiatan }]));
    return new Map(
      kegiatan.flatMap((k) => {
        const asal = semua.get(k.asalKegiatanId ?? '');
        return asal ? [[k.id, asal] as const] : [];
      }),
    );
  }

  private async kodeRujukan(
    rencana: readonly RencanaEntity[],
    kegiatan: readonly KegiatanEntity[],
    instansiId: string,
    manager: EntityManager,
  ): Promise<Map<string, string>> {
    if (![...rencana, ...kegiatan].some((r) => r.surveiId !== null)) return new Map();
    const survei = await manager.find(SurveiEntity, { where: { instansiId }, select: { id: true, kode: true } });
    return new Map(survei.map((s) => [s.id, s.kode]));
  }

  private async penanggungJawab(
    kegiatan: readonly KegiatanEntity[],
    manager: EntityManager,
  ): Promise<Map<string, PenanggungJawab[]>> {
    const hasil = new Map<string, PenanggungJawab[]>();
    if (kegiatan.length === 0) return hasil;
    const baris = await manager
      .createQueryBuilder(PenanggungJawabEntity, 'pj')
      .leftJoin(UnitEntity, 'u', 'u.id = pj.unitId')
      .innerJoin(KegiatanEntity, 'k', 'k.id = pj.kegiatanId')
      .where('k.rencanaId = ANY(:rencana)', { rencana: [...new Set(kegiatan.map((k) => k.rencanaId))] })
      .orderBy('pj.urutan')
      .select(['pj.kegiatanId AS kegiatan', 'u.kode AS unit', 'pj.kelompok AS kelompok'])
      .getRawMany<{ kegiatan: string; unit: string | null; kelompok: string | null }>();
    for (const b of baris) {
      const daftar = hasil.get(b.kegiatan) ?? [];
      daftar.push(b.unit === null ? { kelompok: b.kelompok ?? '' } : { unit: b.unit });
      hasil.set(b.kegiatan, daftar);
    }
    return hasil;
  }
}

function keRencana(
  r: RencanaEntity,
  survei: string | undefined,
  prioritas: Prioritas[],
  barisDilewati: readonly PrioritasDilewatiEntity[] | undefined,
  dikeluarkan: readonly KegiatanDikeluarkan[] | undefined,
): Rencana {
  const periode =
    r.periodeJenis === null || r.periodeTahun === null
      ? null
      : tanpaNull({ jenis: r.periodeJenis, tahun: r.periodeTahun, ke: r.periodeKe });
  const { kode, judul, satuanJadwal, status } = r;
  const dilewati = barisDilewati?.map(({ unsur, alasan }) => ({ unsur, alasan })) ?? null;
  return tanpaNull({
    kode,
    judul,
    survei: survei ?? null,
    periode,
    satuanJadwal,
    status,
    prioritas,
    dilewati,
    dikeluarkan: dikeluarkan ?? null,
  });
}

function kePrioritas({ no, judul, program, unsur, alasan }: PrioritasEntity, kegiatan: Kegiatan[]): Prioritas {
  return tanpaNull({ no, judul, program, unsur, alasan, kegiatan });
}

function keKegiatan(
  k: KegiatanEntity,
  survei: string | undefined,
  penanggungJawab: PenanggungJawab[],
  asal: AsalKegiatan | undefined,
): Kegiatan {
  const { kode, uraian, jadwal, keluaran, indikator } = k;
  return tanpaNull({ kode, uraian, survei: survei ?? null, jadwal, penanggungJawab, keluaran, indikator, asal: asal ?? null });
}
