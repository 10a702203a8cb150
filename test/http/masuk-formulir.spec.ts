import { randomBytes } from 'node:crypto';
import { PengaturanAuth } from '../../src/auth/pengaturan';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatPengguna, SANDI_UJI } from '../support/pengguna-uji';
import { PerambanUji, tokenDari } from '../support/peramban-uji';

let uji: AplikasiUji;
const SUREL = 'rina@kasn.go.id';

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  await buatPengguna(uji.sumber, { surel: SUREL });
});

afterAll(() => uji.tutup());
beforeEach(() => uji.sumber.query('DELETE FROM pembatas'));

const peramban = () => new PerambanUji(uji.alamat);
async function sudahMasuk(): Promise<PerambanUji> {
  const p = peramban();
  expect((await p.kirim('/masuk', { surel: SUREL, sandi: SANDI_UJI })).status).toBe(303);
  return p;
}
/** The header has a form of its own. */
const formulirTerakhir = (html: string) => tokenDari(html.slice(html.lastIndexOf('<form')));
const jumlahSesi = async () => (await uji.sumber.query<{ n: number }[]>('SELECT count(*)::integer AS n FROM sesi'))[0]?.n;
const namaKini = async () =>
  (await uji.sumber.query<{ nama: string }[]>('SELECT nama FROM pengguna WHERE surel = $1', [SUREL]))[0]?.nama;

