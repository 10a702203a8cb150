import { readFileSync } from 'node:fs';
import request from 'supertest';
import { berkasContoh } from '../../src/paket/contoh';
import { ImporService } from '../../src/paket/impor.service';
import { bacaPaket } from '../../src/paket/paket.baca';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { masukSebagai, type OrangUji } from '../support/orang';
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
