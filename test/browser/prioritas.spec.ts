import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { masukDiPeramban } from '../support/orang';
import { bukaPeramban } from '../support/peramban';
import { imporDenganDraf, PerambanPrioritas } from '../support/prioritas';

jest.setTimeout(90_000);

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let uji: AplikasiUji;
let peramban: Browser;
let halaman: Page;
let kasn: PerambanPrioritas;
let kpu: PerambanPrioritas;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  await imporDenganDraf(uji, 'KASN', { survei: 'SKM-2024', judul: 'Rencana Tindak Lanjut SKM Tahun 2024' });
  await imporDenganDraf(uji, 'KPU-KAB-TANGERANG', { survei: 'SKM-2024-S2' });
  kasn = await PerambanPrioritas.masuk(uji, 'KASN', 'DRAF');
  kpu = await PerambanPrioritas.masuk(uji, 'KPU-KAB-TANGERANG', 'DRAF');
  peramban = await bukaPeramban();
  halaman = await peramban.newPage();
}, 90_000);

afterAll(async () => {
  await peramban.close();
  await uji.tutup();
});

async function buka(orang: PerambanPrioritas, akhir = 'prioritas'): Promise<void> {
  await masukDiPeramban(peramban, orang.peramban.orang);
  await halaman.goto(uji.alamat + orang.alamat(akhir), { waitUntil: 'load' });
}

const klik = (pilih: string) => Promise.all([halaman.waitForNavigation({ waitUntil: 'load' }), halaman.click(pilih)]);
const teks = (pilih: string) => halaman.$eval(pilih, (e) => e.textContent.replace(/\s+/g, ' ').trim());

/** axe in both themes and widths, and nothing wider than the narrowest screen. */
async function keluhan(): Promise<string[]> {
  const temuan = new Set<string>();
  await halaman.evaluate(AXE);
  for (const [tema, lebar] of [
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const) {
    await halaman.setViewport({ width: lebar, height: 900 });
    await halaman.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: tema }]);
    const hasil = (await halaman.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
    for (const v of hasil.violations) temuan.add(`${tema} ${lebar} ${v.id}: ${v.nodes[0]?.html.slice(0, 160) ?? ''}`);
  }
  await halaman.setViewport({ width: 320, height: 640 });
  const lebih = await halaman.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  if (lebih !== 0) temuan.add(`320 px: ${String(lebih)} px terlalu lebar`);
  await halaman.setViewport({ width: 1280, height: 900 });
  return [...temuan];
}

test('tanpa skrip: mengambil usulan, menambah gabungan dan yang bukan unsur, mengurutkan', async () => {
  await halaman.setJavaScriptEnabled(false);
  await buka(kasn);
  await klik('form[action$="/ambil"] button[value=U9]');
  expect(await teks('.ina-flash[role=status]')).toContain('Usulan sudah menjadi prioritas');
  await klik('a[href$="/prioritas-baru"]');
  for (const u of ['U3', 'U5']) await halaman.click(`input[value=${u}]`);
  await klik('main form [type=submit]');
  expect(await teks('.ina-galat')).toContain('Tuliskan alasan penggabungan unsur-unsur ini');
  expect(await halaman.$$eval('input[type=checkbox]:checked', (c) => c.length)).toBe(2);
  await halaman.type('[name=alasan]', 'Satu proses bisnis layanan');
  await klik('main form [type=submit]');
  await klik('a[href$="/prioritas-baru"]');
  await halaman.click('input[value=saran]');
  await halaman.type('[name=judul]', 'Kanal Pengaduan KASN');
  await halaman.type('[name=alasan]', 'Masukan dan saran responden');
  await klik('main form [type=submit]');
  await klik('#prioritas-3 button[value=naik]');
  expect((await kasn.daftar()).map((p) => p.judul)).toEqual([
    'Sarana dan Prasarana',
    'Kanal Pengaduan KASN',
    'Waktu Penyelesaian dan Produk, Spesifikasi, dan Jenis Pelayanan',
  ]);
  await halaman.setJavaScriptEnabled(true);
});

test('halaman, formulir, dan lanjutan tanpa keluhan', async () => {
  const [satu] = await kasn.daftar();
  const id = satu?.id ?? '';
  for (const akhir of [
    'prioritas',
    'prioritas-baru',
    'prioritas-lanjutan',
    `prioritas/${id}/ubah`,
    `prioritas/${id}/gabung`,
    `prioritas/${id}/keluarkan`,
  ]) {
    // prettier-ignore
    await buka(kasn, akhir);
    expect([akhir, await keluhan()]).toEqual([akhir, []]);
  }
});

test('seri KPU: tampak dengan kata, tanpa keluhan, sebelum dan sesudah diputuskan', async () => {
  await buka(kpu);
  expect(await teks('#unsur-U6')).toContain('seri di batas seri dengan U5');
  expect(await keluhan()).toEqual([]);
  await buka(kpu, 'prioritas-lewati/U6');
  expect(await keluhan()).toEqual([]);
  await halaman.type('[name=alasan]', 'Petugas baru dilatih');
  await klik('main form [type=submit]');
  expect(await teks('#unsur-U6')).toContain('Dilewati Petugas baru dilatih');
  expect(await keluhan()).toEqual([]);
});

test('lanjutan dipilih dan masuk ke rencana', async () => {
  await buka(kasn, 'prioritas-lanjutan');
  await klik('main form [type=submit]');
  expect(await teks('.ina-galat')).toContain('Centang kegiatan');
  expect(await keluhan()).toEqual([]);
  await halaman.click('input[type=checkbox]');
  await klik('main form [type=submit]');
  expect(await teks('.ina-flash[role=status]')).toContain('1 kegiatan dilanjutkan');
});
