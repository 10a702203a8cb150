import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { AuditService } from '../../src/audit/audit.service';
import { RANTAI_PEMASANGAN } from '../../src/audit/audit-rantai.entity';
import { PeriksaRantaiQuery } from '../../src/audit/periksa-rantai.query';
import { turunkanAkses, type AksesAplikasi } from '../../src/database/akses-aplikasi';
import { migrasikan } from '../../src/database/migrasi';
import { siapkanPeranAplikasi } from '../../src/database/peran-aplikasi';
import { buatSumberData } from '../../src/database/sumber-data';
import { konteksSistem, TANPA_KONTEKS, Transaksi } from '../../src/database/transaksi';
import { bukaSumberSiap } from '../../src/persiapan';
import { Jam } from '../../src/shared/jam';
import { MIGRASI } from '../../migrations';
import { klonTemplat } from '../support/basisdata';
import { URL_UJI } from '../support/lingkungan-uji';

/*
 * The poorest owner there is: no superuser, no BYPASSRLS, no CREATEROLE, and not even the owner of the database: a schema in it, that is
 * all. So are many hosted servers. Migrations must work on data there, both ways.
 */

interface Rumah {
  readonly url: string;
  readonly aplikasi: AksesAplikasi;
  readonly skema: string;
}

let induk: Client;
const bersihkan: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  induk = new Client({ connectionString: process.env[URL_UJI] });
  await induk.connect();
});

afterAll(async () => {
  for (const langkah of bersihkan.reverse()) await langkah();
  await induk.end();
});

async function diBasisData(url: string, perintah: readonly string[]): Promise<void> {
  const klien = new Client({ connectionString: url });
  await klien.connect();
  for (const satu of perintah) await klien.query(satu);
  await klien.end();
}

/** A schema of an ordinary role in a database of somebody else, where nobody else may do anything. */
async function rumahSempit(): Promise<Rumah> {
  const kosong = await klonTemplat('template0');
  const basisData = new URL(kosong.url).pathname.slice(1);
  const pemilik = `Pemilik ${randomBytes(4).toString('hex')}`;
  await induk.query(`CREATE ROLE "${pemilik}" LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOBYPASSRLS PASSWORD 'rahasia pemilik'`);
  bersihkan.push(async () => {
    await kosong.hapus();
    await induk.query(`DROP ROLE "${pemilik}"`);
  });
  await diBasisData(kosong.url, [
    `REVOKE ALL ON DATABASE ${basisData} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${basisData} TO "${pemilik}"`,
    'REVOKE ALL ON SCHEMA public FROM PUBLIC',
    `CREATE SCHEMA "${pemilik}" AUTHORIZATION "${pemilik}"`,
  ]);
  const url = new URL(kosong.url);
  url.username = encodeURIComponent(pemilik);
  url.password = encodeURIComponent('rahasia pemilik');
  const aplikasi = turunkanAkses(url.href);
  if (!aplikasi) throw new Error('tanpa sandi');
  return { url: url.href, aplikasi, skema: pemilik };
}

/** Asks, does what the sentence says as a superuser of that database, asks again. @returns every statement that was asked for */
async function turutiSampaiBisa<T>(rumah: Rumah, kerja: () => Promise<T>): Promise<{ hasil: T; diminta: string[] }> {
  const diminta: string[] = [];
  const atasan = new URL(String(process.env[URL_UJI]));
  atasan.pathname = new URL(rumah.url).pathname;
  for (let ke = 0; ke < 5; ke += 1) {
    try {
      return { hasil: await kerja(), diminta };
    } catch (galat) {
      const kalimat = galat instanceof Error ? galat.message : String(galat);
      const perintah = /tidak boleh .* mintalah pengelola server .*: (?<sql>[A-Z].*;)$/.exec(kalimat)?.groups?.['sql'];
      if (perintah === undefined) throw galat;
      expect(kalimat).not.toContain('rahasia pemilik');
      expect(kalimat).not.toContain(new URL(rumah.aplikasi.url).password);
      diminta.push(perintah);
      await diBasisData(atasan.href, [perintah]);
    }
  }
  throw new Error(`Tidak selesai sesudah ${diminta.join(' | ')}`);
}

