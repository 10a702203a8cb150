import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatInstansiUji } from '../support/dua-instansi';
import { masukSebagai, type OrangUji } from '../support/orang';

let uji: AplikasiUji;
let admin: OrangUji;
let lain: OrangUji;
const NAMA = '/instansi/SATU/organisasi/unit/ANAK/nama';

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'SATU');
  admin = await masukSebagai(uji.sumber, [{ instansi: 'SATU', peran: 'admin' }]);
  lain = await masukSebagai(uji.sumber, [{ instansi: 'SATU', peran: 'admin' }]);
});

afterAll(() => uji.tutup());

/** @returns the cookie that an act leaves, `tuntas_kabar=…` */
async function perbuatan(nama: string): Promise<string> {
  const isi = new URLSearchParams({ _csrf: admin.csrf, nama, singkatan: '', sejak: '2024-01-01', alasan: 'uji' });
  const jawaban = await fetch(uji.alamat + NAMA, { method: 'POST', body: isi, headers: admin.kepala, redirect: 'manual' });
  expect(jawaban.status).toBe(303);
  const kuki = jawaban.headers.getSetCookie().find((k) => k.startsWith('tuntas_kabar='));
  expect(kuki).toMatch(/; Max-Age=120;.*; HttpOnly; SameSite=Lax$/);
  return kuki?.split(';')[0] ?? '';
}

async function lihat(orang: OrangUji, kuki: string): Promise<{ ada: boolean; dihapus: boolean }> {
  const jawaban = await fetch(`${uji.alamat}/instansi/SATU/organisasi`, {
    headers: { cookie: `${orang.kepala.cookie}; ${kuki}` },
  });
  expect(jawaban.status).toBe(200);
  const dihapus = jawaban.headers.getSetCookie().some((k) => /^tuntas_kabar=;.*1970/.test(k));
  return { ada: /class="ina-flash/.test(await jawaban.text()), dihapus };
}

test('what an act leaves to say comes once: the page that says it takes it away', async () => {
  const kuki = await perbuatan('Subbagian Satu');
  expect(await lihat(admin, kuki)).toEqual({ ada: true, dihapus: true });
});

test('nobody puts words in our mouth: altered, of another session, past its time, or no such thing', async () => {
  const kuki = await perbuatan('Subbagian Dua');
  const [isi = '', tanda = ''] = kuki.slice('tuntas_kabar='.length).split('.');
  const palsu = Buffer.from(Buffer.from(isi, 'base64url').toString().replace('Nama unit', 'Sandi Anda')).toString('base64url');
  for (const [orang, nilai] of [
    [lain, `${isi}.${tanda}`],
    [admin, `${palsu}.${tanda}`],
    [admin, `${isi}.`],
    [admin, isi],
    [admin, '.'],
    [admin, 'x'.repeat(3000)],
    [admin, `${Buffer.from('{').toString('base64url')}.${tanda}`],
  ] as const) {
    expect(await lihat(orang, `tuntas_kabar=${nilai}`)).toMatchObject({ ada: false });
  }
});

test('no page without an act says anything, and a stranger is told nothing', async () => {
  expect(await lihat(admin, '')).toEqual({ ada: false, dihapus: false });
  const kuki = await perbuatan('Subbagian Tiga');
  const masuk = await fetch(`${uji.alamat}/tidak-ada`, { headers: { cookie: kuki, accept: 'text/html' } });
  expect(await masuk.text()).not.toContain('Nama unit');
});
