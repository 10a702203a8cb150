import { SaranService } from '../../src/survei/saran/saran.service';
import { Transaksi } from '../../src/database/transaksi';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatInstansiUji } from '../support/dua-instansi';
import { decode } from '../support/entitas-html';
import { daftarGalat, PerambanOrganisasi } from '../support/organisasi';
import { kosongkanSaran } from '../support/saran-uji';

const B = '/instansi/SATU/survei/S/saran';

let uji: AplikasiUji;
let koordinator: PerambanOrganisasi;
let koordinatorUnit: PerambanOrganisasi;
let inspektur: PerambanOrganisasi;
let instansiId: string;
let surveiId: string;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  for (const kode of ['SATU', 'LAIN']) await buatInstansiUji(uji.sumberAplikasi, uji.sumber, kode);
  koordinator = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'koordinator' }], 'Koordinator');
  koordinatorUnit = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'koordinator', unit: 'ANAK' }]);
  inspektur = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'inspektur' }]);
  const [baris] = await uji.sumber.query<{ i: string; s: string }[]>(
    `SELECT i.id AS i, s.id AS s FROM instansi i JOIN survei s ON s.instansi_id = i.id WHERE i.kode = 'SATU'`,
  );
  instansiId = baris?.i ?? '';
  surveiId = baris?.s ?? '';
});

afterAll(() => uji.tutup());

async function terima(teks: readonly string[]): Promise<void> {
  const oleh = { nama: 'uji', jabatan: [], peran: [], ip: null, agen: null };
  await uji.aplikasi.get(Transaksi).sebagai(
    { instansi: [instansiId], pengguna: null, operator: false, oleh },
    () =>
      uji.aplikasi.get(SaranService).terima(surveiId, teks.map((t, i) => ({ teks: t, baris: i + 2 }))), // prettier-ignore
  );
}

