import { Client } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { GalatPengguna } from '../shared/galat';
import { penyimpananScram, type AksesAplikasi } from './akses-aplikasi';
import { rincianHak } from './hak';

interface KeadaanPeran {
  readonly ada: boolean;
  readonly istimewa: boolean;
  readonly memiliki: boolean;
}

/**
 * Makes the application's role when it is missing and gives it its rights, no more: as the owner, after the migrations, within
 * `sendirian`. What is right already stays untouched.
 * @returns the schema that holds the tables
 * @throws {GalatPengguna} when the role could pass the locks, or the owner lacks a right: then with the SQL that somebody else must run
 */
export async function siapkanPeranAplikasi(pemilik: DataSource, akses: AksesAplikasi): Promise<string> {
  const url = new URL(akses.url);
  const nama = decodeURIComponent(url.username);
  const keadaan = await bacaKeadaan(pemilik.manager, nama);
  if (!keadaan.ada) await buatPeran(pemilik, akses, nama);
  else {
    tolakBerbahaya(nama, keadaan);
    if (!(await dapatMasuk(akses.url))) await gantiSandi(pemilik, akses, nama);
  }
  await pemilik.manager.transaction((manager) => beriHak(manager, nama));
  return bukaSkema(pemilik.manager, nama);
}

/** Superuser, BYPASSRLS, or (a member of) the owner: row-level security would not hold. */
function tolakBerbahaya(nama: string, { istimewa, memiliki }: KeadaanPeran): void {
  if (!istimewa && !memiliki) return;
  const sebab = istimewa ? 'dapat melewati sekat antarinstansi (SUPERUSER atau BYPASSRLS)' : 'memiliki tabelnya';
  throw new GalatPengguna(
    `Peran basis data "${nama}" tidak boleh dipakai aplikasi karena ${sebab}; isi APP_DATABASE_URL dengan peran lain, ` +
      'yang bukan pemilik tabel, bukan SUPERUSER, dan tanpa BYPASSRLS.',
  );
}

async function bacaKeadaan(manager: EntityManager, nama: string): Promise<KeadaanPeran> {
  const [baris] = await manager.query<{ istimewa: boolean; memiliki: boolean }[]>(
    `SELECT r.rolsuper OR r.rolbypassrls AS istimewa,
       EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = quote_ident(current_schema())::regnamespace AND c.relkind IN ('r', 'p')
         AND pg_has_role(r.oid, c.relowner, 'MEMBER')) AS memiliki
     FROM pg_roles r WHERE r.rolname = $1`,
    [nama],
  );
  return baris ? { ada: true, ...baris } : { ada: false, istimewa: false, memiliki: false };
}

async function buatPeran(pemilik: DataSource, akses: AksesAplikasi, nama: string): Promise<void> {
  if (!akses.dikelola) throw new GalatPengguna(`Peran "${nama}" pada APP_DATABASE_URL tidak ada di server PostgreSQL itu.`);
  const perintah = `CREATE ROLE ${kutip(nama)} LOGIN NOINHERIT NOCREATEDB NOCREATEROLE PASSWORD '${penyimpananScram(sandiAkses(akses))}'`;
  await atauMintaPengelola(`membuat peran "${nama}" untuk aplikasi`, perintah, () => pemilik.query(perintah));
}

async function gantiSandi(pemilik: DataSource, akses: AksesAplikasi, nama: string): Promise<void> {
  if (!akses.dikelola) throw new GalatPengguna(`Server PostgreSQL menolak sandi peran "${nama}" pada APP_DATABASE_URL.`);
  const perintah = `ALTER ROLE ${kutip(nama)} LOGIN PASSWORD '${penyimpananScram(sandiAkses(akses))}'`;
  await atauMintaPengelola(`mengganti sandi peran "${nama}" milik aplikasi`, perintah, () => pemilik.query(perintah));
}

/**
 * 42501: the owner of the tables lacks the right, as on many hosted servers. What stands in the sentence is all that is missing, and
 * holds the digest of a derived password, never a password.
 * @throws {GalatPengguna} with the statement to run
 */
async function atauMintaPengelola(hal: string, perintah: string, kerja: () => Promise<unknown>): Promise<void> {
  try {
    await kerja();
  } catch (galat) {
    if (!tidakBerhak(galat)) throw galat;
    throw mintaPengelola(hal, perintah, galat);
  }
}

function tidakBerhak(galat: unknown): boolean {
  return galat instanceof Error && 'code' in galat && galat.code === '42501';
}

