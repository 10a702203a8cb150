import { readFileSync } from 'node:fs';
import request from 'supertest';
import { berkasContoh } from '../../src/paket/contoh';
import { ImporService } from '../../src/paket/impor.service';
import { bacaPaket } from '../../src/paket/paket.baca';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { masukSebagai, type OrangUji } from '../support/orang';
import { harusLanjut, isianFormulir, PerambanRencana } from '../support/rencana';
import { isiUraian } from '../support/uraian-survei';
import { bacaPdf } from './laporan-uji';

let uji: AplikasiUji;
let orang: OrangUji;
beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  const kasn = berkasContoh().find((b) => b.nama === 'kasn-2023.json');
  await uji.aplikasi.get(ImporService, { strict: false }).imporSistem(bacaPaket(readFileSync(kasn?.jalur ?? '')), 'uji');
  orang = await masukSebagai(uji.sumber, [{ instansi: 'KASN', peran: 'pimpinan' }]);
});
afterAll(() => uji.tutup());

const minta = (jalur: string) => request(uji.alamat).get(jalur).set(orang.kepala).buffer(true);

it('mengirim laporan sebagai PDF dengan nama berkas yang dapat dibaca', async () => {
  const jawaban = await minta('/instansi/KASN/rencana/RTL-2023/laporan.pdf')
    .expect(200)
    .expect('Content-Type', 'application/pdf');
  expect(jawaban.headers['content-disposition']).toBe(
    `inline; filename="Laporan-Hasil-Tindak-Lanjut-KASN-RTL-2023.pdf"; filename*=UTF-8''Laporan%20Hasil%20Tindak%20Lanjut%20KASN%20RTL-2023.pdf`,
  );
  const { teks } = await bacaPdf(jawaban.body as Buffer);
  expect(teks).toContain('70,00% (3,5 dari 5 prioritas; sebagian dihitung 0,5; per 8 Mei 2024)');
});

it('mencetak jenis dan kertas yang diminta', async () => {
  const jawaban = await minta('/instansi/KASN/rencana/RTL-2023/laporan.pdf?jenis=monitoring-evaluasi&kertas=F4').expect(200);
  const { teks } = await bacaPdf(jawaban.body as Buffer);
  expect(teks).toContain('LAPORAN MONITORING, EVALUASI, DAN TINDAK LANJUT RENCANA AKSI');
});

it('menambahkan bagan peringkat dan profil responden hanya bila diminta', async () => {
  await isiUraian(uji.sumber, 'KASN', 'SKM-2023');
  const baku = await bacaPdf((await minta('/instansi/KASN/rencana/RTL-2023/laporan.pdf').expect(200)).body as Buffer);
  expect(baku.teks).not.toContain('Gambar 1');
  expect(baku.teks).not.toContain('Profil Responden');
  const jawaban = await minta('/instansi/KASN/rencana/RTL-2023/laporan.pdf?grafik=1').expect(200);
  const { teks, halaman } = await bacaPdf(jawaban.body as Buffer);
  expect(teks).toContain('Tabel 2. Profil Responden');
  expect(teks).toContain('Usia berjumlah 260, sedangkan responden 480.');
  // The caption is not torn from its picture, whose labels are text.
  const bergambar = halaman.filter((h) => h.includes('Peringkat Nilai Unsur') && h.includes('garis prioritas'));
  expect(bergambar).toHaveLength(1);
  expect(bergambar[0]).toContain('87,75');
});

