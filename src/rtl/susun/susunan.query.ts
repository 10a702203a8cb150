import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { tanpaNull } from '../../database/kolom';
import { Transaksi } from '../../database/transaksi';
import { InstrumenQuery } from '../../instrumen/instrumen.query';
import type { Instrumen, UnsurInstrumen } from '../../instrumen/instrumen.rules';
import { UnitEntity } from '../../organisasi/unit.entity';
import { kelompokkan } from '../../shared/kelompok';
import { SurveiEntity } from '../../survei/survei.entity';
import { BuktiDiharapkanEntity } from '../bukti-diharapkan.entity';
import { KegiatanEntity } from '../kegiatan.entity';
import { PrioritasDilewatiEntity } from '../prioritas-dilewati.entity';
import { PrioritasEntity } from '../prioritas.entity';
import { RencanaEntity } from '../rencana.entity';
import type { BuktiDiharapkan, PenanggungJawab } from '../rtl.rules';
import type { AcuanKegiatan, IsiKegiatan } from './isi-kegiatan.rules';
import type { KegiatanTersusun, RencanaTersusun } from './susunan';

/** What a plan may point to, with the ids behind the codes. */
export interface Acuan extends AcuanKegiatan {
  readonly daftarUnit: readonly UnitEntity[];
  readonly idUnit: ReadonlyMap<string, string>;
  readonly idSurvei: ReadonlyMap<string, string>;
  readonly daftarSurvei: readonly { readonly kode: string; readonly judul: string; readonly tahun: number }[];
  readonly daftarUnsur: readonly UnsurInstrumen[];
}

export interface PilihanKepala {
  readonly survei: readonly { readonly kode: string; readonly judul: string; readonly tahun: number }[];
  readonly rencana: readonly { readonly id: string; readonly kode: string; readonly judul: string }[];
}

