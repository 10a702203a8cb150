import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sebagaiPemilik, sqlSekat } from './sekat-tabel';

const sama = (nilai: string): string => `rentang_kunci((${nilai})::text, (${nilai})::text, '[]') WITH &&`;

/** How an agency's reports were headed from–to: its name, city, letterhead and logo. */
export class KopInstansi1700000001051 implements MigrationInterface {
  name = 'KopInstansi1700000001051';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE kop_instansi (
        id uuid CONSTRAINT pk_kop_instansi PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_kop_instansi_instansi REFERENCES instansi,
        nama text NOT NULL,
        singkatan text NOT NULL,
        kota text NOT NULL,
        kop_surat text[] NOT NULL,
        logo_kunci text,
        logo_jenis text CONSTRAINT ck_kop_instansi_logo_jenis CHECK (logo_jenis IN ('image/png', 'image/jpeg')),
        mulai date,
        selesai date,
        CONSTRAINT ck_kop_instansi_logo CHECK (num_nonnulls(logo_kunci, logo_jenis) IN (0, 2)),
        CONSTRAINT ck_kop_instansi_masa CHECK (selesai > mulai),
        CONSTRAINT ex_kop_instansi_masa EXCLUDE USING gist (${sama('instansi_id')}, daterange(mulai, selesai) WITH &&)
      );
      CREATE INDEX ix_kop_instansi_instansi ON kop_instansi (instansi_id);
    `);
    await sebagaiPemilik(q, ['instansi'], () =>
      q.query(`INSERT INTO kop_instansi (id, instansi_id, nama, singkatan, kota, kop_surat, logo_kunci, logo_jenis)
        SELECT gen_random_uuid(), id, nama, singkatan, kota, kop_surat, logo_kunci, logo_jenis FROM instansi`),
    );
    await q.query(sqlSekat('kop_instansi'));
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE kop_instansi');
  }
}
