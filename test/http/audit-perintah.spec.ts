import { join } from 'node:path';
import { Client } from 'pg';
import { klonTemplat } from '../support/basisdata';
import { AKAR, jalankan, type Hasil } from '../support/proses-uji';

let klon: Awaited<ReturnType<typeof klonTemplat>>;
let atasan: Client;

const tuntas = (...argumen: string[]): Promise<Hasil> =>
  jalankan('tuntas', argumen, { env: { DATABASE_URL: klon.url, APP_DATABASE_URL: klon.urlAplikasi } }).selesai;

beforeAll(async () => {
  klon = await klonTemplat();
  atasan = new Client({ connectionString: klon.url });
  await atasan.connect();
  const { kode } = await tuntas('impor', join(AKAR, 'src/paket/contoh/kasn-2023.json'));
  expect(kode).toBe(0);
});

afterAll(async () => {
  await atasan.end();
  await klon.hapus();
});

test('what is whole is told with its last number and hash, which can be compared later', async () => {
  const { kode, keluaran, galat } = await tuntas('audit', 'periksa');
  expect({ kode, galat }).toEqual({ kode: 0, galat: '' });
  expect(keluaran).toMatch(/^KASN: 1 catatan utuh, terakhir 1:[0-9a-f]{64}\npemasangan: 0 catatan utuh\n$/);
  const terakhir = /1:[0-9a-f]{64}/.exec(keluaran)?.[0] ?? '';
  expect((await tuntas('audit', 'periksa', '--instansi', 'KASN', '--cocokkan', terakhir)).kode).toBe(0);
  const lain = await tuntas('audit', 'periksa', '--instansi', 'KASN', '--cocokkan', `1:${'0'.repeat(64)}`);
  expect(lain.kode).toBe(1);
  expect(lain.keluaran).toContain('KASN: nomor 1 bukan lagi catatan dengan sidik itu\n');
});

test.each([
  [['audit'], 2, 'audit memerlukan satu pekerjaan: periksa'],
  [['audit', 'hapus'], 2, 'audit memerlukan satu pekerjaan: periksa'],
  [['audit', 'periksa', '--instansi', 'KASN', '--cocokkan', 'x'], 2, 'NOMOR:SIDIK'],
  [['audit', 'periksa', '--cocokkan', `1:${'0'.repeat(64)}`], 2, '--cocokkan memerlukan --instansi'],
  [['audit', 'periksa', '--instansi', 'TIADA'], 1, 'Instansi "TIADA" tidak ada.'],
])('tuntas %j: kode %i', async (argumen, kode, kalimat) => {
  const hasil = await tuntas(...argumen);
  expect(hasil.kode).toBe(kode);
  expect(hasil.galat).toContain(kalimat);
});

test('an altered row and a switched-off guard: exit 1, each named', async () => {
  await atasan.query(`ALTER TABLE audit DISABLE TRIGGER audit_tetap; UPDATE audit SET nama = 'Orang lain'`);
  const { kode, keluaran } = await tuntas('audit', 'periksa', '--instansi', 'KASN');
  expect(kode).toBe(1);
  expect(keluaran.split('\n')).toEqual([
    'pelindung audit.audit_tetap tidak aktif pada basis data',
    'KASN: nomor 1 isinya berubah sesudah ditulis',
    '',
  ]);
});
