import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlSekat } from './sekat-tabel';

/**
 * How people of an agency sign in. The sign-in page must know the providers before anybody is known: it says so with
 * `tuntas.masuk`, which shows providers and nothing else.
 */
export class CaraMasuk1700000001011 implements MigrationInterface {
  name = 'CaraMasuk1700000001011';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE penyedia_identitas (
        id uuid CONSTRAINT pk_penyedia_identitas PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_penyedia_identitas_instansi REFERENCES instansi,
        label text NOT NULL,
        penerbit text NOT NULL,
        klien_id text NOT NULL,
        klien_rahasia text NOT NULL,
        aktif boolean NOT NULL,
        diubah timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX uq_penyedia_identitas_instansi ON penyedia_identitas (instansi_id);
      ${sqlSekat('penyedia_identitas', "aktif AND coalesce(current_setting('tuntas.masuk', true), '') = 'ya'")}

      CREATE TABLE kebijakan_masuk (
        instansi_id uuid CONSTRAINT pk_kebijakan_masuk PRIMARY KEY
          CONSTRAINT fk_kebijakan_masuk_instansi REFERENCES instansi,
        totp_wajib text[] NOT NULL,
        diubah timestamptz NOT NULL
      );
      ${sqlSekat('kebijakan_masuk')}

      CREATE TABLE identitas_luar (
        id uuid CONSTRAINT pk_identitas_luar PRIMARY KEY,
        pengguna_id uuid NOT NULL CONSTRAINT fk_identitas_luar_pengguna REFERENCES pengguna,
        penerbit text NOT NULL,
        subjek text NOT NULL,
        dibuat timestamptz NOT NULL,
        CONSTRAINT uq_identitas_luar_subjek UNIQUE (penerbit, subjek)
      );
      CREATE INDEX ix_identitas_luar_pengguna ON identitas_luar (pengguna_id);

      CREATE TABLE perjalanan_oidc (
        sidik bytea CONSTRAINT pk_perjalanan_oidc PRIMARY KEY,
        penyedia_id uuid NOT NULL CONSTRAINT fk_perjalanan_oidc_penyedia REFERENCES penyedia_identitas,
        sidik_tamu bytea NOT NULL,
        pemeriksa text NOT NULL,
        nonce text NOT NULL,
        lanjut text NOT NULL,
        berakhir timestamptz NOT NULL
      );
      CREATE INDEX ix_perjalanan_oidc_penyedia ON perjalanan_oidc (penyedia_id);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE perjalanan_oidc, identitas_luar, kebijakan_masuk, penyedia_identitas');
  }
}
