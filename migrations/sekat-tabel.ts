import type { QueryRunner } from 'typeorm';

/**
 * Rows of the agencies that the transaction's context names. A subquery is evaluated once a statement and hashed: with a context of
 * 5 000 agencies the first page takes 35 ms instead of 3 400 with `= ANY (…)`, which looks through the list for every row.
 */
const MILIK_KONTEKS = 'instansi_id IN (SELECT unnest(tuntas_instansi()))';

/**
 * Closes a table by its column `instansi_id`: rows of other agencies are neither seen nor written, for the owner too.
 * @param terlihatJuga further condition under which a row may be read (not written), such as a person's own roles
 */
export function sqlSekat(tabel: string, terlihatJuga?: string): string {
  const juga =
    terlihatJuga === undefined ? '' : `CREATE POLICY sekat_${tabel}_lihat ON ${tabel} FOR SELECT USING (${terlihatJuga});`;
  return `
    ALTER TABLE ${tabel} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    CREATE POLICY sekat_${tabel} ON ${tabel} USING (${MILIK_KONTEKS}) WITH CHECK (${MILIK_KONTEKS});
    ${juga}`;
}

export function sqlBukaSekat(tabel: string, terlihatJuga = false): string {
  return `
    DROP POLICY sekat_${tabel} ON ${tabel};
    ${terlihatJuga ? `DROP POLICY sekat_${tabel}_lihat ON ${tabel};` : ''}
    ALTER TABLE ${tabel} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;`;
}

/**
 * For a migration that moves data of all agencies: an owner who is no superuser is bound by the policies too. Takes them off the owner
 * for `kerja`, inside the migration's transaction, whose table locks keep everybody else out.
 */
export async function sebagaiPemilik(q: QueryRunner, tabel: readonly string[], kerja: () => Promise<unknown>): Promise<void> {
  for (const t of tabel) await q.query(`ALTER TABLE ${t} NO FORCE ROW LEVEL SECURITY`);
  await kerja();
  for (const t of tabel) await q.query(`ALTER TABLE ${t} FORCE ROW LEVEL SECURITY`);
}

/**
 * Refuses the given statements on a table to everybody, its owner included, even where triggers of ordinary kind are off
 * (`session_replication_role`). Needs the function `tolak_ubah` of the audit's migration.
 */
export function sqlHanyaTambah(tabel: string, perintah = 'UPDATE OR DELETE OR TRUNCATE'): string {
  return `
    CREATE TRIGGER ${tabel}_tetap BEFORE ${perintah} ON ${tabel} FOR EACH STATEMENT EXECUTE FUNCTION tolak_ubah();
    ALTER TABLE ${tabel} ENABLE ALWAYS TRIGGER ${tabel}_tetap;`;
}
