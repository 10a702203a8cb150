import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, HTTPResponse, Page } from 'puppeteer-core';
import { DaftarRute } from '../../src/auth/rute';
import { SesiService } from '../../src/auth/sesi/sesi.service';
import { buatToken, sidikToken } from '../../src/auth/token';
import { buatTokenTelepon } from '../../src/progres/bukti/unggah/telepon.service';
import { Transaksi } from '../../src/database/transaksi';
import { Jam } from '../../src/shared/jam';
import { bacaHtml } from '../support/dokumen-html';
import { buatInstansiUji } from '../support/dua-instansi';
import { PerambanOrganisasi } from '../support/organisasi';
import { masukSebagai } from '../support/orang';
import { bukaPeramban } from '../support/peramban';
import { buatSurveiDraf, csvOlahData, PerambanImpor } from '../support/respons';
import { isiDrafDanUsulan } from '../support/rencana';
import { jalankanSitusUji, type SitusUji } from '../support/situs';
import { HALAMAN, KEADAAN, PENGUNJUNG, type Kunjungan, type Pengunjung } from './halaman.tabel';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** A theme changes colours and nothing else (gaya.spec.ts): at the width just looked at, the other one needs the rules on colours alone. */
const LAYAR = [
  ['light', 1280, 'semua'],
  ['dark', 1280, 'warna'],
  ['dark', 360, 'semua'],
  ['light', 360, 'warna'],
] as const;

/** The rules on colours of those that axe runs unasked. */
const WARNA = ['color-contrast', 'link-in-text-block'];

let uji: SitusUji;
let peramban: Browser;
/** what `#` in the table stands for */
let kunci: Readonly<Record<string, string>>;
const layar = new Map<Pengunjung, Page>();
const keluhan: string[] = [];

const folder = mkdtempSync(join(tmpdir(), 'tuntas-aksesibilitas-'));

beforeAll(async () => {
  process.env['TUNTAS_DATA'] = folder;
  uji = await jalankanSitusUji();
  uji.aplikasi.useLogger(false);
  await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'SATU');
  await buatSurveiDraf(uji.aplikasi, 'IMPOR');
  kunci = await siapkanKunci();
  peramban = await bukaPeramban();
  const kuki = await siapkanOrang();
  for (const siapa of PENGUNJUNG) layar.set(siapa, await bukaLayar(kuki[siapa]));
});

afterAll(async () => {
  await peramban.close();
  await uji.tutup();
  delete process.env['TUNTAS_DATA'];
  rmSync(folder, { recursive: true, force: true });
});

/** One window for each visitor, with cookies of its own. */
async function bukaLayar(kuki: string | null): Promise<Page> {
  const konteks = await peramban.createBrowserContext();
  const [name = '', value = ''] = kuki?.split('=') ?? [];
  if (kuki !== null) await konteks.setCookie({ name, value, domain: '127.0.0.1', path: '/', httpOnly: true, sameSite: 'Lax' });
  const halaman = await konteks.newPage();
  await halaman.evaluateOnNewDocument(AXE);
  halaman.on('console', (pesan) => {
    // That an answer is a 4xx, or clears the cache on leaving, is told too; neither is a complaint.
    if (!/status of 4\d\d|^Clear-Site-Data/.test(pesan.text())) keluhan.push(`${halaman.url()} ${pesan.text()}`);
  });
  halaman.on('requestfailed', (r) => keluhan.push(`${r.url()} ${r.failure()?.errorText}`));
  return halaman;
}

async function siapkanOrang(): Promise<Record<Pengunjung, string | null>> {
  const { sumber } = uji;
  const orang = async (...isi: Parameters<typeof masukSebagai> extends [unknown, ...infer Sisa] ? Sisa : never) =>
    (await masukSebagai(sumber, ...isi)).kepala.cookie;
  return {
    tamu: null,
    pelapor: await orang([{ instansi: 'KASN', peran: 'pelapor' }], { nama: 'Siti' }),
    koordinator: await orang(
      ['KASN', 'SATU', 'IMPOR'].map((instansi) => ({ instansi, peran: 'koordinator' as const })),
      { nama: 'Ratna' },
    ),
    inspektur: await orang(
      (await sumber.query<{ kode: string }[]>('SELECT kode FROM instansi')).map(({ kode }) => ({
        instansi: kode,
        peran: 'inspektur' as const,
      })),
    ),
    admin: await orang(['SATU', 'KASN'].map((instansi) => ({ instansi, peran: 'admin' as const }))),
    pimpinan: await orang([{ instansi: 'SATU', peran: 'pimpinan' }]),
    operator: await orang([], { operator: true }),
    totp: await setengahMasuk('totp'),
    daftarTotp: await setengahMasuk('daftar_totp'),
  };
}

