import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatInstansiUji } from '../support/dua-instansi';
import { masukSebagai } from '../support/orang';
import { daftarGalat, PerambanOrganisasi } from '../support/organisasi';

let uji: AplikasiUji;
let admin: PerambanOrganisasi;
const folder = mkdtempSync(join(tmpdir(), 'tuntas-logo-'));
const folderLama = process.env['TUNTAS_DATA'];

beforeAll(async () => {
  process.env['TUNTAS_DATA'] = folder;
  uji = await jalankanAplikasiUji();
  for (const kode of ['SATU', 'LAIN']) await buatInstansiUji(uji.sumberAplikasi, uji.sumber, kode);
  admin = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'admin' }], 'Admin Satu');
});

afterAll(async () => {
  await uji.tutup();
  if (folderLama === undefined) delete process.env['TUNTAS_DATA'];
  else process.env['TUNTAS_DATA'] = folderLama;
  rmSync(folder, { recursive: true, force: true });
});

const isian = {
  nama: 'Dinas Satu',
  singkatan: 'DS',
  kota: 'Jayapura',
  zonaWaktu: 'Asia/Jayapura',
  situs: 'satu.go.id',
  kopSurat: 'PEMERINTAH KOTA\r\n\r\n  DINAS SATU  \r\nJl. Merdeka 1',
  kertas: 'f4',
  skalaGanda: 'ya',
  jumlahPrioritas: '4',
};

describe('pengaturan', () => {
  it('disimpan, ditampilkan, dan tercatat sebelum dan sesudahnya', async () => {
    expect((await admin.kirim('pengaturan/ubah', isian)).status).toBe(303);
    const { isi } = await admin.buka('pengaturan');
    for (const teks of ['Dinas Satu (DS)', 'F4 (215 × 330 mm)', '3,53/88,21', 'PEMERINTAH KOTA\nDINAS SATU\nJl. Merdeka 1'])
      expect(isi).toContain(teks);
    const [catatan] = await uji.sumber.query<{ sebelum: { kota: string }; sesudah: { kota: string } }[]>(
      `SELECT sebelum, sesudah FROM audit WHERE peristiwa = 'instansi.ubah'`,
    );
    expect([catatan?.sebelum.kota, catatan?.sesudah.kota]).toEqual(['Ambon', 'Jayapura']);
  });

  it.each([
    ['nama', ''],
    ['nama', 'x'.repeat(301)],
    ['zonaWaktu', 'Mars/Olympus'],
    ['kertas', 'a3'],
    ['jumlahPrioritas', '0'],
    ['jumlahPrioritas', '21'],
    ['jumlahPrioritas', '3.5'],
    ['kopSurat', 'a\nb\nc\nd\ne\nf\ng'],
  ])('%s = %j ditolak, yang lain tetap seperti diketik', async (medan, nilai) => {
    const { status, isi } = await admin.kirim('pengaturan/ubah', { ...isian, kota: 'Ketikan Baru', [medan]: nilai });
    expect([status, daftarGalat(isi).map(([m]) => m)]).toEqual([422, [medan]]);
    if (medan !== 'kota') expect(isi).toContain('value="Ketikan Baru"');
  });
});

it('pengaturan yang diubah admin lain sesudah formulir dibuka tidak tertimpa diam-diam', async () => {
  const versi = (html: string) => /name="versi" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const lama = versi((await admin.buka('pengaturan/ubah')).isi);
  expect((await admin.kirim('pengaturan/ubah', { ...isian, situs: 'baru.go.id', versi: lama })).status).toBe(303);
  const kedua = await admin.kirim('pengaturan/ubah', { ...isian, kota: 'Ketikan Kedua', versi: lama });
  expect([kedua.status, daftarGalat(kedua.isi)[0]?.[1]]).toEqual([422, expect.stringContaining('Orang lain mengubahnya')]);
  expect(kedua.isi).toContain('value="Ketikan Kedua"');
  expect((await admin.kirim('pengaturan/ubah', { ...isian, versi: versi(kedua.isi) })).status).toBe(303);
});

