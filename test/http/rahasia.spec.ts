import { randomBytes } from 'node:crypto';
import { PengaturanAuth } from '../../src/auth/pengaturan';
import { bukaSamaran } from '../../src/auth/sesi/csrf.rules';
import { SesiQuery } from '../../src/auth/sesi/sesi.query';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatInstansiUji } from '../support/dua-instansi';
import { masukSebagai, type OrangUji } from '../support/orang';

let uji: AplikasiUji;
let admin: OrangUji;

beforeAll(async () => {
  uji = await jalankanAplikasiUji({
    auth: new PengaturanAuth({ kunci: randomBytes(32), alamatPublik: 'https://tuntas.contoh.go.id' }),
  });
  await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'SATU');
  const orang = await masukSebagai(uji.sumber, [{ instansi: 'SATU', peran: 'admin' }]);
  admin = { ...orang, kepala: { cookie: orang.kepala.cookie.replace('tuntas_sesi', '__Host-tuntas_sesi') } };
});

afterEach(() => jest.restoreAllMocks());
afterAll(() => uji.tutup());

const PENGATURAN = '/instansi/SATU/organisasi/pengaturan';
const buka = (jalur: string, kepala: Record<string, string> = {}) =>
  fetch(uji.alamat + jalur, { headers: { accept: 'text/html', ...admin.kepala, ...kepala }, redirect: 'manual' });
const token = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';

test('where people reach us by HTTPS browsers are told to stay there; elsewhere not', async () => {
  expect((await buka('/masuk')).headers.get('strict-transport-security')).toBe('max-age=31536000');
  const polos = await jalankanAplikasiUji();
  expect((await fetch(`${polos.alamat}/masuk`)).headers.get('strict-transport-security')).toBeNull();
  await polos.tutup();
});

describe('the token of forms', () => {
  test('is another in every answer, though the page is the same; each opens to one secret', async () => {
    const halaman = await Promise.all([1, 2, 3].map(async () => (await buka(`${PENGATURAN}/ubah`)).text()));
    const semua = halaman.map(token);
    expect(new Set(semua).size).toBe(3);
    expect(new Set(semua.map((satu) => bukaSamaran(satu, 32)?.toString('hex'))).size).toBe(1);
    expect(new Set(halaman.map((html, i) => html.replaceAll(semua[i] ?? '', ''))).size).toBe(1);
  });

  test('does not keep an unchanged page from being answered 304, for this browser alone', async () => {
    const tanda = String((await buka(`${PENGATURAN}/ubah`)).headers.get('etag'));
    expect((await buka(`${PENGATURAN}/ubah`, { 'if-none-match': tanda, 'cache-control': 'max-age=0' })).status).toBe(304);
    const lagi = await masukSebagai(uji.sumber, [{ instansi: 'SATU', peran: 'admin' }]);
    const kepala = { cookie: lagi.kepala.cookie.replace('tuntas_sesi', '__Host-tuntas_sesi') };
    expect((await buka(`${PENGATURAN}/ubah`, { ...kepala, 'if-none-match': tanda, 'cache-control': 'max-age=0' })).status).toBe(
      200,
    );
  });

  test('stands in no address: the form with a file carries it as a field, in any order, and is refused without', async () => {
    const html = await (await buka(`${PENGATURAN}/logo`)).text();
    expect(html).not.toMatch(/(?:action|href|src)="[^"]*_csrf/);
    const isi = Buffer.from('iVBORw0KGgo=', 'base64');
    const kirim = async (medan: readonly (readonly [string, string | Blob])[], jalur = `${PENGATURAN}/logo`) => {
      const badan = new FormData();
      for (const [nama, nilai] of medan) badan.append(nama, nilai);
      const opsi = {
        method: 'POST',
        body: badan,
        redirect: 'manual',
        headers: { accept: 'text/html', ...admin.kepala },
      } as const;
      return (await fetch(uji.alamat + jalur, opsi)).status;
    };
    const berkas = ['logo', new Blob([isi])] as const;
    const benar = ['_csrf', token(html)] as const;
    expect(await kirim([benar, berkas])).toBe(422);
    expect(await kirim([berkas, benar])).toBe(422);
    expect(await kirim([berkas])).toBe(403);
    expect(await kirim([berkas], `${PENGATURAN}/logo?_csrf=${token(html)}`)).toBe(403);
    expect(await kirim([['_csrf', 'A'.repeat(86)], berkas])).toBe(403);
    expect(await kirim([benar, benar, berkas])).toBe(403);
    expect(await kirim([benar, ['x\0', 'y'], berkas])).toBe(400);
    expect(await kirim([benar, ['catatan', 'a\0b'], berkas])).toBe(400);
    expect(await kirim([benar, berkas, ['logo', new Blob([isi])]])).toBe(413);
    expect(await kirim([benar, ['logo', new Blob([new Uint8Array(5_000_000)])]])).toBe(413);
    expect(await kirim([benar, ['catatan', 'a'.repeat(1_000_000)], berkas])).toBe(413);
  });

  test('a stranger sends no file: refused before it is read', async () => {
    const badan = new FormData();
    badan.append('logo', new Blob([new Uint8Array(3_000_000)]));
    const jawaban = await fetch(uji.alamat + `${PENGATURAN}/logo`, {
      method: 'POST',
      body: badan,
      redirect: 'manual',
      headers: { accept: 'text/html' },
    });
    expect(jawaban.status).toBe(403);
  });

  test.each([
    ['no end', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1'],
    ['no boundary in the body', 'abc'],
    ['no name', '--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--\r\n'],
  ])('a form with files that is broken (%s): 400 or 403, never 500', async (_, isi) => {
    const jawaban = await fetch(`${uji.alamat}${PENGATURAN}/logo`, {
      method: 'POST',
      body: isi,
      headers: { accept: 'text/html', ...admin.kepala, 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect([400, 403]).toContain(jawaban.status);
  });
});

test('a failure is logged without tokens, codes and passwords of its address', async () => {
  const tulisan: string[] = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((teks) => {
    tulisan.push(String(teks));
    return true;
  });
  const rahasia = randomBytes(32).toString('base64url');
  jest.spyOn(uji.aplikasi.get(SesiQuery), 'cari').mockImplementation(() => {
    throw new Error(`gagal: https://idp.contoh/cb?code=${rahasia}&state=${rahasia} postgresql://tuntas:${rahasia}@db/tuntas`);
  });
  for (const jalur of [
    `/undangan/${rahasia}`,
    `/atur-ulang/${rahasia}?x=1`,
    `/undangan/pendek-${rahasia.slice(0, 8)}`,
    `/masuk/oidc/8a6e0804-2bd0-4672-b79d-d97027f9071a/kembali?code=${rahasia}&state=${rahasia}`,
    `/lain/${rahasia}/sesudah`,
    `/instansi/SATU?sandi=${rahasia}`,
  ])
    expect((await buka(jalur)).status).toBe(500);
  const log = tulisan.join('');
  expect(log).not.toContain(rahasia.slice(0, 8));
  expect(log).toContain('GET /undangan/…: gagal: https://idp.contoh/cb?code=…&state=… postgresql://tuntas:…@db/tuntas');
  // What a person must find again stays.
  expect(log).toContain('GET /masuk/oidc/8a6e0804-2bd0-4672-b79d-d97027f9071a/kembali: ');
  expect(log).toContain('GET /instansi/SATU: ');
});
