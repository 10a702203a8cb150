import { medanUnsur } from '../../src/survei/kelola/hasil-isian';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatInstansiUji } from '../support/dua-instansi';
import { bacaHtml } from '../support/dokumen-html';
import { daftarGalat, PerambanOrganisasi } from '../support/organisasi';
import { buatSurvei, isiHasilSurvei, tersembunyi, tetapkanSurvei } from '../support/survei-kelola';

jest.setTimeout(120_000);

let uji: AplikasiUji;
let koordinator: PerambanOrganisasi;
let lain: PerambanOrganisasi;
let pelapor: PerambanOrganisasi;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  await buatInstansiUji(uji.sumberAplikasi, uji.sumber, 'SATU');
  koordinator = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'koordinator' }], 'Siti');
  lain = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'koordinator' }], 'Budi');
  pelapor = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'pelapor' }]);
});

afterAll(() => uji.tutup());

const DASAR = '/instansi/SATU';
const surveiBaru = { bagian: 'triwulan-1', tahun: '2026', instrumen: 'PERMENPAN-14-2017' };

const buat = (isian: Record<string, string> = {}) => buatSurvei(koordinator, DASAR, isian);

const nrr = (angka: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(angka).map(([kode, teks]) => [medanUnsur('angka', kode), teks]));
const SEMUA = nrr(Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`U${i + 1}`, `3,${50 + i}`])));

const isiHasil = (kode: string, isian: Record<string, string>, cara = 'nrr', oleh = koordinator) =>
  isiHasilSurvei(oleh, `${DASAR}/survei/${kode}`, isian, cara);
const tetapkan = (kode: string, isian: Record<string, string> = {}) =>
  tetapkanSurvei(koordinator, `${DASAR}/survei/${kode}`, isian);

describe('profil yang diketik', () => {
  it('tiap ciri harus berjumlah n; tersimpan, terlihat di halaman survei, dan tercatat', async () => {
    const profil = {
      'profil-jenis_kelamin': 'Pria: 120\r\nWanita\t80',
      'profil-usia': '17-25 tahun 1.000\n26 tahun ke atas: 200',
    };
    const salah = await koordinator.kirim(`${DASAR}/survei-baru`, { ...surveiBaru, responden: '200', ...profil });
    expect([salah.status, daftarGalat(salah.isi).map(([m]) => m)]).toEqual([422, ['profil-usia']]);
    expect(salah.isi).toContain('Usia berjumlah 1.200, sedangkan jumlah responden 200');
    expect(salah.isi).toContain('Wanita');
    const tanpaN = await koordinator.kirim(`${DASAR}/survei-baru`, {
      ...surveiBaru,
      'profil-usia': '17-25: 3\nkira-kira banyak',
    });
    expect(daftarGalat(tanpaN.isi).map(([m]) => m)).toEqual(['profil-usia']);

    const kode = await buat({
      responden: '200',
      ...profil,
      'profil-usia': '17-25 tahun 150\n26 tahun ke atas: 40\nTidak diisi: 10',
    });
    const isi = bacaHtml((await koordinator.buka(`${DASAR}/survei/${kode}`)).isi).teks;
    expect(isi).toContain('Laki-laki 120 60,00%');
    expect(isi).toContain('17–25 tahun 150');
    const formulir = (await koordinator.buka(`${DASAR}/survei/${kode}/ubah`)).isi;
    expect(formulir).toContain('Laki-laki: 120\nPerempuan: 80');
    const kosong = {
      ...tersembunyi(formulir),
      ...surveiBaru,
      judul: 'Uji',
      responden: '200',
      'profil-jenis_kelamin': 'L: 100\nP: 100',
    };
    expect((await koordinator.kirim(`${DASAR}/survei/${kode}/ubah`, kosong)).status).toBe(303);
    const kini = bacaHtml((await koordinator.buka(`${DASAR}/survei/${kode}`)).isi).teks;
    expect([kini.includes('Laki-laki 100 50,00%'), kini.includes('17–25 tahun')]).toEqual([true, false]);
    expect((await koordinator.buka(`${DASAR}/survei/${kode}/riwayat`)).isi).toContain('Profil responden');
  });
});

