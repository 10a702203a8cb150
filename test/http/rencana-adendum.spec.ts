import { hariIniDi } from '../../src/shared/tanggal';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { paketUji } from '../support/dua-instansi';
import { decode } from '../support/entitas-html';
import { daftarGalat } from '../support/organisasi';
import { eksporUji, harusLanjut, imporUji, isianFormulir, PerambanRencana } from '../support/rencana';

jest.setTimeout(120_000);
let uji: AplikasiUji;
let koordinator: PerambanRencana;
let pimpinan: PerambanRencana;

/** A plan that came ditetapkan, three kegiatan; K1 was reported on in its first quarter. */
const PAKET = {
  ...paketUji('SATU'),
  rencana: [
    {
      ...{ kode: 'R', judul: 'Rencana', survei: 'S', satuanJadwal: 'triwulan', status: 'ditetapkan' },
      prioritas: [
        {
          ...{ no: 1, judul: 'Antrean', unsur: ['A'] },
          kegiatan: ['K1', 'K2', 'K3'].map((kode) => ({
            ...{ kode, uraian: `Kegiatan ${kode}`, penanggungJawab: [{ unit: 'ANAK' }] },
            jadwal: ['2024-TW1', '2040-TW1', '2040-TW2'],
          })),
        },
      ],
    },
  ],
  realisasi: [{ rencana: 'R', kegiatan: 'K1', periode: '2024-TW1', status: 'sudah', deskripsi: 'selesai' }],
  laporan: [],
};

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  await imporUji(uji, PAKET);
  koordinator = await PerambanRencana.buat(uji, 'SATU', 'koordinator', 'Koordinator Satu');
  pimpinan = await PerambanRencana.buat(uji, 'SATU', 'pimpinan', 'Pimpinan Satu');
});

afterAll(() => uji.tutup());

const slot = async (kode: string) =>
  (
    await uji.sumber.query<{ periode: string }[]>(
      'SELECT periode FROM slot s JOIN kegiatan k ON k.id = s.kegiatan_id WHERE k.kode = $1 ORDER BY periode',
      [kode],
    )
  ).map((s) => s.periode);

async function usulkan(alamat: string, isian: Record<string, string>, tanpa: readonly string[] = []): Promise<void> {
  const formulir = isianFormulir((await koordinator.buka(alamat)).isi);
  for (const nama of tanpa) delete formulir[nama];
  harusLanjut(await koordinator.kirim(alamat, { ...formulir, ...isian }));
}

async function usulanTerbaru(): Promise<string> {
  const [u] = await uji.sumber.query<{ id: string }[]>(
    `SELECT id FROM usulan_adendum WHERE keadaan = 'menunggu' ORDER BY pada DESC`,
  );
  return u?.id ?? '';
}

/** Sent twice, as by a double click: the second changes nothing. */
const setujui = async () => {
  const alamat = `rencana/R/adendum/${await usulanTerbaru()}/setujui`;
  harusLanjut(await pimpinan.kirim(alamat));
  const sesudah = await uji.sumber.query<unknown>('SELECT count(*) FROM adendum');
  harusLanjut(await pimpinan.kirim(alamat));
  expect(await uji.sumber.query<unknown>('SELECT count(*) FROM adendum')).toEqual(sesudah);
};
const geser = (kode: string, ke: string, dari: readonly string[]) =>
  usulkan(`rencana/R/kegiatan/${kode}/adendum/digeser`, { [`jadwal_${ke}`]: 'ya', alasan: `mundur ke ${ke}` }, dari.map((d) => `jadwal_${d}`)); // prettier-ignore
const kegiatanBerlaku = async () =>
  (await eksporUji(uji, 'SATU')).rencana?.[0]?.prioritas[0]?.kegiatan.map((k) => `${k.kode} ${k.jadwal.join()}`);

test('rencana yang datang ditetapkan punya rencana awal dan slot', async () => {
  expect(await slot('K1')).toEqual(['2024-TW1', '2040-TW1', '2040-TW2']);
  const [awal] = await uji.sumber.query<{ isi: object; sumber: string }[]>('SELECT isi, sumber FROM rencana_awal');
  expect(awal).toEqual({ isi: PAKET.rencana[0], sumber: 'impor' });
});