describe('formulir hanya dari halaman kami', () => {
  const badan = (isi: Record<string, string>) => new URLSearchParams(isi).toString();

  test.each([
    ['tanpa token', {}],
    ['token kosong', { _csrf: '' }],
    ['token karangan', { _csrf: 'A'.repeat(86) }],
  ])('%s: 403, tidak ada yang berubah, juga untuk keluar', async (_, token) => {
    const p = await sudahMasuk();
    const sebelum = await jumlahSesi();
    for (const jalur of [
      '/akun/nama',
      '/akun/sandi',
      '/akun/sesi/akhiri-lain',
      '/keluar',
      '/masuk',
      '/lupa-sandi',
      '/masuk/totp',
    ]) {
      const { status, isi } = await p.kirimMentah(jalur, badan({ ...token, nama: 'Orang Lain' }));
      expect([jalur, status]).toEqual([jalur, 403]);
      expect(isi).toContain('Formulir sudah kedaluwarsa');
    }
    expect(await namaKini()).toBe('Rina Lestari');
    expect(await jumlahSesi()).toBe(sebelum);
    expect((await p.buka('/akun')).status).toBe(200);
  });

  test('token orang lain, dan token dari sebelum masuk, tidak berlaku', async () => {
    const tamu = peramban();
    const lama = tokenDari((await tamu.buka('/masuk')).isi);
    const p = await sudahMasuk();
    expect((await p.kirimMentah('/akun/nama', badan({ _csrf: lama, nama: 'X' }))).status).toBe(403);
    const q = await sudahMasuk();
    const milikQ = tokenDari((await q.buka('/akun')).isi);
    expect((await p.kirimMentah('/akun/nama', badan({ _csrf: milikQ, nama: 'X' }))).status).toBe(403);
    expect((await q.kirimMentah('/akun/nama', badan({ _csrf: milikQ, nama: 'Rina Lestari' }))).status).toBe(303);
  });

  test('kiriman dari situs lain ditolak walau tokennya benar', async () => {
    const p = await sudahMasuk();
    const token = tokenDari((await p.buka('/akun')).isi);
    for (const situs of ['cross-site', 'same-site']) {
      const { status, isi } = await p.kirimMentah('/akun/nama', badan({ _csrf: token, nama: 'Jahat' }), {
        'sec-fetch-site': situs,
      });
      expect(status).toBe(403);
      expect(isi).not.toContain('Jahat');
    }
  });

  test('yang sudah diketik tetap ada, kecuali rahasia; lalu terkirim dari sana', async () => {
    const p = await sudahMasuk();
    const sama = { 'sec-fetch-site': 'same-origin' };
    const { isi } = await p.kirimMentah(
      '/akun/nama',
      badan({ _csrf: 'basi', nama: 'Rina <b>Lestari</b>', sandiLama: 'jangan tampil' }),
      sama,
    );
    expect(isi).toContain('Rina &lt;b&gt;Lestari&lt;/b&gt;');
    expect(isi).not.toContain('jangan tampil');
    const { isi: tanpaRahasia } = await p.kirimMentah('/akun/nama', badan({ _csrf: 'basi', nama: 'Rina Lestari' }), sama);
    expect(tanpaRahasia).toContain('Kirim sekarang');
    expect(
      (await p.kirimMentah('/akun/nama', badan({ _csrf: formulirTerakhir(tanpaRahasia), nama: 'Rina Lestari' }), sama)).status,
    ).toBe(303);
  });

  test('kata sandi sekarang dan ulangannya pun tidak tampil; diminta lagi, lalu terkirim dari sana', async () => {
    const p = await sudahMasuk();
    const sama = { 'sec-fetch-site': 'same-origin' };
    const isian = { kini: 'jangan tampil', sandi: 'ini pun jangan', ulang: 'ini pun jangan' };
    const { isi } = await p.kirimMentah('/akun/sandi', badan({ _csrf: 'basi', ...isian }), sama);
    for (const rahasia of Object.values(isian)) expect(isi).not.toContain(rahasia);
    for (const nama of Object.keys(isian)) expect(isi).toMatch(new RegExp(`name="${nama}" type="password"`));
  });

  test('halaman masuk yang terbuka semalam: surelnya tetap, sandinya diminta lagi, dan dapat masuk dari sana', async () => {
    const p = peramban();
    const sama = { 'sec-fetch-site': 'same-origin' };
    const lama = badan({ _csrf: 'dari kemarin', surel: SUREL, sandi: SANDI_UJI, lanjut: '/akun' });
    const { status, isi } = await p.kirimMentah('/masuk', lama, sama);
    expect([status, isi.includes(SANDI_UJI)]).toEqual([403, false]);
    expect(isi).toContain(`name="surel" value="${SUREL}"`);
    expect(isi).toContain('name="sandi" type="password"');
    const lagi = badan({ _csrf: formulirTerakhir(isi), surel: SUREL, sandi: SANDI_UJI, lanjut: '/akun' });
    expect((await p.kirimMentah('/masuk', lagi, sama)).lokasi).toBe('/akun');
  });

  test('keluar di tab lain: yang diketik tetap ada sampai masuk lagi, lalu terkirim; keluar sekali lagi bukan kesalahan', async () => {
    const p = await sudahMasuk();
    const sama = { 'sec-fetch-site': 'same-origin' };
    const token = formulirTerakhir((await p.buka('/akun')).isi);
    await p.kirim('/keluar', {}, '/akun');
    const kirim = (csrf: string) => p.kirimMentah('/akun/nama', badan({ _csrf: csrf, nama: 'Rina L.' }), sama);
    const usang = await kirim(token);
    expect([usang.status, usang.isi.includes('value="Rina L."')]).toEqual([403, true]);
    expect(usang.isi).toContain('Masuk di tab lain');
    // Sent too early it is not lost on the way to the sign-in page.
    const terlaluDini = await kirim('');
    expect([terlaluDini.status, terlaluDini.isi.includes('value="Rina L."')]).toEqual([403, true]);
    await p.kirim('/masuk', { surel: SUREL, sandi: SANDI_UJI });
    const sesudahMasuk = await kirim('');
    expect((await kirim(formulirTerakhir(sesudahMasuk.isi))).status).toBe(303);
    expect(await namaKini()).toBe('Rina L.');
    await uji.sumber.query(`UPDATE pengguna SET nama = 'Rina Lestari' WHERE surel = $1`, [SUREL]);
    await p.kirim('/keluar', {}, '/akun');
    const lagi = await p.kirimMentah('/keluar', badan({ _csrf: 'basi' }), sama);
    expect([lagi.status, lagi.lokasi]).toEqual([303, '/masuk?pesan=keluar']);
  });

  test('yang meminta JSON mendapat JSON', async () => {
    const { status, kepala } = await peramban().kirimMentah('/masuk', 'surel=a', { accept: 'application/json' });
    expect(status).toBe(403);
    expect(kepala.get('content-type')).toContain('application/problem+json');
  });

  test('formulir berberkas memuat token sebagai isian; token pada alamat tidak berlaku', async () => {
    const p = await sudahMasuk();
    const token = tokenDari((await p.buka('/akun')).isi);
    const berkas = (alamat: string, isi: string) =>
      p.kirimMentah(alamat, `--x\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n${isi}\r\n--x--\r\n`, {
        'content-type': 'multipart/form-data; boundary=x',
      });
    expect((await berkas('/akun/nama', token)).status).toBe(422);
    expect((await berkas(`/akun/nama?_csrf=${token}`, '')).status).toBe(403);
    expect((await p.kirimMentah(`/akun/nama?_csrf=${token}`, 'nama=x')).status).toBe(403);
  });
});

