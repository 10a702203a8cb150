import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { bukaBasisDataUji, type BasisDataUji } from '../support/basisdata';
import { buatInstansiUji, type InstansiUji } from '../support/dua-instansi';

/*
 * What may hold only once at a time (a name, a holder of a post, a role) cannot be written twice, however many try at once. The
 * constraints come from the catalogue; each is tried with the application's own role.
 */

let uji: BasisDataUji;
let satu: InstansiUji;
const klien: Client[] = [];

interface Aturan {
  readonly nama: string;
  readonly tabel: string;
}
let aturan: Aturan[];

beforeAll(async () => {
  uji = await bukaBasisDataUji();
  satu = await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'SATU');
  for (let i = 0; i < 6; i += 1) {
    const baru = new Client({ connectionString: uji.urlAplikasi });
    await baru.connect();
    klien.push(baru);
  }
  aturan = await uji.sumber.query<Aturan[]>(
    `SELECT conname AS nama, conrelid::regclass::text AS tabel FROM pg_constraint WHERE contype = 'x' ORDER BY 1`,
  );
});

afterAll(async () => {
  for (const satuKlien of klien) await satuKlien.end();
  await uji.tutup();
});

let tahun = 2100;

/** A row like one that is there, of a time of its own. */
async function baris({ nama, tabel }: Aturan): Promise<Record<string, unknown>> {
  const [ada] = await uji.sumber.query<{ isi: Record<string, unknown> }[]>(
    `SELECT to_jsonb(t) AS isi FROM ${tabel} t WHERE instansi_id = $1 LIMIT 1`,
    [satu.id],
  );
  if (!ada) throw new Error(`Tidak ada baris ${tabel}`);
  // What is there holds until further notice; the next begins where it ends.
  await uji.sumber.query(`UPDATE ${tabel} SET selesai = '2099-01-01' WHERE instansi_id = $1 AND selesai IS NULL`, [satu.id]);
  tahun += 2;
  const masa = { mulai: `${tahun}-01-01`, selesai: `${tahun + 1}-01-01` };
  return { ...ada.isi, ...masa, ...(nama === 'ex_penugasan_pelaksana' ? { status: 'plt' } : {}) };
}

async function mulai(k: Client, isolasi: string): Promise<void> {
  await k.query(`BEGIN ISOLATION LEVEL ${isolasi}`);
  await k.query(`SELECT set_config('tuntas.instansi', $1, true)`, [`{${satu.id}}`]);
}

const sisip = (k: Client, { tabel }: Aturan, isi: object): Promise<unknown> =>
  k.query(`INSERT INTO ${tabel} SELECT * FROM jsonb_populate_record(NULL::${tabel}, $1)`, [{ ...isi, id: randomUUID() }]);

const hasil = (kerja: Promise<unknown>): Promise<string> =>
  kerja.then(
    () => 'diterima',
    (galat: unknown) => String((galat as { constraint?: string }).constraint ?? (galat as { code?: string }).code),
  );

test('every table with a time in which it holds has such a constraint, and none needs an extension', async () => {
  expect(aturan.map((a) => a.nama)).toEqual(
    expect.arrayContaining(['ex_nama_jabatan_masa', 'ex_nama_unit_masa', 'ex_penugasan_definitif', 'ex_penugasan_pelaksana', 'ex_peran_ganda']), // prettier-ignore
  );
  const tanpa = await uji.sumber.query<{ nama: string }[]>(
    `SELECT c.relname AS nama FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND (SELECT count(*) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('mulai', 'selesai')) = 2
       AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'x')`,
  );
  // A report says when the work was done; an invitation, which roles it will give; a run of a schedule has one row a bucket by its key.
  expect(tanpa.map((t) => t.nama).filter((nama) => !['putaran_jadwal', 'realisasi', 'undangan_peran'].includes(nama))).toEqual(
    [],
  );
  expect(await uji.sumber.query('SELECT extname FROM pg_extension')).toEqual([{ extname: 'plpgsql' }]);
});

test.each(['READ COMMITTED', 'REPEATABLE READ'])('%s: two at once, exactly one is written', async (isolasi) => {
  const [a, b] = klien;
  if (!a || !b) throw new Error('tidak ada');
  for (const satuAturan of aturan) {
    for (const akhir of ['COMMIT', 'ROLLBACK']) {
      const isi = await baris(satuAturan);
      // Both have looked before either wrote.
      for (const k of [a, b]) {
        await mulai(k, isolasi);
        await k.query(`SELECT FROM ${satuAturan.tabel}`);
      }
      await sisip(a, satuAturan, isi);
      const kedua = hasil(sisip(b, satuAturan, isi));
      await a.query(akhir);
      const keluar = await kedua;
      await b.query('COMMIT');
      expect([satuAturan.nama, akhir, keluar]).toEqual([
        satuAturan.nama,
        akhir,
        akhir === 'COMMIT' ? satuAturan.nama : 'diterima',
      ]);
    }
  }
});

test('six at once, in no order: one is written, and a time that only touches is another', async () => {
  for (const satuAturan of aturan) {
    const isi = await baris(satuAturan);
    const keluar = await Promise.all(
      klien.map(async (k) => {
        await mulai(k, 'READ COMMITTED');
        const satuHasil = await hasil(sisip(k, satuAturan, isi));
        await k.query(satuHasil === 'diterima' ? 'COMMIT' : 'ROLLBACK');
        return satuHasil;
      }),
    );
    // Waiting for each other in a circle ends for one of them as a deadlock: refused as well.
    expect(keluar.filter((k) => k === 'diterima')).toHaveLength(1);
    expect(keluar.filter((k) => ![satuAturan.nama, 'diterima', '40P01'].includes(k))).toEqual([]);
    const [k] = klien;
    if (!k) throw new Error('tidak ada');
    await mulai(k, 'READ COMMITTED');
    const lanjutan = { ...isi, mulai: isi['selesai'], selesai: `${tahun + 2}-01-01` };
    expect(await hasil(sisip(k, satuAturan, lanjutan))).toBe('diterima');
    await k.query('ROLLBACK');
  }
});
