import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { buatInstansiUji } from '../support/dua-instansi';
import { decode } from '../support/entitas-html';
import { daftarGalat, PerambanOrganisasi } from '../support/organisasi';
import { kosongkanSaran } from '../support/saran-uji';

const B = '/instansi/SATU/survei/S/saran';

let uji: AplikasiUji;
let koordinator: PerambanOrganisasi;
let pelapor: PerambanOrganisasi;
let prioritas: string;
let kegiatan: string;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  for (const kode of ['SATU', 'LAIN']) await buatInstansiUji(uji.sumberAplikasi, uji.sumber, kode);
  koordinator = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'koordinator' }], 'Ratna');
  pelapor = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'pelapor', unit: 'ANAK' }]);
  await kosongkanSaran(uji.sumber, await id('survei'));
  prioritas = await id('prioritas');
  kegiatan = await id('kegiatan');
  await koordinator.kirim(`${B}/tambah`, {
    cara: 'baris',
    teks: 'Antrean lama\nPak Joko minta kursi\nAC panas\ntidak ada',
    layanan: '',
  });
  await koordinator.kirim(`${B}/1/tetapkan`, { unsur: 'A', unit: 'ANAK' });
});

afterAll(() => uji.tutup());

async function id(tabel: string, instansi = 'SATU'): Promise<string> {
  const [baris] = await uji.sumber.query<{ id: string }[]>(
    `SELECT t.id FROM ${tabel} t JOIN instansi i ON i.id = t.instansi_id WHERE i.kode = $1 LIMIT 1`,
    [instansi],
  );
  return baris?.id ?? '';
}

const statusRencana = (status: string) =>
  uji.sumber.query(`UPDATE rencana SET status = $1 WHERE instansi_id = (SELECT id FROM instansi WHERE kode = 'SATU')`, [status]);
