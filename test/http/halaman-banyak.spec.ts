import { ImporService } from '../../src/paket/impor.service';
import { bacaPaket } from '../../src/paket/paket.baca';
import { bacaHtml } from '../support/dokumen-html';
import { masukSebagai, type OrangUji } from '../support/orang';
import { jalankanSitusUji, type SitusUji } from '../support/situs';
import { tercepat } from '../support/waktu-uji';

let uji: SitusUji;
let orang: OrangUji;
let kueri: string[] = [];

beforeAll(async () => {
  uji = await jalankanSitusUji();
  Object.assign(uji.sumberAplikasi.logger, { logQuery: (q: string) => kueri.push(q) });
  await uji.sumber.query(`
    INSERT INTO instansi (id, kode, nama, singkatan, kota, zona_waktu)
      SELECT gen_random_uuid(), 'I' || n, 'Dinas Nomor ' || lpad(n::text, 5, '0'), 'D' || n, 'Kota ' || n % 100, 'Asia/Jakarta' FROM generate_series(1, 5000) n`);
  await uji.sumber.query(`
    INSERT INTO survei (id, instansi_id, urutan, kode, judul, instrumen, periode_jenis, periode_tahun, ada_terbit, terbit_nilai, tingkat)
      SELECT gen_random_uuid(), i.id, t, 'SKM-' || t, 'SKM ' || t, 'PERMENPAN-14-2017', 'tahun', t, true, 80 + t % 10, 'terbit'
      FROM instansi i, generate_series(2020, 2024) t WHERE i.kode LIKE 'I%'`);
  await uji.sumber.query(`
    INSERT INTO rencana (id, instansi_id, urutan, kode, judul, satuan_jadwal, status)
      SELECT gen_random_uuid(), i.id, t, 'R-' || t, 'Rencana ' || t, 'triwulan', 'ditetapkan' FROM instansi i, generate_series(1, 5) t WHERE i.kode LIKE 'I%'`);
  // An inspector of them all.
  orang = await masukSebagai(uji.sumber, []);
  await uji.sumber.query(
    `INSERT INTO peran (id, instansi_id, pengguna_id, peran, mulai) SELECT gen_random_uuid(), id, $1, 'inspektur', '2020-01-01' FROM instansi`,
    [orang.penggunaId],
  );
  await uji.sumber.query('ANALYZE');
});

afterAll(() => uji.tutup());

async function buka(alamat: string): Promise<{ html: string; banyakKueri: number }> {
  kueri = [];
  const html = await (await fetch(uji.alamat + alamat, { headers: orang.kepala })).text();
  return { html, banyakKueri: kueri.length };
}

test('5.000 instansi: dua puluh sehalaman, kueri sebanyak untuk lima, alamat menyimpan keadaan', async () => {
  const { html, banyakKueri } = await buka('/?q=dinas+nomor&h=7');
  const { teks, tautan, cacat } = bacaHtml(html);
  expect(cacat).toEqual([]);
  expect(teks).toContain('Menampilkan 121–140 dari 5.000 instansi');
  expect(teks).toContain('Dinas Nomor 00121');
  expect(teks).toContain('84,00 B terbit Tahun 2024');
  expect(teks).toContain('dan 2 rencana lain');
  expect(tautan).toContain('/?q=dinas+nomor&h=8');
  // Six of the page in a transaction with its context; who asks; the agencies of the shell in another.
  expect(banyakKueri).toBeLessThanOrEqual(6 + 3 + 1 + 4);
  expect(await tercepat(1500, () => buka('/?h=250'))).toBeLessThan(1500);
});

test('rencana berisi 5.000 kegiatan: halamannya tetap seukuran layar, hitungannya tetap seluruhnya', async () => {
  const kegiatan = Array.from({ length: 5000 }, (_, i) => ({
    kode: `K${i + 1}`,
    uraian: `Kegiatan ke-${i + 1}`,
    jadwal: ['2024-TW1', '2024-TW3'],
    penanggungJawab: [],
  }));
  const prioritas = Array.from({ length: 50 }, (_, i) => ({
    no: i + 1,
    judul: `Prioritas ${i + 1}`,
    unsur: [],
    alasan: 'Uji',
    kegiatan: kegiatan.slice(i * 100, i * 100 + 100),
  }));
  const paket = {
    format: 'tuntas/paket',
    versi: 1,
    instansi: { kode: 'BESAR', nama: 'Besar', singkatan: 'Besar', kota: 'Jakarta', zonaWaktu: 'Asia/Jakarta' },
    rencana: [{ kode: 'R', judul: 'Rencana besar', satuanJadwal: 'triwulan', status: 'ditetapkan', prioritas }],
    realisasi: kegiatan
      .slice(0, 1234)
      .map((k) => ({ rencana: 'R', kegiatan: k.kode, periode: '2024-TW1', status: 'sudah', deskripsi: `Hasil ${k.kode}` })),
  };
  await uji.aplikasi.get(ImporService).imporSistem(bacaPaket(Buffer.from(JSON.stringify(paket))), 'uji');
  orang = await masukSebagai(uji.sumber, [{ instansi: 'BESAR', peran: 'inspektur' }]);
  const { html } = await buka('/instansi/BESAR/rencana/R?h=2');
  const { teks, cacat } = bacaHtml(html);
  expect(cacat).toEqual([]);
  expect(teks).toMatch(/24,68% \(1\.234 dari 5\.?000 kegiatan/);
  expect(teks).toContain('Menampilkan 101–200 dari 5.000 kegiatan');
  expect(html.length).toBeLessThan(600_000);
  expect(await tercepat(5000, () => buka('/instansi/BESAR/rencana/R?h=2'))).toBeLessThan(5000);
  expect(bacaHtml((await buka('/instansi/BESAR/rencana/R?status=belum-melapor')).html).teks).toContain(
    'Menampilkan 1–100 dari 3.766 kegiatan',
  );
});
