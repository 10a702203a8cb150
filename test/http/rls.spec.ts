import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { HAK_APLIKASI, KOLOM_UBAH } from '../../src/database/hak';
import { bukaBasisDataUji, type BasisDataUji } from '../support/basisdata';
import { buatInstansiUji, type InstansiUji } from '../support/dua-instansi';

/*
 * Row-level security without the application: a bare connection with the application's own role, statements without any filter.
 * The tables come from the catalogue, so that a new one is tried without anybody thinking of it.
 */

let uji: BasisDataUji;
let aplikasi: Client;
let satu: InstansiUji;
let lain: InstansiUji;
let tabelBerinstansi: string[];

beforeAll(async () => {
  uji = await bukaBasisDataUji();
  satu = await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'SATU');
  lain = await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'LAIN');
  aplikasi = new Client({ connectionString: uji.urlAplikasi });
  await aplikasi.connect();
  tabelBerinstansi = (
    await uji.sumber.query<{ nama: string }[]>(
      `SELECT c.relname AS nama FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'instansi_id' AND NOT a.attisdropped
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`,
    )
  ).map((t) => t.nama);
});

afterAll(async () => {
  await aplikasi.end();
  await uji.tutup();
});

/** Runs statements in one transaction with (or without) a context, and takes everything back. */
async function coba<T>(instansi: readonly string[] | null, kerja: () => Promise<T>): Promise<T> {
  await aplikasi.query('BEGIN');
  try {
    if (instansi) await aplikasi.query(`SELECT set_config('tuntas.instansi', $1, true)`, [`{${instansi.join(',')}}`]);
    return await kerja();
  } finally {
    await aplikasi.query('ROLLBACK');
  }
}

const kolomInstansi = (tabel: string) => (tabel === 'instansi' ? 'id' : 'instansi_id');
const jumlah = async (tabel: string, milik: string) =>
  Number(
    (await uji.sumber.query<{ n: string }[]>(`SELECT count(*) AS n FROM ${tabel} WHERE ${kolomInstansi(tabel)} = $1`, [milik]))[0]
      ?.n,
  );
const baris = async (tabel: string, milik: string) =>
  (
    await uji.sumber.query<{ isi: Record<string, unknown> }[]>(
      `SELECT to_jsonb(t) AS isi FROM ${tabel} t WHERE ${kolomInstansi(tabel)} = $1 LIMIT 1`,
      [milik],
    )
  )[0]?.isi;
const kode = (galat: unknown) => (galat as { code?: string }).code;
/** 42501: refused by the policy or by the missing right; anything else would be another reason. */
const ditolak = async (kerja: () => Promise<unknown>) => expect(await kerja().then(() => 'diterima', kode)).toBe('42501');

test('the tables that carry an agency are these, each with a row of both agencies', async () => {
  expect(tabelBerinstansi).toEqual([
    ...['adendum', 'anggota_kelompok', 'aturan_profil', 'aturan_realisasi', 'audit', 'audit_rantai', 'bukti'],
    ...['bukti_diharapkan', 'bukti_laporan', 'cek_tautan', 'impor_respons', 'instrumen', 'isian_laporan'],
    ...['jabatan', 'jendela_laporan', 'kebijakan_masuk', 'kegiatan', 'kelompok_unit', 'komentar_laporan'],
    ...['kop_instansi', 'laporan', 'laporan_dibuka', 'laporan_slot', 'letak_jabatan', 'mutasi', 'nama_jabatan', 'nama_unit'],
    ...['objek_berkas', 'pemetaan_respons', 'penanggung_jawab', 'pengajuan_laporan', 'penugasan'],
    ...['penyedia_identitas', 'peran', 'prioritas', 'prioritas_dilewati', 'putusan_laporan', 'realisasi'],
    ...['rencana', 'rencana_awal', 'respons', 'riwayat_rencana', 'saran', 'saran_riwayat', 'saran_tanggapan'],
    ...['saran_tindak_lanjut', 'serah_terima', 'slot', 'survei', 'survei_layanan', 'survei_layanan_unsur'],
    ...['survei_profil', 'survei_unsur', 'telepon_unggah', 'uji_buku', 'undangan_peran', 'unggahan', 'unit'],
    ...['usulan_adendum'],
  ]);
  for (const tabel of [...tabelBerinstansi, 'instansi']) {
    for (const { id } of [satu, lain]) expect([tabel, await jumlah(tabel, id)]).not.toEqual([tabel, 0]);
  }
});

