import { buatAplikasi } from '../../src/aplikasi';
import { JejakMasuk } from '../../src/auth/masuk/jejak-masuk.service';
import { PenggunaQuery } from '../../src/auth/pengguna.query';
import { SandiService } from '../../src/auth/sandi/sandi.service';
import { TANPA_KONTEKS, Transaksi } from '../../src/database/transaksi';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatInstansiUji } from '../support/dua-instansi';
import { daftarGalat, PerambanOrganisasi } from '../support/organisasi';
import { masukSebagai } from '../support/orang';
import { SANDI_UJI } from '../support/pengguna-uji';
import { PerambanUji } from '../support/peramban-uji';

/* What an admin or the operator does to somebody's account: recorded, told, and at once. */
let uji: AplikasiUji;
let admin: PerambanOrganisasi;
let operator: PerambanOrganisasi;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  for (const kode of ['SATU', 'LAIN']) await buatInstansiUji(uji.sumberAplikasi, uji.sumber, kode);
  await uji.sumber.query('UPDATE kebijakan_masuk SET totp_wajib = $1', [[]]);
  admin = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'admin' }], 'Admin Satu');
  operator = new PerambanOrganisasi(
    uji.alamat,
    await masukSebagai(uji.sumber, [], { operator: true, nama: 'Oki Operator' }),
    'SATU',
  );
});
afterAll(() => uji.tutup());
beforeEach(() => uji.sumber.query('DELETE FROM pembatas'));

interface Orang {
  readonly id: string;
  readonly surel: string;
  readonly p: PerambanUji;
}
/** Signed in with a password. */
async function orang(...instansi: readonly string[]): Promise<Orang> {
  const { penggunaId: id, surel } = await masukSebagai(
    uji.sumber,
    instansi.map((kode) => ({ instansi: kode, peran: 'koordinator' as const })),
    { nama: 'Sari' },
  );
  await uji.sumber.query('UPDATE pengguna SET sandi = $2 WHERE id = $1', [id, await new SandiService().buat(SANDI_UJI)]);
  return { id, surel, p: await masuk(surel) };
}
async function masuk(surel: string, sandi = SANDI_UJI): Promise<PerambanUji> {
  const p = new PerambanUji(uji.alamat);
  await p.kirim('/masuk', { surel, sandi });
  return p;
}
const audit = (kode: string | null) =>
  uji.sumber.query<{ peristiwa: string; sasaran_id: string; alasan: string | null; sesudah: unknown }[]>(
    `SELECT peristiwa, sasaran_id::text, alasan, sesudah FROM audit
     WHERE instansi_id IS NOT DISTINCT FROM (SELECT id FROM instansi WHERE kode = $1) ORDER BY nomor`,
    [kode],
  );

test('roles of one agency end at once, with every session; the account and other agencies stay', async () => {
  const { id, surel, p } = await orang('SATU', 'LAIN');
  expect((await admin.kirim(`orang/${id}/keluarkan`, {})).status).toBe(422);
  expect((await admin.kirim(`orang/${id}/keluarkan`, { alasan: 'pindah instansi' })).status).toBe(303);
  expect((await p.buka('/akun')).status).toBe(303);
  const q = await masuk(surel);
  expect([(await q.buka('/instansi/SATU')).status, (await q.buka('/instansi/LAIN')).status]).toEqual([404, 200]);
  expect((await q.buka('/akun')).isi).toContain('Semua peran Anda di Instansi SATU diakhiri oleh Admin Satu.');
  expect((await admin.kirim(`orang/${admin.orang.penggunaId}/keluarkan`, { alasan: 'x' })).status).toBe(303);
  admin = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'admin' }], 'Admin Satu');
});

test('the last admin of an agency cannot be taken out', async () => {
  await uji.sumber.query(
    `UPDATE peran SET selesai = greatest(mulai, '2024-02-01') WHERE peran = 'admin' AND pengguna_id <> $1
     AND instansi_id = (SELECT id FROM instansi WHERE kode = 'SATU')`,
    [admin.orang.penggunaId],
  );
  const { status, isi } = await admin.kirim(`orang/${admin.orang.penggunaId}/keluarkan`, { alasan: 'x' });
  expect([status, daftarGalat(isi)[0]?.[1]]).toEqual([422, expect.stringContaining('admin terakhir')]);
});

