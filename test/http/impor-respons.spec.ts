import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transaksi } from '../../src/database/transaksi';
import { EksporQuery, tulisPaket } from '../../src/paket/ekspor.query';
import { ImporService } from '../../src/paket/impor.service';
import { bacaPaket } from '../../src/paket/paket.baca';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { daftarGalat, PerambanOrganisasi } from '../support/organisasi';
import { buatSurveiDraf, csvOlahData, isiSurvei, jawabanKe, PerambanImpor } from '../support/respons';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'tuntas-impor-'));
let uji: AplikasiUji;
let koordinator: PerambanOrganisasi;
let impor: PerambanImpor;

beforeAll(async () => {
  process.env['TUNTAS_DATA'] = folder;
  uji = await jalankanAplikasiUji();
  for (const kode of ['SATU', 'LAIN']) await buatSurveiDraf(uji.aplikasi, kode);
  koordinator = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'koordinator' }]);
  impor = new PerambanImpor(koordinator, uji.aplikasi, 'SATU');
});

afterAll(async () => {
  await uji.tutup();
  delete process.env['TUNTAS_DATA'];
  rmSync(folder, { recursive: true, force: true });
});

const berkasTersimpan = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((nama) => /[0-9a-f]{46}/.test(nama));
const angka = (n: number) =>
  Array.from({ length: 9 }, (_, u) => [
    `U${u + 1}`,
    n,
    Array.from({ length: n }, (_, i) => jawabanKe(i)[u] ?? 0).reduce((a, b) => a + b, 0),
  ]);

