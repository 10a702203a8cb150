import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { klonTemplat } from '../support/basisdata';
import { folderSementara, jalankan, prosesDengan, tungguSepi } from '../support/proses-uji';

const sementara = folderSementara();
const data = join(sementara.jalur, 'data');
const env = { TUNTAS_DATA: data };
const log = () => readFileSync(join(data, 'basisdata.log'), 'utf8');
const ekspor = (kode: string) => jalankan('tuntas', ['ekspor', '--instansi', kode], { env }).selesai;

afterAll(async () => {
  for (const pid of prosesDengan(data)) process.kill(pid, 'SIGQUIT');
  await tungguSepi(data);
  sementara.hapus();
});

beforeAll(async () => {
  // The first start makes the database; the tests below find it made.
  const pertama = jalankan('start', [], { env });
  const alamat = await pertama.siap();
  expect((await fetch(alamat)).headers.has('content-security-policy')).toBe(true);
  const hasil = await pertama.hentikan('SIGTERM');
  expect(hasil).toMatchObject({ kode: 0, galat: '' });
  // The address keeps a line to itself; the demonstration accounts follow.
  const [baris, contoh] = hasil.keluaran.split('\n');
  expect([baris, contoh]).toEqual([
    `Tuntas siap di ${alamat}`,
    expect.stringMatching(/^Akun contoh, kata sandi semuanya [a-z-]+$/),
  ]);
});

test('after SIGTERM no PostgreSQL is left, and its log ends with a clean shutdown', async () => {
  await tungguSepi(data, 2_000);
  expect(log()).toContain('received fast shutdown request');
  expect(log().trimEnd().split('\n').at(-1)).toContain('database system is shut down');
});

test('the password is random, for the owner alone, and PostgreSQL listens on the loopback only', () => {
  expect(statSync(join(data, 'sandi')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(data, 'sandi'), 'utf8').trim().length).toBeGreaterThanOrEqual(32);
  const mendengarkan = log().match(/listening on .*/g) ?? [];
  expect(mendengarkan.length).toBeGreaterThan(0);
  expect(mendengarkan.filter((baris) => !baris.includes('"127.0.0.1"'))).toEqual([]);
});

test('a second start keeps the data; Ctrl-C in the terminal, which reaches the whole process group, ends everything cleanly', async () => {
  const kedua = jalankan('start', [], { env, lewatNpm: true });
  await kedua.siap();
  const { kode, keluaran } = await ekspor('KASN');
  expect(kode).toBe(0);
  expect((JSON.parse(keluaran) as { instansi: { nama: string } }).instansi.nama).toBe('Komisi Aparatur Sipil Negara');

  process.kill(-kedua.pid, 'SIGINT');
  const hasil = await kedua.selesai;
  expect(hasil.kode).toBe(0);
  expect(hasil.galat).not.toMatch(/FATAL|PANIC|Error/);
  await tungguSepi(data, 2_000);
  expect(log().trimEnd().split('\n').at(-1)).toContain('database system is shut down');
});

test('a data folder that a running instance holds: one sentence, exit 1, and the holder lives on', async () => {
  const pertama = jalankan('start', [], { env });
  const alamat = await pertama.siap();
  const { kode, keluaran, galat } = await jalankan('start', [], { env }).selesai;
  expect(kode).toBe(1);
  expect(keluaran).toBe('');
  expect(galat.trim().split('\n')).toEqual([
    `Folder data ${data} sedang dipakai oleh Tuntas yang sudah berjalan di ${alamat} (PID ${pertama.pid}); hentikan dahulu proses itu.`,
  ]);
  expect((await fetch(alamat)).status).toBeLessThan(500);
  expect((await pertama.hentikan('SIGINT')).kode).toBe(0);
});

test('a taken port: one sentence, exit 1, the database stopped again', async () => {
  const penghuni = createServer().listen(0, '127.0.0.1');
  await new Promise((siap) => penghuni.once('listening', siap));
  const { port } = penghuni.address() as AddressInfo;
  const { kode, keluaran, galat } = await jalankan('start', [], { env: { ...env, PORT: String(port) } }).selesai;
  penghuni.close();
  expect({ kode, keluaran }).toEqual({ kode: 1, keluaran: '' });
  expect(galat).toBe(`Port ${port} di 127.0.0.1 sudah dipakai program lain; pilih port lain dengan PORT=….\n`);
  await tungguSepi(data, 2_000);
});

test('every fault of the environment at once, and no password in the message', async () => {
  const { kode, galat } = await jalankan('start', [], {
    env: { ...env, PORT: '70000', ALAMAT: 'rumah', DATABASE_URL: 'mysql://a:rahasia@h/b', TUNTAS_CHROMIUM: '/tidak/ada' },
  }).selesai;
  expect(kode).toBe(1);
  for (const nama of ['PORT', 'ALAMAT', 'DATABASE_URL', 'TUNTAS_CHROMIUM']) expect(galat).toContain(`- ${nama}: `);
  expect(galat).not.toContain('rahasia');
});

