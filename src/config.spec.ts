import { bacaKonfigurasi, GalatKonfigurasi, pengaturanAuth } from './config';

const KUNCI = 'a1'.repeat(32);
const contoh = (env: NodeJS.ProcessEnv) => pengaturanAuth(bacaKonfigurasi(env)).akunContoh;

test('DATABASE_URL without TUNTAS_KUNCI: one sentence that says how to make one', () => {
  const env = { DATABASE_URL: 'postgresql://a:rahasia@h/b' };
  expect(() => bacaKonfigurasi(env)).toThrow(GalatKonfigurasi);
  expect(() => bacaKonfigurasi(env)).toThrow(/TUNTAS_KUNCI: wajib bila DATABASE_URL diisi, .*openssl rand -hex 32/);
  expect(bacaKonfigurasi({ ...env, TUNTAS_KUNCI: KUNCI }).kunci).toHaveLength(32);
  expect(bacaKonfigurasi({}).kunci).toBeNull();
});

test.each<[string, NodeJS.ProcessEnv, boolean]>([
  ['on the embedded database', {}, true],
  ['under a local address', { ALAMAT_PUBLIK: 'http://localhost:3000' }, true],
  ['under a loopback number', { ALAMAT_PUBLIK: 'http://127.0.0.1:3000' }, true],
  ['under a public address', { ALAMAT_PUBLIK: 'https://tuntas.instansi.go.id' }, false],
  ['under a name that only begins like a local one', { ALAMAT_PUBLIK: 'https://localhost.jahat.id' }, false],
  ['behind a proxy', { TUNTAS_PROXY: '1' }, false],
  ['with DATABASE_URL', { DATABASE_URL: 'postgresql://a:b@h/b', TUNTAS_KUNCI: KUNCI }, false],
])('demonstration accounts %s: %s', (_, env, ada) => {
  expect(contoh(env)).toBe(ada);
});