function mintaPengelola(hal: string, perintah: string, cause?: unknown): GalatPengguna {
  return new GalatPengguna(
    `Pengguna pada DATABASE_URL tidak boleh ${hal}; mintalah pengelola server PostgreSQL menjalankan perintah berikut pada basis data ` +
      `ini, lalu jalankan Tuntas lagi (atau isi APP_DATABASE_URL dengan peran lain yang tidak memiliki tabel): ${perintah};`,
    { cause },
  );
}

/**
 * `false` only when the server refuses the password or the sign-in. Without the right to this database (42501) the password was right;
 * a server that does not answer is another matter.
 */
async function dapatMasuk(url: string): Promise<boolean> {
  const klien = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'tuntas' });
  try {
    await klien.connect();
    return true;
  } catch (galat) {
    const kode: unknown = galat instanceof Error && 'code' in galat ? galat.code : undefined;
    if (kode === '28P01' || kode === '28000') return false;
    if (kode === '42501') return true;
    throw galat;
  } finally {
    await klien.end().catch(() => undefined);
  }
}

/** Exactly `HAK_APLIKASI`: more is taken away, less is given. */
async function beriHak(manager: EntityManager, nama: string): Promise<void> {
  const baris = await manager.query<{ tabel: string; hak: string[] }[]>(
    `SELECT c.relname AS tabel, array(
       SELECT a.privilege_type FROM aclexplode(c.relacl) a WHERE a.grantee = p.oid
       UNION ALL SELECT format('%s (%s)', a.privilege_type, k.attname)
         FROM pg_attribute k, aclexplode(k.attacl) a WHERE k.attrelid = c.oid AND a.grantee = p.oid
       ORDER BY 1) AS hak
     FROM pg_class c, pg_roles p
     WHERE c.relnamespace = quote_ident(current_schema())::regnamespace AND c.relkind IN ('r', 'p') AND p.rolname = $1 ORDER BY 1`,
    [nama],
  );
  for (const { tabel, hak } of baris) {
    const mau = rincianHak(tabel);
    if ([...mau].sort().join() === [...hak].sort().join()) continue;
    await manager.query(`REVOKE ALL ON ${kutip(tabel)} FROM ${kutip(nama)}`);
    if (mau.length > 0) await manager.query(`GRANT ${mau.join(', ')} ON ${kutip(tabel)} TO ${kutip(nama)}`);
  }
}

/** The way to the tables. @returns the schema @throws {GalatPengguna} where only somebody else can open or close it */
async function bukaSkema(manager: EntityManager, nama: string): Promise<string> {
  for (const perintah of (await bacaSkema(manager, nama)).kurang) {
    await manager.query(perintah).catch((galat: unknown) => {
      if (!tidakBerhak(galat)) throw galat;
    });
  }
  // Somebody without the right to grant may get a warning instead of an error: what counts is what is so.
  const { skema, kurang } = await bacaSkema(manager, nama);
  if (kurang.length > 0) throw mintaPengelola(`mengatur hak peran "${nama}" milik aplikasi`, kurang.join('; '));
  return skema;
}

/** @returns the statements that are still to be run */
async function bacaSkema(manager: EntityManager, nama: string): Promise<{ skema: string; kurang: string[] }> {
  const [keadaan] = await manager.query<{ skema: string; basisData: string; masuk: boolean; pakai: boolean; buat: boolean }[]>(
    `SELECT current_schema() AS skema, current_database() AS "basisData",
       has_database_privilege($1, current_database(), 'CONNECT') AS masuk,
       has_schema_privilege($1, current_schema(), 'USAGE') AS pakai, has_schema_privilege($1, current_schema(), 'CREATE') AS buat`,
    [nama],
  );
  if (!keadaan) throw new Error('Basis data tidak menyebut skemanya');
  const { skema, basisData, masuk, pakai, buat } = keadaan;
  const kurang = [
    ...(masuk ? [] : [`GRANT CONNECT ON DATABASE ${kutip(basisData)} TO ${kutip(nama)}`]),
    ...(pakai ? [] : [`GRANT USAGE ON SCHEMA ${kutip(skema)} TO ${kutip(nama)}`]),
    // Before PostgreSQL 15 everybody could make tables.
    ...(buat ? [`REVOKE CREATE ON SCHEMA ${kutip(skema)} FROM PUBLIC, ${kutip(nama)}`] : []),
  ];
  return { skema, kurang };
}

function sandiAkses({ url }: AksesAplikasi): string {
  return decodeURIComponent(new URL(url).password);
}

function kutip(nama: string): string {
  return `"${nama.replaceAll('"', '""')}"`;
}