/** Past the password, before the second step. */
async function setengahMasuk(tahap: 'totp' | 'daftar_totp'): Promise<string> {
  const { penggunaId } = await masukSebagai(uji.sumber, [{ instansi: 'KASN', peran: 'admin' }]);
  const asal = { ip: '127.0.0.1', agen: 'uji' };
  const token = await new SesiService(new Transaksi(uji.sumber), new Jam()).mulai(
    { penggunaId, tahap, cara: 'sandi', asal },
    undefined,
  );
  return `tuntas_sesi=${token}`;
}

async function siapkanKunci(): Promise<Record<string, string>> {
  const id = async (tabel: string, kolom = 'id') => {
    const [baris] = await uji.sumber.query<{ id: string }[]>(
      `SELECT ${kolom} AS id FROM ${tabel} WHERE instansi_id = (SELECT id FROM instansi WHERE kode = 'SATU')`,
    );
    return baris?.id ?? '';
  };
  const orang = await id('penugasan', 'pengguna_id');
  const token = { undangan: buatToken(), atur_ulang: buatToken() };
  for (const [jenis, isi] of Object.entries(token)) {
    await uji.sumber.query(
      `INSERT INTO tautan_akun (id, pengguna_id, jenis, sidik, dibuat, berakhir)
       VALUES (gen_random_uuid(), $1, $2, $3, now(), now() + interval '1 day')`,
      [orang, jenis, sidikToken(isi)],
    );
  }
  const undangan = await id('undangan_peran');
  const peranToken = buatToken();
  await uji.sumber.query(
    `INSERT INTO tautan_akun (id, pengguna_id, jenis, sidik, dibuat, berakhir, undangan_id)
     VALUES (gen_random_uuid(), $1, 'undangan_peran', $2, now(), now() + interval '1 day', $3)`,
    [orang, sidikToken(peranToken), undangan],
  );
  const rencana = await isiDrafDanUsulan(uji.sumber, 'SATU');
  return {
    ...rencana,
    prioritas: await siapkanPrioritas(),
    orang,
    jabatan: await id('jabatan'),
    penugasan: await id('penugasan'),
    peran: await id('peran'),
    mutasi: await id('mutasi'),
    impor: await siapkanImpor(),
    uji: await id('uji_buku'),
    undanganPeran: undangan,
    akun: orang,
    'undangan-peran': peranToken,
    undangan: token.undangan,
    'atur-ulang': token.atur_ulang,
    t: await siapkanTelepon(),
  };
}

/** @returns the token of a telephone that may send */
async function siapkanTelepon(): Promise<string> {
  const [instansi] = await uji.sumber.query<{ id: string }[]>(`SELECT id FROM instansi WHERE kode = 'SATU'`);
  const token = buatTokenTelepon(instansi?.id ?? '');
  await uji.sumber.query(
    `UPDATE telepon_unggah SET token_sidik = $1, berakhir = now() + interval '1 day' WHERE instansi_id = $2`,
    [sidikToken(token).toString('hex'), instansi?.id],
  );
  return token;
}

/** A file whose columns wait to be looked at, some of its rows not readable. */
async function siapkanImpor(): Promise<string> {
  const koordinator = await PerambanOrganisasi.masuk(uji, 'IMPOR', [{ instansi: 'IMPOR', peran: 'koordinator' }]);
  const berkas = `${csvOlahData(12)}13,Tono,x,L,S1,PNS,9,9,9,9,9,9,9,9,9\r\n`;
  return (await new PerambanImpor(koordinator, uji.aplikasi, 'IMPOR').terima(berkas)).split('/').at(-1) ?? '';
}

