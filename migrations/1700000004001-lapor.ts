import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlHanyaTambah, sqlSekat } from './sekat-tabel';

const TABEL = [
  ...['jendela_laporan', 'laporan_slot', 'isian_laporan', 'pengajuan_laporan', 'putusan_laporan', 'komentar_laporan'],
  ...['objek_berkas', 'telepon_unggah', 'unggahan', 'bukti_laporan', 'cek_tautan', 'serah_terima', 'laporan_dibuka'],
] as const;

/** History: what was opened, reported, decided and said is never written over. */
const TETAP = [
  ...['jendela_laporan', 'pengajuan_laporan', 'putusan_laporan', 'komentar_laporan', 'cek_tautan', 'serah_terima'],
] as const;

const TANGGAL = '^\\d{4}-\\d{2}(-\\d{2})?$';

const oleh = (tabel: string) => `
        oleh_id uuid CONSTRAINT fk_${tabel}_oleh REFERENCES pengguna,
        oleh_nama text NOT NULL`;

/** Whose part of a report it is: the utama's, or that of one pendukung unit. */
const bagian = (tabel: string) => `
        bagian text NOT NULL,
        unit_id uuid,
        CONSTRAINT fk_${tabel}_unit FOREIGN KEY (unit_id, instansi_id) REFERENCES unit (id, instansi_id),
        CONSTRAINT ck_${tabel}_bagian CHECK (bagian = coalesce(unit_id::text, 'utama'))`;

const laporan = (tabel: string) => `
        laporan_id uuid NOT NULL,
        CONSTRAINT fk_${tabel}_laporan FOREIGN KEY (laporan_id, instansi_id) REFERENCES laporan_slot (id, instansi_id)`;

const instansi = (tabel: string) => `instansi_id uuid NOT NULL CONSTRAINT fk_${tabel}_instansi REFERENCES instansi`;

/** A unit reports on a slot with evidence, another person decides: windows, drafts, submissions, decisions, files. */
export class Lapor1700000004001 implements MigrationInterface {
  name = 'Lapor1700000004001';

  async up(q: QueryRunner): Promise<void> {
    await q.query(this.laporan());
    await q.query(this.bukti());
    for (const tabel of TETAP) await q.query(sqlHanyaTambah(tabel));
    for (const tabel of TABEL) await q.query(sqlSekat(tabel));
  }

