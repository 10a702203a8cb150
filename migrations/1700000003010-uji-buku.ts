import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlSekat } from './sekat-tabel';

/** Dry runs of workbooks and pasted tables: what they came to, from which state of the plan, and whether they were applied. */
export class UjiBuku1700000003010 implements MigrationInterface {
  name = 'UjiBuku1700000003010';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE uji_buku (
        id uuid CONSTRAINT pk_uji_buku PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_uji_buku_instansi REFERENCES instansi,
        rencana_id uuid NOT NULL,
        CONSTRAINT fk_uji_buku_rencana FOREIGN KEY (rencana_id, instansi_id) REFERENCES rencana (id, instansi_id),
        sumber text NOT NULL CONSTRAINT ck_uji_buku_sumber CHECK (sumber IN ('buku-kerja', 'tempelan')),
        tahun integer NOT NULL,
        berkas_kunci text NOT NULL,
        berkas_sidik text NOT NULL,
        sidik text NOT NULL,
        hasil jsonb NOT NULL,
        perubahan jsonb NOT NULL,
        keadaan text NOT NULL CONSTRAINT ck_uji_buku_keadaan CHECK (keadaan IN ('menunggu', 'diterapkan')),
        oleh_id uuid CONSTRAINT fk_uji_buku_oleh REFERENCES pengguna,
        oleh_nama text NOT NULL,
        pada timestamptz NOT NULL,
        diterapkan_pada timestamptz,
        CONSTRAINT ck_uji_buku_diterapkan CHECK ((keadaan = 'diterapkan') = (diterapkan_pada IS NOT NULL))
      );
      CREATE INDEX ix_uji_buku_instansi ON uji_buku (instansi_id);
      CREATE INDEX ix_uji_buku_rencana ON uji_buku (rencana_id, pada);
      CREATE INDEX ix_uji_buku_oleh ON uji_buku (oleh_id);
    `);
    await q.query(sqlSekat('uji_buku'));
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE uji_buku');
  }
}