test('digeser: jadwal dan slot yang akan datang pindah, yang dilaporkan dan yang lewat tetap', async () => {
  await geser('K1', '2041-TW3', ['2024-TW1', '2040-TW1']);
  expect(await slot('K1')).toEqual(['2024-TW1', '2040-TW1', '2040-TW2']);
  await setujui();
  expect(await slot('K1')).toEqual(['2024-TW1', '2040-TW2', '2041-TW3']);
  expect(await kegiatanBerlaku()).toContain('K1 2024-TW1,2040-TW2,2041-TW3');
});

test('bergeser dua kali terhitung pada halaman rencana awal dan berlaku', async () => {
  const sebelum = decode((await koordinator.buka('rencana/R/awal')).isi);
  expect(sebelum).not.toContain('K1</dd>');
  await geser('K1', '2042-TW1', ['2041-TW3']);
  await setujui();
  const sesudah = decode((await koordinator.buka('rencana/R/awal')).isi);
  expect(sesudah).toContain('bergeser 2 kali atau lebih');
  expect(sesudah).toContain('1: K1');
  expect(sesudah).toContain('Adendum 1, digeser: mundur ke 2041-TW3');
});

test('periode yang sudah lewat tidak dapat dijadwalkan lagi', async () => {
  const alamat = 'rencana/R/kegiatan/K2/adendum/digeser';
  const isian = isianFormulir((await koordinator.buka(alamat)).isi);
  const jawaban = await koordinator.kirim(alamat, { ...isian, 'jadwal_2024-TW3': 'ya', alasan: 'maju' });
  expect([jawaban.status, daftarGalat(jawaban.isi)]).toEqual([
    422,
    [['jadwal', expect.stringContaining('TW III 2024 sudah lewat')]],
  ]);
});

test('diganti: penggantinya di tempat yang lama dengan kode baru; usulan kedua atas kegiatan yang sama menunggu', async () => {
  const alamat = 'rencana/R/kegiatan/K2/adendum/diganti';
  await usulkan(alamat, { uraian: 'Loket daring', alasan: 'gedung pindah' });
  const kedua = await koordinator.kirim(alamat, { ...isianFormulir((await koordinator.buka(alamat)).isi), alasan: 'lagi' });
  expect([kedua.status, daftarGalat(kedua.isi)]).toEqual([
    422,
    [['alasan', expect.stringContaining('masih punya usulan adendum')]],
  ]);
  expect(isianFormulir(kedua.isi)['alasan']).toBe('lagi');
  await setujui();
  expect(await kegiatanBerlaku()).toEqual([
    expect.stringMatching(/^K1 /),
    'R-01 2024-TW1,2040-TW1,2040-TW2',
    expect.stringMatching(/^K3 /),
  ]);
  expect([await slot('K2'), await slot('R-01')]).toEqual([['2024-TW1'], ['2024-TW1', '2040-TW1', '2040-TW2']]);
});

test('kegiatan yang keluar sementara adendumnya diketik: tulisannya kembali, dengan sebabnya', async () => {
  const { status, isi } = await koordinator.kirim('rencana/R/kegiatan/K2/adendum/diganti', {
    ...{ versi: '1', uraian: 'Loket keliling', alasan: 'permintaan warga' },
  });
  expect([status, daftarGalat(isi)]).toEqual([422, [['alasan', expect.stringContaining('K2 sudah dikeluarkan dari rencana')]]]);
  expect(isianFormulir(isi)).toMatchObject({ uraian: 'Loket keliling', alasan: 'permintaan warga' });
  expect((await koordinator.kirim('rencana/R/kegiatan/TIADA/adendum/diganti', {})).status).toBe(404);
});

