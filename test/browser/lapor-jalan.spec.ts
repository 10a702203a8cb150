import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { Browser, Page } from 'puppeteer-core';
import sharp from 'sharp';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { fotoUji } from '../support/berkas-buruk';
import { KEGIATAN_LAPOR, LaporUji, type PerambanLapor } from '../support/lapor';
import { masukDiPeramban } from '../support/orang';
import { bukaPeramban } from '../support/peramban';
import { bacaPdf } from './laporan-uji';

/* A unit reports with three photos from a telephone, another person returns it, the unit corrects, it is verified and printed. */

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'tuntas-jalan-'));
let uji: AplikasiUji;
let lapor: LaporUji;
let peramban: Browser;
let koordinator: PerambanLapor;
let pelapor: PerambanLapor;
let inspektur: PerambanLapor;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  lapor = await LaporUji.siapkan(uji);
  await lapor.jendela(lapor.periode, 'kunci');
  koordinator = await lapor.orang('koordinator', 'Koordinator Satu');
  pelapor = await lapor.orang('pelapor', 'Rina Wati', 'PEREN');
  inspektur = await lapor.orang('inspektur', 'Inspektur Satu');
  peramban = await bukaPeramban();
}, 90_000);

afterAll(async () => {
  await peramban.close();
  await uji.tutup();
  rmSync(folder, { recursive: true, force: true });
});

/** A browser of its own, signed in as this person where there is one. */
async function orang(siapa: PerambanLapor | null, skrip: boolean, lebar = 1280): Promise<Page> {
  const konteks = await peramban.createBrowserContext();
  const halaman = await konteks.newPage();
  await halaman.setViewport({ width: lebar, height: 900 });
  await halaman.setJavaScriptEnabled(skrip);
  if (siapa) await masukDiPeramban(konteks as unknown as Browser, siapa.orang);
  return halaman;
}

const buka = (halaman: Page, jalur: string) => halaman.goto(uji.alamat + jalur, { waitUntil: 'load' });
const teks = (halaman: Page, pilih = 'main') => halaman.$eval(pilih, (e) => e.textContent.replace(/\s+/g, ' ').trim());
/** As a person does, also where a label covers it. */
const klik = (halaman: Page, pilih: string) => halaman.$eval(pilih, (e) => (e as HTMLElement).click());
const kirim = (halaman: Page, pilih: string) =>
  Promise.all([halaman.waitForNavigation({ waitUntil: 'load' }), klik(halaman, pilih)]);

async function tulis(halaman: Page, id: string, isi: string): Promise<void> {
  await halaman.$eval(`#${id}`, (e) => (e as HTMLInputElement).select());
  await halaman.type(`#${id}`, isi);
}

async function pilihFoto(halaman: Page, medan: string, ke: number): Promise<void> {
  const jalur: string[] = [];
  for (const n of [1, 2, 3]) {
    jalur.push(join(folder, `loket ${ke + n}.jpg`));
    writeFileSync(jalur.at(-1) ?? '', await fotoUji(1600 + 2 * (ke + n), 1000));
  }
  const input = await halaman.$(`input[name="${medan}"]`);
  await (input as unknown as { uploadFile(...j: string[]): Promise<void> }).uploadFile(...jalur);
}

const tersimpan = (halaman: Page) =>
  halaman.waitForSelector('[data-keadaan] [data-kalau="server"]:not([hidden])', { timeout: 20_000 });
const jumlahBukti = (halaman: Page) => halaman.$$eval('[data-bukti-id]', (e) => e.length);