async function bentuk(sumber: DataSource): Promise<unknown> {
  const kolom = await sumber.query<unknown[]>(`SELECT table_name, column_name, data_type, is_nullable, column_default
    FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1, 2`);
  const kunci = await sumber.query<
    unknown[]
  >(`SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = quote_ident(current_schema())::regnamespace ORDER BY 1, 2`);
  const lain = await sumber.query<unknown[]>(`SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity,
      array(SELECT polname::text FROM pg_policy p WHERE p.polrelid = c.oid ORDER BY 1) AS aturan,
      array(SELECT tgname::text || tgenabled::text FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT tgisinternal ORDER BY 1) AS pemicu
    FROM pg_class c WHERE c.relnamespace = quote_ident(current_schema())::regnamespace AND c.relkind IN ('r', 'i') ORDER BY 1`);
  const fungsi = await sumber.query<unknown[]>(`SELECT proname, prosrc, proconfig FROM pg_proc
    WHERE pronamespace = quote_ident(current_schema())::regnamespace ORDER BY 1, 2`);
  return { kolom, kunci, lain, fungsi };
}

/** Rows of every table, as nobody's policy hides them: the owner's, with force off for the moment of looking. */
async function isi(sumber: DataSource): Promise<Record<string, string>> {
  const q = sumber.createQueryRunner();
  await q.startTransaction();
  const tabel = (await q.query(
    `SELECT relname AS nama FROM pg_class WHERE relnamespace = quote_ident(current_schema())::regnamespace AND relkind = 'r' AND relname <> 'migrasi' ORDER BY 1`,
  )) as { nama: string }[];
  const keluar: Record<string, string> = {};
  for (const { nama } of tabel) {
    await q.query(`ALTER TABLE ${nama} NO FORCE ROW LEVEL SECURITY`);
    const [baris] = (await q.query(`SELECT count(*) AS n FROM ${nama}`)) as { n: string }[];
    keluar[nama] = baris?.n ?? '';
  }
  await q.rollbackTransaction();
  await q.release();
  return keluar;
}

async function cacat(transaksi: Transaksi): Promise<[string, number, unknown][]> {
  const query = new PeriksaRantaiQuery(transaksi);
  const daftar = await transaksi.sebagai(konteksSistem('uji'), (m) => m.query<{ id: string }[]>('SELECT id FROM instansi'));
  const hasil: [string, number, unknown][] = [];
  for (const id of [RANTAI_PEMASANGAN, ...daftar.map((d) => d.id)]) {
    const satu = await transaksi.sebagai({ ...TANPA_KONTEKS, operator: true, instansi: [id] }, () => query.periksa(id));
    hasil.push([id, satu.jumlah, satu.cacat]);
  }
  return hasil;
}

async function berbuat(sumber: DataSource): Promise<void> {
  const transaksi = new Transaksi(sumber);
  const audit = new AuditService(transaksi, new Jam());
  const sasaran = { jenis: 'audit', id: null, nama: 'Log' };
  const daftar = await transaksi.sebagai(konteksSistem('uji'), (m) => m.query<{ id: string }[]>('SELECT id FROM instansi'));
  expect(daftar).toHaveLength(4);
  for (const instansiId of [null, ...daftar.map((d) => d.id)])
    await transaksi.sebagai({ ...TANPA_KONTEKS, instansi: instansiId === null ? [] : [instansiId] }, () =>
      audit.catat('audit.ekspor', { instansiId, sasaran, sebelum: null, sesudah: { saringan: '' } }),
    );
  const semua = await cacat(transaksi);
  for (const [, jumlah, temuan] of semua) {
    expect(jumlah).toBeGreaterThan(0);
    expect(temuan).toEqual([]);
  }
}