test('tambahan dan pengganti tidak dijadwalkan pada periode yang sudah lewat', async () => {
  const tambahan = await koordinator.buka('rencana/R/adendum-baru');
  const prioritas = /<option value="([0-9a-f-]{36})"/.exec(tambahan.isi)?.[1] ?? '';
  const isian = { prioritas, uraian: 'Pelatihan', pj_1: 'unit:INDUK', 'jadwal_2020-TW3': 'ya', alasan: 'masukan responden' };
  const ganti = 'rencana/R/kegiatan/K3/adendum/diganti';
  const lama = isianFormulir((await koordinator.buka(ganti)).isi);
  for (const [alamat, kiriman] of [
    ['rencana/R/adendum-baru', isian],
    [ganti, { ...lama, 'jadwal_2020-TW3': 'ya', alasan: 'a b' }],
  ] as const) {
    // prettier-ignore
    const jawaban = await koordinator.kirim(alamat, kiriman);
    const galat = [['jadwal', expect.stringContaining('TW III 2020 sudah lewat; jadwalkan pada')]];
    expect([alamat, jawaban.status, daftarGalat(jawaban.isi)]).toEqual([alamat, 422, galat]);
    expect(isianFormulir(jawaban.isi)['jadwal_2020-TW3']).toBe('ya');
  }
});

test('tambahan dan pembatalan; penolakan menyimpan alasannya dan tidak mengubah apa pun', async () => {
  const tambahan = await koordinator.buka('rencana/R/adendum-baru');
  const prioritas = /<option value="([0-9a-f-]{36})"/.exec(tambahan.isi)?.[1] ?? '';
  const isian = { prioritas, uraian: 'Pelatihan', pj_1: 'unit:INDUK', 'jadwal_2040-TW3': 'ya', alasan: 'masukan responden' };
  const tanpaAlasan = await koordinator.kirim('rencana/R/adendum-baru', { ...isian, alasan: '' });
  expect([tanpaAlasan.status, isianFormulir(tanpaAlasan.isi)['uraian']]).toEqual([422, 'Pelatihan']);
  harusLanjut(await koordinator.kirim('rencana/R/adendum-baru', isian));
  const id = await usulanTerbaru();
  expect((await pimpinan.kirim(`rencana/R/adendum/${id}/tolak`, { alasan: '' })).status).toBe(422);
  for (let kali = 0; kali < 2; kali += 1)
    harusLanjut(await pimpinan.kirim(`rencana/R/adendum/${id}/tolak`, { alasan: 'tanpa anggaran' }));
  expect((await pimpinan.kirim(`rencana/R/adendum/${id}/setujui`)).status).toBe(400);
  expect(decode((await koordinator.buka('rencana/R/adendum')).isi)).toContain('tanpa anggaran');
  expect((await kegiatanBerlaku())?.length).toBe(3);
  harusLanjut(await koordinator.kirim('rencana/R/adendum-baru', isian));
  await setujui();
  await usulkan('rencana/R/kegiatan/K1/adendum/dibatalkan', { alasan: 'kewenangan beralih' });
  await setujui();
  expect((await kegiatanBerlaku())?.map((k) => k.split(' ')[0])).toEqual(['R-01', 'K3', 'R-03']);
  expect(await slot('K1')).toEqual(['2024-TW1']);
  expect(
    await uji.sumber.query(`SELECT x.deskripsi FROM realisasi x JOIN kegiatan k ON k.id = x.kegiatan_id WHERE k.kode = 'K1'`),
  ).toEqual([{ deskripsi: 'selesai' }]);
});

