import { PENGGUNA_APLIKASI } from '../../src/database/klaster';
import { Transaksi } from '../../src/database/transaksi';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';

let uji: AplikasiUji;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
});

afterAll(() => uji.tutup());

test('every answer closes what a page does not need', async () => {
  const jawaban = await fetch(`${uji.alamat}/tidak-ada-halaman-ini`);
  expect(jawaban.status).toBe(404);
  const kebijakan = jawaban.headers.get('content-security-policy') ?? '';
  expect(kebijakan).toContain("default-src 'self'");
  expect(kebijakan).not.toContain('unsafe');
  expect(jawaban.headers.has('x-powered-by')).toBe(false);
  expect(jawaban.headers.get('x-content-type-options')).toBe('nosniff');
  expect(jawaban.headers.get('x-frame-options')).toBe('SAMEORIGIN');
});

test('a body above the limit is refused, and the application lives', async () => {
  const jawaban = await fetch(`${uji.alamat}/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ isi: 'x'.repeat(2_000_000) }),
  });
  expect(jawaban.status).toBe(413);
  expect((await fetch(`${uji.alamat}/tidak-ada-halaman-ini`)).status).toBe(404);
});

describe('Transaksi', () => {
  let transaksi: Transaksi;

  beforeAll(async () => {
    transaksi = uji.aplikasi.get(Transaksi);
    await uji.sumber.query(`CREATE TABLE percobaan_transaksi (nama text PRIMARY KEY);
      GRANT ALL ON percobaan_transaksi TO ${PENGGUNA_APLIKASI}`);
  });

  afterAll(() => uji.sumber.query('DROP TABLE percobaan_transaksi'));

  const isi = async () =>
    (await uji.sumber.query<{ nama: string }[]>('SELECT nama FROM percobaan_transaksi ORDER BY nama')).map(({ nama }) => nama);
  const tambah = (nama: string) => transaksi.manager.query('INSERT INTO percobaan_transaksi VALUES ($1)', [nama]);

  test('an act inside another fails with it', async () => {
    const luar = transaksi.jalankan(async () => {
      await transaksi.jalankan(() => tambah('dalam'));
      throw new Error('luar gagal');
    });
    await expect(luar).rejects.toThrow('luar gagal');
    expect(await isi()).toEqual([]);
  });

  test('two acts at once do not share a transaction', async () => {
    const gagal = transaksi.jalankan(async () => {
      await tambah('a');
      throw new Error('batal');
    });
    await Promise.all([expect(gagal).rejects.toThrow('batal'), transaksi.jalankan(() => tambah('b'))]);
    expect(await isi()).toEqual(['b']);
  });
});
