import type { DataSource } from 'typeorm';

/** Any fixed number: the advisory lock under which one of several replicas prepares the database. */
const KUNCI_PERSIAPAN = 7_885_251;

/**
 * Runs `kerja` while no other process prepares the same database; the others wait. The lock is the connection's and goes with it,
 * so that a process that dies leaves none behind.
 */
export async function sendirian<T>(sumber: DataSource, kerja: () => Promise<T>): Promise<T> {
  const koneksi = sumber.createQueryRunner();
  await koneksi.connect();
  try {
    await koneksi.query('SELECT pg_advisory_lock($1)', [KUNCI_PERSIAPAN]);
    try {
      return await kerja();
    } finally {
      // When the connection is gone, so is the lock, and the error of `kerja` is the one to tell.
      await koneksi.query('SELECT pg_advisory_unlock($1)', [KUNCI_PERSIAPAN]).catch(() => undefined);
    }
  } finally {
    await koneksi.release();
  }
}

/** Brings the schema to the newest migration. Call within `sendirian`. */
export async function migrasikan(sumber: DataSource): Promise<void> {
  await sumber.runMigrations({ transaction: 'each' });
}