const teks = async (alamat: string) => decode((await koordinator.buka(alamat)).isi.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '));

test('yang dikeluarkan: halamannya tetap ada untuk dibaca, dengan laporan dan adendumnya', async () => {
  const batal = await teks('rencana/R/kegiatan/K1');
  expect(batal).toContain('Kegiatan ini sudah dibatalkan lewat adendum');
  for (const isi of ['kewenangan beralih', 'Laporan TW I 2024', 'selesai', 'Tidak berlaku lagi']) expect(batal).toContain(isi);
  const { isi } = await koordinator.buka('rencana/R/kegiatan/K1');
  expect(isi).not.toContain('/adendum/digeser');
  const lama = await teks('rencana/R/kegiatan/K2');
  expect(lama).toContain('Kegiatan ini sudah diganti lewat adendum');
  expect((await koordinator.buka('rencana/R/kegiatan/K2')).isi).toContain('href="/instansi/SATU/rencana/R/kegiatan/R-01"');
  for (const tab of ['rencana', 'bukti', 'riwayat'])
    expect((await koordinator.buka(`rencana/R/kegiatan/K1?tab=${tab}`)).status).toBe(200);
  expect(await teks('rencana/R/kegiatan/K1?tab=rencana')).toContain('tidak berlaku lagi');
  const tak = await koordinator.buka('rencana/R/kegiatan/R-02');
  expect([tak.status, decode(tak.isi)]).toEqual([404, expect.stringContaining('Kegiatan R-02 tidak ada dalam rencana R')]);
});

test('pengganti dan yang digantikan saling menyebut: halaman, silsilah, riwayat rencana', async () => {
  expect(await teks('rencana/R/kegiatan/R-01?tab=riwayat')).toMatch(/Adendum \d+: kegiatan K2 diganti R-01/);
  expect(await teks('rencana/R/kegiatan/R-01?tab=rencana')).toMatch(/Menggantikan, adendum \d+ K2 Kegiatan K2/);
  expect(await teks('rencana/R/kegiatan/K2?tab=rencana')).toMatch(/Diganti oleh, adendum \d+ R-01 Loket daring/);
  const { isi } = await koordinator.buka('rencana/R');
  for (const kode of ['K2', 'R-01', 'K1']) expect(isi).toContain(`href="/instansi/SATU/rencana/R/kegiatan/${kode}"`);
});

test('yang dikeluarkan tersebut sebagai yang dikecualikan dari penyebut, dengan adendum dan alasannya', async () => {
  const rencana = await teks('rencana/R');
  expect(rencana).toMatch(/K2 Kegiatan K2: diganti R-01 lewat adendum \d+ \([^)]+\): gedung pindah/);
  expect(rencana).toMatch(/K1 Kegiatan K1: dibatalkan lewat adendum \d+ \([^)]+\): kewenangan beralih/);
});

test('usulan ditarik pengusulnya, bukan orang lain; kegiatannya dapat diusulkan lagi', async () => {
  await usulkan('rencana/R/kegiatan/K3/adendum/dibatalkan', { alasan: 'keliru kegiatan' });
  const id = await usulanTerbaru();
  const rekan = await PerambanRencana.buat(uji, 'SATU', 'koordinator', 'Koordinator Dua');
  expect((await rekan.buka(`rencana/R/adendum/${id}/tarik`)).status).toBe(400);
  expect((await rekan.kirim(`rencana/R/adendum/${id}/tarik`)).status).toBe(400);
  expect((await rekan.buka('rencana/R/adendum')).isi).not.toContain(`${id}/tarik`);
  expect((await koordinator.buka('rencana/R/adendum')).isi).toContain(`${id}/tarik`);
  expect((await koordinator.buka(`rencana/R/adendum/${id}/tarik`)).status).toBe(200);
  harusLanjut(await koordinator.kirim(`rencana/R/adendum/${id}/tarik`));
  harusLanjut(await koordinator.kirim(`rencana/R/adendum/${id}/tarik`));
  expect((await pimpinan.kirim(`rencana/R/adendum/${id}/setujui`)).status).toBe(400);
  expect(decode((await koordinator.buka('rencana/R/adendum')).isi)).toContain('ditarik pengusulnya');
  expect(await kegiatanBerlaku()).toContainEqual(expect.stringMatching(/^K3 /));
});

test('alamat usulan yang bukan usulan, dan alasan tanpa huruf yang tampak, ditolak', async () => {
  for (const id of ['x', '-'.repeat(36), '00000000-0000-4000-8000-000000000000'])
    expect([id, (await koordinator.kirim(`rencana/R/adendum/${id}/tarik`)).status]).toEqual([id, 404]);
  const alamat = 'rencana/R/kegiatan/K3/adendum/dibatalkan';
  const isian = isianFormulir((await koordinator.buka(alamat)).isi);
  const jawaban = await koordinator.kirim(alamat, { ...isian, alasan: '\u200b' });
  expect([jawaban.status, daftarGalat(jawaban.isi)]).toEqual([422, [['alasan', 'Tuliskan alasan perubahannya']]]);
});

