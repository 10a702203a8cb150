import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dry runs that nobody applied go when they are old; one that was applied is what the plan was changed by, and stays. */
export class SapuUji1700000003022 implements MigrationInterface {
  name = 'SapuUji1700000003022';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE FUNCTION tolak_hapus_uji() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.keadaan = 'menunggu' THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'Hasil uji yang sudah diterapkan tidak dapat dihapus' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER uji_buku_hapus BEFORE DELETE ON uji_buku FOR EACH ROW EXECUTE FUNCTION tolak_hapus_uji();
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TRIGGER uji_buku_hapus ON uji_buku; DROP FUNCTION tolak_hapus_uji()');
  }
}
