import { randomBytes } from 'node:crypto';
import { PengaturanAuth } from '../../src/auth/pengaturan';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatInstansiUji } from '../support/dua-instansi';
import { daftarGalat, PerambanOrganisasi } from '../support/organisasi';
import { masukSebagai } from '../support/orang';
import { PerambanUji } from '../support/peramban-uji';
import { ServerSuratUji } from '../support/surat-uji';

/*
 * Two agencies and one account. SATU makes it; LAIN offers it a role. Whoever handed the first link over may know its password.
 */
const SANDI_SATU = 'gemericik hulu tapal menara';
const SANDI_LAIN = 'selasar perigi kelir jerami';
const ALAMAT = 'http://tuntas.contoh.go.id';
const surat = new ServerSuratUji();

interface Tempat {
  readonly uji: AplikasiUji;
  readonly satu: PerambanOrganisasi;
  readonly lain: PerambanOrganisasi;
}
let tanpaSurat: Tempat;
let bersurat: Tempat;
let nomor = 0;

async function siapkan(auth?: PengaturanAuth): Promise<Tempat> {
  const uji = await jalankanAplikasiUji(auth ? { auth } : {});
  for (const kode of ['SATU', 'LAIN']) await buatInstansiUji(uji.sumberAplikasi, uji.sumber, kode);
  await uji.sumber.query('UPDATE kebijakan_masuk SET totp_wajib = $1', [[]]);
  await uji.sumber.query('DELETE FROM undangan_peran');
  const admin = (kode: string) => PerambanOrganisasi.masuk(uji, kode, [{ instansi: kode, peran: 'admin' }], `Admin ${kode}`);
  return { uji, satu: await admin('SATU'), lain: await admin('LAIN') };
}

beforeAll(async () => {
  tanpaSurat = await siapkan();
  const kirim = { url: await surat.mulai(), dari: 'tuntas@contoh.go.id' };
  bersurat = await siapkan(new PengaturanAuth({ surat: kirim, alamatPublik: ALAMAT, kunci: randomBytes(32) }));
});
afterAll(async () => {
  await bersurat.uji.tutup();
  await tanpaSurat.uji.tutup();
  await surat.tutup();
});
beforeEach(async () => {
  surat.kotak.length = 0;
  for (const { uji } of [tanpaSurat, bersurat]) await uji.sumber.query('DELETE FROM pembatas');
});
afterEach(() => jest.restoreAllMocks());

const undang = (admin: PerambanOrganisasi, surel: string, peran = 'pimpinan') =>
  admin.kirim('orang-baru', { nama: 'Tono', surel, peran, unit: '' });
const tautanHalaman = (isi: string) =>
  /<code>http[^<]*?(\/(?:undangan|atur-ulang|undangan-peran)\/[^<]+)<\/code>/.exec(isi)?.[1] ?? '';
const tautanSurat = (isi: string) => new RegExp(`${ALAMAT}(/(?:undangan|atur-ulang)/\\S+)`).exec(isi)?.[1] ?? '';
const peranDi = ({ uji }: Tempat, surel: string) =>
  uji.sumber.query<{ kode: string; peran: string }[]>(
    `SELECT i.kode, r.peran FROM peran r JOIN pengguna p ON p.id = r.pengguna_id JOIN instansi i ON i.id = r.instansi_id
     WHERE p.surel = $1 ORDER BY i.kode`,
    [surel],
  );
async function idUndangan({ uji }: Tempat, surel: string): Promise<string> {
  const [u] = await uji.sumber.query<{ id: string }[]>(
    'SELECT u.id FROM undangan_peran u JOIN pengguna p ON p.id = u.pengguna_id WHERE p.surel = $1 ORDER BY u.dibuat DESC LIMIT 1',
    [surel],
  );
  return u?.id ?? '';
}
const auditDi = async ({ uji }: Tempat, kode: string) =>
  (
    await uji.sumber.query<{ peristiwa: string }[]>(
      `SELECT peristiwa FROM audit WHERE instansi_id = (SELECT id FROM instansi WHERE kode = $1) ORDER BY nomor`,
      [kode],
    )
  ).map((b) => b.peristiwa);
async function masuk({ uji }: Tempat, surel: string, sandi: string): Promise<PerambanUji> {
  const p = new PerambanUji(uji.alamat);
  expect((await p.kirim('/masuk', { surel, sandi })).status).toBe(303);
  return p;
}
const surelBaru = () => `tono${(nomor += 1)}@satu.go.id`;

