import type { MigrationInterface, QueryRunner } from 'typeorm';

const TANGGAL = String.raw`^\d{4}-\d{2}(-\d{2})?$`;

/** Agencies, surveys, plans, realisation, reports. Days that may be known only by their month are text (`2024-05`). */
export class Awal1700000000000 implements MigrationInterface {
  name = 'Awal1700000000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE instansi (
        id uuid CONSTRAINT pk_instansi PRIMARY KEY,
        kode text NOT NULL,
        nama text NOT NULL,
        singkatan text NOT NULL,
        kota text NOT NULL,
        zona_waktu text NOT NULL,
        situs text,
        jumlah_prioritas integer CONSTRAINT ck_instansi_jumlah_prioritas CHECK (jumlah_prioritas >= 1),
        sumber text
      );
      CREATE UNIQUE INDEX uq_instansi_kode ON instansi (kode);

      CREATE TABLE aturan_realisasi (
        id uuid CONSTRAINT pk_aturan_realisasi PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_aturan_realisasi_instansi REFERENCES instansi,
        versi integer NOT NULL,
        satuan text NOT NULL CONSTRAINT ck_aturan_realisasi_satuan CHECK (satuan IN ('kegiatan', 'prioritas')),
        bobot_sebagian numeric NOT NULL CONSTRAINT ck_aturan_realisasi_bobot CHECK (bobot_sebagian BETWEEN 0 AND 1),
        dasar text CONSTRAINT ck_aturan_realisasi_dasar CHECK (dasar IN ('klaim', 'terverifikasi')),
        tidak_dapat text CONSTRAINT ck_aturan_realisasi_tidak_dapat CHECK (tidak_dapat IN ('dalam-penyebut', 'dikecualikan')),
        pengganti text CONSTRAINT ck_aturan_realisasi_pengganti CHECK (pengganti IN ('dihitung', 'tidak')),
        berlaku_sejak timestamptz NOT NULL,
        CONSTRAINT uq_aturan_realisasi_versi UNIQUE (instansi_id, versi)
      );
      CREATE INDEX ix_aturan_realisasi_instansi ON aturan_realisasi (instansi_id);

      CREATE TABLE unit (
        id uuid CONSTRAINT pk_unit PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_unit_instansi REFERENCES instansi,
        urutan integer NOT NULL,
        kode text NOT NULL,
        nama text NOT NULL,
        singkatan text,
        jenis text NOT NULL,
        induk_id uuid CONSTRAINT fk_unit_induk REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT uq_unit_kode UNIQUE (instansi_id, kode)
      );
      CREATE INDEX ix_unit_induk ON unit (induk_id);

      CREATE TABLE instrumen (
        id uuid CONSTRAINT pk_instrumen PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_instrumen_instansi REFERENCES instansi,
        urutan integer NOT NULL,
        kode text NOT NULL,
        nama text NOT NULL,
        skala_min integer NOT NULL,
        skala_maks integer NOT NULL,
        unsur jsonb NOT NULL,
        mutu jsonb NOT NULL,
        CONSTRAINT uq_instrumen_kode UNIQUE (instansi_id, kode)
      );

      CREATE TABLE survei (
        id uuid CONSTRAINT pk_survei PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_survei_instansi REFERENCES instansi,
        urutan integer NOT NULL,
        kode text NOT NULL,
        judul text NOT NULL,
        instrumen text NOT NULL,
        periode_jenis text NOT NULL CONSTRAINT ck_survei_periode CHECK (periode_jenis IN ('tahun', 'semester', 'triwulan', 'bulan')),
        periode_tahun integer NOT NULL,
        periode_ke integer,
        pelaksanaan_mulai text CONSTRAINT ck_survei_mulai CHECK (pelaksanaan_mulai ~ '${TANGGAL}'),
        pelaksanaan_selesai text CONSTRAINT ck_survei_selesai CHECK (pelaksanaan_selesai ~ '${TANGGAL}'),
        tanggal_terbit text CONSTRAINT ck_survei_terbit CHECK (tanggal_terbit ~ '${TANGGAL}'),
        populasi integer CONSTRAINT ck_survei_populasi CHECK (populasi >= 0),
        jumlah_responden integer CONSTRAINT ck_survei_responden CHECK (jumlah_responden >= 0),
        urutan_unsur text[],
        ada_terbit boolean NOT NULL,
        terbit_nrr numeric,
        terbit_nilai numeric,
        terbit_mutu text,
        tingkat text NOT NULL CONSTRAINT ck_survei_tingkat CHECK (tingkat IN ('respons', 'jumlah', 'nrr', 'nilai', 'terbit')),
        n_bersama integer,
        jumlah_respons integer,
        sidik_respons text,
        CONSTRAINT uq_survei_kode UNIQUE (instansi_id, kode)
      );

      CREATE TABLE survei_unsur (
        survei_id uuid NOT NULL CONSTRAINT fk_survei_unsur_survei REFERENCES survei,
        unsur text NOT NULL,
        urutan integer NOT NULL,
        n integer CONSTRAINT ck_survei_unsur_n CHECK (n >= 0),
        jumlah integer,
        nrr numeric,
        nilai numeric,
        CONSTRAINT pk_survei_unsur PRIMARY KEY (survei_id, unsur)
      );

      CREATE TABLE survei_layanan (
        survei_id uuid NOT NULL CONSTRAINT fk_survei_layanan_survei REFERENCES survei,
        unit_id uuid NOT NULL CONSTRAINT fk_survei_layanan_unit REFERENCES unit,
        urutan integer NOT NULL,
        jumlah integer NOT NULL CONSTRAINT ck_survei_layanan_jumlah CHECK (jumlah >= 0),
        CONSTRAINT pk_survei_layanan PRIMARY KEY (survei_id, unit_id)
      );
      CREATE INDEX ix_survei_layanan_unit ON survei_layanan (unit_id);

      CREATE TABLE respons (
        survei_id uuid NOT NULL CONSTRAINT fk_respons_survei REFERENCES survei,
        nomor integer NOT NULL,
        jawaban text NOT NULL,
        CONSTRAINT pk_respons PRIMARY KEY (survei_id, nomor)
      );

      CREATE TABLE rencana (
        id uuid CONSTRAINT pk_rencana PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_rencana_instansi REFERENCES instansi,
        urutan integer NOT NULL,
        kode text NOT NULL,
        judul text NOT NULL,
        survei_id uuid CONSTRAINT fk_rencana_survei REFERENCES survei,
        periode_jenis text CONSTRAINT ck_rencana_periode CHECK (periode_jenis IN ('tahun', 'semester', 'triwulan', 'bulan')),
        periode_tahun integer,
        periode_ke integer,
        satuan_jadwal text NOT NULL CONSTRAINT ck_rencana_satuan CHECK (satuan_jadwal IN ('triwulan', 'bulan')),
        status text NOT NULL CONSTRAINT ck_rencana_status CHECK (status IN ('draf', 'diajukan', 'ditetapkan')),
        CONSTRAINT uq_rencana_kode UNIQUE (instansi_id, kode)
      );
      CREATE INDEX ix_rencana_survei ON rencana (survei_id);

      CREATE TABLE prioritas (
        id uuid CONSTRAINT pk_prioritas PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_prioritas_instansi REFERENCES instansi,
        rencana_id uuid NOT NULL CONSTRAINT fk_prioritas_rencana REFERENCES rencana,
        urutan integer NOT NULL,
        no integer NOT NULL,
        judul text NOT NULL,
        program text,
        unsur text[] NOT NULL,
        alasan text,
        CONSTRAINT uq_prioritas_no UNIQUE (rencana_id, no)
      );
      CREATE INDEX ix_prioritas_instansi ON prioritas (instansi_id);

      CREATE TABLE kegiatan (
        id uuid CONSTRAINT pk_kegiatan PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_kegiatan_instansi REFERENCES instansi,
        rencana_id uuid NOT NULL CONSTRAINT fk_kegiatan_rencana REFERENCES rencana,
        prioritas_id uuid NOT NULL CONSTRAINT fk_kegiatan_prioritas REFERENCES prioritas,
        urutan integer NOT NULL,
        kode text NOT NULL,
        uraian text NOT NULL,
        survei_id uuid CONSTRAINT fk_kegiatan_survei REFERENCES survei,
        jadwal text[] NOT NULL,
        keluaran text,
        indikator text,
        CONSTRAINT uq_kegiatan_kode UNIQUE (rencana_id, kode)
      );
      CREATE INDEX ix_kegiatan_instansi ON kegiatan (instansi_id);
      CREATE INDEX ix_kegiatan_prioritas ON kegiatan (prioritas_id);
      CREATE INDEX ix_kegiatan_survei ON kegiatan (survei_id);

      CREATE TABLE penanggung_jawab (
        kegiatan_id uuid NOT NULL CONSTRAINT fk_penanggung_jawab_kegiatan REFERENCES kegiatan,
        urutan integer NOT NULL,
        unit_id uuid CONSTRAINT fk_penanggung_jawab_unit REFERENCES unit,
        kelompok text,
        CONSTRAINT pk_penanggung_jawab PRIMARY KEY (kegiatan_id, urutan),
        CONSTRAINT ck_penanggung_jawab_satu CHECK (num_nonnulls(unit_id, kelompok) = 1)
      );
      CREATE INDEX ix_penanggung_jawab_unit ON penanggung_jawab (unit_id);

      CREATE TABLE realisasi (
        id uuid CONSTRAINT pk_realisasi PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_realisasi_instansi REFERENCES instansi,
        kegiatan_id uuid NOT NULL CONSTRAINT fk_realisasi_kegiatan REFERENCES kegiatan,
        urutan integer NOT NULL,
        periode text,
        status text NOT NULL CONSTRAINT ck_realisasi_status CHECK (status IN ('belum', 'sebagian', 'sudah', 'tidak_dapat')),
        deskripsi text NOT NULL,
        hambatan text,
        tindak_lanjut_berikut text,
        kegiatan_pengganti text,
        mulai text CONSTRAINT ck_realisasi_mulai CHECK (mulai ~ '${TANGGAL}'),
        selesai text CONSTRAINT ck_realisasi_selesai CHECK (selesai ~ '${TANGGAL}'),
        ada_bukti boolean NOT NULL
      );
      CREATE UNIQUE INDEX uq_realisasi_periode ON realisasi (kegiatan_id, coalesce(periode, ''));
      CREATE INDEX ix_realisasi_instansi ON realisasi (instansi_id);

      CREATE TABLE bukti (
        realisasi_id uuid NOT NULL CONSTRAINT fk_bukti_realisasi REFERENCES realisasi,
        urutan integer NOT NULL,
        jenis text NOT NULL CONSTRAINT ck_bukti_jenis CHECK (jenis IN ('tautan', 'foto', 'dokumen')),
        url text,
        berkas text,
        keterangan text,
        tanggal text CONSTRAINT ck_bukti_tanggal CHECK (tanggal ~ '${TANGGAL}'),
        CONSTRAINT pk_bukti PRIMARY KEY (realisasi_id, urutan)
      );

      CREATE TABLE laporan (
        id uuid CONSTRAINT pk_laporan PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_laporan_instansi REFERENCES instansi,
        rencana_id uuid NOT NULL CONSTRAINT fk_laporan_rencana REFERENCES rencana,
        urutan integer NOT NULL,
        jenis text NOT NULL CONSTRAINT ck_laporan_jenis
          CHECK (jenis IN ('hasil-tindak-lanjut', 'monitoring-evaluasi', 'skm', 'capaian-rencana-aksi')),
        tanggal text NOT NULL CONSTRAINT ck_laporan_tanggal CHECK (tanggal ~ '${TANGGAL}'),
        tempat text NOT NULL,
        jabatan text NOT NULL,
        nama text NOT NULL,
        nip text,
        pangkat text,
        persen_tertulis numeric,
        kesimpulan_tambahan text[],
        CONSTRAINT uq_laporan_tanggal UNIQUE (rencana_id, jenis, tanggal)
      );
      CREATE INDEX ix_laporan_instansi ON laporan (instansi_id);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP TABLE laporan, bukti, realisasi, penanggung_jawab, kegiatan, prioritas, rencana,
        respons, survei_layanan, survei_unsur, survei, instrumen, unit, aturan_realisasi, instansi
    `);
  }
}
