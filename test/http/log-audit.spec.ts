import { AuditService } from '../../src/audit/audit.service';
import { TANPA_KONTEKS, Transaksi } from '../../src/database/transaksi';
import { Jam } from '../../src/shared/jam';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { bacaHtml } from '../support/dokumen-html';
import { buatInstansiUji, type InstansiUji } from '../support/dua-instansi';
import { masukSebagai, type OrangUji } from '../support/orang';

let uji: AplikasiUji;
let satu: InstansiUji;
let inspektur: OrangUji;
let pimpinan: OrangUji;
const SITI = '11111111-1111-4111-8111-111111111111';
const JAHAT = '=HYPERLINK("http://jahat","klik")<script>alert(1)</script>';

/** An entry at a given time. */
async function catat(waktu: string, oleh: { id: string | null; nama: string }, sumber: string): Promise<void> {
  const transaksi = uji.aplikasi.get(Transaksi);
  const jam = Object.assign(new Jam(), { sekarang: () => new Date(waktu) });
  const konteks = {
    ...TANPA_KONTEKS,
    instansi: [satu.id],
    pengguna: oleh.id,
    oleh: {
      ...TANPA_KONTEKS.oleh,
      nama: oleh.nama,
      jabatan: [{ instansiId: satu.id, jabatan: 'Plt. Kepala' }],
      peran: [{ instansiId: satu.id, peran: 'koordinator' }],
    },
  };
  await transaksi.sebagai(konteks, () =>
    new AuditService(transaksi, jam).catat('paket.impor', {
      instansiId: satu.id,
      sasaran: { jenis: 'instansi', id: satu.id, nama: 'Instansi SATU' },
      sebelum: null,
      sesudah: { baru: 1, berubah: 2, tetap: 0, dibiarkan: 0, sumber },
      alasan: 'karena perlu',
    }),
  );
}

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  satu = await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'SATU');
  await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'LAIN');
  // The agency lives at WIT, UTC+9: 15.30 UTC is half past midnight of the next day there.
  await catat('2025-03-31T15:30:00Z', { id: SITI, nama: 'Siti' }, JAHAT);
  await catat('2025-03-31T14:30:00Z', { id: null, nama: 'Sistem' }, 'pagi');
  inspektur = await masukSebagai(uji.sumber, [{ instansi: 'SATU', peran: 'inspektur' }], { nama: 'Inspektur Uji' });
  pimpinan = await masukSebagai(uji.sumber, [{ instansi: 'SATU', peran: 'pimpinan' }]);
});

afterAll(() => uji.tutup());

async function buka(kueri: string, orang: OrangUji = inspektur): Promise<ReturnType<typeof bacaHtml> & { html: string }> {
  const jawaban = await fetch(`${uji.alamat}/instansi/SATU/audit${kueri}`, { headers: orang.kepala });
  expect(jawaban.status).toBe(200);
  const html = await jawaban.text();
  const halaman = bacaHtml(html);
  expect(halaman.cacat).toEqual([]);
  return { html, ...halaman };
}

test('who, with post and role, what, with every change, why, when in the agency’s zone', async () => {
  const { teks, html } = await buka('');
  expect(teks).toContain('3 catatan, terbaru di atas.');
  expect(teks).toContain('1 April 2025 00.30.00 WIT');
  expect(teks).toContain('Siti Plt. Kepala · Koordinator');
  expect(teks).toContain('mengimpor paket Instansi SATU Alasan: karena perlu');
  expect(teks).toContain('berubah: 2');
  expect(html).not.toContain('<script>alert');
});

test.each([
  ['?oleh=sistem', ['2 catatan'], ['Plt. Kepala · Koordinator 1 April']],
  [`?oleh=${SITI}`, ['1 catatan', 'Pelaku: Siti'], ['31 Maret 2025']],
  ['?dari=2025-04-01&sampai=2025-04-01', ['1 catatan', '1 April 2025 00.30.00 WIT'], ['31 Maret 2025 23']],
  ['?sampai=2025-03-31', ['1 catatan', '31 Maret 2025 23.30.00 WIT'], ['1 April 2025 00']],
  ['?peristiwa=paket.impor', ['3 catatan', 'Peristiwa: mengimpor paket'], []],
  ['?peristiwa=tidak.ada', ['Tidak ada catatan yang cocok', 'Hapus saringan'], ['Belum ada catatan']],
])('filter %s', async (kueri, ada, tiada) => {
  const { teks } = await buka(kueri);
  for (const t of ada) expect(teks).toContain(t);
  for (const t of tiada) expect(teks).not.toContain(t);
});

