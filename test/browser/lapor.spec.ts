import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { KEGIATAN_LAPOR, LaporUji, type PerambanLapor } from '../support/lapor';
import { masukDiPeramban, masukSebagai } from '../support/orang';
import { bukaPeramban } from '../support/peramban';
import { bacaPdf, satukan } from './laporan-uji';

jest.setTimeout(90_000);

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const { sendiri, bersama, kelompok } = KEGIATAN_LAPOR;

let uji: AplikasiUji;
let lapor: LaporUji;
let peramban: Browser;
let halaman: Page;
let pelapor: PerambanLapor;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  lapor = await LaporUji.siapkan(uji);
  pelapor = await lapor.orang('pelapor', 'Rina Wati', 'PEREN');
  peramban = await bukaPeramban();
  halaman = await peramban.newPage();
  await masukDiPeramban(peramban, pelapor.orang);
}, 90_000);

afterAll(async () => {
  await peramban.close();
  await uji.tutup();
});

const buka = (kegiatan: string) => halaman.goto(uji.alamat + pelapor.laporan(kegiatan), { waitUntil: 'load' });
const keadaan = (nama: string) =>
  halaman.waitForSelector(`[data-keadaan] [data-kalau="${nama}"]:not([hidden])`, { timeout: 20_000 });
const isian = (kegiatan: string, medan: string) =>
  uji.sumber
    .query<{ nilai: string }[]>(
      `SELECT i.nilai FROM isian_laporan i JOIN laporan_slot l ON l.id = i.laporan_id JOIN kegiatan k ON k.id = l.kegiatan_id
       WHERE k.kode = $1 AND i.medan = $2`,
      [kegiatan, medan],
    )
    .then((b) => b[0]?.nilai);
const nilai = (id: string) => halaman.$eval(`#${id}`, (e) => ('value' in e ? String(e.value) : ''));

/** axe in both themes and widths, and nothing wider than the narrowest screen. */
async function keluhan(): Promise<string[]> {
  const temuan = new Set<string>();
  await halaman.evaluate(AXE);
  for (const [tema, lebar] of [
    ['light', 1280],
    ['dark', 360],
  ] as const) {
    // prettier-ignore
    await halaman.setViewport({ width: lebar, height: 900 });
    await halaman.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: tema }]);
    const hasil = (await halaman.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
    for (const v of hasil.violations) temuan.add(`${tema} ${lebar} ${v.id}: ${v.nodes[0]?.html.slice(0, 160) ?? ''}`);
  }
  await halaman.setViewport({ width: 320, height: 640 });
  const lebih = await halaman.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  if (lebih !== 0) temuan.add(`320 px: ${String(lebih)} px terlalu lebar`);
  await halaman.setViewport({ width: 1280, height: 900 });
  await halaman.emulateMediaFeatures([]);
  return [...temuan];
}

test('fields appear with the choice; each is saved while it is typed', async () => {
  await buka(sendiri);
  const terlihat = (id: string) => halaman.$eval(`#${id}`, (e) => e.checkVisibility());
  expect([await terlihat('tindakLanjutBerikut'), await terlihat('alasan')]).toEqual([false, false]);
  await halaman.click('#status-sebagian');
  expect([await terlihat('tindakLanjutBerikut'), await terlihat('alasan')]).toEqual([true, false]);
  await halaman.type('#deskripsi', 'Alur baru disusun.');
  await keadaan('server');
  expect(await isian(sendiri, 'deskripsi')).toBe('Alur baru disusun.');
  expect(await isian(sendiri, 'status')).toBe('sebagian');
  await halaman.reload({ waitUntil: 'load' });
  expect(await nilai('deskripsi')).toBe('Alur baru disusun.');
  expect(await keluhan()).toEqual([]);
});

test('while the server is out of reach it is kept in the browser, survives a reload, and is sent after', async () => {
  await buka(bersama);
  await halaman.setOfflineMode(true);
  await halaman.type('#hambatan', 'Naskah belum lengkap.');
  await keadaan('peramban');
  expect(await isian(bersama, 'hambatan')).toBeUndefined();
  await halaman.setOfflineMode(false);
  await buka(bersama);
  expect(await nilai('hambatan')).toBe('Naskah belum lengkap.');
  await keadaan('server');
  expect(await isian(bersama, 'hambatan')).toBe('Naskah belum lengkap.');
  expect(await halaman.evaluate('localStorage.length')).toBe(0);
});

