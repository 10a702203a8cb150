import { Injectable } from '@nestjs/common';
import { Transaksi } from '../database/transaksi';

/** Links of a plan's submissions that were looked at, and those of them behind which nothing was found the last time. */
export interface CekRencana {
  readonly diperiksa: number;
  readonly gagal: number;
}

@Injectable()
export class CekBuktiQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** By kode of plan, of the submissions that count now; one query for the agency. */
  async menurutRencana(kodeInstansi: string): Promise<ReadonlyMap<string, CekRencana>> {
    const baris = await this.transaksi.manager.query<(CekRencana & { rencana: string })[]>(
      `SELECT r.kode AS rencana, count(*)::int AS diperiksa, (count(*) FILTER (WHERE NOT c.berhasil))::int AS gagal
       FROM instansi i JOIN laporan_slot l ON l.instansi_id = i.id
         JOIN pengajuan_laporan p ON p.laporan_id = l.id AND p.putaran = l.putaran
         JOIN kegiatan k ON k.id = l.kegiatan_id AND k.keadaan = 'berlaku'
         JOIN rencana r ON r.id = k.rencana_id
         CROSS JOIN LATERAL jsonb_array_elements(p.isi -> 'bukti') AS b
         JOIN LATERAL (SELECT x.berhasil FROM cek_tautan x WHERE x.bukti_id = (b ->> 'id')::uuid
           ORDER BY x.pada DESC LIMIT 1) c ON true
       WHERE i.kode = $1 GROUP BY r.kode`,
      [kodeInstansi],
    );
    return new Map(baris.map((b) => [b.rencana, b]));
  }
}
