import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sebagaiPemilik, sqlSekat } from './sekat-tabel';

const TABEL = ['nama_unit', 'jabatan', 'nama_jabatan', 'mutasi'] as const;
/** whose own rows a person sees in any agency: what signing in reads */
const TABEL_ORANG = ['penugasan', 'peran'] as const;

/**
 * Equality within an exclusion constraint, as the overlap of ranges that hold one value: GiST knows ranges without the extension
 * `btree_gist`, which only some owners of a schema may install.
 */
function sama(nilai: string): string {
  return `rentang_kunci((${nilai})::text, (${nilai})::text, '[]') WITH &&`;
}

/** Units that merge and retire with the names they had, posts and who holds them, roles, transfers; letterhead and report settings. */
export class Organisasi1700000001020 implements MigrationInterface {
  name = 'Organisasi1700000001020';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TYPE rentang_kunci AS RANGE (subtype = text, collation = "C");

      ALTER TABLE instansi
        ADD kop_surat text[] NOT NULL DEFAULT '{}' CONSTRAINT ck_instansi_kop_surat CHECK (cardinality(kop_surat) <= 6),
        ADD logo_kunci text,
        ADD logo_jenis text CONSTRAINT ck_instansi_logo_jenis CHECK (logo_jenis IN ('image/png', 'image/jpeg')),
        ADD kertas text CONSTRAINT ck_instansi_kertas CHECK (kertas IN ('a4', 'f4')),
        ADD skala_ganda boolean,
        ADD CONSTRAINT ck_instansi_logo CHECK (num_nonnulls(logo_kunci, logo_jenis) IN (0, 2));

      ALTER TABLE aturan_realisasi
        ADD alasan text,
        ADD ditetapkan_oleh text;

      ALTER TABLE unit
        ADD berakhir date,
        ADD penerus_id uuid,
        ADD CONSTRAINT fk_unit_penerus FOREIGN KEY (penerus_id, instansi_id) REFERENCES unit (id, instansi_id) DEFERRABLE INITIALLY DEFERRED,
        ADD CONSTRAINT ck_unit_penerus CHECK (penerus_id IS NULL OR berakhir IS NOT NULL),
        ADD CONSTRAINT ck_unit_penerus_lain CHECK (penerus_id <> id);
      CREATE INDEX ix_unit_penerus ON unit (penerus_id);

      CREATE TABLE nama_unit (
        id uuid CONSTRAINT pk_nama_unit PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_nama_unit_instansi REFERENCES instansi,
        unit_id uuid NOT NULL,
        CONSTRAINT fk_nama_unit_unit FOREIGN KEY (unit_id, instansi_id) REFERENCES unit (id, instansi_id),
        nama text NOT NULL,
        singkatan text,
        mulai date,
        selesai date,
        CONSTRAINT ck_nama_unit_masa CHECK (selesai > mulai),
        CONSTRAINT ex_nama_unit_masa EXCLUDE USING gist (${sama('unit_id')}, daterange(mulai, selesai) WITH &&)
      );
      CREATE INDEX ix_nama_unit_instansi ON nama_unit (instansi_id);
      CREATE INDEX ix_nama_unit_unit ON nama_unit (unit_id);

      CREATE TABLE jabatan (
        id uuid CONSTRAINT pk_jabatan PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_jabatan_instansi REFERENCES instansi,
        unit_id uuid NOT NULL,
        CONSTRAINT fk_jabatan_unit FOREIGN KEY (unit_id, instansi_id) REFERENCES unit (id, instansi_id),
        urutan integer NOT NULL,
        nama text NOT NULL,
        memimpin boolean NOT NULL,
        berakhir date,
        CONSTRAINT uq_jabatan_sekat UNIQUE (id, instansi_id)
      );
      CREATE INDEX ix_jabatan_instansi ON jabatan (instansi_id);
      CREATE INDEX ix_jabatan_unit ON jabatan (unit_id);

      CREATE TABLE nama_jabatan (
        id uuid CONSTRAINT pk_nama_jabatan PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_nama_jabatan_instansi REFERENCES instansi,
        jabatan_id uuid NOT NULL,
        CONSTRAINT fk_nama_jabatan_jabatan FOREIGN KEY (jabatan_id, instansi_id) REFERENCES jabatan (id, instansi_id),
        nama text NOT NULL,
        mulai date,
        selesai date,
        CONSTRAINT ck_nama_jabatan_masa CHECK (selesai > mulai),
        CONSTRAINT ex_nama_jabatan_masa EXCLUDE USING gist (${sama('jabatan_id')}, daterange(mulai, selesai) WITH &&)
      );
      CREATE INDEX ix_nama_jabatan_instansi ON nama_jabatan (instansi_id);
      CREATE INDEX ix_nama_jabatan_jabatan ON nama_jabatan (jabatan_id);

