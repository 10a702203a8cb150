import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sebagaiPemilik, sqlHanyaTambah, sqlSekat } from './sekat-tabel';

const TABEL = [
  ...['riwayat_rencana', 'rencana_awal', 'prioritas_dilewati', 'bukti_diharapkan', 'kelompok_unit', 'anggota_kelompok'],
  ...['usulan_adendum', 'adendum', 'slot'],
] as const;

/** History: what was decided is never written over. */
const TETAP = ['riwayat_rencana', 'rencana_awal', 'adendum'] as const;

/** Read by the move of existing plans. */
const DIBACA = ['rencana', 'prioritas', 'kegiatan', 'penanggung_jawab', 'survei', 'unit', 'instansi'] as const;

/** First month of a schedule's period within its year, months it covers, months of one slot of the plan. */
const PERIODE = `
  SELECT k.id, k.instansi_id, j.kode, left(j.kode, 4)::int AS tahun,
    CASE WHEN j.kode ~ '-S' THEN (right(j.kode, 1)::int - 1) * 6 WHEN j.kode ~ '-TW' THEN (right(j.kode, 1)::int - 1) * 3
         WHEN j.kode ~ '-' THEN right(j.kode, 2)::int - 1 ELSE 0 END AS awal,
    CASE WHEN j.kode ~ '-S' THEN 6 WHEN j.kode ~ '-TW' THEN 3 WHEN j.kode ~ '-' THEN 1 ELSE 12 END AS panjang,
    CASE r.satuan_jadwal WHEN 'triwulan' THEN 3 ELSE 1 END AS langkah
  FROM kegiatan k JOIN rencana r ON r.id = k.rencana_id, unnest(k.jadwal) AS j (kode)
  WHERE r.status = 'ditetapkan'`;

/** The life of a plan: who decided what, the plan as it was first decided, its addenda, its slots; two editors at once. */
export class Rencana1700000003001 implements MigrationInterface {
  name = 'Rencana1700000003001';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE rencana
        ADD versi integer NOT NULL DEFAULT 1,
        ADD nomor_kegiatan integer NOT NULL DEFAULT 0 CONSTRAINT ck_rencana_nomor CHECK (nomor_kegiatan >= 0),
        ADD asal_rencana_id uuid,
        ADD CONSTRAINT fk_rencana_asal FOREIGN KEY (asal_rencana_id, instansi_id) REFERENCES rencana (id, instansi_id);
      CREATE INDEX ix_rencana_asal ON rencana (asal_rencana_id);

      ALTER TABLE prioritas
        ADD versi integer NOT NULL DEFAULT 1,
        ADD asal text CONSTRAINT ck_prioritas_asal CHECK (asal IN ('unsur', 'saran', 'bebas')),
        DROP CONSTRAINT uq_prioritas_no,
        ADD CONSTRAINT uq_prioritas_no UNIQUE (rencana_id, no) DEFERRABLE INITIALLY DEFERRED;

      ALTER TABLE kegiatan
        ADD versi integer NOT NULL DEFAULT 1,
        ADD keadaan text NOT NULL DEFAULT 'berlaku' CONSTRAINT ck_kegiatan_keadaan CHECK (keadaan IN ('berlaku', 'dibatalkan', 'diganti')),
        ADD unsur text[],
        ADD diubah_nama text,
        ADD diubah_pada timestamptz,
        ADD asal_kegiatan_id uuid,
        ADD CONSTRAINT fk_kegiatan_asal FOREIGN KEY (asal_kegiatan_id, instansi_id) REFERENCES kegiatan (id, instansi_id);
      CREATE INDEX ix_kegiatan_asal ON kegiatan (asal_kegiatan_id);

      CREATE TABLE riwayat_rencana (
        id uuid CONSTRAINT pk_riwayat_rencana PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_riwayat_rencana_instansi REFERENCES instansi,
        rencana_id uuid NOT NULL,
        CONSTRAINT fk_riwayat_rencana_rencana FOREIGN KEY (rencana_id, instansi_id) REFERENCES rencana (id, instansi_id),
        nomor integer NOT NULL,
        tindakan text NOT NULL CONSTRAINT ck_riwayat_rencana_tindakan CHECK (tindakan IN ('ajukan', 'kembalikan', 'tetapkan')),
        alasan text CONSTRAINT ck_riwayat_rencana_alasan CHECK (tindakan <> 'kembalikan' OR alasan <> ''),
        oleh_id uuid CONSTRAINT fk_riwayat_rencana_oleh REFERENCES pengguna,
        oleh_nama text NOT NULL,
        oleh_jabatan text,
        pada timestamptz NOT NULL,
        CONSTRAINT uq_riwayat_rencana_nomor UNIQUE (rencana_id, nomor)
      );
      CREATE INDEX ix_riwayat_rencana_instansi ON riwayat_rencana (instansi_id);
      CREATE INDEX ix_riwayat_rencana_oleh ON riwayat_rencana (oleh_id);

