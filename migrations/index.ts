import type { MigrationInterface } from 'typeorm';
import { Awal1700000000000 } from './1700000000000-awal';
import { Pengguna1700000001010 } from './1700000001010-pengguna';

/** Every migration, oldest first. A merged migration is never edited. */
export const MIGRASI: readonly (new () => MigrationInterface)[] = [Awal1700000000000, Pengguna1700000001010];
