import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { paketContoh, PerambanBuku } from '../support/buku-rencana';
import { decode } from '../support/entitas-html';
import { PerambanOrganisasi, type Balasan } from '../support/organisasi';

const SURVEI = '/instansi/TAUT/survei/SKM-2024-S2';

let uji: AplikasiUji;
let koordinator: PerambanBuku;
let pimpinan: PerambanOrganisasi;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  koordinator = await PerambanBuku.siapkan(uji, paketContoh('kpu'), 'TAUT', (r) => ({ ...r, status: 'draf' }));
  pimpinan = await PerambanOrganisasi.masuk(uji, 'TAUT', [{ instansi: 'TAUT', peran: 'pimpinan' }], 'Pimpinan');
});

afterAll(() => uji.tutup());

/** Addresses to which a page leads. */
async function tautan(halaman: Promise<Balasan>): Promise<string[]> {
  const { status, isi } = await halaman;
  expect(status).toBe(200);
  return [...isi.matchAll(/href="([^"]*)"/g)].map((m) => decode(m[1] ?? ''));
}

it('dari survei ke rencana baru yang menjawabnya, hanya bagi yang menyusun', async () => {
  const baru = '/instansi/TAUT/rencana-baru?survei=SKM-2024-S2';
  expect(await tautan(koordinator.buka(SURVEI))).toContain(baru);
  expect((await koordinator.buka(baru)).isi).toContain('<option value="SKM-2024-S2" selected>');
  expect(await tautan(pimpinan.buka(SURVEI))).not.toContain(baru);
});

it('survei yang belum ditetapkan tidak menawarkannya', async () => {
  const status = (isi: string | null) =>
    uji.sumber.query(`UPDATE survei SET status = $1 WHERE instansi_id = (SELECT id FROM instansi WHERE kode = 'TAUT')`, [isi]);
  await status('draf');
  expect((await tautan(koordinator.buka(SURVEI))).join(' ')).not.toContain('rencana-baru');
  await status('ditetapkan');
});

it('dari susunan ke prioritas, ke kegiatan baru di bawahnya, dan ke kelompok unit', async () => {
  const [prioritas] = await uji.sumber.query<{ id: string }[]>(
    `SELECT p.id FROM prioritas p JOIN instansi i ON i.id = p.instansi_id WHERE i.kode = 'TAUT' AND p.no = 2`,
  );
  const baru = koordinator.jalur(`kegiatan-baru?prioritas=${prioritas?.id}`);
  expect(await tautan(koordinator.buka('susunan'))).toEqual(
    expect.arrayContaining([koordinator.jalur('prioritas'), baru, '/instansi/TAUT/kelompok-unit']),
  );
  expect((await koordinator.buka(baru)).isi).toContain(`<option value="${prioritas?.id}" selected>`);
});

it('dari daftar rencana ke kelompok unit, bagi siapa pun yang melihatnya', async () => {
  for (const halaman of [koordinator.buka('/instansi/TAUT/rencana'), pimpinan.buka('/instansi/TAUT/rencana')])
    expect(await tautan(halaman)).toContain('/instansi/TAUT/kelompok-unit');
});

it('buku kerja rencana yang sudah ditetapkan dapat diunduh dari halamannya', async () => {
  const buku = koordinator.jalur('buku-kerja.xlsx');
  expect(await tautan(koordinator.buka(koordinator.jalur('').replace(/\/$/, '')))).not.toContain(buku);
  await uji.sumber.query(
    `UPDATE rencana SET status = 'ditetapkan' WHERE instansi_id = (SELECT id FROM instansi WHERE kode = 'TAUT')`,
  );
  for (const orang of [koordinator, pimpinan])
    expect(await tautan(orang.buka(koordinator.jalur('').replace(/\/$/, '')))).toContain(buku);
  expect((await koordinator.unduh()).length).toBeGreaterThan(5_000);
});