  private laporan(): string {
    return `
      CREATE TABLE jendela_laporan (
        id uuid CONSTRAINT pk_jendela_laporan PRIMARY KEY,
        ${instansi('jendela_laporan')},
        periode text NOT NULL,
        kegiatan_id uuid,
        CONSTRAINT fk_jendela_laporan_kegiatan FOREIGN KEY (kegiatan_id, instansi_id) REFERENCES kegiatan (id, instansi_id),
        tindakan text NOT NULL CONSTRAINT ck_jendela_laporan_tindakan CHECK (tindakan IN ('buka', 'kunci')),
        mulai date,
        batas date,
        alasan text,${oleh('jendela_laporan')},
        oleh_jabatan text,
        pada timestamptz NOT NULL,
        CONSTRAINT ck_jendela_laporan_masa CHECK (
          CASE tindakan WHEN 'buka' THEN mulai IS NOT NULL AND batas IS NOT NULL AND mulai <= batas ELSE mulai IS NULL AND batas IS NULL END)
      );
      CREATE INDEX ix_jendela_laporan_periode ON jendela_laporan (instansi_id, periode);
      CREATE INDEX ix_jendela_laporan_kegiatan ON jendela_laporan (kegiatan_id);
      CREATE INDEX ix_jendela_laporan_oleh ON jendela_laporan (oleh_id);

      ALTER TABLE slot ADD CONSTRAINT uq_slot_sekat UNIQUE (kegiatan_id, periode, instansi_id);

      CREATE TABLE laporan_slot (
        id uuid CONSTRAINT pk_laporan_slot PRIMARY KEY,
        ${instansi('laporan_slot')},
        kegiatan_id uuid NOT NULL,
        CONSTRAINT fk_laporan_slot_kegiatan FOREIGN KEY (kegiatan_id, instansi_id) REFERENCES kegiatan (id, instansi_id),
        periode text NOT NULL,
        CONSTRAINT fk_laporan_slot_slot FOREIGN KEY (kegiatan_id, periode, instansi_id) REFERENCES slot (kegiatan_id, periode, instansi_id),
        keadaan text NOT NULL CONSTRAINT ck_laporan_slot_keadaan
          CHECK (keadaan IN ('draf', 'diajukan', 'dikembalikan', 'terverifikasi', 'bukti_tidak_memadai')),
        putaran integer NOT NULL,
        versi integer NOT NULL,
        dibuat timestamptz NOT NULL,
        sejak timestamptz NOT NULL,
        CONSTRAINT ck_laporan_slot_putaran CHECK (putaran >= 0 AND (putaran > 0) = (keadaan <> 'draf')),
        CONSTRAINT uq_laporan_slot_sekat UNIQUE (id, instansi_id),
        CONSTRAINT uq_laporan_slot_slot UNIQUE (kegiatan_id, periode)
      );
      CREATE INDEX ix_laporan_slot_keadaan ON laporan_slot (instansi_id, keadaan, sejak);

      CREATE TABLE isian_laporan (
        ${laporan('isian_laporan')},
        instansi_id uuid NOT NULL,${bagian('isian_laporan')},
        medan text NOT NULL,
        nilai text NOT NULL,
        versi integer NOT NULL,${oleh('isian_laporan')},
        penulis uuid[] NOT NULL DEFAULT '{}',
        pada timestamptz NOT NULL,
        CONSTRAINT pk_isian_laporan PRIMARY KEY (laporan_id, bagian, medan)
      );
      CREATE INDEX ix_isian_laporan_unit ON isian_laporan (unit_id);
      CREATE INDEX ix_isian_laporan_oleh ON isian_laporan (oleh_id);

      CREATE TABLE pengajuan_laporan (
        id uuid CONSTRAINT pk_pengajuan_laporan PRIMARY KEY,
        ${instansi('pengajuan_laporan')},
        ${laporan('pengajuan_laporan')},
        putaran integer NOT NULL,
        nomor text NOT NULL,
        kunci_kirim text NOT NULL,
        status text NOT NULL CONSTRAINT ck_pengajuan_laporan_status CHECK (status IN ('belum', 'sebagian', 'sudah', 'tidak_dapat')),
        isi jsonb NOT NULL,
        sidik text NOT NULL,
        sama_dengan_lalu boolean NOT NULL,
        batas date,
        terlambat boolean NOT NULL,${oleh('pengajuan_laporan')},
        oleh_jabatan text,
        atas_nama text NOT NULL,
        atas_nama_jabatan text,
        penugasan_id uuid,
        CONSTRAINT fk_pengajuan_laporan_penugasan FOREIGN KEY (penugasan_id, instansi_id) REFERENCES penugasan (id, instansi_id),
        pada timestamptz NOT NULL,
        CONSTRAINT uq_pengajuan_laporan_sekat UNIQUE (id, instansi_id),
        CONSTRAINT uq_pengajuan_laporan_putaran UNIQUE (laporan_id, putaran),
        CONSTRAINT uq_pengajuan_laporan_kirim UNIQUE (laporan_id, kunci_kirim),
        CONSTRAINT uq_pengajuan_laporan_nomor UNIQUE (instansi_id, nomor)
      );
      CREATE INDEX ix_pengajuan_laporan_oleh ON pengajuan_laporan (oleh_id);
      CREATE INDEX ix_pengajuan_laporan_penugasan ON pengajuan_laporan (penugasan_id);

      CREATE TABLE putusan_laporan (
        id uuid CONSTRAINT pk_putusan_laporan PRIMARY KEY,
        ${instansi('putusan_laporan')},
        ${laporan('putusan_laporan')},
        pengajuan_id uuid NOT NULL,
        CONSTRAINT fk_putusan_laporan_pengajuan FOREIGN KEY (pengajuan_id, instansi_id) REFERENCES pengajuan_laporan (id, instansi_id),
        urutan integer NOT NULL,
        tindakan text NOT NULL CONSTRAINT ck_putusan_laporan_tindakan
          CHECK (tindakan IN ('verifikasi', 'kembalikan', 'nyatakanTidakMemadai', 'cabut', 'setujuiTidakDapat', 'tolakTidakDapat')),
        ke text NOT NULL CONSTRAINT ck_putusan_laporan_ke CHECK (ke IN ('diajukan', 'dikembalikan', 'terverifikasi', 'bukti_tidak_memadai')),
        alasan text,
        bukti jsonb NOT NULL,${oleh('putusan_laporan')},
        oleh_jabatan text,
        pada timestamptz NOT NULL,
        CONSTRAINT uq_putusan_laporan_sekat UNIQUE (id, instansi_id),
        CONSTRAINT uq_putusan_laporan_urutan UNIQUE (laporan_id, urutan)
      );
      CREATE INDEX ix_putusan_laporan_instansi ON putusan_laporan (instansi_id);
      CREATE INDEX ix_putusan_laporan_pengajuan ON putusan_laporan (pengajuan_id);
      CREATE INDEX ix_putusan_laporan_oleh ON putusan_laporan (oleh_id);

      CREATE TABLE komentar_laporan (
        id uuid CONSTRAINT pk_komentar_laporan PRIMARY KEY,
        ${instansi('komentar_laporan')},
        ${laporan('komentar_laporan')},
        isi text NOT NULL CONSTRAINT ck_komentar_laporan_isi CHECK (isi <> ''),${oleh('komentar_laporan')},
        oleh_jabatan text,
        pada timestamptz NOT NULL
      );
      CREATE INDEX ix_komentar_laporan_instansi ON komentar_laporan (instansi_id);
      CREATE INDEX ix_komentar_laporan_laporan ON komentar_laporan (laporan_id, pada);
      CREATE INDEX ix_komentar_laporan_oleh ON komentar_laporan (oleh_id);

      CREATE TABLE laporan_dibuka (
        ${laporan('laporan_dibuka')},
        instansi_id uuid NOT NULL,
        pengguna_id uuid NOT NULL CONSTRAINT fk_laporan_dibuka_pengguna REFERENCES pengguna,
        sesi_id uuid NOT NULL,
        versi integer NOT NULL,
        pada timestamptz NOT NULL,
        CONSTRAINT pk_laporan_dibuka PRIMARY KEY (laporan_id, pengguna_id)
      );
      CREATE INDEX ix_laporan_dibuka_instansi ON laporan_dibuka (instansi_id);
      CREATE INDEX ix_laporan_dibuka_pengguna ON laporan_dibuka (pengguna_id);

      CREATE TABLE serah_terima (
        id uuid CONSTRAINT pk_serah_terima PRIMARY KEY,
        ${instansi('serah_terima')},
        kegiatan_id uuid NOT NULL,
        CONSTRAINT fk_serah_terima_kegiatan FOREIGN KEY (kegiatan_id, instansi_id) REFERENCES kegiatan (id, instansi_id),
        putusan_id uuid NOT NULL,
        CONSTRAINT fk_serah_terima_putusan FOREIGN KEY (putusan_id, instansi_id) REFERENCES putusan_laporan (id, instansi_id),
        unit_id uuid NOT NULL,
        CONSTRAINT fk_serah_terima_unit FOREIGN KEY (unit_id, instansi_id) REFERENCES unit (id, instansi_id),
        mulai_periode text NOT NULL,
        alasan text NOT NULL,${oleh('serah_terima')},
        pada timestamptz NOT NULL
      );
      CREATE INDEX ix_serah_terima_instansi ON serah_terima (instansi_id);
      CREATE INDEX ix_serah_terima_kegiatan ON serah_terima (kegiatan_id, pada);
      CREATE INDEX ix_serah_terima_putusan ON serah_terima (putusan_id);
      CREATE INDEX ix_serah_terima_unit ON serah_terima (unit_id);
      CREATE INDEX ix_serah_terima_oleh ON serah_terima (oleh_id);

      CREATE OR REPLACE FUNCTION tolak_hapus_slot() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM realisasi WHERE kegiatan_id = OLD.kegiatan_id AND coalesce(periode, OLD.periode) = OLD.periode)
          AND NOT EXISTS (SELECT FROM laporan_slot WHERE kegiatan_id = OLD.kegiatan_id AND periode = OLD.periode) THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION 'Slot % yang sudah dilaporkan tidak dapat dihapus', OLD.periode USING ERRCODE = 'insufficient_privilege';
      END $$;`;
  }

