import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sebagaiPemilik, sqlBukaSekat, sqlSekat } from './sekat-tabel';

const TABEL_BARU = ['survei_profil', 'survei_layanan_unsur', 'impor_respons', 'pemetaan_respons'] as const;

/**
 * Raw answers in blocks of up to 1 000 respondents, a column an array: a row a respondent is slow to write, and COPY is closed to a table
 * with row-level security. The figures that pages read are stored beside them. Files that were uploaded wait in `impor_respons`.
 */
export class ResponsBlok1700000002010 implements MigrationInterface {
  name = 'ResponsBlok1700000002010';

  async up(q: QueryRunner): Promise<void> {
    await this.keBlok(q);
    await q.query(`
      ALTER TABLE survei_unsur
        ADD kepentingan_n integer CONSTRAINT ck_survei_unsur_kepentingan_n CHECK (kepentingan_n >= 0),
        ADD kepentingan_jumlah integer,
        ADD penyebut integer CONSTRAINT ck_survei_unsur_penyebut CHECK (penyebut > 1);

      CREATE TABLE survei_profil (
        survei_id uuid NOT NULL,
        ciri text NOT NULL CONSTRAINT ck_survei_profil_ciri
          CHECK (ciri IN ('usia', 'jenis_kelamin', 'pendidikan', 'pekerjaan', 'layanan')),
        kelompok text NOT NULL,
        instansi_id uuid NOT NULL,
        urutan integer NOT NULL,
        jumlah integer NOT NULL CONSTRAINT ck_survei_profil_jumlah CHECK (jumlah >= 0),
        CONSTRAINT pk_survei_profil PRIMARY KEY (survei_id, ciri, kelompok),
        CONSTRAINT fk_survei_profil_survei FOREIGN KEY (survei_id, instansi_id) REFERENCES survei (id, instansi_id)
      );

      CREATE TABLE survei_layanan_unsur (
        survei_id uuid NOT NULL,
        layanan text NOT NULL,
        unsur text NOT NULL,
        instansi_id uuid NOT NULL,
        urutan integer NOT NULL,
        responden integer NOT NULL CONSTRAINT ck_survei_layanan_unsur_responden CHECK (responden >= 0),
        n integer NOT NULL CONSTRAINT ck_survei_layanan_unsur_n CHECK (n BETWEEN 0 AND responden),
        jumlah integer NOT NULL,
        penyebut integer NOT NULL CONSTRAINT ck_survei_layanan_unsur_penyebut CHECK (penyebut >= 1),
        CONSTRAINT pk_survei_layanan_unsur PRIMARY KEY (survei_id, layanan, unsur),
        CONSTRAINT fk_survei_layanan_unsur_survei FOREIGN KEY (survei_id, instansi_id) REFERENCES survei (id, instansi_id)
      );

      CREATE TABLE impor_respons (
        id uuid CONSTRAINT pk_impor_respons PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_impor_respons_instansi REFERENCES instansi,
        survei_id uuid NOT NULL,
        CONSTRAINT fk_impor_respons_survei FOREIGN KEY (survei_id, instansi_id) REFERENCES survei (id, instansi_id),
        keadaan text NOT NULL CONSTRAINT ck_impor_respons_keadaan
          CHECK (keadaan IN ('diterima', 'dibaca', 'siap', 'diterapkan', 'batal', 'gagal')),
        nama_berkas text NOT NULL,
        ukuran integer NOT NULL CONSTRAINT ck_impor_respons_ukuran CHECK (ukuran >= 0),
        sha256 text NOT NULL,
        kunci_berkas text,
        pemetaan jsonb,
        susunan jsonb NOT NULL,
        kemajuan real NOT NULL CONSTRAINT ck_impor_respons_kemajuan CHECK (kemajuan BETWEEN 0 AND 1),
        pekerja uuid,
        denyut timestamptz,
        galat text,
        ringkasan jsonb,
        sidik text,
        sidik_survei text,
        kunci_siap text,
        kunci_ditolak text,
        oleh text NOT NULL,
        pada timestamptz NOT NULL,
        diterapkan_pada timestamptz,
        CONSTRAINT ck_impor_respons_siap CHECK (keadaan <> 'siap' OR num_nonnulls(ringkasan, sidik, sidik_survei, kunci_siap) = 4)
      );
      CREATE INDEX ix_impor_respons_instansi ON impor_respons (instansi_id, keadaan);
      CREATE INDEX ix_impor_respons_survei ON impor_respons (survei_id, pada);

      CREATE TABLE pemetaan_respons (
        instansi_id uuid NOT NULL CONSTRAINT fk_pemetaan_respons_instansi REFERENCES instansi,
        sidik_judul text NOT NULL,
        pemetaan jsonb NOT NULL,
        oleh text NOT NULL,
        pada timestamptz NOT NULL,
        CONSTRAINT pk_pemetaan_respons PRIMARY KEY (instansi_id, sidik_judul)
      );`);
    for (const tabel of ['respons', ...TABEL_BARU]) await q.query(sqlSekat(tabel));
  }

