import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { Kunci } from '../../src/auth/kunci';
import { PengaturanAuth } from '../../src/auth/pengaturan';
import { buatRahasiaTotp, kodeTotp } from '../../src/auth/totp/totp';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatPengguna, SANDI_UJI } from '../support/pengguna-uji';
import { PerambanUji, type Jawaban } from '../support/peramban-uji';

const RAHASIA = 'rahasia-klien-yang-panjang-dan-acak-0123456789';
const [INSTANSI_A, INSTANSI_B] = [randomUUID(), randomUUID()];
let uji: AplikasiUji;
let penyedia: ChildProcess;
let penerbit = '';
let jalan = '';
let admin: PerambanUji;

beforeAll(async () => {
  uji = await jalankanAplikasiUji({ auth: new PengaturanAuth({ oidcTanpaTls: true, kunci: randomBytes(32) }) });
  for (const [id, kode] of [
    [INSTANSI_A, 'A'],
    [INSTANSI_B, 'B'],
  ]) {
    await uji.sumber.query(
      `INSERT INTO instansi (id, kode, nama, singkatan, kota, zona_waktu) VALUES ($1, $2, 'Badan ' || $2, $2, 'Kota', 'Asia/Jakarta')`,
      [id, kode],
    );
  }
  const orang = { admin: await buat('admin@a.go.id'), dua: await buat('dua@a.go.id'), lain: await buat('lain@b.go.id') };
  await buat('tanpa.peran@a.go.id');
  await buat('operator@a.go.id', { operator: true });
  await beriPeran(orang.admin, INSTANSI_A, 'admin');
  await beriPeran(orang.dua, INSTANSI_A, 'inspektur');
  await beriPeran(orang.dua, INSTANSI_B, 'inspektur');
  await beriPeran(orang.lain, INSTANSI_B, 'admin');
  admin = new PerambanUji(uji.alamat);
  await admin.kirim('/masuk', { surel: 'admin@a.go.id', sandi: SANDI_UJI });
  // The address to come back to is known once the provider is kept, the issuer once it runs: kept inactive first, as the page says.
  await simpanPenyedia({ penerbit: 'https://belum.a.go.id', aktif: '' });
  const [baris] = await uji.sumber.query<{ id: string }[]>('SELECT id FROM penyedia_identitas');
  jalan = `/masuk/oidc/${baris?.id}`;
  await jalankanPenyedia(`${uji.alamat}${jalan}/kembali`);
  expect((await simpanPenyedia({ penerbit, aktif: 'ya' })).status).toBe(303);
});

afterAll(async () => {
  penyedia.stdin?.end();
  await once(penyedia, 'exit');
  await uji.tutup();
});

