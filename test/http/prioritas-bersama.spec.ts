import { EksporQuery, tulisPaket } from '../../src/paket/ekspor.query';
import { Transaksi } from '../../src/database/transaksi';
import { ImporService } from '../../src/paket/impor.service';
import { bacaPaket } from '../../src/paket/paket.baca';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { daftarGalat } from '../support/organisasi';
import { imporDenganDraf, PerambanPrioritas, teksHalaman, versiFormulir } from '../support/prioritas';

let uji: AplikasiUji;
let satu: PerambanPrioritas;
let dua: PerambanPrioritas;
const INSTANSI = 'KPU-KAB-TANGERANG';

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  await imporDenganDraf(uji, INSTANSI, { survei: 'SKM-2024-S2' });
  await imporDenganDraf(uji, 'KASN', { survei: 'SKM-2024' });
  satu = await PerambanPrioritas.masuk(uji, INSTANSI, 'DRAF');
  dua = await PerambanPrioritas.masuk(uji, INSTANSI, 'DRAF', 'koordinator', 'Koordinator Dua');
  await satu.kirim('prioritas/ambil');
});

afterAll(() => uji.tutup());

const isian = (judul: string, versi: string) => ({ 'unsur.1': 'U9', asal: 'unsur', judul, alasan: '', program: '', versi });

describe('dua koordinator pada prioritas yang sama', () => {
  it('yang kedua diberi tahu isinya kini, ketikannya tetap ada, dan dapat mengirim lagi', async () => {
    const { id } = await satu.satu(1);
    const alamat = `prioritas/${id}/ubah`;
    const [a, b] = [versiFormulir((await satu.buka(alamat)).isi), versiFormulir((await dua.buka(alamat)).isi)];
    expect((await satu.kirim(alamat, isian('Judul pertama', a))).status).toBe(303);
    const kedua = await dua.kirim(alamat, isian('Judul kedua', b));
    expect([kedua.status, daftarGalat(kedua.isi)]).toEqual([
      422,
      [['judul', expect.stringMatching(/Orang lain mengubahnya.*kini "Judul pertama" \(U9\)/)]],
    ]);
    expect(kedua.isi).toContain('value="Judul kedua"');
    expect(kedua.isi).toMatch(/value="U9" checked/);
    expect((await dua.kirim(alamat, isian('Judul kedua', versiFormulir(kedua.isi)))).status).toBe(303);
    expect((await satu.satu(1)).judul).toBe('Judul kedua');
  });

  it('mengurutkan tidak membuat formulir yang terbuka menjadi usang', async () => {
    const { id } = await satu.satu(1);
    const versi = versiFormulir((await satu.buka(`prioritas/${id}/ubah`)).isi);
    expect((await dua.kirim(`prioritas/${id}/pindah`, { arah: 'turun', no: '1' })).status).toBe(303);
    expect((await satu.kirim(`prioritas/${id}/ubah`, isian('Sesudah pindah', versi))).status).toBe(303);
  });

  it('mengambil unsur yang sama bersamaan: satu jadi, yang lain diberi tahu', async () => {
    const hasil = await Promise.all([satu.tambah({ unsur: ['U5'] }), dua.tambah({ unsur: ['U5'] })]);
    expect(hasil.map((h) => h.status).toSorted()).toEqual([303, 422]);
    expect((await satu.daftar()).filter((p) => p.unsur.includes('U5'))).toHaveLength(1);
    expect((await satu.daftar()).map((p) => p.no)).toEqual([1, 2, 3]);
  });

  it('yang sudah dikeluarkan orang lain: 404 dengan jalan kembali', async () => {
    const { id } = await satu.satu(3);
    const versi = versiFormulir((await satu.buka(`prioritas/${id}/keluarkan`)).isi);
    expect((await dua.kirim(`prioritas/${id}/keluarkan`, { alasan: 'Ditangani pusat', versi })).status).toBe(303);
    const terlambat = await satu.kirim(`prioritas/${id}/keluarkan`, { alasan: 'sama', versi });
    expect(terlambat.status).toBe(404);
    expect(teksHalaman(terlambat.isi)).toContain('Buka daftar prioritas');
  });
});

