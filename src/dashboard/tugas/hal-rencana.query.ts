import { Injectable } from '@nestjs/common';
import { punyaIzinDi } from '../../auth/izin';
import type { Pelaku } from '../../auth/pelaku';
import { Transaksi } from '../../database/transaksi';

/** A plan, or a proposal to change one, that waits for somebody. */
export interface HalRencana {
  readonly macam: 'tetapkan' | 'adendum' | 'susun' | 'perbaiki';
  readonly rencana: string;
  readonly judul: string;
  /** kegiatan that hold */
  readonly kegiatan: number;
  /** of a proposal: its id, what it does, the kode of its kegiatan */
  readonly usulan: string | null;
  readonly adendum: 'tambahan' | 'diganti' | 'dibatalkan' | 'digeser' | null;
  readonly kodeKegiatan: string | null;
  readonly uraian: string | null;
  readonly alasan: string | null;
  readonly oleh: string | null;
  readonly sejak: Date | null;
}

/** The last act on a plan, and its kegiatan that hold. */
const LATAR = `
    LEFT JOIN LATERAL (SELECT x.tindakan, x.alasan, x.oleh_nama, x.pada FROM riwayat_rencana x WHERE x.rencana_id = r.id
      ORDER BY x.nomor DESC LIMIT 1) h ON true
    CROSS JOIN LATERAL (SELECT count(*)::int AS kegiatan, max(k.diubah_pada) AS diubah FROM kegiatan k
      WHERE k.rencana_id = r.id AND k.keadaan = 'berlaku') n`;

/** What waits for a decision of the pimpinan: plans that were submitted, and proposed addenda. */
const KEPUTUSAN = `
  SELECT 'tetapkan' AS macam, r.kode AS rencana, r.judul, n.kegiatan, NULL::uuid AS usulan, NULL AS adendum, NULL AS "kodeKegiatan",
    NULL AS uraian, h.alasan, h.oleh_nama AS oleh, h.pada AS sejak
  FROM rencana r ${LATAR}
  WHERE r.instansi_id = $1 AND r.status = 'diajukan'
  UNION ALL
  SELECT 'adendum', r.kode, r.judul, 0, u.id, u.jenis, coalesce(k.kode, u.isi->'kegiatan'->>'kode'), coalesce(k.uraian, u.isi->'kegiatan'->>'uraian'),
    u.alasan, u.oleh_nama, u.pada
  FROM usulan_adendum u JOIN rencana r ON r.id = u.rencana_id LEFT JOIN kegiatan k ON k.id = u.kegiatan_id
  WHERE u.instansi_id = $1 AND u.keadaan = 'menunggu' AND u.oleh_id IS DISTINCT FROM $2::uuid`;

const SUSUN = `
  SELECT CASE WHEN h.tindakan = 'kembalikan' THEN 'perbaiki' ELSE 'susun' END AS macam, r.kode AS rencana, r.judul, n.kegiatan,
    NULL::uuid AS usulan, NULL AS adendum, NULL AS "kodeKegiatan", NULL AS uraian,
    CASE WHEN h.tindakan = 'kembalikan' THEN h.alasan END AS alasan, h.oleh_nama AS oleh, coalesce(h.pada, n.diubah) AS sejak
  FROM rencana r ${LATAR}
  WHERE r.instansi_id = $1 AND r.status = 'draf'`;

/** The life of plans, as far as somebody has to act on it. */
@Injectable()
export class HalRencanaQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** What this person has to do: decide as the pimpinan, finish or mend drafts as the koordinator. */
  async milik(instansiId: string, pelaku: Pelaku): Promise<HalRencana[]> {
    const { manager } = this.transaksi;
    const memutus = punyaIzinDi(pelaku, 'rencana.tetapkan', instansiId);
    const menyusun = punyaIzinDi(pelaku, 'rencana.ajukan', instansiId);
    return [
      ...(memutus ? await manager.query<HalRencana[]>(KEPUTUSAN, [instansiId, pelaku.penggunaId]) : []),
      ...(menyusun ? await manager.query<HalRencana[]>(SUSUN, [instansiId]) : []),
    ];
  }

  /** What waits for any pimpinan of the agency. */
  menungguKeputusan(instansiId: string): Promise<HalRencana[]> {
    return this.transaksi.manager.query<HalRencana[]>(KEPUTUSAN, [instansiId, null]);
  }
}
