import { Injectable } from '@nestjs/common';
import { Transaksi } from './transaksi';

/** Everything that runs by itself: when (cron, in the zone of the server), and in which stretch of time only once over all copies of it. */
export const JADWAL = {
  /** files that nothing refers to; looked at every hour, because not every server is on at night */
  'sapu-berkas': { cron: '23 * * * *', ember: 'hari' },
  /** links given as evidence that nobody has looked at yet */
  'cek-tautan': { cron: '*/5 * * * *', ember: 'lima-menit' },
} as const satisfies Readonly<Record<string, { readonly cron: string; readonly ember: 'hari' | 'lima-menit' }>>;

export type NamaJadwal = keyof typeof JADWAL;

/** Rows of runs that are long over. */
const HARI_SIMPAN = 30;

@Injectable()
export class Jadwal {
  constructor(private readonly transaksi: Transaksi) {}

  /**
   * Runs `kerja` unless this or another copy of the server has begun it in this stretch of time.
   * @returns whether it ran here
   */
  async sekali(nama: NamaJadwal, kerja: () => Promise<unknown>, sekarang = new Date()): Promise<boolean> {
    const ember = emberJadwal(JADWAL[nama].ember, sekarang);
    const milikKita = await this.transaksi.jalankan(async (manager) => {
      await manager.query('DELETE FROM putaran_jadwal WHERE mulai < $1', [
        new Date(sekarang.getTime() - HARI_SIMPAN * 86_400_000),
      ]);
      const baris = await manager.query<unknown[]>(
        'INSERT INTO putaran_jadwal (nama, ember, mulai) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING nama',
        [nama, ember, sekarang],
      );
      return baris.length > 0;
    });
    if (!milikKita) return false;
    await kerja();
    await this.transaksi.jalankan((manager) =>
      manager.query('UPDATE putaran_jadwal SET selesai = $3 WHERE nama = $1 AND ember = $2', [nama, ember, new Date()]),
    );
    return true;
  }
}

/** 2026-11-21 or 2026-11-21T09:35. */
function emberJadwal(jenis: 'hari' | 'lima-menit', sekarang: Date): string {
  if (jenis === 'hari') return sekarang.toISOString().slice(0, 10);
  const menit = Math.floor(sekarang.getTime() / 300_000) * 300_000;
  return new Date(menit).toISOString().slice(0, 16);
}
