import { randomBytes } from 'node:crypto';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { PengaturanAuth } from '../../src/auth/pengaturan';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatInstansiUji } from '../support/dua-instansi';
import { PerambanOrganisasi } from '../support/organisasi';
import { ServerSuratUji } from '../support/surat-uji';

/*
 * The mail server is down or hangs: nobody waits for it, no link is shown because of it, and the letter leaves when it is back.
 */
const ALAMAT = 'http://tuntas.contoh.go.id';
let nomor = 0;

async function siapkan(url: string): Promise<{ uji: AplikasiUji; admin: PerambanOrganisasi }> {
  const auth = new PengaturanAuth({ surat: { url, dari: 'tuntas@contoh.go.id' }, alamatPublik: ALAMAT, kunci: randomBytes(32) });
  const uji = await jalankanAplikasiUji({ auth });
  uji.aplikasi.useLogger(false);
  await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'SATU');
  return { uji, admin: await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'admin' }]) };
}
const undang = (admin: PerambanOrganisasi) =>
  admin.kirim('orang-baru', { nama: 'Wati', surel: `wati${(nomor += 1)}@satu.go.id`, peran: 'pimpinan', unit: '' });
const antrean = ({ sumber }: AplikasiUji) =>
  sumber.query<{ keadaan: string; isi: string | null; percobaan: number }[]>(
    'SELECT keadaan, isi, percobaan FROM surat_keluar ORDER BY dibuat',
  );
async function sampai<T>(baca: () => Promise<T>, cukup: (isi: T) => boolean, batasMs = 8_000): Promise<T> {
  const akhir = Date.now() + batasMs;
  for (;;) {
    const isi = await baca();
    if (cukup(isi) || Date.now() > akhir) return isi;
    await new Promise((lanjut) => setTimeout(lanjut, 50));
  }
}

test('a server that takes the connection and says nothing: the admin is answered at once, others work on', async () => {
  const tersambung = new Set<Socket>();
  const bisu: Server = createServer((soket) => tersambung.add(soket)).listen(0, '127.0.0.1');
  await new Promise((siap) => bisu.once('listening', siap));
  const { uji, admin } = await siapkan(`smtp://127.0.0.1:${(bisu.address() as AddressInfo).port}`);
  const mulai = performance.now();
  const pertama = await undang(admin);
  await sampai(
    () => Promise.resolve(tersambung.size),
    (n) => n > 0,
  );
  // The letter is on its way now, and hangs.
  const kedua = await undang(admin);
  // Whoever waited for the letter would wait these five seconds for the greeting alone (BATAS_SURAT).
  expect(performance.now() - mulai).toBeLessThan(5_000);
  for (const { status, isi } of [pertama, kedua]) {
    expect(status).toBe(200);
    expect(isi).toContain('sedang dikirim lewat surel');
    expect(isi).not.toMatch(/<code>|\/undangan\/[\w-]{43}/);
  }
  for (const soket of tersambung) soket.destroy();
  await new Promise((selesai) => bisu.close(selesai));
  await uji.tutup();
});

test('a server that is down: no link is shown, the letter is tried again, and erased once it is sent', async () => {
  const surat = new ServerSuratUji();
  const url = await surat.mulai();
  await surat.tutup();
  const { uji, admin } = await siapkan(url);
  const { isi } = await undang(admin);
  expect(isi).not.toMatch(/<code>|\/undangan\/[\w-]{43}/);
  const [gagal] = await sampai(
    () => antrean(uji),
    ([s]) => (s?.percobaan ?? 0) > 0,
  );
  expect(gagal).toMatchObject({ keadaan: 'antre' });
  // Sealed while it waits: neither link nor name can be read in a copy of the database.
  expect(gagal?.isi).toMatch(/^v1\./);
  expect(gagal?.isi).not.toContain('undangan');
  const [orang] = await uji.sumber.query<{ id: string }[]>(`SELECT id FROM pengguna WHERE nama = 'Wati'`);
  expect((await admin.buka(`orang/${orang?.id}`)).isi).toContain('sedang dikirim');

  const hidup = new ServerSuratUji();
  await hidup.mulai(Number(new URL(url).port));
  await uji.sumber.query(`UPDATE surat_keluar SET coba_lagi = now() - interval '1 s'`);
  await undang(admin);
  expect(await hidup.tunggu(2)).toHaveLength(2);
  const sesudah = await sampai(
    () => antrean(uji),
    (s) => s.every(({ keadaan }) => keadaan === 'terkirim'),
  );
  expect(sesudah.map(({ keadaan, isi: teks }) => [keadaan, teks])).toEqual([
    ['terkirim', null],
    ['terkirim', null],
  ]);
  await uji.tutup();
  await hidup.tutup();
});

test('given up in the end: the page of the person says so and offers to send again; an act that fails sends nothing', async () => {
  const surat = new ServerSuratUji();
  const { uji, admin } = await siapkan(await surat.mulai());
  await surat.tutup();
  await undang(admin);
  await sampai(
    () => antrean(uji),
    ([s]) => (s?.percobaan ?? 0) > 0,
  );
  await uji.sumber.query(`UPDATE surat_keluar SET percobaan = 6, coba_lagi = now() - interval '1 s'`);
  const gagal = await admin.kirim('orang-baru', { nama: 'X', surel: 'x@satu.go.id', peran: 'pelapor', unit: '' });
  expect(gagal.status).toBe(422);
  const [satu] = await sampai(
    () => antrean(uji),
    ([s]) => s?.keadaan === 'gagal',
    12_000,
  );
  expect(satu).toMatchObject({ keadaan: 'gagal', isi: null });
  expect(await antrean(uji)).toHaveLength(1);
  const [orang] = await uji.sumber.query<{ id: string }[]>(`SELECT id FROM pengguna WHERE nama = 'Wati'`);
  const { isi } = await admin.buka(`orang/${orang?.id}`);
  expect(isi).toContain('gagal dikirim');
  expect(isi).toContain('Kirim ulang tautan');
  await uji.tutup();
});
