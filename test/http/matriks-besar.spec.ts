import { ImporService } from '../../src/paket/impor.service';
import { bacaHtml } from '../support/dokumen-html';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { masukSebagai, type OrangUji } from '../support/orang';
import { KEGIATAN_BESAR, paketRencanaBesar } from '../support/rencana-besar';

const BATAS = 400_000;
const DASAR = '/instansi/BESAR/rencana/RTL-2024';

let uji: AplikasiUji;
let orang: OrangUji;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  await uji.aplikasi.get(ImporService).imporSistem(paketRencanaBesar(), 'uji');
  orang = await masukSebagai(uji.sumber, [{ instansi: 'BESAR', peran: 'koordinator' }]);
});

afterAll(() => uji.tutup());

async function buka(kueri: string): Promise<string> {
  const jawaban = await fetch(`${uji.alamat}${DASAR}${kueri}`, { headers: orang.kepala });
  expect(jawaban.status).toBe(200);
  return jawaban.text();
}

test.each([
  '',
  '?tahun=semua',
  '?tahun=semua&h=2',
  '?tahun=semua&satuan=bulan',
  '?satuan=bulan',
  '?tahun=semua&unsur=U1',
  '?tahun=semua&status=belum-melapor',
  '?tw=2025-TW4&tahun=semua',
])('500 kegiatan × 8 triwulan, %s: di bawah 400 KB, dan susunannya benar', async (kueri) => {
  const html = await buka(kueri);
  expect(Buffer.byteLength(html)).toBeLessThan(BATAS);
  expect(bacaHtml(html).cacat).toEqual([]);
});

test('seluruh halaman bersama-sama memuat tiap kegiatan tepat sekali, dengan delapan sel', async () => {
  const kode: string[] = [];
  for (let h = 1; h <= 10; h += 1) {
    const html = await buka(`?tahun=semua&h=${h}`);
    const baris = [...html.matchAll(/<tr role="row" id="k-([^"]+)">([\s\S]*?)<\/tr>/g)];
    for (const [, id = '', isi = ''] of baris) {
      kode.push(id);
      expect(isi.match(/<td role="cell"/g)).toHaveLength(8);
    }
  }
  expect(kode).toHaveLength(KEGIATAN_BESAR);
  expect(new Set(kode).size).toBe(KEGIATAN_BESAR);
});