describe('membuat survei', () => {
  it('kode dan judul disarankan dari periode dan aliran; kode kedua diberi nomor', async () => {
    expect(await buat({ layanan: 'Loket' })).toBe('SKM-2026-TW1-LOKET');
    expect(await buat({ layanan: 'Loket' })).toBe('SKM-2026-TW1-LOKET-2');
    const { isi } = await koordinator.buka(`${DASAR}/survei?periode=2026&aliran=Loket`);
    expect(isi).toContain('Survei Kepuasan Masyarakat TW I 2026 (Januari–Maret), Loket');
    expect(isi).toContain('Draf');
    expect(isi).not.toContain('SKM-2024-S2');
  });

  it('semua isian yang salah ditunjukkan sekaligus, yang diketik tetap ada', async () => {
    const { status, isi } = await koordinator.kirim(`${DASAR}/survei-baru`, {
      judul: '<b>x</b>', bagian: 'triwulan-9', tahun: '26', instrumen: 'ENTAH', mulai: '31 Februari 2026', populasi: 'banyak', kode: 'a/b', kanal: 'x',
    }); // prettier-ignore
    expect(status).toBe(422);
    expect(daftarGalat(isi).map(([m]) => m)).toEqual(['bagian', 'tahun', 'kode', 'kanal', 'instrumen', 'mulai', 'populasi']);
    expect(isi).toContain('value="&lt;b&gt;x&lt;/b&gt;"');
    expect(isi).toContain('value="31 Februari 2026"');
  });

  it('kode yang sudah ada, juga dengan huruf lain, ditolak', async () => {
    const { status, isi } = await koordinator.kirim(`${DASAR}/survei-baru`, { ...surveiBaru, kode: 's' });
    expect([status, daftarGalat(isi)]).toEqual([422, [['kode', expect.stringContaining('sudah dipakai')]]]);
  });

  it('draf tidak terlihat oleh pelapor, yang ditetapkan terlihat', async () => {
    const kode = await buat({ layanan: 'Rahasia' });
    for (const akhir of [`survei/${kode}`, `survei/${kode}/riwayat`])
      expect((await pelapor.buka(`${DASAR}/${akhir}`)).status).toBe(404);
    expect((await pelapor.buka(`${DASAR}/survei`)).isi).not.toContain('Rahasia');
    expect((await pelapor.buka(`${DASAR}/survei?status=draf`)).isi).not.toContain('Rahasia');
    await isiHasil(kode, SEMUA);
    expect((await tetapkan(kode)).status).toBe(303);
    expect((await pelapor.buka(`${DASAR}/survei/${kode}`)).status).toBe(200);
    expect((await pelapor.buka(`${DASAR}/survei`)).isi).toContain('Rahasia');
  });

  it('saringan tanpa hasil menunjukkan cara menghapusnya', async () => {
    const { isi } = await koordinator.buka(`${DASAR}/survei?periode=1999`);
    expect(isi).toContain('Tidak ada survei yang cocok');
    expect(isi).toContain('Hapus saringan');
  });
});