test('on data of the first release: all later migrations up, acts and whole chains; down to it again, and up again', async () => {
  const rumah = await rumahSempit();
  const { hasil: sumber, diminta } = await turutiSampaiBisa(rumah, () => bukaSumberSiap(rumah, { contoh: true }));
  expect(diminta).toEqual([
    expect.stringMatching(/^CREATE ROLE "uji_\w+_aplikasi" LOGIN NOINHERIT NOCREATEDB NOCREATEROLE PASSWORD 'SCRAM-SHA-256\$/),
    expect.stringMatching(/^GRANT CONNECT ON DATABASE "uji_\w+" TO "uji_\w+_aplikasi";$/),
  ]);
  await sumber.destroy();

  // Down to the first release: what it would hold, with the same rows.
  const pemilik = await buatSumberData(rumah.url, 2).initialize();
  const lengkap = await bentuk(pemilik);
  for (let sisa = MIGRASI.length; sisa > 1; sisa -= 1) await pemilik.undoLastMigration({ transaction: 'each' });
  const awal = await isi(pemilik);
  expect(awal).toMatchObject({ instansi: '4' });
  for (const tabel of ['unit', 'survei_unsur', 'kegiatan', 'bukti', 'laporan'])
    expect([tabel, awal[tabel]]).not.toEqual([tabel, '0']);
  const bentukAwal = await bentuk(pemilik);

  for (let ke = 0; ke < 2; ke += 1) {
    await migrasikan(pemilik);
    expect(await bentuk(pemilik)).toEqual(lengkap);
    expect(await isi(pemilik)).toMatchObject({ ...awal, nama_unit: awal['unit'], audit_rantai: '5', audit: '0' });
    await siapkanPeranAplikasi(pemilik, rumah.aplikasi);
    const aplikasi = await buatSumberData(rumah.aplikasi.url, 2, rumah.skema).initialize();
    await berbuat(aplikasi);
    await aplikasi.destroy();
    for (let sisa = MIGRASI.length; sisa > 1; sisa -= 1) await pemilik.undoLastMigration({ transaction: 'each' });
    expect(await isi(pemilik)).toEqual(awal);
    expect(await bentuk(pemilik)).toEqual(bentukAwal);
  }
  await pemilik.destroy();
});

test('the first release itself has the form to which the later ones go back', async () => {
  const [rumah, lain] = [await rumahSempit(), await rumahSempit()];
  const [pertama, semua] = [await buatSumberData(rumah.url, 2).initialize(), await buatSumberData(lain.url, 2).initialize()];
  Object.assign(pertama, { migrations: pertama.migrations.slice(0, 1) });
  await migrasikan(pertama);
  await migrasikan(semua);
  for (let sisa = MIGRASI.length; sisa > 1; sisa -= 1) await semua.undoLastMigration({ transaction: 'each' });
  const tanpaSkema = (nilai: unknown, { skema }: Rumah) => JSON.stringify(nilai).replaceAll(skema, 'skema');
  expect(tanpaSkema(await bentuk(semua), lain)).toEqual(tanpaSkema(await bentuk(pertama), rumah));
  await pertama.destroy();
  await semua.destroy();
});

test('with its role there, but without the way in or with another password: the sentence says what to run, and then it works', async () => {
  const rumah = await rumahSempit();
  const buka = async (): Promise<void> => (await bukaSumberSiap(rumah, { contoh: false })).destroy();
  await turutiSampaiBisa(rumah, buka);
  const nama = new URL(rumah.aplikasi.url).username;
  await induk.query(`ALTER ROLE ${nama} PASSWORD 'lain'`);
  const { diminta } = await turutiSampaiBisa(rumah, buka);
  expect(diminta).toEqual([expect.stringMatching(/^ALTER ROLE "uji_\w+_aplikasi" LOGIN PASSWORD 'SCRAM-SHA-256\$/)]);
});
