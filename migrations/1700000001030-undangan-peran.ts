import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlSekat } from './sekat-tabel';

/**
 * Invitations of an agency to somebody who has an account already, which give nothing until they are taken; whether a mailbox was ever
 * proven; letters that wait to be sent, their text sealed and erased afterwards; what the holder of an account must be told. A session
 * knows whether a second factor opened it: where an agency demands one, a session without it is no complete one.
 */
export class UndanganPeran1700000001030 implements MigrationInterface {
  name = 'UndanganPeran1700000001030';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE pengguna ADD surel_terbukti timestamptz;
      ALTER TABLE sesi ADD dua_langkah boolean NOT NULL DEFAULT false;

      CREATE TABLE undangan_peran (
        id uuid CONSTRAINT pk_undangan_peran PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_undangan_peran_instansi REFERENCES instansi,
        instansi_nama text NOT NULL,
        pengguna_id uuid NOT NULL CONSTRAINT fk_undangan_peran_pengguna REFERENCES pengguna,
        nama text NOT NULL,
        peran text NOT NULL CONSTRAINT ck_undangan_peran_peran
          CHECK (peran IN ('pelapor', 'penanggung_jawab', 'koordinator', 'pimpinan', 'inspektur', 'admin')),
        unit_id uuid,
        unit_nama text,
        CONSTRAINT fk_undangan_peran_unit FOREIGN KEY (unit_id, instansi_id) REFERENCES unit (id, instansi_id),
        mulai date NOT NULL,
        selesai date,
        dasar text,
        diundang_oleh uuid CONSTRAINT fk_undangan_peran_pengundang REFERENCES pengguna,
        pengundang_nama text NOT NULL,
        dibuat timestamptz NOT NULL,
        berakhir timestamptz NOT NULL,
        keadaan text NOT NULL CONSTRAINT ck_undangan_peran_keadaan
          CHECK (keadaan IN ('menunggu', 'disetujui', 'diterima', 'ditolak', 'ditarik')),
        dijawab timestamptz
      );
      CREATE INDEX ix_undangan_peran_instansi ON undangan_peran (instansi_id);
      CREATE INDEX ix_undangan_peran_pengguna ON undangan_peran (pengguna_id);
      CREATE INDEX ix_undangan_peran_unit ON undangan_peran (unit_id);
      CREATE INDEX ix_undangan_peran_pengundang ON undangan_peran (diundang_oleh);
      ${sqlSekat('undangan_peran', 'pengguna_id = (SELECT tuntas_pengguna())')}

      ALTER TABLE tautan_akun
        ADD lewat text NOT NULL DEFAULT 'serah' CONSTRAINT ck_tautan_akun_lewat CHECK (lewat IN ('surat', 'serah')),
        ADD undangan_id uuid CONSTRAINT fk_tautan_akun_undangan REFERENCES undangan_peran,
        DROP CONSTRAINT ck_tautan_akun_jenis,
        ADD CONSTRAINT ck_tautan_akun_jenis CHECK (jenis IN ('undangan', 'atur_ulang', 'undangan_peran')),
        ADD CONSTRAINT ck_tautan_akun_undangan CHECK ((jenis = 'undangan_peran') = (undangan_id IS NOT NULL));
      CREATE INDEX ix_tautan_akun_undangan ON tautan_akun (undangan_id);

      CREATE TABLE surat_keluar (
        id uuid CONSTRAINT pk_surat_keluar PRIMARY KEY,
        pengguna_id uuid NOT NULL CONSTRAINT fk_surat_keluar_pengguna REFERENCES pengguna,
        kepada text NOT NULL,
        perihal text NOT NULL,
        isi text,
        bertautan boolean NOT NULL,
        dibuat timestamptz NOT NULL,
        berakhir timestamptz NOT NULL,
        percobaan integer NOT NULL,
        coba_lagi timestamptz NOT NULL,
        keadaan text NOT NULL CONSTRAINT ck_surat_keluar_keadaan CHECK (keadaan IN ('antre', 'terkirim', 'gagal', 'diganti')),
        selesai timestamptz,
        CONSTRAINT ck_surat_keluar_isi CHECK ((keadaan = 'antre') = (isi IS NOT NULL))
      );
      CREATE INDEX ix_surat_keluar_antrean ON surat_keluar (keadaan, coba_lagi);
      CREATE INDEX ix_surat_keluar_pengguna ON surat_keluar (pengguna_id);

      CREATE TABLE pemberitahuan (
        id uuid CONSTRAINT pk_pemberitahuan PRIMARY KEY,
        pengguna_id uuid NOT NULL CONSTRAINT fk_pemberitahuan_pengguna REFERENCES pengguna,
        teks text NOT NULL,
        dibuat timestamptz NOT NULL,
        dibaca timestamptz
      );
      CREATE INDEX ix_pemberitahuan_pengguna ON pemberitahuan (pengguna_id);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DELETE FROM tautan_akun WHERE jenis = 'undangan_peran';
      ALTER TABLE tautan_akun
        DROP CONSTRAINT ck_tautan_akun_undangan, DROP CONSTRAINT ck_tautan_akun_jenis, DROP undangan_id, DROP lewat,
        ADD CONSTRAINT ck_tautan_akun_jenis CHECK (jenis IN ('undangan', 'atur_ulang'));
      DROP TABLE pemberitahuan, surat_keluar, undangan_peran;
      ALTER TABLE sesi DROP dua_langkah;
      ALTER TABLE pengguna DROP surel_terbukti;
    `);
  }
}
