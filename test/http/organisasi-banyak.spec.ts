import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatInstansiUji } from '../support/dua-instansi';
import { decode } from '../support/entitas-html';
import { PerambanOrganisasi } from '../support/organisasi';
import { tercepat } from '../support/waktu-uji';

/** 3 000 units six deep, 2 000 people, a post for every unit, roles for everybody. */
const UNIT = 3000;
const ORANG = 2000;

let uji: AplikasiUji;
let admin: PerambanOrganisasi;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'SATU');
  const isi = (sql: string) => uji.sumber.query(sql.replaceAll('$I', `(SELECT id FROM instansi WHERE kode = 'SATU')`));
  await isi(`CREATE TEMP TABLE u AS SELECT n, gen_random_uuid() AS id FROM generate_series(1, ${UNIT}) n`);
  await isi(`INSERT INTO unit (id, instansi_id, urutan, kode, nama, jenis, induk_id)
    SELECT u.id, $I, 10 + u.n, 'U' || u.n, 'Unit ' || u.n, 'bidang', a.id FROM u LEFT JOIN u a ON a.n = u.n / 4`);
  await isi(`INSERT INTO nama_unit (id, instansi_id, unit_id, nama) SELECT gen_random_uuid(), $I, id, 'Unit ' || n FROM u`);
  await isi(`CREATE TEMP TABLE o AS SELECT n, gen_random_uuid() AS id FROM generate_series(1, ${ORANG}) n`);
  await isi(`INSERT INTO pengguna (id, surel, nama, operator, contoh, dibuat)
    SELECT id, 'orang' || n || '@contoh.go.id', 'Orang ' || n, false, false, now() FROM o`);
  await isi(`INSERT INTO peran (id, instansi_id, pengguna_id, peran, unit_id, mulai, selesai)
    SELECT gen_random_uuid(), $I, o.id, 'pelapor', u.id, '2024-01-01', CASE WHEN o.n % 10 = 0 THEN date '2025-01-01' END
    FROM o JOIN u ON u.n = o.n`);
  await isi(
    `INSERT INTO jabatan (id, instansi_id, unit_id, urutan, nama, memimpin) SELECT id, $I, id, 0, 'Kepala Unit ' || n, true FROM u`,
  );
  await isi(`INSERT INTO letak_jabatan (id, instansi_id, jabatan_id, unit_id, memimpin) SELECT id, $I, id, id, true FROM u`);
  await isi(`INSERT INTO nama_jabatan (id, instansi_id, jabatan_id, nama) SELECT id, $I, id, 'Kepala Unit ' || n FROM u`);
  await isi(`INSERT INTO penugasan (id, instansi_id, jabatan_id, pengguna_id, status, nama, mulai)
    SELECT gen_random_uuid(), $I, u.id, o.id, 'definitif', 'Orang ' || o.n || ', S.E.', '2024-01-01' FROM o JOIN u ON u.n = o.n`);
  await isi(`INSERT INTO mutasi (id, instansi_id, penugasan_id, tanggal, alasan, status, pilihan, dibuat_oleh, dibuat_pada)
    SELECT gen_random_uuid(), $I, t.id, '2025-01-01', 'SK ' || t.nama, 'draf', '[]', t.pengguna_id, now()
    FROM penugasan t JOIN o ON o.id = t.pengguna_id WHERE o.n <= 300`);
  await isi('ANALYZE');
  admin = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'admin' }], 'Admin Satu');
});

afterAll(() => uji.tutup());

const baris = (html: string) => (html.match(/<tr role="row"><th scope="row"/g) ?? []).length;
const nama = (html: string) => [...html.matchAll(/<th scope="row"[^>]*><a [^>]*>([^<]*)/g)].map((m) => m[1]);

/** Milliseconds. Generous: a page that loads or draws everything takes many times as long. */
const TERLAMA = 3000;

it.each([
  ['', 2],
  ['?di=U1', 3],
  ['?q=unit', 100],
  ['unit/U5', 3],
  ['jabatan', 50],
  ['orang', 50],
  ['peran', 43],
  ['peran?bagian=pelapor', 50],
  ['mutasi', 50],
  ['jabatan-baru', 0],
  ['peran-baru', 0],
  ['mutasi-baru', 0],
  ['unit/U5/pindah', 0],
])('organisasi/%s dari instansi besar: sebagian saja, dan cepat', async (akhir, terbanyak) => {
  const { status, isi } = await admin.buka(akhir);
  expect(status).toBe(200);
  expect(baris(isi)).toBeLessThanOrEqual(terbanyak + 2);
  expect(baris(isi)).toBeGreaterThanOrEqual(Math.min(1, terbanyak));
  expect(await tercepat(TERLAMA, () => admin.buka(akhir))).toBeLessThan(TERLAMA);
});

it('susunan terlipat: setingkat demi setingkat, dengan jalan naik dan banyaknya yang di bawah', async () => {
  const atas = decode((await admin.buka('?tw=2025-TW1')).isi);
  expect(atas).toContain('Seluruhnya 3.002 unit');
  expect(atas).toContain('href="/instansi/SATU/organisasi?di=U1&tw=2025-TW1">');
  const dalam = decode((await admin.buka('?di=U5&tw=2025-TW1')).isi);
  expect(nama(dalam)).toEqual(['Unit 20', 'Unit 21', 'Unit 22', 'Unit 23']);
  expect(dalam).toContain('href="/instansi/SATU/organisasi?di=U1&tw=2025-TW1">Naik ke Unit 1<');
  expect(dalam).toContain('Orang 20, S.E.');
});

it.each([
  ['', 'unit 2999', ['Unit 2999']],
  ['jabatan', 'kepala 1777', ['Kepala Unit 1777']],
  ['jabatan', 'orang 1234', ['Kepala Unit 1234']],
  ['orang', 'orang1999@', ['Orang 1999']],
  ['peran', 'orang1234@', ['Orang 1234']],
  ['peran', 'orang1230@', ['Orang 1230']],
  ['mutasi', '299 s.e.', ['Orang 299, S.E.']],
])('organisasi/%s menemukan "%s", dan alamatnya membawa pencarian dan waktunya', async (akhir, q, harapan) => {
  const { isi } = await admin.buka(`${akhir}?q=${encodeURIComponent(q)}&tw=2025-TW1`);
  expect(nama(isi)).toEqual(harapan);
  expect(decode(isi)).toContain(`name="q" value="${q}"`);
  const kosong = await admin.buka(`${akhir}?q=tidak-ada-yang-begini&tw=2025-TW1`);
  expect(kosong.isi).toContain('Tidak ada yang cocok');
  expect(nama(kosong.isi)).toEqual([]);
});

it.each([
  ['jabatan', '?q=unit&h=2&tw=2025-TW1'],
  ['orang', '?q=orang&h=2&tw=2025-TW1'],
  ['peran', '?q=orang&bagian=pelapor&h=2&tw=2025-TW1'],
  ['mutasi', '?q=orang&h=2&tw=2025-TW1'],
])('halaman berikut dari %s membawa pencarian, bagian, dan waktunya', async (akhir, berikut) => {
  const { isi } = await admin.buka(`${akhir}${berikut.replace('&h=2', '')}`);
  expect(decode(isi)).toContain(`href="/instansi/SATU/organisasi/${akhir}${berikut}" rel="next"`);
  const kedua = await admin.buka(`${akhir}${berikut}`);
  expect(nama(kedua.isi).filter((n) => nama(isi).includes(n))).toEqual([]);
});
