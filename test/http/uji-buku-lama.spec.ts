import { TANPA_KONTEKS, Transaksi } from '../../src/database/transaksi';
import { Penyimpanan } from '../../src/storage/penyimpanan';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { paketContoh, PerambanBuku } from '../support/buku-rencana';

let uji: AplikasiUji;
let koordinator: PerambanBuku;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  koordinator = await PerambanBuku.siapkan(uji, paketContoh('kasn'), 'LAMA');
});

afterAll(() => uji.tutup());

const TABEL = [
  ['Prioritas Unsur', 'Kegiatan', 'TW I'],
  ['Sarana', 'Menambah kursi', 'v'],
];
const tempel = async () => koordinator.hasil(await koordinator.tempel(TABEL, '2024'));
const daftar = () =>
  uji.sumber.query<{ id: string; keadaan: string; kunci: string }[]>(
    'SELECT id, keadaan, berkas_kunci AS kunci FROM uji_buku ORDER BY pada',
  );

it('a dry run that nobody applied goes after thirty days with what was sent; one that was applied stays', async () => {
  await koordinator.terapkan(await tempel());
  await tempel();
  const [diterapkan, menunggu] = await daftar();
  const penyimpanan = uji.aplikasi.get(Penyimpanan, { strict: false });
  expect([diterapkan?.keadaan, menunggu?.keadaan]).toEqual(['diterapkan', 'menunggu']);
  expect(await penyimpanan.buka(menunggu?.kunci ?? '')).not.toBeNull();

  await uji.sumber.query(`UPDATE uji_buku SET pada = pada - interval '29 days'`);
  await tempel();
  expect(await daftar()).toHaveLength(3);

  await uji.sumber.query(`UPDATE uji_buku SET pada = pada - interval '2 days' WHERE pada < now() - interval '28 days'`);
  await tempel();
  const sisa = await daftar();
  expect(sisa.map((u) => u.keadaan)).toEqual(['diterapkan', 'menunggu', 'menunggu']);
  expect(sisa.map((u) => u.id)).not.toContain(menunggu?.id);
  expect(await penyimpanan.buka(menunggu?.kunci ?? '')).toBeNull();
  expect(await penyimpanan.buka(diterapkan?.kunci ?? '')).not.toBeNull();
});

it('what was sent stays where the act that swept it was taken back', async () => {
  await tempel();
  const [lama] = (await daftar()).filter((u) => u.keadaan === 'menunggu').slice(-1);
  await uji.sumber.query(`UPDATE uji_buku SET pada = now() - interval '31 days' WHERE id = $1`, [lama?.id]);
  await uji.sumber.query(`ALTER TABLE uji_buku ADD CONSTRAINT uji_tolak CHECK (sumber <> 'tempelan') NOT VALID`);
  expect((await koordinator.tempel(TABEL, '2024')).status).toBe(500);
  await uji.sumber.query('ALTER TABLE uji_buku DROP CONSTRAINT uji_tolak');
  const penyimpanan = uji.aplikasi.get(Penyimpanan, { strict: false });
  expect((await daftar()).map((u) => u.id)).toContain(lama?.id);
  expect(await penyimpanan.buka(lama?.kunci ?? '')).not.toBeNull();
  await tempel();
  expect(await penyimpanan.buka(lama?.kunci ?? '')).toBeNull();
});

it('what waits for the commit is dropped with the part that was taken back', async () => {
  const transaksi = uji.aplikasi.get(Transaksi, { strict: false });
  const lewat: string[] = [];
  const tunggu = (nama: string) => transaksi.sesudahKomit(() => Promise.resolve(void lewat.push(nama)));
  await transaksi.sebagai(TANPA_KONTEKS, async () => {
    await tunggu('luar');
    await transaksi.jalankan(() => tunggu('dalam').then(() => Promise.reject(new Error('batal')))).catch(() => undefined);
    expect(lewat).toEqual([]);
  });
  expect(lewat).toEqual(['luar']);
});

it('the database lets nobody remove what was applied', async () => {
  await expect(uji.sumber.query(`DELETE FROM uji_buku WHERE keadaan = 'diterapkan'`)).rejects.toThrow('sudah diterapkan');
});