/** The draf answers the survey, and has a second prioritas beside its first. @returns id of the first */
async function siapkanPrioritas(): Promise<string> {
  const [baris] = await uji.sumber.query<{ id: string }[]>(
    `WITH r AS (UPDATE rencana SET survei_id = (SELECT s.id FROM survei s WHERE s.instansi_id = rencana.instansi_id LIMIT 1)
       WHERE kode = 'D' AND instansi_id = (SELECT id FROM instansi WHERE kode = 'SATU') RETURNING id, instansi_id),
     p AS (INSERT INTO prioritas (id, instansi_id, rencana_id, urutan, no, judul, unsur, alasan, asal)
       SELECT gen_random_uuid(), instansi_id, id, 1, 2, 'Kanal pengaduan', '{}', 'Saran responden', 'saran' FROM r)
     SELECT p.id FROM prioritas p JOIN r ON r.id = p.rencana_id`,
  );
  return baris?.id ?? '';
}

function alamat(jalur: string, isi: Kunjungan['isi'] = {}): string {
  return jalur.replace(/:([a-z]+)/g, (_, nama: string) => {
    const nilai = isi[nama];
    if (nilai === undefined) throw new Error(`${jalur}: ${nama} tidak ada dalam tabel`);
    return encodeURIComponent(nilai === '#' ? (kunci[namaKunci(jalur, nama)] ?? '') : nilai);
  });
}

/** A file of ours with nothing in its tag; anything else that runs is a fault. */
const SKRIP_KITA = /<script src="\/aset\/([a-z]+)\.[0-9a-f]{10}\.js" defer><\/script>\n/g;

/** One word, two things: the token of a link is named after its page, an invitation to a role is no link. */
function namaKunci(jalur: string, nama: string): string {
  if (nama === 'undangan') return 'undanganPeran';
  return nama === 'token' ? (jalur.split('/')[1] ?? '') : nama;
}

async function buka(oleh: Pengunjung, tujuan: string): Promise<{ halaman: Page; jawaban: HTTPResponse }> {
  const halaman = layar.get(oleh);
  if (!halaman) throw new Error(`Tidak ada layar untuk ${oleh}`);
  const jawaban = await halaman.goto(uji.alamat + tujuan, { waitUntil: 'load' });
  if (!jawaban) throw new Error(`${tujuan} tidak dijawab`);
  return { halaman, jawaban };
}

/** axe in both themes and both widths, then the narrowest screen. */
async function periksa(halaman: Page): Promise<string[]> {
  const temuan = new Set<string>();
  for (const [tema, lebar, aturan] of LAYAR) {
    await Promise.all([
      halaman.setViewport({ width: lebar, height: lebar < 600 ? 740 : 900 }),
      halaman.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: tema }]),
    ]);
    for (const [aturanId, unsur] of await axe(halaman, aturan)) temuan.add(`${tema} ${lebar} ${aturanId}: ${unsur.join(' | ')}`);
  }
  await halaman.setViewport({ width: 320, height: 640 });
  const lebih = await halaman.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  if (lebih !== 0) temuan.add(`320 px: ${String(lebih)} px terlalu lebar`);
  return [...temuan];
}

/** Rules that were broken, and the first elements that break them. */
async function axe(halaman: Page, aturan: 'semua' | 'warna'): Promise<[string, string[]][]> {
  const pilihan = { resultTypes: ['violations'], ...(aturan === 'warna' ? { runOnly: WARNA } : {}) };
  const temuan = await halaman.evaluate(`axe.run(document, ${JSON.stringify(pilihan)})
    .then((h) => h.violations.map((v) => [v.id, v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160))]))`);
  return temuan as [string, string[]][];
}

const halamanRute = Object.entries(HALAMAN).flatMap(([jalur, k]): [string, Kunjungan][] => (k ? [[jalur, k]] : []));

test('every GET route of the application is in the table, and nothing else', () => {
  const rute = uji.aplikasi.get(DaftarRute).semua();
  const jalur = rute.filter((r) => r.metode === 'GET').map((r) => r.jalur);
  expect(Object.keys(HALAMAN).sort()).toEqual([...new Set(jalur)].sort());
});

test('no rule on colours is left out at the widths where they are asked for alone', async () => {
  const { halaman } = await buka('tamu', '/masuk');
  const warna = await halaman.evaluate(
    `axe._audit.rules.filter((r) => r.enabled && r.tags.includes('cat.color') && !r.tags.includes('experimental')).map((r) => r.id).sort()`,
  );
  expect(warna).toEqual(WARNA);
});

