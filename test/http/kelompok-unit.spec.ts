import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { paketContoh, PerambanBuku } from '../support/buku-rencana';
import { decode } from '../support/entitas-html';
import { isianFormulir } from '../support/rencana';

const DAFTAR = '/instansi/GRUP/kelompok-unit';

let uji: AplikasiUji;
let koordinator: PerambanBuku;
let nama: string;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  koordinator = await PerambanBuku.siapkan(uji, paketContoh('kasn'), 'GRUP', (r) => ({ ...r, status: 'draf' }));
  const [baris] = await uji.sumber.query<{ nama: string }[]>('SELECT nama FROM kelompok_unit ORDER BY nama LIMIT 1');
  nama = baris?.nama ?? '';
});

afterAll(() => uji.tutup());

async function formulir(): Promise<{ alamat: string; isian: Record<string, string> }> {
  const [baris] = await uji.sumber.query<{ id: string }[]>('SELECT id FROM kelompok_unit WHERE nama = $1', [nama]);
  const [unit] = await uji.sumber.query<{ kode: string }[]>('SELECT kode FROM unit ORDER BY kode LIMIT 1');
  const alamat = `${DAFTAR}/${baris?.id}`;
  return { alamat, isian: { ...isianFormulir((await koordinator.buka(alamat)).isi), unit_1: unit?.kode ?? '' } };
}

const penanggung = async (kelompok: string) =>
  Number((await uji.sumber.query<{ n: string }[]>('SELECT count(*) AS n FROM penanggung_jawab WHERE kelompok = $1', [kelompok]))[0]?.n); // prettier-ignore

it('nama baru diikuti rencana yang masih draf, yang versinya naik, dan tercatat dalam audit', async () => {
  const [sebelum, { alamat, isian }] = [await penanggung(nama), await formulir()];
  expect([sebelum > 0, isian['nama']]).toEqual([true, nama]);
  const versi = () =>
    uji.sumber.query<{ n: string }[]>(
      `SELECT sum(versi) AS n FROM kegiatan WHERE id IN (SELECT kegiatan_id FROM penanggung_jawab WHERE kelompok IS NOT NULL)`,
    );
  const [lama] = await versi();
  expect((await koordinator.kirim(alamat, { ...isian, nama: 'Semua Kelompok Kerja' })).status).toBe(303);
  expect([await penanggung(nama), await penanggung('Semua Kelompok Kerja')]).toEqual([0, sebelum]);
  expect(Number((await versi())[0]?.n)).toBeGreaterThan(Number(lama?.n));
  const audit = await uji.sumber.query<object[]>(`SELECT sebelum, sesudah FROM audit WHERE peristiwa = 'kelompok.ubah' ORDER BY waktu DESC LIMIT 1`); // prettier-ignore
  expect(audit[0]).toMatchObject({ sebelum: { nama }, sesudah: { nama: 'Semua Kelompok Kerja' } });
  // The form that was opened before says what it is called now, and changes nothing.
  const usang = await koordinator.kirim(alamat, { ...isian, nama: 'Nama ketiga' });
  expect([usang.status, decode(usang.isi)]).toEqual([422, expect.stringContaining('menamainya "Semua Kelompok Kerja"')]);
  nama = 'Semua Kelompok Kerja';
});

it('nama kelompok lain ditolak', async () => {
  const { alamat, isian } = await formulir();
  await koordinator.kirim(`${DAFTAR}/baru`, { nama: 'Sudah Ada', unit_1: isian['unit_1'] ?? '' });
  const ditolak = await koordinator.kirim(alamat, { ...isian, nama: 'Sudah Ada' });
  expect([ditolak.status, decode(ditolak.isi)]).toEqual([422, expect.stringContaining('sudah dipakai kelompok lain')]);
  expect(decode(ditolak.isi)).toContain('value="Sudah Ada"');
});

it('nama yang tertulis pada rencana yang ditetapkan tetap; anggotanya dapat diubah', async () => {
  await uji.sumber.query(`UPDATE rencana SET status = 'ditetapkan'`);
  const { alamat, isian } = await formulir();
  const ditolak = await koordinator.kirim(alamat, { ...isian, nama: 'Nama keempat' });
  expect([ditolak.status, decode(ditolak.isi)]).toEqual([422, expect.stringContaining('sudah diajukan atau ditetapkan')]);
  expect(await penanggung('Nama keempat')).toBe(0);
  expect((await koordinator.kirim(alamat, isian)).status).toBe(303);
});