test('an expired session: sign in again beside it, nothing is lost', async () => {
  await buka(bersama);
  const { cookie } = pelapor.orang.kepala;
  await peramban.deleteCookie(...(await peramban.cookies()));
  await halaman.type('#deskripsi', 'Dibahas.');
  await halaman.waitForSelector('#lapor-masuk[open]');
  // The same person once more, with a session of its own.
  const lain = await masukSebagai(uji.sumber, []);
  await uji.sumber.query('UPDATE sesi SET pengguna_id = $1 WHERE pengguna_id = $2', [pelapor.orang.penggunaId, lain.penggunaId]);
  await masukDiPeramban(peramban, lain);
  await halaman.evaluate(`window.dispatchEvent(new Event('focus'))`);
  await keadaan('server');
  expect(await halaman.$('#lapor-masuk[open]')).toBeNull();
  expect(await isian(bersama, 'deskripsi')).toBe('Dibahas.');
  expect(cookie).not.toBe(lain.kepala.cookie);
  await masukDiPeramban(peramban, pelapor.orang);
});

test('two editors: the conflict is told, and decided field by field', async () => {
  const hukum = await lapor.orang('pelapor', 'Hasan Basri', 'HUKUM');
  await buka(kelompok);
  await hukum.isi(kelompok, { medan: 'deskripsi', nilai: 'Dilatih oleh Hukum.' });
  await halaman.type('#deskripsi', 'Dilatih oleh Perencanaan.');
  await keadaan('konflik');
  await Promise.all([halaman.waitForNavigation({ waitUntil: 'load' }), halaman.click('[data-kalau="konflik"] button')]);
  expect(await halaman.$eval('h1', (e) => e === document.activeElement)).toBe(true);
  expect(await keluhan()).toEqual([]);
  await Promise.all([halaman.waitForNavigation({ waitUntil: 'load' }), halaman.click('form[data-konflik] button')]);
  expect(await nilai('deskripsi')).toBe('Dilatih oleh Perencanaan.');
  expect(await isian(kelompok, 'deskripsi')).toBe('Dilatih oleh Perencanaan.');
  expect(await halaman.evaluate('localStorage.length')).toBe(0);
});

test('what is taken over from the last report replaces what was being typed', async () => {
  await buka(sendiri);
  await halaman.click('#status-sebagian');
  await halaman.type('#hambatan', 'Setengah');
  await Promise.all([halaman.waitForNavigation({ waitUntil: 'load' }), halaman.click('button[name="salin"][value="hambatan"]')]);
  expect(await nilai('hambatan')).toBe('Jadwal lima bagian belum bertemu.');
  expect(await halaman.evaluate('localStorage.length')).toBe(0);
});

test('submitting leads to the receipt, on the page and on paper', async () => {
  await buka(sendiri);
  await halaman.type('#hambatan', ' Lima bagian belum sepakat.');
  await halaman.type('#tindakLanjutBerikut', 'Rapat pada Oktober.');
  await Promise.all([halaman.waitForNavigation({ waitUntil: 'load' }), halaman.click('button[formaction$="/ajukan"]')]);
  expect(await halaman.$$eval('.ina-galat a', (e) => e.map((a) => a.getAttribute('href')))).toEqual(['#atasNama']);
  await halaman.type('#atasNama', 'Budi Santoso');
  await Promise.all([halaman.waitForNavigation({ waitUntil: 'load' }), halaman.click('button[formaction$="/ajukan"]')]);
  expect(halaman.url()).toContain('/tanda-terima/1');
  expect(await halaman.$eval('h1', (e) => e === document.activeElement)).toBe(true);
  expect(await keluhan()).toEqual([]);
  const jawaban = await fetch(`${uji.alamat}${pelapor.laporan(sendiri, 'tanda-terima/1/cetak.pdf')}`, {
    headers: pelapor.orang.kepala,
  });
  expect(jawaban.headers.get('content-type')).toBe('application/pdf');
  const pdf = await bacaPdf(new Uint8Array(await jawaban.arrayBuffer()));
  const teks = satukan(pdf.halaman.join(' '));
  for (const bagian of [`${lapor.periode}/0001`, 'Budi Santoso', 'Rina Wati', 'WIB', 'Lima bagian belum sepakat.'])
    expect(teks).toContain(bagian);
});
