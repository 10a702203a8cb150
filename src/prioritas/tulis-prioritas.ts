import type { EntityManager } from 'typeorm';
import type { BentukPeristiwa } from '../audit/peristiwa';
import { versiDari } from '../organisasi/versi';
import { PrioritasEntity } from '../rtl/prioritas.entity';
import type { PrioritasTersusun } from '../rtl/susun/susunan';

type PrioritasAudit = BentukPeristiwa<'prioritas.buat'>['sesudah'];

/** Another one after every change of what it says; its place in the order is none of it. */
export function versiPrioritas({ judul, program, unsur, asal, alasan }: PrioritasTersusun): string {
  return versiDari(judul, program, unsur, asal, alasan);
}

export function prioritasAudit({ no, judul, program, unsur, asal, alasan }: Omit<PrioritasAudit, never>): PrioritasAudit {
  return { no, judul, program, unsur, asal, alasan };
}

/** Numbers follow the order, 1, 2, 3 …; only what changes is written. */
export async function nomorkan(manager: EntityManager, urut: readonly PrioritasTersusun[]): Promise<void> {
  for (const [i, p] of urut.entries())
    if (p.no !== i + 1 || p.urutan !== i) await manager.update(PrioritasEntity, { id: p.id }, { no: i + 1, urutan: i });
}

/** What a form shows to whoever had it open when somebody else wrote. */
export function kalimatPrioritas({ judul, unsur, alasan }: PrioritasTersusun): string {
  const bagian = [unsur.length > 0 ? unsur.join(', ') : 'bukan unsur', alasan ? `alasan: ${alasan}` : ''].filter(Boolean);
  return `Prioritas ini kini "${judul}" (${bagian.join('; ')})`;
}
