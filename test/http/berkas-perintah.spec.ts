import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { klonTemplat } from '../support/basisdata';
import { jalankan, type Hasil } from '../support/proses-uji';

let klon: Awaited<ReturnType<typeof klonTemplat>>;
const folder = mkdtempSync(join(tmpdir(), 'tuntas-perintah-berkas-'));

const tuntas = (...argumen: string[]): Promise<Hasil> =>
  jalankan('tuntas', argumen, { env: { DATABASE_URL: klon.url, APP_DATABASE_URL: klon.urlAplikasi, TUNTAS_DATA: folder } })
    .selesai;

beforeAll(async () => {
  klon = await klonTemplat();
});

afterAll(async () => {
  await klon.hapus();
  rmSync(folder, { recursive: true, force: true });
});

test('the store is compared with the database, and what nothing refers to is swept once it is old', async () => {
  const laci = join(folder, 'berkas', 'ab');
  mkdirSync(laci, { recursive: true });
  for (const [nama, jam] of [
    ['c'.repeat(46), 30],
    ['d'.repeat(46), 1],
  ] as const) {
    writeFileSync(join(laci, nama), 'isi');
    utimesSync(join(laci, nama), new Date(Date.now() - jam * 3_600_000), new Date(Date.now() - jam * 3_600_000));
  }
  const periksa = await tuntas('berkas', 'periksa', '--isi');
  expect(periksa).toMatchObject({ kode: 0, galat: '' });
  expect(periksa.keluaran).toBe('0 berkas tercatat, 0 tidak cocok, 2 berkas di penyimpanan tidak dirujuk\n');
  const sapu = await tuntas('berkas', 'sapu');
  expect(sapu).toMatchObject({ kode: 0, galat: '' });
  expect(sapu.keluaran).toBe('1 berkas tidak dirujuk, 0 berkas sementara, 0 unggahan terhenti dibuang\n');
  expect(readdirSync(laci)).toEqual(['d'.repeat(46)]);
});

test.each([
  [['berkas'], 'berkas memerlukan satu pekerjaan'],
  [['berkas', 'sapu', '--isi'], '--isi hanya untuk berkas periksa'],
  [['berkas', 'sapu', '--umur', 'sehari'], '--umur ditulis sebagai jumlah jam'],
])('tuntas %j: kode 2', async (argumen, kalimat) => {
  const hasil = await tuntas(...argumen);
  expect(hasil.kode).toBe(2);
  expect(hasil.galat).toContain(kalimat);
});