      CREATE TABLE penugasan (
        id uuid CONSTRAINT pk_penugasan PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_penugasan_instansi REFERENCES instansi,
        jabatan_id uuid NOT NULL,
        CONSTRAINT fk_penugasan_jabatan FOREIGN KEY (jabatan_id, instansi_id) REFERENCES jabatan (id, instansi_id),
        pengguna_id uuid NOT NULL CONSTRAINT fk_penugasan_pengguna REFERENCES pengguna,
        status text NOT NULL CONSTRAINT ck_penugasan_status CHECK (status IN ('definitif', 'plt', 'plh')),
        nama text NOT NULL,
        nip text,
        pangkat text,
        dasar text,
        mulai date NOT NULL,
        selesai date,
        CONSTRAINT uq_penugasan_sekat UNIQUE (id, instansi_id),
        CONSTRAINT ck_penugasan_masa CHECK (selesai >= mulai),
        CONSTRAINT ex_penugasan_definitif EXCLUDE USING gist (${sama('jabatan_id')}, daterange(mulai, selesai) WITH &&) WHERE (status = 'definitif'),
        CONSTRAINT ex_penugasan_pelaksana EXCLUDE USING gist (${sama('jabatan_id')}, daterange(mulai, selesai) WITH &&) WHERE (status <> 'definitif')
      );
      CREATE INDEX ix_penugasan_instansi ON penugasan (instansi_id);
      CREATE INDEX ix_penugasan_jabatan ON penugasan (jabatan_id);
      CREATE INDEX ix_penugasan_pengguna ON penugasan (pengguna_id);

      CREATE TABLE peran (
        id uuid CONSTRAINT pk_peran PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_peran_instansi REFERENCES instansi,
        pengguna_id uuid NOT NULL CONSTRAINT fk_peran_pengguna REFERENCES pengguna,
        peran text NOT NULL CONSTRAINT ck_peran_peran
          CHECK (peran IN ('pelapor', 'penanggung_jawab', 'koordinator', 'pimpinan', 'inspektur', 'admin')),
        unit_id uuid,
        CONSTRAINT fk_peran_unit FOREIGN KEY (unit_id, instansi_id) REFERENCES unit (id, instansi_id),
        mulai date NOT NULL,
        selesai date,
        dasar text,
        diberi_oleh uuid CONSTRAINT fk_peran_pemberi REFERENCES pengguna,
        diakhiri_oleh uuid CONSTRAINT fk_peran_pengakhir REFERENCES pengguna,
        CONSTRAINT ck_peran_masa CHECK (selesai >= mulai),
        CONSTRAINT ck_peran_lingkup CHECK (
          CASE WHEN peran IN ('pelapor', 'penanggung_jawab') THEN unit_id IS NOT NULL
               WHEN peran IN ('admin', 'inspektur') THEN unit_id IS NULL
               ELSE true END),
        CONSTRAINT ex_peran_ganda EXCLUDE USING gist (${sama('pengguna_id')}, ${sama('instansi_id')}, ${sama('peran')},
          ${sama("coalesce(unit_id::text, '')")}, daterange(mulai, selesai) WITH &&)
      );
      CREATE INDEX ix_peran_instansi ON peran (instansi_id);
      CREATE INDEX ix_peran_pengguna ON peran (pengguna_id);
      CREATE INDEX ix_peran_unit ON peran (unit_id);
      CREATE INDEX ix_peran_pemberi ON peran (diberi_oleh);
      CREATE INDEX ix_peran_pengakhir ON peran (diakhiri_oleh);

      CREATE TABLE mutasi (
        id uuid CONSTRAINT pk_mutasi PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_mutasi_instansi REFERENCES instansi,
        penugasan_id uuid NOT NULL,
        CONSTRAINT fk_mutasi_penugasan FOREIGN KEY (penugasan_id, instansi_id) REFERENCES penugasan (id, instansi_id),
        tanggal date NOT NULL,
        alasan text NOT NULL,
        status text NOT NULL CONSTRAINT ck_mutasi_status CHECK (status IN ('draf', 'diperiksa', 'dijalankan', 'dibatalkan')),
        pilihan jsonb NOT NULL,
        langkah jsonb,
        sidik text,
        dibuat_oleh uuid NOT NULL CONSTRAINT fk_mutasi_pembuat REFERENCES pengguna,
        dibuat_pada timestamptz NOT NULL,
        diperiksa_pada timestamptz,
        dijalankan_pada timestamptz,
        CONSTRAINT ck_mutasi_diperiksa CHECK (status NOT IN ('diperiksa', 'dijalankan') OR num_nonnulls(langkah, sidik, diperiksa_pada) = 3),
        CONSTRAINT ck_mutasi_dijalankan CHECK ((status = 'dijalankan') = (dijalankan_pada IS NOT NULL))
      );
      CREATE INDEX ix_mutasi_instansi ON mutasi (instansi_id);
      CREATE INDEX ix_mutasi_penugasan ON mutasi (penugasan_id);
      CREATE INDEX ix_mutasi_pembuat ON mutasi (dibuat_oleh);
    `);
    await sebagaiPemilik(q, ['unit'], () =>
      q.query(`INSERT INTO nama_unit (id, instansi_id, unit_id, nama, singkatan)
        SELECT gen_random_uuid(), instansi_id, id, nama, singkatan FROM unit`),
    );
    for (const tabel of TABEL) await q.query(sqlSekat(tabel));
    for (const tabel of TABEL_ORANG) await q.query(sqlSekat(tabel, 'pengguna_id = (SELECT tuntas_pengguna())'));
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP TABLE mutasi, peran, penugasan, nama_jabatan, jabatan, nama_unit;
      ALTER TABLE unit DROP penerus_id, DROP berakhir;
      ALTER TABLE aturan_realisasi DROP alasan, DROP ditetapkan_oleh;
      ALTER TABLE instansi DROP CONSTRAINT ck_instansi_logo, DROP kop_surat, DROP logo_kunci, DROP logo_jenis, DROP kertas, DROP skala_ganda;
      DROP TYPE rentang_kunci;
    `);
  }
}