test('a lost second factor: taken off by the admin of the only agency, recorded there, told to the holder; not with two agencies', async () => {
  const pasangi = (id: string) =>
    uji.sumber.query(`UPDATE pengguna SET totp_rahasia = 'x', totp_sejak = now() WHERE id = $1`, [id]);
  const satu = await orang('SATU');
  await pasangi(satu.id);
  expect((await admin.kirim(`orang/${satu.id}/totp`, { alasan: 'ponsel hilang' })).status).toBe(303);
  expect((await satu.p.buka('/akun')).status).toBe(303);
  expect((await (await masuk(satu.surel)).buka('/akun')).isi).toContain(
    'Verifikasi dua langkah akun Anda dilepas oleh Admin Satu (admin Instansi SATU)',
  );
  expect(await audit('SATU')).toContainEqual(
    expect.objectContaining({ peristiwa: 'akun.totp_setel_ulang', sasaran_id: satu.id, alasan: 'ponsel hilang' }),
  );
  const dua = await orang('SATU', 'LAIN');
  await pasangi(dua.id);
  expect((await admin.kirim(`orang/${dua.id}/totp`, { alasan: 'x' })).status).toBe(403);
  expect((await operator.kirim(`/instalasi/akun/${dua.id}/totp`, { alasan: 'ponsel hilang' })).status).toBe(303);
  for (const kode of ['SATU', 'LAIN', null])
    expect(await audit(kode)).toContainEqual(
      expect.objectContaining({ peristiwa: 'akun.totp_setel_ulang', sasaran_id: dua.id, alasan: 'ponsel hilang' }),
    );
  expect((await (await masuk(dua.surel)).buka('/akun')).status).toBe(200);
  expect((await admin.kirim(`orang/${(await orang('LAIN')).id}/totp`, { alasan: 'x' })).status).toBe(404);
});

test('the operator closes an account and opens it again: sessions and links end at once', async () => {
  const { id, surel, p } = await orang('SATU');
  expect((await operator.buka(`/instalasi/akun?q=${encodeURIComponent(surel.slice(0, 12))}`)).isi).toContain(surel);
  const tautan =
    /<code>http[^<]*?(\/atur-ulang\/[^<]+)<\/code>/.exec((await operator.kirim(`/instalasi/akun/${id}/tautan`)).isi)?.[1] ?? '';
  expect((await p.buka(tautan)).status).toBe(200);
  expect((await operator.kirim(`/instalasi/akun/${id}/nonaktifkan`, { alasan: '' })).status).toBe(422);
  expect((await operator.kirim(`/instalasi/akun/${id}/nonaktifkan`, { alasan: 'diberhentikan' })).status).toBe(303);
  expect((await p.buka('/akun')).status).toBe(303);
  expect((await p.buka(tautan)).status).toBe(410);
  expect((await (await masuk(surel)).buka('/akun')).status).toBe(303);
  expect((await operator.kirim(`/instalasi/akun/${id}/aktifkan`, { alasan: 'keliru' })).status).toBe(303);
  expect((await (await masuk(surel)).buka('/akun')).status).toBe(200);
  const tercatat = (await audit(null)).filter((a) => a.sasaran_id === id && a.peristiwa.endsWith('aktifkan'));
  expect(tercatat.map((a) => [a.peristiwa, a.alasan])).toEqual([
    ['akun.nonaktifkan', 'diberhentikan'],
    ['akun.aktifkan', 'keliru'],
  ]);
  // The agency reads what the operator did to one of its people, and another agency does not.
  const milik = async (kode: string) => (await audit(kode)).filter((a) => a.sasaran_id === id).map((a) => a.peristiwa);
  expect((await milik('SATU')).filter((p) => !p.startsWith('masuk.'))).toEqual([
    'tautan.buat',
    'akun.nonaktifkan',
    'akun.aktifkan',
  ]);
  expect(await milik('LAIN')).toEqual([]);
});

test('not oneself, not the last operator, and no link for another operator', async () => {
  const diri = operator.orang.penggunaId;
  expect((await operator.kirim(`/instalasi/akun/${diri}/nonaktifkan`, { alasan: 'x' })).status).toBe(403);
  const lain = await masukSebagai(uji.sumber, [], { operator: true });
  expect((await operator.kirim(`/instalasi/akun/${lain.penggunaId}/tautan`)).status).toBe(403);
  expect((await operator.kirim(`/instalasi/akun/${lain.penggunaId}/nonaktifkan`, { alasan: 'x' })).status).toBe(303);
  expect((await operator.kirim('/instalasi/akun/tidak-ada/nonaktifkan', { alasan: 'x' })).status).toBe(404);
});

