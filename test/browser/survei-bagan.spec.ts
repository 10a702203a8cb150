import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { masukDiPeramban, masukSebagai } from '../support/orang';
import { bukaPeramban } from '../support/peramban';
import { jalankanSitusUji, type SitusUji } from '../support/situs';
import { isiUraian } from '../support/uraian-survei';

jest.setTimeout(60_000);

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const STANDAR = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let uji: SitusUji;
let peramban: Browser;
let halaman: Page;

beforeAll(async () => {
  uji = await jalankanSitusUji();
  await isiUraian(uji.sumber, 'KASN', 'SKM-2024');
  peramban = await bukaPeramban();
  await masukDiPeramban(peramban, await masukSebagai(uji.sumber, [{ instansi: 'KASN', peran: 'koordinator' }]));
  halaman = await peramban.newPage();
});

afterAll(async () => {
  await peramban.close();
  await uji.tutup();
});

async function periksa(alamat: string, warna: string, lebar: number): Promise<object> {
  await halaman.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: warna }]);
  await halaman.setViewport({ width: lebar, height: 900 });
  await halaman.goto(uji.alamat + alamat, { waitUntil: 'load' });
  await halaman.evaluate(AXE);
  const hasil = (await halaman.evaluate(`axe.run({ runOnly: ${JSON.stringify(STANDAR)} })`)) as AxeResults;
  const meluap = await halaman.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
  return { cacat: hasil.violations.map((v) => `${v.id}: ${v.nodes[0]?.html ?? ''}`), meluap };
}

describe.each([
  ['survei berisi profil, layanan, kuadran, tren', '/instansi/KASN/survei/SKM-2024'],
  ['tren', '/instansi/KASN/survei-tren'],
  ['perbandingan layanan', '/instansi/KASN/survei-layanan?tahun=2024'],
  ['kelompok profil', '/instansi/KASN/survei-profil'],
])('%s', (_, alamat) => {
  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['dark', 360],
    ['light', 320],
  ])('%s %i px: tidak ada cacat aksesibilitas, tidak bergulir ke samping', async (warna, lebar) => {
    expect(await periksa(alamat, warna, lebar)).toEqual({ cacat: [], meluap: false });
  });
});

test('bagan: tiap SVG bernama dan beruraian, tanpa gaya sebaris, dan semua angkanya ada di tabel', async () => {
  await halaman.goto(`${uji.alamat}/instansi/KASN/survei/SKM-2024`);
  const bagan = (await halaman.evaluate(`[...document.querySelectorAll('svg[role=img]')].map((s) => ({
    judul: s.querySelector('title')?.textContent ?? '', uraian: s.querySelector('desc')?.textContent ?? '', gaya: s.outerHTML.includes('style=') }))`)) as {
    judul: string;
    uraian: string;
    gaya: boolean;
  }[];
  expect(bagan.map((b) => b.judul)).toEqual([
    'Tren survei tahunan',
    'Kepentingan dan kinerja tiap unsur',
    'Nilai tiap unsur, SKM-2024',
  ]);
  expect(bagan.every((b) => b.uraian !== '' && !b.gaya)).toBe(true);
  const tabel = (await halaman.evaluate(`[...document.querySelectorAll('table')].map((t) => t.textContent).join(' ')`)) as string;
  for (const { uraian } of bagan) for (const [angka] of uraian.matchAll(/\d+,\d\d/g)) expect(tabel).toContain(angka);
});

test('tercetak: kepala, tabel, dan bagan pada kertas, tombol tidak', async () => {
  await halaman.goto(`${uji.alamat}/instansi/KASN/survei/SKM-2024`);
  await halaman.emulateMediaType('print');
  const terlihat =
    await halaman.evaluate(`['.ina-cetak-kepala', '#profil', '#kuadran', 'svg[role=img]', '.ina-button', '.ina-layar'].map((s) => {
    const unsur = document.querySelector(s); return unsur !== null && unsur.getClientRects().length > 0; })`);
  await halaman.emulateMediaType('screen');
  expect(terlihat).toEqual([true, true, true, true, false, false]);
});