async function buat(surel: string, lain: { operator?: boolean } = {}): Promise<string> {
  return (await buatPengguna(uji.sumber, { surel, ...lain })).id;
}
async function beriPeran(penggunaId: string, instansi: string, peran: string): Promise<void> {
  await uji.sumber.query(
    `INSERT INTO peran (id, instansi_id, pengguna_id, peran, mulai) VALUES (gen_random_uuid(), $1, $2, $3, '2024-01-01')`,
    [instansi, penggunaId, peran],
  );
}
function simpanPenyedia(isi: Record<string, string>): Promise<Jawaban> {
  const isian = { label: 'Masuk dengan akun A', klienId: 'tuntas', rahasia: RAHASIA, ...isi };
  return admin.kirim('/instansi/A/cara-masuk/penyedia', isian, '/instansi/A/cara-masuk');
}
async function jalankanPenyedia(alamatKembali: string): Promise<void> {
  const akun = {
    satu: { email: 'ADMIN@a.go.id', email_verified: true },
    dua: { email: 'dua@a.go.id', email_verified: true },
    lain: { email: 'lain@b.go.id', email_verified: true },
    asing: { email: 'tidak.diundang@a.go.id', email_verified: true },
    peran: { email: 'tanpa.peran@a.go.id', email_verified: true },
    operator: { email: 'operator@a.go.id', email_verified: true },
    mentah: { email: 'dua@a.go.id', email_verified: false },
    teks: { email: 'dua@a.go.id', email_verified: 'true' },
    kosong: {},
    penipu: { email: 'admin@a.go.id', email_verified: true },
  };
  penyedia = spawn(process.execPath, [join(__dirname, '../support/penyedia-uji.mjs')], {
    env: { ...process.env, ALAMAT_KEMBALI: alamatKembali, KLIEN_RAHASIA: RAHASIA, AKUN: JSON.stringify(akun) },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  penerbit = await new Promise<string>((siap) => penyedia.stdout?.once('data', (b: Buffer) => siap(b.toString().trim())));
}

/** Follows the provider's redirects until it sends the browser back. @returns the path at our side */
async function lewatPenyedia(tujuan: string, akun: string): Promise<string> {
  await fetch(`${penerbit}/uji/akun/${akun}`);
  const kuki = new Map<string, string>();
  for (let alamat = tujuan, i = 0; i < 10; i += 1) {
    const cookie = [...kuki].map(([n, v]) => `${n}=${v}`).join('; ');
    const jawaban = await fetch(alamat, { redirect: 'manual', headers: cookie ? { cookie } : {} });
    for (const baris of jawaban.headers.getSetCookie()) {
      const [nama = '', nilai = ''] = (baris.split(';')[0] ?? '').split(/=(.*)/s);
      kuki.set(nama, nilai);
    }
    const lokasi = jawaban.headers.get('location');
    if (lokasi === null) throw new Error(`Penyedia menjawab ${jawaban.status}: ${(await jawaban.text()).slice(0, 300)}`);
    alamat = new URL(lokasi, alamat).href;
    if (alamat.startsWith(uji.alamat)) return alamat.slice(uji.alamat.length);
  }
  throw new Error('Penyedia tidak mengirim kembali');
}
async function masuk(akun: string, lanjut = ''): Promise<{ p: PerambanUji; jawaban: Jawaban; kembali: string }> {
  const p = new PerambanUji(uji.alamat);
  const mulai = await p.buka(jalan + (lanjut ? `?lanjut=${encodeURIComponent(lanjut)}` : ''));
  expect(mulai.status).toBe(303);
  const kembali = await lewatPenyedia(mulai.lokasi ?? '', akun);
  return { p, kembali, jawaban: await p.buka(kembali) };
}

test('halaman masuk menawarkannya; PKCE, state, dan nonce terkirim; rahasia klien tersegel', async () => {
  const p = new PerambanUji(uji.alamat);
  const { isi } = await p.buka('/masuk?lanjut=/akun');
  expect(isi).toContain(`href="${jalan}?lanjut&#x3D;%2Fakun"`);
  expect(isi).toContain('Masuk dengan akun A');
  const tujuan = new URL((await p.buka(jalan)).lokasi ?? '');
  expect(tujuan.origin).toBe(penerbit);
  expect(Object.fromEntries(tujuan.searchParams)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    client_id: 'tuntas',
  });
  for (const nama of ['code_challenge', 'state', 'nonce']) expect(tujuan.searchParams.get(nama)).toHaveLength(43);
  expect(JSON.stringify(await uji.sumber.query('SELECT p::text FROM penyedia_identitas p'))).not.toContain(RAHASIA);
  expect((await admin.buka('/instansi/A/cara-masuk')).isi).not.toContain(RAHASIA);
});

test('orang yang dikenal masuk ke halaman yang dituju; kedua kalinya lewat subjek yang sama', async () => {
  for (let kali = 0; kali < 2; kali += 1) {
    const { p, jawaban } = await masuk('satu', '/akun');
    expect([jawaban.status, jawaban.lokasi]).toEqual([303, '/akun']);
    expect((await p.buka('/akun')).isi).toContain('Anda masuk lewat akun instansi');
  }
  const [terkait] = await uji.sumber.query<{ n: number }[]>('SELECT count(*)::integer AS n FROM identitas_luar');
  expect(terkait?.n).toBe(1);
});

test('penyedia sebuah instansi hanya berbicara untuk instansinya: peran di instansi lain tidak terbawa', async () => {
  const { p } = await masuk('dua');
  expect((await p.buka('/instansi/A')).status).toBe(200);
  expect((await p.buka('/instansi/B')).status).toBe(404);
  const sandi = new PerambanUji(uji.alamat);
  await sandi.kirim('/masuk', { surel: 'dua@a.go.id', sandi: SANDI_UJI });
  expect((await sandi.buka('/instansi/B')).status).toBe(200);
});

test('dan tidak dapat mengambil alih akunnya: sandi, nama, langkah kedua tertutup', async () => {
  const { p } = await masuk('dua');
  const isian = { kini: SANDI_UJI, sandi: 'gemericik hulu tapal', ulang: 'gemericik hulu tapal', nama: 'X' };
  for (const jalur of ['/akun/sandi', '/akun/nama', '/akun/totp', '/akun/totp/lepas', '/akun/totp/kode']) {
    expect([jalur, (await p.kirim(jalur, isian, '/akun')).status]).toEqual([jalur, 403]);
  }
  expect((await p.buka('/akun/totp')).status).toBe(403);
});

test.each([
  ['orang instansi lain', 'lain', 403],
  ['yang tidak diundang', 'asing', 403],
  ['yang tidak memegang peran', 'peran', 403],
  ['operator pemasangan', 'operator', 403],
  ['surel belum terverifikasi', 'mentah', 403],
  ['surel "true" sebagai teks', 'teks', 403],
  ['tanpa surel', 'kosong', 403],
  ['dibatalkan di penyedia', 'tolak', 502],
])('%s: ditolak tanpa sesi', async (_, akun, status) => {
  const { p, jawaban } = await masuk(akun);
  expect(jawaban.status).toBe(status);
  expect(jawaban.isi).toContain('Belum masuk');
  expect(p.kuki.has('tuntas_sesi')).toBe(false);
});

describe('jalan kembali', () => {
  test('sekali pakai, dan hanya di peramban yang memulainya', async () => {
    const { p, kembali, jawaban } = await masuk('dua');
    expect(jawaban.status).toBe(303);
    expect((await p.buka(kembali)).status).toBe(400);
    const mulai = await new PerambanUji(uji.alamat).buka(jalan);
    const curian = await lewatPenyedia(mulai.lokasi ?? '', 'dua');
    const korban = new PerambanUji(uji.alamat);
    await korban.buka(jalan);
    expect((await korban.buka(curian)).status).toBe(400);
    expect(korban.kuki.has('tuntas_sesi')).toBe(false);
  });

  test.each([
    ['kode diubah', (u: URL) => u.searchParams.set('code', 'karangan'), 502],
    ['penerbit lain', (u: URL) => u.searchParams.set('iss', 'https://jahat.id'), 502],
    ['state diubah', (u: URL) => u.searchParams.set('state', 'x'.repeat(43)), 400],
    ['state diulang', (u: URL) => u.searchParams.append('state', 'x'), 400],
    ['tanpa state', (u: URL) => u.searchParams.delete('state'), 400],
    ['tanpa kode', (u: URL) => u.searchParams.delete('code'), 502],
    ['penyedia lain', (u: URL) => (u.pathname = `/masuk/oidc/${randomUUID()}/kembali`), 400],
    ['bukan penyedia', (u: URL) => (u.pathname = '/masuk/oidc/x/kembali'), 400],
  ])('%s: ditolak', async (_, ubah, status) => {
    const p = new PerambanUji(uji.alamat);
    const url = new URL(await lewatPenyedia((await p.buka(jalan)).lokasi ?? '', 'dua'), uji.alamat);
    ubah(url);
    expect((await p.buka(url.pathname + url.search)).status).toBe(status);
    expect(p.kuki.has('tuntas_sesi')).toBe(false);
  });

  test('lanjut ke luar situs menjadi halaman awal', async () => {
    expect((await masuk('dua', '//jahat.id')).jawaban.lokasi).toBe('/');
  });
});

async function pasangTotp(surel: string): Promise<string> {
  const [akun] = await uji.sumber.query<{ id: string }[]>('SELECT id FROM pengguna WHERE surel = $1', [surel]);
  const rahasia = buatRahasiaTotp();
  const segel = uji.aplikasi.get(Kunci).segel(rahasia, `totp/${akun?.id}`);
  await uji.sumber.query('UPDATE pengguna SET totp_rahasia = $2, totp_sejak = now(), totp_langkah = NULL WHERE id = $1', [
    akun?.id,
    segel,
  ]);
  return rahasia;
}
const lepasTotp = (surel: string) =>
  uji.sumber.query('UPDATE pengguna SET totp_rahasia = NULL, totp_sejak = NULL WHERE surel = $1', [surel]);

describe('verifikasi dua langkah yang dipasang pemilik akun sendiri', () => {
  afterEach(() => lepasTotp('dua@a.go.id'));

  test('diminta juga sesudah penyedia: tanpa kode tidak ada sesi lengkap dan tidak tercatat masuk', async () => {
    const rahasia = await pasangTotp('dua@a.go.id');
    const tercatat = async () =>
      (
        await uji.sumber.query<unknown[]>(`SELECT 1 FROM audit WHERE peristiwa = 'masuk.berhasil' AND instansi_id = $1`, [
          INSTANSI_A,
        ])
      ).length;
    const sebelum = await tercatat();
    const { p, jawaban } = await masuk('dua', '/instansi/A');
    expect([jawaban.status, jawaban.lokasi]).toEqual([303, '/masuk/totp?lanjut=%2Finstansi%2FA']);
    expect((await p.buka('/instansi/A')).status).toBe(303);
    expect((await p.kirim('/masuk/totp', { kode: '000000' })).status).toBe(422);
    expect([(await p.buka('/instansi/A')).status, await tercatat()]).toEqual([303, sebelum]);
    const selesai = await p.kirim('/masuk/totp', { kode: kodeTotp(rahasia, new Date()), lanjut: '/instansi/A' });
    expect([selesai.status, selesai.lokasi]).toEqual([303, '/instansi/A']);
    expect([(await p.buka('/instansi/A')).status, (await p.buka('/instansi/B')).status]).toEqual([200, 404]);
    expect(await tercatat()).toBe(sebelum + 1);
  });
});

describe('verifikasi dua langkah yang diwajibkan instansi', () => {
  afterEach(() => uji.sumber.query('DELETE FROM kebijakan_masuk'));
  const wajibkan = () =>
    uji.sumber.query(`INSERT INTO kebijakan_masuk (instansi_id, totp_wajib, diubah) VALUES ($1, '{inspektur}', now())`, [
      INSTANSI_A,
    ]);

  test('berlaku juga bagi yang masuk lewat penyedia, dan bagi sesi yang sedang berjalan; penyedia tidak dapat memasangnya sendiri', async () => {
    const { p: berjalan } = await masuk('dua');
    expect((await berjalan.buka('/instansi/A')).status).toBe(200);
    await wajibkan();
    expect((await berjalan.buka('/instansi/A')).lokasi).toBe('/masuk?lanjut=%2Finstansi%2FA');
    const { p } = await masuk('dua');
    expect((await p.buka('/instansi/A')).status).toBe(303);
    const halaman = await p.buka('/masuk/totp');
    expect([halaman.status, halaman.isi.includes('Masuklah sekali dengan surel dan kata sandi')]).toEqual([403, true]);
    expect((await p.kirim('/masuk/totp', { kode: '123456' }, '/lupa-sandi')).status).toBe(403);
  });

  test('dengan kode sesinya lengkap, dan tetap hanya berlaku di instansi penyedianya', async () => {
    const rahasia = await pasangTotp('dua@a.go.id');
    await wajibkan();
    const { p } = await masuk('dua');
    expect((await p.buka('/instansi/A')).status).toBe(303);
    expect((await p.kirim('/masuk/totp', { kode: kodeTotp(rahasia, new Date()) })).status).toBe(303);
    expect([(await p.buka('/instansi/A')).status, (await p.buka('/instansi/B')).status]).toEqual([200, 404]);
    await lepasTotp('dua@a.go.id');
  });
});

describe('pengaturan', () => {
  test('penerbit yang tidak menjawab ditolak sebelum tersimpan; penerbit baru menuntut rahasia baru', async () => {
    const mati = await simpanPenyedia({ penerbit: 'http://127.0.0.1:9', aktif: 'ya' });
    expect(mati.status).toBe(422);
    expect(mati.isi).toContain('tidak menjawab sebagai penyedia OpenID Connect');
    const pindah = await simpanPenyedia({ penerbit: 'https://lain.a.go.id', rahasia: '', aktif: '' });
    expect(pindah.isi).toContain('Tuliskan rahasia klien');
    expect((await simpanPenyedia({ penerbit, rahasia: '', aktif: 'ya' })).status).toBe(303);
    expect((await masuk('dua')).jawaban.status).toBe(303);
  });

  test('hanya admin instansi itu; admin lain tidak melihatnya', async () => {
    const lain = new PerambanUji(uji.alamat);
    await lain.kirim('/masuk', { surel: 'lain@b.go.id', sandi: SANDI_UJI });
    expect((await lain.buka('/instansi/A/cara-masuk')).status).toBe(404);
    expect((await lain.buka('/instansi/B/cara-masuk')).isi).not.toContain('tuntas"');
    expect((await lain.kirim('/instansi/A/cara-masuk/penyedia', { label: 'x' }, '/instansi/B/cara-masuk')).status).toBe(404);
    const inspektur = new PerambanUji(uji.alamat);
    await inspektur.kirim('/masuk', { surel: 'dua@a.go.id', sandi: SANDI_UJI });
    expect((await inspektur.buka('/instansi/A/cara-masuk')).status).toBe(403);
  });

  test('tidak aktif: hilang dari halaman masuk, dan jalannya 404', async () => {
    await simpanPenyedia({ penerbit, aktif: '' });
    const p = new PerambanUji(uji.alamat);
    expect((await p.buka('/masuk')).isi).not.toContain('Masuk dengan akun A');
    expect((await p.buka(jalan)).status).toBe(404);
    await simpanPenyedia({ penerbit, aktif: 'ya' });
  });
});