test('the link of the first admin: a new one ends the former; none once the admin came in', async () => {
  const tautanDari = (isi: string) => /<code>http[^<]*?(\/undangan\/[^<]+)<\/code>/.exec(isi)?.[1] ?? '';
  const isian = { kode: 'BARU', nama: 'Badan Baru', singkatan: 'BB', kota: 'Kupang', zonaWaktu: 'Asia/Makassar' };
  const orangnya = { adminNama: 'Ani', adminSurel: 'ani@baru.go.id' };
  const pertama = tautanDari((await operator.kirim('/instalasi/instansi-baru', { ...isian, ...orangnya })).isi);
  const kedua = tautanDari((await operator.kirim('/instalasi/admin-pertama/BARU')).isi);
  const p = new PerambanUji(uji.alamat);
  expect([(await p.buka(pertama)).status, (await p.buka(kedua)).status]).toEqual([410, 200]);
  const sandi = 'gemericik hulu tapal menara';
  expect((await p.kirim(kedua, { sandi, ulang: sandi })).status).toBe(303);
  expect((await (await masuk('ani@baru.go.id', sandi)).buka('/instansi/BARU')).status).toBe(200);
  expect((await p.buka(kedua)).status).toBe(410);
  expect((await operator.kirim('/instalasi/admin-pertama/BARU')).status).toBe(403);
  expect((await operator.kirim('/instalasi/admin-pertama/SATU')).status).toBe(403);
  expect((await operator.kirim('/instalasi/admin-pertama/TIDAK-ADA')).status).toBe(404);
  expect((await audit('BARU')).filter((a) => a.peristiwa === 'tautan.buat')).toHaveLength(1);
});

test('signing in stands in the log of each agency of the person, and of no other', async () => {
  const { id, surel } = await orang('SATU');
  await masuk(surel, 'bukan ini sandinya');
  await masuk('siapa.pun@satu.go.id', 'bukan ini sandinya');
  await uji.aplikasi.get(JejakMasuk).onModuleDestroy();
  const milik = async (kode: string) => (await audit(kode)).filter((a) => a.sasaran_id === id).map((a) => a.peristiwa);
  expect(await milik('SATU')).toEqual(['masuk.berhasil', 'masuk.gagal']);
  expect(await milik('LAIN')).toEqual([]);
  const { isi } = await admin.buka('/instansi/SATU/audit?peristiwa=masuk.gagal');
  expect(isi).toContain('Sari');
  expect(isi).not.toContain('siapa.pun');
});

test('in the chain of each agency whoever signed in has the post and the running roles of that agency; who failed has none', async () => {
  const { id, surel } = await orang('SATU', 'LAIN');
  await uji.sumber.query(
    `INSERT INTO penugasan (id, instansi_id, jabatan_id, pengguna_id, status, nama, mulai)
     SELECT gen_random_uuid(), j.instansi_id, j.id, $1, 'plt', 'Sari', '2024-01-01' FROM jabatan j JOIN instansi i ON i.id = j.instansi_id
     WHERE i.kode = 'LAIN'`,
    [id],
  );
  await uji.sumber.query(
    `INSERT INTO peran (id, instansi_id, pengguna_id, peran, mulai)
     SELECT gen_random_uuid(), id, $1, 'pimpinan', '2999-01-01' FROM instansi WHERE kode = 'LAIN'`,
    [id],
  );
  await masuk(surel);
  await masuk(surel, 'bukan ini sandinya');
  await uji.aplikasi.get(JejakMasuk).onModuleDestroy();
  const tercatat = (kode: string | null) =>
    uji.sumber.query<unknown[]>(
      `SELECT peristiwa, jabatan, peran FROM audit WHERE sasaran_id = $1 AND instansi_id IS NOT DISTINCT FROM
         (SELECT id FROM instansi WHERE kode = $2) AND peristiwa LIKE 'masuk.%' AND waktu > now() - interval '1 hour' ORDER BY nomor DESC LIMIT 2`,
      [id, kode],
    );
  const gagal = { peristiwa: 'masuk.gagal', jabatan: null, peran: [] };
  const berhasil = { peristiwa: 'masuk.berhasil', jabatan: null, peran: ['koordinator'] };
  expect(await tercatat('SATU')).toEqual([gagal, berhasil]);
  expect(await tercatat('LAIN')).toEqual([gagal, { ...berhasil, jabatan: 'Plt. Kepala' }]);
  expect(await tercatat(null)).toEqual([gagal, { ...berhasil, peran: [] }]);
});