      CREATE TABLE rencana_awal (
        id uuid CONSTRAINT pk_rencana_awal PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_rencana_awal_instansi REFERENCES instansi,
        rencana_id uuid NOT NULL,
        CONSTRAINT fk_rencana_awal_rencana FOREIGN KEY (rencana_id, instansi_id) REFERENCES rencana (id, instansi_id),
        nomor integer NOT NULL,
        sumber text NOT NULL CONSTRAINT ck_rencana_awal_sumber CHECK (sumber IN ('tetapkan', 'impor')),
        isi jsonb NOT NULL,
        bukti_diharapkan jsonb NOT NULL,
        pada timestamptz NOT NULL,
        CONSTRAINT uq_rencana_awal_nomor UNIQUE (rencana_id, nomor)
      );
      CREATE INDEX ix_rencana_awal_instansi ON rencana_awal (instansi_id);

      CREATE TABLE prioritas_dilewati (
        id uuid CONSTRAINT pk_prioritas_dilewati PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_prioritas_dilewati_instansi REFERENCES instansi,
        rencana_id uuid NOT NULL,
        CONSTRAINT fk_prioritas_dilewati_rencana FOREIGN KEY (rencana_id, instansi_id) REFERENCES rencana (id, instansi_id),
        unsur text NOT NULL,
        alasan text NOT NULL CONSTRAINT ck_prioritas_dilewati_alasan CHECK (alasan <> ''),
        CONSTRAINT uq_prioritas_dilewati_unsur UNIQUE (rencana_id, unsur)
      );
      CREATE INDEX ix_prioritas_dilewati_instansi ON prioritas_dilewati (instansi_id);

      CREATE TABLE bukti_diharapkan (
        kegiatan_id uuid NOT NULL,
        instansi_id uuid NOT NULL,
        CONSTRAINT fk_bukti_diharapkan_kegiatan FOREIGN KEY (kegiatan_id, instansi_id) REFERENCES kegiatan (id, instansi_id),
        urutan integer NOT NULL,
        periode text,
        jenis text NOT NULL CONSTRAINT ck_bukti_diharapkan_jenis CHECK (jenis IN ('tautan', 'foto', 'dokumen')),
        uraian text NOT NULL,
        CONSTRAINT pk_bukti_diharapkan PRIMARY KEY (kegiatan_id, urutan)
      );

      CREATE TABLE kelompok_unit (
        id uuid CONSTRAINT pk_kelompok_unit PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_kelompok_unit_instansi REFERENCES instansi,
        nama text NOT NULL,
        CONSTRAINT uq_kelompok_unit_sekat UNIQUE (id, instansi_id),
        CONSTRAINT uq_kelompok_unit_nama UNIQUE (instansi_id, nama)
      );

      CREATE TABLE anggota_kelompok (
        kelompok_id uuid NOT NULL,
        instansi_id uuid NOT NULL,
        CONSTRAINT fk_anggota_kelompok_kelompok FOREIGN KEY (kelompok_id, instansi_id) REFERENCES kelompok_unit (id, instansi_id),
        unit_id uuid NOT NULL,
        CONSTRAINT fk_anggota_kelompok_unit FOREIGN KEY (unit_id, instansi_id) REFERENCES unit (id, instansi_id),
        CONSTRAINT pk_anggota_kelompok PRIMARY KEY (kelompok_id, unit_id)
      );
      CREATE INDEX ix_anggota_kelompok_unit ON anggota_kelompok (unit_id);

