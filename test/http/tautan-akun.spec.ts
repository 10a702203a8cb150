import { randomBytes } from 'node:crypto';
import { PengaturanAuth } from '../../src/auth/pengaturan';
import type { Pelaku } from '../../src/auth/pelaku';
import { UndanganService } from '../../src/auth/tautan/undangan.service';
import { SuratService } from '../../src/auth/tautan/surat.service';
import { Jam } from '../../src/shared/jam';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatPengguna, SANDI_UJI } from '../support/pengguna-uji';
import { PerambanUji, tokenDari } from '../support/peramban-uji';
import { ServerSuratUji } from '../support/surat-uji';

const SANDI_BARU = 'gemericik hulu tapal menara';
const ALAMAT = 'http://tuntas.contoh.go.id';
const surat = new ServerSuratUji();
let tanpaSurat: AplikasiUji;
let uji: AplikasiUji;
let nomor = 0;

beforeAll(async () => {
  tanpaSurat = await jalankanAplikasiUji();
  const kirim = { url: await surat.mulai(), dari: 'tuntas@contoh.go.id' };
  uji = await jalankanAplikasiUji({ auth: new PengaturanAuth({ surat: kirim, alamatPublik: ALAMAT, kunci: randomBytes(32) }) });
});
afterAll(async () => {
  await uji.tutup();
  await tanpaSurat.tutup();
  await surat.tutup();
});
beforeEach(async () => {
  surat.kotak.length = 0;
  for (const a of [uji, tanpaSurat]) await a.sumber.query('DELETE FROM pembatas');
});
afterEach(() => jest.restoreAllMocks());

const surelBaru = () => `orang${(nomor += 1)}@kasn.go.id`;
const operator: Pelaku = { penggunaId: '', nama: 'Op', surel: 'op@x.id', operator: true, peran: [], sesiId: '', instansi: [] };
const simpan = (p: PerambanUji, jalur: string, sandi = SANDI_BARU, ulang = sandi) => p.kirim(jalur, { sandi, ulang });
const masuk = async (a: AplikasiUji, surel: string, sandi: string) =>
  (await new PerambanUji(a.alamat).kirim('/masuk', { surel, sandi })).status;
const tautanDari = (isi: string) => new RegExp(`${ALAMAT}(/\\S+)`).exec(isi)?.[1] ?? '';
function majukan(a: AplikasiUji, jam: number): void {
  const kini = new Date(Date.now() + jam * 3_600_000);
  jest.spyOn(a.aplikasi.get(Jam), 'sekarang').mockReturnValue(kini);
}

