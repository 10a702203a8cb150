import { Injectable } from '@nestjs/common';
import { Transaksi } from '../database/transaksi';
import type { TempatLapor } from '../progres/lapor/tempat-lapor';

/** Which reports a verifier has looked at, in which state. */
@Injectable()
export class DibukaService {
  constructor(private readonly transaksi: Transaksi) {}

  /** Notes that this person is shown the report as it is now. */
  async catat({ instansi, pelaku, laporan, sekarang }: TempatLapor): Promise<void> {
    if (!laporan) return;
    await this.transaksi.jalankan((manager) =>
      manager.query(
        `INSERT INTO laporan_dibuka (laporan_id, instansi_id, pengguna_id, sesi_id, versi, pada) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (laporan_id, pengguna_id) DO UPDATE SET sesi_id = excluded.sesi_id, versi = excluded.versi, pada = excluded.pada`,
        [laporan.id, instansi.id, pelaku.penggunaId, pelaku.sesiId, laporan.versi, sekarang],
      ),
    );
  }

  /** Of these reports, the state in which this person opened them in this session; those that were not opened are missing. */
  async versi({ pelaku }: Pick<TempatLapor, 'pelaku'>, laporanId: readonly string[]): Promise<Map<string, number>> {
    const baris = await this.transaksi.manager.query<{ id: string; versi: number }[]>(
      `SELECT laporan_id AS id, versi FROM laporan_dibuka WHERE pengguna_id = $1 AND sesi_id = $2 AND laporan_id = ANY ($3::uuid[])`,
      [pelaku.penggunaId, pelaku.sesiId, laporanId],
    );
    return new Map(baris.map((b) => [b.id, b.versi]));
  }
}
