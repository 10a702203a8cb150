import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { PeriksaService } from '../../src/survei/impor/periksa.service';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { masukDiPeramban, masukSebagai } from '../support/orang';
import { bukaPeramban } from '../support/peramban';
import { buatSurveiDraf, isiSurvei, jawabanKe } from '../support/respons';

jest.setTimeout(120_000);

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'tuntas-peramban-impor-'));
const keluhan: string[] = [];
let uji: AplikasiUji;
let peramban: Browser;
let halaman: Page;

beforeAll(async () => {
  process.env['TUNTAS_DATA'] = join(folder, 'data');
  uji = await jalankanAplikasiUji();
  await buatSurveiDraf(uji.aplikasi, 'SATU');
  peramban = await bukaPeramban();
  await masukDiPeramban(
    peramban,
    await masukSebagai(uji.sumber, [{ instansi: 'SATU', peran: 'koordinator' }], { nama: 'Ratna' }),
  );
  halaman = await peramban.newPage();
  await halaman.setViewport({ width: 1280, height: 900 });
  halaman.on('console', (pesan) => {
    if (!/status of 4\d\d/.test(pesan.text())) keluhan.push(pesan.text());
  });
});

afterAll(async () => {
  await peramban.close();
  await uji.tutup();
  delete process.env['TUNTAS_DATA'];
  rmSync(folder, { recursive: true, force: true });
});

const TANYA = [
  'Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?',
  'Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?',
  'Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?',
  'Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?',
  'Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara yang tercantum dalam standar pelayanan dengan hasil yang diberikan?',
  'Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas dalam pelayanan?',
  'Bagaimana pendapat Saudara tentang perilaku petugas dalam pelayanan terkait kesopanan dan keramahan?',
  'Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?',
  'Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?',
];
const KATA: readonly (readonly string[])[] = [
  ['Tidak sesuai', 'Kurang sesuai', 'Sesuai', 'Sangat sesuai'],
  ['Tidak mudah', 'Kurang mudah', 'Mudah', 'Sangat mudah'],
  ['Tidak cepat', 'Kurang cepat', 'Cepat', 'Sangat cepat'],
  ['Sangat mahal', 'Cukup mahal', 'Murah', 'Gratis'],
  ['Tidak sesuai', 'Kurang sesuai', 'Sesuai', 'Sangat sesuai'],
  ['Tidak kompeten', 'Kurang kompeten', 'Kompeten', 'Sangat kompeten'],
  ['Tidak sopan dan ramah', 'Kurang sopan dan ramah', 'Sopan dan ramah', 'Sangat sopan dan ramah'],
  ['Tidak ada', 'Ada tetapi tidak berfungsi', 'Berfungsi kurang maksimal', 'Dikelola dengan baik'],
  ['Buruk', 'Cukup', 'Baik', 'Sangat baik'],
];

/** A Google Forms export of 200 answers; one question has a title that says nothing, for the person to correct. */
function googleForms(): string {
  const sel = (teks: string) => `"${teks.replaceAll('"', '""')}"`;
  const judul = ['Timestamp', 'Nama lengkap', 'Usia', ...TANYA.map((t, i) => (i === 8 ? 'Pertanyaan terakhir' : t)), 'Saran'];
  const baris = Array.from({ length: 200 }, (_, i) => [
    `2026/02/${String(1 + (i % 28)).padStart(2, '0')} ${8 + (i % 9)}:${String(i % 60).padStart(2, '0')}:${String((i * 7) % 60).padStart(2, '0')} AM GMT+9`,
    `Warga ke-${i}`,
    String(18 + (i % 50)),
    ...jawabanKe(i).map((nilai, u) => KATA[u]?.[nilai - 1] ?? ''),
    i % 20 === 0 ? 'Tambah loket' : '',
  ]);
  return [judul, ...baris].map((b) => b.map(sel).join(',')).join('\r\n');
}

const kirim = async (pilih: string): Promise<void> => {
  await Promise.all([halaman.waitForNavigation({ waitUntil: 'load' }), halaman.click(pilih)]);
};
const isi = () => halaman.$eval('main', (m) => m.textContent);

async function axe(): Promise<string[]> {
  const temuan = new Set<string>();
  await halaman.evaluate(AXE);
  for (const lebar of [1280, 360]) {
    await halaman.setViewport({ width: lebar, height: 800 });
    const hasil = (await halaman.evaluate('axe.run()')) as AxeResults;
    for (const v of hasil.violations) temuan.add(`${lebar} ${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`);
    if (await halaman.evaluate(() => document.documentElement.scrollWidth > innerWidth))
      temuan.add(`${lebar}: menggulir ke samping`);
  }
  await halaman.setViewport({ width: 1280, height: 900 });
  return [...temuan];
}

