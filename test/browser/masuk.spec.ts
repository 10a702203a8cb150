import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { klonTemplat } from '../support/basisdata';
import { PerambanUji } from '../support/peramban-uji';
import { bukaPeramban } from '../support/peramban';
import { folderSementara, jalankan, prosesDengan, tungguSepi, type ProsesUji } from '../support/proses-uji';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const sementara = folderSementara();
const data = join(sementara.jalur, 'data');
const env = { TUNTAS_DATA: data };
/** Demonstration account → agencies whose pages it may open. */
const AKUN: readonly (readonly [string, readonly string[]])[] = [
  ['pelapor', ['KASN']],
  ['pj', ['KASN']],
  ['koordinator', ['KASN']],
  ['pimpinan', ['KASN']],
  ['admin', ['KASN']],
  ['inspektur', ['KASN', 'KANREG-X-BKN']],
  ['operator', []],
];

let server: ProsesUji;
let alamat: string;
let keluaran: string;
let peramban: Browser;
const keluhan: string[] = [];

beforeAll(async () => {
  server = jalankan('start', [], { env });
  alamat = await server.siap();
  peramban = await bukaPeramban();
});

afterAll(async () => {
  await peramban.close();
  await server.hentikan();
  for (const pid of prosesDengan(data)) process.kill(pid, 'SIGQUIT');
  await tungguSepi(data);
  sementara.hapus();
});

