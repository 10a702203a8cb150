import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Browser, Page } from 'puppeteer-core';
import { masukDiPeramban } from '../support/orang';
import { bukaPeramban } from '../support/peramban';
import { jalankanSitusUji, KODE_GANJIL, type SitusUji } from '../support/situs';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const GANJIL = `/instansi/${encodeURIComponent(KODE_GANJIL)}`;

const HALAMAN = [
  '/',
  '/?q=tidak-ada',
  '/instansi/KASN',
  '/instansi/KANREG-X-BKN',
  '/instansi/KASN/survei/SKM-2024',
  '/instansi/KASN/survei/SKM-2022',
  '/instansi/KPU-KAB-TANGERANG/survei/SKM-2024-S2?urut=dokumen',
  '/instansi/KASN/rencana/RTL-2023',
  '/instansi/KASN/rencana/RTL-2023?status=belum-melapor&prioritas=3&tw=2024-TW2',
  '/instansi/BKN/rencana/RA-2017',
  '/instansi/KANREG-X-BKN/rencana/RA-2023-S1',
  '/instansi/KANREG-X-BKN/rencana/RA-2023-S1/kegiatan/1.1',
  '/instansi/KASN/rencana/RTL-2023/kegiatan/3.2',
  `${GANJIL}/survei/J`,
  `${GANJIL}/survei/R`,
  `${GANJIL}/rencana/P%20Q`,
  `${GANJIL}/rencana/KOSONG`,
  `${GANJIL}/rencana/P%20Q/kegiatan/a%2F1`,
  '/tidak-ada',
];

let uji: SitusUji;
let peramban: Browser;
let halaman: Page;
const keluhan: string[] = [];

beforeAll(async () => {
  uji = await jalankanSitusUji();
  peramban = await bukaPeramban();
  await masukDiPeramban(peramban, uji.inspektur);
  halaman = await peramban.newPage();
  halaman.on('console', (pesan) => {
    if (!pesan.text().includes('404')) keluhan.push(`${halaman.url()} ${pesan.text()}`);
  });
  halaman.on('requestfailed', (r) => keluhan.push(`${r.url()} ${r.failure()?.errorText}`));
});

afterAll(async () => {
  await peramban.close();
  await uji.tutup();
});

async function buka(alamat: string, lebar: number, tema: 'light' | 'dark' = 'light'): Promise<void> {
  await halaman.setViewport({ width: lebar, height: lebar < 600 ? 740 : 900 });
  await halaman.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: tema }]);
  await halaman.goto(uji.alamat + alamat, { waitUntil: 'load' });
}

describe.each([
  ['light', 1280],
  ['light', 360],
  ['dark', 1280],
  ['dark', 360],
] as const)('axe, %s, %i px', (tema, lebar) => {
  test.each(HALAMAN)('%s tanpa temuan', async (alamat) => {
    await buka(alamat, lebar, tema);
    await halaman.evaluate(AXE);
    const hasil = (await halaman.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
    expect(
      hasil.violations.map(
        (v) =>
          `${v.id}: ${v.nodes
            .map((n) => n.html.slice(0, 160))
            .slice(0, 3)
            .join(' | ')}`,
      ),
    ).toEqual([]);
  });
});

test.each([320, 360, 768, 1024, 1280, 1920])(
  'tidak ada gulir menyamping pada %i px',
  async (lebar) => {
    for (const alamat of HALAMAN) {
      await buka(alamat, lebar);
      const lebih = await halaman.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect(`${alamat} ${String(lebih)}`).toBe(`${alamat} 0`);
    }
  },
  60_000,
);

test('papan ketik: lompatan ke isi lebih dulu, fokus selalu terlihat', async () => {
  await buka('/instansi/KASN/rencana/RTL-2023', 1280);
  await halaman.keyboard.press('Tab');
  expect(await halaman.evaluate('document.activeElement.textContent')).toBe('Lewati ke isi');
  await halaman.keyboard.press('Enter');
  expect(new URL(halaman.url()).hash).toBe('#isi');
  for (let i = 0; i < 40; i += 1) {
    await halaman.keyboard.press('Tab');
    const garis = await halaman.evaluate('getComputedStyle(document.activeElement).outlineStyle');
    expect(garis).toBe('solid');
  }
});

test('cetak: terang walau layar gelap, tanpa navigasi, melintang, kepala berisi instansi dan tanggal', async () => {
  await buka('/instansi/KASN/rencana/RTL-2023', 1280, 'dark');
  await halaman.emulateMediaType('print');
  const gaya = await halaman.evaluate(`({
    latar: getComputedStyle(document.body).backgroundColor,
    nav: getComputedStyle(document.querySelector('.ina-nav')).display,
    kepala: document.querySelector('.ina-cetak-kepala').offsetHeight > 0,
  })`);
  await halaman.emulateMediaType();
  expect(gaya).toEqual({ latar: 'rgb(255, 255, 255)', nav: 'none', kepala: true });
  const pdf = await PDFDocument.load(await halaman.pdf({ preferCSSPageSize: true }));
  const [pertama] = pdf.getPages();
  expect(pdf.getPageCount()).toBeLessThanOrEqual(3);
  expect(Math.round((pertama?.getWidth() ?? 0) / 2.834645)).toBe(297);
});

test('tanpa JavaScript: dari daftar sampai bukti hanya dengan mengeklik, lalu mencari dan menyaring', async () => {
  await halaman.setJavaScriptEnabled(false);
  try {
    await buka('/', 360);
    const klik = async (pilih: string) => {
      await Promise.all([halaman.waitForNavigation({ waitUntil: 'load' }), halaman.click(pilih)]);
      return new URL(halaman.url()).pathname + new URL(halaman.url()).search;
    };
    expect(await klik('a[href="/instansi/KANREG-X-BKN"]')).toBe('/instansi/KANREG-X-BKN');
    expect(await klik('a[href="/instansi/KANREG-X-BKN/rencana/RA-2023-S1"]')).toBe('/instansi/KANREG-X-BKN/rencana/RA-2023-S1');
    expect(await klik('a.ina-chip[href*="status=sebagian"]')).toBe('/instansi/KANREG-X-BKN/rencana/RA-2023-S1?status=sebagian');
    expect(await klik('a.ina-polos[href$="/kegiatan/2.3"]')).toBe('/instansi/KANREG-X-BKN/rencana/RA-2023-S1/kegiatan/2.3');
    await buka('/', 1280);
    await halaman.type('input[name=q]', 'tangerang');
    expect(await klik('main button[type=submit]')).toBe('/?q=tangerang');
  } finally {
    await halaman.setJavaScriptEnabled(true);
  }
});

test('peramban tidak mengeluh apa pun selama itu: tidak ada pelanggaran CSP, tidak ada aset yang hilang', () => {
  expect(keluhan).toEqual([]);
});
