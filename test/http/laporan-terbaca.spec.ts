import { Transaksi } from '../../src/database/transaksi';
import { ProgresQuery } from '../../src/progres/progres.query';
import type { Realisasi } from '../../src/progres/progres.rules';
import { EksporQuery } from '../../src/paket/ekspor.query';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { LaporUji, triwulanUji, type PerambanLapor } from '../support/lapor';

let uji: AplikasiUji;
let lapor: LaporUji;
let inspektur: PerambanLapor;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  lapor = await LaporUji.siapkan(uji);
  inspektur = await lapor.orang('inspektur', 'Inspektur');
});

afterAll(() => uji.tutup());

const dulu = triwulanUji(-1);
const sebagaiSistem = <T>(kerja: () => Promise<T>): Promise<T | null> =>
  uji.aplikasi.get(Transaksi).sebagaiSistem('uji', 'LAPOR', kerja);
const laporan = async (kegiatan: string): Promise<Realisasi[]> => {
  const semua = await sebagaiSistem(() => uji.aplikasi.get(ProgresQuery, { strict: false }).semua(lapor.id));
  return (semua ?? []).filter((r) => r.kegiatan === kegiatan);
};
const halaman = async (akhir = ''): Promise<string> =>
  (await inspektur.buka(`/instansi/LAPOR/rencana/RTL${akhir}`)).isi.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const keadaan = (id: string, menjadi: string) =>
  uji.sumber.query('UPDATE laporan_slot SET keadaan = $2 WHERE id = $1', [id, menjadi]);

it('reads imported reports and submissions as one, and a draft as none', async () => {
  const orang = inspektur.orang.penggunaId;
  expect(await laporan('RTL-01')).toMatchObject([
    { periode: dulu, status: 'sebagian', bukti: [{ url: 'https://contoh.go.id/notula' }] },
  ]);
  const kontribusi = [{ unit: 'HUKUM', nama: 'Bagian Hukum', uraian: 'Menelaah naskah.', oleh: 'Hukum' }];
  const bukti = [
    { id: lapor.id, bagian: 'utama', jenis: 'foto', nama: 'loket.jpg', berkas: 'loket.jpg', sha256: 'a'.repeat(64) },
  ] as const;
  const { laporan: id } = await lapor.ajukanSql('RTL-02', orang, { kontribusi, bukti });
  expect(await laporan('RTL-02')).toMatchObject([
    {
      periode: lapor.periode,
      status: 'sudah',
      verifikasi: 'diajukan',
      kontribusi: [{ uraian: 'Menelaah naskah.' }],
      bukti: [{ berkas: 'loket.jpg' }],
    },
  ]);
  await uji.sumber.query(
    `INSERT INTO laporan_slot (id, instansi_id, kegiatan_id, periode, keadaan, putaran, versi, dibuat, sejak)
     SELECT gen_random_uuid(), $1, id, $2, 'draf', 0, 1, now(), now() FROM kegiatan WHERE kode = 'RTL-03'`,
    [lapor.id, lapor.periode],
  );
  expect(await laporan('RTL-03')).toEqual([]);
  await lapor.ajukanSql('RTL-02', orang, { status: 'sebagian', hambatan: 'Cuaca' });
  expect(await laporan('RTL-02')).toMatchObject([{ status: 'sebagian', hambatan: 'Cuaca' }]);
  await keadaan(id, 'dikembalikan');
  expect(await laporan('RTL-02')).toMatchObject([{ verifikasi: 'dikembalikan' }]);
});

it('lets what was collected win over what was imported, before and after another import', async () => {
  await lapor.ajukanSql('RTL-01', inspektur.orang.penggunaId, { deskripsi: 'Dilaporkan di sini.' }, { periode: dulu });
  expect(await laporan('RTL-01')).toMatchObject([{ periode: dulu, deskripsi: 'Dilaporkan di sini.', verifikasi: 'diajukan' }]);
  await uji.sumber.query(`UPDATE realisasi SET deskripsi = 'Diimpor lagi.'`);
  expect(await laporan('RTL-01')).toMatchObject([{ deskripsi: 'Dilaporkan di sini.' }]);
});

it('counts a submission once it is verified, and shows both axes in the matrix and on the page of the kegiatan', async () => {
  const { laporan: id } = await lapor.ajukanSql('RTL-03', inspektur.orang.penggunaId);
  const sebelum = await halaman();
  expect(sebelum).toContain('0,00% (0 dari 4 kegiatan; sebagian dihitung 0; terverifikasi)');
  expect(sebelum).toMatch(/RTL-03 Melatih petugas seluruh Bagian.*Sudah.*Diajukan/);
  await keadaan(id, 'terverifikasi');
  expect(await halaman()).toContain('25,00% (1 dari 4 kegiatan; sebagian dihitung 0; terverifikasi)');
  expect(await halaman('/kegiatan/RTL-03')).toMatch(/Sudah.*Terverifikasi/);
  const csv = await inspektur.buka('/instansi/LAPOR/rencana/RTL/matriks.csv');
  expect(csv.isi).toMatch(/RTL-03,.*Sudah; Terverifikasi/);
  expect((await inspektur.buka('/instansi/LAPOR/rencana/RTL/kegiatan/RTL-02')).isi).not.toContain('loket.jpg'); // sent back without it
});

it('asks for what is missing once the period was opened', async () => {
  expect(await halaman('/kegiatan/RTL-04')).toMatch(/Belum melapor.*sampai \d/);
  await lapor.jendela(lapor.periode, 'kunci');
  expect(await halaman('/kegiatan/RTL-04')).toMatch(/Belum melapor.*terkunci/);
});

it('exports submissions without their verification, as another installation can import them', async () => {
  const paket = await sebagaiSistem(() => uji.aplikasi.get(EksporQuery, { strict: false }).ekspor('LAPOR'));
  const milik = paket?.realisasi?.find((r) => r.kegiatan === 'RTL-03');
  expect(milik).toEqual({
    rencana: 'RTL',
    kegiatan: 'RTL-03',
    periode: lapor.periode,
    status: 'sudah',
    deskripsi: 'Sudah dilaksanakan.',
    bukti: [],
  });
});
