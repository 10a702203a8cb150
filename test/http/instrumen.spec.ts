import { medanUnsur } from '../../src/survei/kelola/hasil-isian';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { bacaHtml } from '../support/dokumen-html';
import { buatInstansiUji } from '../support/dua-instansi';
import { daftarGalat, PerambanOrganisasi } from '../support/organisasi';

jest.setTimeout(60_000);

let uji: AplikasiUji;
let koordinator: PerambanOrganisasi;
const DASAR = '/instansi/SATU';

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'SATU');
  koordinator = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'koordinator' }]);
});

afterAll(() => uji.tutup());

const DUA_UNSUR = {
  namaInstrumen: 'Survei RSUD', skalaMin: '1', skalaMaks: '5', tambahan: 'Dari mana Anda tahu layanan ini?', mulai: '1 Januari 2026',
  'kode-0': 'A1', 'nama-0': 'Antrean', 'jawaban-0': 'Sangat lama; Lama; Biasa; Cepat; Sangat cepat', 'kode-1': 'A2', 'nama-1': 'Kebersihan', 'pertanyaan-1': 'Ruang tunggu\nToilet',
  'mutu-0': 'C', 'kinerja-0': 'Kurang', 'min-0': '20', 'mutu-1': 'A', 'kinerja-1': 'Sangat Baik', 'min-1': '90', 'mutu-2': 'B', 'kinerja-2': 'Baik', 'min-2': '70,5',
}; // prettier-ignore

const buat = (kode: string, isian: Record<string, string> = {}) =>
  koordinator.kirim(`${DASAR}/instrumen-baru`, { kode, ...DUA_UNSUR, ...isian });

it('tiga instrumen bawaan terbaca dengan legendanya, dan tidak dapat diubah', async () => {
  const { isi } = await koordinator.buka(`${DASAR}/instrumen`);
  for (const kode of ['PERMENPAN-14-2017', 'PERMENPAN-16-2014', 'KEP-25-2004', 'SENDIRI']) expect(isi).toContain(kode);
  expect(bacaHtml((await koordinator.buka(`${DASAR}/instrumen/PERMENPAN-14-2017`)).isi).teks).toContain('B Baik 76,61 – 88,30');
  expect((await koordinator.buka(`${DASAR}/instrumen/PERMENPAN-14-2017/ubah`)).ke).toBe(`${DASAR}/instrumen/PERMENPAN-14-2017`);
  expect((await koordinator.kirim(`${DASAR}/instrumen/PERMENPAN-14-2017/versi-baru`, DUA_UNSUR)).status).toBe(400);
});

it('yang dibuat dapat dipakai: skala 1–5, kelas sendiri, kata jawaban dan pertanyaan tersimpan', async () => {
  expect((await buat('RSUD')).ke).toBe(`${DASAR}/instrumen/RSUD`);
  const { teks } = bacaHtml((await koordinator.buka(`${DASAR}/instrumen/RSUD`)).isi);
  for (const isi of [
    'Ruang tunggu',
    '5 Sangat cepat',
    'Dari mana Anda tahu',
    'A Sangat Baik 90,00 – 100,00',
    'C Kurang 20,00 – 70,49',
    'sejak 1 Januari 2026',
  ])
    expect(teks).toContain(isi);
  const survei = { bagian: 'tahun', tahun: '2026', instrumen: 'RSUD', kode: 'RS-1' };
  expect((await koordinator.kirim(`${DASAR}/survei-baru`, survei)).status).toBe(303);
  const isian = {
    cara: 'jumlah',
    aksi: 'simpan',
    nBersama: '10',
    [medanUnsur('jumlah', 'A1')]: '45',
    [medanUnsur('jumlah', 'A2')]: '40',
  };
  expect((await koordinator.kirim(`${DASAR}/survei/RS-1/hasil`, isian)).status).toBe(303);
  expect(bacaHtml((await koordinator.buka(`${DASAR}/survei/RS-1`)).isi).teks).toContain('85,00');
});