      CREATE TABLE usulan_adendum (
        id uuid CONSTRAINT pk_usulan_adendum PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_usulan_adendum_instansi REFERENCES instansi,
        rencana_id uuid NOT NULL,
        CONSTRAINT fk_usulan_adendum_rencana FOREIGN KEY (rencana_id, instansi_id) REFERENCES rencana (id, instansi_id),
        jenis text NOT NULL CONSTRAINT ck_usulan_adendum_jenis CHECK (jenis IN ('tambahan', 'diganti', 'dibatalkan', 'digeser')),
        kegiatan_id uuid,
        CONSTRAINT fk_usulan_adendum_kegiatan FOREIGN KEY (kegiatan_id, instansi_id) REFERENCES kegiatan (id, instansi_id),
        versi_kegiatan integer,
        isi jsonb NOT NULL,
        alasan text NOT NULL CONSTRAINT ck_usulan_adendum_alasan CHECK (alasan <> ''),
        keadaan text NOT NULL CONSTRAINT ck_usulan_adendum_keadaan CHECK (keadaan IN ('menunggu', 'disetujui', 'ditolak')),
        oleh_id uuid CONSTRAINT fk_usulan_adendum_oleh REFERENCES pengguna,
        oleh_nama text NOT NULL,
        oleh_jabatan text,
        pada timestamptz NOT NULL,
        diputus_nama text,
        diputus_jabatan text,
        diputus_pada timestamptz,
        alasan_putusan text,
        CONSTRAINT uq_usulan_adendum_sekat UNIQUE (id, instansi_id),
        CONSTRAINT ck_usulan_adendum_kegiatan_ada CHECK ((jenis = 'tambahan') = (kegiatan_id IS NULL)),
        CONSTRAINT ck_usulan_adendum_putusan CHECK ((keadaan = 'menunggu') = (diputus_pada IS NULL)),
        CONSTRAINT ck_usulan_adendum_ditolak CHECK (keadaan <> 'ditolak' OR alasan_putusan <> '')
      );
      CREATE INDEX ix_usulan_adendum_instansi ON usulan_adendum (instansi_id);
      CREATE INDEX ix_usulan_adendum_rencana ON usulan_adendum (rencana_id);
      CREATE INDEX ix_usulan_adendum_kegiatan ON usulan_adendum (kegiatan_id);
      CREATE INDEX ix_usulan_adendum_oleh ON usulan_adendum (oleh_id);

      CREATE TABLE adendum (
        id uuid CONSTRAINT pk_adendum PRIMARY KEY,
        instansi_id uuid NOT NULL CONSTRAINT fk_adendum_instansi REFERENCES instansi,
        rencana_id uuid NOT NULL,
        CONSTRAINT fk_adendum_rencana FOREIGN KEY (rencana_id, instansi_id) REFERENCES rencana (id, instansi_id),
        usulan_id uuid NOT NULL,
        CONSTRAINT fk_adendum_usulan FOREIGN KEY (usulan_id, instansi_id) REFERENCES usulan_adendum (id, instansi_id),
        nomor integer NOT NULL,
        jenis text NOT NULL CONSTRAINT ck_adendum_jenis CHECK (jenis IN ('tambahan', 'diganti', 'dibatalkan', 'digeser')),
        kegiatan text NOT NULL,
        isi jsonb NOT NULL,
        alasan text NOT NULL,
        tanggal date NOT NULL,
        penyetuju_nama text NOT NULL,
        penyetuju_jabatan text,
        oleh_nama text NOT NULL,
        oleh_jabatan text,
        pada timestamptz NOT NULL,
        CONSTRAINT uq_adendum_nomor UNIQUE (rencana_id, nomor)
      );
      CREATE INDEX ix_adendum_instansi ON adendum (instansi_id);
      CREATE UNIQUE INDEX uq_adendum_usulan ON adendum (usulan_id);

      CREATE TABLE slot (
        kegiatan_id uuid NOT NULL,
        instansi_id uuid NOT NULL,
        CONSTRAINT fk_slot_kegiatan FOREIGN KEY (kegiatan_id, instansi_id) REFERENCES kegiatan (id, instansi_id),
        periode text NOT NULL,
        CONSTRAINT pk_slot PRIMARY KEY (kegiatan_id, periode)
      );

      -- Every write of a row is another version of it, whoever writes; only a new place in the order or the next number is none.
      CREATE FUNCTION naik_versi() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE bukan_isi text[] := '{versi,urutan,nomor_kegiatan}';
      BEGIN
        NEW.versi := OLD.versi;
        IF NEW IS NOT DISTINCT FROM OLD OR to_jsonb(NEW) - bukan_isi <> to_jsonb(OLD) - bukan_isi THEN
          NEW.versi := OLD.versi + 1;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER rencana_versi BEFORE UPDATE ON rencana FOR EACH ROW EXECUTE FUNCTION naik_versi();
      CREATE TRIGGER prioritas_versi BEFORE UPDATE ON prioritas FOR EACH ROW EXECUTE FUNCTION naik_versi();
      CREATE TRIGGER kegiatan_versi BEFORE UPDATE ON kegiatan FOR EACH ROW EXECUTE FUNCTION naik_versi();

