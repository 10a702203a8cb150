import { Transaksi } from '../../src/database/transaksi';
import { BerkasQuery } from '../../src/laporan/berkas.query';
import { LaporanService } from '../../src/laporan/laporan.service';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatInstansiUji } from '../support/dua-instansi';
import { decode } from '../support/entitas-html';
import { daftarGalat, PerambanOrganisasi } from '../support/organisasi';

let uji: AplikasiUji;
let admin: PerambanOrganisasi;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'SATU');
  admin = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'admin' }], 'Admin Satu');
});

afterAll(() => uji.tutup());

const hariIni = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jayapura' }).format(new Date());

async function unit(kode: string): Promise<{ id: string; nama: string }> {
  const [baris] = await uji.sumber.query<{ id: string; nama: string }[]>('SELECT id, nama FROM unit WHERE kode = $1', [kode]);
  if (!baris) throw new Error(`Unit ${kode} tidak ada`);
  return baris;
}

async function buat(kode: string): Promise<string> {
  await admin.kirim('unit-baru', { kode, nama: `Bagian ${kode}`, singkatan: '', jenis: 'bagian', induk: '' });
  return (await unit(kode)).id;
}

describe('dua admin pada unit yang sama', () => {
  const versi = (html: string) => /name="versi" value="([^"]+)"/.exec(html)?.[1] ?? '';

  it('yang kedua diberi tahu, yang diketiknya tetap ada, dan dapat mengirim lagi', async () => {
    await buat('V1');
    const lain = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'admin' }], 'Admin Dua');
    const isian = (nama: string, v: string) => ({ nama, singkatan: '', sejak: hariIni(), alasan: 'SK', versi: v });
    const [a, b] = [versi((await admin.buka('unit/V1/nama')).isi), versi((await lain.buka('unit/V1/nama')).isi)];
    expect((await admin.kirim('unit/V1/nama', isian('Nama Pertama', a))).status).toBe(303);
    const kedua = await lain.kirim('unit/V1/nama', isian('Nama Kedua', b));
    expect([kedua.status, daftarGalat(kedua.isi)]).toEqual([
      422,
      [['nama', expect.stringMatching(/Orang lain mengubahnya.*kini bernama "Nama Pertama", di tingkat teratas/)]],
    ]);
    expect(kedua.isi).toContain('value="Nama Kedua"');
    expect((await unit('V1')).nama).toBe('Nama Pertama');
    expect((await lain.kirim('unit/V1/nama', isian('Nama Kedua', versi(kedua.isi)))).status).toBe(303);
    expect((await unit('V1')).nama).toBe('Nama Kedua');
  });

  it('mengganti nama dan memindah bersamaan: hanya satu yang terjadi, tanpa yang lain tahu-tahu hilang', async () => {
    await buat('V2');
    const induk = await buat('V3');
    const v = versi((await admin.buka('unit/V2/nama')).isi);
    const hasil = await Promise.all([
      admin.kirim('unit/V2/nama', { nama: 'Baru', singkatan: '', sejak: hariIni(), alasan: 'SK', versi: v }),
      admin.kirim('unit/V2/pindah', { induk, alasan: 'SK', versi: v }),
      admin.kirim('unit/V2/gabung', { penerus: induk, sejak: hariIni(), alasan: 'SK', versi: v }),
    ]);
    expect(hasil.map((h) => h.status).toSorted()).toEqual([303, 422, 422]);
    for (const h of hasil.filter((x) => x.status === 422)) expect(versi(h.isi)).not.toBe(v);
  });
});

