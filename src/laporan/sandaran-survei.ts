import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transaksi } from '../database/transaksi';
import { jalur } from '../shared/tampilan/tautan';
import { DaftarSandaran, type Sandaran, type SumberSandaran } from '../survei/kelola/sandaran';

/** Plans that take a survey as their ground, and the reports on them: whoever reopens the survey is told. */
@Injectable()
export class SandaranSurvei implements SumberSandaran, OnModuleInit {
  readonly jenis = 'rencana';

  constructor(
    private readonly daftar: DaftarSandaran,
    private readonly transaksi: Transaksi,
  ) {}

  onModuleInit(): void {
    this.daftar.daftarkan(this);
  }

  async cari(instansi: { readonly id: string; readonly kode: string }, surveiId: string): Promise<Sandaran[]> {
    const baris = await this.transaksi.manager.query<{ kode: string; status: string; laporan: number }[]>(
      `SELECT r.kode, r.status, (SELECT count(*)::int FROM laporan l WHERE l.rencana_id = r.id) AS laporan FROM rencana r
       WHERE r.instansi_id = $1 AND (r.survei_id = $2 OR EXISTS (SELECT FROM kegiatan k WHERE k.rencana_id = r.id AND k.survei_id = $2))
       ORDER BY r.urutan, r.kode`,
      [instansi.id, surveiId],
    );
    return baris.map(({ kode, status, laporan }) => ({
      pesan: `Rencana ${kode} (${status})${laporan > 0 ? `, dengan ${laporan} laporan yang memuat angkanya` : ''}.`,
      tautan: jalur('instansi', instansi.kode, 'rencana', kode),
    }));
  }
}