describe('dari unggahan sampai survei', () => {
  test('yang dipratinjau itulah yang masuk; profil berjumlah n; nama tidak disimpan; berkasnya tidak tertinggal', async () => {
    const alamat = await impor.terima(csvOlahData(1234));
    const pratinjau = await koordinator.buka(alamat);
    expect(pratinjau.isi).toContain('U9');
    expect(pratinjau.isi).not.toContain('Responden 1<');
    expect(pratinjau.isi).toContain('<option value="identitas" selected>');
    expect((await isiSurvei(uji.sumber, 'SATU'))['n']).toBe(0);
    expect((await impor.periksa(alamat)).status).toBe(303);
    const hasil = await koordinator.buka(alamat);
    expect(hasil.isi).toContain('1.234');
    expect(hasil.isi).toMatch(/<td role="cell" data-label="NRR" class="ina-angka">\d,\d\d<\/td>/);
    expect((await isiSurvei(uji.sumber, 'SATU'))['n']).toBe(0);
    expect((await impor.terapkan(alamat)).status).toBe(303);
    const isi = await isiSurvei(uji.sumber, 'SATU');
    expect([isi['tingkat'], isi['jumlah_respons'], isi['n']]).toEqual(['respons', 1234, 1234]);
    expect(isi['unsur']).toEqual(angka(1234));
    const profil = isi['profil'] as [string, string, number][];
    for (const ciri of ['usia', 'jenis_kelamin', 'pendidikan', 'pekerjaan'])
      expect(profil.filter((p) => p[0] === ciri).reduce((a, p) => a + p[2], 0)).toBe(1234);
    const [{ teks } = { teks: '' }] = await uji.sumber.query<{ teks: string }[]>(
      `SELECT (SELECT string_agg(r::text, '') FROM respons r) || (SELECT string_agg(i::text, '') FROM impor_respons i) AS teks`,
    );
    expect(teks).not.toMatch(/Responden \d/);
    expect(berkasTersimpan()).toHaveLength(1); // the list of rejected lines
    const catatan = await uji.sumber.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM audit WHERE peristiwa = 'survei.respons.diterapkan'`,
    );
    expect(catatan).toEqual([{ n: 1 }]);
  });

  test('berkas yang sama lagi tidak mengubah apa pun, dan halamannya berkata begitu', async () => {
    const sebelum = await isiSurvei(uji.sumber, 'SATU');
    const alamat = await impor.masukkan(csvOlahData(1234));
    expect((await koordinator.buka(alamat)).isi).toContain('Tidak ada yang berubah');
    expect(await isiSurvei(uji.sumber, 'SATU')).toEqual(sebelum);
    expect(await uji.sumber.query(`SELECT count(*)::int AS n FROM audit WHERE peristiwa = 'survei.respons.diterapkan'`)).toEqual([
      { n: 1 },
    ]);
  });

  test('jawaban lama diganti sesudah disebut banyaknya', async () => {
    const alamat = await impor.terima(csvOlahData(300, ';'));
    await impor.periksa(alamat);
    expect((await koordinator.buka(alamat)).isi).toContain('Terapkan dan ganti 1.234 jawaban');
    expect((await impor.terapkan(alamat)).status).toBe(303);
    expect((await isiSurvei(uji.sumber, 'SATU'))['unsur']).toEqual(angka(300));
  });

  test('dua kali terapkan bersamaan memasukkan sekali', async () => {
    const alamat = await impor.terima(csvOlahData(2500));
    await impor.periksa(alamat);
    const sidik = await impor.sidik(alamat);
    const balasan = await Promise.all([1, 2, 3].map(() => koordinator.kirim(`${alamat}/terapkan`, { sidik })));
    expect(balasan.map((b) => b.status)).toEqual([303, 303, 303]);
    expect((await isiSurvei(uji.sumber, 'SATU'))['n']).toBe(2500);
    expect(
      await uji.sumber.query(
        `SELECT count(*)::int AS n FROM audit WHERE peristiwa = 'survei.respons.diterapkan' AND sesudah::jsonb ->> 'jumlahRespons' = '2500'`,
      ),
    ).toEqual([{ n: 1 }]);
  });

  test('kode dan nama yang berbeda: diusulkan menurut namanya, dipastikan dengan memeriksa', async () => {
    const judul = [1, 2, 3, 4, 5, 6, 7].map((u) => `U${u}`).concat('U8 Sarana dan prasarana', 'U9 Penanganan pengaduan');
    const alamat = await impor.terima([judul, [1, 1, 1, 1, 1, 1, 1, 2, 4]].map((b) => b.join(',')).join('\n'));
    const { isi } = await koordinator.buka(alamat);
    const pilihan = (k: number) => new RegExp(`id="kolom-${k}".*?<option value="([^"]*)" selected>`, 's').exec(isi)?.[1] ?? '';
    expect([pilihan(7), pilihan(8)]).toEqual(['unsur:U9', 'unsur:U8']);
    expect(isi).toContain('Kode dan nama pada judul kolom menunjuk unsur yang berlainan');
    expect(isi).toContain('Diusulkan menurut namanya: U9');
    await impor.periksa(alamat, Object.fromEntries(judul.map((_, k) => [`k${k}`, pilihan(k)])));
    await impor.terapkan(alamat);
    const unsur = (await isiSurvei(uji.sumber, 'SATU'))['unsur'] as [string, number, number][];
    expect(unsur.slice(7)).toEqual([
      ['U8', 1, 4],
      ['U9', 1, 2],
    ]);
  });

  test('salinan lembar kerja diterima seperti berkas', async () => {
    const balasan = await koordinator.kirim(`${impor.pangkal}/tempel`, { tempel: csvOlahData(40, '\t') });
    expect(balasan.status).toBe(303);
    await impor.periksa(balasan.ke ?? '');
    expect((await impor.terapkan(balasan.ke ?? '')).status).toBe(303);
    expect((await isiSurvei(uji.sumber, 'SATU'))['unsur']).toEqual(angka(40));
  });

  test('salinan yang panjang masuk juga; bila keliru, tetap di formulir', async () => {
    const panjang = csvOlahData(22_000, '\t');
    const balasan = await koordinator.kirim(`${impor.pangkal}/tempel`, { tempel: panjang });
    expect([panjang.length > 1_100_000, balasan.status]).toEqual([true, 303]);
    const salah = `"${panjang}`;
    const ditolak = await koordinator.kirim(`${impor.pangkal}/tempel`, { tempel: salah });
    expect([ditolak.status, ditolak.isi.includes('Responden 21999')]).toEqual([422, true]);
  });

  test('yang tidak menulis saran dihitung tersendiri', async () => {
    const baris = Array.from({ length: 1200 }, (_, i) => [
      ...jawabanKe(i),
      i === 3 ? 'Tambah loket' : i === 4 ? 'tidak ada' : '',
    ]);
    const judul = [...Array.from({ length: 9 }, (_, u) => `U${u + 1}`), 'Saran'];
    await impor.masukkan([judul, ...baris].map((b) => b.join(',')).join('\n'));
    expect((await koordinator.buka('/instansi/SATU/survei/DRAF/saran')).isi).toContain(
      '1.199 jawaban tanpa saran tidak dihitung',
    );
  });

  test('hapus seluruh jawaban perlu alasan', async () => {
    const tanpa = await koordinator.kirim('/instansi/SATU/survei/DRAF/hapus-jawaban', {});
    expect([tanpa.status, daftarGalat(tanpa.isi)[0]?.[0]]).toEqual([422, 'alasan']);
    expect((await koordinator.kirim('/instansi/SATU/survei/DRAF/hapus-jawaban', { alasan: 'salah berkas' })).status).toBe(303);
    const isi = await isiSurvei(uji.sumber, 'SATU');
    expect([isi['tingkat'], isi['n'], isi['unsur'], isi['profil']]).toEqual(['terbit', 0, null, null]);
  });
});