const GANJIL = [
  ['kutip', `K"'\`<b>`, `Bagian "Umum" & 'Lain' <script>alert(1)</script>`],
  ['garis miring dan tanda alamat', 'A/B\\C?d=1#e%2F&f', 'Bagian A/B?c#d%00%2F'],
  ['emoji', '🏛️-1', 'Bagian 🏛️ Pusat 👩🏽‍💼'],
  ['aksara kanan ke kiri', 'عربي', 'قسم \u200fالعربية\u200e (Bagian)'],
  ['200 huruf tanpa jeda', 'x'.repeat(100), 'Ñ'.repeat(200)],
  ['titik di tengah', '..a', 'Bagian ../..'],
  ['kurung kurawal', '{{7*7}}', '{{nama}} ${nama}'],
] as const;

describe.each(GANJIL)('kode dan nama dengan %s', (_, kode, nama) => {
  const tautan = (html: string) =>
    [...html.matchAll(/href="(\/instansi\/[^"]*)/g)].map((m) => decode(m[1] ?? '').split('#')[0] ?? '');

  it('halaman, tautan, dan laporannya tetap utuh', async () => {
    const jadi = await admin.kirim('unit-baru', { kode, nama, singkatan: '', jenis: nama.slice(0, 90), induk: '' });
    const alamat = `unit/${encodeURIComponent(kode)}`;
    expect([jadi.status, jadi.ke]).toEqual([303, `/instansi/SATU/organisasi/${alamat}`]);
    const { id } = await unit(kode);
    const jabatan = await admin.kirim('jabatan-baru', { unit: id, nama, memimpin: 'ya' });
    expect(jabatan.status).toBe(303);
    await uji.sumber.query('UPDATE penanggung_jawab SET unit_id = $1', [id]);
    const dikunjungi = new Set<string>();
    for (const halaman of [
      alamat,
      '',
      'jabatan',
      jabatan.ke ?? '',
      `${alamat}/nama`,
      `${alamat}/pindah`,
      `${alamat}/gabung`,
      '/instansi/SATU',
      '/instansi/SATU/rencana/R',
      `/instansi/SATU/rencana/R?unit=${encodeURIComponent(kode)}`,
    ]) {
      // prettier-ignore
      const { status, isi } = await admin.buka(halaman);
      expect([halaman, status]).toEqual([halaman, 200]);
      expect([halaman, decode(isi).includes(nama)]).toEqual([halaman, true]);
      expect(isi).not.toContain('<script>alert(1)');
      for (const t of tautan(isi)) if (t.includes('/unit/')) dikunjungi.add(t);
    }
    for (const t of dikunjungi) expect([t, (await admin.buka(t)).status]).toEqual([t, 200]);
    const bahan = await uji.aplikasi
      .get(Transaksi)
      .sebagaiSistem('uji', 'SATU', () => uji.aplikasi.get(BerkasQuery, { strict: false }).bahanCetak('SATU', 'R'));
    if (!bahan) throw new Error('Rencana R tidak ada');
    const html = uji.aplikasi.get(LaporanService, { strict: false }).html(bahan.berkas, { hariIni: '2026-08-01' });
    expect(html).not.toContain('<script>alert(1)');
    expect(decode(html).replace(/[\u00ad\u200b]|<wbr>/g, '')).toContain(nama);
  });
});

it.each([
  ['kode', '.', 'bukan titik saja'],
  ['kode', '..', 'bukan titik saja'],
  ['kode', 'A\u200bB', 'tidak tampak'],
  ['nama', 'Bagian \u202eterbalik', 'tanda arah'],
  ['nama', 'x'.repeat(301), 'Persingkat'],
  ['nama', 'dua\nbaris', 'satu baris'],
  ['nama', 'nol\u0001', 'tidak terbaca'],
])('%s = %j ditolak dengan sebabnya', async (medan, nilai, sebab) => {
  const isian = { kode: 'TOLAK', nama: 'Bagian', singkatan: '', jenis: 'bagian', induk: '', [medan]: nilai };
  const { status, isi } = await admin.kirim('unit-baru', isian);
  expect([status, daftarGalat(isi)]).toEqual([422, [[medan, expect.stringContaining(sebab)]]]);
});
