import { DaftarDiTangan, type SumberDiTangan } from '../../src/organisasi/mutasi/di-tangan';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatInstansiUji } from '../support/dua-instansi';
import { daftarGalat, PerambanOrganisasi } from '../support/organisasi';

let uji: AplikasiUji;
let admin: PerambanOrganisasi;
let unitId: string;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  for (const kode of ['SATU', 'LAIN']) await buatInstansiUji(uji.sumberAplikasi, uji.sumber, kode);
  await uji.sumber.query(`UPDATE peran SET selesai = '2024-02-01' WHERE peran = 'admin'`);
  admin = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'admin' }], 'Admin Satu');
  const [u] = await uji.sumber.query<{ id: string }[]>(
    `SELECT u.id FROM unit u JOIN instansi i ON i.id = u.instansi_id WHERE u.kode = 'ANAK' AND i.kode = 'SATU'`,
  );
  unitId = u?.id ?? '';
});

afterAll(() => uji.tutup());

/** Drafts that some later module might keep. */
class DrafUji implements SumberDiTangan {
  readonly jenis = 'draf';
  readonly diserahkan: string[] = [];
  milik: string | null = null;

  cari: SumberDiTangan['cari'] = (_tempat, { penggunaId, tanggungan }) =>
    Promise.resolve(
      penggunaId !== this.milik
        ? []
        : [
            {
              kunci: 'draf:7',
              jenis: 'draf',
              id: '7',
              judul: 'Draf laporan TW I',
              keterangan: `untuk ${tanggungan.length} unit`,
              tindakan: ['serahkan', 'akhiri'] as const,
              keadaan: 'v1',
              asal: { macam: 'lain' as const },
            },
          ],
    );

  serahkan: SumberDiTangan['serahkan'] = (_tempat, id, penggunaId) => {
    this.diserahkan.push(`${id} → ${penggunaId}`);
    return Promise.resolve();
  };
}

let nomor = 0;
/** A post with its holder, who is also penanggung jawab of the unit. */
async function pejabat() {
  const tanda = (nomor += 1);
  const orang = await PerambanOrganisasi.masuk(
    uji,
    'SATU',
    [{ instansi: 'SATU', peran: 'penanggung_jawab', unit: 'ANAK' }],
    `Pejabat ${tanda}`,
  );
  const pewaris = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'pimpinan' }], `Pewaris ${tanda}`);
  const jabatan =
    (await admin.kirim('jabatan-baru', { unit: unitId, nama: `Kepala ${tanda}`, memimpin: 'tidak' })).ke?.split('/').at(-1) ?? '';
  await admin.kirim(`jabatan/${jabatan}/tugaskan`, {
    pengguna: orang.orang.penggunaId,
    status: 'definitif',
    mulai: '2024-01-01',
    nama: `Pejabat ${tanda}, S.H.`,
  });
  const [p] = await uji.sumber.query<{ id: string }[]>('SELECT id FROM penugasan WHERE jabatan_id = $1', [jabatan]);
  const [r] = await uji.sumber.query<{ id: string }[]>('SELECT id FROM peran WHERE pengguna_id = $1', [orang.orang.penggunaId]);
  return { orang, pewaris, jabatan, penugasan: p?.id ?? '', peran: r?.id ?? '' };
}

async function mulai(penugasan: string): Promise<string> {
  const jawaban = await admin.kirim('mutasi-baru', { penugasan, sampai: '2025-03-31', alasan: 'SK 12/2025' });
  expect(jawaban.status).toBe(303);
  return /mutasi\/([^/]+)\/waris$/.exec(jawaban.ke ?? '')?.[1] ?? '';
}

function pilihan({ penugasan, peran, pewaris }: Awaited<ReturnType<typeof pejabat>>): Record<string, string> {
  const id = pewaris.orang.penggunaId;
  return {
    [`penugasan:${penugasan}`]: 'serahkan',
    [`penugasan:${penugasan}:penerima`]: id,
    [`penugasan:${penugasan}:status`]: 'plt',
    [`peran:${peran}`]: 'serahkan',
    [`peran:${peran}:penerima`]: id,
    'sesi:semua': 'akhiri',
  };
}

const TABEL = ['penugasan', 'peran', 'jabatan', 'unit', 'audit'];
async function isi(): Promise<string> {
  const semua: unknown[] = [];
  // The steps themselves; that a transfer was begun and tried stands in the log.
  const bukan = (t: string) => (t === 'audit' ? `WHERE peristiwa NOT LIKE 'mutasi.%'` : '');
  for (const t of TABEL) semua.push(await uji.sumber.query(`SELECT t.* FROM ${t} t ${bukan(t)} ORDER BY t::text`));
  return JSON.stringify(semua);
}

