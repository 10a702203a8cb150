import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlHanyaTambah } from './sekat-tabel';

/** What a suggestion led to may leave a plan with its prioritas or kegiatan while the plan is a draf; afterwards the link stays. */
export class LepasSaran1700000003020 implements MigrationInterface {
  name = 'LepasSaran1700000003020';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP TRIGGER saran_tindak_lanjut_tetap ON saran_tindak_lanjut;
      ${sqlHanyaTambah('saran_tindak_lanjut', 'UPDATE OR TRUNCATE')}

      CREATE FUNCTION tolak_lepas_saran() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM rencana r WHERE r.status = 'draf' AND r.id IN (
          SELECT rencana_id FROM prioritas WHERE id = OLD.prioritas_id UNION ALL SELECT rencana_id FROM kegiatan WHERE id = OLD.kegiatan_id
        )) THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'Tautan saran ke rencana yang bukan draf tidak dapat dihapus' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER saran_tindak_lanjut_hapus BEFORE DELETE ON saran_tindak_lanjut FOR EACH ROW EXECUTE FUNCTION tolak_lepas_saran();
      ALTER TABLE saran_tindak_lanjut ENABLE ALWAYS TRIGGER saran_tindak_lanjut_hapus;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP TRIGGER saran_tindak_lanjut_hapus ON saran_tindak_lanjut;
      DROP FUNCTION tolak_lepas_saran();
      DROP TRIGGER saran_tindak_lanjut_tetap ON saran_tindak_lanjut;
      ${sqlHanyaTambah('saran_tindak_lanjut')}
    `);
  }
}