test('triwulan yang sedang berjalan dapat ditambahkan, dan mendapat slot', async () => {
  const [tahun, bulan] = hariIniDi('Asia/Jayapura', new Date()).split('-').map(Number);
  const kini = `${tahun}-TW${Math.ceil((bulan ?? 1) / 3)}`;
  await geser('K3', kini, ['2040-TW2']);
  await setujui();
  expect(await slot('K3')).toEqual(['2024-TW1', kini, '2040-TW1']);
});

test('persetujuan memeriksa lagi seluruhnya: yang sudah dimulai, yang sudah lewat, unit yang sudah tidak bekerja', async () => {
  await geser('K3', '2040-TW4', ['2040-TW1']);
  const id = await usulanTerbaru();
  const [semula] = await uji.sumber.query<{ isi: object }[]>('SELECT isi FROM usulan_adendum WHERE id = $1', [id]);
  const berlaku = await kegiatanBerlaku();
  // As if it had been proposed before those periods began, or ended.
  for (const [jadwal, sebab] of [
    [['2040-TW4'], 'TW I 2024 sudah dimulai, jadi tidak dapat lagi dikeluarkan'],
    [['2024-TW1', '2024-TW2', '2040-TW4'], 'TW II 2024 sudah lewat'],
  ] as const) {
    const isi = { ...semula?.isi, jadwal };
    await uji.sumber.query('UPDATE usulan_adendum SET isi = $2 WHERE id = $1', [id, JSON.stringify(isi)]);
    const jawaban = await pimpinan.kirim(`rencana/R/adendum/${id}/setujui`);
    expect([jawaban.status, decode(jawaban.isi)]).toEqual([400, expect.stringContaining(sebab)]);
    expect((await pimpinan.buka(`rencana/R/adendum/${id}/setujui`)).status).toBe(400);
    const daftar = decode((await pimpinan.buka('rencana/R/adendum')).isi);
    expect(daftar).toContain(sebab);
    expect(daftar).not.toContain(`${id}/setujui`);
  }
  harusLanjut(await pimpinan.kirim(`rencana/R/adendum/${id}/tolak`, { alasan: 'usang' }));
  const tambahan = await koordinator.buka('rencana/R/adendum-baru');
  const prioritas = /<option value="([0-9a-f-]{36})"/.exec(tambahan.isi)?.[1] ?? '';
  const isian = { prioritas, uraian: 'Pelatihan kedua', pj_1: 'unit:ANAK', 'jadwal_2040-TW3': 'ya', alasan: 'perlu' };
  harusLanjut(await koordinator.kirim('rencana/R/adendum-baru', isian));
  await uji.sumber.query(`UPDATE unit SET berakhir = '2024-01-01' WHERE kode = 'ANAK'`);
  const ditolak = await pimpinan.kirim(`rencana/R/adendum/${await usulanTerbaru()}/setujui`);
  expect([ditolak.status, decode(ditolak.isi)]).toEqual([400, expect.stringContaining('sudah tidak bekerja lagi')]);
  await uji.sumber.query(`UPDATE unit SET berakhir = NULL WHERE kode = 'ANAK'`);
  expect(await kegiatanBerlaku()).toEqual(berlaku);
  harusLanjut(await koordinator.kirim(`rencana/R/adendum/${await usulanTerbaru()}/tarik`));
});

test('yang mengusulkan tidak menyetujui sendiri', async () => {
  await uji.sumber.query(
    `INSERT INTO peran (id, instansi_id, pengguna_id, peran, mulai) SELECT gen_random_uuid(), id, $1, 'pimpinan', '2020-01-01' FROM instansi`,
    [koordinator.orang.penggunaId],
  );
  await usulkan('rencana/R/kegiatan/K3/adendum/dibatalkan', { alasan: 'ganti prioritas' });
  const id = await usulanTerbaru();
  expect((await koordinator.kirim(`rencana/R/adendum/${id}/setujui`)).status).toBe(400);
  expect((await koordinator.buka(`rencana/R/adendum/${id}/setujui`)).status).toBe(400);
  const tombol = (isi: string) => ['setujui', 'tolak', 'tarik'].filter((t) => isi.includes(`${id}/${t}`));
  expect(tombol((await koordinator.buka('rencana/R/adendum')).isi)).toEqual(['tarik']);
  expect(tombol((await pimpinan.buka('rencana/R/adendum')).isi)).toEqual(['setujui', 'tolak']);
  await setujui();
});