describe('yang tidak dapat diterapkan', () => {
  test('hasil yang sudah lain dari yang dilihat, dan survei yang berubah sesudah diperiksa', async () => {
    const alamat = await impor.terima(csvOlahData(20));
    await impor.periksa(alamat);
    const lain = await koordinator.kirim(`${alamat}/terapkan`, { sidik: 'a'.repeat(64) });
    expect([lain.status, lain.isi.includes('sudah lain dari yang Anda lihat')]).toEqual([422, true]);
    await impor.masukkan(csvOlahData(30));
    const berubah = await impor.terapkan(alamat);
    expect([berubah.status, berubah.isi.includes('Survei ini berubah sejak berkasnya diperiksa')]).toEqual([422, true]);
    expect((await isiSurvei(uji.sumber, 'SATU'))['n']).toBe(30);
  });

  test('survei yang sudah ditetapkan menolak unggahan dan penerapan', async () => {
    const tetap = new PerambanImpor(koordinator, uji.aplikasi, 'SATU', 'TETAP');
    const halaman = await koordinator.buka(tetap.pangkal);
    expect(halaman.isi).toContain('sudah ditetapkan');
    expect(halaman.isi).not.toContain('type="file"');
    expect((await tetap.unggah(csvOlahData(3))).status).toBeGreaterThanOrEqual(400);
    const alamat = await impor.terima(csvOlahData(5));
    await impor.periksa(alamat);
    const sidik = await impor.sidik(alamat);
    await uji.sumber.query(`UPDATE survei SET status = 'ditetapkan' WHERE kode = 'DRAF'`);
    const balasan = await koordinator.kirim(`${alamat}/terapkan`, { sidik });
    await uji.sumber.query(`UPDATE survei SET status = 'draf' WHERE kode = 'DRAF'`);
    expect([balasan.status, balasan.isi.includes('sudah ditetapkan')]).toEqual([422, true]);
    expect((await isiSurvei(uji.sumber, 'SATU'))['n']).toBe(30);
  });

  test('impor instansi lain tidak ada bagi siapa pun di luar', async () => {
    const orangLain = await PerambanOrganisasi.masuk(uji, 'LAIN', [{ instansi: 'LAIN', peran: 'koordinator' }]);
    const milikLain = await new PerambanImpor(orangLain, uji.aplikasi, 'LAIN').terima(csvOlahData(5));
    const id = milikLain.split('/').at(-1) ?? '';
    expect((await koordinator.buka(`${impor.pangkal}/${id}`)).status).toBe(404);
    for (const akhir of ['periksa', 'kolom', 'lembar', 'ganda', 'terapkan', 'batal'])
      expect((await koordinator.kirim(`${impor.pangkal}/${id}/${akhir}`, { sidik: 'a'.repeat(64) })).status).toBe(404);
    expect((await koordinator.buka(milikLain)).status).toBe(404);
    expect((await koordinator.buka(`${impor.pangkal}/bukan-uuid`)).status).toBe(404);
  });

  test('hanya koordinator', async () => {
    for (const peran of ['pimpinan', 'inspektur', 'admin', 'pelapor', 'penanggung_jawab'] as const) {
      const orang = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran }]);
      expect([peran, (await orang.buka(impor.pangkal)).status]).toEqual([peran, 403]);
    }
  });

  test('impor yang dibatalkan tidak menyisakan berkas', async () => {
    const sebelum = berkasTersimpan();
    const alamat = await impor.terima(csvOlahData(10));
    await impor.periksa(alamat);
    expect((await koordinator.kirim(`${alamat}/batal`)).status).toBe(303);
    expect(berkasTersimpan()).toEqual(sebelum);
    expect((await koordinator.buka(alamat)).isi).toContain('Impor dibatalkan');
  });
});