test('each has row-level security, for its owner too', async () => {
  const terbuka = await uji.sumber.query<{ nama: string }[]>(
    `SELECT relname AS nama FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname = ANY ($1)
       AND NOT (relrowsecurity AND relforcerowsecurity)`,
    [[...tabelBerinstansi, 'instansi']],
  );
  expect(terbuka).toEqual([]);
});

test('without a context nothing is seen, nothing changed, nothing added', async () => {
  for (const tabel of [...tabelBerinstansi, 'instansi']) {
    const hak = HAK_APLIKASI[tabel] ?? [];
    const kolom = kolomInstansi(tabel);
    const lihat = await coba(null, () => aplikasi.query(`SELECT 1 FROM ${tabel} WHERE ${kolom} IS NOT NULL`));
    expect([tabel, lihat.rowCount]).toEqual([tabel, 0]);
    if (hak.includes('UPDATE')) {
      const ubah = await coba(null, () => aplikasi.query(`UPDATE ${tabel} SET ${kolom} = ${kolom}`));
      expect([tabel, ubah.rowCount]).toEqual([tabel, 0]);
    }
    if (hak.includes('DELETE')) {
      const hapus = await coba(null, () => aplikasi.query(`DELETE FROM ${tabel}`));
      expect([tabel, hapus.rowCount]).toEqual([tabel, 0]);
    }
    const isi = await baris(tabel, satu.id);
    await ditolak(() =>
      coba(null, () => aplikasi.query(`INSERT INTO ${tabel} SELECT * FROM jsonb_populate_record(NULL::${tabel}, $1)`, [isi])),
    );
  }
});

test("with one agency's context all of its rows come, and no other", async () => {
  for (const tabel of [...tabelBerinstansi, 'instansi']) {
    const kolom = kolomInstansi(tabel);
    const { rows } = await coba([satu.id], () =>
      aplikasi.query<{ milik: string | null; n: string }>(
        `SELECT ${kolom} AS milik, count(*) AS n FROM ${tabel} WHERE ${kolom} IS NOT NULL GROUP BY 1`,
      ),
    );
    expect([tabel, rows]).toEqual([tabel, [{ milik: satu.id, n: String(await jumlah(tabel, satu.id)) }]]);
  }
});

test("with one agency's context another's rows are neither changed nor deleted nor added, and no row changes hands", async () => {
  for (const tabel of [...tabelBerinstansi, 'instansi']) {
    const hak = HAK_APLIKASI[tabel] ?? [];
    const kolom = kolomInstansi(tabel);
    if (hak.includes('UPDATE')) {
      const ubah = await coba([satu.id], () =>
        aplikasi.query(`UPDATE ${tabel} SET ${kolom} = ${kolom} WHERE ${kolom} = $1`, [lain.id]),
      );
      expect([tabel, ubah.rowCount]).toEqual([tabel, 0]);
      await ditolak(() => coba([satu.id], () => aplikasi.query(`UPDATE ${tabel} SET ${kolom} = $1`, [lain.id])));
    }
    if (hak.includes('DELETE')) {
      const hapus = await coba([satu.id], () => aplikasi.query(`DELETE FROM ${tabel} WHERE ${kolom} = $1`, [lain.id]));
      expect([tabel, hapus.rowCount]).toEqual([tabel, 0]);
    }
    const isi = { ...(await baris(tabel, lain.id)), ...(tabel === 'instansi' ? { id: randomUUID(), kode: 'BARU' } : {}) };
    await ditolak(() =>
      coba([satu.id], () =>
        aplikasi.query(`INSERT INTO ${tabel} SELECT * FROM jsonb_populate_record(NULL::${tabel}, $1)`, [isi]),
      ),
    );
  }
});

test('no reference leaves the agency: the foreign key itself refuses the id of another', async () => {
  // Every foreign key between two tables that carry an agency.
  const kunci = await uji.sumber.query<{ tabel: string; nama: string; kolom: string[]; induk: string }[]>(
    `SELECT c.conrelid::regclass::text AS tabel, c.conname AS nama, c.confrelid::regclass::text AS induk,
       (SELECT array_agg(a.attname::text ORDER BY k.ke) FROM unnest(c.conkey) WITH ORDINALITY k(no, ke)
         JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.no) AS kolom
     FROM pg_constraint c WHERE c.contype = 'f' AND c.conrelid::regclass::text = ANY ($1) AND c.confrelid::regclass::text = ANY ($1) ORDER BY 2`,
    [tabelBerinstansi],
  );
  // The chain of an entry follows from its agency: the database fills both in.
  const longgar = kunci.filter((k) => !k.kolom.includes('instansi_id') && k.nama !== 'fk_audit_rantai');
  expect(longgar.map((k) => k.nama)).toEqual([]);
  expect(kunci.length).toBeGreaterThan(15);
  const survei = await baris('survei', lain.id);
  const rencana = await baris('rencana', satu.id);
  await expect(
    coba([satu.id], () => aplikasi.query('UPDATE rencana SET survei_id = $1 WHERE id = $2', [survei?.['id'], rencana?.['id']])),
  ).rejects.toMatchObject({ code: '23503' });
});

