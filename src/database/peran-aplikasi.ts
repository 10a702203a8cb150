import { Client } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { GalatPengguna } from '../shared/galat';
import { penyimpananScram, type AksesAplikasi } from './akses-aplikasi';
import { HAK_APLIKASI } from './hak';

interface KeadaanPeran {
  readonly ada: boolean;
  readonly istimewa: boolean;
  readonly memiliki: boolean;
}

/**
 * Makes the application's role when it is missing and gives it its rights, no more: as the owner, after the migrations, within
 * `sendirian`. What is right already stays untouched.
 * @throws {GalatPengguna} when the owner may not make roles, or the role could pass the locks
 */
export async function siapkanPeranAplikasi(pemilik: DataSource, akses: AksesAplikasi): Promise<void> {
  const url = new URL(akses.url);
  const nama = decodeURIComponent(url.username);
  const keadaan = await bacaKeadaan(pemilik.manager, nama);
  if (!keadaan.ada) await buatPeran(pemilik, akses, nama);
  else {
    tolakBerbahaya(nama, keadaan);
    if (!(await dapatMasuk(akses.url))) await gantiSandi(pemilik, akses, nama);
  }
  await pemilik.manager.transaction((manager) => beriHak(manager, nama));
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
       EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
         AND pg_has_role(r.oid, c.relowner, 'MEMBER')) AS memiliki
     FROM pg_roles r WHERE r.rolname = $1`,
    [nama],
  );
  return baris ? { ada: true, ...baris } : { ada: false, istimewa: false, memiliki: false };
}

async function buatPeran(pemilik: DataSource, akses: AksesAplikasi, nama: string): Promise<void> {
  if (!akses.dikelola) throw new GalatPengguna(`Peran "${nama}" pada APP_DATABASE_URL tidak ada di server PostgreSQL itu.`);
  await sebagaiPembuat(nama, () =>
    pemilik.query(
      `CREATE ROLE ${kutip(nama)} LOGIN NOINHERIT NOCREATEDB NOCREATEROLE PASSWORD '${penyimpananScram(sandiAkses(akses))}'`,
    ),
  );
}

async function gantiSandi(pemilik: DataSource, akses: AksesAplikasi, nama: string): Promise<void> {
  if (!akses.dikelola) throw new GalatPengguna(`Server PostgreSQL menolak sandi peran "${nama}" pada APP_DATABASE_URL.`);
  await sebagaiPembuat(nama, () =>
    pemilik.query(`ALTER ROLE ${kutip(nama)} LOGIN PASSWORD '${penyimpananScram(sandiAkses(akses))}'`),
  );
}

/** 42501: the owner is no superuser and lacks CREATEROLE, or the role was made by somebody else. */
async function sebagaiPembuat(nama: string, kerja: () => Promise<unknown>): Promise<void> {
  try {
    await kerja();
  } catch (galat) {
    if (!(galat instanceof Error && 'code' in galat && galat.code === '42501')) throw galat;
    throw new GalatPengguna(
      `Pengguna pada DATABASE_URL tidak boleh membuat atau mengubah peran basis data "${nama}" untuk aplikasi. Mintalah pengelola server ` +
        'membuat sebuah peran (CREATE ROLE … LOGIN PASSWORD …, tanpa hak lain), lalu isi APP_DATABASE_URL dengan alamat yang memakai peran itu.',
      { cause: galat },
    );
  }
}

/** `false` only when the server refuses the password or the sign-in; a server that does not answer is another matter. */
async function dapatMasuk(url: string): Promise<boolean> {
  const klien = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'tuntas' });
  try {
    await klien.connect();
    return true;
  } catch (galat) {
    if (galat instanceof Error && 'code' in galat && (galat.code === '28P01' || galat.code === '28000')) return false;
    throw galat;
  } finally {
    await klien.end().catch(() => undefined);
  }
}

/** Exactly `HAK_APLIKASI`: more is taken away, less is given. */
async function beriHak(manager: EntityManager, nama: string): Promise<void> {
  const baris = await manager.query<{ tabel: string; hak: string[] }[]>(
    `SELECT c.relname AS tabel,
       coalesce((SELECT array_agg(a.privilege_type ORDER BY 1) FROM aclexplode(c.relacl) a
         WHERE a.grantee = (SELECT oid FROM pg_roles WHERE rolname = $1)), '{}')::text[] AS hak
     FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`,
    [nama],
  );
  for (const { tabel, hak } of baris) {
    const mau = HAK_APLIKASI[tabel] ?? [];
    if ([...mau].sort().join() === hak.join()) continue;
    await manager.query(`REVOKE ALL ON ${kutip(tabel)} FROM ${kutip(nama)}`);
    if (mau.length > 0) await manager.query(`GRANT ${mau.join(', ')} ON ${kutip(tabel)} TO ${kutip(nama)}`);
  }
  const [skema] = await manager.query<{ skema: string; basisData: string; masuk: boolean; pakai: boolean; buat: boolean }[]>(
    `SELECT current_schema() AS skema, current_database() AS "basisData", has_database_privilege($1, current_database(), 'CONNECT') AS masuk,
       has_schema_privilege($1, current_schema(), 'USAGE') AS pakai, has_schema_privilege($1, current_schema(), 'CREATE') AS buat`,
    [nama],
  );
  if (!skema) return;
  if (!skema.masuk) await manager.query(`GRANT CONNECT ON DATABASE ${kutip(skema.basisData)} TO ${kutip(nama)}`);
  if (!skema.pakai) await manager.query(`GRANT USAGE ON SCHEMA ${kutip(skema.skema)} TO ${kutip(nama)}`);
  // Before PostgreSQL 15 everybody could make tables.
  if (skema.buat) await manager.query(`REVOKE CREATE ON SCHEMA ${kutip(skema.skema)} FROM PUBLIC, ${kutip(nama)}`);
}

function sandiAkses({ url }: AksesAplikasi): string {
  return decodeURIComponent(new URL(url).password);
}

function kutip(nama: string): string {
  return `"${nama.replaceAll('"', '""')}"`;
}
