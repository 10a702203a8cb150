import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, sessions, and what signing in needs. Tokens and codes are kept as digests only. */
export class Pengguna1700000001010 implements MigrationInterface {
  name = 'Pengguna1700000001010';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE pengguna (
        id uuid CONSTRAINT pk_pengguna PRIMARY KEY,
        surel text NOT NULL CONSTRAINT ck_pengguna_surel CHECK (surel = lower(surel) AND surel ~ '^[!-~]+@[!-~]+$'),
        nama text NOT NULL CONSTRAINT ck_pengguna_nama CHECK (nama <> ''),
        sandi text,
        operator boolean NOT NULL,
        contoh boolean NOT NULL,
        dibuat timestamptz NOT NULL,
        dinonaktifkan timestamptz,
        totp_rahasia text,
        totp_sejak timestamptz,
        totp_langkah integer,
        CONSTRAINT ck_pengguna_totp CHECK (totp_sejak IS NULL OR totp_rahasia IS NOT NULL)
      );
      CREATE UNIQUE INDEX uq_pengguna_surel ON pengguna (surel);
      -- People are known across agencies. Accounts with rights over the installation are made where the operator or the system acts.
      ALTER TABLE pengguna ENABLE ROW LEVEL SECURITY;
      CREATE POLICY pengguna_lihat ON pengguna FOR SELECT USING (true);
      CREATE POLICY pengguna_ubah ON pengguna FOR UPDATE USING (true);
      CREATE POLICY pengguna_buat ON pengguna FOR INSERT WITH CHECK (NOT (operator OR contoh) OR (SELECT tuntas_operator()));

      CREATE TABLE sesi (
        id uuid CONSTRAINT pk_sesi PRIMARY KEY,
        pengguna_id uuid NOT NULL CONSTRAINT fk_sesi_pengguna REFERENCES pengguna,
        sidik bytea NOT NULL CONSTRAINT ck_sesi_sidik CHECK (length(sidik) = 32),
        tahap text NOT NULL CONSTRAINT ck_sesi_tahap CHECK (tahap IN ('penuh', 'totp', 'daftar_totp')),
        cara text NOT NULL CONSTRAINT ck_sesi_cara CHECK (cara IN ('sandi', 'oidc', 'tautan')),
        lewat_instansi_id uuid CONSTRAINT fk_sesi_lewat_instansi REFERENCES instansi,
        dibuat timestamptz NOT NULL,
        terakhir timestamptz NOT NULL,
        berakhir timestamptz NOT NULL,
        ip text,
        agen text,
        CONSTRAINT ck_sesi_lewat CHECK ((cara = 'oidc') = (lewat_instansi_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX uq_sesi_sidik ON sesi (sidik);
      CREATE INDEX ix_sesi_pengguna ON sesi (pengguna_id);
      CREATE INDEX ix_sesi_lewat_instansi ON sesi (lewat_instansi_id);
      CREATE INDEX ix_sesi_berakhir ON sesi (berakhir);

      CREATE TABLE perangkat (
        id uuid CONSTRAINT pk_perangkat PRIMARY KEY,
        pengguna_id uuid NOT NULL CONSTRAINT fk_perangkat_pengguna REFERENCES pengguna,
        sidik bytea NOT NULL,
        dibuat timestamptz NOT NULL,
        terakhir timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX uq_perangkat_sidik ON perangkat (sidik);
      CREATE INDEX ix_perangkat_pengguna ON perangkat (pengguna_id);

      CREATE TABLE tautan_akun (
        id uuid CONSTRAINT pk_tautan_akun PRIMARY KEY,
        pengguna_id uuid NOT NULL CONSTRAINT fk_tautan_akun_pengguna REFERENCES pengguna,
        jenis text NOT NULL CONSTRAINT ck_tautan_akun_jenis CHECK (jenis IN ('undangan', 'atur_ulang')),
        sidik bytea NOT NULL,
        dibuat timestamptz NOT NULL,
        berakhir timestamptz NOT NULL,
        dipakai timestamptz
      );
      CREATE UNIQUE INDEX uq_tautan_akun_sidik ON tautan_akun (sidik);
      CREATE INDEX ix_tautan_akun_pengguna ON tautan_akun (pengguna_id);

      CREATE TABLE kode_pemulihan (
        id uuid CONSTRAINT pk_kode_pemulihan PRIMARY KEY,
        pengguna_id uuid NOT NULL CONSTRAINT fk_kode_pemulihan_pengguna REFERENCES pengguna,
        sidik bytea NOT NULL,
        dipakai timestamptz
      );
      CREATE UNIQUE INDEX uq_kode_pemulihan_sidik ON kode_pemulihan (pengguna_id, sidik);

      CREATE TABLE pembatas (
        kunci text CONSTRAINT pk_pembatas PRIMARY KEY,
        hitungan integer NOT NULL,
        boleh_lagi timestamptz NOT NULL,
        kedaluwarsa timestamptz NOT NULL
      );
      CREATE INDEX ix_pembatas_kedaluwarsa ON pembatas (kedaluwarsa);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE pembatas, kode_pemulihan, tautan_akun, perangkat, sesi, pengguna');
  }
}
