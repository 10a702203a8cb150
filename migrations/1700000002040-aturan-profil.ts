import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlHanyaTambah, sqlSekat } from './sekat-tabel';

/** An agency's bands of age, education and job, versioned and only ever added to: what is counted stays as it is, whatever they say. */
export class AturanProfil1700000002040 implements MigrationInterface {
  name = 'AturanProfil1700000002040';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE aturan_profil (
        id uuid CONSTRAINT pk_aturan_profil PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_aturan_profil_instansi REFERENCES instansi,
        versi integer NOT NULL CONSTRAINT ck_aturan_profil_versi CHECK (versi > 0),
        usia integer[] NOT NULL CONSTRAINT ck_aturan_profil_usia CHECK (cardinality(usia) > 0),
        pendidikan jsonb NOT NULL,
        pekerjaan jsonb NOT NULL,
        oleh text NOT NULL,
        berlaku_sejak timestamptz NOT NULL,
        CONSTRAINT uq_aturan_profil_versi UNIQUE (instansi_id, versi)
      );
      ${sqlSekat('aturan_profil')}
      ${sqlHanyaTambah('aturan_profil')}`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE aturan_profil');
  }
}
