import { SaranService } from '../../src/survei/saran/saran.service';
import { Transaksi } from '../../src/database/transaksi';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatInstansiUji } from '../support/dua-instansi';
import { decode } from '../support/entitas-html';
import { daftarGalat, PerambanOrganisasi } from '../support/organisasi';
import { kosongkanSaran } from '../support/saran-uji';

const B = '/instansi/SATU/survei/S/saran';

let uji: AplikasiUji;
let koordinator: PerambanOrganisasi;
let pelapor: PerambanOrganisasi;
let pelaporLain: PerambanOrganisasi;
let inspektur: PerambanOrganisasi;
let pimpinan: PerambanOrganisasi;
let admin: PerambanOrganisasi;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  for (const kode of ['SATU', 'LAIN']) await buatInstansiUji(uji.sumberAplikasi, uji.sumber, kode);
  await uji.sumber.query(`
    INSERT INTO unit (id, instansi_id, urutan, kode, nama, jenis, induk_id)
      SELECT gen_random_uuid(), instansi_id, 9, 'LOKET', 'Loket', 'seksi', id FROM unit WHERE kode = 'ANAK'`);
  await uji.sumber.query(`UPDATE rencana SET status = 'draf' WHERE instansi_id = (SELECT id FROM instansi WHERE kode = 'SATU')`);
  const masuk = (peran: 'koordinator' | 'pelapor' | 'inspektur' | 'pimpinan' | 'admin', nama: string, unit?: string) =>
    PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran, ...(unit === undefined ? {} : { unit }) }], nama);
  koordinator = await masuk('koordinator', 'Ratna Koordinator');
  pelapor = await masuk('pelapor', 'Pelapor Anak', 'ANAK');
  pelaporLain = await masuk('pelapor', 'Pelapor Loket', 'LOKET');
  inspektur = await masuk('inspektur', 'Inspektur Satu');
  pimpinan = await masuk('pimpinan', 'Pimpinan Satu');
  admin = await masuk('admin', 'Admin Satu');
});

afterAll(() => uji.tutup());

const ids = async (kode = 'SATU') => {
  const [baris] = await uji.sumber.query<{ instansi: string; survei: string }[]>(
    `SELECT i.id AS instansi, s.id AS survei FROM instansi i JOIN survei s ON s.instansi_id = i.id WHERE i.kode = $1`,
    [kode],
  );
  if (!baris) throw new Error(kode);
  return baris;
};

interface Baris {
  nomor: number;
  teks: string;
  status: string;
  jumlah: number;
  usul_unsur: string | null;
  unsur: string | null;
  layanan: string | null;
  teks_terbit: string | null;
}

const isiTabel = async (syarat = 'true'): Promise<Baris[]> =>
  uji.sumber.query<Baris[]>(
    `SELECT nomor, teks, status, jumlah_ketik + jumlah_berkas AS jumlah, usul_unsur, unsur, layanan, teks_terbit FROM saran
     WHERE survei_id = $1 AND ${syarat} ORDER BY nomor`,
    [(await ids()).survei],
  );

const bersihkan = async () => kosongkanSaran(uji.sumber, (await ids()).survei);

const tempel = (teks: string, cara = 'baris') => koordinator.kirim(`${B}/tambah`, { cara, teks, layanan: '' });

const auditTerakhir = async () => {
  const [baris] = await uji.sumber.query<{ peristiwa: string; nama: string; sasaran_nama: string; isi: string }[]>(
    `SELECT peristiwa, nama, sasaran_nama, coalesce(sebelum::text, '') || coalesce(sesudah::text, '') || coalesce(alasan, '') AS isi
     FROM audit WHERE instansi_id = $1 ORDER BY nomor DESC LIMIT 1`,
    [(await ids()).instansi],
  );
  return baris;
};

