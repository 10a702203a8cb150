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

test('S3: every fault at once, no secret repeated', () => {
  const rahasia = { S3_ACCESS_KEY_ID: 'AKIA', S3_SECRET_ACCESS_KEY: 'sangat-rahasia' };
  expect(bacaKonfigurasi({}).s3).toBeNull();
  expect(bacaKonfigurasi({ S3_BUCKET: 'bukti', S3_ENDPOINT: 'http://127.0.0.1:9000/', ...rahasia }).s3).toEqual({
    ...{ ember: 'bukti', alamat: 'http://127.0.0.1:9000', wilayah: 'us-east-1', awalan: '' },
    ...{ kunciAkses: 'AKIA', kunciRahasia: 'sangat-rahasia' },
  });
  expect(() => bacaKonfigurasi({ S3_BUCKET: 'Bukti', S3_ENDPOINT: 'minio', ...rahasia })).toThrow(
    /S3_BUCKET: .*\n- S3_ENDPOINT: /,
  );
  expect(() => bacaKonfigurasi({ S3_BUCKET: 'bukti' })).toThrow(
    /S3_ACCESS_KEY_ID: .*\n.*S3_SECRET_ACCESS_KEY: .*\n.*S3_REGION: /,
  );
  const tanpaEmber = () => bacaKonfigurasi(rahasia);
  expect(tanpaEmber).toThrow('S3_BUCKET: wajib');
  expect(tanpaEmber).not.toThrow('sangat-rahasia');
});

test.each<[string, unknown]>([
  ['tcp://127.0.0.1:3311', { host: '127.0.0.1', port: 3311 }],
  ['tcp://[::1]', { host: '::1', port: 3310 }],
  ['unix:///run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
])('CLAMD_URL=%s', (teks, arti) => {
  expect(bacaKonfigurasi({ CLAMD_URL: teks }).clamd).toEqual(arti);
  expect(() => bacaKonfigurasi({ CLAMD_URL: 'clamd' })).toThrow('CLAMD_URL: "clamd" bukan alamat clamd');
});
