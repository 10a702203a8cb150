import type { EntityManager } from 'typeorm';
import type { Paket } from './paket';
import type { Tambahan } from './selisih';

/** One import: what it brings, where it writes, for whom, and what it counts. */
export interface KonteksImpor {
  readonly manager: EntityManager;
  readonly paket: Paket;
  readonly instansiId: string;
  readonly hitungan: Tambahan;
}

/** A key of several parts; the separator cannot occur in a validated code. */
export const gabung = (...bagian: (string | number | null | undefined)[]): string => bagian.map((b) => b ?? '').join('\n');
