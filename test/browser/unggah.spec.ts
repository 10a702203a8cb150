import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import sharp from 'sharp';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { KEGIATAN_LAPOR, LaporUji, type PerambanLapor } from '../support/lapor';
import { masukDiPeramban } from '../support/orang';
import { bukaPeramban } from '../support/peramban';
import { fotoKe, UnggahUji } from '../support/unggah';

jest.setTimeout(90_000);

const K = KEGIATAN_LAPOR.sendiri;
const folder = mkdtempSync(join(tmpdir(), 'tuntas-unggah-'));

let uji: AplikasiUji;
let lapor: LaporUji;
let unggah: UnggahUji;
let peramban: Browser;
let halaman: Page;
let pelapor: PerambanLapor;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  lapor = await LaporUji.siapkan(uji);
  unggah = new UnggahUji(uji, lapor);
  pelapor = await lapor.orang('pelapor', 'Rina Wati', 'PEREN');
  peramban = await bukaPeramban();
  halaman = await peramban.newPage();
  await masukDiPeramban(peramban, pelapor.orang);
  await halaman.goto(uji.alamat + pelapor.laporan(K), { waitUntil: 'load' });
}, 90_000);

afterAll(async () => {
  await peramban.close();
  await uji.tutup();
  rmSync(folder, { recursive: true, force: true });
});

async function berkas(nama: string, isi: Buffer): Promise<string> {
  const jalur = join(folder, nama);
  writeFileSync(jalur, isi);
  return Promise.resolve(jalur);
}

/** A picture as large as a telephone's, lying on its side, taken at a known time. */
function fotoBesar(): Promise<Buffer> {
  const derau = { create: { width: 3000, height: 4000, channels: 3 as const, background: '#888', noise: { type: 'gaussian' as const, mean: 128, sigma: 30 } } }; // prettier-ignore
  return sharp(derau)
    .withMetadata({ orientation: 6 })
    .withExif({ IFD2: { DateTimeOriginal: '2026:10:11 09:15:00' } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

async function pilih(di: Page, medan: string, ...jalur: string[]): Promise<void> {
  const input = await di.$(`input[name="${medan}"]`);
  if (!input) throw new Error(`Tidak ada ${medan}`);
  await (input as unknown as { uploadFile(...j: string[]): Promise<void> }).uploadFile(...jalur);
}
const jumlah = (n: number) =>
  halaman.waitForFunction((m: number) => document.querySelectorAll('[data-bukti-id]').length === m, { timeout: 20_000 }, n);

test('many files at once, while what is typed stays; a refused one says why', async () => {
  await halaman.type('#deskripsi', 'Loket baru dibuka.');
  await pilih(halaman, 'berkas:utama:1', await berkas('satu.jpg', await fotoKe(1)), await berkas('dua.jpg', await fotoKe(2)));
  await pilih(halaman, 'berkas:utama:lain', await berkas('palsu.jpg', Buffer.from('<html><script>alert(1)</script>')));
  await jumlah(2);
  const salah = await halaman.waitForSelector('[data-kiriman] .ina-error', { timeout: 20_000 });
  expect(await salah?.evaluate((e) => e.textContent)).toMatch(/halaman web/);
  expect(await halaman.$eval('#deskripsi', (e) => (e as HTMLTextAreaElement).value)).toBe('Loket baru dibuka.');
  expect((await unggah.berlaku(K)).map((b) => [b.nama, b.diharapkan])).toEqual(
    expect.arrayContaining([
      ['satu.jpg', 1],
      ['dua.jpg', 1],
    ]),
  );
});

test('a line that breaks: it goes on by itself', async () => {
  await halaman.setOfflineMode(true);
  await pilih(halaman, 'berkas:utama:lain', await berkas('tiga.jpg', await fotoKe(3)));
  await halaman.waitForFunction(() => /dicoba lagi/.test(document.querySelector('[data-kelompok="lain"]')?.textContent ?? ''));
  await halaman.setOfflineMode(false);
  await jumlah(3);
});

test('a link and a date are saved in place', async () => {
  await halaman.type('[name="tautan:utama:lain"]', 'jdih.contoh.go.id/peraturan-3');
  await halaman.keyboard.press('Enter');
  await jumlah(4);
  const [b] = await unggah.berlaku(K);
  const tanggal = await halaman.$(`[name="bukti:${b?.id}:tanggal"]`);
  await tanggal?.click({ count: 3 });
  await tanggal?.type('8 Mei 2024');
  await halaman.keyboard.press('Tab');
  await halaman.waitForFunction(() => /diperbarui/.test(document.querySelector('[data-kabar-bukti]')?.textContent ?? ''));
  expect((await unggah.berlaku(K)).find((x) => x.id === b?.id)?.tanggal).toBe('2024-05-08');
});

test('a telephone scans the code, sends a large picture made smaller, and it appears in the form', async () => {
  await halaman.click('[data-telepon-buka]');
  const panel = await halaman.waitForSelector('[data-telepon] .ina-kode');
  const alamat = String(await panel?.evaluate((e) => e.textContent));
  const lain = await peramban.createBrowserContext();
  const ponsel = await lain.newPage();
  await ponsel.setViewport({ width: 360, height: 740 });
  await ponsel.goto(alamat, { waitUntil: 'load' });
  const asli = await fotoBesar();
  await pilih(ponsel, 'berkas:utama:lain', await berkas('besar.jpg', asli));
  await ponsel.waitForFunction(() => /sudah ada pada laporan/.test(document.body.innerText), { timeout: 30_000 });
  await jumlah(5);
  const tersimpan = await lapor.satu<{ ukuran: number; lebar: number; tinggi: number; waktu_foto: string }>(
    `SELECT u.ukuran::int AS ukuran, o.lebar, o.tinggi, o.waktu_foto FROM bukti_laporan b JOIN unggahan u ON u.bukti_id = b.id
     JOIN objek_berkas o ON o.instansi_id = b.instansi_id AND o.sha256 = b.sha256 WHERE b.cara = 'telepon'`,
  );
  expect(tersimpan).toMatchObject({ lebar: 2560, tinggi: 1920, waktu_foto: '2026-10-11T09:15:00' });
  expect(tersimpan.ukuran).toBeLessThan(asli.length / 2);
  await lain.close();
});

test('taken out in place', async () => {
  await halaman.click('[data-lepas]');
  await jumlah(4);
});
