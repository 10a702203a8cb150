import { Jam } from '../../src/shared/jam';
import { kodeTotp } from '../../src/auth/totp/totp';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatPengguna, SANDI_UJI, type PenggunaUji } from '../support/pengguna-uji';
import { PerambanUji, tokenDari } from '../support/peramban-uji';

let uji: AplikasiUji;
let orang: PenggunaUji;
let nomor = 0;
const SANDI_BARU = 'gemericik hulu tapal menara';

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
});
afterAll(() => uji.tutup());
beforeEach(async () => {
  await uji.sumber.query('DELETE FROM pembatas');
  orang = await buatPengguna(uji.sumber, { surel: `orang${(nomor += 1)}@kasn.go.id` });
});
afterEach(() => jest.restoreAllMocks());

async function masuk(sandi = SANDI_UJI): Promise<PerambanUji> {
  const p = new PerambanUji(uji.alamat, { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' });
  expect((await p.kirim('/masuk', { surel: orang.surel, sandi })).status).toBe(303);
  return p;
}
const audit = async () =>
  (
    await uji.sumber.query<{ peristiwa: string }[]>('SELECT peristiwa FROM audit WHERE sasaran_id::text = $1 ORDER BY waktu', [
      orang.id,
    ])
  ).map((b) => b.peristiwa);
let geser = 0;
/** Each code works once, so that every use needs the next half minute. */
function kodeBerikut(rahasia: string): string {
  geser += 30;
  const kini = new Date(Date.now() + geser * 1000);
  jest.spyOn(uji.aplikasi.get(Jam), 'sekarang').mockReturnValue(kini);
  return kodeTotp(rahasia, kini);
}

test('ganti nama; isian yang ditolak tetap tertulis', async () => {
  const p = await masuk();
  expect((await p.kirim('/akun/nama', { nama: '  Rina   Lestari, S.H. ' }, '/akun')).lokasi).toBe('/akun?pesan=nama#nama');
  expect((await p.buka('/akun?pesan=nama')).isi).toContain('value="Rina Lestari, S.H."');
  const { status, isi } = await p.kirim('/akun/nama', { nama: 'x'.repeat(201) }, '/akun');
  expect(status).toBe(422);
  expect(isi).toContain('href="#nama-nama"');
  expect(isi).toContain('x'.repeat(201));
  expect((await p.kirim('/akun/nama', { nama: 'Rina\u202E' }, '/akun')).status).toBe(422);
  expect(await audit()).toEqual(['masuk.berhasil', 'akun.ganti_nama']);
});

describe('kata sandi', () => {
  const ganti = (p: PerambanUji, kini: string, sandi: string, ulang = sandi) =>
    p.kirim('/akun/sandi', { kini, sandi, ulang }, '/akun');

  test('diganti: sesi lain berakhir, sesi ini berlanjut dengan token baru, yang lama tidak berlaku lagi', async () => {
    const [p, q] = [await masuk(), await masuk()];
    const lama = p.kuki.get('tuntas_sesi');
    expect((await ganti(p, SANDI_UJI, SANDI_BARU)).lokasi).toBe('/akun?pesan=sandi#sandi');
    expect((await q.buka('/akun')).status).toBe(303);
    expect((await p.buka('/akun')).status).toBe(200);
    expect(p.kuki.get('tuntas_sesi')).not.toBe(lama);
    p.kuki.set('tuntas_sesi', lama ?? '');
    expect((await p.buka('/akun')).status).toBe(303);
    expect((await new PerambanUji(uji.alamat).kirim('/masuk', { surel: orang.surel, sandi: SANDI_UJI })).status).toBe(422);
    await masuk(SANDI_BARU);
    expect(await audit()).toContain('akun.ganti_sandi');
  });

  test.each([
    ['sandi sekarang salah', 'bukan ini', SANDI_BARU, SANDI_BARU, 'Kata sandi sekarang tidak cocok'],
    ['terlalu pendek', SANDI_UJI, 'pendek', 'pendek', 'paling sedikit 12 karakter'],
    ['terlalu lazim', SANDI_UJI, 'Indonesia2024', 'Indonesia2024', 'paling sering dipakai orang'],
    ['nama sendiri', SANDI_UJI, 'rina-lestari-1', 'rina-lestari-1', 'tersusun dari nama Anda'],
    ['ulangan berbeda', SANDI_UJI, SANDI_BARU, `${SANDI_BARU}x`, 'tidak sama'],
    ['900 kB', SANDI_UJI, 'a'.repeat(400_000), 'a'.repeat(400_000), 'paling banyak 200 karakter'],
  ])('%s: ditolak dengan alasan, tanpa menampilkan sandi', async (_, kini, sandi, ulang, alasan) => {
    const p = await masuk();
    const { status, isi } = await ganti(p, kini, sandi, ulang);
    expect(status).toBe(422);
    expect(isi).toContain(alasan);
    expect(isi).not.toContain(sandi);
    await masuk();
  });

  test('menebak sandi sekarang dari peramban yang terbuka diperlambat', async () => {
    const p = await masuk();
    for (let i = 0; i < 5; i += 1) await ganti(p, `tebakan ke ${i}`, SANDI_BARU);
    expect((await ganti(p, SANDI_UJI, SANDI_BARU)).isi).toContain('Terlalu banyak percobaan');
  });
});

describe('sesi', () => {
  test('daftar sesi sendiri; satu diakhiri; lalu semua yang lain', async () => {
    const [p, q, r] = [await masuk(), await masuk(), await masuk()];
    const { isi } = await p.buka('/akun');
    expect(isi.match(/Firefox di Linux<\/b>/g)).toHaveLength(3);
    expect(isi.match(/sesi ini<\/span>/g)).toHaveLength(1);
    const [sesiQ] = await uji.sumber.query<{ id: string }[]>(
      'SELECT id FROM sesi WHERE pengguna_id = $1 ORDER BY dibuat OFFSET 1',
      [orang.id],
    );
    expect((await p.kirim(`/akun/sesi/${sesiQ?.id}/akhiri`, {}, '/akun')).lokasi).toBe('/akun?pesan=sesi#sesi');
    expect([(await q.buka('/akun')).status, (await r.buka('/akun')).status]).toEqual([303, 200]);
    expect((await p.kirim('/akun/sesi/akhiri-lain', {}, '/akun')).lokasi).toBe('/akun?pesan=sesi-lain#sesi');
    expect([(await p.buka('/akun')).status, (await r.buka('/akun')).status]).toEqual([200, 303]);
  });

  test('sesi orang lain tidak dapat diakhiri, dan tidak dibedakan dari yang tidak ada', async () => {
    const korban = await masuk();
    const [sesi] = await uji.sumber.query<{ id: string }[]>('SELECT id FROM sesi WHERE pengguna_id = $1', [orang.id]);
    orang = await buatPengguna(uji.sumber, { surel: `lain${nomor}@kasn.go.id` });
    const p = await masuk();
    const jawaban = [];
    for (const id of [sesi?.id, '00000000-0000-0000-0000-000000000000', 'x', "' OR true --"]) {
      jawaban.push((await p.kirim(`/akun/sesi/${encodeURIComponent(id ?? '')}/akhiri`, {}, '/akun')).status);
    }
    expect(jawaban).toEqual([404, 404, 404, 404]);
    expect((await korban.buka('/akun')).status).toBe(200);
  });
});

describe('verifikasi dua langkah', () => {
  async function pasang(p: PerambanUji): Promise<{ rahasia: string; pemulihan: string[] }> {
    const { isi } = await p.buka('/akun/totp');
    const rahasia = (/Rahasia: <code[^>]*>([^<]+)</.exec(isi)?.[1] ?? '').replace(/ /g, '');
    expect(isi).toContain('<path d="M');
    const hasil = await p.kirim('/akun/totp', { kode: kodeBerikut(rahasia), kini: SANDI_UJI });
    expect(hasil.status).toBe(200);
    return { rahasia, pemulihan: [...hasil.isi.matchAll(/<li><code[^>]*>([^<]+)</g)].map((m) => m[1] ?? '') };
  }

  test('dipasang dengan sandi dan kode; sesudah itu sandi saja tidak cukup', async () => {
    const [p, lain] = [await masuk(), await masuk()];
    const { rahasia, pemulihan } = await pasang(p);
    expect(pemulihan).toHaveLength(10);
    expect((await lain.buka('/akun')).status).toBe(303);
    const isi = JSON.stringify(
      await uji.sumber.query('SELECT p::text, k::text FROM pengguna p LEFT JOIN kode_pemulihan k ON k.pengguna_id = p.id'),
    );
    for (const r of [rahasia, ...pemulihan, ...pemulihan.map((k) => k.replaceAll('-', ''))]) expect(isi).not.toContain(r);

    const q = new PerambanUji(uji.alamat);
    const setengah = await q.kirim('/masuk', { surel: orang.surel, sandi: SANDI_UJI, lanjut: '/akun' });
    expect(setengah.lokasi).toBe('/masuk/totp?lanjut=%2Fakun');
    expect((await q.buka('/akun')).lokasi).toBe('/masuk?lanjut=%2Fakun');
    const tokenSetengah = q.kuki.get('tuntas_sesi');
    const kode = kodeBerikut(rahasia);
    expect((await q.kirim('/masuk/totp', { kode, lanjut: '/akun' })).lokasi).toBe('/akun');
    expect(q.kuki.get('tuntas_sesi')).not.toBe(tokenSetengah);
    expect((await q.buka('/akun')).isi).toContain('10 kode pemulihan belum dipakai.');

    const ulang = new PerambanUji(uji.alamat);
    await ulang.kirim('/masuk', { surel: orang.surel, sandi: SANDI_UJI });
    const { status, isi: ditolak } = await ulang.kirim('/masuk/totp', { kode });
    expect(status).toBe(422);
    expect(ditolak).toContain('Kode ini tidak berlaku');
    expect((await ulang.buka('/akun')).status).toBe(303);
  });

  test('kode yang sama dua kali sekaligus: satu yang masuk', async () => {
    const { rahasia } = await pasang(await masuk());
    const peramban = await Promise.all([1, 2, 3, 4].map(() => masuk()));
    const kode = kodeBerikut(rahasia);
    const badan = await Promise.all(
      peramban.map(async (p) => new URLSearchParams({ _csrf: tokenDari((await p.buka('/masuk/totp')).isi), kode }).toString()),
    );
    const status = await Promise.all(peramban.map(async (p, i) => (await p.kirimMentah('/masuk/totp', badan[i] ?? '')).status));
    expect(status.sort()).toEqual([303, 422, 422, 422]);
  });

  test('kode pemulihan berlaku sekali; yang baru mengganti semua yang lama', async () => {
    const p = await masuk();
    const { pemulihan } = await pasang(p);
    const [satu = '', dua = ''] = pemulihan;
    const pakai = async (kode: string) => (await (await masuk()).kirim('/masuk/totp', { kode })).status;
    expect(await pakai(satu.toUpperCase().replaceAll('-', ' '))).toBe(303);
    expect(await pakai(satu)).toBe(422);
    const baru = await p.kirim('/akun/totp/kode', { kini: SANDI_UJI }, '/akun');
    expect(baru.status).toBe(200);
    expect(await pakai(dua)).toBe(422);
    expect(await pakai(/<li><code[^>]*>([^<]+)</.exec(baru.isi)?.[1] ?? '')).toBe(303);
  });

  test('menebak kode diperlambat, walau setiap kali masuk dari awal', async () => {
    await pasang(await masuk());
    const status: number[] = [];
    for (let i = 0; i < 6; i += 1) status.push((await (await masuk()).kirim('/masuk/totp', { kode: `00000${i}` })).status);
    expect(status).toEqual([422, 422, 422, 422, 422, 429]);
  });

  test('menebak kode dari banyak alamat pun diperlambat: dihitung juga per akun', async () => {
    await pasang(await masuk());
    const sebelum = [];
    for (let i = 0; i < 4; i += 1) sebelum.push((await (await masuk()).kirim('/masuk/totp', { kode: `00000${i}` })).status);
    expect(sebelum).toEqual([422, 422, 422, 422]);
    // As if the other attempts had come from elsewhere.
    await uji.sumber.query(`DELETE FROM pembatas WHERE kunci LIKE 'totp:%'`);
    await uji.sumber.query(
      `UPDATE pembatas SET hitungan = 15, boleh_lagi = now() + interval '1 day' WHERE kunci LIKE 'totpAkun:%'`,
    );
    expect((await (await masuk()).kirim('/masuk/totp', { kode: '000009' })).status).toBe(429);
  });

  test('tidak terpasang tanpa sandi yang benar; dilepas dengan sandi', async () => {
    const p = await masuk();
    const { isi } = await p.buka('/akun/totp');
    const rahasia = (/Rahasia: <code[^>]*>([^<]+)</.exec(isi)?.[1] ?? '').replace(/ /g, '');
    expect((await p.kirim('/akun/totp', { kode: kodeBerikut(rahasia), kini: 'bukan' })).status).toBe(422);
    expect((await p.kirim('/akun/totp', { kode: '000000', kini: SANDI_UJI })).status).toBe(422);
    await pasang(p);
    expect((await p.kirim('/akun/totp/lepas', { kini: 'bukan' }, '/akun')).status).toBe(422);
    expect((await p.kirim('/akun/totp/lepas', { kini: SANDI_UJI }, '/akun')).lokasi).toBe('/akun?pesan=lepas#totp');
    expect((await masuk()).kuki.has('tuntas_perangkat')).toBe(true);
  });

  test('diwajibkan instansi bagi sebuah peran: berlaku seketika, menuntun memasangnya, dan tidak dapat dilepas', async () => {
    const instansi = '11111111-1111-4111-8111-111111111111';
    await uji.sumber.query(
      `INSERT INTO instansi (id, kode, nama, singkatan, kota, zona_waktu) VALUES ($1, 'X', 'Badan X', 'BX', 'Kota', 'Asia/Jakarta')`,
      [instansi],
    );
    await uji.sumber.query(
      `INSERT INTO peran (id, instansi_id, pengguna_id, peran, mulai) VALUES (gen_random_uuid(), $1, $2, 'admin', '2024-01-01')`,
      [instansi, orang.id],
    );
    const admin = await masuk();
    expect((await admin.kirim('/instansi/X/cara-masuk/totp', { peran: 'admin' }, '/instansi/X/cara-masuk')).status).toBe(303);
    // The session of whoever demanded it, too.
    expect((await admin.buka('/akun')).lokasi).toBe('/masuk?lanjut=%2Fakun');
    expect((await admin.buka('/masuk?lanjut=%2Fakun')).lokasi).toBe('/masuk/totp?lanjut=%2Fakun');
    expect((await admin.buka('/masuk/totp')).isi).toContain('Instansi Anda mewajibkannya');

    const q = new PerambanUji(uji.alamat);
    expect((await q.kirim('/masuk', { surel: orang.surel, sandi: SANDI_UJI })).lokasi).toBe('/masuk/totp');
    expect((await q.buka('/akun')).status).toBe(303);
    const { isi } = await q.buka('/masuk/totp');
    expect(isi).toContain('Instansi Anda mewajibkannya');
    const rahasia = (/Rahasia: <code[^>]*>([^<]+)</.exec(isi)?.[1] ?? '').replace(/ /g, '');
    expect((await q.buka('/masuk/totp')).isi).toContain(/Rahasia: <code[^>]*>([^<]+)</.exec(isi)?.[1] ?? 'tidak ada');
    expect((await q.kirim('/masuk/totp', { kode: '123456' })).status).toBe(422);
    const selesai = await q.kirim('/masuk/totp', { kode: kodeBerikut(rahasia) });
    expect(selesai.isi).toContain('Simpan kode pemulihan');
    expect((await q.buka('/akun')).isi).toContain('mewajibkannya bagi peran Anda, jadi tidak dapat dilepas');
    expect((await q.buka('/instansi/X/cara-masuk')).isi).toContain('value="admin" checked');
    // Set up by now: the session from before needs the code, and is complete with it.
    expect((await admin.buka('/masuk/totp')).isi).toContain('Kata sandi Anda benar');
    expect((await admin.kirim('/masuk/totp', { kode: kodeBerikut(rahasia) })).status).toBe(303);
    expect((await admin.buka('/akun')).status).toBe(200);
    expect((await q.kirim('/akun/totp/lepas', { kini: SANDI_UJI }, '/akun')).status).toBe(403);
  });
});