  private bukti(): string {
    return `
      CREATE TABLE objek_berkas (
        ${instansi('objek_berkas')},
        sha256 text NOT NULL CONSTRAINT ck_objek_berkas_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        asal_sha256 text NOT NULL,
        kunci text NOT NULL,
        ukuran bigint NOT NULL,
        jenis text NOT NULL,
        lebar integer,
        tinggi integer,
        kunci_kecil text,
        waktu_foto text,
        lintang double precision,
        bujur double precision,
        dibuat timestamptz NOT NULL,
        CONSTRAINT pk_objek_berkas PRIMARY KEY (instansi_id, sha256)
      );
      CREATE INDEX ix_objek_berkas_asal ON objek_berkas (instansi_id, asal_sha256);
      CREATE UNIQUE INDEX uq_objek_berkas_kunci ON objek_berkas (kunci);

      CREATE TABLE telepon_unggah (
        id uuid CONSTRAINT pk_telepon_unggah PRIMARY KEY,
        ${instansi('telepon_unggah')},
        ${laporan('telepon_unggah')},${bagian('telepon_unggah')},
        token_sidik text NOT NULL,${oleh('telepon_unggah')},
        dibuat timestamptz NOT NULL,
        berakhir timestamptz NOT NULL,
        dicabut timestamptz,
        CONSTRAINT uq_telepon_unggah_sekat UNIQUE (id, instansi_id),
        CONSTRAINT uq_telepon_unggah_token UNIQUE (token_sidik)
      );
      CREATE INDEX ix_telepon_unggah_instansi ON telepon_unggah (instansi_id);
      CREATE INDEX ix_telepon_unggah_laporan ON telepon_unggah (laporan_id);
      CREATE INDEX ix_telepon_unggah_unit ON telepon_unggah (unit_id);
      CREATE INDEX ix_telepon_unggah_oleh ON telepon_unggah (oleh_id);

      CREATE TABLE bukti_laporan (
        id uuid CONSTRAINT pk_bukti_laporan PRIMARY KEY,
        ${instansi('bukti_laporan')},
        ${laporan('bukti_laporan')},${bagian('bukti_laporan')},
        diharapkan integer,
        jenis text NOT NULL CONSTRAINT ck_bukti_laporan_jenis CHECK (jenis IN ('tautan', 'foto', 'dokumen')),
        sha256 text,
        CONSTRAINT fk_bukti_laporan_objek FOREIGN KEY (instansi_id, sha256) REFERENCES objek_berkas (instansi_id, sha256),
        url text,
        nama text NOT NULL,
        keterangan text,
        tanggal text CONSTRAINT ck_bukti_laporan_tanggal CHECK (tanggal ~ '${TANGGAL}'),
        surat boolean NOT NULL,
        menggantikan_id uuid,
        CONSTRAINT fk_bukti_laporan_menggantikan FOREIGN KEY (menggantikan_id, instansi_id) REFERENCES bukti_laporan (id, instansi_id),
        cara text NOT NULL CONSTRAINT ck_bukti_laporan_cara CHECK (cara IN ('formulir', 'telepon')),${oleh('bukti_laporan')},
        pada timestamptz NOT NULL,
        dilepas timestamptz,
        CONSTRAINT uq_bukti_laporan_sekat UNIQUE (id, instansi_id),
        CONSTRAINT ck_bukti_laporan_isi CHECK (num_nonnulls(sha256, url) = 1 AND (url IS NOT NULL) = (jenis = 'tautan'))
      );
      CREATE INDEX ix_bukti_laporan_objek ON bukti_laporan (instansi_id, sha256);
      CREATE INDEX ix_bukti_laporan_laporan ON bukti_laporan (laporan_id, pada);
      CREATE INDEX ix_bukti_laporan_unit ON bukti_laporan (unit_id);
      CREATE INDEX ix_bukti_laporan_menggantikan ON bukti_laporan (menggantikan_id);
      CREATE INDEX ix_bukti_laporan_oleh ON bukti_laporan (oleh_id);

      CREATE TABLE unggahan (
        id uuid CONSTRAINT pk_unggahan PRIMARY KEY,
        ${instansi('unggahan')},
        ${laporan('unggahan')},${bagian('unggahan')},
        diharapkan integer,
        surat boolean NOT NULL,
        menggantikan_id uuid,
        CONSTRAINT fk_unggahan_menggantikan FOREIGN KEY (menggantikan_id, instansi_id) REFERENCES bukti_laporan (id, instansi_id),
        telepon_id uuid,
        CONSTRAINT fk_unggahan_telepon FOREIGN KEY (telepon_id, instansi_id) REFERENCES telepon_unggah (id, instansi_id),
        nama text NOT NULL,
        ukuran bigint NOT NULL,
        diterima bigint NOT NULL,
        kunci text NOT NULL,
        bukti_id uuid,
        CONSTRAINT fk_unggahan_bukti FOREIGN KEY (bukti_id, instansi_id) REFERENCES bukti_laporan (id, instansi_id),${oleh('unggahan')},
        mulai timestamptz NOT NULL,
        terakhir timestamptz NOT NULL,
        CONSTRAINT ck_unggahan_diterima CHECK (diterima BETWEEN 0 AND ukuran)
      );
      CREATE INDEX ix_unggahan_instansi ON unggahan (instansi_id);
      CREATE INDEX ix_unggahan_laporan ON unggahan (laporan_id);
      CREATE INDEX ix_unggahan_unit ON unggahan (unit_id);
      CREATE INDEX ix_unggahan_menggantikan ON unggahan (menggantikan_id);
      CREATE INDEX ix_unggahan_telepon ON unggahan (telepon_id);
      CREATE INDEX ix_unggahan_bukti ON unggahan (bukti_id);
      CREATE INDEX ix_unggahan_oleh ON unggahan (oleh_id);

      CREATE TABLE cek_tautan (
        id uuid CONSTRAINT pk_cek_tautan PRIMARY KEY,
        ${instansi('cek_tautan')},
        bukti_id uuid NOT NULL,
        CONSTRAINT fk_cek_tautan_bukti FOREIGN KEY (bukti_id, instansi_id) REFERENCES bukti_laporan (id, instansi_id),
        berhasil boolean NOT NULL,
        kode integer,
        alamat_akhir text,
        judul text,
        sha256 text,
        galat text,
        pada timestamptz NOT NULL
      );
      CREATE INDEX ix_cek_tautan_instansi ON cek_tautan (instansi_id);
      CREATE INDEX ix_cek_tautan_bukti ON cek_tautan (bukti_id, pada);

      -- One run of one schedule in one stretch of time, over all copies of the server.
      CREATE TABLE putaran_jadwal (
        nama text NOT NULL,
        ember text NOT NULL,
        mulai timestamptz NOT NULL,
        selesai timestamptz,
        CONSTRAINT pk_putaran_jadwal PRIMARY KEY (nama, ember)
      );`;
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP TABLE putaran_jadwal, cek_tautan, unggahan, bukti_laporan, telepon_unggah, objek_berkas, serah_terima, laporan_dibuka,
        komentar_laporan, putusan_laporan, pengajuan_laporan, isian_laporan, laporan_slot, jendela_laporan;
      ALTER TABLE slot DROP CONSTRAINT uq_slot_sekat;
      CREATE OR REPLACE FUNCTION tolak_hapus_slot() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM realisasi WHERE kegiatan_id = OLD.kegiatan_id AND coalesce(periode, OLD.periode) = OLD.periode) THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION 'Slot % yang sudah dilaporkan tidak dapat dihapus', OLD.periode USING ERRCODE = 'insufficient_privilege';
      END $$;`);
  }
}
