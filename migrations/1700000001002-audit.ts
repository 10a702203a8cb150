import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sebagaiPemilik, sqlHanyaTambah } from './sekat-tabel';

/**
 * The audit: rows that are only ever added, tied to each other by their hashes, one chain an agency and one (nil uuid) of the
 * installation. `audit_rantai` holds the length and last hash of each chain, so that a cut end is found as well as a hole. Numbers and
 * hashes are the database's business: the application can neither choose nor change them.
 */
export class Audit1700000001002 implements MigrationInterface {
  name = 'Audit1700000001002';

  async up(q: QueryRunner): Promise<void> {
    // Named in full: what runs with the owner's rights must not find a table of the caller's making under the same name.
    const [{ jalur }] = (await q.query(`SELECT quote_ident(current_schema()) || ', pg_temp' AS jalur`)) as [{ jalur: string }];
    await q.query(`
      CREATE TABLE audit_rantai (
        id uuid CONSTRAINT pk_audit_rantai PRIMARY KEY,
        instansi_id uuid CONSTRAINT fk_audit_rantai_instansi REFERENCES instansi,
        jumlah integer NOT NULL CONSTRAINT ck_audit_rantai_jumlah CHECK (jumlah >= 0),
        sidik text NOT NULL
      );
      CREATE UNIQUE INDEX uq_audit_rantai_instansi ON audit_rantai (instansi_id);

      CREATE TABLE audit (
        rantai_id uuid NOT NULL CONSTRAINT fk_audit_rantai REFERENCES audit_rantai,
        nomor integer NOT NULL,
        instansi_id uuid CONSTRAINT fk_audit_instansi REFERENCES instansi,
        waktu timestamptz NOT NULL,
        peristiwa text NOT NULL,
        pengguna_id uuid,
        nama text NOT NULL,
        jabatan text,
        peran text[] NOT NULL,
        sasaran_jenis text NOT NULL,
        sasaran_id text,
        sasaran_nama text NOT NULL,
        sebelum jsonb,
        sesudah jsonb,
        alasan text,
        ip text,
        agen text,
        sidik_lalu text NOT NULL,
        sidik text NOT NULL,
        CONSTRAINT pk_audit PRIMARY KEY (rantai_id, nomor)
      );
      CREATE INDEX ix_audit_instansi ON audit (instansi_id, waktu);`);
    await sebagaiPemilik(q, ['instansi'], () =>
      q.query(`
        INSERT INTO audit_rantai (id, instansi_id, jumlah, sidik)
          SELECT id, id, 0, repeat('0', 64) FROM instansi
          UNION ALL SELECT '00000000-0000-0000-0000-000000000000', NULL, 0, repeat('0', 64)`),
    );
    await q.query(`
      CREATE FUNCTION audit_bagian(isi text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN CASE WHEN isi IS NULL THEN '-' ELSE octet_length(isi) || ':' || isi END;

      -- The text that is hashed: the entry before, then every column with its length, so that no two contents give one text.
      CREATE FUNCTION audit_naskah(a audit) RETURNS text LANGUAGE sql STABLE RETURN concat_ws(E'\\n',
        a.sidik_lalu, audit_bagian(a.rantai_id::text), audit_bagian(a.nomor::text), audit_bagian(a.instansi_id::text),
        audit_bagian(to_char(a.waktu AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')),
        audit_bagian(a.peristiwa), audit_bagian(a.pengguna_id::text), audit_bagian(a.nama), audit_bagian(a.jabatan),
        audit_bagian(array_to_json(a.peran)::text), audit_bagian(a.sasaran_jenis), audit_bagian(a.sasaran_id),
        audit_bagian(a.sasaran_nama), audit_bagian(a.sebelum::text), audit_bagian(a.sesudah::text), audit_bagian(a.alasan),
        audit_bagian(a.ip), audit_bagian(a.agen));

      -- The owner's rights: the application may add entries, not touch the chains. The lock makes the acts of one agency take turns.
      CREATE FUNCTION audit_sambung() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${jalur} AS $$
      DECLARE kepala audit_rantai;
      BEGIN
        NEW.rantai_id := coalesce(NEW.instansi_id, '00000000-0000-0000-0000-000000000000');
        PERFORM pg_advisory_xact_lock(hashtextextended('tuntas/audit/' || NEW.rantai_id, 0));
        SELECT * INTO kepala FROM audit_rantai WHERE id = NEW.rantai_id FOR UPDATE;
        IF NOT FOUND THEN RAISE EXCEPTION 'Rantai audit % tidak ada', NEW.rantai_id; END IF;
        NEW.nomor := kepala.jumlah + 1;
        NEW.sidik_lalu := kepala.sidik;
        NEW.sidik := encode(sha256(convert_to(audit_naskah(NEW), 'UTF8')), 'hex');
        UPDATE audit_rantai SET jumlah = NEW.nomor, sidik = NEW.sidik WHERE id = NEW.rantai_id;
        RETURN NEW;
      END $$;
      CREATE TRIGGER audit_sambung BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION audit_sambung();
      ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_sambung;

      CREATE FUNCTION audit_rantai_mulai() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${jalur} AS $$
      BEGIN
        INSERT INTO audit_rantai (id, instansi_id, jumlah, sidik) VALUES (NEW.id, NEW.id, 0, repeat('0', 64));
        RETURN NULL;
      END $$;
      CREATE TRIGGER audit_rantai_mulai AFTER INSERT ON instansi FOR EACH ROW EXECUTE FUNCTION audit_rantai_mulai();

      CREATE FUNCTION tolak_ubah() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'Tabel % hanya dapat ditambah', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
      END $$;

      CREATE FUNCTION audit_rantai_maju() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.id = OLD.id AND NEW.instansi_id IS NOT DISTINCT FROM OLD.instansi_id AND NEW.jumlah = OLD.jumlah + 1 THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'Tabel % hanya dapat ditambah', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER audit_rantai_maju BEFORE UPDATE ON audit_rantai FOR EACH ROW EXECUTE FUNCTION audit_rantai_maju();
      ALTER TABLE audit_rantai ENABLE ALWAYS TRIGGER audit_rantai_maju;`);
    await q.query(sqlHanyaTambah('audit', 'UPDATE OR DELETE OR TRUNCATE'));
    await q.query(sqlHanyaTambah('audit_rantai', 'DELETE OR TRUNCATE'));
    await q.query(sqlHanyaTambah('aturan_realisasi'));
    await q.query(`
      ALTER TABLE audit ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY sekat_audit_lihat ON audit FOR SELECT USING (
        instansi_id IN (SELECT unnest(tuntas_instansi())) OR (instansi_id IS NULL AND (SELECT tuntas_operator())));
      -- Signing in and its like happen before anybody is known.
      CREATE POLICY sekat_audit_tambah ON audit FOR INSERT WITH CHECK (
        instansi_id IN (SELECT unnest(tuntas_instansi())) OR instansi_id IS NULL);

      -- A length and a hash of the installation's chain tell nothing; those of an agency are the agency's.
      ALTER TABLE audit_rantai ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY sekat_audit_rantai ON audit_rantai
        USING (instansi_id IN (SELECT unnest(tuntas_instansi())) OR instansi_id IS NULL);
      CREATE POLICY sekat_audit_rantai_mulai ON audit_rantai FOR INSERT WITH CHECK (true);`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      DROP TRIGGER audit_rantai_mulai ON instansi;
      DROP TRIGGER aturan_realisasi_tetap ON aturan_realisasi;
      DROP FUNCTION audit_naskah(audit);
      DROP TABLE audit, audit_rantai;
      DROP FUNCTION audit_sambung(), audit_rantai_mulai(), audit_rantai_maju(), tolak_ubah(), audit_bagian(text)`);
  }
}
