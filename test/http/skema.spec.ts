import { bukaBasisDataUji, type BasisDataUji } from '../support/basisdata';

let uji: BasisDataUji;

beforeAll(async () => {
  uji = await bukaBasisDataUji();
});

afterAll(() => uji.tutup());

it('the migrations give exactly the schema of the entities; CHECKs are theirs alone', async () => {
  const { upQueries, downQueries } = await uji.sumber.driver.createSchemaBuilder().log();
  const beda = [...upQueries, ...downQueries].map((q) => q.query).filter((q) => !/ (ADD|DROP) CONSTRAINT "ck_/.test(q));
  expect(beda).toEqual([]);
});

it('every foreign key has an index that begins with its column', async () => {
  const tanpa = await uji.sumber.query<{ kunci: string }[]>(`
    SELECT c.conname AS kunci FROM pg_constraint c
    WHERE c.contype = 'f' AND NOT EXISTS (
      SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])`);
  expect(tanpa.map((t) => t.kunci)).toEqual([]);
});

it('the last migration goes down and up again', async () => {
  const sidik = (): Promise<unknown> =>
    uji.sumber.query(`
      SELECT table_name::text AS tabel, column_name::text AS nama, data_type || ' ' || is_nullable AS isi FROM information_schema.columns
        WHERE table_schema = 'public'
      UNION ALL SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
      UNION ALL SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace
      ORDER BY 1, 2, 3`);
  const sebelum = await sidik();
  await uji.sumber.undoLastMigration();
  expect(await sidik()).not.toEqual(sebelum);
  await uji.sumber.runMigrations();
  expect(await sidik()).toEqual(sebelum);
});