test('paket lama tidak menghidupkan yang dibatalkan, paket yang mengubah yang berlaku ditolak', async () => {
  const berlaku = await kegiatanBerlaku();
  await imporUji(uji, PAKET);
  expect(await kegiatanBerlaku()).toEqual(berlaku);
  const [rencana] = PAKET.rencana;
  const kegiatan = [{ kode: 'R-03', uraian: 'Lain', jadwal: ['2040-TW3'], penanggungJawab: [{ unit: 'INDUK' }] }];
  const diubah = { ...PAKET, realisasi: [], rencana: [{ ...rencana, prioritas: [{ ...rencana?.prioritas[0], kegiatan }] }] };
  await expect(imporUji(uji, diubah)).rejects.toThrow('Usulkan perubahannya sebagai adendum');
  expect(await kegiatanBerlaku()).toEqual(berlaku);
});

describe('paket atas rencana yang sedang diajukan', () => {
  const draf = (uraian: string, status = 'draf') => ({
    ...{ ...PAKET, realisasi: [] },
    rencana: [
      {
        ...{ kode: 'AJU', judul: 'Diajukan', satuanJadwal: 'triwulan', status },
        prioritas: [{ no: 1, judul: 'Antrean', unsur: ['A'], kegiatan: [{ kode: 'A1', uraian, penanggungJawab: [{ unit: 'ANAK' }], jadwal: ['2040-TW1'] }] }], // prettier-ignore
      },
    ],
  });
  const uraian = async () =>
    (await uji.sumber.query<{ uraian: string }[]>(`SELECT uraian FROM kegiatan WHERE kode = 'A1'`))[0]?.uraian;

  test('yang sama diterima, yang mengubahnya ditolak seluruhnya, sampai pengajuannya ditarik', async () => {
    await imporUji(uji, draf('Semula'));
    harusLanjut(await koordinator.langkah('AJU', 'ajukan'));
    await imporUji(uji, draf('Semula', 'diajukan'));
    for (const paket of [draf('Lain', 'diajukan'), draf('Semula'), draf('Semula', 'ditetapkan')])
      await expect(imporUji(uji, paket)).rejects.toThrow('Rencana AJU sedang diajukan, jadi paket tidak dapat mengubahnya');
    expect(await uraian()).toBe('Semula');
    harusLanjut(await koordinator.langkah('AJU', 'tarik'));
    await imporUji(uji, draf('Lain'));
    expect(await uraian()).toBe('Lain');
  });

  test('impor menunggu tindakan yang sedang berjalan, dan melihat hasilnya', async () => {
    const tindakan = uji.sumber.createQueryRunner();
    await tindakan.startTransaction();
    await tindakan.query(`UPDATE rencana SET status = 'diajukan' WHERE kode = 'AJU'`);
    const impor = imporUji(uji, draf('Serentak'));
    const ditolak = expect(impor).rejects.toThrow('sedang diajukan');
    const menunggu = () =>
      uji.sumber.query<object[]>(`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FROM rencana%FOR UPDATE%'`); // prettier-ignore
    while ((await menunggu()).length === 0) await new Promise((lanjut) => setTimeout(lanjut, 20));
    await tindakan.commitTransaction();
    await tindakan.release();
    await ditolak;
    expect(await uraian()).toBe('Lain');
  });
});

test('slot yang sudah dilaporkan tidak dapat dihapus, oleh siapa pun', async () => {
  const hapus = `DELETE FROM slot WHERE periode = '2024-TW1' AND kegiatan_id IN (SELECT kegiatan_id FROM realisasi)`;
  await expect(uji.sumber.query(hapus)).rejects.toThrow('sudah dilaporkan');
});