describe('undangan tanpa server surat: tautannya diserahkan pengundang', () => {
  const undang = async (surel = surelBaru(), nama = 'Budi') => ({
    surel,
    ...(await tanpaSurat.aplikasi.get(UndanganService).undang({ surel, nama }, { pelaku: operator, instansi: null })),
  });

  test('dibuka, sandi dibuat, lalu masuk; tautannya tidak berlaku lagi', async () => {
    const { tautan, surel } = await undang();
    expect(tautan).toMatch(/^\/undangan\/[\w-]{43}$/);
    const p = new PerambanUji(tanpaSurat.alamat);
    expect((await p.buka(tautan ?? '')).isi).toContain('Selamat datang, Budi');
    const ditolak = await simpan(p, tautan ?? '', 'pendek');
    expect(ditolak.status).toBe(422);
    expect((await simpan(p, tautan ?? '')).lokasi).toBe('/masuk?pesan=sandi');
    expect(await masuk(tanpaSurat, surel, SANDI_BARU)).toBe(303);
    expect((await p.buka(tautan ?? '')).status).toBe(410);
    expect((await p.kirim(tautan ?? '', { sandi: SANDI_UJI, ulang: SANDI_UJI }, '/masuk')).status).toBe(410);
    expect(await masuk(tanpaSurat, surel, SANDI_BARU)).toBe(303);
  });

  test('token tidak tersimpan; undangan kedua menghapus yang pertama; kedaluwarsa setelah tujuh hari', async () => {
    const pertama = await undang();
    const kedua = await undang(pertama.surel);
    const isi = JSON.stringify(await tanpaSurat.sumber.query('SELECT t::text FROM tautan_akun t'));
    expect(isi).not.toContain(pertama.tautan?.slice('/undangan/'.length));
    const p = new PerambanUji(tanpaSurat.alamat);
    expect((await p.buka(pertama.tautan ?? '')).status).toBe(410);
    expect((await p.buka((kedua.tautan ?? '').replace('/undangan/', '/atur-ulang/'))).status).toBe(410);
    majukan(tanpaSurat, 7 * 24 - 0.1);
    expect((await p.buka(kedua.tautan ?? '')).status).toBe(200);
    majukan(tanpaSurat, 7 * 24 + 0.1);
    expect((await p.buka(kedua.tautan ?? '')).status).toBe(410);
  });

  test('dua yang memakai tautan yang sama sekaligus: satu yang berhasil', async () => {
    const { tautan, surel } = await undang();
    // Each has the form open before anybody sends it: whoever opens the link after it was used finds no form any more.
    const terbuka = await Promise.all(
      ['satu', 'dua', 'tiga'].map(async (kata) => {
        const p = new PerambanUji(tanpaSurat.alamat);
        const sandi = `${SANDI_BARU} ${kata}`;
        return { p, badan: new URLSearchParams({ _csrf: tokenDari((await p.buka(tautan ?? '')).isi), sandi, ulang: sandi }) };
      }),
    );
    const hasil = await Promise.all(terbuka.map(({ p, badan }) => p.kirimMentah(tautan ?? '', badan.toString())));
    expect(hasil.map((h) => h.status).sort()).toEqual([303, 410, 410]);
    const pemenang = hasil.findIndex((h) => h.status === 303);
    expect(await masuk(tanpaSurat, surel, `${SANDI_BARU} ${['satu', 'dua', 'tiga'][pemenang]}`)).toBe(303);
  });

  test('yang sudah punya akun tidak diganggu: tanpa tautan, nama dan sandinya tetap', async () => {
    const { surel, id } = await buatPengguna(tanpaSurat.sumber, { surel: surelBaru() });
    expect(await undang(surel.toUpperCase(), 'Nama Lain')).toMatchObject({ penggunaId: id, tautan: null, dikirim: false });
    expect(await masuk(tanpaSurat, surel, SANDI_UJI)).toBe(303);
  });

  test.each(['bukan surel', 'a@b.id\r\nBcc: c@d.id', 'r\u0456na@kasn.go.id', 'a@b.id, c@d.id'])('%j ditolak', async (surel) => {
    await expect(undang(surel)).rejects.toThrow('Tuliskan satu alamat surel');
  });

  test('lupa sandi tanpa server surat: mengatakan siapa yang dapat membantu, dan tidak membuat apa pun', async () => {
    const { surel } = await buatPengguna(tanpaSurat.sumber, { surel: surelBaru() });
    const p = new PerambanUji(tanpaSurat.alamat);
    expect((await p.buka('/lupa-sandi')).isi).toContain('Mintalah tautan kepada admin instansi Anda');
    expect((await p.kirim('/lupa-sandi', { surel })).status).toBe(200);
    expect(surat.kotak).toEqual([]);
  });
});