/** SATU's admin keeps the link for themselves and owns the account. */
async function akunRampasan(): Promise<{ surel: string; perampas: PerambanUji }> {
  const surel = surelBaru();
  const { isi } = await undang(tanpaSurat.satu, surel);
  const tautan = tautanHalaman(isi);
  const p = new PerambanUji(tanpaSurat.uji.alamat);
  expect((await p.kirim(tautan, { sandi: SANDI_SATU, ulang: SANDI_SATU })).status).toBe(303);
  return { surel, perampas: await masuk(tanpaSurat, surel, SANDI_SATU) };
}

describe('tanpa server surat', () => {
  test('peran dari instansi kedua menunggu: pemegang akun tidak mendapat apa pun, juga setelah menyetujuinya sendiri', async () => {
    const { surel, perampas } = await akunRampasan();
    const jawaban = await undang(tanpaSurat.lain, surel);
    expect(jawaban.isi).toContain('menunggu jawaban');
    expect(tautanHalaman(jawaban.isi)).toBe('');
    expect(await peranDi(tanpaSurat, surel)).toEqual([{ kode: 'SATU', peran: 'pimpinan' }]);
    expect((await perampas.buka('/instansi/LAIN')).status).toBe(404);
    const akun = await perampas.buka('/akun');
    expect(akun.isi).toContain('Pimpinan, Instansi LAIN');
    const id = await idUndangan(tanpaSurat, surel);
    expect((await perampas.kirim(`/akun/undangan/${id}/terima`, {}, '/akun')).status).toBe(303);
    expect((await perampas.buka('/instansi/LAIN')).status).toBe(404);
    expect(await peranDi(tanpaSurat, surel)).toEqual([{ kode: 'SATU', peran: 'pimpinan' }]);
    expect((await perampas.buka('/akun')).isi).toContain('Anda sudah menyetujuinya');
  });

  test('disetujui, lalu tautan dari instansi kedua bersama kata sandi sekarang: sandi berganti, semua sesi berakhir, peran berlaku', async () => {
    const { surel, perampas } = await akunRampasan();
    await undang(tanpaSurat.lain, surel);
    const id = await idUndangan(tanpaSurat, surel);
    expect((await tanpaSurat.lain.kirim(`undangan/${id}/tautan`)).status).toBe(403);
    await perampas.kirim(`/akun/undangan/${id}/terima`, {}, '/akun');
    const tautan = tautanHalaman((await tanpaSurat.lain.kirim(`undangan/${id}/tautan`)).isi);
    expect(tautan).toMatch(/^\/undangan-peran\/[\w-]{43}$/);
    const p = new PerambanUji(tanpaSurat.uji.alamat);
    const isian = { sandi: SANDI_LAIN, ulang: SANDI_LAIN };
    // Whoever made the link does not know the password; whoever knows the password does not have the link.
    for (const kini of ['', 'tebakan admin lain']) {
      const ditolak = await p.kirim(tautan, { ...isian, kini });
      expect([ditolak.status, daftarGalat(ditolak.isi)[0]?.[0]]).toEqual([422, 'kini']);
    }
    expect((await perampas.buka('/akun')).status).toBe(200);
    expect((await p.kirim(tautan, { ...isian, kini: SANDI_SATU })).lokasi).toBe('/masuk?pesan=sandi');
    expect((await perampas.buka('/akun')).status).toBe(303);
    expect(await peranDi(tanpaSurat, surel)).toEqual([
      { kode: 'LAIN', peran: 'pimpinan' },
      { kode: 'SATU', peran: 'pimpinan' },
    ]);
    const q = await masuk(tanpaSurat, surel, SANDI_LAIN);
    expect((await q.buka('/instansi/LAIN')).status).toBe(200);
    expect((await p.buka(tautan)).status).toBe(410);
    expect(await auditDi(tanpaSurat, 'LAIN')).toEqual(
      expect.arrayContaining(['undangan.beri', 'undangan.setujui', 'tautan.buat', 'undangan.terima', 'peran.beri']),
    );
  });

  test('ditolak: tidak ada yang berlaku, tercatat, dan tidak dapat diterima lagi', async () => {
    const { surel, perampas } = await akunRampasan();
    await undang(tanpaSurat.lain, surel);
    const id = await idUndangan(tanpaSurat, surel);
    expect((await perampas.kirim(`/akun/undangan/${id}/tolak`, {}, '/akun')).status).toBe(303);
    expect((await perampas.kirim(`/akun/undangan/${id}/terima`, {}, '/akun')).status).toBe(404);
    expect(await auditDi(tanpaSurat, 'LAIN')).toContain('undangan.tolak');
  });

  test('ditarik: tautannya mati; lewat 30 hari: kedaluwarsa; yang sama dua kali ditolak', async () => {
    const { surel, perampas } = await akunRampasan();
    await undang(tanpaSurat.lain, surel);
    expect(daftarGalat((await undang(tanpaSurat.lain, surel)).isi)[0]?.[1]).toContain('sudah menunggu');
    const id = await idUndangan(tanpaSurat, surel);
    await perampas.kirim(`/akun/undangan/${id}/terima`, {}, '/akun');
    const tautan = tautanHalaman((await tanpaSurat.lain.kirim(`undangan/${id}/tautan`)).isi);
    expect((await tanpaSurat.lain.kirim(`undangan/${id}/tarik`)).status).toBe(303);
    expect((await perampas.buka(tautan)).status).toBe(410);
    await undang(tanpaSurat.lain, surel);
    const baru = await idUndangan(tanpaSurat, surel);
    await tanpaSurat.uji.sumber.query(`UPDATE undangan_peran SET berakhir = now() WHERE id = $1`, [baru]);
    expect((await perampas.kirim(`/akun/undangan/${baru}/terima`, {}, '/akun')).status).toBe(404);
  });

  test('undangan orang lain, dan dari instansi lain: tidak dapat dijawab, tidak dapat ditarik', async () => {
    const { surel } = await akunRampasan();
    await undang(tanpaSurat.lain, surel);
    const id = await idUndangan(tanpaSurat, surel);
    const { perampas: orangLain } = await akunRampasan();
    for (const akhir of ['terima', 'tolak'])
      expect((await orangLain.kirim(`/akun/undangan/${id}/${akhir}`, {}, '/akun')).status).toBe(404);
    expect((await tanpaSurat.satu.kirim(`undangan/${id}/tarik`)).status).toBe(404);
    expect((await tanpaSurat.satu.buka(`undangan/${id}/tautan`)).status).toBe(404);
  });

  test('yang perannya di sini sudah berakhir tidak ditarik masuk lagi tanpa persetujuannya', async () => {
    const { surel } = await akunRampasan();
    const [akun] = await tanpaSurat.uji.sumber.query<{ id: string }[]>('SELECT id FROM pengguna WHERE surel = $1', [surel]);
    await tanpaSurat.uji.sumber.query(`UPDATE peran SET mulai = '2020-01-01', selesai = '2021-01-01' WHERE pengguna_id = $1`, [
      akun?.id,
    ]);
    const isian = { pengguna: akun?.id ?? '', peran: 'koordinator', unit: '', mulai: '2024-01-01', sampai: '', dasar: '' };
    expect((await tanpaSurat.satu.kirim('peran-baru', isian)).status).toBe(303);
    expect(await peranDi(tanpaSurat, surel)).toEqual([{ kode: 'SATU', peran: 'pimpinan' }]);
    expect(await idUndangan(tanpaSurat, surel)).not.toBe('');
  });

  test('tautan yang diserahkan berdiri di log audit instansinya, dan pemiliknya diberi tahu sampai ia membacanya', async () => {
    const { surel, perampas } = await akunRampasan();
    await perampas.kirim('/akun/pemberitahuan/dibaca', {}, '/akun');
    expect((await perampas.buka('/instansi/SATU')).isi).not.toContain('menunggu Anda');
    const [akun] = await tanpaSurat.uji.sumber.query<{ id: string }[]>('SELECT id FROM pengguna WHERE surel = $1', [surel]);
    expect(tautanHalaman((await tanpaSurat.satu.kirim(`orang/${akun?.id}/tautan`)).isi)).toContain('/atur-ulang/');
    expect(await auditDi(tanpaSurat, 'SATU')).toContain('tautan.buat');
    expect((await tanpaSurat.satu.buka('/instansi/SATU/audit')).isi).toContain('membuat tautan akun');
    expect((await perampas.buka('/instansi/SATU')).isi).toContain('Ada pemberitahuan atau undangan yang menunggu Anda');
    expect((await perampas.buka('/akun')).isi).toContain('dibuat dan diserahkan oleh Admin SATU (admin Instansi SATU)');
    expect((await perampas.kirim('/akun/pemberitahuan/dibaca', {}, '/akun')).status).toBe(303);
    expect((await perampas.buka('/instansi/SATU')).isi).not.toContain('menunggu Anda');
  });
});