it.each([
  ['/instansi/KASN/rencana/RTL-2023/laporan.pdf?grafik=ya', 400, 'Pilihan grafik tidak dikenal'],
  ['/instansi/KASN/rencana/TIDAK-ADA/laporan.pdf', 404, 'Rencana ini tidak ada'],
  ['/instansi/TIDAK-ADA/rencana/RTL-2023/laporan.pdf', 404, 'Instansi dengan kode itu tidak ada'],
  ['/instansi/KASN/rencana/%01/laporan.pdf', 404, 'Rencana ini tidak ada'],
  ['/instansi/KASN/rencana/RTL-2023/laporan.pdf?jenis=skm', 400, 'Laporan SKM belum dapat dicetak'],
  ['/instansi/KASN/rencana/RTL-2023/laporan.pdf?jenis=toString', 400, 'Jenis laporan tidak dikenal'],
  ['/instansi/KASN/rencana/RTL-2023/laporan.pdf?kertas=a3', 400, 'Kertas tidak dikenal'],
])('%s → %i dengan kalimat', async (jalur, status, pesan) => {
  const jawaban = await minta(jalur).expect(status).expect('Content-Type', /html/);
  expect(jawaban.text).toContain(pesan);
  expect(jawaban.headers['content-disposition']).toBeUndefined();
});

it('mencetak perubahan sesudah penetapan, awal di samping yang berlaku, pada setiap jenisnya', async () => {
  const koordinator = await PerambanRencana.buat(uji, 'KASN', 'koordinator', 'Koordinator KASN');
  const pimpinan = await PerambanRencana.buat(uji, 'KASN', 'pimpinan', 'Pimpinan KASN');
  const sesudah = (jenis: string) => `/instansi/KASN/rencana/RTL-2023/laporan.pdf?jenis=${jenis}`;
  expect((await bacaPdf((await minta(sesudah('hasil-tindak-lanjut')).expect(200)).body as Buffer)).teks).not.toContain(
    'Adendum 1',
  );
  const ubah = async (jalur: string, isian: Record<string, string>) => {
    const formulir = isianFormulir((await koordinator.buka(jalur)).isi);
    harusLanjut(await koordinator.kirim(jalur, { ...formulir, ...isian }));
    const [u] = await uji.sumber.query<{ id: string }[]>(`SELECT id FROM usulan_adendum WHERE keadaan = 'menunggu'`);
    harusLanjut(await pimpinan.kirim(`rencana/RTL-2023/adendum/${u?.id}/setujui`));
  };
  const kegiatan = 'rencana/RTL-2023/kegiatan';
  await ubah(`${kegiatan}/3.2/adendum/digeser`, { 'jadwal_2040-TW1': 'ya', alasan: 'menunggu anggaran perubahan' });
  await ubah(`${kegiatan}/2.1/adendum/diganti`, { uraian: 'Loket layanan daring', alasan: 'gedung dipakai bersama' });
  await ubah(`${kegiatan}/2.2/adendum/dibatalkan`, { alasan: 'kewenangannya beralih ke kementerian' });
  // The report that was signed in 2024 tells of the plan of that day.
  const lama = await bacaPdf((await minta(sesudah('hasil-tindak-lanjut')).expect(200)).body as Buffer);
  expect(lama.teks).toContain('70,00% (3,5 dari 5 prioritas; sebagian dihitung 0,5; per 8 Mei 2024)');
  expect(lama.teks).not.toContain('Loket layanan daring');
  await uji.sumber.query('DELETE FROM laporan');
  for (const jenis of ['hasil-tindak-lanjut', 'monitoring-evaluasi', 'capaian-rencana-aksi']) {
    const { teks, kerangka } = await bacaPdf((await minta(sesudah(jenis)).expect(200)).body as Buffer);
    expect(kerangka.join('\n')).toContain('Perubahan sesudah Penetapan');
    expect(teks).toMatch(/Tabel \d+\. Rencana Awal dan Rencana yang Berlaku/);
    for (const isi of ['Loket layanan daring', 'Digeser: menunggu anggaran perubahan', 'Disetujui Pimpinan KASN', '2040: TW I'])
      expect(teks).toContain(isi);
    expect(teks).toContain('Dibatalkan; tidak dilaksanakan lagi.');
    expect(teks).toMatch(/Tidak dihitung: 2\.2 .*kewenangannya beralih/);
  }
});