test.each(halamanRute)('%s', async (jalur, { oleh, isi, skrip = [] }) => {
  const tujuan = alamat(jalur, isi);
  const { halaman, jawaban } = await buka(oleh, tujuan);
  expect([jawaban.status(), new URL(jawaban.url()).pathname]).toEqual([200, tujuan]);
  const html = await jawaban.text();
  expect([...html.matchAll(SKRIP_KITA)].map((m) => m[1])).toEqual(skrip);
  expect(bacaHtml(html.replace(SKRIP_KITA, '')).cacat).toEqual([]);
  expect(await periksa(halaman)).toEqual([]);
});

test.each(KEADAAN)('%s, %s: %i', async (tujuan, oleh, status) => {
  const { halaman, jawaban } = await buka(oleh, tujuan);
  expect(jawaban.status()).toBe(status);
  expect(bacaHtml(await jawaban.text()).cacat).toEqual([]);
  expect(await periksa(halaman)).toEqual([]);
});

test('faults of a form, a form that is too old, the word after an act: each without findings', async () => {
  const { halaman } = await buka('admin', '/instansi/SATU/organisasi/unit-baru');
  const kirim = () => Promise.all([halaman.waitForNavigation({ waitUntil: 'load' }), halaman.click('main form [type=submit]')]);
  await kirim();
  expect(await halaman.$('.ina-galat')).not.toBeNull();
  expect(await periksa(halaman)).toEqual([]);

  await halaman.$eval('main [name=_csrf]', (medan) => medan.setAttribute('value', 'x'));
  await kirim();
  expect(await halaman.$eval('h1', (h) => h.textContent)).toContain('kedaluwarsa');
  expect(await periksa(halaman)).toEqual([]);

  await buka('admin', '/instansi/SATU/organisasi/unit/ANAK/nama');
  await halaman.type('[name=nama]', ' dan Rumah Tangga');
  await halaman.type('[name=alasan]', 'Peraturan baru');
  await kirim();
  expect(await halaman.$eval('.ina-flash[role=status]', (k) => k.textContent)).toContain('Nama unit sudah diubah');
  expect(await periksa(halaman)).toEqual([]);
  await halaman.reload();
  expect(await halaman.$('.ina-flash[role=status]')).toBeNull();
});

test('menus opened by keyboard, without findings', async () => {
  const { halaman } = await buka('inspektur', '/instansi/KASN/rencana/RTL-2023?tw=2024-TW2');
  await halaman.setViewport({ width: 1280, height: 900 });
  for (const summary of await halaman.$$('.ina-kepala summary')) {
    await summary.focus();
    await halaman.keyboard.press('Enter');
  }
  expect(await halaman.$$eval('.ina-kepala details[open]', (d) => d.length)).toBe(3);
  expect(await periksa(halaman)).toEqual([]);
  await halaman.setViewport({ width: 360, height: 740 });
  await halaman.focus('.ina-nav__lagi > button');
  await halaman.keyboard.press('Enter');
  expect(await halaman.$('#menu-lagi:popover-open')).not.toBeNull();
  expect(await periksa(halaman)).toEqual([]);
});

test('without script: other triwulan, other year, and out again', async () => {
  const { halaman } = await buka('pelapor', '/instansi/KASN');
  await halaman.setJavaScriptEnabled(false);
  await halaman.goto(`${uji.alamat}/instansi/KASN`, { waitUntil: 'load' });
  await halaman.setViewport({ width: 360, height: 740 });
  const klik = async (pilih: string) => {
    await Promise.all([halaman.waitForNavigation({ waitUntil: 'load' }), halaman.click(pilih)]);
    return new URL(halaman.url()).pathname + new URL(halaman.url()).search;
  };
  expect(new URL(halaman.url()).pathname).toBe('/instansi/KASN');
  expect(await klik('.ina-pita li:nth-child(2) a')).toBe('/instansi/KASN?tw=2024-TW1');
  await halaman.click('.ina-menu--tahun summary');
  expect(await klik('.ina-menu--tahun li:last-child a')).toMatch(/^\/instansi\/KASN\?tw=20\d\d-TW1$/);
  await halaman.click('.ina-menu--kanan summary');
  expect(await klik('.ina-menu--kanan button')).toBe('/masuk?pesan=keluar');
  await halaman.goto(`${uji.alamat}/instansi/KASN`, { waitUntil: 'load' });
  expect(new URL(halaman.url()).pathname).toBe('/masuk');
});

test('the browser complained about nothing all the while: no breach of the policy, nothing missing', () => {
  expect(keluhan).toEqual([]);
});
