import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlBukaSekat, sqlSekat } from './sekat-tabel';

/** Tables that others point to, and must not be pointed to across agencies. */
const INDUK = ['unit', 'survei', 'rencana', 'prioritas', 'kegiatan', 'realisasi'] as const;

/** Tables that had their agency only through a parent: table, column, parent. */
const ANAK = [
  ['survei_unsur', 'survei_id', 'survei'],
  ['survei_layanan', 'survei_id', 'survei'],
  ['respons', 'survei_id', 'survei'],
  ['penanggung_jawab', 'kegiatan_id', 'kegiatan'],
  ['bukti', 'realisasi_id', 'realisasi'],
] as const;

/** Every reference within an agency: table, constraint, column, parent, more. */
const RUJUKAN = [
  ['unit', 'fk_unit_induk', 'induk_id', 'unit', 'DEFERRABLE INITIALLY DEFERRED'],
  ['survei_unsur', 'fk_survei_unsur_survei', 'survei_id', 'survei', ''],
  ['survei_layanan', 'fk_survei_layanan_survei', 'survei_id', 'survei', ''],
  ['survei_layanan', 'fk_survei_layanan_unit', 'unit_id', 'unit', ''],
  ['respons', 'fk_respons_survei', 'survei_id', 'survei', ''],
  ['rencana', 'fk_rencana_survei', 'survei_id', 'survei', ''],
  ['prioritas', 'fk_prioritas_rencana', 'rencana_id', 'rencana', ''],
  ['kegiatan', 'fk_kegiatan_rencana', 'rencana_id', 'rencana', ''],
  ['kegiatan', 'fk_kegiatan_prioritas', 'prioritas_id', 'prioritas', ''],
  ['kegiatan', 'fk_kegiatan_survei', 'survei_id', 'survei', ''],
  ['penanggung_jawab', 'fk_penanggung_jawab_kegiatan', 'kegiatan_id', 'kegiatan', ''],
  ['penanggung_jawab', 'fk_penanggung_jawab_unit', 'unit_id', 'unit', ''],
  ['realisasi', 'fk_realisasi_kegiatan', 'kegiatan_id', 'kegiatan', ''],
  ['bukti', 'fk_bukti_realisasi', 'realisasi_id', 'realisasi', ''],
  ['laporan', 'fk_laporan_rencana', 'rencana_id', 'rencana', ''],
] as const;

const TABEL = [
  ...['aturan_realisasi', 'unit', 'instrumen', 'survei', 'survei_unsur', 'survei_layanan', 'respons', 'rencana'],
  ...['prioritas', 'kegiatan', 'penanggung_jawab', 'realisasi', 'bukti', 'laporan'],
];

/**
 * Row-level security on the agency, the last wall. Every row carries its agency, a reference cannot leave it (foreign keys look past
 * row-level security, so the agency is part of them), and without a context nothing is visible.
 */
export class SekatInstansi1700000001001 implements MigrationInterface {
  name = 'SekatInstansi1700000001001';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE FUNCTION tuntas_instansi() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
        RETURN coalesce(nullif(current_setting('tuntas.instansi', true), '')::uuid[], '{}');
      CREATE FUNCTION tuntas_pengguna() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        RETURN nullif(current_setting('tuntas.pengguna', true), '')::uuid;
      CREATE FUNCTION tuntas_operator() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        RETURN coalesce(current_setting('tuntas.operator', true), '') = 'ya';`);
    for (const [tabel, kolom, induk] of ANAK) {
      await q.query(`ALTER TABLE ${tabel} ADD COLUMN instansi_id uuid`);
      await q.query(`UPDATE ${tabel} a SET instansi_id = i.instansi_id FROM ${induk} i WHERE i.id = a.${kolom}`);
      await q.query(`ALTER TABLE ${tabel} ALTER COLUMN instansi_id SET NOT NULL`);
    }
    for (const tabel of INDUK) await q.query(`ALTER TABLE ${tabel} ADD CONSTRAINT uq_${tabel}_sekat UNIQUE (id, instansi_id)`);
    for (const [tabel, nama, kolom, induk, lagi] of RUJUKAN) {
      await q.query(`ALTER TABLE ${tabel} DROP CONSTRAINT ${nama},
        ADD CONSTRAINT ${nama} FOREIGN KEY (${kolom}, instansi_id) REFERENCES ${induk} (id, instansi_id) ${lagi}`);
    }
    await q.query(`
      ALTER TABLE instansi ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY sekat_instansi ON instansi
        USING (id IN (SELECT unnest(tuntas_instansi()))) WITH CHECK (id IN (SELECT unnest(tuntas_instansi())));
      CREATE POLICY sekat_instansi_lihat ON instansi FOR SELECT USING ((SELECT tuntas_operator()));
      CREATE POLICY sekat_instansi_buat ON instansi FOR INSERT WITH CHECK ((SELECT tuntas_operator()));`);
    for (const tabel of TABEL) await q.query(sqlSekat(tabel));
    // A million answers of one agency: here the list is short and the rows are many, and a comparison beats a hash (103 to 132 ms).
    await q.query(`ALTER POLICY sekat_respons ON respons
      USING (instansi_id = ANY ((SELECT tuntas_instansi())::uuid[])) WITH CHECK (instansi_id = ANY ((SELECT tuntas_instansi())::uuid[]))`);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const tabel of TABEL) await q.query(sqlBukaSekat(tabel));
    await q.query(`
      DROP POLICY sekat_instansi_buat ON instansi;
      DROP POLICY sekat_instansi_lihat ON instansi;
      DROP POLICY sekat_instansi ON instansi;
      ALTER TABLE instansi NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;`);
    for (const [tabel, nama, kolom, induk, lagi] of RUJUKAN) {
      await q.query(
        `ALTER TABLE ${tabel} DROP CONSTRAINT ${nama}, ADD CONSTRAINT ${nama} FOREIGN KEY (${kolom}) REFERENCES ${induk} ${lagi}`,
      );
    }
    for (const tabel of INDUK) await q.query(`ALTER TABLE ${tabel} DROP CONSTRAINT uq_${tabel}_sekat`);
    for (const [tabel] of ANAK) await q.query(`ALTER TABLE ${tabel} DROP COLUMN instansi_id`);
    await q.query('DROP FUNCTION tuntas_instansi(), tuntas_pengguna(), tuntas_operator()');
  }
}
