import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import { UnitEntity } from '../unit.entity';
import { aktif, cakupan, leluhur, penerusAkhir, susunPohon } from './unit.rules';

export interface NamaUnit {
  readonly nama: string;
  readonly singkatan: string | null;
  readonly mulai: string | null;
  readonly selesai: string | null;
}

/** What stands on a unit, and would stand in the way of retiring it. */
export interface BebanUnit {
  readonly jabatan: number;
  readonly pemegang: number;
  readonly peran: number;
}

@Injectable()
export class UnitQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** Every unit of the agency, those that ended included, in its order. */
  semua(instansiId: string): Promise<UnitEntity[]> {
    return this.transaksi.manager.find(UnitEntity, { where: { instansiId }, order: { urutan: 'ASC', kode: 'ASC' } });
  }

  satu(instansiId: string, kode: string): Promise<UnitEntity | null> {
    return this.transaksi.manager.findOneBy(UnitEntity, { instansiId, kode });
  }

  satuId(instansiId: string, id: string): Promise<UnitEntity | null> {
    return this.transaksi.manager.findOneBy(UnitEntity, { instansiId, id });
  }

  /** Names from–to, newest first. */
  riwayatNama(unitId: string): Promise<NamaUnit[]> {
    return this.transaksi.manager.query<NamaUnit[]>(
      `SELECT nama, singkatan, mulai::text AS mulai, selesai::text AS selesai FROM nama_unit
       WHERE unit_id = $1 ORDER BY mulai DESC NULLS LAST`,
      [unitId],
    );
  }

  /** What the unit was called on that day; before the first name that is known, that one. Null when there is no such unit. */
  async namaUnitPada(unitId: string, tanggal: string): Promise<{ nama: string; singkatan: string | null } | null> {
    return (await this.namaSemuaPada([unitId], tanggal)).get(unitId) ?? null;
  }

  /** The same for many units: one query for a report. */
  async namaSemuaPada(
    unitId: readonly string[],
    tanggal: string,
  ): Promise<Map<string, { nama: string; singkatan: string | null }>> {
    const baris = await this.transaksi.manager.query<{ id: string; nama: string; singkatan: string | null }[]>(
      `SELECT DISTINCT ON (unit_id) unit_id AS id, nama, singkatan FROM nama_unit WHERE unit_id = ANY ($1::uuid[])
       ORDER BY unit_id, daterange(mulai, selesai) @> $2::date DESC, mulai NULLS FIRST`,
      [unitId, tanggal],
    );
    return new Map(baris.map(({ id, nama, singkatan }) => [id, { nama, singkatan }]));
  }

  async beban(unitId: string, tanggal: string): Promise<BebanUnit> {
    const [baris] = await this.transaksi.manager.query<BebanUnit[]>(
      `SELECT
         (SELECT count(*)::int FROM jabatan WHERE unit_id = $1 AND berakhir IS NULL) AS jabatan,
         (SELECT count(*)::int FROM penugasan t JOIN jabatan j ON j.id = t.jabatan_id
            WHERE j.unit_id = $1 AND (t.selesai IS NULL OR t.selesai > $2::date)) AS pemegang,
         (SELECT count(*)::int FROM peran WHERE unit_id = $1 AND (selesai IS NULL OR selesai > $2::date)) AS peran`,
      [unitId, tanggal],
    );
    return baris ?? { jabatan: 0, pemegang: 0, peran: 0 };
  }

  /** The units that a duty on this one covers: those below, and those merged into any of them. */
  async cakupan(instansiId: string, unitId: string): Promise<string[]> {
    return [...cakupan(susunPohon(await this.semua(instansiId)), unitId)];
  }

  /**
   * The unit, whoever answers for it today, and all above: what `mencakupUnit` compares a role with. A unit that was merged is reached
   * through its successor.
   */
  async jalurUnit(instansiId: string, unitId: string): Promise<string[]> {
    const pohon = susunPohon(await this.semua(instansiId));
    const kini = penerusAkhir(pohon, unitId);
    return kini ? [...new Set([unitId, kini.id, ...leluhur(pohon, kini.id).map((u) => u.id)])] : [unitId];
  }

  async aktif(instansiId: string): Promise<UnitEntity[]> {
    return (await this.semua(instansiId)).filter(aktif);
  }
}
