import type { MigrationInterface } from 'typeorm';
import { Awal1700000000000 } from './1700000000000-awal';

/** Every migration, oldest first. A merged migration is never edited. */
export const MIGRASI: readonly (new () => MigrationInterface)[] = [Awal1700000000000];