test('the coordinator opens the period', async () => {
  const halaman = await orang(koordinator, true);
  expect((await pelapor.buka(pelapor.laporan(KEGIATAN_LAPOR.sendiri))).isi).not.toContain('data-lapor');
  await buka(halaman, `/instansi/${lapor.kode}/triwulan`);
  await klik(halaman, `input[type=checkbox][value="${lapor.periode}"]`);
  await klik(halaman, 'input[name=tindakan][value=buka], select[name=tindakan] option[value=buka]');
  const tahun = lapor.periode.slice(0, 4);
  for (const [id, hari] of [
    ['mulai', '01-01'],
    ['batas', '12-31'],
  ] as const)
    await halaman.$eval(`#${id}`, (e, tanggal) => ((e as HTMLInputElement).value = tanggal), `${tahun}-${hari}`);
  await kirim(halaman, 'main form[method=post] button.ina-button--primary');
  expect(await teks(halaman)).toContain('Terbuka');
  expect((await pelapor.buka(pelapor.laporan(KEGIATAN_LAPOR.sendiri))).isi).toContain('data-lapor');
});

describe.each([
  ['with script', true, KEGIATAN_LAPOR.sendiri, 0],
  ['without script', false, KEGIATAN_LAPOR.kelompok, 10],
] as const)('%s', (_, skrip, kegiatan, ke) => {
  let unit: Page;
  let pemeriksa: Page;

  beforeAll(async () => {
    unit = await orang(pelapor, skrip);
    pemeriksa = await orang(inspektur, skrip);
  });
  afterAll(() => Promise.all([unit.browserContext().close(), pemeriksa.browserContext().close()]));

  async function putuskan(tindakan: string, alasan?: string): Promise<string> {
    await buka(pemeriksa, `/instansi/${lapor.kode}/verifikasi`);
    await kirim(pemeriksa, `.ina-antrean a[href*="slot="]`);
    await pemeriksa.$$eval('form[data-putusan] input[value=ya]', (e) => e.forEach((i) => (i as HTMLElement).click()));
    await klik(pemeriksa, `input[name=tindakan][value=${tindakan}]`);
    if (alasan) await tulis(pemeriksa, 'alasan', alasan);
    await kirim(pemeriksa, 'form[data-putusan] button[type=submit]');
    return teks(pemeriksa, 'body');
  }

  /** The photos are older than the plan: that is read first. */
  async function ajukanApaAdanya(): Promise<void> {
    await kirim(unit, 'button[formaction$="/ajukan"]');
    expect(await unit.$eval('#temuan-judul', (e) => e === document.activeElement)).toBe(true);
    expect(await teks(unit)).toContain('sebelum jadwal rencananya mulai');
    await kirim(unit, 'button[formaction$="/ajukan"]');
  }

  test('types, takes photos with a telephone, submits, gets a receipt', async () => {
    await buka(unit, pelapor.laporan(kegiatan));
    await klik(unit, 'input[name=status][value=sudah]');
    await tulis(unit, 'deskripsi', `Loket ditata ulang (${kegiatan}).`);
    if (skrip) await tersimpan(unit);
    else await kirim(unit, '#lapor .ina-aksi button[type=submit]');
    await buka(unit, pelapor.laporan(kegiatan));
    expect(await unit.$eval('#deskripsi', (e) => (e as HTMLTextAreaElement).value)).toBe(`Loket ditata ulang (${kegiatan}).`);

    if (skrip) await klik(unit, '[data-telepon-buka]');
    else await kirim(unit, '[data-telepon-buka]');
    const alamat = await unit.waitForSelector('[data-telepon] .ina-kode').then((e) => e?.evaluate((k) => k.textContent));
    const ponsel = await orang(null, skrip, 360);
    await ponsel.goto(alamat ?? '', { waitUntil: 'load' });
    const medan = await ponsel.$eval('input[type=file]', (e) => e.getAttribute('name') ?? '');
    await pilihFoto(ponsel, medan, ke);
    if (skrip) {
      await ponsel.waitForFunction(() => document.body.innerText.match(/sudah ada pada laporan/g)?.length === 3, {
        timeout: 30_000,
      });
      // By itself, without a reload.
      await unit.waitForFunction(() => document.querySelectorAll('[data-bukti-id]').length === 3, { timeout: 20_000 });
    } else {
      await kirim(ponsel, 'form[data-bukti] button[type=submit]');
      expect(await teks(ponsel, 'body')).toContain('3 berkas tersimpan');
    }
    expect(await ponsel.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    await ponsel.browserContext().close();

    await buka(unit, pelapor.laporan(kegiatan));
    expect(await jumlahBukti(unit)).toBe(3);
    await tulis(unit, 'atasNama', 'Budi Santoso');
    await tulis(unit, 'atasNamaJabatan', 'Kepala Bagian');
    if (skrip) await tersimpan(unit);
    await ajukanApaAdanya();
    expect(unit.url()).toContain('/tanda-terima/1');
    const tanda = await teks(unit);
    for (const kata of [`${lapor.periode}/`, 'Budi Santoso', 'Rina Wati', `loket ${ke + 1}.jpg`]) expect(tanda).toContain(kata);
    // Of each file, and of the whole.
    expect(new Set(tanda.match(/[0-9a-f]{64}/g)).size).toBe(4);
  });

  test('is returned with a reason, which the unit sees; corrects with a link; is verified', async () => {
    expect(await putuskan('kembalikan', 'Sebutkan tanggal kegiatannya.')).toContain('dikembalikan');
    await buka(unit, pelapor.laporan(kegiatan));
    const terbaca = await teks(unit);
    for (const kata of ['Sebutkan tanggal kegiatannya.', 'Inspektur Satu']) expect(terbaca).toContain(kata);
    await tulis(unit, 'deskripsi', 'Loket ditata ulang pada 10 Oktober.');
    await unit.type('[name="tautan:utama:lain"]', `https://jdih.contoh.go.id/peraturan-${ke}`);
    if (skrip) {
      await unit.keyboard.press('Enter');
      await unit.waitForFunction(() => document.querySelectorAll('[data-bukti-id]').length === 4, { timeout: 20_000 });
    } else await kirim(unit, '[data-simpan-bukti]');
    expect(await jumlahBukti(unit)).toBe(4);
    expect(await unit.$eval('#deskripsi', (e) => (e as HTMLTextAreaElement).value)).toBe('Loket ditata ulang pada 10 Oktober.');
    await ajukanApaAdanya();
    expect(unit.url()).toContain('/tanda-terima/2');
    expect(await putuskan('verifikasi')).toContain('erverifikasi');
    await buka(unit, pelapor.laporan(kegiatan));
    const akhir = await teks(unit);
    for (const kata of ['Terverifikasi', 'Sebutkan tanggal kegiatannya.', `peraturan-${ke}`]) expect(akhir).toContain(kata);
    expect(await unit.$('form[data-lapor]')).toBeNull();
  });
});

test('the PDF report carries both: photos upright and small inside the table, links beside them', async () => {
  const jawaban = await fetch(`${uji.alamat}/instansi/${lapor.kode}/rencana/RTL/laporan.pdf`, {
    headers: koordinator.orang.kepala,
  });
  expect([jawaban.status, jawaban.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const isi = new Uint8Array(await jawaban.arrayBuffer());
  const { teks: dibaca } = await bacaPdf(isi);
  for (const ke of [0, 10]) expect(dibaca).toContain(`jdih.contoh.go.id/peraturan-${ke}`);
  const pdf = await PDFDocument.load(isi);
  const gambar = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, o]) =>
      o instanceof PDFRawStream && o.dict.get(PDFName.of('Filter')) === PDFName.of('DCTDecode') ? [o.contents] : [],
    );
  expect(gambar).toHaveLength(6);
  for (const satu of gambar) {
    const { data, info } = await sharp(satu).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height <= 300]).toEqual([480, true]);
    const [merah, biru] = [data.subarray((20 * info.width + 20) * 3), data.subarray(((info.height - 20) * info.width + 460) * 3)];
    expect([(merah[0] ?? 0) > 150, (biru[2] ?? 0) > 150]).toEqual([true, true]);
  }
});