const teksBersih = (html: string) => decode(html.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');
const status = () =>
  uji.sumber.query<{ status: string; unsur: string | null; n: number }[]>(
    `SELECT status, unsur, count(*)::int AS n FROM saran WHERE survei_id = $1 GROUP BY 1, 2 ORDER BY 1, 2 NULLS LAST`,
    [surveiId],
  );
const tautan = (html: string) => [...html.matchAll(/href="([^"]+)"/g)].map((m) => decode(m[1] ?? ''));

describe('menetapkan yang tersaring', () => {
  beforeEach(async () => {
    await kosongkanSaran(uji.sumber, surveiId);
    await terima(['Antrean lama', 'Antrean panjang', 'Kursi kurang', 'Kursi rusak', 'tidak ada']);
  });

  const PILIHAN = { unsur: '', unit: '', status: 'baru', q: 'kursi' };

  it('uji coba menghitung dan tidak mengubah apa pun; menjalankan hanya yang dihitung itu', async () => {
    const awal = await status();
    const { status: kode, isi } = await koordinator.buka(`${B}/tetapkan?q=kursi&status=baru&tetap-unsur=-&tetap-unit=ANAK`);
    expect(kode).toBe(200);
    expect(isi).toContain('2 saran akan ditetapkan ke unsur Bukan unsur dan ditanggapi oleh Subbagian Umum.');
    expect(await status()).toEqual(awal);
    const jadi = await koordinator.kirim(`${B}/tetapkan`, { ...PILIHAN, 'tetap-unsur': '-', 'tetap-unit': 'ANAK', jumlah: '2' });
    expect([jadi.status, jadi.ke]).toEqual([303, `${B}?status=ditetapkan`]);
    expect(await status()).toEqual([
      { status: 'baru', unsur: null, n: 2 },
      { status: 'ditetapkan', unsur: null, n: 2 },
      { status: 'nihil', unsur: null, n: 1 },
    ]);
    expect((await koordinator.buka(`${B}/3`)).isi).toContain('bukan unsur, Subbagian Umum');
    const [audit] = await uji.sumber.query<{ peristiwa: string; sesudah: object }[]>(`SELECT peristiwa, sesudah FROM audit WHERE instansi_id = $1 ORDER BY nomor DESC LIMIT 1`, [instansiId]); // prettier-ignore
    expect(audit).toEqual({
      peristiwa: 'saran.tetapkan_banyak',
      sesudah: { jumlah: 2, saringan: 'status=baru&q=kursi', unsur: 'bukan unsur', unit: 'Subbagian Umum' },
    });
  });

  it('usulan masing-masing: yang tidak punya usulan dilewati dan disebut', async () => {
    const { isi } = await koordinator.buka(`${B}/tetapkan?status=baru&tetap-unsur=usul&tetap-unit=-`);
    expect(isi).toContain('2 saran akan ditetapkan ke unsur usulan masing-masing dan ditanggapi oleh koordinator.');
    expect(isi).toContain('2 saran dilewati, karena kata-katanya tidak menunjukkan unsur.');
    await koordinator.kirim(`${B}/tetapkan`, { ...PILIHAN, q: '', 'tetap-unsur': 'usul', 'tetap-unit': '-', jumlah: '2' });
    expect(await status()).toContainEqual({ status: 'ditetapkan', unsur: 'A', n: 2 });
  });

  it('jumlahnya berubah sejak uji coba: tidak ada yang ditetapkan, uji coba ditunjukkan lagi', async () => {
    await terima(['Kursi patah']);
    const jawaban = await koordinator.kirim(`${B}/tetapkan`, { ...PILIHAN, 'tetap-unsur': '-', 'tetap-unit': '-', jumlah: '2' });
    expect(jawaban.status).toBe(409);
    expect(jawaban.isi).toContain('Jumlahnya berubah sejak uji coba');
    expect(jawaban.isi).toContain('3 saran akan ditetapkan');
    expect((await status()).some((s) => s.status === 'ditetapkan')).toBe(false);
  });

  it.each([
    ['unsur di luar instrumen', { 'tetap-unsur': 'Z', 'tetap-unit': '-' }, 'tetap-unsur'],
    ['unit instansi lain atau tidak ada', { 'tetap-unsur': '-', 'tetap-unit': 'ENTAH' }, 'tetap-unit'],
    ['tanpa pilihan', { 'tetap-unsur': '', 'tetap-unit': '' }, 'tetap-unsur'],
  ])('%s ditolak, saringannya tetap', async (_, isian, medan) => {
    const { status: kode, isi } = await koordinator.kirim(`${B}/tetapkan`, { ...PILIHAN, ...isian, jumlah: '2' });
    expect([kode, daftarGalat(isi)[0]?.[0]]).toEqual([422, medan]);
    expect(isi).toContain('name="q" value="kursi"');
  });

  it('koordinator sebuah unit bukan koordinator seluruh saran', async () => {
    expect((await koordinatorUnit.buka(`${B}/tetapkan`)).status).toBe(403);
    expect((await koordinatorUnit.kirim(`${B}/tambah`, { cara: 'satu', teks: 'x' })).status).toBe(403);
    expect((await koordinatorUnit.buka(B)).isi).toContain('Belum ada saran untuk unit Anda');
    expect((await koordinatorUnit.buka(`${B}/1`)).status).toBe(404);
  });
});

describe('sepuluh ribu saran', () => {
  const N = 10_000;

  beforeAll(async () => {
    await kosongkanSaran(uji.sumber, surveiId);
    const mulai = performance.now();
    await terima(Array.from({ length: N }, (_, i) => `Saran nomor ${i + 1} tentang ${i % 2 ? 'antrean' : 'kursi'}`));
    expect(performance.now() - mulai).toBeLessThan(10_000);
  });

  it('berhalaman, saringan terbawa, setiap angka menuju yang dihitungnya', async () => {
    const { isi } = await koordinator.buka(`${B}?unsur=A&q=antrean`);
    expect(teksBersih(isi)).toContain('5.000 saran berbeda, diterima 5.000 kali');
    expect(tautan(isi)).toContain(`${B}?unsur=A&q=antrean&h=2`);
    expect(tautan(isi)).toContain(`${B}?status=belum`);
    const akhir = await koordinator.buka(`${B}?unsur=A&q=antrean&h=100`);
    expect(akhir.isi).toContain('Saran nomor 10000 tentang antrean');
    expect(akhir.isi).toContain('Menampilkan 4.951–5.000 dari 5.000 saran');
    expect((await koordinator.buka(`${B}?h=999999&status=entah&unsur='`)).status).toBe(200);
  });

  it('halamannya tetap cepat', async () => {
    await koordinator.buka(B);
    const mulai = performance.now();
    for (let i = 0; i < 5; i++) await koordinator.buka(`${B}?q=antrean&h=${i + 50}`);
    expect((performance.now() - mulai) / 5).toBeLessThan(500);
  });

  it('CSV memuat semuanya, tercatat siapa mengambilnya', async () => {
    const { status: kode, isi } = await inspektur.buka(`${B}.csv?q=kursi`);
    expect([kode, isi.split('\r\n').length]).toEqual([200, N / 2 + 2]);
    const [audit] = await uji.sumber.query<{ peristiwa: string }[]>(`SELECT peristiwa FROM audit WHERE instansi_id = $1 ORDER BY nomor DESC LIMIT 1`, [instansiId]); // prettier-ignore
    expect(audit?.peristiwa).toBe('saran.ekspor');
  });
});

describe('teks yang menyerang', () => {
  beforeAll(async () => {
    await kosongkanSaran(uji.sumber, surveiId);
    await terima([
      '=HYPERLINK("http://x";"a")',
      '+cmd',
      '@SUM(A1)',
      '-2+3',
      `<script>alert(1)</script>`,
      'hub. 0812 3456 7890, Bu Rina',
      '100% bagus_sekali',
    ]);
  });

  it('CSV: rumus dinetralkan, identitas tidak ikut', async () => {
    const { isi } = await koordinator.buka(`${B}.csv`);
    expect(isi).toContain(`"'=HYPERLINK(""http://x"";""a"")"`);
    for (const rumus of ['+cmd', '@SUM(A1)', '-2+3']) expect(isi).toContain(`,'${rumus},`);
    expect(isi).toContain('[nomor telepon]');
    expect(isi).not.toMatch(/0812|Rina/);
  });

  it('halaman: tidak satu pun menjadi HTML', async () => {
    const { isi } = await koordinator.buka(B);
    expect(isi).not.toContain('<script>alert');
    expect(isi).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('tanda % dan _ dicari sebagai tanda', async () => {
    for (const [q, n] of [
      ['%', '1'],
      ['_', '1'],
      ['100%', '1'],
      ['\\', '0'],
    ] as const)
      // prettier-ignore
      expect([q, teksBersih((await koordinator.buka(`${B}?q=${encodeURIComponent(q)}`)).isi).includes(`Semua saran ${n} `)]).toEqual([q, true]);
  });
});
