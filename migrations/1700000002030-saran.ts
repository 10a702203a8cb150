import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlHanyaTambah, sqlSekat } from './sekat-tabel';

const TABEL = ['saran', 'saran_tanggapan', 'saran_riwayat', 'saran_tindak_lanjut'];

/** Respondents' suggestions: received, assigned, answered, reviewed, turned into follow-up. Answers and history are only ever added. */
export class Saran1700000002030 implements MigrationInterface {
  name = 'Saran1700000002030';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE saran (
        id uuid CONSTRAINT pk_saran PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_saran_instansi REFERENCES instansi,
        survei_id uuid NOT NULL,
        CONSTRAINT fk_saran_survei FOREIGN KEY (survei_id, instansi_id) REFERENCES survei (id, instansi_id),
        nomor integer NOT NULL,
        sidik text NOT NULL,
        teks text NOT NULL,
        teks_samar text,
        layanan text,
        baris integer[] NOT NULL,
        jumlah_ketik integer NOT NULL,
        jumlah_berkas integer NOT NULL,
        diterima_pada timestamptz NOT NULL,
        status text NOT NULL CONSTRAINT ck_saran_status
          CHECK (status IN ('nihil', 'baru', 'ditetapkan', 'ditanggapi', 'layak_terbit', 'tidak_diterbitkan')),
        usul_unsur text,
        unsur text,
        unit_id uuid,
        CONSTRAINT fk_saran_unit FOREIGN KEY (unit_id, instansi_id) REFERENCES unit (id, instansi_id),
        teks_terbit text,
        CONSTRAINT uq_saran_sekat UNIQUE (id, instansi_id),
        CONSTRAINT uq_saran_nomor UNIQUE (survei_id, nomor),
        CONSTRAINT uq_saran_sidik UNIQUE (survei_id, sidik),
        CONSTRAINT ck_saran_jumlah CHECK (jumlah_ketik >= 0 AND jumlah_berkas >= 0),
        CONSTRAINT ck_saran_terbit CHECK (status <> 'layak_terbit' OR teks_terbit IS NOT NULL)
      );
      CREATE INDEX ix_saran_instansi ON saran (instansi_id);
      CREATE INDEX ix_saran_unit ON saran (unit_id);

      CREATE TABLE saran_tanggapan (
        id uuid CONSTRAINT pk_saran_tanggapan PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_saran_tanggapan_instansi REFERENCES instansi,
        saran_id uuid NOT NULL,
        CONSTRAINT fk_saran_tanggapan_saran FOREIGN KEY (saran_id, instansi_id) REFERENCES saran (id, instansi_id),
        unit_id uuid,
        CONSTRAINT fk_saran_tanggapan_unit FOREIGN KEY (unit_id, instansi_id) REFERENCES unit (id, instansi_id),
        teks text NOT NULL,
        pada timestamptz NOT NULL,
        pengguna_id uuid CONSTRAINT fk_saran_tanggapan_pengguna REFERENCES pengguna,
        nama text NOT NULL
      );
      CREATE INDEX ix_saran_tanggapan_instansi ON saran_tanggapan (instansi_id);
      CREATE INDEX ix_saran_tanggapan_saran ON saran_tanggapan (saran_id);
      CREATE INDEX ix_saran_tanggapan_unit ON saran_tanggapan (unit_id);
      CREATE INDEX ix_saran_tanggapan_pengguna ON saran_tanggapan (pengguna_id);

      CREATE TABLE saran_riwayat (
        id uuid CONSTRAINT pk_saran_riwayat PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_saran_riwayat_instansi REFERENCES instansi,
        saran_id uuid NOT NULL,
        CONSTRAINT fk_saran_riwayat_saran FOREIGN KEY (saran_id, instansi_id) REFERENCES saran (id, instansi_id),
        tindakan text NOT NULL,
        dari text NOT NULL,
        ke text NOT NULL,
        keterangan text,
        alasan text,
        pada timestamptz NOT NULL,
        pengguna_id uuid CONSTRAINT fk_saran_riwayat_pengguna REFERENCES pengguna,
        nama text NOT NULL
      );
      CREATE INDEX ix_saran_riwayat_instansi ON saran_riwayat (instansi_id);
      CREATE INDEX ix_saran_riwayat_saran ON saran_riwayat (saran_id);
      CREATE INDEX ix_saran_riwayat_pengguna ON saran_riwayat (pengguna_id);

      CREATE TABLE saran_tindak_lanjut (
        id uuid CONSTRAINT pk_saran_tindak_lanjut PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_saran_tindak_lanjut_instansi REFERENCES instansi,
        saran_id uuid NOT NULL,
        CONSTRAINT fk_saran_tindak_lanjut_saran FOREIGN KEY (saran_id, instansi_id) REFERENCES saran (id, instansi_id),
        prioritas_id uuid,
        CONSTRAINT fk_saran_tindak_lanjut_prioritas FOREIGN KEY (prioritas_id, instansi_id) REFERENCES prioritas (id, instansi_id),
        kegiatan_id uuid,
        CONSTRAINT fk_saran_tindak_lanjut_kegiatan FOREIGN KEY (kegiatan_id, instansi_id) REFERENCES kegiatan (id, instansi_id),
        cara text NOT NULL CONSTRAINT ck_saran_tindak_lanjut_cara CHECK (cara IN ('prioritas_baru', 'kegiatan_baru', 'dikaitkan')),
        pada timestamptz NOT NULL,
        pengguna_id uuid CONSTRAINT fk_saran_tindak_lanjut_pengguna REFERENCES pengguna,
        nama text NOT NULL,
        CONSTRAINT ck_saran_tindak_lanjut_satu CHECK (num_nonnulls(prioritas_id, kegiatan_id) = 1),
        CONSTRAINT uq_saran_tindak_lanjut_prioritas UNIQUE (saran_id, prioritas_id),
        CONSTRAINT uq_saran_tindak_lanjut_kegiatan UNIQUE (saran_id, kegiatan_id)
      );
      CREATE INDEX ix_saran_tindak_lanjut_instansi ON saran_tindak_lanjut (instansi_id);
      CREATE INDEX ix_saran_tindak_lanjut_prioritas ON saran_tindak_lanjut (prioritas_id);
      CREATE INDEX ix_saran_tindak_lanjut_kegiatan ON saran_tindak_lanjut (kegiatan_id);
      CREATE INDEX ix_saran_tindak_lanjut_pengguna ON saran_tindak_lanjut (pengguna_id);
    `);
    for (const tabel of TABEL) await q.query(sqlSekat(tabel));
    for (const tabel of TABEL.slice(1)) await q.query(sqlHanyaTambah(tabel));
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE saran_tindak_lanjut, saran_riwayat, saran_tanggapan, saran');
  }
}