describe('masukan yang buruk', () => {
  const kirim = async (isi: string) => {
    const p = peramban();
    const token = encodeURIComponent(tokenDari((await p.buka('/masuk')).isi));
    return p.kirimMentah('/masuk', `_csrf=${token}&${isi}`);
  };

  test.each([
    ['nama diulang', `surel=${SUREL}&surel=lain@kasn.go.id&sandi=${encodeURIComponent(SANDI_UJI)}`, 422],
    ['sandi diulang', `surel=${SUREL}&sandi=a&sandi=${encodeURIComponent(SANDI_UJI)}`, 422],
    ['nama bersarang', `surel[$ne]=&sandi[$ne]=`, 422],
    ['bita nol pada surel', `surel=rina%00@kasn.go.id&sandi=x`, 400],
    ['bita nol pada sandi', `surel=${SUREL}&sandi=${encodeURIComponent(SANDI_UJI)}%00`, 400],
    ['bita nol pada nama', `surel=${SUREL}&sandi%00=x`, 400],
    ['persen rusak', `surel=%E0%A4%A&sandi=%`, 422],
    ['900 kB pada surel', `surel=${'a'.repeat(900_000)}@kasn.go.id&sandi=x`, 422],
    ['900 kB pada sandi', `surel=${SUREL}&sandi=${'a'.repeat(900_000)}`, 422],
    ['900 kB pada lanjut', `surel=${SUREL}&sandi=x&lanjut=/${'a'.repeat(900_000)}`, 422],
    ['lebih dari 1 MB', `surel=${'a'.repeat(1_100_000)}&sandi=x`, 413],
    ['seribu lebih medan', Array.from({ length: 1200 }, (_, i) => `a${i}=1`).join('&'), 413],
    ['__proto__', `__proto__=x&constructor=y&surel=&sandi=`, 422],
  ])('%s', async (_, isi, status) => {
    const jawaban = await kirim(isi);
    expect(jawaban.status).toBe(status);
    expect(jawaban.kepala.get('content-type')).toContain('text/html');
    expect(jawaban.isi).not.toMatch(/at .*\.js|node_modules|invalid byte|QueryFailed|Error:/);
    expect(jawaban.isi.length).toBeLessThan(20_000);
  });

  test.each(['/masuk?lanjut=%00', '/undangan/%00', '/masuk/oidc/%00', '/akun?pesan=%00'])(
    'bita nol pada alamat: %s',
    async (jalur) => {
      expect((await (await sudahMasuk()).buka(jalur)).status).toBe(400);
    },
  );

  test.each([
    '//jahat.id',
    '/\\jahat.id',
    'https://jahat.id',
    '/%2f/jahat.id',
    '/%5cjahat.id',
    '/\t/jahat.id',
    'javascript:alert(1)',
  ])('lanjut %j tidak meninggalkan situs, sebelum maupun sesudah masuk', async (lanjut) => {
    const p = peramban();
    expect((await p.kirim('/masuk', { surel: SUREL, sandi: SANDI_UJI, lanjut })).lokasi).toBe('/');
    expect((await p.buka(`/masuk?lanjut=${encodeURIComponent(lanjut)}`)).lokasi).toBe('/');
  });

  test('pesan pada alamat hanya dari daftar tertutup', async () => {
    const { isi } = await peramban().buka('/masuk?pesan=<script>&pesan=__proto__');
    expect(isi).not.toContain('script');
    expect((await peramban().buka('/masuk?pesan=constructor')).isi).not.toContain('role="status"');
  });

  test.each(['', 'x', 'A'.repeat(43), 'A'.repeat(100_0), '../../etc/passwd', "' OR ''='"])(
    'tautan karangan %j: 410 yang sama',
    async (token) => {
      for (const jalur of ['/undangan/', '/atur-ulang/']) {
        const { status, isi } = await peramban().buka(jalur + encodeURIComponent(token));
        expect(status).toBe(token === '' ? 404 : 410);
        if (token !== '') expect(isi).toContain('Tautan tidak berlaku');
      }
    },
  );
});

