import { ALUR_RENCANA } from '../../src/rtl/alur-rencana.rules';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { decode } from '../support/entitas-html';
import { daftarGalat } from '../support/organisasi';
import { harusLanjut, imporUji, isianFormulir, PerambanRencana, tulisPrioritas } from '../support/rencana';
import { paketUji } from '../support/dua-instansi';

jest.setTimeout(120_000);
let uji: AplikasiUji;
let koordinator: PerambanRencana;
let lain: PerambanRencana;
let pimpinan: PerambanRencana;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  const { rencana, realisasi, laporan, ...tanpaRencana } = paketUji('SATU') as Record<string, unknown>;
  await imporUji(uji, tanpaRencana);
  koordinator = await PerambanRencana.buat(uji, 'SATU', 'koordinator', 'Koordinator Satu');
  lain = await PerambanRencana.buat(uji, 'SATU', 'koordinator', 'Koordinator Dua');
  pimpinan = await PerambanRencana.buat(uji, 'SATU', 'pimpinan', 'Pimpinan Satu');
});

afterAll(() => uji.tutup());

const teksGalat = (html: string) => decode(html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '));

/** A draf with one priority. @returns its id */
async function draf(kode: string): Promise<string> {
  const isian = { kode, judul: `Rencana ${kode}`, survei: 'S', periode: '', satuanJadwal: 'triwulan', asal: '' };
  harusLanjut(await koordinator.kirim('rencana-baru', isian));
  return tulisPrioritas(uji, kode, { no: 1, judul: 'Antrean', unsur: ['A'] });
}

const kegiatan = (prioritas: string, lagi: Record<string, string> = {}) => ({
  prioritas,
  uraian: 'Menambah loket',
  pj_1: 'unit:ANAK',
  'jadwal_2030-TW1': 'ya',
  'jadwal_2030-TW2': 'ya',
  ...lagi,
});

const status = async (kode: string) =>
  (await uji.sumber.query<{ status: string }[]>('SELECT status FROM rencana WHERE kode = $1', [kode]))[0]?.status;
const jumlah = async (sql: string, isi: unknown[]) => Number((await uji.sumber.query<{ n: string }[]>(sql, isi))[0]?.n);

describe('membuat rencana', () => {
  it('kode diusulkan dari tahun surveinya, dan kode yang dipakai ditolak dengan isian yang tetap ada', async () => {
    const isian = isianFormulir((await koordinator.buka('rencana-baru?survei=S')).isi);
    expect(isian).toMatchObject({ kode: 'RTL-2024', survei: 'S', satuanJadwal: 'triwulan' });
    harusLanjut(await koordinator.kirim('rencana-baru', { ...isian, judul: 'Pertama' }));
    expect(isianFormulir((await koordinator.buka('rencana-baru?survei=S')).isi)['kode']).toBe('RTL-2024-2');
    const kembar = await koordinator.kirim('rencana-baru', { ...isian, judul: 'Kedua' });
    expect([kembar.status, daftarGalat(kembar.isi)[0]?.[0], isianFormulir(kembar.isi)['judul']]).toEqual([422, 'kode', 'Kedua']);
  });

  it('kode yang berbeda huruf besarnya saja dari yang ada ditolak; formulir kegiatan mulai dari tahun surveinya', async () => {
    await draf('Kapital');
    const isian = { kode: 'KAPITAL', judul: 'Rencana lain', survei: 'S', periode: '', satuanJadwal: 'triwulan', asal: '' };
    const jawaban = await koordinator.kirim('rencana-baru', isian);
    expect([jawaban.status, daftarGalat(jawaban.isi)]).toEqual([422, [['kode', expect.stringContaining('sudah dipakai')]]]);
    const [survei] = await uji.sumber.query<{ tahun: number }[]>(`SELECT periode_tahun AS tahun FROM survei WHERE kode = 'S'`);
    const { isi } = await koordinator.buka('rencana/Kapital/kegiatan-baru');
    expect(/name="jadwal_(\d{4})-TW1"/.exec(isi)?.[1]).toBe(String(survei?.tahun));
  });

  it('dari sebuah periode, tanpa survei', async () => {
    const isian = { kode: 'RA', judul: 'Rencana aksi', survei: '', periode: '2030-S1', satuanJadwal: 'bulan', asal: 'RTL-2024' };
    harusLanjut(await koordinator.kirim('rencana-baru', isian));
    expect(isianFormulir((await koordinator.buka('rencana/RA/ubah')).isi)).toMatchObject(
      Object.fromEntries(Object.entries(isian).filter(([nama]) => nama !== 'kode')),
    );
  });
});

describe('kegiatan', () => {
  it('mendapat kode berikutnya, yang tidak diberikan lagi sesudah dibatalkan', async () => {
    const p = await draf('KODE');
    for (const uraian of ['Satu', 'Dua'])
      harusLanjut(await koordinator.kirim('rencana/KODE/kegiatan-baru', kegiatan(p, { uraian })));
    const versi = isianFormulir((await koordinator.buka('rencana/KODE/kegiatan/KODE-02/hapus')).isi);
    harusLanjut(await koordinator.kirim('rencana/KODE/kegiatan/KODE-02/hapus', versi));
    harusLanjut(await koordinator.kirim('rencana/KODE/kegiatan/KODE-01/salin'));
    const baris = await uji.sumber.query<{ kode: string }[]>(`SELECT kode FROM kegiatan WHERE kode LIKE 'KODE-%' ORDER BY kode`);
    expect(baris.map((b) => b.kode)).toEqual(['KODE-01', 'KODE-03']);
    harusLanjut(await koordinator.kirim('rencana/KODE/kegiatan/KODE-03/urutan', { arah: 'naik' }));
    const susunan = (await koordinator.buka('rencana/KODE/susunan')).isi;
    expect(susunan.indexOf('KODE-03')).toBeLessThan(susunan.indexOf('KODE-01'));
  });

  it('semua yang salah disebut sekaligus, dan yang diketik tetap ada', async () => {
    await draf('SALAH');
    const isian = {
      uraian: '',
      pj_1: 'unit:ENTAH',
      bukti_1_jenis: 'foto',
      bukti_1_periode: '2030-TW4',
      bukti_1_uraian: 'Foto loket',
    };
    const jawaban = await koordinator.kirim('rencana/SALAH/kegiatan-baru', { ...isian, keluaran: 'Loket kedua' });
    expect(jawaban.status).toBe(422);
    expect(daftarGalat(jawaban.isi).map(([medan]) => medan)).toEqual([
      'prioritas',
      'uraian',
      'penanggungJawab',
      'buktiDiharapkan',
    ]);
    expect(isianFormulir(jawaban.isi)).toMatchObject({
      keluaran: 'Loket kedua',
      bukti_1_uraian: 'Foto loket',
      bukti_1_periode: '2030-TW4',
    });
  });

  it('horizon mengikuti jadwal; menambah baris dan tahun tidak menyimpan apa pun', async () => {
    const p = await draf('HORIZON');
    const isian = kegiatan(p, { 'jadwal_2030-TW4': 'ya' });
    const jawaban = await koordinator.kirim('rencana/HORIZON/kegiatan-baru', { ...isian, tahun: '2030,2031', tambah: 'tahun' });
    expect(jawaban.status).toBe(200);
    expect(jawaban.isi).toContain('jangka menengah');
    expect(jawaban.isi).toContain('name="jadwal_2032-TW1"');
    expect(jawaban.isi).toContain('April–Juni');
    expect(await jumlah(`SELECT count(*) AS n FROM kegiatan WHERE kode LIKE 'HORIZON-%'`, [])).toBe(0);
  });

  it('bukti yang diharapkan, unsur, dan penanggung jawab pendukung tersimpan dan kembali ke formulir', async () => {
    const p = await draf('RINCI');
    const isian = kegiatan(p, {
      ...{ pj_2: 'unit:INDUK', unsur_1: 'A', keluaran: 'Loket', indikator: 'Antrean 5 menit' },
      ...{
        bukti_1_jenis: 'foto',
        bukti_1_periode: '2030-TW2',
        bukti_1_uraian: 'Foto loket',
        bukti_2_jenis: 'dokumen',
        bukti_2_uraian: 'BAST',
      },
    });
    harusLanjut(await koordinator.kirim('rencana/RINCI/kegiatan-baru', isian));
    expect(isianFormulir((await koordinator.buka('rencana/RINCI/kegiatan/RINCI-01/ubah')).isi)).toMatchObject(isian);
  });
});

describe('dua orang pada satu kegiatan', () => {
  it('yang kedua melihat kedua teks, oleh siapa dan kapan; bagian yang tak bentrok tergabung; tak ada yang hilang', async () => {
    const p = await draf('DUA');
    harusLanjut(await koordinator.kirim('rencana/DUA/kegiatan-baru', kegiatan(p)));
    const alamat = 'rencana/DUA/kegiatan/DUA-01/ubah';
    const [a, b] = [isianFormulir((await koordinator.buka(alamat)).isi), isianFormulir((await lain.buka(alamat)).isi)];
    harusLanjut(await koordinator.kirim(alamat, { ...a, uraian: 'Menambah dua loket', keluaran: 'Dua loket' }));
    const kedua = await lain.kirim(alamat, { ...b, uraian: 'Menambah tiga loket', indikator: 'Antrean 5 menit' });
    expect(kedua.status).toBe(409);
    const teks = decode(kedua.isi.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '));
    expect(teks).toMatch(/diubah oleh Koordinator Satu, .*\d{2}[.:]\d{2}/);
    for (const isi of ['Menambah loket', 'Menambah dua loket', 'Menambah tiga loket']) expect(teks).toContain(isi);
    const gabungan = isianFormulir(kedua.isi);
    expect(gabungan).toMatchObject({ uraian: 'Menambah tiga loket', keluaran: 'Dua loket', indikator: 'Antrean 5 menit' });
    harusLanjut(await lain.kirim(alamat, gabungan));
    const [baris] = await uji.sumber.query<object[]>(
      `SELECT uraian, keluaran, indikator, diubah_nama FROM kegiatan WHERE kode = 'DUA-01'`,
    );
    expect(baris).toEqual({
      ...{ uraian: 'Menambah tiga loket', keluaran: 'Dua loket', indikator: 'Antrean 5 menit' },
      diubah_nama: 'Koordinator Dua',
    });
  });

  it('serentak: satu tersimpan, satu diberi tahu', async () => {
    const p = await draf('SERENTAK');
    harusLanjut(await koordinator.kirim('rencana/SERENTAK/kegiatan-baru', kegiatan(p)));
    const alamat = 'rencana/SERENTAK/kegiatan/SERENTAK-01/ubah';
    const isian = isianFormulir((await koordinator.buka(alamat)).isi);
    const hasil = await Promise.all(
      [koordinator, lain].map((o, i) => o.kirim(alamat, { ...isian, uraian: `Uraian dari orang ke-${i}` })),
    );
    expect(hasil.map((h) => h.status).toSorted()).toEqual([303, 409]);
  });

  it('yang pertama membatalkannya: isian yang kedua kembali sebagai kegiatan baru', async () => {
    const p = await draf('HILANG');
    harusLanjut(await koordinator.kirim('rencana/HILANG/kegiatan-baru', kegiatan(p)));
    const alamat = 'rencana/HILANG/kegiatan/HILANG-01';
    const isian = isianFormulir((await lain.buka(`${alamat}/ubah`)).isi);
    harusLanjut(await koordinator.kirim(`${alamat}/hapus`, isianFormulir((await koordinator.buka(`${alamat}/hapus`)).isi)));
    const jawaban = await lain.kirim(`${alamat}/ubah`, { ...isian, uraian: 'Teks yang panjang' });
    expect([jawaban.status, isianFormulir(jawaban.isi)['uraian']]).toEqual([404, 'Teks yang panjang']);
    harusLanjut(await lain.kirim('rencana/HILANG/kegiatan-baru', isianFormulir(jawaban.isi)));
  });
});

describe('hidup sebuah rencana', () => {
  it('setiap keadaan × tindakan seperti tabelnya', async () => {
    const p = await draf('ALUR');
    harusLanjut(await koordinator.kirim('rencana/ALUR/kegiatan-baru', kegiatan(p)));
    const tindakan = ['ajukan', 'tarik', 'kembalikan', 'tetapkan'] as const;
    for (const dari of ['draf', 'diajukan', 'ditetapkan'] as const) {
      for (const t of tindakan) {
        const langkah = ALUR_RENCANA.find((l) => l.dari === dari && l.tindakan === t);
        if (langkah) continue;
        const jawaban = await (t === 'ajukan' || t === 'tarik' ? koordinator : pimpinan).langkah('ALUR', t, { alasan: 'alasan' });
        // The last act sent once more by the same person leads to where the first one led.
        const ulang = (dari === 'diajukan' && t === 'ajukan') || (dari === 'ditetapkan' && t === 'tetapkan');
        expect([dari, t, jawaban.status, await status('ALUR')]).toEqual([dari, t, ulang ? 303 : 400, dari]);
        if (!ulang) expect(teksGalat(jawaban.isi)).toMatch(/Tidak dapat dilakukan.*Rencana berstatus .*Kembali ke rencananya/);
      }
      if (dari === 'draf') harusLanjut(await koordinator.langkah('ALUR', 'ajukan'));
      if (dari !== 'diajukan') continue;
      const tanpaAlasan = await pimpinan.langkah('ALUR', 'kembalikan', { alasan: '' });
      expect([tanpaAlasan.status, await status('ALUR')]).toEqual([422, 'diajukan']);
      harusLanjut(await pimpinan.langkah('ALUR', 'kembalikan', { alasan: 'PJ-nya belum disepakati' }));
      expect(await status('ALUR')).toBe('draf');
      harusLanjut(await koordinator.langkah('ALUR', 'ajukan'));
      harusLanjut(await pimpinan.langkah('ALUR', 'tetapkan'));
    }
    const riwayat = await uji.sumber.query<{ t: string; alasan: string | null; nama: string }[]>(
      `SELECT tindakan AS t, alasan, oleh_nama AS nama FROM riwayat_rencana h JOIN rencana r ON r.id = h.rencana_id
       WHERE r.kode = 'ALUR' ORDER BY nomor`,
    );
    expect(riwayat.map((h) => `${h.t} ${h.nama} ${h.alasan ?? ''}`.trim())).toEqual([
      ...['ajukan Koordinator Satu', 'kembalikan Pimpinan Satu PJ-nya belum disepakati', 'ajukan Koordinator Satu'],
      'tetapkan Pimpinan Satu',
    ]);
  });

  it('pengajuan dapat ditarik, lalu diubah dan diajukan lagi; yang sudah membuka halaman penetapan tidak lagi menetapkannya', async () => {
    const p = await draf('TARIK');
    harusLanjut(await koordinator.kirim('rencana/TARIK/kegiatan-baru', kegiatan(p)));
    harusLanjut(await koordinator.langkah('TARIK', 'ajukan'));
    const terbaca = isianFormulir((await pimpinan.buka('rencana/TARIK/tetapkan')).isi);
    expect(decode((await koordinator.buka('rencana/TARIK')).isi)).toContain('Tarik pengajuan');
    const tarik = isianFormulir((await lain.buka('rencana/TARIK/tarik')).isi);
    for (let kali = 0; kali < 2; kali += 1) harusLanjut(await lain.kirim('rencana/TARIK/tarik', tarik));
    expect((await koordinator.kirim('rencana/TARIK/tarik', tarik)).status).toBe(400);
    expect((await pimpinan.kirim('rencana/TARIK/tetapkan', terbaca)).status).toBe(400);
    harusLanjut(await koordinator.kirim('rencana/TARIK/kegiatan-baru', kegiatan(p, { uraian: 'Loket kedua' })));
    harusLanjut(await koordinator.langkah('TARIK', 'ajukan'));
    expect((await pimpinan.kirim('rencana/TARIK/tetapkan', terbaca)).status).toBe(422);
    expect(await status('TARIK')).toBe('diajukan');
    expect(decode((await koordinator.buka('rencana/TARIK?tab=riwayat')).isi)).toContain('Pengajuan ditarik');
    harusLanjut(await pimpinan.langkah('TARIK', 'tetapkan'));
  });

  it('tanpa sidik rencana yang dibaca, tak satu tindakan pun dilakukan', async () => {
    const p = await draf('SIDIK');
    harusLanjut(await koordinator.kirim('rencana/SIDIK/kegiatan-baru', kegiatan(p)));
    const coba = async (siapa: PerambanRencana, t: string) =>
      (await siapa.kirim(`rencana/SIDIK/${t}`, { alasan: 'alasan' })).status;
    expect([await coba(koordinator, 'ajukan'), await status('SIDIK')]).toEqual([422, 'draf']);
    harusLanjut(await koordinator.langkah('SIDIK', 'ajukan'));
    expect([await coba(pimpinan, 'kembalikan'), await coba(pimpinan, 'tetapkan'), await coba(koordinator, 'tarik')]).toEqual([
      422, 422, 422,
    ]);
    expect(await status('SIDIK')).toBe('diajukan');
  });

  it('tanpa kegiatan tidak dapat diajukan; terkunci sesudah diajukan dan ditetapkan', async () => {
    const p = await draf('KUNCI');
    const tanpa = await koordinator.langkah('KUNCI', 'ajukan');
    expect([tanpa.status, tanpa.isi]).toEqual([422, expect.stringContaining('Belum ada kegiatan; rencana tanpa kegiatan')]);
    harusLanjut(await koordinator.kirim('rencana/KUNCI/kegiatan-baru', kegiatan(p)));
    const ubah = 'rencana/KUNCI/kegiatan/KUNCI-01/ubah';
    const isian = isianFormulir((await koordinator.buka(ubah)).isi);
    harusLanjut(await koordinator.langkah('KUNCI', 'ajukan'));
    const coba = async () =>
      Promise.all(
        [
          ubah,
          'rencana/KUNCI/kegiatan-baru',
          'rencana/KUNCI/kegiatan/KUNCI-01/hapus',
          'rencana/KUNCI/kegiatan/KUNCI-01/salin',
        ].map(async (a) => (await koordinator.kirim(a, isian)).status),
      );
    expect(await coba()).toEqual([422, 422, 400, 400]);
    harusLanjut(await pimpinan.langkah('KUNCI', 'tetapkan'));
    expect(await coba()).toEqual([422, 422, 400, 400]);
    const [slot] = await uji.sumber.query<{ periode: string[] }[]>(
      `SELECT array_agg(periode ORDER BY periode) AS periode FROM slot s JOIN kegiatan k ON k.id = s.kegiatan_id WHERE k.kode = 'KUNCI-01'`,
    );
    expect(slot?.periode).toEqual(['2030-TW1', '2030-TW2']);
    await expect(uji.sumber.query(`DELETE FROM kegiatan WHERE kode = 'KUNCI-01'`)).rejects.toThrow();
  });

  it('terkunci ketika orang lain sedang menulis: sebabnya disebut, dan yang diketik tetap ada', async () => {
    const p = await draf('SELA');
    harusLanjut(await koordinator.kirim('rencana/SELA/kegiatan-baru', kegiatan(p)));
    const formulir = ['rencana/SELA/kegiatan/SELA-01/ubah', 'rencana/SELA/kegiatan-baru', 'rencana/SELA/ubah'];
    const isian = await Promise.all(formulir.map(async (a) => isianFormulir((await lain.buka(a)).isi)));
    harusLanjut(await koordinator.langkah('SELA', 'ajukan'));
    for (const [i, alamat] of formulir.entries()) {
      const medan = alamat === 'rencana/SELA/ubah' ? 'judul' : 'uraian';
      const jawaban = await lain.kirim(alamat, { ...isian[i], [medan]: 'Kalimat yang sudah panjang' });
      expect([alamat, jawaban.status, daftarGalat(jawaban.isi)]).toEqual([
        ...[alamat, 422],
        [[medan, expect.stringMatching(/^Rencana SELA sedang diajukan, jadi terkunci\. Tarik pengajuannya/)]],
      ]);
      expect(isianFormulir(jawaban.isi)[medan]).toBe('Kalimat yang sudah panjang');
    }
    harusLanjut(await koordinator.langkah('SELA', 'tarik'));
    harusLanjut(await lain.kirim('rencana/SELA/kegiatan-baru', { ...isian[1], ...kegiatan(p) }));
  });

  it('yang mengajukan tidak menetapkan sendiri; rencana yang berubah sejak dibaca dibaca lagi', async () => {
    const p = await draf('SENDIRI');
    harusLanjut(await koordinator.kirim('rencana/SENDIRI/kegiatan-baru', kegiatan(p)));
    const sidik = isianFormulir((await koordinator.buka('rencana/SENDIRI/ajukan')).isi);
    harusLanjut(await lain.kirim('rencana/SENDIRI/kegiatan-baru', kegiatan(p)));
    const usang = await koordinator.kirim('rencana/SENDIRI/ajukan', sidik);
    expect([usang.status, await status('SENDIRI')]).toEqual([422, 'draf']);
    harusLanjut(await koordinator.kirim('rencana/SENDIRI/ajukan', isianFormulir(usang.isi)));
    await uji.sumber.query(
      `INSERT INTO peran (id, instansi_id, pengguna_id, peran, mulai) SELECT gen_random_uuid(), id, $1, 'pimpinan', '2020-01-01' FROM instansi`,
      [koordinator.orang.penggunaId],
    );
    const halaman = await koordinator.buka('rencana/SENDIRI/tetapkan');
    expect([halaman.status, decode(halaman.isi)]).toEqual([400, expect.stringContaining('Anda sendiri yang mengajukan')]);
    const kini = isianFormulir((await pimpinan.buka('rencana/SENDIRI/tetapkan')).isi);
    const jawaban = await koordinator.kirim('rencana/SENDIRI/tetapkan', kini);
    expect([jawaban.status, await status('SENDIRI')]).toEqual([400, 'diajukan']);
    expect(decode(jawaban.isi)).toContain('Anda sendiri yang mengajukan');
    harusLanjut(await pimpinan.langkah('SENDIRI', 'tetapkan'));
  });
});