describe('dengan server surat', () => {
  test('surel yang terbukti: undangan cukup diterima pemiliknya', async () => {
    const surel = surelBaru();
    await undang(bersurat.satu, surel);
    const tautan = tautanSurat((await surat.tunggu(1))[0]?.isi ?? '');
    await new PerambanUji(bersurat.uji.alamat).kirim(tautan, { sandi: SANDI_SATU, ulang: SANDI_SATU });
    const p = await masuk(bersurat, surel, SANDI_SATU);
    await undang(bersurat.lain, surel);
    expect((await p.buka('/instansi/LAIN')).status).toBe(404);
    const kabar = (await surat.tunggu(2))[1];
    expect(kabar?.isi).toContain('Instansi LAIN mengundang Anda');
    expect(kabar?.isi).not.toMatch(/\/(undangan|atur-ulang)\//);
    await p.kirim(`/akun/undangan/${await idUndangan(bersurat, surel)}/terima`, {}, '/akun');
    expect((await p.buka('/instansi/LAIN')).status).toBe(200);
  });

  test('undangan menjadi inspektur dan menjadi pimpinan di satu instansi: yang kedua tidak dapat diterima', async () => {
    const surel = surelBaru();
    await undang(bersurat.satu, surel);
    const tautan = tautanSurat((await surat.tunggu(1))[0]?.isi ?? '');
    await new PerambanUji(bersurat.uji.alamat).kirim(tautan, { sandi: SANDI_SATU, ulang: SANDI_SATU });
    const p = await masuk(bersurat, surel, SANDI_SATU);
    const menunggu: string[] = [];
    for (const peran of ['inspektur', 'pimpinan']) {
      await undang(bersurat.lain, surel, peran);
      menunggu.push(await idUndangan(bersurat, surel));
    }
    // Those of this test, so that none comes into the box of the next.
    expect(await surat.tunggu(3)).toHaveLength(3);
    expect((await p.kirim(`/akun/undangan/${menunggu[0]}/terima`, {}, '/akun')).status).toBe(303);
    const ditolak = await p.kirim(`/akun/undangan/${menunggu[1]}/terima`, {}, '/akun');
    expect([ditolak.status, ditolak.isi.includes('tidak dapat dirangkap')]).toEqual([403, true]);
    expect(await peranDi(bersurat, surel)).toEqual([
      { kode: 'LAIN', peran: 'inspektur' },
      { kode: 'SATU', peran: 'pimpinan' },
    ]);
  });

  test('surel yang belum terbukti: yang memegang sandinya tidak dapat menerima; tautan ke kotak surat mengusirnya', async () => {
    const surel = surelBaru();
    const { penggunaId } = await masukSebagai(bersurat.uji.sumber, [{ instansi: 'SATU', peran: 'pimpinan' }]);
    const sandi = await bersurat.uji.sumber.query<{ sandi: string }[]>(
      `SELECT sandi FROM pengguna WHERE sandi IS NOT NULL LIMIT 1`,
    );
    await bersurat.uji.sumber.query('UPDATE pengguna SET surel = $2, sandi = $3 WHERE id = $1', [
      penggunaId,
      surel,
      sandi[0]?.sandi,
    ]);
    const perampas = await masuk(bersurat, surel, SANDI_SATU);
    await undang(bersurat.lain, surel);
    const id = await idUndangan(bersurat, surel);
    expect((await perampas.kirim(`/akun/undangan/${id}/terima`, {}, '/akun')).status).toBe(403);
    expect((await bersurat.lain.kirim(`undangan/${id}/tautan`)).status).toBe(403);
    await surat.tunggu(1);
    surat.kotak.length = 0;
    expect((await perampas.kirim('/akun/bukti-surel', {}, '/akun')).status).toBe(303);
    const tautan = tautanSurat((await surat.tunggu(1))[0]?.isi ?? '');
    await new PerambanUji(bersurat.uji.alamat).kirim(tautan, { sandi: SANDI_LAIN, ulang: SANDI_LAIN });
    expect((await perampas.buka('/akun')).status).toBe(303);
    const pemilik = await masuk(bersurat, surel, SANDI_LAIN);
    await pemilik.kirim(`/akun/undangan/${id}/terima`, {}, '/akun');
    expect((await pemilik.buka('/instansi/LAIN')).status).toBe(200);
  });

  test('admin pertama sebuah instansi baru yang sudah punya akun pun diminta persetujuannya', async () => {
    const surel = surelBaru();
    await undang(bersurat.satu, surel);
    const operator = await masukSebagai(bersurat.uji.sumber, [], { operator: true });
    const badan = new URLSearchParams({
      ...{ _csrf: operator.csrf, kode: 'BARU', nama: 'Badan Baru', singkatan: 'BB', kota: 'Kupang', zonaWaktu: 'Asia/Makassar' },
      ...{ adminNama: 'Tono', adminSurel: surel },
    });
    const jawaban = await fetch(`${bersurat.uji.alamat}/instalasi/instansi-baru`, {
      method: 'POST',
      headers: { ...operator.kepala, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      body: badan.toString(),
    });
    expect(await jawaban.text()).toContain('menunggu jawaban');
    expect((await peranDi(bersurat, surel)).map((p) => p.kode)).toEqual(['SATU']);
  });
});