it('yang sudah dipakai tidak berubah; versi baru tidak mengubah survei lama', async () => {
  const sebelum = bacaHtml((await koordinator.buka(`${DASAR}/survei/RS-1`)).isi).teks;
  expect((await koordinator.buka(`${DASAR}/instrumen/RSUD/ubah`)).ke).toBe(`${DASAR}/instrumen/RSUD/versi-baru`);
  expect((await koordinator.kirim(`${DASAR}/instrumen/RSUD/ubah`, DUA_UNSUR)).status).toBe(400);
  const versi = await koordinator.kirim(`${DASAR}/instrumen/RSUD/versi-baru`, {
    ...DUA_UNSUR,
    'min-1': '99',
    'nama-0': 'Waktu tunggu',
  });
  expect(versi.ke).toBe(`${DASAR}/instrumen/RSUD-V2`);
  expect(bacaHtml((await koordinator.buka(`${DASAR}/survei/RS-1`)).isi).teks).toBe(sebelum);
  const [lama] = await uji.sumber.query<{ unsur: { nama: string }[] }[]>(`SELECT unsur FROM instrumen WHERE kode = 'RSUD'`);
  expect(lama?.unsur[0]?.nama).toBe('Antrean');
  // New surveys are offered the new version only; the old survey keeps its own.
  const baru = (await koordinator.buka(`${DASAR}/survei-baru`)).isi;
  expect(baru).toContain('value="RSUD-V2"');
  expect(baru).not.toContain('value="RSUD"');
  expect((await koordinator.buka(`${DASAR}/survei/RS-1/ubah`)).isi).toContain('value="RSUD" selected');
  const lagi = await koordinator.kirim(`${DASAR}/instrumen/RSUD/versi-baru`, DUA_UNSUR);
  expect([lagi.status, daftarGalat(lagi.isi)[0]?.[1]]).toEqual([422, expect.stringContaining('lebih baru')]);
});

it('yang belum dipakai masih dapat diubah', async () => {
  await buat('COBA');
  expect((await koordinator.kirim(`${DASAR}/instrumen/COBA/ubah`, { ...DUA_UNSUR, namaInstrumen: 'Nama lain' })).status).toBe(
    303,
  );
  expect((await koordinator.buka(`${DASAR}/instrumen/COBA`)).isi).toContain('Nama lain');
});

it('menyalin bawaan mengisi formulirnya; tambah baris tidak menghilangkan ketikan', async () => {
  const { isi } = await koordinator.buka(`${DASAR}/instrumen-baru?dari=KEP-25-2004`);
  expect(isi).toContain('value="Keamanan Pelayanan"');
  const tambah = await koordinator.kirim(`${DASAR}/instrumen-baru`, { ...DUA_UNSUR, aksi: 'tambah', barisUnsur: '9' });
  expect(tambah.isi).toContain('value="Antrean"');
  expect(tambah.isi).toContain('name="nama-11"');
});

it.each<[string, Record<string, string>, string]>([
  ['kode yang ada', { kode: 'permenpan-14-2017' }, 'kode'],
  ['kode kosong', { kode: '' }, 'kode'],
  ['skala terbalik', { skalaMin: '5', skalaMaks: '5' }, 'skalaMaks'],
  ['kata jawaban kurang', { 'jawaban-0': 'Ya; Tidak' }, 'jawaban-0'],
  ['kode unsur ganda', { 'kode-1': 'a1' }, 'kode-1'],
  ['unsur tanpa nama', { 'nama-1': '' }, 'nama-1'],
  ['kelas terendah bukan dasar skala', { 'min-0': '25' }, 'min-0'],
  ['batas ganda', { 'min-2': '90' }, 'min-2'],
  ['batas bukan angka', { 'min-1': 'x' }, 'min-1'],
  ['tanggal terbalik', { selesai: '1 Januari 2020' }, 'selesai'],
])('%s ditolak pada isiannya, ketikan tetap', async (_, isian, medan) => {
  const { status, isi } = await buat('SALAH', isian);
  expect([status, daftarGalat(isi).map(([m]) => m)]).toEqual([422, [medan]]);
  expect(isi).toContain('value="Survei RSUD"');
  expect(bacaHtml(isi).id).toContain(medan);
});

it('instrumen yang belum berlaku tidak dapat dipakai untuk periode sebelumnya', async () => {
  const { status, isi } = await koordinator.kirim(`${DASAR}/survei-baru`, {
    bagian: 'tahun',
    tahun: '2025',
    instrumen: 'RSUD-V2',
  });
  expect([status, daftarGalat(isi)[0]?.[0]]).toEqual([422, 'instrumen']);
});