test.each(['?dari=kemarin', "?oleh=' OR 1=1--", '?dari=2025-02-30', '?peristiwa=%3Cscript%3E', '?sampai=2025-04', '?h=-7'])(
  'a filter that is none is left out, and said: %s',
  async (kueri) => {
    const { teks } = await buka(kueri.replace(/ /g, '%20'));
    expect(teks).toContain('3 catatan');
    if (!kueri.startsWith('?h')) expect(teks).toMatch(/Saringan .* tidak dikenal, jadi tidak dipakai/);
  },
);

test('the button for the export stands only where the permission is', async () => {
  expect((await buka('?peristiwa=paket.impor')).tautan).toContain('/instansi/SATU/audit.csv?peristiwa=paket.impor');
  expect((await buka('', pimpinan)).teks).not.toContain('Ekspor CSV');
});

test('the export: what the filter shows, formulas disarmed, and an entry of its own', async () => {
  const jawaban = await fetch(`${uji.alamat}/instansi/SATU/audit.csv?oleh=${SITI}`, { headers: inspektur.kepala });
  expect(jawaban.status).toBe(200);
  expect(jawaban.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(jawaban.headers.get('content-disposition')).toMatch(/^attachment; filename="log-audit-SATU-\d{4}-\d{2}-\d{2}\.csv"$/);
  const bita = Buffer.from(await jawaban.arrayBuffer());
  expect([...bita.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const isi = bita.toString('utf8').replace('\ufeff', '');
  expect(isi.split('\r\n')[0]).toMatch(/^Nomor,Waktu,Waktu UTC,Pelaku,/);
  expect(isi).toContain('1 April 2025 00.30.00 WIT,2025-03-31T15:30:00.000Z,Siti,Plt. Kepala,Koordinator,paket.impor');
  expect(isi).not.toMatch(/(^|,|")[=+@-]/m);
  expect(isi).not.toContain('pagi');
  const { teks } = await buka('?peristiwa=audit.ekspor');
  expect(teks).toContain('Inspektur Uji');
  expect(teks).toContain(`saringan: oleh=${SITI}`);
});

test('more entries than fit a page: newest first, numbered pages keep the filter; the export has them all', async () => {
  for (let i = 0; i < 60; i++) await catat('2024-06-01T00:00:00Z', { id: SITI, nama: 'Siti' }, `ke-${i}`);
  const { teks, tautan } = await buka(`?oleh=${SITI}`);
  expect(teks).toContain('Menampilkan 1–50 dari 61 catatan');
  expect(tautan).toContain(`/instansi/SATU/audit?oleh=${SITI}&h=2`);
  expect((await buka(`?oleh=${SITI}&h=2`)).teks).toContain('Menampilkan 51–61 dari 61 catatan');
  const isi = await (await fetch(`${uji.alamat}/instansi/SATU/audit.csv?oleh=${SITI}`, { headers: inspektur.kepala })).text();
  expect(isi.match(/,paket\.impor,/g)).toHaveLength(61);
});

test('the year or triwulan of the address goes along: with the filter, without it, from page to page', async () => {
  const { tautan, html } = await buka(`?oleh=${SITI}&tw=2024-TW2`);
  expect(html).toMatch(/<form class="ina-cari[\s\S]*?<input type="hidden" name="tw" value="2024-TW2">/);
  expect(tautan).toContain(`/instansi/SATU/audit?oleh=${SITI}&h=2&tw=2024-TW2`);
  expect(tautan).toContain('/instansi/SATU/audit?tw=2024-TW2');
  expect((await buka('?peristiwa=tidak.ada&tahun=2024')).tautan).toContain('/instansi/SATU/audit?tahun=2024');
});

test('nothing of another agency, and the installation’s own only for the operator', async () => {
  const { teks } = await buka('');
  expect(teks).not.toContain('LAIN');
  const operator = await masukSebagai(uji.sumber, [], { operator: true });
  const jawaban = await fetch(`${uji.alamat}/audit`, { headers: operator.kepala });
  expect(jawaban.status).toBe(200);
  const isi = await jawaban.text();
  expect(bacaHtml(isi).cacat).toEqual([]);
  expect(isi).not.toContain('Instansi SATU');
  const csv = await fetch(`${uji.alamat}/audit.csv`, { headers: operator.kepala });
  expect((await csv.text()).split('\r\n').filter((b) => b.includes('paket.impor'))).toEqual([]);
  expect(await (await fetch(`${uji.alamat}/audit`, { headers: operator.kepala })).text()).toContain('mengekspor log audit');
});