describe('mengisi hasil', () => {
  it('jumlah dan n, dengan n sendiri pada satu unsur', async () => {
    const kode = await buat();
    const jumlah = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [medanUnsur('jumlah', `U${i + 1}`), String(590 + i)]));
    const { status } = await isiHasil(kode, { ...jumlah, nBersama: '167', [medanUnsur('n', 'U9')]: '160' }, 'jumlah');
    expect(status).toBe(303);
    const baris = await uji.sumber.query<{ unsur: string; n: number; jumlah: number }[]>(
      'SELECT unsur, u.n, jumlah FROM survei_unsur u JOIN survei s ON s.id = u.survei_id WHERE s.kode = $1 ORDER BY u.urutan',
      [kode],
    );
    expect(baris.map((b) => [b.unsur, b.n, b.jumlah])).toEqual(
      Array.from({ length: 9 }, (_, i) => [`U${i + 1}`, i === 8 ? 160 : 167, 590 + i]),
    );
  });

  it('hitung dan periksa menunjukkan terbit, terhitung, dan selisihnya, tanpa menyimpan', async () => {
    const kode = await buat();
    const { status, isi } = await koordinator.kirim(`${DASAR}/survei/${kode}/hasil`, {
      cara: 'nrr',
      aksi: 'pratinjau',
      ...SEMUA,
      terbitNilai: '3,54/88,60',
      terbitMutu: 'А',
    });
    expect(status).toBe(200);
    const { teks } = bacaHtml(isi);
    expect(teks).toContain('Terhitung 88,50 · A');
    expect(teks).toContain('Selisih nilai 0,10');
    expect((await koordinator.buka(`${DASAR}/survei/${kode}/hasil`)).isi).not.toContain('3,50');
  });

  it.each<[string, string, Record<string, string>, string]>([
    ['di luar skala', 'nrr', nrr({ U1: '5' }), medanUnsur('angka', 'U1')],
    ['bukan angka', 'nrr', nrr({ U1: 'tiga' }), medanUnsur('angka', 'U1')],
    ['kosong', 'nrr', {}, medanUnsur('angka', 'U1')],
    ['jumlah yang tidak mungkin', 'jumlah', { nBersama: '10', [medanUnsur('jumlah', 'U2')]: '41' }, medanUnsur('jumlah', 'U2')],
    ['jumlah tanpa n', 'jumlah', { [medanUnsur('jumlah', 'U2')]: '41' }, medanUnsur('n', 'U2')],
    ['mutu lain', 'terbit', { terbitMutu: 'Z' }, 'terbitMutu'],
    ['terbit kosong', 'terbit', {}, 'terbitNilai'],
    ['nilai pada isian NRR', 'terbit', { terbitNrr: '88,21' }, 'terbitNrr'],
  ])('%s ditolak pada isiannya', async (_, cara, isian, medan) => {
    const kode = await buat();
    const { status, isi } = await isiHasil(kode, isian, cara);
    expect([status, daftarGalat(isi).map(([m]) => m)]).toEqual([422, [medan]]);
    expect(bacaHtml(isi).id).toContain(medan);
  });

  it('tabel dari berkas CSV mengisi formulir, belum disimpan; yang bukan tabel ditolak dengan kalimatnya', async () => {
    const kode = await buat();
    const csv = Buffer.from('No;Unsur;Jumlah;n\r\n1;Persyaratan;590;167\r\n2;Sarana dan Prasarana;560;167\r\n;Total;1150;\r\n');
    const jawaban = await koordinator.unggahDengan(
      `${DASAR}/survei/${kode}/hasil/berkas`,
      { cara: 'jumlah' },
      'berkas',
      csv,
      'olah.csv',
    );
    expect(jawaban.status).toBe(200);
    expect(jawaban.isi).toContain(`name="${medanUnsur('jumlah', 'U9')}" value="560"`);
    expect(jawaban.isi).toContain(`name="${medanUnsur('n', 'U1')}" value="167"`);
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const salah = await koordinator.unggahDengan(
      `${DASAR}/survei/${kode}/hasil/berkas`,
      { cara: 'jumlah' },
      'berkas',
      png,
      'olah.xlsx',
    );
    expect([salah.status, daftarGalat(salah.isi)]).toEqual([422, [['berkas', expect.stringContaining('PNG')]]]);
  });
});