const teksBersih = (html: string) => decode(html.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');

describe('menerima', () => {
  beforeEach(bersihkan);

  it('tempelan: satu baris satu saran; yang sama satu, yang tanpa saran dihitung tersendiri', async () => {
    const { status, ke } = await tempel('Perbanyak kursi\n-\nTidak ada\nperbanyak  KURSI.\nAntrean terlalu lama\n\nnihil');
    expect([status, ke]).toEqual([303, B]);
    expect((await isiTabel()).map((s) => [s.teks, s.status, s.jumlah])).toEqual([
      ['Perbanyak kursi', 'baru', 2],
      ['-', 'nihil', 1],
      ['Tidak ada', 'nihil', 1],
      ['Antrean terlalu lama', 'baru', 1],
      ['nihil', 'nihil', 1],
    ]);
    const { isi } = await koordinator.buka(B);
    expect(teksBersih(isi)).toContain('0,00% 0 dari 3 saran');
    expect(teksBersih(isi)).toContain('3 jawaban tanpa saran tidak dihitung');
    expect(await auditTerakhir()).toMatchObject({ peristiwa: 'saran.terima', nama: 'Ratna Koordinator' });
  });

  it('satu saran boleh beberapa baris', async () => {
    await tempel('Baris satu\nbaris dua', 'satu');
    expect((await isiTabel()).map((s) => s.teks)).toEqual(['Baris satu\nbaris dua']);
  });

  it('usulan unsur mengikuti nama unsur instrumen sendiri', async () => {
    await tempel('Antreannya panjang\nSemoga maju');
    expect((await isiTabel()).map((s) => s.usul_unsur)).toEqual(['A', null]);
  });

  it('isian kosong ditolak, yang dipilih dan diketik tetap ada', async () => {
    const { status, isi } = await koordinator.kirim(`${B}/tambah`, { cara: 'baris', teks: '  ', layanan: 'Loket <b>1</b>' });
    expect([status, daftarGalat(isi).map(([medan]) => medan)]).toEqual([422, ['teks']]);
    expect(isi).toContain('value="Loket &lt;b&gt;1&lt;/b&gt;"');
    expect(isi).toMatch(/value="baris" checked/);
  });

  it('lebih banyak baris daripada sekali tempel: ditolak seluruhnya', async () => {
    const { status, isi } = await tempel(Array.from({ length: 5001 }, (_, i) => `s${i}`).join('\n'));
    expect([status, daftarGalat(isi)[0]?.[1]]).toEqual([422, expect.stringContaining('5001 baris')]);
    expect(await isiTabel()).toEqual([]);
  });

  describe('dari berkas', () => {
    const diInstansi = async <T>(kerja: () => Promise<T>): Promise<T> => {
      const oleh = { nama: 'uji', jabatan: [], peran: [], ip: null, agen: null };
      return uji.aplikasi
        .get(Transaksi)
        .sebagai({ instansi: [(await ids()).instansi], pengguna: null, operator: false, oleh }, kerja);
    };
    const terima = async (daftar: Parameters<SaranService['terima']>[1]) => {
      const { survei } = await ids();
      return diInstansi(() => uji.aplikasi.get(SaranService).terima(survei, daftar));
    };

    it('layanan membedakan, kosong pun dihitung, jumlahnya kembali', async () => {
      const hasil = await terima([
        { teks: 'Kursi kurang', layanan: 'KTP', baris: 2 },
        { teks: 'kursi kurang!', layanan: 'ktp', baris: 3 },
        { teks: 'Kursi kurang', layanan: 'KK', baris: 4 },
        { teks: null, layanan: 'KK', baris: 5 },
        { teks: ' ', layanan: null, baris: 6 },
      ]);
      expect(hasil).toEqual({ diterima: 3, saranBaru: 2, sama: 1, tanpaSaran: 2 });
      expect((await isiTabel()).map((s) => [s.layanan, s.jumlah, s.status])).toEqual([
        ['KTP', 2, 'baru'],
        ['KK', 1, 'baru'],
        [null, 2, 'nihil'],
      ]);
      expect((await koordinator.buka(`${B}/1`)).isi).toContain('2, 3');
    });

    it('impor ulang menggantikan hitungannya, tanggapan dan nomornya tetap', async () => {
      await terima([{ teks: 'Kursi' }, { teks: 'Meja' }]);
      await koordinator.kirim(`${B}/1/tetapkan`, { unsur: 'A', unit: '-' });
      const { survei } = await ids();
      await diInstansi(async () => {
        await uji.aplikasi.get(SaranService).kosongkanDariBerkas(survei);
        await uji.aplikasi.get(SaranService).terima(survei, [{ teks: 'kursi' }, { teks: 'kursi' }, { teks: 'AC' }]);
      });
      expect((await isiTabel()).map((s) => [s.nomor, s.teks, s.jumlah, s.status])).toEqual([
        [1, 'Kursi', 2, 'ditetapkan'],
        [2, 'Meja', 0, 'baru'],
        [3, 'AC', 1, 'baru'],
      ]);
      expect(teksBersih((await koordinator.buka(B)).isi)).toContain('0 dari 3 saran');
      expect((await koordinator.buka(`${B}/2`)).isi).toContain('tidak ada lagi dalam berkas jawaban');
    });

    it('huruf yang tidak dapat disimpan tidak menggagalkan apa pun', async () => {
      expect(await terima([{ teks: 'ba\u0000ik \ud800 "kutip" \\ ; \' --' }])).toMatchObject({ diterima: 1 });
    });

    it('survei instansi lain tidak terlihat', async () => {
      const { survei } = await ids('LAIN');
      await expect(diInstansi(() => uji.aplikasi.get(SaranService).terima(survei, [{ teks: 'x' }]))).rejects.toThrow('tidak ada');
    });
  });
});

describe('dari baru sampai terbit', () => {
  beforeAll(async () => {
    await bersihkan();
    await tempel('Pak Budi di loket galak, hubungi 081234567890\nAntrean lama\ntidak ada\nok');
  });

  it('orang unit belum melihat apa pun, dan mengetik nomor tidak membukanya', async () => {
    const { isi } = await pelapor.buka(B);
    expect(isi).toContain('Belum ada saran untuk unit Anda');
    expect((await pelapor.buka(`${B}/1`)).status).toBe(404);
  });

  it('menetapkan tanpa memilih ditolak dengan dua galat; yang baru belum dapat ditanggapi', async () => {
    const { status, isi } = await koordinator.kirim(`${B}/1/tetapkan`, {});
    expect([status, daftarGalat(isi).map(([medan]) => medan)]).toEqual([422, ['tetapkan-unsur', 'tetapkan-unit']]);
    const dini = await koordinator.kirim(`${B}/1/tanggapi`, { tanggapan: 'x' });
    expect([dini.status, daftarGalat(dini.isi)[0]?.[1]]).toEqual([
      422,
      expect.stringContaining('menetapkan unsur dan unitnya dahulu'),
    ]);
  });

  it.each([
    ['unsur di luar instrumen', { unsur: 'U9', unit: '-' }, 'tetapkan-unsur'],
    ['unit yang tidak ada', { unsur: '-', unit: 'ENTAH' }, 'tetapkan-unit'],
  ])('%s ditolak', async (_, isian, medan) => {
    const { status, isi } = await koordinator.kirim(`${B}/1/tetapkan`, isian);
    expect([status, daftarGalat(isi)[0]?.[0]]).toEqual([422, medan]);
  });

  it('ditetapkan: orang unit itu dan di atasnya melihatnya tanpa identitas, unit lain tidak', async () => {
    expect((await koordinator.kirim(`${B}/1/tetapkan`, { unsur: '-', unit: 'ANAK' })).status).toBe(303);
    const { status, isi } = await pelapor.buka(`${B}/1`);
    expect(status).toBe(200);
    expect(isi).toContain('Pak [nama orang] di loket galak, hubungi [nomor telepon]');
    expect(isi).not.toContain('Budi');
    expect(isi).not.toContain('0812');
    expect((await pelaporLain.buka(`${B}/1`)).status).toBe(404);
    expect((await pelaporLain.kirim(`${B}/1/tanggapi`, { tanggapan: 'x' })).status).toBe(404);
    expect((await pimpinan.buka(`${B}/1`)).isi).not.toContain('Budi');
    for (const o of [koordinator, inspektur]) {
      const asli = (await o.buka(`${B}/1`)).isi;
      expect(asli).toContain('Pak Budi di loket galak, hubungi 081234567890');
      expect(asli).toContain('nama orang “Budi”, nomor telepon “081234567890”');
    }
  });

  it('mencari nomor telepon tidak menemukannya bagi siapa pun', async () => {
    expect((await pelapor.buka(`${B}?q=0812`)).isi).toContain('Tidak ada saran yang cocok');
    expect((await pelapor.buka(`${B}?q=galak`)).isi).toContain('di loket galak');
  });

  it('tanggapan dari unitnya; angka dan riwayat mengikuti; log tanpa teks asli', async () => {
    const kosong = await pelapor.kirim(`${B}/1/tanggapi`, { tanggapan: ' ' });
    expect([kosong.status, daftarGalat(kosong.isi)[0]?.[0]]).toEqual([422, 'tanggapi-tanggapan']);
    const { status, ke } = await pelapor.kirim(`${B}/1/tanggapi`, { tanggapan: 'Petugas sudah dibina.' });
    expect([status, ke]).toEqual([303, `${B}/1`]);
    expect(teksBersih((await koordinator.buka(B)).isi)).toContain('33,33% 1 dari 3 saran');
    const audit = await auditTerakhir();
    expect(audit).toMatchObject({ peristiwa: 'saran.tanggapi', nama: 'Pelapor Anak', sasaran_nama: 'Saran 1 (S)' });
    const semua = await uji.sumber.query<{ isi: string }[]>('SELECT row_to_json(a)::text AS isi FROM audit a');
    expect(semua.filter((a) => a.isi.includes('Budi'))).toEqual([]);
    expect(teksBersih((await pelapor.buka(`${B}/1`)).isi)).toContain('Petugas sudah dibina. Subbagian Umum · Pelapor Anak');
  });

  it('orang unit tidak menetapkan, meninjau, atau mengecualikan', async () => {
    for (const t of ['tetapkan', 'terbitkan', 'jangan-terbitkan', 'kecualikan'])
      expect([t, (await pelapor.kirim(`${B}/1/${t}`, {})).status]).toEqual([t, 403]);
  });

  it('meninjau: identitas yang tersisa ditunjuk; teks disunting, aslinya tetap', async () => {
    const sisa = await koordinator.kirim(`${B}/1/terbitkan`, { teks: 'Pak Budi galak', yakin: '' });
    expect([sisa.status, daftarGalat(sisa.isi)]).toEqual([
      422,
      [['terbitkan-teks', expect.stringContaining('nama orang “Budi”')]],
    ]);
    expect(sisa.isi).toContain('Pak Budi galak');
    expect(sisa.isi).toContain('Bukan identitas, biarkan');
    expect((await koordinator.kirim(`${B}/1/terbitkan`, { teks: 'Petugas loket galak', yakin: '' })).status).toBe(303);
    expect(await isiTabel('nomor = 1')).toMatchObject([
      { teks: 'Pak Budi di loket galak, hubungi 081234567890', teks_terbit: 'Petugas loket galak', status: 'layak_terbit' },
    ]);
  });

  it('yang terbit dibaca semua peran, dengan tanggapannya dan tanpa nama orang', async () => {
    for (const o of [pelaporLain, admin, pimpinan, koordinator]) {
      const { status, isi } = await o.buka(`${B}/terbit`);
      expect([o.orang.nama, status]).toEqual([o.orang.nama, 200]);
      expect(isi).toContain('Petugas loket galak');
      expect(isi).toContain('Petugas sudah dibina.');
      expect(isi).not.toContain('Budi');
      expect(isi).not.toContain('Pelapor Anak');
    }
  });

  it('survei yang belum ditetapkan: belum terbit bagi unit', async () => {
    const { survei } = await ids();
    await uji.sumber.query(`UPDATE survei SET status = 'draf' WHERE id = $1`, [survei]);
    try {
      expect((await pelaporLain.buka(`${B}/terbit`)).status).toBe(404);
      expect((await koordinator.buka(`${B}/terbit`)).status).toBe(200);
    } finally {
      await uji.sumber.query(`UPDATE survei SET status = 'ditetapkan' WHERE id = $1`, [survei]);
    }
  });

  it('ditinjau ulang dengan alasan: tidak terbit lagi; tanggapan lama tetap', async () => {
    const tanpa = await koordinator.kirim(`${B}/1/tinjau-ulang`, { alasan: '' });
    expect([tanpa.status, daftarGalat(tanpa.isi)[0]?.[0]]).toEqual([422, 'tinjau-ulang-alasan']);
    expect((await koordinator.kirim(`${B}/1/tinjau-ulang`, { alasan: 'Keberatan petugas' })).status).toBe(303);
    expect((await admin.buka(`${B}/terbit`)).isi).toContain('Belum ada saran yang terbit');
    await pelapor.kirim(`${B}/1/tanggapi`, { tanggapan: 'Sudah diganti.' });
    expect((await koordinator.kirim(`${B}/1/jangan-terbitkan`, { alasan: 'Menyangkut orang' })).status).toBe(303);
    const { isi } = await koordinator.buka(`${B}/1`);
    for (const kata of [
      'Petugas sudah dibina.',
      'Sudah diganti.',
      'Alasan: Keberatan petugas',
      'Alasan: Menyangkut orang',
      'menjadi</span> Ditanggapi',
    ])
      expect(isi).toContain(kata);
  });

  it('dikecualikan dan dipulihkan dengan alasan, sampai angkanya 100%', async () => {
    expect((await koordinator.kirim(`${B}/4/kecualikan`, { alasan: 'Hanya pujian' })).status).toBe(303);
    expect(teksBersih((await koordinator.buka(B)).isi)).toContain('50,00% 1 dari 2 saran');
    await koordinator.kirim(`${B}/2/tetapkan`, { unsur: 'A', unit: 'INDUK' });
    await koordinator.kirim(`${B}/2/tanggapi`, { tanggapan: 'Loket ditambah' });
    expect(teksBersih((await koordinator.buka(B)).isi)).toContain('100,00% 2 dari 2 saran');
    expect((await koordinator.kirim(`${B}/4/pulihkan`, { alasan: 'Ternyata saran' })).status).toBe(303);
    expect(teksBersih((await koordinator.buka(B)).isi)).toContain('66,67% 2 dari 3 saran');
    const tolak = await koordinator.kirim(`${B}/2/kecualikan`, { alasan: 'coba' });
    expect([tolak.status, daftarGalat(tolak.isi)[0]?.[1]]).toEqual([422, expect.stringContaining('tetap dihitung')]);
  });

  it('riwayat dan tanggapan tidak dapat diubah atau dihapus, oleh pemiliknya pun', async () => {
    for (const t of ['saran_tanggapan', 'saran_riwayat', 'saran_tindak_lanjut']) {
      await expect(uji.sumber.query(`UPDATE ${t} SET nama = 'x'`)).rejects.toThrow();
      await expect(uji.sumber.query(`DELETE FROM ${t}`)).rejects.toThrow();
    }
  });

  it('nomor yang bukan nomor: 404', async () => {
    for (const n of ['0', '999', 'abc', '1e3', '99999999999', '%27'])
      expect([n, (await koordinator.buka(`${B}/${n}`)).status]).toEqual([n, 404]);
    expect((await koordinator.buka('/instansi/SATU/survei/TIADA/saran')).status).toBe(404);
  });
});
