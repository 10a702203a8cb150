import { hariIniDi, tambahHari, tanggalIndonesia } from '../../src/shared/tanggal';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { LaporUji, PerambanLapor, triwulanUji } from '../support/lapor';

let uji: AplikasiUji;
let lapor: LaporUji;
let koordinator: PerambanLapor;
let pelapor: PerambanLapor;

const hari = hariIniDi('Asia/Jakarta', new Date());
const batas = tambahHari(hari, 20);
const nanti = triwulanUji(1);
const alamat = (...akhir: string[]) => ['/instansi/LAPOR/triwulan', ...akhir].join('/');
/** Whether a field of its report can be saved; another field each time. */
const MEDAN = ['deskripsi', 'hambatan', 'tindakLanjutBerikut'];
let ke = 0;
async function slotTerbuka(kegiatan: string, periode: string): Promise<boolean> {
  const di = new PerambanLapor(uji.alamat, pelapor.orang, 'LAPOR', periode);
  const medan = MEDAN[(ke += 1) % MEDAN.length] ?? '';
  return (await di.isi(kegiatan, { medan, nilai: 'Mulai dikerjakan.' })).status === 200;
}

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  lapor = await LaporUji.siapkan(uji);
  koordinator = await lapor.orang('koordinator', 'Koordinator');
  pelapor = await lapor.orang('pelapor', 'Pelapor', 'PEREN');
});

afterAll(() => uji.tutup());

it('says of every triwulan whether it is open, and how much is still not reported', async () => {
  const { isi } = await pelapor.buka(alamat());
  expect(isi).toContain('Terbuka');
  expect(isi).toContain('Belum dibuka');
  expect(isi).not.toContain('Simpan untuk seluruh instansi');
  const satu = await pelapor.buka(alamat(triwulanUji(-1)));
  expect(satu.isi).toContain('RTL-02');
  expect(satu.isi).not.toContain('RTL · RTL-01'); // imported
  expect((await pelapor.buka(`${alamat(triwulanUji(-1))}?lihat=semua`)).isi).toContain('RTL · RTL-01');
});

it('opens several triwulan at once for the agency, and locks them again; both stay in the book and in the audit', async () => {
  const pilih = { pilih_1: triwulanUji(-1), pilih_2: nanti };
  const buka = { ...pilih, tindakan: 'buka', mulai: hari, batas, alasan: 'Surat edaran 5' };
  expect(await slotTerbuka('RTL-01', nanti)).toBe(false);
  expect((await koordinator.kirim(alamat(), buka)).status).toBe(303);
  expect(await slotTerbuka('RTL-01', nanti)).toBe(true);
  expect((await koordinator.kirim(alamat(), { ...pilih, tindakan: 'kunci', mulai: '', batas: '', alasan: '' })).status).toBe(303);
  expect(await slotTerbuka('RTL-01', nanti)).toBe(false);
  const { isi } = await pelapor.buka(alamat(nanti));
  expect(isi).toContain('Surat edaran 5');
  expect(isi).toContain(tanggalIndonesia(batas));
  expect(isi).toContain('dikunci untuk seluruh instansi');
  const audit = await uji.sumber.query<{ peristiwa: string }[]>(
    `SELECT peristiwa FROM audit WHERE peristiwa LIKE 'jendela.%' ORDER BY nomor`,
  );
  expect(audit.map((a) => a.peristiwa)).toEqual(['jendela.buka', 'jendela.buka', 'jendela.kunci', 'jendela.kunci']);
});

it('opens one slot of one unit, with a reason', async () => {
  const { id } = await lapor.satu<{ id: string }>(`SELECT id FROM kegiatan WHERE kode = 'RTL-01'`);
  const isian = { pilih_3: `${id} ${nanti}`, tindakan: 'buka', mulai: '', batas, alasan: '' };
  const tanpa = await koordinator.kirim(`${alamat(nanti)}/slot`, isian);
  expect(tanpa.status).toBe(422);
  expect(tanpa.isi).toContain('Tuliskan alasannya');
  expect(tanpa.isi).toMatch(new RegExp(`value="${id} ${nanti}"[^>]*checked`));
  expect((await koordinator.kirim(`${alamat(nanti)}/slot`, { ...isian, alasan: 'Unit pindah gedung' })).status).toBe(303);
  expect(await slotTerbuka('RTL-01', nanti)).toBe(true);
  expect(await slotTerbuka('RTL-02', nanti)).toBe(false);
  expect((await pelapor.buka(`${alamat()}?tahun=${nanti.slice(0, 4)}`)).isi).toContain('1 slot berbeda');
});

it.each([
  ['nothing chosen', {}, 'Pilih sedikitnya satu periode'],
  ['no deadline', { pilih_1: nanti, batas: '' }, 'Tuliskan hari terakhir unit boleh melapor'],
  ['a deadline that is past', { pilih_1: nanti, batas: tambahHari(hari, -1) }, 'Batas ini sudah lewat'],
  ['a deadline before the beginning', { pilih_1: nanti, mulai: tambahHari(hari, 30) }, 'Batasnya mendahului hari mulai'],
  ['a period without slots', { pilih_1: '1999-TW1' }, 'tidak punya slot'],
])('refuses %s, and keeps what was typed', async (_, isian, pesan) => {
  const jumlah = async () => (await lapor.satu<{ n: number }>('SELECT count(*)::int AS n FROM jendela_laporan')).n;
  const lama = await jumlah();
  const { status, isi } = await koordinator.kirim(alamat(), {
    tindakan: 'buka',
    mulai: hari,
    batas,
    alasan: 'Edaran 9',
    ...isian,
  });
  expect(status).toBe(422);
  expect(isi).toContain(pesan);
  expect(isi).toContain('Edaran 9');
  expect(await jumlah()).toBe(lama);
});

it('is for the koordinator alone', async () => {
  expect((await pelapor.kirim(alamat(), { pilih_1: nanti, tindakan: 'kunci', mulai: '', batas: '', alasan: '' })).status).toBe(
    403,
  );
});
