import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transaksi } from '../../database/transaksi';
import { SaranTindakLanjutEntity, type CaraTindakLanjut } from './saran-tindak-lanjut.entity';

/** What a suggestion became: either of both. */
export type TujuanKaitan = { readonly prioritasId: string } | { readonly kegiatanId: string };

/** The links from suggestions into plans, within the act that makes, merges or takes out what they lead to. */
@Injectable()
export class KaitanSaranService {
  constructor(private readonly transaksi: Transaksi) {}

  /** @returns false when that suggestion leads there already; nothing was written */
  async kaitkan(
    manager: EntityManager,
    saran: { readonly id: string; readonly instansiId: string },
    tujuan: TujuanKaitan,
    cara: CaraTindakLanjut,
    pada: Date,
  ): Promise<boolean> {
    const { konteks } = this.transaksi;
    const baris = await manager.query<unknown[]>(
      `INSERT INTO saran_tindak_lanjut (id, instansi_id, saran_id, prioritas_id, kegiatan_id, cara, pada, pengguna_id, nama)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
      [
        ...[randomUUID(), saran.instansiId, saran.id],
        ...('prioritasId' in tujuan ? [tujuan.prioritasId, null] : [null, tujuan.kegiatanId]),
        ...[cara, pada, konteks.pengguna, konteks.oleh.nama],
      ],
    );
    return baris.length > 0;
  }

  /**
   * Before those rows leave a draf. The suggestion keeps in its history that it led there, and that it does no more.
   * @param id of prioritas or kegiatan
   */
  async lepas(manager: EntityManager, id: readonly string[], pada: Date): Promise<void> {
    if (id.length === 0) return;
    const { konteks } = this.transaksi;
    await manager.query(
      `WITH lepas AS (
         DELETE FROM saran_tindak_lanjut WHERE kegiatan_id = ANY ($1::uuid[]) OR prioritas_id = ANY ($1::uuid[])
         RETURNING saran_id, prioritas_id, kegiatan_id)
       INSERT INTO saran_riwayat (id, instansi_id, saran_id, tindakan, dari, ke, keterangan, pada, pengguna_id, nama)
       SELECT gen_random_uuid(), s.instansi_id, s.id, 'lepas', s.status, s.status,
         coalesce('kegiatan ' || k.kode, 'prioritas ' || p.no) || ' dalam ' || r.kode, $2, $3, $4
       FROM lepas l JOIN saran s ON s.id = l.saran_id LEFT JOIN kegiatan k ON k.id = l.kegiatan_id
         LEFT JOIN prioritas p ON p.id = l.prioritas_id JOIN rencana r ON r.id = coalesce(k.rencana_id, p.rencana_id)`,
      [id, pada, konteks.pengguna, konteks.oleh.nama],
    );
  }

  /** One prioritas of a draf takes another in: its suggestions lead to the one that stays. */
  async pindah(manager: EntityManager, dari: string, ke: string): Promise<void> {
    await manager.query(
      `INSERT INTO saran_tindak_lanjut (id, instansi_id, saran_id, prioritas_id, cara, pada, pengguna_id, nama)
       SELECT gen_random_uuid(), instansi_id, saran_id, $2, cara, pada, pengguna_id, nama FROM saran_tindak_lanjut
       WHERE prioritas_id = $1 ON CONFLICT DO NOTHING`,
      [dari, ke],
    );
    await manager.delete(SaranTindakLanjutEntity, { prioritasId: dari });
  }
}