describe('di belakang TLS', () => {
  test('kuki Secure dengan awalan __Host-; yang tanpa awalan tidak dipercaya', async () => {
    const aman = await jalankanAplikasiUji({
      auth: new PengaturanAuth({ alamatPublik: 'https://tuntas.contoh.go.id', kunci: randomBytes(32) }),
    });
    try {
      await buatPengguna(aman.sumber, { surel: SUREL });
      const p = new PerambanUji(aman.alamat);
      const jawaban = await p.kirim('/masuk', { surel: SUREL, sandi: SANDI_UJI });
      expect(jawaban.status).toBe(303);
      for (const kuki of jawaban.kepala.getSetCookie())
        expect(kuki).toMatch(/^__Host-tuntas_\w+=.*; HttpOnly; Secure; SameSite=Lax$/);
      const token = p.kuki.get('__Host-tuntas_sesi') ?? '';
      expect((await p.buka('/akun')).status).toBe(200);
      const q = new PerambanUji(aman.alamat);
      q.kuki.set('tuntas_sesi', token);
      expect((await q.buka('/akun')).status).toBe(303);
    } finally {
      await aman.tutup();
    }
  });

  test('X-Forwarded-* hanya dipercaya dari proxy yang disebut', async () => {
    const palsu = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' };
    const polos = await new PerambanUji(uji.alamat, palsu).kirim('/masuk', { surel: SUREL, sandi: SANDI_UJI });
    expect(polos.kepala.getSetCookie().join()).not.toContain('Secure');
    const alamatTercatat = (sumber: AplikasiUji['sumber']) =>
      sumber.query<{ ip: string }[]>('SELECT ip FROM sesi ORDER BY dibuat DESC LIMIT 1').then((b) => b[0]?.ip);
    expect(await alamatTercatat(uji.sumber)).toBe('127.0.0.1');
    const berproxy = await jalankanAplikasiUji({ proxy: ['127.0.0.1'] });
    try {
      await buatPengguna(berproxy.sumber, { surel: SUREL });
      const lewat = await new PerambanUji(berproxy.alamat, palsu).kirim('/masuk', { surel: SUREL, sandi: SANDI_UJI });
      expect(lewat.kepala.getSetCookie().join()).toContain('__Host-tuntas_sesi');
      expect(await alamatTercatat(berproxy.sumber)).toBe('203.0.113.9');
    } finally {
      await berproxy.tutup();
    }
  });
});