describe('peran dan keadaan rencana', () => {
  it('yang bukan koordinator melihat tanpa tombol', async () => {
    for (const peran of ['pimpinan', 'inspektur'] as const) {
      const orang = await PerambanPrioritas.masuk(uji, INSTANSI, 'DRAF', peran);
      const { status, isi } = await orang.buka();
      expect([status, /<main[\s\S]*<form/.test(isi), isi.includes('prioritas-baru')]).toEqual([200, false, false]);
      expect((await orang.buka('prioritas-lanjutan')).status).toBe(200);
      expect((await orang.kirim('prioritas/ambil')).status).toBe(403);
    }
  });

  it.each(['diajukan', 'ditetapkan'])('rencana %s terkunci: halamannya mengatakannya, tindakannya ditolak', async (status) => {
    await uji.sumber.query(`UPDATE rencana SET status = $1 WHERE kode = 'DRAF'`, [status]);
    const { id } = await satu.satu(1);
    const { isi } = await satu.buka();
    expect(teksHalaman(isi)).toContain('jadi prioritasnya terkunci');
    expect(/<main[\s\S]*<form/.test(isi)).toBe(false);
    const sebelum = await satu.daftar();
    const [lain] = (await satu.daftar()).filter((p) => p.id !== id);
    const ketikan = {
      ...isian('Judul yang sudah ditulis', ''),
      arah: 'turun',
      dengan: lain?.id ?? '',
      alasan: 'Alasan yang panjang',
    };
    for (const akhir of ['prioritas/ambil', `prioritas/${id}/pindah`, 'prioritas-lewati/U6/batal'])
      expect([akhir, (await satu.kirim(akhir, ketikan)).status]).toEqual([akhir, 400]);
    // A form with choices in it comes back with the reason.
    expect((await satu.kirim('prioritas-lanjutan', ketikan)).status).toBe(422);
    for (const [akhir, medan] of [
      ['prioritas-baru', 'judul'],
      [`prioritas/${id}/ubah`, 'judul'],
      [`prioritas/${id}/keluarkan`, 'alasan'],
      [`prioritas/${id}/gabung`, 'dengan'],
      ['prioritas-lewati/U6', 'alasan'],
    ] as const) {
      expect([akhir, (await satu.buka(akhir)).status]).toEqual([akhir, 400]);
      const jawaban = await satu.kirim(akhir, ketikan);
      expect([akhir, jawaban.status, daftarGalat(jawaban.isi)]).toEqual([
        ...[akhir, 422],
        [[medan, expect.stringContaining(`sudah ${status}, jadi terkunci`.replace('sudah diajukan', 'sedang diajukan'))]],
      ]);
      expect(jawaban.isi).toContain(medan === 'judul' ? 'Judul yang sudah ditulis' : 'Alasan yang panjang');
    }
    expect(await satu.daftar()).toEqual(sebelum);
    await uji.sumber.query(`UPDATE rencana SET status = 'draf' WHERE kode = 'DRAF'`);
  });

  it('prioritas instansi lain tidak ada di sini', async () => {
    const kasn = await PerambanPrioritas.masuk(uji, 'KASN', 'DRAF');
    const { id } = await satu.satu(1);
    expect((await kasn.buka(`prioritas/${id}/ubah`)).status).toBe(404);
    expect((await kasn.kirim(`prioritas/${id}/keluarkan`, { alasan: 'ya' })).status).toBe(404);
    expect((await kasn.peramban.buka(`/instansi/${INSTANSI}/rencana/DRAF/prioritas`)).status).toBe(404);
    await kasn.kirim('prioritas/ambil');
    const [pertama] = await kasn.daftar();
    const { status, isi } = await kasn.kirim(`prioritas/${pertama?.id}/gabung`, { dengan: id, judul: 'x', alasan: 'alasan' });
    expect([status, daftarGalat(isi)[0]?.[0]]).toEqual([422, 'dengan']);
  });
});

describe('isian yang rusak', () => {
  it.each([
    ['judul terlalu panjang', { judul: 'x'.repeat(301) }, 'judul'],
    ['judul dua baris', { judul: 'a\nb' }, 'judul'],
    ['judul tanpa huruf', { judul: '…' }, 'judul'],
    ['tanda kendali', { judul: 'a\u0001b' }, 'judul'],
    ['tanda arah', { judul: 'a\u202eb' }, 'judul'],
    ['asal yang tidak ada', { asal: 'lain' }, 'asal'],
    ['unsur yang tidak ada', { 'unsur.1': 'U99' }, 'unsur'],
    ['unsur jahat', { 'unsur.1': `'; DROP TABLE prioritas; --` }, 'unsur'],
    ['tanpa unsur dan bukan bebas', { asal: 'unsur' }, 'unsur'],
    ['alasan terlalu panjang', { alasan: 'x'.repeat(2001) }, 'alasan'],
  ])('%s', async (_, ubah, medan) => {
    const dasar = { judul: 'Judul', asal: 'bebas', alasan: 'Beralasan', program: '' };
    const { status, isi } = await satu.kirim('prioritas-baru', { ...dasar, ...ubah });
    expect([status, daftarGalat(isi).map(([m]) => m)]).toEqual([422, [medan]]);
  });

  it.each(['prioritas/bukan-uuid/ubah', 'prioritas-lewati/U99'])('%s: 404', async (akhir) => {
    expect((await satu.buka(akhir)).status).toBe(404);
  });

  it.each(['TIDAK-ADA', 'x'.repeat(200)])('rencana %s: 404', async (kode) => {
    expect((await satu.peramban.buka(`/instansi/${INSTANSI}/rencana/${kode}/prioritas`)).status).toBe(404);
  });

  it.each(['DRAF/prioritas/%00/ubah', 'DRAF/prioritas-lewati/%00', '%00/prioritas'])('%s: 400', async (akhir) => {
    expect((await satu.peramban.buka(`/instansi/${INSTANSI}/rencana/${akhir}`)).status).toBe(400);
  });

  it('teks jahat tampil sebagai teks', async () => {
    const judul = '<script>alert(1)</script>';
    expect((await satu.tambah({ judul, program: judul, alasan: `${judul} alasan` })).status).toBe(303);
    const { isi } = await satu.buka();
    expect(isi).not.toContain('<script>alert(1)');
    expect(teksHalaman(isi)).toContain(judul);
  });
});

it('alasan melewati ikut dalam paket, dan mengimpornya kembali tidak mengubah apa pun', async () => {
  await satu.kirim('prioritas-lewati/U6', { alasan: 'Petugas baru dilatih' });
  const transaksi = uji.aplikasi.get(Transaksi);
  const ekspor = await transaksi.sebagaiSistem('uji', INSTANSI, () =>
    uji.aplikasi.get(EksporQuery, { strict: false }).ekspor(INSTANSI),
  );
  if (!ekspor) throw new Error('Instansi tidak ada');
  expect(ekspor.rencana?.find((r) => r.kode === 'DRAF')?.dilewati).toContainEqual({
    unsur: 'U6',
    alasan: 'Petugas baru dilatih',
  });
  const hasil = await uji.aplikasi.get(ImporService).imporSistem(bacaPaket(Buffer.from(tulisPaket(ekspor))), 'uji');
  expect(hasil).toMatchObject({ baru: 0, berubah: 0 });
});