      -- Rows of a plan go while it is a draf, never after.
      CREATE FUNCTION tolak_hapus_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM rencana WHERE id = OLD.rencana_id AND status = 'draf') THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'Baris % dari rencana yang bukan draf tidak dapat dihapus', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER prioritas_hapus BEFORE DELETE ON prioritas FOR EACH ROW EXECUTE FUNCTION tolak_hapus_tetap();
      CREATE TRIGGER kegiatan_hapus BEFORE DELETE ON kegiatan FOR EACH ROW EXECUTE FUNCTION tolak_hapus_tetap();

      -- What was reported on stays reported on.
      CREATE FUNCTION tolak_hapus_slot() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM realisasi WHERE kegiatan_id = OLD.kegiatan_id AND coalesce(periode, OLD.periode) = OLD.periode) THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION 'Slot % yang sudah dilaporkan tidak dapat dihapus', OLD.periode USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER slot_hapus BEFORE DELETE ON slot FOR EACH ROW EXECUTE FUNCTION tolak_hapus_slot();
    `);
    await sebagaiPemilik(q, DIBACA, () => this.pindahkan(q));
    for (const tabel of TETAP) await q.query(sqlHanyaTambah(tabel));
    for (const tabel of TABEL) await q.query(sqlSekat(tabel));
  }

  /** Plans that are ditetapkan already: as they stand they are the plan awal, and every scheduled period is a slot. */
  private async pindahkan(q: QueryRunner): Promise<void> {
    await q.query(`
      INSERT INTO rencana_awal (id, instansi_id, rencana_id, nomor, sumber, isi, bukti_diharapkan, pada)
      SELECT gen_random_uuid(), r.instansi_id, r.id, 1, 'impor', jsonb_strip_nulls(jsonb_build_object(
        'kode', r.kode, 'judul', r.judul, 'survei', (SELECT kode FROM survei WHERE id = r.survei_id),
        'periode', CASE WHEN r.periode_jenis IS NOT NULL AND r.periode_tahun IS NOT NULL THEN
          jsonb_build_object('jenis', r.periode_jenis, 'tahun', r.periode_tahun, 'ke', r.periode_ke) END,
        'satuanJadwal', r.satuan_jadwal, 'status', r.status,
        'prioritas', coalesce((SELECT jsonb_agg(jsonb_build_object(
          'no', p.no, 'judul', p.judul, 'program', p.program, 'unsur', p.unsur, 'alasan', p.alasan,
          'kegiatan', coalesce((SELECT jsonb_agg(jsonb_build_object(
            'kode', k.kode, 'uraian', k.uraian, 'survei', (SELECT kode FROM survei WHERE id = k.survei_id), 'jadwal', k.jadwal,
            'keluaran', k.keluaran, 'indikator', k.indikator,
            'penanggungJawab', coalesce((SELECT jsonb_agg(
                CASE WHEN j.unit_id IS NULL THEN jsonb_build_object('kelompok', j.kelompok)
                     ELSE jsonb_build_object('unit', (SELECT kode FROM unit WHERE id = j.unit_id)) END ORDER BY j.urutan)
              FROM penanggung_jawab j WHERE j.kegiatan_id = k.id), '[]')) ORDER BY k.urutan, k.kode)
            FROM kegiatan k WHERE k.prioritas_id = p.id), '[]')) ORDER BY p.urutan, p.no)
          FROM prioritas p WHERE p.rencana_id = r.id), '[]'))), '{}', now()
      FROM rencana r WHERE r.status = 'ditetapkan'`);
    await q.query(`
      INSERT INTO slot (kegiatan_id, instansi_id, periode)
      SELECT DISTINCT x.id, x.instansi_id, CASE
          WHEN x.panjang <= x.langkah THEN x.kode
          WHEN x.langkah = 3 THEN x.tahun || '-TW' || b.ke / 3 + 1
          ELSE x.tahun || '-' || lpad((b.ke + 1)::text, 2, '0') END
      FROM (${PERIODE}) x, generate_series(x.awal, x.awal + x.panjang - 1, greatest(x.langkah, 1)) AS b (ke)
      WHERE x.panjang > x.langkah OR b.ke = x.awal`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP TABLE slot, adendum, usulan_adendum, anggota_kelompok, kelompok_unit, bukti_diharapkan, prioritas_dilewati, rencana_awal,
        riwayat_rencana;
      DROP TRIGGER rencana_versi ON rencana;
      DROP TRIGGER prioritas_versi ON prioritas;
      DROP TRIGGER kegiatan_versi ON kegiatan;
      DROP TRIGGER prioritas_hapus ON prioritas;
      DROP TRIGGER kegiatan_hapus ON kegiatan;
      DROP FUNCTION naik_versi(), tolak_hapus_tetap(), tolak_hapus_slot();
      ALTER TABLE kegiatan DROP asal_kegiatan_id, DROP diubah_nama, DROP diubah_pada, DROP unsur, DROP keadaan, DROP versi;
      ALTER TABLE prioritas DROP asal, DROP versi, DROP CONSTRAINT uq_prioritas_no,
        ADD CONSTRAINT uq_prioritas_no UNIQUE (rencana_id, no);
      ALTER TABLE rencana DROP asal_rencana_id, DROP nomor_kegiatan, DROP versi;
    `);
  }
}