test('a role lasts until midnight of its agency, whose zone may be ahead of Jakarta', async () => {
  const { id } = await orang('SATU');
  await uji.sumber.query(`UPDATE peran SET selesai = '2025-03-02' WHERE pengguna_id = $1`, [id]);
  const pada = async (waktu: string) => {
    const query = new PenggunaQuery(uji.aplikasi.get(Transaksi), { sekarang: () => new Date(waktu) });
    return (await query.peran(id, TANPA_KONTEKS.oleh)).map(({ peran, berlaku }) => [peran, berlaku]);
  };
  // Jayapura: 1 March 23.59, then 2 March 00.00, while Jakarta has 22.00.
  expect(await pada('2025-03-01T14:59:59Z')).toEqual([['koordinator', true]]);
  expect(await pada('2025-03-01T15:00:00Z')).toEqual([]);
  await uji.sumber.query(`UPDATE peran SET mulai = '2025-03-02', selesai = NULL WHERE pengguna_id = $1`, [id]);
  expect(await pada('2025-03-01T14:59:59Z')).toEqual([['koordinator', false]]);
  expect(await pada('2025-03-01T15:00:00Z')).toEqual([['koordinator', true]]);
});

test('an account attacked from everywhere: its owner comes in from a new browser at another address, on the first attempt', async () => {
  const aplikasi = await buatAplikasi(uji.sumberAplikasi, { proxy: ['127.0.0.1'] });
  await aplikasi.listen(0, '127.0.0.1');
  const alamat = await aplikasi.getUrl();
  const { surel } = await orang('SATU');
  const dari = (ip: string) => new PerambanUji(alamat, { 'x-forwarded-for': ip });
  await dari('203.0.113.1').kirim('/masuk', { surel, sandi: 'satu tebakan saja' });
  await uji.sumber.query(`UPDATE pembatas SET hitungan = 1000, boleh_lagi = now() + interval '15 min' WHERE kunci LIKE 'akun:%'`);
  const penyerang = await dari('203.0.113.1').kirim('/masuk', { surel, sandi: SANDI_UJI });
  expect([penyerang.status, penyerang.isi.includes('Coba lagi 15 menit lagi')]).toEqual([429, true]);
  expect((await dari('198.51.100.7').kirim('/masuk', { surel, sandi: SANDI_UJI })).status).toBe(303);
  // One attempt, not many.
  const peramban = dari('198.51.100.8');
  expect((await peramban.kirim('/masuk', { surel, sandi: 'tebakan' })).status).toBe(422);
  expect((await peramban.kirim('/masuk', { surel, sandi: SANDI_UJI })).status).toBe(429);
  // Closed with its server only: the data source is shared.
  await aplikasi.get(JejakMasuk).onModuleDestroy();
  await new Promise((selesai) => aplikasi.getHttpServer().close(selesai));
});

