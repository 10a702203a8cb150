import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sebagaiPemilik, sqlSekat } from './sekat-tabel';

const sama = (nilai: string): string => `rentang_kunci((${nilai})::text, (${nilai})::text, '[]') WITH &&`;

/** In which unit a post stood from–to, so that a merger leaves the posts of the old unit readable there. */
export class LetakJabatan1700000001050 implements MigrationInterface {
  name = 'LetakJabatan1700000001050';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE letak_jabatan (
        id uuid CONSTRAINT pk_letak_jabatan PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_letak_jabatan_instansi REFERENCES instansi,
        jabatan_id uuid NOT NULL,
        CONSTRAINT fk_letak_jabatan_jabatan FOREIGN KEY (jabatan_id, instansi_id) REFERENCES jabatan (id, instansi_id),
        unit_id uuid NOT NULL,
        CONSTRAINT fk_letak_jabatan_unit FOREIGN KEY (unit_id, instansi_id) REFERENCES unit (id, instansi_id),
        memimpin boolean NOT NULL,
        mulai date,
        selesai date,
        CONSTRAINT ck_letak_jabatan_masa CHECK (selesai > mulai),
        CONSTRAINT ex_letak_jabatan_masa EXCLUDE USING gist (${sama('jabatan_id')}, daterange(mulai, selesai) WITH &&)
      );
      CREATE INDEX ix_letak_jabatan_instansi ON letak_jabatan (instansi_id);
      CREATE INDEX ix_letak_jabatan_jabatan ON letak_jabatan (jabatan_id);
      CREATE INDEX ix_letak_jabatan_unit ON letak_jabatan (unit_id);
    `);
    await sebagaiPemilik(q, ['jabatan'], () =>
      q.query(`INSERT INTO letak_jabatan (id, instansi_id, jabatan_id, unit_id, memimpin)
        SELECT gen_random_uuid(), instansi_id, id, unit_id, memimpin FROM jabatan`),
    );
    await q.query(sqlSekat('letak_jabatan'));
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE letak_jabatan');
  }
}
