import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatInstansiUji } from '../support/dua-instansi';
import { masukDiPeramban, masukSebagai } from '../support/orang';
import { bukaPeramban } from '../support/peramban';
import { kosongkanSaran } from '../support/saran-uji';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const B = '/instansi/SATU/survei/S/saran';

let uji: AplikasiUji;
let peramban: Browser;
let layar: Page;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'SATU');
  const [survei] = await uji.sumber.query<{ id: string }[]>('SELECT id FROM survei');
  await kosongkanSaran(uji.sumber, survei?.id ?? '');
  await uji.sumber.query(`UPDATE rencana SET status = 'draf'`);
  const koordinator = await masukSebagai(uji.sumber, [{ instansi: 'SATU', peran: 'koordinator' }], { nama: 'Ratna' });
  peramban = await bukaPeramban();
  await masukDiPeramban(peramban, koordinator);
  layar = await peramban.newPage();
});

afterAll(async () => {
  await peramban.close();
  await uji.tutup();
});

/** axe in both themes and widths; it needs the timers that are off while the page is used. */
async function periksa(): Promise<void> {
  await layar.setJavaScriptEnabled(true);
  await layar.evaluate(AXE);
  const temuan: string[] = [];
  for (const [tema, lebar] of [
    ['light', 1280],
    ['dark', 360],
  ] as const) {
    // prettier-ignore
    await layar.setViewport({ width: lebar, height: 800 });
    await layar.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: tema }]);
    const hasil = (await layar.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
    temuan.push(...hasil.violations.map((v) => `${tema} ${lebar} ${v.id}: ${v.nodes[0]?.html.slice(0, 160)}`));
  }
  expect(temuan).toEqual([]);
  await layar.setViewport({ width: 320, height: 640 });
  expect(await layar.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  await layar.setViewport({ width: 1280, height: 800 });
  await layar.setJavaScriptEnabled(false);
}

const buka = (akhir: string) => layar.goto(uji.alamat + B + akhir, { waitUntil: 'load' });
const isi = () => layar.$eval('main', (m) => m.textContent.replace(/\s+/g, ' '));

async function klik(pilih: string): Promise<void> {
  await Promise.all([layar.waitForNavigation({ waitUntil: 'load' }), layar.click(pilih)]);
}

/** The button of the form that posts there. */
const kirim = (akhir: string) => klik(`form[action$="${akhir}"] [type=submit]`);

test('tanpa skrip: dari tempelan sampai terbit dan menjadi kegiatan, setiap keadaan tanpa keluhan axe', async () => {
  await layar.setJavaScriptEnabled(false);
  await buka('');
  expect(await isi()).toContain('Belum ada saran');
  await periksa();

  await buka('/tambah');
  await kirim('/tambah');
  expect(await isi()).toContain('Tuliskan atau tempelkan sarannya');
  await periksa();
  await layar.click('input[value=baris]');
  await layar.type(
    '#teks',
    'Antrean lama sekali\nPak Budi di loket 2 galak, hubungi 081234567890\ntidak ada\nAntrean lama sekali',
  );
  await kirim('/tambah');
  expect(await isi()).toContain(
    '3 saran diterima: 2 baru dan 1 sama dengan yang sudah ada. 1 jawaban tanpa saran dihitung tersendiri.',
  );
  await periksa();

  await buka('/tetapkan?q=antrean');
  await layar.select('#tetap-unsur', 'usul');
  await layar.select('#tetap-unit', 'ANAK');
  await kirim('/tetapkan');
  expect(await isi()).toContain('1 saran akan ditetapkan');
  await periksa();
  await kirim('/tetapkan');
  expect(await isi()).toContain('1 saran sudah ditetapkan.');

  await buka('/2');
  expect(await isi()).toContain('Tampaknya memuat identitas');
  await kirim('/2/tetapkan');
  expect(await isi()).toContain('Pilih unsurnya, atau “bukan unsur”');
  await periksa();
  await layar.select('#tetapkan-unsur', '-');
  await layar.select('#tetapkan-unit', '-');
  await kirim('/2/tetapkan');
  await layar.type('#tanggapi-tanggapan', 'Petugas sudah dibina.');
  await kirim('/2/tanggapi');
  await layar.type('#terbitkan-teks', ' Bu Rina tahu.');
  await kirim('/2/terbitkan');
  expect(await isi()).toContain('Masih ada yang tampak seperti identitas');
  await periksa();
  await layar.$eval('#terbitkan-teks', (t) => ((t as HTMLTextAreaElement).value = 'Petugas loket galak'));
  await kirim('/2/terbitkan');
  expect(await isi()).toContain('Saran dinyatakan layak terbit');

  await buka('/2/kegiatan-baru');
  await layar.type('#uraian', 'Pembinaan petugas loket');
  await kirim('/2/kegiatan-baru');
  expect(await isi()).toContain('Tuliskan jadwalnya');
  await periksa();
  await layar.type('#jadwal', '2027-TW1');
  await layar.select('#unit', 'ANAK');
  await kirim('/2/kegiatan-baru');
  expect(await isi()).toContain('Kegiatan sudah dibuat dari saran ini.');
  await periksa();
  await klik('a[href$="/rencana/R/kegiatan/R-01"]');
  expect(await isi()).toContain('Petugas loket galak');
  await periksa();

  await buka('/terbit');
  expect(await isi()).toContain('33,33% (1 dari 3 saran; 1 jawaban tanpa saran tidak dihitung)');
  expect(await isi()).toContain('Petugas sudah dibina.');
  await periksa();
  await layar.goto(`${uji.alamat}/instansi/SATU/survei/S`, { waitUntil: 'load' });
  expect(await isi()).toContain('33,33% (1 dari 3 saran; 1 jawaban tanpa saran tidak dihitung)');
});
