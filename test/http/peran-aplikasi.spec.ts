import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { namaPeranTurunan, penyimpananScram, turunkanAkses } from '../../src/database/akses-aplikasi';
import { bukaSumberSiap } from '../../src/persiapan';
import { klonTemplat } from '../support/basisdata';
import { URL_UJI } from '../support/lingkungan-uji';

/*
 * The start on servers of different kinds: an owner who is no superuser (the usual case of a hosted server), one who may not make
 * roles, a role made by somebody else. Every database here is empty at first.
 */

const bersihkan: (() => Promise<unknown>)[] = [];
let induk: Client;

beforeAll(async () => {
  induk = new Client({ connectionString: process.env[URL_UJI] });
  await induk.connect();
});

afterAll(async () => {
  for (const langkah of bersihkan.reverse()) await langkah();
  await induk.end();
});

/** An empty database whose owner is an ordinary role. */
async function basisDataMilik(hak: 'CREATEROLE' | 'NOCREATEROLE'): Promise<{ url: string; pemilik: string; nama: string }> {
  const kosong = await klonTemplat('template0');
  const nama = new URL(kosong.url).pathname.slice(1);
  const pemilik = `pemilik_${randomBytes(4).toString('hex')}`;
  const sandi = 'sandi pemilik/é';
  await induk.query(`CREATE ROLE ${pemilik} LOGIN NOSUPERUSER ${hak} PASSWORD '${sandi}'`);
  await induk.query(`ALTER DATABASE ${nama} OWNER TO ${pemilik}`);
  bersihkan.push(async () => {
    await kosong.hapus();
    await induk.query(`DROP ROLE ${pemilik}`);
  });
  const url = new URL(kosong.url);
  url.username = pemilik;
  url.password = encodeURIComponent(sandi);
  return { url: url.href, pemilik, nama };
}

async function sebagai<T>(url: string, kerja: (klien: Client) => Promise<T>): Promise<T> {
  const klien = new Client({ connectionString: url });
  await klien.connect();
  try {
    return await kerja(klien);
  } finally {
    await klien.end();
  }
}

/** A role that somebody else made. */
async function buatPeran(hak: string): Promise<{ nama: string; sandi: string }> {
  const nama = `lain_${randomBytes(4).toString('hex')}`;
  await induk.query(`CREATE ROLE ${nama} LOGIN ${hak} PASSWORD 'rahasia'`);
  bersihkan.unshift(() => induk.query(`DROP ROLE ${nama}`));
  return { nama, sandi: 'rahasia' };
}

function alamatLain(url: string, nama: string, sandi: string): string {
  const lain = new URL(url);
  lain.username = nama;
  lain.password = sandi;
  return lain.href;
}

const aksesTurunan = (url: string) => {
  const akses = turunkanAkses(url);
  if (!akses) throw new Error('tanpa sandi');
  return akses;
};

test('an owner who is no superuser: the role is made, the examples are loaded under the locks, a second start changes nothing', async () => {
  const { url, nama } = await basisDataMilik('CREATEROLE');
  const aplikasi = aksesTurunan(url);
  const sumber = await bukaSumberSiap({ url, aplikasi }, { contoh: true });
  expect(await sumber.query('SELECT current_user AS siapa')).toEqual([{ siapa: `${nama}_aplikasi` }]);
  expect(await sumber.query('SELECT FROM instansi')).toEqual([]);
  await sumber.transaction(async (manager) => {
    await manager.query(`SELECT set_config('tuntas.operator', 'ya', true)`);
    expect(await manager.query('SELECT FROM instansi')).toHaveLength(4);
  });
  await sumber.destroy();

  const hak = () => induk.query('SELECT rolname, rolsuper, rolbypassrls, rolpassword FROM pg_authid WHERE rolname = $1', [`${nama}_aplikasi`]); // prettier-ignore
  const sebelum = (await hak()).rows;
  expect(sebelum).toMatchObject([{ rolsuper: false, rolbypassrls: false }]);
  await (await bukaSumberSiap({ url, aplikasi }, { contoh: true })).destroy();
  expect((await hak()).rows).toEqual(sebelum);
  // The owner is bound as well: migrations must say what they do.
  expect((await sebagai(url, (k) => k.query('SELECT FROM unit'))).rowCount).toBe(0);
  await expect(sebagai(url, (k) => k.query('DELETE FROM audit'))).rejects.toThrow('hanya dapat ditambah');
});

