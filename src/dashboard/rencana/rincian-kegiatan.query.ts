import { Injectable } from '@nestjs/common';
import { tanpaNull } from '../../database/kolom';
import { Transaksi } from '../../database/transaksi';
import { semuaKegiatan, type BuktiDiharapkan, type Kegiatan, type Rencana } from '../../rtl/rtl.rules';

/** A kegiatan of another plan that this one carries on, or that carries it on. */
export interface Silsilah {
  readonly rencana: string;
  readonly kode: string;
  readonly uraian: string;
}

/** What one kegiatan's page tells beyond `Kegiatan`. */
export interface RincianKegiatan {
  readonly buktiDiharapkan: readonly BuktiDiharapkan[];
  /** as the plan was ditetapkan; null before that, and for one that an addendum brought */
  readonly awal: Kegiatan | null;
  readonly asal: Silsilah | null;
  readonly lanjutan: readonly Silsilah[];
  /** who wrote its text last; null for one that came by import */
  readonly diubah: { readonly nama: string; readonly pada: Date } | null;
}

interface Baris {
  readonly id: string;
  readonly rencana: string;
  readonly asal: string | null;
  readonly nama: string | null;
  readonly pada: Date | null;
}

const SILSILAH = 'SELECT r.kode AS rencana, k.kode, k.uraian FROM kegiatan k JOIN rencana r ON r.id = k.rencana_id';

@Injectable()
export class RincianKegiatanQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** Null when the plan has no such kegiatan. */
  async kegiatan(kodeInstansi: string, rencana: string, kode: string): Promise<RincianKegiatan | null> {
    const { manager } = this.transaksi;
    const [milik] = await manager.query<Baris[]>(
      `SELECT k.id, k.rencana_id AS rencana, k.asal_kegiatan_id AS asal, k.diubah_nama AS nama, k.diubah_pada AS pada
       FROM kegiatan k JOIN rencana r ON r.id = k.rencana_id JOIN instansi i ON i.id = r.instansi_id
       WHERE i.kode = $1 AND r.kode = $2 AND k.kode = $3`,
      [kodeInstansi, rencana, kode],
    );
    if (!milik) return null;
    const bukti = await manager.query<{ periode: string | null; jenis: BuktiDiharapkan['jenis']; uraian: string }[]>(
      'SELECT periode, jenis, uraian FROM bukti_diharapkan WHERE kegiatan_id = $1 ORDER BY urutan',
      [milik.id],
    );
    const [awal] = await manager.query<{ isi: Rencana }[]>(
      'SELECT isi FROM rencana_awal WHERE rencana_id = $1 ORDER BY nomor DESC LIMIT 1',
      [milik.rencana],
    );
    const [asal] = milik.asal === null ? [] : await manager.query<Silsilah[]>(`${SILSILAH} WHERE k.id = $1`, [milik.asal]);
    const lanjutan = await manager.query<Silsilah[]>(`${SILSILAH} WHERE k.asal_kegiatan_id = $1 ORDER BY r.urutan, k.urutan`, [
      milik.id,
    ]);
    return {
      buktiDiharapkan: bukti.map((b) => tanpaNull(b)),
      awal: awal ? (semuaKegiatan(awal.isi).find((k) => k.kode === kode) ?? null) : null,
      asal: asal ?? null,
      lanjutan,
      diubah: milik.nama === null || milik.pada === null ? null : { nama: milik.nama, pada: milik.pada },
    };
  }
}

export const TANPA_RINCIAN_KEGIATAN: RincianKegiatan = {
  buktiDiharapkan: [],
  awal: null,
  asal: null,
  lanjutan: [],
  diubah: null,
};
