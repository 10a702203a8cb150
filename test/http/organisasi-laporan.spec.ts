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

/** What only time changes. */
const geser = (sql: string) => uji.sumber.query(sql);

describe('laporan bertanggal lampau', () => {
  const aturan = { satuan: 'kegiatan', bobotSebagian: '0', dasar: 'klaim', tidakDapat: 'dalam-penyebut', pengganti: 'dihitung', alasan: 'SK' }; // prettier-ignore
  const persen = (html: string) => /(\d+,\d\d)%/.exec(html)?.[1];

  beforeAll(async () => {
    await geser(`UPDATE laporan SET tanggal = '2025-07'`);
    await geser(`UPDATE realisasi SET status = 'sebagian'`);
    await geser(`UPDATE laporan_slot SET keadaan = 'draf', putaran = 0`); // what was collected would take the place of the import
  });

  it('memakai aturan yang dibawa paket, juga sesudah admin menetapkan versi baru; halaman rencana memakai yang baru', async () => {
    expect(persen(await cetakan())).toBe('50,00');
    expect((await admin.kirim('pengaturan/aturan', aturan)).status).toBe(303);
    const html = await cetakan();
    expect(persen(html)).toBe('50,00');
    expect(html).toContain('sebagian dihitung 0,5');
    const halaman = await admin.buka('/instansi/SATU/rencana/R');
    expect(persen(halaman.isi)).toBe('0,00');
    expect(halaman.isi).toContain('sebagian dihitung 0');
  });

  it('memakai versi yang berlaku pada tanggalnya, menurut zona waktu instansi', async () => {
    const sejak = (versi: number, bobot: number, waktu: string) =>
      uji.sumber.query(
        `INSERT INTO aturan_realisasi (id, instansi_id, versi, satuan, bobot_sebagian, dasar, ditetapkan_oleh, berlaku_sejak)
         SELECT gen_random_uuid(), instansi_id, $1, satuan, $2, dasar, 'Admin', $3 FROM aturan_realisasi WHERE versi = 1`,
        [versi, bobot, waktu],
      );
    await sejak(3, 0.75, '2025-07-31T15:01Z');
    expect(persen(await cetakan())).toBe('50,00');
    await sejak(4, 0.25, '2025-07-31T14:59Z');
    expect(persen(await cetakan())).toBe('25,00');
  });

  it('memakai nama, kop, dan logo instansi dari masanya', async () => {
    await geser(`UPDATE kop_instansi SET selesai = '2025-01-01' WHERE selesai IS NOT NULL`);
    await geser(`UPDATE kop_instansi SET mulai = '2025-01-01' WHERE mulai IS NOT NULL`);
    const isian = { nama: 'Badan Baru', singkatan: 'BB', kota: 'Sorong', zonaWaktu: 'Asia/Jayapura', situs: '', kopSurat: 'BADAN BARU', kertas: 'a4', skalaGanda: '', jumlahPrioritas: '3' }; // prettier-ignore
    expect((await admin.kirim('pengaturan/ubah', isian)).status).toBe(303);
    expect((await admin.kirim('pengaturan/logo/lepas')).status).toBe(303);
    const lama = await cetakan();
    expect(lama).toContain('DINAS &lt;SATU&gt;');
    expect(lama).toContain('data:image/png;base64,');
    expect(lama).not.toContain('Badan Baru');
    await geser(`UPDATE laporan SET tanggal = '2999-01'`);
    const baru = await cetakan();
    expect(baru).toContain('BADAN BARU');
    expect(baru).not.toContain('DINAS &lt;SATU&gt;');
    expect(baru).not.toContain('data:image/png;base64,');
  });
});