  private async keBlok(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE respons RENAME TO respons_lama;
      ALTER TABLE respons_lama RENAME CONSTRAINT pk_respons TO pk_respons_lama;
      ALTER TABLE respons_lama RENAME CONSTRAINT fk_respons_survei TO fk_respons_lama_survei;
      CREATE TABLE respons (
        survei_id uuid NOT NULL,
        blok integer NOT NULL,
        instansi_id uuid NOT NULL,
        n integer NOT NULL CONSTRAINT ck_respons_n CHECK (n BETWEEN 1 AND 1000),
        jawaban text[] NOT NULL CONSTRAINT ck_respons_jawaban CHECK (cardinality(jawaban) = n),
        baris integer[] CONSTRAINT ck_respons_baris CHECK (cardinality(baris) = n),
        kepentingan text[] CONSTRAINT ck_respons_kepentingan CHECK (cardinality(kepentingan) = n),
        layanan text[] CONSTRAINT ck_respons_layanan CHECK (cardinality(layanan) = n),
        tanggal date[] CONSTRAINT ck_respons_tanggal CHECK (cardinality(tanggal) = n),
        usia smallint[] CONSTRAINT ck_respons_usia CHECK (cardinality(usia) = n),
        jenis_kelamin text[] CONSTRAINT ck_respons_jenis_kelamin CHECK (cardinality(jenis_kelamin) = n),
        pendidikan text[] CONSTRAINT ck_respons_pendidikan CHECK (cardinality(pendidikan) = n),
        pekerjaan text[] CONSTRAINT ck_respons_pekerjaan CHECK (cardinality(pekerjaan) = n),
        lain jsonb,
        CONSTRAINT pk_respons PRIMARY KEY (survei_id, blok),
        CONSTRAINT fk_respons_survei FOREIGN KEY (survei_id, instansi_id) REFERENCES survei (id, instansi_id)
      );
      -- Compressing the digits takes longer than all the rest of writing them, and saves little more than half.
      ALTER TABLE respons ALTER jawaban SET STORAGE EXTERNAL, ALTER baris SET STORAGE EXTERNAL`);
    await sebagaiPemilik(q, ['respons_lama'], () =>
      q.query(`
        INSERT INTO respons (survei_id, blok, instansi_id, n, jawaban)
        SELECT survei_id, ke / 1000, instansi_id, count(*), array_agg(jawaban ORDER BY nomor)
        FROM (SELECT *, (row_number() OVER (PARTITION BY survei_id ORDER BY nomor) - 1)::int AS ke FROM respons_lama) r
        GROUP BY survei_id, ke / 1000, instansi_id`),
    );
    await q.query('DROP TABLE respons_lama');
  }

  async down(q: QueryRunner): Promise<void> {
    for (const tabel of ['respons', ...TABEL_BARU]) await q.query(sqlBukaSekat(tabel));
    await q.query(`
      DROP TABLE survei_profil, survei_layanan_unsur, impor_respons, pemetaan_respons;
      ALTER TABLE survei_unsur DROP COLUMN kepentingan_n, DROP COLUMN kepentingan_jumlah, DROP COLUMN penyebut;
      ALTER TABLE respons RENAME TO respons_lama;
      ALTER TABLE respons_lama RENAME CONSTRAINT pk_respons TO pk_respons_lama;
      ALTER TABLE respons_lama RENAME CONSTRAINT fk_respons_survei TO fk_respons_lama_survei;
      CREATE TABLE respons (
        survei_id uuid NOT NULL,
        nomor integer NOT NULL,
        jawaban text NOT NULL,
        instansi_id uuid NOT NULL,
        CONSTRAINT pk_respons PRIMARY KEY (survei_id, nomor),
        CONSTRAINT fk_respons_survei FOREIGN KEY (survei_id, instansi_id) REFERENCES survei (id, instansi_id)
      );
      INSERT INTO respons (survei_id, nomor, jawaban, instansi_id)
      SELECT survei_id, row_number() OVER (PARTITION BY survei_id ORDER BY blok, ke), j, instansi_id
      FROM respons_lama, unnest(jawaban) WITH ORDINALITY AS u (j, ke);
      DROP TABLE respons_lama;`);
    await q.query(sqlSekat('respons'));
  }
}