async function halamanBaru(): Promise<Page> {
  const konteks = await peramban.createBrowserContext();
  const halaman = await konteks.newPage();
  halaman.setDefaultTimeout(10_000);
  halaman.on('console', (pesan) => {
    if (['error', 'warn'].includes(pesan.type()) && !/status of 4\d\d/.test(pesan.text()))
      keluhan.push(`${halaman.url()} ${pesan.text()}`);
  });
  return halaman;
}
async function axe(halaman: Page): Promise<string[]> {
  await halaman.evaluate(AXE);
  const hasil = (await halaman.evaluate('axe.run()')) as AxeResults;
  return hasil.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`);
}
async function tekan(halaman: Page, pemilih: string): Promise<number> {
  const [jawaban] = await Promise.all([halaman.waitForNavigation(), halaman.click(pemilih)]);
  return jawaban?.status() ?? 0;
}
async function keluar(halaman: Page): Promise<void> {
  await halaman.goto(`${alamat}/akun`);
  await halaman.click('details:has(form[action="/keluar"]) summary');
  await tekan(halaman, 'form[action="/keluar"] button');
}

test.each(AKUN)('%s: masuk dengan satu tombol dari halaman masuk, melihat instansinya saja, keluar', async (lokal, instansi) => {
  const halaman = await halamanBaru();
  await halaman.goto(`${alamat}/akun`);
  expect(new URL(halaman.url()).pathname).toBe('/masuk');
  await tekan(halaman, `form:has(input[value="${lokal}@contoh.example"]) button`);
  expect(new URL(halaman.url()).pathname).toBe('/akun');
  expect(await halaman.$eval('main', (m) => m.textContent)).toContain(`${lokal}@contoh.example`);
  expect([200, 304]).toContain((await halaman.goto(alamat))?.status());
  for (const kode of ['KASN', 'KANREG-X-BKN', 'BKN']) {
    const status = (await halaman.goto(`${alamat}/instansi/${kode}`))?.status();
    const terbuka = [200, 304].includes(status ?? 0);
    expect([kode, terbuka]).toEqual([kode, instansi.includes(kode)]);
    if (!terbuka) expect(status).toBe(404);
  }
  await keluar(halaman);
  expect(halaman.url()).toBe(`${alamat}/masuk?pesan=keluar`);
  await halaman.goto(`${alamat}/akun`);
  expect(new URL(halaman.url()).pathname).toBe('/masuk');
  await halaman.goBack();
  await halaman.reload();
  expect(await halaman.$('form[action="/keluar"]')).toBeNull();
});

test('dengan papan ketik saja: galat di atas, tertaut ke medannya; lalu masuk', async () => {
  const halaman = await halamanBaru();
  await halaman.goto(`${alamat}/masuk`);
  await halaman.focus('#surel');
  await halaman.keyboard.type('admin@contoh.example');
  await halaman.keyboard.press('Tab');
  await halaman.keyboard.type('bukan ini sandinya');
  await Promise.all([halaman.waitForNavigation(), halaman.keyboard.press('Enter')]);
  expect(await halaman.$eval('#surel', (m) => (m as unknown as { value: string }).value)).toBe('admin@contoh.example');
  expect(await halaman.$eval('#sandi', (m) => (m as unknown as { value: string }).value)).toBe('');
  await halaman.focus('.ina-galat a');
  await halaman.keyboard.press('Enter');
  expect(halaman.url()).toContain('#surel');
  await halaman.focus('#sandi');
  await halaman.keyboard.type(await sandiContoh());
  await Promise.all([halaman.waitForNavigation(), halaman.keyboard.press('Enter')]);
  expect(new URL(halaman.url()).pathname).not.toBe('/masuk');
  expect(await halaman.$('form[action="/keluar"]')).not.toBeNull();
});

async function sandiContoh(): Promise<string> {
  const { isi } = await new PerambanUji(alamat).buka('/masuk');
  return /<code>([^<]+)<\/code>/.exec(isi)?.[1] ?? '';
}

describe('terang dan gelap, lebar dan sempit', () => {
  const HALAMAN = [
    '/masuk',
    '/masuk?pesan=keluar',
    '/lupa-sandi',
    '/undangan/tidak-ada',
    '/akun',
    '/akun/totp',
    '/instansi/KASN/cara-masuk',
  ];
  test.each(HALAMAN)('%s: axe tidak menemukan apa pun, dan tidak bergulir ke samping pada 320 px', async (jalur) => {
    const halaman = await halamanBaru();
    await halaman.goto(`${alamat}/masuk`);
    if (/akun|cara-masuk/.test(jalur)) await tekan(halaman, 'form:has(input[value="admin@contoh.example"]) button');
    for (const [tema, lebar] of [
      ['light', 1280],
      ['dark', 1280],
      ['light', 360],
      ['dark', 360],
    ] as const) {
      await halaman.setViewport({ width: lebar, height: 800 });
      await halaman.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: tema }]);
      await halaman.goto(alamat + jalur);
      expect([tema, lebar, await axe(halaman)]).toEqual([tema, lebar, []]);
    }
    await halaman.setViewport({ width: 320, height: 700 });
    const lebih = await halaman.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(lebih).toBeLessThanOrEqual(0);
  });
});

test('tidak ada yang dikeluhkan peramban: tidak ada skrip sebaris, gaya sebaris, atau sumber luar', () => {
  expect(keluhan).toEqual([]);
});

describe('akun contoh', () => {
  test('dicetak saat mulai, baris alamat tetap sendiri; sama setelah mulai lagi', async () => {
    const hasil = await server.hentikan();
    keluaran = hasil.keluaran;
    const baris = keluaran.trimEnd().split('\n');
    expect(baris[0]).toBe(`Tuntas siap di ${alamat}`);
    expect(baris[1]).toMatch(/^Akun contoh, kata sandi semuanya ([a-z]+-){4}[a-z]+$/);
    expect(baris.slice(2).map((b) => b.trim().split('@')[0])).toEqual(AKUN.map(([lokal]) => lokal));
    server = jalankan('start', [], { env });
    alamat = await server.siap();
    expect(await sandiContoh()).toBe(baris[1]?.split(' ').at(-1));
  });

  test('operator buat: tautan sekali pakai, lalu masuk', async () => {
    const jalankanBuat = () =>
      jalankan('tuntas', ['operator', 'buat', '--surel', 'Kepala@contoh.id', '--nama', 'Kepala TI'], { env }).selesai;
    const { kode, keluaran: tautan } = await jalankanBuat();
    expect(kode).toBe(0);
    const jalur = new URL(tautan.trim()).pathname;
    const p = new PerambanUji(alamat);
    expect((await p.kirim(jalur, { sandi: 'gemericik hulu tapal', ulang: 'gemericik hulu tapal' })).lokasi).toBe(
      '/masuk?pesan=sandi',
    );
    expect((await p.kirim('/masuk', { surel: 'kepala@contoh.id', sandi: 'gemericik hulu tapal' })).status).toBe(303);
    const ulang = await jalankanBuat();
    expect([ulang.kode, ulang.galat]).toEqual([1, 'Sudah ada akun dengan surel kepala@contoh.id.\n']);
  });

  test('tidak ditawarkan bila dapat dicapai dari luar mesin', async () => {
    await server.hentikan();
    server = jalankan('start', [], { env: { ...env, ALAMAT: '0.0.0.0' } });
    alamat = await server.siap();
    expect((await new PerambanUji(alamat).buka('/masuk')).isi).not.toContain('Akun contoh');
  });

  test('tidak pernah ada dengan DATABASE_URL', async () => {
    const kosong = await klonTemplat('template0');
    const lain = jalankan('start', [], { env: { DATABASE_URL: kosong.url, TUNTAS_DATA: join(sementara.jalur, 'lain') } });
    const alamatLain = await lain.siap();
    const p = new PerambanUji(alamatLain);
    const { isi } = await p.buka('/masuk');
    expect(isi).not.toContain('contoh.example');
    expect(isi).toContain('Pemasangan ini belum punya operator');
    const hasil = await lain.hentikan();
    expect(hasil.keluaran).toBe(`Tuntas siap di ${alamatLain}\n`);
    expect(hasil.galat).toContain('npm run tuntas -- operator buat --surel SUREL --nama NAMA');
    await kosong.hapus();
  });
});