const jumlahPrioritas = async () => (await uji.sumber.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM prioritas`))[0]?.n;

const PRIORITAS = { rencana: 'R', judul: 'Mempercepat antrean', denganUnsur: 'ya', alasan: 'Saran responden' };

describe('rencana yang sudah ditetapkan', () => {
  beforeAll(() => statusRencana('ditetapkan'));

  it('tidak ditawarkan, dan tidak dapat ditambah dengan mengetik kodenya', async () => {
    for (const jalan of ['prioritas-baru', 'kegiatan-baru'])
      expect((await koordinator.buka(`${B}/1/${jalan}`)).isi).toContain('rencana berstatus draf');
    const awal = await jumlahPrioritas();
    const satu = await koordinator.kirim(`${B}/1/prioritas-baru`, PRIORITAS);
    expect([satu.status, satu.isi]).toEqual([422, expect.stringContaining('sudah ditetapkan')]);
    const dua = await koordinator.kirim(`${B}/1/kegiatan-baru`, { prioritas, uraian: 'x', jadwal: '2026-TW1', unit: 'ANAK' });
    expect([dua.status, dua.isi]).toEqual([422, expect.stringContaining('sudah ditetapkan')]);
    expect(await jumlahPrioritas()).toBe(awal);
  });

  it('tetap dapat dikaitkan, sekali saja', async () => {
    expect((await koordinator.kirim(`${B}/3/kaitkan`, { tujuan: `k:${kegiatan}` })).status).toBe(303);
    expect((await koordinator.buka(`${B}/3`)).isi).toContain('/instansi/SATU/rencana/R/kegiatan/K');
    const lagi = await koordinator.kirim(`${B}/3/kaitkan`, { tujuan: `k:${kegiatan}` });
    expect([lagi.status, daftarGalat(lagi.isi)[0]?.[1]]).toEqual([422, expect.stringContaining('sudah dikaitkan')]);
    expect((await koordinator.kirim(`${B}/3/kaitkan`, { tujuan: `p:${prioritas}` })).status).toBe(303);
  });
});

describe('rencana yang masih draf', () => {
  beforeAll(() => statusRencana('draf'));

  it('menjadi prioritas dengan unsurnya; tautan dan riwayatnya tersimpan', async () => {
    const { isi } = await koordinator.buka(`${B}/1/prioritas-baru`);
    expect(isi).toContain('<option value="R" selected>');
    const { status, ke } = await koordinator.kirim(`${B}/1/prioritas-baru`, PRIORITAS);
    expect([status, ke]).toEqual([303, `${B}/1`]);
    const [baris] = await uji.sumber.query<object[]>(
      `SELECT no, urutan, judul, unsur, alasan FROM prioritas WHERE judul = 'Mempercepat antrean'`,
    );
    expect(baris).toEqual({ no: 2, urutan: 1, judul: 'Mempercepat antrean', unsur: ['A'], alasan: 'Saran responden' });
    const saran = (await koordinator.buka(`${B}/1`)).isi;
    expect(saran).toContain('Prioritas 2. Mempercepat antrean');
    expect(saran).toContain('prioritas 2 dalam R');
    const [audit] = await uji.sumber.query<object[]>(`SELECT peristiwa, nama, sesudah FROM audit WHERE instansi_id = $1 ORDER BY nomor DESC LIMIT 1`, [await id('unit').then(() => uji.sumber.query<{ id: string }[]>(`SELECT id FROM instansi WHERE kode = 'SATU'`)).then((i) => i[0]?.id)]); // prettier-ignore
    expect(audit).toEqual({
      peristiwa: 'saran.tindak_lanjuti',
      nama: 'Ratna',
      sesudah: { cara: 'prioritas_baru', rencana: 'R', prioritas: 2, kegiatan: null },
    });
  });

  it('tanpa unsur: judulnya ditawarkan tanpa identitas', async () => {
    const { isi } = await koordinator.buka(`${B}/2/prioritas-baru`);
    expect(isi).toContain('value="Pak [nama orang] minta kursi"');
    expect(isi).not.toContain('Joko');
    await koordinator.kirim(`${B}/2/prioritas-baru`, { ...PRIORITAS, judul: 'Kursi', denganUnsur: 'ya' });
    const [baris] = await uji.sumber.query<{ unsur: string[] }[]>(`SELECT unsur FROM prioritas WHERE judul = 'Kursi'`);
    expect(baris?.unsur).toEqual([]);
  });

  it('menjadi kegiatan: kode berikutnya, jadwal, penanggung jawab', async () => {
    const isian = { prioritas, uraian: 'Menambah loket', kode: '', jadwal: '2026-tw1; 2026-S2', unit: 'ANAK' };
    expect((await koordinator.kirim(`${B}/1/kegiatan-baru`, isian)).status).toBe(303);
    const [baris] = await uji.sumber.query<object[]>(
      `SELECT k.kode, k.jadwal, k.survei_id, u.kode AS unit FROM kegiatan k JOIN penanggung_jawab pj ON pj.kegiatan_id = k.id JOIN unit u ON u.id = pj.unit_id
       WHERE k.uraian = 'Menambah loket'`,
    );
    expect(baris).toEqual({ kode: '1.1', jadwal: ['2026-TW1', '2026-S2'], survei_id: null, unit: 'ANAK' });
    expect((await koordinator.buka('/instansi/SATU/rencana/R/kegiatan/1.1')).status).toBe(200);
  });

  it.each([
    ['jadwal bukan periode', { jadwal: 'tahun depan' }, 'jadwal'],
    ['jadwal lebih rinci daripada rencananya', { jadwal: '2026-03' }, 'jadwal'],
    ['kode yang sudah ada', { kode: 'k' }, 'kode'],
    ['unit yang tidak ada', { unit: 'X' }, 'unit'],
    ['prioritas yang bukan uuid', { prioritas: "' OR 1=1" }, 'prioritas'],
  ])('%s ditolak, yang diketik tetap ada', async (_, ubah, medan) => {
    const isian = { prioritas, uraian: 'Ketikan <i>saya</i>', kode: '', jadwal: '2026-TW1', unit: 'ANAK', ...ubah };
    const { status, isi } = await koordinator.kirim(`${B}/1/kegiatan-baru`, isian);
    expect([status, daftarGalat(isi).map(([m]) => m)]).toEqual([422, [medan]]);
    expect(isi).toContain('Ketikan &lt;i&gt;saya&lt;/i&gt;');
  });

  it('prioritas dan kegiatan instansi lain tidak dapat dipilih', async () => {
    for (const tujuan of [
      `p:${await id('prioritas', 'LAIN')}`,
      `k:${await id('kegiatan', 'LAIN')}`,
      'k:x',
      'z',
      `q:${prioritas}x`,
    ])
      expect([tujuan, (await koordinator.kirim(`${B}/1/kaitkan`, { tujuan })).status]).toEqual([tujuan, 422]);
    expect((await koordinator.kirim(`${B}/1/kegiatan-baru`, { prioritas: await id('prioritas', 'LAIN'), uraian: 'x', jadwal: '2026-TW1', unit: 'ANAK' })).status).toBe(422); // prettier-ignore
  });

  it('jawaban tanpa saran tidak menjadi apa-apa', async () => {
    expect((await koordinator.buka(`${B}/4`)).isi).not.toContain('Jadikan prioritas');
    expect((await koordinator.kirim(`${B}/4/prioritas-baru`, PRIORITAS)).status).toBe(422);
  });

  it('kedua halaman saling menyebut: rencana dan kegiatan menuju sarannya, teksnya hanya bila sudah terbit', async () => {
    const rencana = (await koordinator.buka('/instansi/SATU/rencana/R')).isi;
    expect(rencana).toContain('Saran responden yang ditindaklanjuti');
    for (const n of [1, 2, 3]) expect(rencana).toContain(`href="${B}/${n}"`);
    expect(rencana).not.toContain('minta kursi');
    const kegiatanBaru = (await pelapor.buka('/instansi/SATU/rencana/R/kegiatan/1.1')).isi;
    expect(kegiatanBaru).toContain(`href="${B}/1"`);
    expect(kegiatanBaru).not.toContain(`href="${B}/2"`);
    await koordinator.kirim(`${B}/1/tanggapi`, { tanggapan: 'Loket ditambah' });
    await koordinator.kirim(`${B}/1/terbitkan`, { teks: 'Antrean terlalu lama', yakin: '' });
    expect((await pelapor.buka('/instansi/SATU/rencana/R')).isi).toContain('Antrean terlalu lama');
    const admin = await PerambanOrganisasi.masuk(uji, 'SATU', [{ instansi: 'SATU', peran: 'admin' }]);
    const tanpaTautan = (await admin.buka('/instansi/SATU/rencana/R')).isi;
    expect(tanpaTautan).toContain('Antrean terlalu lama');
    expect(tanpaTautan).not.toContain(`href="${B}/1"`);
  });

  it('halaman survei menyebut angkanya dan menuju daftarnya', async () => {
    const { isi } = await koordinator.buka('/instansi/SATU/survei/S');
    expect(isi).toContain('33,33% (1 dari 3 saran; 1 jawaban tanpa saran tidak dihitung)');
    expect(decode(isi)).toContain(`href="${B}?status=baru"`);
    const lain = (await PerambanOrganisasi.masuk(uji, 'LAIN', [{ instansi: 'LAIN', peran: 'admin' }])).buka(
      '/instansi/LAIN/survei/S',
    );
    expect((await lain).isi).not.toContain('/saran/tambah');
  });

  it('orang unit melihat tautannya, tetapi tidak membuatnya', async () => {
    const { isi } = await pelapor.buka(`${B}/1`);
    expect(isi).toContain('Prioritas 2. Mempercepat antrean');
    expect(isi).not.toContain('Jadikan prioritas');
    expect((await pelapor.kirim(`${B}/1/prioritas-baru`, PRIORITAS)).status).toBe(403);
  });
});