it('aturan persentase bertambah sebagai versi, dengan alasan; yang lama tetap terlihat dan tidak dapat diubah', async () => {
  const aturan = {
    satuan: 'prioritas',
    bobotSebagian: '0,25',
    dasar: 'klaim',
    tidakDapat: 'dikecualikan',
    pengganti: 'tidak',
    alasan: 'Rapat 3',
  };
  expect((await admin.kirim('pengaturan/aturan', { ...aturan, bobotSebagian: '1,5' })).status).toBe(422);
  expect((await admin.kirim('pengaturan/aturan', { ...aturan, alasan: '' })).status).toBe(422);
  expect((await admin.kirim('pengaturan/aturan', aturan)).status).toBe(303);
  expect((await admin.kirim('pengaturan/aturan', aturan)).status).toBe(422);
  const { isi } = await admin.buka('pengaturan');
  expect(isi).toContain('per prioritas; sebagian dihitung 0,25');
  expect(isi).toContain('per kegiatan; sebagian dihitung 0,50');
  expect(isi).toContain('Rapat 3');
  expect(
    await uji.sumber.query(
      `SELECT versi, alasan FROM aturan_realisasi a JOIN instansi i ON i.id = a.instansi_id WHERE i.kode = 'SATU' ORDER BY versi`,
    ),
  ).toEqual([
    { versi: 1, alasan: null },
    { versi: 2, alasan: 'Rapat 3' },
  ]);
});

describe('logo', () => {
  const u32 = (n: number) => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
  const potong = (nama: string, isi: Uint8Array | readonly number[]) => {
    const tubuh = [...Buffer.from(nama), ...isi];
    return [...u32(isi.length), ...tubuh, ...u32(crc32(Uint8Array.from(tubuh)))];
  };
  const png = Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...potong('IHDR', [...u32(64), ...u32(64), 8, 6, 0, 0, 0]),
    ...potong('IDAT', deflateSync(Buffer.alloc(64 * (1 + 64 * 4)))),
    ...potong('IEND', []),
  ]);

  it('PNG diterima dari isinya, disajikan hanya sebagai gambar, hanya kepada orang instansi ini', async () => {
    expect((await admin.unggah('pengaturan/logo', 'logo', png, 'logo.svg', 'image/svg+xml')).status).toBe(303);
    const alamat = uji.alamat + admin.jalur('logo');
    const jawaban = await fetch(alamat, { headers: admin.orang.kepala });
    expect([jawaban.status, jawaban.headers.get('content-type'), jawaban.headers.get('x-content-type-options')]).toEqual([
      200,
      'image/png',
      'nosniff',
    ]);
    expect(new Uint8Array(await jawaban.arrayBuffer())).toEqual(png);
    expect((await admin.buka('pengaturan')).isi).toContain('alt="Logo Dinas Satu"');
    for (const halaman of ['', 'jabatan', '/instansi/SATU', '/instansi/SATU/rencana/R', '/instansi/SATU/audit'])
      expect((await admin.buka(halaman)).isi).toMatch(/<img class="ina-logo-kepala" src="[^"]+logo\?v[^"]+" alt="Logo DS">/);
    const luar = await masukSebagai(uji.sumber, [{ instansi: 'LAIN', peran: 'admin' }]);
    expect((await fetch(alamat, { headers: luar.kepala })).status).toBe(404);
    expect(readdirSync(folder)).toContain('berkas');
  });

  it.each([
    ['SVG bernama PNG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'PNG atau JPEG'],
    ['berkas kosong', Buffer.alloc(0), 'Pilih berkas'],
    ['terlalu besar', Buffer.alloc(600 * 1024), 'paling besar 512 kB'],
  ])('%s ditolak, logo lama tetap', async (_, bita, pesan) => {
    const { status, isi } = await admin.unggah('pengaturan/logo', 'logo', new Uint8Array(bita), 'logo.png', 'image/png');
    expect([status, daftarGalat(isi)]).toEqual([422, [['logo', expect.stringContaining(pesan)]]]);
    expect((await admin.buka('pengaturan')).isi).toContain('alt="Logo');
  });

  it('tanpa token formulir, atau jauh melewati batas, tidak sampai', async () => {
    const badan = new FormData();
    badan.set('logo', new Blob([png]), 'logo.png');
    const tanpa = await fetch(uji.alamat + admin.jalur('pengaturan/logo'), {
      method: 'POST',
      headers: { ...admin.orang.kepala, accept: 'text/html' },
      body: badan,
    });
    expect([403, 422]).toContain(tanpa.status);
    expect((await admin.unggah('pengaturan/logo', 'logo', new Uint8Array(5_000_000), 'x.png', 'image/png')).status).toBe(413);
    expect((await admin.unggah('pengaturan/logo', 'lain', png, 'x.png', 'image/png')).status).toBe(422);
  });

  it('dilepas', async () => {
    expect((await admin.kirim('pengaturan/logo/lepas')).status).toBe(303);
    expect((await admin.buka('logo')).status).toBe(404);
    expect((await admin.buka('')).isi).not.toContain('ina-logo-kepala');
  });
});