describe('after a crash', () => {
  test('kill -9 of the server: PostgreSQL ends in order by itself, the next start finds its data', async () => {
    const pertama = jalankan('start', [], { env });
    await pertama.siap();
    await pertama.hentikan('SIGKILL');
    await tungguSepi(data);
    expect(log().trimEnd().split('\n').at(-1)).toContain('database system is shut down');
    const kedua = jalankan('start', [], { env });
    await kedua.siap();
    expect((await ekspor('KASN')).kode).toBe(0);
    expect((await kedua.hentikan()).kode).toBe(0);
  });

  test('kill -9 of the server and of the watcher: the orphaned PostgreSQL is stopped, and the start goes on', async () => {
    const pertama = jalankan('start', [], { env });
    await pertama.siap();
    for (const pid of prosesDengan('tuntas-penjaga').filter((p) => prosesDengan(data).includes(p))) process.kill(pid, 'SIGKILL');
    await pertama.hentikan('SIGKILL');
    const yatim = prosesDengan(data);
    expect(yatim.length).toBeGreaterThan(0);
    const kedua = jalankan('start', [], { env });
    await kedua.siap();
    expect(prosesDengan(data).filter((pid) => yatim.includes(pid))).toEqual([]);
    expect((await kedua.hentikan()).kode).toBe(0);
  });

  test('power failure: recovery from the log, although the old process numbers belong to others now', async () => {
    const pertama = jalankan('start', [], { env });
    await pertama.siap();
    for (const pid of prosesDengan(data)) process.kill(pid, 'SIGKILL');
    await pertama.hentikan('SIGKILL');
    // After a restart of the machine the numbers in both notes may name any process: here, this one.
    const catatan = join(data, 'basisdata', 'postmaster.pid');
    writeFileSync(catatan, readFileSync(catatan, 'utf8').replace(/^\d+/, String(process.pid)));
    writeFileSync(
      join(data, 'instans.json'),
      JSON.stringify({ pid: process.pid, mulai: 'lain', jenis: 'layanan', port: 1, alamat: null }),
    );
    const kedua = jalankan('start', [], { env });
    await kedua.siap();
    expect(log()).toContain('database system was not properly shut down; automatic recovery in progress');
    expect((await ekspor('KASN')).kode).toBe(0);
    expect((await kedua.hentikan()).kode).toBe(0);
  });

  test('a claim cut off by the power failure counts as none', async () => {
    writeFileSync(join(data, 'instans.json'), '');
    const kedua = jalankan('start', [], { env });
    await kedua.siap();
    expect((await kedua.hentikan()).kode).toBe(0);
  });

  test('PostgreSQL itself dies: the server says so and ends with exit 1', async () => {
    const pertama = jalankan('start', [], { env });
    await pertama.siap();
    const postmaster = Number.parseInt(readFileSync(join(data, 'basisdata', 'postmaster.pid'), 'utf8'), 10);
    process.kill(postmaster, 'SIGKILL');
    const { kode, galat } = await pertama.selesai;
    expect(kode).toBe(1);
    expect(galat).toContain('PostgreSQL tertanam berhenti sendiri');
  });
});

test('stopped while it is still starting: exit 0 and nothing left', async () => {
  const pertama = jalankan('start', [], { env });
  while (prosesDengan(data).length === 0) await new Promise((lanjut) => setTimeout(lanjut, 5));
  expect((await pertama.hentikan('SIGINT')).kode).toBe(0);
  await tungguSepi(data, 2_000);
});

const pengguna = process.getuid?.() === 0 ? test.skip : test;

pengguna('a data folder that this user may not open: one sentence', async () => {
  const tertutup = folderSementara();
  chmodSync(tertutup.jalur, 0o500);
  const { kode, galat } = await jalankan('start', [], { env: { TUNTAS_DATA: tertutup.jalur } }).selesai;
  expect(kode).toBe(1);
  expect(galat).toContain(`Folder data ${tertutup.jalur} tidak dapat dibuka atau ditulisi`);
  tertutup.hapus();
});

describe('DATABASE_URL', () => {
  test('two replicas start at once on one empty database: both serve, the examples are there once, no embedded PostgreSQL', async () => {
    const kosong = await klonTemplat('template0');
    const lingkungan = { env: { DATABASE_URL: kosong.url, TUNTAS_DATA: join(sementara.jalur, 'tidak-dipakai') } };
    const replika = [jalankan('start', [], lingkungan), jalankan('start', [], lingkungan)];
    await Promise.all(replika.map((satu) => satu.siap()));
    expect(prosesDengan('tidak-dipakai')).toEqual([]);
    const impor = await jalankan('tuntas', ['impor', 'src/paket/contoh/kasn-2023.json'], lingkungan).selesai;
    expect(impor.keluaran).toMatch(/^0 baru, 0 berubah, \d+ tetap\n$/);
    for (const satu of replika) expect((await satu.hentikan()).kode).toBe(0);
    await kosong.hapus();
  });

  test('a server that is not there: one sentence without the password', async () => {
    const { kode, galat } = await jalankan('start', [], { env: { DATABASE_URL: 'postgresql://a:rahasia@127.0.0.1:9/tuntas' } })
      .selesai;
    expect(kode).toBe(1);
    expect(galat).toMatch(/^Server PostgreSQL di 127\.0\.0\.1:9\/tuntas tidak dapat dipakai: .*\n$/);
    expect(galat).not.toContain('rahasia');
  });
});