it('tiga langkah: yang dipegang, uji coba yang tidak mengubah apa pun, lalu semuanya sekaligus', async () => {
  const p = await pejabat();
  const id = await mulai(p.penugasan);
  const halaman = await admin.buka(`mutasi/${id}/waris`);
  expect(halaman.isi).toContain('Kepala 1');
  expect(halaman.isi).toContain('Peran Penanggung jawab');
  expect(halaman.isi).toContain('jabatan inilah yang berakhir');
  expect(halaman.isi).toContain('1 kegiatan dalam rencana R');
  expect(halaman.isi).toContain('Ikut peran untuk unitnya');

  const sebelum = await isi();
  expect((await admin.kirim(`mutasi/${id}/waris`, pilihan(p))).status).toBe(303);
  expect(await isi()).toBe(sebelum);
  const uraian = [
    'Kepala 1 berakhir',
    'Pewaris 1 menjadi Plt. Kepala 1',
    'Pewaris 1 menerima peran Penanggung jawab untuk Subbagian Umum',
    'Peran Penanggung jawab untuk Subbagian Umum berakhir',
    'Semua sesi masuknya berakhir saat ini juga',
  ];
  const periksa = await admin.buka(`mutasi/${id}`);
  expect([...periksa.isi.matchAll(/<ol[\s\S]*?<\/ol>/g)].at(-1)?.[0].match(/<li>[^<]+/g)).toEqual(uraian.map((u) => `<li>${u}`));

  expect((await admin.kirim(`mutasi/${id}/jalankan`)).status).toBe(303);
  expect(
    await uji.sumber.query(
      `SELECT status, nama, mulai::text AS mulai, selesai::text AS selesai FROM penugasan WHERE jabatan_id = $1 ORDER BY mulai`,
      [p.jabatan],
    ),
  ).toEqual([
    { status: 'definitif', nama: 'Pejabat 1, S.H.', mulai: '2024-01-01', selesai: '2025-04-01' },
    { status: 'plt', nama: 'Pewaris 1', mulai: '2025-04-01', selesai: null },
  ]);
  expect(
    await uji.sumber.query(
      `SELECT pengguna_id AS o, mulai::text AS m, selesai::text AS s FROM peran WHERE unit_id = $1 AND pengguna_id = ANY ($2) ORDER BY mulai`,
      [unitId, [p.orang.orang.penggunaId, p.pewaris.orang.penggunaId]],
    ),
  ).toEqual([
    { o: p.orang.orang.penggunaId, m: '2020-01-01', s: '2025-04-01' },
    { o: p.pewaris.orang.penggunaId, m: '2025-04-01', s: null },
  ]);
  const sesudah = await p.orang.buka('');
  expect([sesudah.status, sesudah.ke?.startsWith('/masuk')]).toEqual([303, true]);
  const [catatan] = await uji.sumber.query<{ sesudah: { langkah: string[] } }[]>(
    `SELECT sesudah FROM audit WHERE peristiwa = 'mutasi.jalankan'`,
  );
  expect(catatan?.sesudah.langkah).toEqual(uraian);

  const lagi = await admin.kirim(`mutasi/${id}/jalankan`);
  expect([lagi.status, lagi.isi.includes('sudah dijalankan')]).toEqual([409, true]);
});

it('yang dibiarkan ikut ditunjukkan; sesi yang tidak dipilih tetap terbuka', async () => {
  const p = await pejabat();
  const id = await mulai(p.penugasan);
  const isian = { [`penugasan:${p.penugasan}`]: 'akhiri', [`peran:${p.peran}`]: 'tetap', 'sesi:semua': 'tetap' };
  expect((await admin.kirim(`mutasi/${id}/waris`, isian)).status).toBe(303);
  const { isi: html } = await admin.buka(`mutasi/${id}`);
  const tetap = /<h2 id="tetap">[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
  expect(tetap).toMatch(/Peran Penanggung jawab tetap di tangan Pejabat \d+, S\.H\. \(Subbagian Umum/);
  expect(tetap).toContain('1 kegiatan dalam rencana R: ikut peran untuk unitnya');
  expect(tetap).toContain('Sesi masuk tetap terbuka');
  expect((await admin.kirim(`mutasi/${id}/jalankan`)).status).toBe(303);
  expect((await p.orang.buka('')).status).toBe(200);
});

it('peran pimpinan tidak dapat diserahkan kepada inspektur instansi itu', async () => {
  const p = await pejabat();
  const inspektur = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'inspektur' }], 'Inspektur');
  const baru = { pengguna: p.orang.orang.penggunaId, peran: 'pimpinan', unit: '', mulai: '2024-01-01' };
  expect((await admin.kirim('peran-baru', baru)).status).toBe(303);
  const [pimpinan] = await uji.sumber.query<{ id: string }[]>(
    `SELECT id FROM peran WHERE pengguna_id = $1 AND peran = 'pimpinan'`,
    [p.orang.orang.penggunaId],
  );
  const id = await mulai(p.penugasan);
  const kunci = `peran:${pimpinan?.id}`;
  const isian = { ...pilihan(p), [kunci]: 'serahkan', [`${kunci}:penerima`]: inspektur.orang.penggunaId };
  const { status, isi: html } = await admin.kirim(`mutasi/${id}/waris`, isian);
  expect([status, daftarGalat(html)]).toEqual([422, [[kunci, expect.stringContaining('Orang ini inspektur')]]]);
});

