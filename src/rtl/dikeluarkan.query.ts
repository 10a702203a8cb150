import type { EntityManager } from 'typeorm';
import { tanpaNull } from '../database/kolom';
import type { KegiatanEntity } from './kegiatan.entity';
import type { Kegiatan, KegiatanDikeluarkan } from './rtl.rules';

interface BarisAdendum {
  readonly rencana: string;
  readonly nomor: number;
  readonly kegiatan: string;
  readonly alasan: string;
  readonly tanggal: string;
  readonly pengganti: string | null;
}

const kunci = (rencanaId: string, kode: string): string => `${rencanaId}\n${kode}`;

/**
 * The kegiatan that addenda took out of plans, in plan order, each with the addendum that did it.
 * @param susun makes a kegiatan of its row
 * @returns by id of the plan; none for a row that no addendum tells of
 */
export async function bacaDikeluarkan(
  manager: EntityManager,
  baris: readonly KegiatanEntity[],
  noPrioritas: ReadonlyMap<string, number>,
  susun: (k: KegiatanEntity) => Kegiatan,
): Promise<Map<string, KegiatanDikeluarkan[]>> {
  const hasil = new Map<string, KegiatanDikeluarkan[]>();
  if (baris.length === 0) return hasil;
  const adendum = await manager.query<BarisAdendum[]>(
    `SELECT rencana_id AS rencana, nomor, kegiatan, alasan, tanggal::text, isi->'pengganti'->>'kode' AS pengganti
     FROM adendum WHERE rencana_id = ANY ($1::uuid[]) AND jenis IN ('dibatalkan', 'diganti') ORDER BY nomor`,
    [[...new Set(baris.map((k) => k.rencanaId))]],
  );
  const oleh = new Map(adendum.map((a) => [kunci(a.rencana, a.kegiatan), a]));
  for (const k of baris) {
    const a = oleh.get(kunci(k.rencanaId, k.kode));
    if (!a || k.keadaan === 'berlaku') continue;
    const { nomor, alasan, tanggal, pengganti } = a;
    const prioritas = noPrioritas.get(k.prioritasId) ?? 0;
    const isi = tanpaNull({ kegiatan: susun(k), prioritas, keadaan: k.keadaan, nomor, tanggal, alasan, pengganti });
    hasil.set(k.rencanaId, [...(hasil.get(k.rencanaId) ?? []), isi]);
  }
  return hasil;
}