describe('lewat surat', () => {
  test('undangan terkirim ke satu alamat, dan pengundang tidak melihat tautannya', async () => {
    const surel = surelBaru();
    const hasil = await uji.aplikasi.get(UndanganService).undang({ surel, nama: 'Budi' }, { pelaku: operator, instansi: null });
    expect(hasil).toMatchObject({ dikirim: true, tautan: null });
    const [satu] = await surat.tunggu(1);
    expect(satu).toMatchObject({ kepada: [surel], dari: 'tuntas@contoh.go.id', perihal: 'Undangan memakai Tuntas' });
    expect((await simpan(new PerambanUji(uji.alamat), tautanDari(satu?.isi ?? ''))).status).toBe(303);
    expect(await masuk(uji, surel, SANDI_BARU)).toBe(303);
  });

  test('lupa sandi: jawaban yang sama untuk surel yang ada dan tidak; tautannya mengakhiri semua sesi', async () => {
    const { surel } = await buatPengguna(uji.sumber, { surel: surelBaru() });
    const p = new PerambanUji(uji.alamat);
    await p.kirim('/masuk', { surel, sandi: SANDI_UJI });
    const tamu = new PerambanUji(uji.alamat);
    const ada = await tamu.kirim('/lupa-sandi', { surel });
    const tiada = await tamu.kirim('/lupa-sandi', { surel: 'tidak.ada@kasn.go.id' });
    const tanpaToken = (isi: string) => isi.replace(/name="_csrf" value="[^"]*"/g, '');
    expect([ada.status, tanpaToken(ada.isi)]).toEqual([tiada.status, tanpaToken(tiada.isi)]);
    const [satu] = await surat.tunggu(1);
    expect(satu?.kepada).toEqual([surel]);
    const tautan = tautanDari(satu?.isi ?? '');
    expect(tautan).toMatch(/^\/atur-ulang\/[\w-]{43}$/);
    expect((await p.buka('/akun')).status).toBe(200);
    expect((await simpan(tamu, tautan)).lokasi).toBe('/masuk?pesan=sandi');
    expect((await p.buka('/akun')).status).toBe(303);
    expect([await masuk(uji, surel, SANDI_UJI), await masuk(uji, surel, SANDI_BARU)]).toEqual([422, 303]);
    expect((await tamu.buka(tautan)).status).toBe(410);
    expect(surat.kotak).toHaveLength(1);
  });

  test('alamat pada surat dari pengaturan, bukan dari tajuk Host', async () => {
    const { surel } = await buatPengguna(uji.sumber, { surel: surelBaru() });
    const p = new PerambanUji(uji.alamat, { 'x-forwarded-host': 'jahat.id' });
    await p.kirim('/lupa-sandi', { surel });
    const [satu] = await surat.tunggu(1);
    expect(satu?.isi).not.toContain('jahat.id');
    expect(satu?.isi).toContain(`${ALAMAT}/atur-ulang/`);
  });

  test('tiga surat per akun, lalu diam; jawaban tetap sama', async () => {
    const { surel } = await buatPengguna(uji.sumber, { surel: surelBaru() });
    const p = new PerambanUji(uji.alamat);
    for (let i = 0; i < 6; i += 1) {
      expect((await p.kirim('/lupa-sandi', { surel })).status).toBe(200);
      await surat.tunggu(Math.min(3, i + 1));
    }
    await surat.tunggu(4, 600);
    expect(surat.kotak).toHaveLength(3);
  });

  test('pemilik yang terkunci orang lain dari mana-mana masuk lewat tautan: perambannya jadi dikenal', async () => {
    const { surel } = await buatPengguna(uji.sumber, { surel: surelBaru() });
    await masuk(uji, surel, 'satu tebakan');
    await uji.sumber.query(
      `UPDATE pembatas SET hitungan = 1000, boleh_lagi = now() + interval '10 min' WHERE kunci LIKE 'akun:%'`,
    );
    expect(await masuk(uji, surel, SANDI_UJI)).toBe(429);
    const p = new PerambanUji(uji.alamat);
    await p.kirim('/lupa-sandi', { surel });
    await simpan(p, tautanDari((await surat.tunggu(1))[0]?.isi ?? ''));
    expect((await p.kirim('/masuk', { surel, sandi: SANDI_BARU })).status).toBe(303);
  });

  test('berlaku dua jam; ganti sandi menghanguskan tautan yang sudah terkirim', async () => {
    const { surel } = await buatPengguna(uji.sumber, { surel: surelBaru() });
    const p = new PerambanUji(uji.alamat);
    await p.kirim('/masuk', { surel, sandi: SANDI_UJI });
    await new PerambanUji(uji.alamat).kirim('/lupa-sandi', { surel });
    const tautan = tautanDari((await surat.tunggu(1))[0]?.isi ?? '');
    majukan(uji, 1.9);
    expect((await p.buka(tautan)).status).toBe(200);
    majukan(uji, 2.1);
    expect((await p.buka(tautan)).status).toBe(410);
    jest.restoreAllMocks();
    await p.kirim('/akun/sandi', { kini: SANDI_UJI, sandi: SANDI_BARU, ulang: SANDI_BARU }, '/akun');
    expect((await p.buka(tautan)).status).toBe(410);
  });

  test.each(['a@b.id\r\nBcc: korban@c.id', 'a@b.id,korban@c.id', 'A@b.id', '<a@b.id>'])(
    'surat ke %j tidak pernah berangkat',
    async (kepada) => {
      expect(await uji.aplikasi.get(SuratService).kirim({ kepada, perihal: 'x', isi: 'x' })).toBe(false);
      expect(await uji.aplikasi.get(SuratService).kirim({ kepada: 'a@b.id', perihal: 'x\r\nBcc: korban@c.id', isi: 'x' })).toBe(
        false,
      );
      expect(surat.kotak).toEqual([]);
    },
  );
});