test('unduhan Google Forms: unggah, betulkan satu kolom, periksa, terapkan, tetapkan; hasilnya terlihat bersama bagannya', async () => {
  const berkas = join(folder, 'SKM (Jawaban) – Form Responses 1.csv');
  writeFileSync(berkas, googleForms());
  await halaman.goto(`${uji.alamat}/instansi/SATU/survei/DRAF/impor`);
  const medan = await halaman.$('input[type=file]');
  await (medan as unknown as { uploadFile(...jalur: string[]): Promise<void> }).uploadFile(berkas);
  await kirim('form[enctype] [type=submit]');

  expect(await halaman.$eval('h1', (h) => h.textContent)).toBe('Arti setiap kolom');
  expect(await isi()).toContain('SKM (Jawaban) – Form Responses 1.csv');
  expect(await isi()).not.toContain('Warga ke-1');
  expect(await isi()).toContain('Tidak ada kolom untuk U9');
  expect(await axe()).toEqual([]);

  const kolom = await halaman.$$eval('main tbody select', (s) => s.map((x) => (x as unknown as { value: string }).value));
  expect(kolom.slice(3, 11)).toEqual(['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8'].map((u) => `unsur:${u}`));
  await halaman.select('#kolom-11', 'unsur:U9');
  await kirim('[formaction$="/kolom"]');
  expect(await isi()).toContain('Baris pertama sebagaimana dipahami');
  expect(await axe()).toEqual([]);

  await kirim('form[action$="/periksa"] .ina-button--primary');
  await halaman.waitForSelector('input[name=sidik]', { timeout: 20_000 });
  expect(await isi()).toContain('200');
  expect((await isiSurvei(uji.sumber, 'SATU'))['n']).toBe(0);
  expect(await axe()).toEqual([]);

  await kirim('form[action$="/terapkan"] [type=submit]');
  expect(await halaman.$eval('h1', (h) => h.textContent)).toBe('Jawaban sudah dimasukkan');
  expect(await axe()).toEqual([]);
  const tersimpan = await isiSurvei(uji.sumber, 'SATU');
  const harapan = Array.from({ length: 9 }, (_, u) => Array.from({ length: 200 }, (__, i) => jawabanKe(i)[u] ?? 0));
  expect(tersimpan['unsur']).toEqual(harapan.map((j, u) => [`U${u + 1}`, 200, j.reduce((a, b) => a + b, 0)]));

  await halaman.goto(`${uji.alamat}/instansi/SATU/survei/DRAF/tetapkan`);
  await kirim('main form [type=submit]');
  await halaman.goto(`${uji.alamat}/instansi/SATU/survei/DRAF`);
  expect(await uji.sumber.query(`SELECT status FROM survei WHERE kode = 'DRAF'`)).toEqual([{ status: 'ditetapkan' }]);
  expect(await halaman.$$eval('main svg[role=img], main figure svg', (s) => s.length)).toBeGreaterThan(0);
  expect(await isi()).toContain('62,5');
  await uji.sumber.query(`UPDATE survei SET status = 'draf' WHERE kode = 'DRAF'`);
});

test('sedang diperiksa: bilah kemajuan yang menyegarkan diri sampai selesai, juga tanpa skrip', async () => {
  await halaman.goto(`${uji.alamat}/instansi/SATU/survei/DRAF/impor`);
  const berkas = join(folder, 'lagi.csv');
  writeFileSync(berkas, googleForms().replace('Warga ke-0', 'Orang lain'));
  const medan = await halaman.$('input[type=file]');
  await (medan as unknown as { uploadFile(...jalur: string[]): Promise<void> }).uploadFile(berkas);
  await kirim('form[enctype] [type=submit]');
  const alamat = halaman.url();
  const id = alamat.split('/').at(-1);
  const tahan = (kemajuan: number) =>
    uji.sumber.query(
      `UPDATE impor_respons SET keadaan = 'dibaca', pekerja = gen_random_uuid(), denyut = now(), kemajuan = $2 WHERE id = $1`,
      [id, kemajuan],
    );
  await tahan(0.25);
  await halaman.goto(alamat);
  expect(await halaman.$eval('progress', (p) => p.getAttribute('value'))).toBe('25');
  expect(await axe()).toEqual([]);
  await tahan(0.75);
  await halaman.waitForFunction(() => document.querySelector('progress')?.value === 75, { timeout: 10_000 });
  expect(await isi()).toContain('75% dari isi berkas');
  await uji.sumber.query(`UPDATE impor_respons SET keadaan = 'diterima', pekerja = NULL WHERE id = $1`, [id]);
  await halaman.waitForSelector('select#kolom-0', { timeout: 10_000 });

  await halaman.setJavaScriptEnabled(false);
  await tahan(0.5);
  await halaman.goto(alamat);
  await uji.sumber.query(`UPDATE impor_respons SET keadaan = 'diterima', pekerja = NULL WHERE id = $1`, [id]);
  await halaman.waitForNavigation({ timeout: 15_000 });
  expect(await halaman.$eval('h1', (h) => h.textContent)).toBe('Arti setiap kolom');
  await kirim('form[action$="/periksa"] .ina-button--primary');
  await uji.aplikasi.get(PeriksaService).tunggu();
  await halaman.goto(alamat);
  expect(await halaman.$eval('h1', (h) => h.textContent)).toBe('Hasil pemeriksaan');
  await halaman.setJavaScriptEnabled(true);
});

test('peramban tidak mengeluh apa pun', () => expect(keluhan).toEqual([]));