describe('pemasangan', () => {
  const baru = {
    kode: 'BARU-1',
    nama: 'Badan Baru',
    singkatan: 'BB',
    kota: 'Sorong',
    zonaWaktu: 'Asia/Jayapura',
    adminNama: 'Gita',
    adminSurel: 'gita@baru.go.id',
  };
  let operator: PerambanOrganisasi;

  beforeAll(async () => {
    operator = new PerambanOrganisasi(
      uji.alamat,
      await masukSebagai(uji.sumber, [], { operator: true, nama: 'Operator' }),
      'SATU',
    );
  });

  it('operator membuat instansi dengan admin pertamanya, dan tidak melihat isinya', async () => {
    const { status, isi } = await operator.kirim('/instalasi/instansi-baru', baru);
    expect([status, /\/undangan\/[\w-]+/.test(isi)]).toEqual([200, true]);
    expect(
      await uji.sumber.query(
        `SELECT p.surel, r.peran, r.unit_id FROM peran r JOIN pengguna p ON p.id = r.pengguna_id JOIN instansi i ON i.id = r.instansi_id WHERE i.kode = 'BARU-1'`,
      ),
    ).toEqual([{ surel: 'gita@baru.go.id', peran: 'admin', unit_id: null }]);
    expect((await operator.buka('/instalasi')).isi).toContain('Badan Baru');
    expect((await operator.buka('/instansi/BARU-1/organisasi')).status).toBe(404);
    expect((await operator.buka('/instansi/SATU/organisasi')).status).toBe(404);
    expect(
      await uji.sumber.query(
        `SELECT a.peristiwa FROM audit a JOIN instansi i ON i.id = a.instansi_id WHERE i.kode = 'BARU-1' ORDER BY a.nomor`,
      ),
    ).toEqual([{ peristiwa: 'instansi.buat' }, { peristiwa: 'peran.beri' }]);
  });

  it.each([
    ['kode', 'baru-1'],
    ['kode', 'BARU-1'],
    ['kode', '../X'],
    ['zonaWaktu', 'Europe/Paris'],
    ['adminSurel', 'bukan surel'],
    ['nama', ''],
  ])('%s = %j ditolak dan tidak meninggalkan apa pun', async (medan, nilai) => {
    const { status, isi } = await operator.kirim('/instalasi/instansi-baru', {
      ...baru,
      kode: 'BARU-2',
      adminSurel: 'lain@baru.go.id',
      [medan]: nilai,
    });
    expect([status, daftarGalat(isi).map(([m]) => m)]).toEqual([422, [medan]]);
    expect(await uji.sumber.query(`SELECT 1 FROM instansi WHERE kode = 'BARU-2'`)).toEqual([]);
    expect(await uji.sumber.query(`SELECT 1 FROM pengguna WHERE surel = 'lain@baru.go.id'`)).toEqual([]);
  });

  it('admin sebuah instansi bukan operator', async () => {
    expect((await admin.kirim('/instalasi/instansi-baru', baru)).status).toBe(403);
    expect((await admin.buka('/instalasi')).status).toBe(403);
  });
});
