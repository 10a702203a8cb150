import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transaksi } from '../../src/database/transaksi';
import { BerkasQuery } from '../../src/laporan/berkas.query';
import { LaporanService } from '../../src/laporan/laporan.service';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatInstansiUji } from '../support/dua-instansi';
import { PerambanOrganisasi } from '../support/organisasi';

let uji: AplikasiUji;
let admin: PerambanOrganisasi;
const folder = mkdtempSync(join(tmpdir(), 'tuntas-laporan-'));
const folderLama = process.env['TUNTAS_DATA'];

beforeAll(async () => {
  process.env['TUNTAS_DATA'] = folder;
  uji = await jalankanAplikasiUji();
  await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'SATU');
  admin = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'admin' }]);
});

afterAll(async () => {
  await uji.tutup();
  if (folderLama === undefined) delete process.env['TUNTAS_DATA'];
  else process.env['TUNTAS_DATA'] = folderLama;
  rmSync(folder, { recursive: true, force: true });
});

/** The report of plan R, which was signed in July 2025. */
async function cetakan(): Promise<string> {
  const bahan = await uji.aplikasi
    .get(Transaksi)
    .sebagaiSistem('uji', 'SATU', () => uji.aplikasi.get(BerkasQuery, { strict: false }).bahanCetak('SATU', 'R'));
  if (!bahan) throw new Error('Rencana R tidak ada');
  return uji.aplikasi.get(LaporanService, { strict: false }).html(bahan.berkas, { hariIni: '2026-08-01', logo: bahan.logo });
}

it('laporan yang sudah ditandatangani menyebut unit dengan nama pada tanggalnya', async () => {
  await admin.kirim('unit/ANAK/nama', { nama: 'Bagian Rumah Tangga', singkatan: '', sejak: '2025-08-01', alasan: 'SK' });
  expect(await cetakan()).toContain('Subbagian Umum');
  expect(await cetakan()).not.toContain('Bagian Rumah Tangga');
  await uji.sumber.query(`UPDATE laporan SET tanggal = '2025-08'`);
  expect(await cetakan()).toContain('Bagian Rumah Tangga');
});

it('kertas, kop surat, dan logo instansi sampai ke cetakannya', async () => {
  expect(await cetakan()).toContain('class="kertas-a4"');
  const isian = { nama: 'Dinas', singkatan: 'D', kota: 'Ambon', zonaWaktu: 'Asia/Jayapura', situs: '', kopSurat: 'PEMERINTAH KOTA\nDINAS <SATU>', kertas: 'f4', skalaGanda: 'tidak', jumlahPrioritas: '3' }; // prettier-ignore
  expect((await admin.kirim('pengaturan/ubah', isian)).status).toBe(303);
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAIAAAD8GO2jAAAAKklEQVR4nGNgU/OlKWIYtWDUglELRi0YtWDUglELRi0YtWDUglELhooFANv75BBsPZJrAAAAAElFTkSuQmCC',
    'base64',
  );
  const unggah = await admin.unggah('pengaturan/logo', 'logo', new Uint8Array(png), 'logo.png', 'image/png');
  const html = await cetakan();
  expect(html).toContain('class="kertas-f4"');
  expect(html).toContain('<span>DINAS &lt;SATU&gt; </span>');
  expect(unggah.status).toBe(303);
  expect(html).toContain(`src="data:image/png;base64,${png.toString('base64')}"`);
});
