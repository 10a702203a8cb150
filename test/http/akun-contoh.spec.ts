import { randomUUID } from 'node:crypto';
import { bukaSumberSiap } from '../../src/persiapan';
import { bukaBasisDataUji, type BasisDataUji } from '../support/basisdata';

let uji: BasisDataUji;
const SANDI = () => 'hulu-tapal-menara-sekam-lurik';

beforeEach(async () => {
  uji = await bukaBasisDataUji();
});
afterEach(() => uji.tutup());

async function mulai(sandi: (() => string) | null): Promise<number> {
  const sumber = await bukaSumberSiap(
    { url: uji.url, aplikasi: { url: uji.urlAplikasi, dikelola: true } },
    { contoh: true, sandiContoh: sandi },
  );
  await sumber.destroy();
  const [baris] = await uji.sumber.query<{ n: number }[]>('SELECT count(*)::integer AS n FROM pengguna WHERE contoh');
  return baris?.n ?? 0;
}

test('data from before there were accounts: with nothing but the examples they get theirs, once', async () => {
  expect(await mulai(null)).toBe(0);
  expect(await mulai(SANDI)).toBe(7);
  expect(await mulai(SANDI)).toBe(7);
});

test.each([
  [
    'an agency of its own',
    `INSERT INTO instansi (id, kode, nama, singkatan, kota, zona_waktu) VALUES ('${randomUUID()}', 'X', 'X', 'X', 'X', 'Asia/Jakarta')`,
  ],
  [
    'a person',
    `INSERT INTO pengguna (id, surel, nama, operator, contoh, dibuat) VALUES ('${randomUUID()}', 'a@b.id', 'A', true, false, now())`,
  ],
])('with %s there are none', async (_, sql) => {
  await mulai(null);
  await uji.sumber.query(sql);
  expect(await mulai(SANDI)).toBe(0);
});