describe('paket', () => {
  const UNSUR = Array.from({ length: 9 }, (_, i) => `U${i + 1}`);
  const berkas = [
    ['No', ...UNSUR, ...UNSUR.map((u) => `Kepentingan ${u}`)],
    ...Array.from({ length: 12 }, (_, i) => [i + 1, ...jawabanKe(i), ...jawabanKe(i + 5)]),
  ]
    .map((b) => b.join(';'))
    .join('\n');
  const kepentingan = () =>
    uji.sumber.query<{ unsur: string; n: number; jumlah: number }[]>(
      `SELECT u.unsur, u.kepentingan_n AS n, u.kepentingan_jumlah AS jumlah FROM survei_unsur u JOIN survei s ON s.id = u.survei_id
       WHERE s.kode = 'DRAF' AND u.instansi_id = (SELECT id FROM instansi WHERE kode = 'SATU') ORDER BY u.urutan`,
    );
  const ekspor = async () => {
    const paket = await uji.aplikasi
      .get(Transaksi)
      .sebagaiSistem('uji', 'SATU', () => uji.aplikasi.get(EksporQuery).ekspor('SATU'));
    if (!paket) throw new Error('tidak ada paket');
    return paket;
  };

  test('jawaban dari berkas keluar dan masuk lagi tanpa berubah; kepentingan bertahan bila judulnya saja berubah', async () => {
    await impor.masukkan(berkas);
    const sebelum = await isiSurvei(uji.sumber, 'SATU');
    const angkaKepentingan = await kepentingan();
    expect(angkaKepentingan).toHaveLength(9);
    expect(angkaKepentingan[0]).toMatchObject({ unsur: 'U1', n: 12 });
    const paket = bacaPaket(Buffer.from(tulisPaket(await ekspor())));
    expect(await uji.aplikasi.get(ImporService).imporSistem(paket, 'uji')).toMatchObject({ baru: 0, berubah: 0 });
    const berjudul = { ...paket, survei: (paket.survei ?? []).map((s) => ({ ...s, judul: `${s.judul} (ralat)` })) };
    expect(await uji.aplikasi.get(ImporService).imporSistem(berjudul, 'uji')).toMatchObject({ baru: 0, berubah: 2 });
    expect(await isiSurvei(uji.sumber, 'SATU')).toEqual(sebelum);
    expect(await kepentingan()).toEqual(angkaKepentingan);
  });
});

describe('unggahan yang terputus', () => {
  const isi = csvOlahData(20_000);

  test.each([0, 1, 300, 70_000, 700_000])('sesudah %i bita: tidak ada yang tertinggal', async (bita) => {
    const sebelum = berkasTersimpan();
    const [{ n } = { n: -1 }] = await uji.sumber.query<{ n: number }[]>('SELECT count(*)::int AS n FROM impor_respons');
    const badan = Buffer.from(
      `--batas\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n${koordinator.orang.csrf}\r\n--batas\r\nContent-Disposition: form-data; name="berkas"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n${isi}\r\n--batas--\r\n`,
    );
    await new Promise<void>((selesai) => {
      const kirim = request(`${uji.alamat}${impor.pangkal}`, {
        method: 'POST',
        headers: {
          ...koordinator.orang.kepala,
          accept: 'text/html',
          'content-type': 'multipart/form-data; boundary=batas',
          'content-length': badan.length,
        },
      });
      kirim.on('error', () => undefined);
      kirim.on('close', () => selesai());
      kirim.write(badan.subarray(0, bita));
      setTimeout(() => kirim.destroy(), 100);
    });
    for (let i = 0; i < 100 && berkasTersimpan().length > sebelum.length; i++) await new Promise((r) => setTimeout(r, 50));
    expect(berkasTersimpan()).toEqual(sebelum);
    expect(await uji.sumber.query('SELECT count(*)::int AS n FROM impor_respons')).toEqual([{ n }]);
  });
});
