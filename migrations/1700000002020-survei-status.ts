import type { MigrationInterface, QueryRunner } from 'typeorm';

const TANGGAL = '^\\d{4}-\\d{2}(-\\d{2})?$';

/**
 * Surveys have a status, and a stream within their period (service, unit, channel); what was there before was final. An agency's own
 * instrument has versions, a validity, its regulation and the questions that stand outside the index.
 */
export class SurveiStatus1700000002020 implements MigrationInterface {
  name = 'SurveiStatus1700000002020';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE survei
        ADD status text NOT NULL DEFAULT 'ditetapkan' CONSTRAINT ck_survei_status CHECK (status IN ('draf', 'ditetapkan', 'dibatalkan')),
        ADD aliran_layanan text,
        ADD aliran_unit_id uuid,
        ADD aliran_kanal text CONSTRAINT ck_survei_kanal CHECK (aliran_kanal IN ('tatap-muka', 'daring', 'telepon', 'surat', 'campuran')),
        ADD CONSTRAINT fk_survei_aliran_unit FOREIGN KEY (aliran_unit_id, instansi_id) REFERENCES unit (id, instansi_id);
      CREATE INDEX ix_survei_aliran_unit ON survei (aliran_unit_id);

      CREATE INDEX ix_audit_sasaran ON audit (sasaran_id);

      ALTER TABLE instrumen
        ADD pokok text,
        ADD versi integer NOT NULL DEFAULT 1,
        ADD peraturan text,
        ADD berlaku_mulai text CONSTRAINT ck_instrumen_mulai CHECK (berlaku_mulai ~ '${TANGGAL}'),
        ADD berlaku_selesai text CONSTRAINT ck_instrumen_selesai CHECK (berlaku_selesai ~ '${TANGGAL}'),
        ADD tambahan text[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT ck_instrumen_versi CHECK ((pokok IS NULL) = (versi = 1)),
        ADD CONSTRAINT uq_instrumen_versi UNIQUE (instansi_id, pokok, versi);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE instrumen DROP CONSTRAINT uq_instrumen_versi, DROP CONSTRAINT ck_instrumen_versi, DROP tambahan, DROP berlaku_selesai,
        DROP berlaku_mulai, DROP peraturan, DROP versi, DROP pokok;
      DROP INDEX ix_audit_sasaran;
      ALTER TABLE survei DROP CONSTRAINT fk_survei_aliran_unit, DROP aliran_kanal, DROP aliran_unit_id, DROP aliran_layanan, DROP status;
    `);
  }
}