describe('an agency whose only admin can no longer sign in', () => {
  const formulir = 'name="adminSurel"';
  async function tanpaAdmin(
    kode: string,
    sebab: 'peran' | 'akun',
  ): Promise<{ halaman: string; lama: string; inspektur: string }> {
    await uji.sumber.query(
      `INSERT INTO instansi (id, kode, nama, singkatan, kota, zona_waktu) VALUES (gen_random_uuid(), $1, $1, $1, 'Kupang', 'Asia/Makassar')`,
      [kode],
    );
    const halaman = `/instalasi/admin-pertama/${kode}`;
    const lama = await masukSebagai(uji.sumber, [{ instansi: kode, peran: 'admin' }]);
    const inspektur = await masukSebagai(uji.sumber, [{ instansi: kode, peran: 'inspektur' }]);
    expect((await operator.buka(halaman)).isi).not.toContain(formulir);
    expect((await operator.kirim(halaman, { adminNama: 'X', adminSurel: 'x@contoh.go.id' })).status).toBe(403);
    if (sebab === 'akun')
      expect((await operator.kirim(`/instalasi/akun/${lama.penggunaId}/nonaktifkan`, { alasan: 'wafat' })).status).toBe(303);
    else await uji.sumber.query(`UPDATE peran SET selesai = '2024-01-01' WHERE pengguna_id = $1`, [lama.penggunaId]);
    return { halaman, lama: lama.surel, inspektur: inspektur.surel };
  }

  test('its account was closed: a new one by link, in the log, and once only', async () => {
    const { halaman, lama, inspektur } = await tanpaAdmin('TUTUP', 'akun');
    expect((await operator.buka(halaman)).isi).toContain(formulir);
    for (const [surel, pesan] of [
      [lama, 'dinonaktifkan'],
      [inspektur, 'Orang ini inspektur'],
    ] as const) {
      const { status, isi } = await operator.kirim(halaman, { adminNama: 'X', adminSurel: surel });
      expect([status, daftarGalat(isi)]).toEqual([422, [['adminSurel', expect.stringContaining(pesan)]]]);
    }
    const { isi } = await operator.kirim(halaman, { adminNama: 'Baru', adminSurel: 'pengganti@tutup.go.id' });
    const tautan = /<code>http[^<]*?(\/undangan\/[^<]+)<\/code>/.exec(isi)?.[1] ?? '';
    expect((await audit('TUTUP')).map((a) => a.peristiwa)).toEqual(['akun.nonaktifkan', 'peran.beri']);
    const sandi = 'serambi gelugur tapal banyu';
    await new PerambanUji(uji.alamat).kirim(tautan, { sandi, ulang: sandi }, tautan);
    const p = await masuk('pengganti@tutup.go.id', sandi);
    expect((await p.buka('/instansi/TUTUP/organisasi/orang')).status).toBe(200);
    expect((await operator.buka(halaman)).isi).not.toContain(formulir);
    expect((await operator.kirim(halaman, { adminNama: 'Y', adminSurel: 'y@contoh.go.id' })).status).toBe(403);
  });

  test('its role ended: who has an account is asked, and until the answer nobody else', async () => {
    const { halaman } = await tanpaAdmin('HABIS', 'peran');
    const { surel, p } = await orang('LAIN');
    expect((await operator.kirim(halaman, { adminNama: 'Sari', adminSurel: surel })).isi).toContain('menunggu jawaban');
    expect((await p.buka('/instansi/HABIS')).status).toBe(404);
    expect((await operator.buka(halaman)).isi).not.toContain(formulir);
    const [undangan] = await uji.sumber.query<{ id: string }[]>(
      `SELECT id FROM undangan_peran WHERE instansi_id = (SELECT id FROM instansi WHERE kode = 'HABIS')`,
    );
    // Not yet agreed: no link. Agreed, without a mail server: the operator hands one over.
    expect((await operator.kirim(halaman)).status).toBe(403);
    await p.kirim(`/akun/undangan/${undangan?.id}/terima`, {}, '/akun');
    expect((await operator.kirim(halaman)).isi).toContain('/undangan-peran/');
    await p.kirim(`/akun/undangan/${undangan?.id}/tolak`, {}, '/akun');
    expect((await operator.buka(halaman)).isi).toContain(formulir);
    expect((await audit('HABIS')).map((a) => a.peristiwa)).toEqual([
      'undangan.beri',
      'undangan.setujui',
      'tautan.buat',
      'undangan.tolak',
    ]);
  });
});

test('an agency in which nobody ever was, as an imported one: the operator names its first admin, once', async () => {
  await uji.sumber.query(
    `INSERT INTO instansi (id, kode, nama, singkatan, kota, zona_waktu) VALUES (gen_random_uuid(), 'IMPOR', 'Impor', 'I', 'Kupang', 'Asia/Makassar')`,
  );
  const halaman = '/instalasi/admin-pertama/IMPOR';
  expect((await operator.buka(halaman)).isi).toContain('name="adminSurel"');
  expect((await operator.kirim(halaman, { adminNama: '', adminSurel: 'bukan surel' })).status).toBe(422);
  expect((await audit('IMPOR')).map((a) => a.peristiwa)).toEqual([]);
  const hasil = await Promise.all(
    [1, 2].map((n) => operator.kirim(halaman, { adminNama: `Admin ${n}`, adminSurel: `impor${n}@contoh.go.id` })),
  );
  expect(hasil.map((h) => h.status).sort()).toEqual([200, 403]);
  expect((await audit('IMPOR')).map((a) => a.peristiwa)).toEqual(['peran.beri']);
  const tautan = /<code>http[^<]*?(\/undangan\/[^<]+)<\/code>/.exec(hasil.find((h) => h.status === 200)?.isi ?? '')?.[1] ?? '';
  const p = new PerambanUji(uji.alamat);
  await p.kirim(tautan, { sandi: 'serambi gelugur tapal banyu', ulang: 'serambi gelugur tapal banyu' }, tautan);
  // From now on it is as with every agency: links are the admin's, once they came in.
  expect((await operator.buka(halaman)).isi).not.toContain('name="adminSurel"');
  expect((await operator.kirim(halaman)).status).toBe(403);
});