test('two agencies in the context: both, as for an inspector; the context ends with its transaction', async () => {
  const { rows } = await coba([satu.id, lain.id], () =>
    aplikasi.query<{ kode: string }>('SELECT kode FROM instansi ORDER BY kode'),
  );
  expect(rows.map((r) => r.kode)).toEqual(['LAIN', 'SATU']);
  expect((await aplikasi.query('SELECT FROM instansi')).rowCount).toBe(0);
});

test("the operator's context shows which agencies there are, and nothing of what is theirs", async () => {
  await aplikasi.query('BEGIN');
  await aplikasi.query(`SELECT set_config('tuntas.operator', 'ya', true)`);
  expect((await aplikasi.query('SELECT FROM instansi')).rowCount).toBe(2);
  for (const tabel of tabelBerinstansi)
    expect([tabel, (await aplikasi.query(`SELECT FROM ${tabel} WHERE instansi_id IS NOT NULL`)).rowCount]).toEqual([tabel, 0]);
  expect((await aplikasi.query('UPDATE instansi SET nama = nama')).rowCount).toBe(0);
  await aplikasi.query('ROLLBACK');
});

describe('the role of the application', () => {
  test('owns nothing, bypasses nothing, belongs to nobody', async () => {
    const { rows } = await aplikasi.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
         EXISTS (SELECT FROM pg_class WHERE pg_has_role(current_user, relowner, 'MEMBER')) AS memiliki,
         EXISTS (SELECT FROM pg_auth_members m WHERE m.member = r.oid) AS anggota
       FROM pg_roles r WHERE rolname = current_user`,
    );
    expect(Object.values(rows[0] as object)).toEqual([false, false, false, false, false, false, false]);
  });

  test('has exactly the rights of the list, and the list names every table but that of the migrations', async () => {
    const hak = await uji.sumber.query<{ tabel: string; hak: string[] }[]>(
      `SELECT c.relname AS tabel, array(SELECT h FROM unnest('{DELETE,INSERT,MAINTAIN,REFERENCES,SELECT,TRIGGER,TRUNCATE,UPDATE}'::text[]) h
         WHERE has_table_privilege('tuntas_aplikasi', c.oid, h)) AS hak
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S') ORDER BY 1`,
    );
    const mau = Object.entries({ ...HAK_APLIKASI, migrasi: [] }).map(([tabel, h]: [string, readonly string[]]) => ({
      tabel,
      hak: h.filter((satuHak) => satuHak !== 'UPDATE' || !KOLOM_UBAH[tabel]).sort(),
    }));
    const tanpaUrutan = hak.filter((h) => !h.tabel.endsWith('_seq'));
    expect(tanpaUrutan).toEqual(mau.sort((a, b) => (a.tabel < b.tabel ? -1 : 1)));
    expect(hak.filter((h) => h.tabel.endsWith('_seq')).flatMap((h) => h.hak)).toEqual([]);
  });

  test('of an account it changes these columns and no other', async () => {
    const kolom = await uji.sumber.query<{ tabel: string; kolom: string }[]>(
      `SELECT c.relname AS tabel, a.attname AS kolom FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
       WHERE c.relname = ANY ($1) AND has_column_privilege('tuntas_aplikasi', c.oid, a.attnum, 'UPDATE') ORDER BY 1, 2`,
      [Object.keys(KOLOM_UBAH)],
    );
    expect(kolom).toEqual(
      Object.entries(KOLOM_UBAH).flatMap(([tabel, daftar]) => [...daftar].sort().map((k) => ({ tabel, kolom: k }))),
    );
    for (const satuKolom of [
      'operator = true',
      `surel = 'lain@x.go.id'`,
      'contoh = true',
      `id = gen_random_uuid()`,
      'dibuat = now()',
    ])
      await ditolak(() => coba([satu.id], () => aplikasi.query(`UPDATE pengguna SET ${satuKolom}`)));
  });

  test('makes no operator outside the context of one', async () => {
    const buat = (kolom: 'operator' | 'contoh') =>
      aplikasi.query(`INSERT INTO pengguna (id, surel, nama, operator, contoh, dibuat) VALUES ($1, $2, 'x', $3, $4, now())`, [
        randomUUID(),
        `${randomUUID()}@x.go.id`,
        kolom === 'operator',
        kolom === 'contoh',
      ]);
    await ditolak(() => coba([satu.id], () => buat('operator')));
    await ditolak(() => coba([satu.id], () => buat('contoh')));
    await coba(null, async () => {
      await aplikasi.query(`SELECT set_config('tuntas.operator', 'ya', true)`);
      await buat('operator');
    });
  });

  test('of no table: empty it, change it, switch off its triggers or its locks', async () => {
    const tabel = Object.keys(HAK_APLIKASI);
    expect(tabel.length).toBeGreaterThan(30);
    for (const satuTabel of tabel) {
      for (const perintah of [
        `TRUNCATE ${satuTabel} CASCADE`,
        `ALTER TABLE ${satuTabel} DISABLE TRIGGER ALL`,
        `ALTER TABLE ${satuTabel} DISABLE ROW LEVEL SECURITY`,
        `ALTER TABLE ${satuTabel} ADD titipan text`,
        `CREATE TRIGGER titipan BEFORE INSERT ON ${satuTabel} FOR EACH ROW EXECUTE FUNCTION tolak_ubah()`,
        `CREATE INDEX titipan ON ${satuTabel} ((1))`,
        `DROP TABLE ${satuTabel} CASCADE`,
      ])
        await ditolak(() => coba([satu.id], () => aplikasi.query(perintah)));
    }
  });

  test('history is only added to, by anybody: triggers that hold for the owner and for replication too', async () => {
    const tetap = await uji.sumber.query<{ tabel: string }[]>(
      `SELECT c.relname AS tabel FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
       WHERE p.proname = 'tolak_ubah' AND t.tgenabled = 'A' ORDER BY 1`,
    );
    const ditambah = Object.keys(HAK_APLIKASI).filter((nama) => HAK_APLIKASI[nama]?.join() === 'SELECT,INSERT');
    // Links from suggestions leave a draf with what they led to, and are never changed.
    expect(tetap.map((t) => t.tabel)).toEqual([...ditambah, 'audit_rantai', 'saran_tindak_lanjut'].sort());
    const diam = (perintah: string) =>
      uji.sumber.transaction(async (manager) => {
        await manager.query('SET LOCAL session_replication_role = replica');
        await manager.query(perintah);
      });
    for (const nama of [...ditambah, 'saran_tindak_lanjut']) {
      const hapus = nama === 'saran_tindak_lanjut' ? [] : [`DELETE FROM ${nama}`];
      for (const perintah of [`UPDATE ${nama} SET instansi_id = instansi_id`, ...hapus, `TRUNCATE ${nama} CASCADE`])
        await expect(diam(perintah)).rejects.toThrow(`Tabel ${nama} hanya dapat ditambah`);
    }
    await expect(diam('DELETE FROM saran_tindak_lanjut')).rejects.toThrow('bukan draf');
  });

  test.each([
    'ALTER TABLE instansi DISABLE ROW LEVEL SECURITY',
    'ALTER TABLE instansi NO FORCE ROW LEVEL SECURITY',
    'DROP POLICY sekat_instansi ON instansi',
    'CREATE POLICY semua ON instansi USING (true)',
    'ALTER TABLE audit DISABLE TRIGGER ALL',
    'DROP TABLE respons',
    'TRUNCATE respons',
    'CREATE TABLE titipan (id integer)',
    'SELECT * FROM migrasi',
    'SET ROLE tuntas',
    'SET session_replication_role = replica',
    `UPDATE audit_rantai SET jumlah = 0`,
    `SELECT pg_read_file('/etc/passwd')`,
    `COPY (SELECT 1) TO PROGRAM 'id'`,
    `CREATE OR REPLACE FUNCTION tuntas_instansi() RETURNS uuid[] LANGUAGE sql RETURN '{}'::uuid[]`,
  ])('may not: %s', async (perintah) => {
    await ditolak(() => coba([satu.id], () => aplikasi.query(perintah)));
  });

  test('`row_security = off` gives an error, not the rows', async () => {
    await ditolak(() =>
      coba(null, async () => {
        await aplikasi.query('SET LOCAL row_security = off');
        return aplikasi.query('SELECT FROM instansi');
      }),
    );
  });

  test('a context that is no list of ids shows nothing', async () => {
    await expect(
      coba(null, async () => {
        await aplikasi.query(`SET LOCAL tuntas.instansi = 'semua'`);
        return aplikasi.query('SELECT FROM instansi');
      }),
    ).rejects.toMatchObject({ code: '22P02' });
  });
});