describe('keadaan', () => {
  it('draf → ditetapkan terkunci → dibuka kembali dengan alasan yang tersimpan', async () => {
    const kode = await buat();
    const kosong = await koordinator.buka(`${DASAR}/survei/${kode}/tetapkan`);
    expect(kosong.isi).toContain('belum memuat hasil');
    expect((await koordinator.kirim(`${DASAR}/survei/${kode}/tetapkan`, { sidik: 'x' })).status).toBe(409);
    await isiHasil(kode, SEMUA);
    expect((await tetapkan(kode)).status).toBe(303);
    // Locked: neither page nor form takes anything.
    expect((await koordinator.buka(`${DASAR}/survei/${kode}/ubah`)).status).toBe(303);
    const kunci = await isiHasil(kode, nrr({ U1: '1' }));
    expect([kunci.status, daftarGalat(kunci.isi)[0]?.[1]]).toEqual([422, expect.stringContaining('terkunci')]);
    expect((await tetapkan(kode)).status).toBe(303);
    const tanpa = await koordinator.kirim(`${DASAR}/survei/${kode}/buka-kembali`, { alasan: '' });
    expect([tanpa.status, daftarGalat(tanpa.isi)[0]?.[0]]).toEqual([422, 'alasan']);
    expect((await koordinator.kirim(`${DASAR}/survei/${kode}/buka-kembali`, { alasan: 'Salah ketik U3' })).status).toBe(303);
    expect((await isiHasil(kode, { ...SEMUA, ...nrr({ U3: '3,4' }) })).status).toBe(303);
    const { teks } = bacaHtml((await koordinator.buka(`${DASAR}/survei/${kode}/riwayat`)).isi);
    for (const isi of [
      'membuka kembali survei',
      'Salah ketik U3',
      'menetapkan survei',
      'mengisi hasil survei',
      'membuat survei',
      'U3 3,52',
      'U3 3,4',
    ])
      expect(teks).toContain(isi);
  });

  it('galat menghalangi, kecuali diberi alasan', async () => {
    const kode = await buat();
    await isiHasil(kode, nrr({ U1: '3,5', U2: '3,4' }));
    const tanpa = await tetapkan(kode);
    expect([tanpa.status, daftarGalat(tanpa.isi)[0]?.[0]]).toEqual([422, 'alasan']);
    expect((await tetapkan(kode, { alasan: 'Kuesioner ringkas' })).status).toBe(303);
    expect((await koordinator.buka(`${DASAR}/survei/${kode}/riwayat`)).isi).toContain('Kuesioner ringkas');
  });

  it('yang dibatalkan tidak hilang, dan dapat dipulihkan', async () => {
    const kode = await buat();
    expect((await koordinator.kirim(`${DASAR}/survei/${kode}/batalkan`, { alasan: 'ganda' })).status).toBe(303);
    expect((await koordinator.buka(`${DASAR}/survei?status=dibatalkan`)).isi).toContain(kode);
    expect((await isiHasil(kode, SEMUA)).status).toBe(422);
    expect((await koordinator.kirim(`${DASAR}/survei/${kode}/pulihkan`, { alasan: 'keliru' })).status).toBe(303);
    expect((await isiHasil(kode, SEMUA)).status).toBe(303);
  });

  it('yang ditetapkan haruslah yang dilihat', async () => {
    const kode = await buat();
    await isiHasil(kode, SEMUA);
    const lama = tersembunyi((await koordinator.buka(`${DASAR}/survei/${kode}/tetapkan`)).isi);
    await isiHasil(kode, { ...SEMUA, ...nrr({ U1: '2' }) }, 'nrr', lain);
    const { status, isi } = await koordinator.kirim(`${DASAR}/survei/${kode}/tetapkan`, lama);
    expect([status, isi.includes('berubah sejak')]).toEqual([409, true]);
  });

  it('membuka kembali menyebut rencana dan laporan yang bersandar padanya', async () => {
    const { isi } = await koordinator.buka(`${DASAR}/survei/S/buka-kembali`);
    expect(bacaHtml(isi).teks).toContain('Rencana R');
  });
});

describe('dua orang sekaligus', () => {
  it('yang kedua diberi tahu apa yang berubah; ketikannya tetap, yang tidak disentuhnya mengikuti', async () => {
    const kode = await buat({ judul: 'Awal', populasi: '100' });
    const buka = async (oleh: PerambanOrganisasi) => tersembunyi((await oleh.buka(`${DASAR}/survei/${kode}/ubah`)).isi);
    const dasar = { ...surveiBaru, judul: 'Awal', populasi: '100' };
    const [siti, budi] = [await buka(koordinator), await buka(lain)];
    expect((await lain.kirim(`${DASAR}/survei/${kode}/ubah`, { ...dasar, ...budi, populasi: '384' })).status).toBe(303);
    const { status, isi } = await koordinator.kirim(`${DASAR}/survei/${kode}/ubah`, { ...dasar, ...siti, judul: 'Judul Siti' });
    expect(status).toBe(409);
    expect(bacaHtml(isi).teks).toMatch(/Budi .*mengubah survei ini .*Populasi : 100 +menjadi 384/);
    expect(isi).toContain('value="Judul Siti"');
    expect(isi).toContain('value="384"');
    const lagi = { ...dasar, ...tersembunyi(isi), judul: 'Judul Siti', populasi: '384' };
    expect((await koordinator.kirim(`${DASAR}/survei/${kode}/ubah`, lagi)).status).toBe(303);
  });

  it('juga pada hasil', async () => {
    const kode = await buat();
    const buka = async (oleh: PerambanOrganisasi) => tersembunyi((await oleh.buka(`${DASAR}/survei/${kode}/hasil?cara=nrr`)).isi);
    const [siti, budi] = [await buka(koordinator), await buka(lain)];
    expect((await isiHasil(kode, { ...budi, ...SEMUA }, 'nrr', lain)).status).toBe(303);
    const { status, isi } = await isiHasil(kode, { ...siti, ...nrr({ U1: '2,22' }) });
    expect(status).toBe(409);
    expect(isi).toContain(`name="${medanUnsur('angka', 'U1')}" value="2,22"`);
    expect(isi).toContain(`name="${medanUnsur('angka', 'U2')}" value="3,51"`);
  });
});