it('ditolak bila ada yang berubah sesudah uji coba, dan tidak ada yang terjadi', async () => {
  const p = await pejabat();
  const id = await mulai(p.penugasan);
  await admin.kirim(`mutasi/${id}/waris`, pilihan(p));
  await admin.kirim('peran-baru', { pengguna: p.orang.orang.penggunaId, peran: 'pimpinan', unit: '', mulai: '2024-01-01' });
  const sebelum = await isi();
  expect((await admin.buka(`mutasi/${id}`)).isi).not.toContain('Jalankan mutasi');
  const { status, isi: html } = await admin.kirim(`mutasi/${id}/jalankan`);
  expect([status, html.includes('berubah sesudah uji coba')]).toEqual([409, true]);
  expect(await isi()).toBe(sebelum);
  const halaman = await admin.buka(`mutasi/${id}/waris`);
  expect(halaman.isi).toContain('Peran Pimpinan');
});

it('langkah yang tidak dapat dijalankan ditemukan oleh uji coba, pada isiannya', async () => {
  const p = await pejabat();
  await admin.kirim(`jabatan/${p.jabatan}/tugaskan`, {
    pengguna: p.pewaris.orang.penggunaId,
    status: 'plh',
    mulai: '2025-06-01',
    nama: 'Pewaris',
  });
  const id = await mulai(p.penugasan);
  const sebelum = await isi();
  const { status, isi: html } = await admin.kirim(`mutasi/${id}/waris`, pilihan(p));
  expect([status, daftarGalat(html)]).toEqual([
    422,
    [[`penugasan:${p.penugasan}`, expect.stringContaining('Pewaris memegang Plh.')]],
  ]);
  expect(html).toMatch(new RegExp(`<option value="${p.pewaris.orang.penggunaId}" selected>`));
  expect(await isi()).toBe(sebelum);
});

it('pilihan yang kurang atau palsu ditunjukkan semuanya', async () => {
  const p = await pejabat();
  const id = await mulai(p.penugasan);
  const luar = await PerambanOrganisasi.masuk(uji, 'LAIN', [{ instansi: 'LAIN', peran: 'pimpinan' }]);
  const { status, isi: html } = await admin.kirim(`mutasi/${id}/waris`, {
    [`penugasan:${p.penugasan}`]: 'tetap',
    [`peran:${p.peran}`]: 'serahkan',
    [`peran:${p.peran}:penerima`]: luar.orang.penggunaId,
    'sesi:semua': 'tetap',
  });
  expect([status, daftarGalat(html).map(([m]) => m)]).toEqual([422, [`penugasan:${p.penugasan}`, `peran:${p.peran}`]]);
});

it('milik modul lain ikut ditunjukkan dan diserahkan lewat daftarnya', async () => {
  const p = await pejabat();
  const draf = new DrafUji();
  uji.aplikasi.get(DaftarDiTangan).daftarkan(draf);
  draf.milik = p.orang.orang.penggunaId;
  const id = await mulai(p.penugasan);
  expect((await admin.buka(`mutasi/${id}/waris`)).isi).toContain('untuk 1 unit');
  const isian = { ...pilihan(p), 'draf:7': 'serahkan', 'draf:7:penerima': p.pewaris.orang.penggunaId };
  expect((await admin.kirim(`mutasi/${id}/waris`, isian)).status).toBe(303);
  draf.diserahkan.length = 0;
  expect((await admin.kirim(`mutasi/${id}/jalankan`)).status).toBe(303);
  expect(draf.diserahkan).toEqual([`7 → ${p.pewaris.orang.penggunaId}`]);
});

it('yang dibatalkan tidak dapat dijalankan', async () => {
  const p = await pejabat();
  const id = await mulai(p.penugasan);
  await admin.kirim(`mutasi/${id}/waris`, pilihan(p));
  expect((await admin.kirim(`mutasi/${id}/batal`)).status).toBe(303);
  expect((await admin.kirim(`mutasi/${id}/jalankan`)).status).toBe(409);
  expect((await admin.buka('mutasi')).isi).toContain('dibatalkan');
});

it.each([
  ['penugasan orang lain instansi', { penugasan: 'LAIN' }, 'penugasan'],
  ['bukan uuid', { penugasan: 'x' }, 'penugasan'],
  ['sebelum mulai', { sampai: '2023-01-01' }, 'sampai'],
  ['tanpa alasan', { alasan: '' }, 'alasan'],
])('langkah pertama menolak %s', async (_, ganti: Record<string, string>, medan) => {
  const p = await pejabat();
  const [lain] = await uji.sumber.query<{ id: string }[]>(
    `SELECT t.id FROM penugasan t JOIN instansi i ON i.id = t.instansi_id WHERE i.kode = 'LAIN' LIMIT 1`,
  );
  const isian = { penugasan: p.penugasan, sampai: '2025-03-31', alasan: 'x', ...ganti };
  if (isian.penugasan === 'LAIN') isian.penugasan = lain?.id ?? '';
  const { status, isi: html } = await admin.kirim('mutasi-baru', isian);
  expect([status, daftarGalat(html).map(([m]) => m)]).toEqual([422, [medan]]);
});
