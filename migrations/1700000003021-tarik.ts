import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who proposed may take it back: a plan that is diajukan, a proposal of an addendum that waits. */
export class Tarik1700000003021 implements MigrationInterface {
  name = 'Tarik1700000003021';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE riwayat_rencana
        DROP CONSTRAINT ck_riwayat_rencana_tindakan,
        ADD CONSTRAINT ck_riwayat_rencana_tindakan CHECK (tindakan IN ('ajukan', 'tarik', 'kembalikan', 'tetapkan'));
      ALTER TABLE usulan_adendum
        DROP CONSTRAINT ck_usulan_adendum_keadaan,
        ADD CONSTRAINT ck_usulan_adendum_keadaan CHECK (keadaan IN ('menunggu', 'disetujui', 'ditolak', 'ditarik'));
    `);
  }

  /** Fails where something was taken back already: history is not rewritten. */
  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE usulan_adendum
        DROP CONSTRAINT ck_usulan_adendum_keadaan,
        ADD CONSTRAINT ck_usulan_adendum_keadaan CHECK (keadaan IN ('menunggu', 'disetujui', 'ditolak'));
      ALTER TABLE riwayat_rencana
        DROP CONSTRAINT ck_riwayat_rencana_tindakan,
        ADD CONSTRAINT ck_riwayat_rencana_tindakan CHECK (tindakan IN ('ajukan', 'kembalikan', 'tetapkan'));
    `);
  }
}