@Injectable()
export class SusunanQuery {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly instrumen: InstrumenQuery,
  ) {}

  async rencana(
    instansiId: string,
    kode: string,
    manager: EntityManager = this.transaksi.manager,
  ): Promise<RencanaTersusun | null> {
    const r = await manager.findOneBy(RencanaEntity, { instansiId, kode });
    if (!r) return null;
    const prioritas = await manager.find(PrioritasEntity, { where: { rencanaId: r.id }, order: { urutan: 'ASC', no: 'ASC' } });
    const kegiatan = await this.kegiatan(r.id, manager);
    const dilewati = await manager.find(PrioritasDilewatiEntity, { where: { rencanaId: r.id }, order: { unsur: 'ASC' } });
    const berlaku = kelompokkan(
      kegiatan.filter((k) => k.keadaan === 'berlaku'),
      (k) => k.isi.prioritasId,
    );
    const survei = r.surveiId === null ? null : await manager.findOneBy(SurveiEntity, { id: r.surveiId });
    const periode =
      r.periodeJenis === null || r.periodeTahun === null
        ? null
        : tanpaNull({ jenis: r.periodeJenis, tahun: r.periodeTahun, ke: r.periodeKe });
    const isi = [
      ...[r, ...prioritas, ...kegiatan].map((x) => [x.id, x.versi, x.urutan]),
      ...dilewati.map((d) => [d.unsur, d.alasan]),
    ];
    return {
      id: r.id,
      instansiId,
      kode: r.kode,
      judul: r.judul,
      survei: survei?.kode ?? null,
      periode,
      satuanJadwal: r.satuanJadwal,
      status: r.status,
      versi: r.versi,
      nomorKegiatan: r.nomorKegiatan,
      asalRencanaId: r.asalRencanaId,
      prioritas: prioritas.map((p) => ({
        id: p.id,
        no: p.no,
        urutan: p.urutan,
        judul: p.judul,
        program: p.program,
        unsur: p.unsur,
        alasan: p.alasan,
        asal: p.asal,
        versi: p.versi,
        kegiatan: berlaku.get(p.id) ?? [],
      })),
      dilewati: dilewati.map(({ unsur, alasan }) => ({ unsur, alasan })),
      dikeluarkan: kegiatan.filter((k) => k.keadaan !== 'berlaku'),
      sidik: createHash('sha256').update(JSON.stringify(isi)).digest('base64url').slice(0, 22), // prettier-ignore
    };
  }

  private async kegiatan(rencanaId: string, manager: EntityManager): Promise<KegiatanTersusun[]> {
    const baris = await manager.find(KegiatanEntity, { where: { rencanaId }, order: { urutan: 'ASC', kode: 'ASC' } });
    const survei = await manager.query<{ id: string; kode: string }[]>(
      'SELECT s.id, s.kode FROM survei s WHERE s.id IN (SELECT survei_id FROM kegiatan WHERE rencana_id = $1)',
      [rencanaId],
    );
    const kodeSurvei = new Map(survei.map((s) => [s.id, s.kode]));
    const pj = await manager.query<{ kegiatan: string; unit: string | null; kelompok: string | null }[]>(
      `SELECT p.kegiatan_id AS kegiatan, u.kode AS unit, p.kelompok FROM penanggung_jawab p JOIN kegiatan k ON k.id = p.kegiatan_id
       LEFT JOIN unit u ON u.id = p.unit_id WHERE k.rencana_id = $1 ORDER BY p.kegiatan_id, p.urutan`,
      [rencanaId],
    );
    const bukti = await manager
      .createQueryBuilder(BuktiDiharapkanEntity, 'b')
      .innerJoin(KegiatanEntity, 'k', 'k.id = b.kegiatanId')
      .where('k.rencanaId = :rencanaId', { rencanaId })
      .orderBy('b.urutan')
      .getMany();
    const asal = await manager.query<{ id: string; rencana: string; kegiatan: string }[]>(
      `SELECT a.id, r.kode AS rencana, a.kode AS kegiatan FROM kegiatan a JOIN rencana r ON r.id = a.rencana_id
       WHERE a.id IN (SELECT asal_kegiatan_id FROM kegiatan WHERE rencana_id = $1)`,
      [rencanaId],
    );
    const asalPer = new Map(asal.map(({ id, rencana, kegiatan }) => [id, { rencana, kegiatan }]));
    const pjPer = kelompokkan(pj, (p) => p.kegiatan);
    const buktiPer = kelompokkan(bukti, (b) => b.kegiatanId);
    return baris.map((k) => ({
      id: k.id,
      kode: k.kode,
      urutan: k.urutan,
      versi: k.versi,
      keadaan: k.keadaan,
      asalKegiatanId: k.asalKegiatanId,
      asal: asalPer.get(k.asalKegiatanId ?? '') ?? null,
      diubahNama: k.diubahNama,
      diubahPada: k.diubahPada,
      isi: keIsi(k, kodeSurvei.get(k.surveiId ?? '') ?? null, (pjPer.get(k.id) ?? []).map(kePj), (buktiPer.get(k.id) ?? []).map(keBukti)), // prettier-ignore
    }));
  }

  /** What the head of a plan may name: surveys with their year, plans, each oldest first. */
  async pilihanKepala(instansiId: string): Promise<PilihanKepala> {
    const { manager } = this.transaksi;
    const survei = await manager.find(SurveiEntity, { where: { instansiId }, order: { periodeTahun: 'ASC', urutan: 'ASC' } });
    const rencana = await manager.find(RencanaEntity, { where: { instansiId }, order: { urutan: 'ASC', kode: 'ASC' } });
    return {
      survei: survei.map(({ kode, judul, periodeTahun }) => ({ kode, judul, tahun: periodeTahun })),
      rencana: rencana.map(({ id, kode, judul }) => ({ id, kode, judul })),
    };
  }

  /** The unsur are those of the instrument of the plan's survey; without one, of every instrument of the agency. */
  async acuan(rencana: Pick<RencanaTersusun, 'instansiId' | 'satuanJadwal' | 'survei' | 'prioritas'>): Promise<Acuan> {
    const { manager } = this.transaksi;
    const { instansiId } = rencana;
    const unit = await manager.find(UnitEntity, { where: { instansiId }, order: { urutan: 'ASC', kode: 'ASC' } });
    const kelompok = await manager.query<{ nama: string }[]>(
      `SELECT nama FROM kelompok_unit WHERE instansi_id = $1
       UNION SELECT kelompok FROM penanggung_jawab WHERE instansi_id = $1 AND kelompok IS NOT NULL ORDER BY nama`,
      [instansiId],
    );
    const survei = await manager.find(SurveiEntity, { where: { instansiId }, order: { urutan: 'ASC' } });
    const daftarUnsur = unsurRencana(
      await this.instrumen.semua(instansiId),
      survei.find((s) => s.kode === rencana.survei)?.instrumen,
    );
    return {
      satuanJadwal: rencana.satuanJadwal,
      prioritas: new Set(rencana.prioritas.map((p) => p.id)),
      unit: new Map(unit.map((u) => [u.kode, u.berakhir === null])),
      kelompok: new Set(kelompok.map((k) => k.nama)),
      survei: new Set(survei.map((s) => s.kode)),
      unsur: new Set(daftarUnsur.map((u) => u.kode)),
      daftarUnit: unit,
      idUnit: new Map(unit.map((u) => [u.kode, u.id])),
      idSurvei: new Map(survei.map((s) => [s.kode, s.id])),
      daftarSurvei: survei.map(({ kode, judul, periodeTahun }) => ({ kode, judul, tahun: periodeTahun })),
      daftarUnsur,
    };
  }
}

/** Of the plan's survey's instrument; a plan without survey may name those of any. */
export function unsurRencana(semua: readonly Instrumen[], kode: string | undefined): readonly UnsurInstrumen[] {
  const instrumen = semua.find((i) => i.kode === kode);
  if (instrumen) return instrumen.unsur;
  return [...new Map(semua.flatMap((i) => i.unsur).map((u) => [u.kode, u])).values()];
}

function keIsi(
  k: KegiatanEntity,
  survei: string | null,
  penanggungJawab: PenanggungJawab[],
  buktiDiharapkan: BuktiDiharapkan[],
): IsiKegiatan {
  const { prioritasId, uraian, unsur, jadwal, keluaran, indikator } = k;
  return { prioritasId, uraian, unsur, survei, jadwal, penanggungJawab, keluaran, indikator, buktiDiharapkan };
}

function kePj({ unit, kelompok }: { unit: string | null; kelompok: string | null }): PenanggungJawab {
  return unit === null ? { kelompok: kelompok ?? '' } : { unit };
}

function keBukti({ periode, jenis, uraian }: BuktiDiharapkanEntity): BuktiDiharapkan {
  return tanpaNull({ periode, jenis, uraian });
}