test('after the owner’s password changed the derived one follows; rights given by hand are taken back', async () => {
  const { url, pemilik, nama } = await basisDataMilik('CREATEROLE');
  await (await bukaSumberSiap({ url, aplikasi: aksesTurunan(url) }, { contoh: false })).destroy();
  await induk.query(`ALTER ROLE ${pemilik} PASSWORD 'baru'`);
  await sebagai(url.replace(/:[^:@]+@/, ':baru@'), (k) => k.query(`GRANT DELETE, TRUNCATE ON audit TO ${nama}_aplikasi`));
  const baru = alamatLain(url, pemilik, 'baru');
  const sumber = await bukaSumberSiap({ url: baru, aplikasi: aksesTurunan(baru) }, { contoh: false });
  await expect(sumber.query('DELETE FROM audit')).rejects.toThrow('permission denied');
  await sumber.destroy();
});

test('an owner who may not make roles: one sentence that names the remedy, without a password', async () => {
  const { url } = await basisDataMilik('NOCREATEROLE');
  const jalan = bukaSumberSiap({ url, aplikasi: aksesTurunan(url) }, { contoh: true });
  await expect(jalan).rejects.toThrow(/tidak boleh membuat peran .*APP_DATABASE_URL.*: CREATE ROLE /);
  await expect(jalan).rejects.not.toThrow('sandi pemilik');
});

test('APP_DATABASE_URL: a role made by somebody else gets its rights and nothing more', async () => {
  const { url } = await basisDataMilik('NOCREATEROLE');
  const { nama, sandi } = await buatPeran('NOBYPASSRLS');
  const aplikasi = { url: alamatLain(url, nama, sandi), dikelola: false };
  const sumber = await bukaSumberSiap({ url, aplikasi }, { contoh: true });
  expect(await sumber.query('SELECT FROM instansi')).toEqual([]);
  await expect(sumber.query('SELECT FROM migrasi')).rejects.toThrow('permission denied');
  await sumber.destroy();
});

test.each([
  ['a superuser', 'SUPERUSER', 'dapat melewati sekat'],
  ['a role with BYPASSRLS', 'BYPASSRLS', 'dapat melewati sekat'],
])('APP_DATABASE_URL of %s is refused', async (_, hak, kalimat) => {
  const { url } = await basisDataMilik('CREATEROLE');
  const { nama, sandi } = await buatPeran(hak);
  await expect(
    bukaSumberSiap({ url, aplikasi: { url: alamatLain(url, nama, sandi), dikelola: false } }, { contoh: true }),
  ).rejects.toThrow(kalimat);
});

test('APP_DATABASE_URL of the owner, of a member of the owner, of nobody, with a wrong password: each refused with its reason', async () => {
  const { url, pemilik } = await basisDataMilik('CREATEROLE');
  const buka = (urlAplikasi: string) =>
    bukaSumberSiap({ url, aplikasi: { url: urlAplikasi, dikelola: false } }, { contoh: true });
  await expect(buka(url)).rejects.toThrow('memiliki tabelnya');
  const anggota = await buatPeran('NOINHERIT');
  await induk.query(`GRANT ${pemilik} TO ${anggota.nama}`);
  await expect(buka(alamatLain(url, anggota.nama, anggota.sandi))).rejects.toThrow('memiliki tabelnya');
  await expect(buka(alamatLain(url, 'tidak_ada', 'x'))).rejects.toThrow('tidak ada di server');
  const lain = await buatPeran('NOBYPASSRLS');
  await expect(buka(alamatLain(url, lain.nama, 'salah'))).rejects.toThrow('menolak sandi');
});

describe('the derived access', () => {
  test('the same for every replica, another for another database, owner or password; special characters survive', () => {
    const dari = (url: string) => turunkanAkses(url)?.url;
    const pokok = dari('postgresql://a:p%40ss@h:5/satu?sslmode=require');
    expect(dari('postgresql://a:p%40ss@h:5/satu?sslmode=require')).toBe(pokok);
    expect(pokok).toMatch(/^postgresql:\/\/satu_aplikasi:[\w-]{43}@h:5\/satu\?sslmode=require$/);
    const sandi = (url: string) => new URL(dari(url) ?? '').password;
    const semua = ['a:x@h/satu', 'a:x@h/dua', 'b:x@h/satu', 'a:y@h/satu'].map((bagian) => sandi(`postgresql://${bagian}`));
    expect(new Set(semua).size).toBe(4);
  });

  test('no password, nothing derived', () => {
    expect(turunkanAkses('postgresql:///tuntas')).toBeNull();
    expect(turunkanAkses('postgresql://a@h/tuntas')).toBeNull();
  });

  test('names stay within 63 bytes and distinct', () => {
    const panjang = 'x'.repeat(60);
    expect(Buffer.byteLength(namaPeranTurunan(panjang))).toBeLessThanOrEqual(63);
    expect(namaPeranTurunan(panjang)).not.toBe(namaPeranTurunan(`${panjang}y`));
  });

  test('the stored form is what PostgreSQL itself makes: RFC 7677', () => {
    // The example of RFC 7677, section 3.
    const bentuk = penyimpananScram('pencil', Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'), 4096);
    expect(bentuk).toBe(
      'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
    );
  });
});
