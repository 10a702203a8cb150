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

/** The newest entries of the agency, oldest first. */
async function audit(banyak: number): Promise<[string, unknown][]> {
  const baris = await uji.sumber.query<{ peristiwa: string; sesudah: unknown }[]>(
    `SELECT peristiwa, sesudah FROM audit WHERE instansi_id = (SELECT id FROM instansi WHERE kode = 'SATU') ORDER BY nomor DESC LIMIT $1`,
    [banyak],
  );
  return baris.reverse().map((b) => [b.peristiwa, b.sesudah]);
}

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

  it('unsur yang sudah ada dalam prioritas lain ditolak pada isiannya, dan tidak ada yang tertulis', async () => {
    const awal = await jumlahPrioritas();
    const { status, isi } = await koordinator.kirim(`${B}/1/prioritas-baru`, PRIORITAS);
    expect([status, daftarGalat(isi)]).toEqual([422, [['denganUnsur', expect.stringContaining('sudah ada dalam prioritas 1')]]]);
    expect([await jumlahPrioritas(), isi.includes('Mempercepat antrean')]).toEqual([awal, true]);
  });

  it('menjadi prioritas dengan unsurnya, seperti dari formulirnya sendiri; tautan, riwayat, dan audit tersimpan', async () => {
    await uji.sumber.query(`UPDATE prioritas SET unsur = '{}' WHERE id = $1`, [prioritas]);
    const { isi } = await koordinator.buka(`${B}/1/prioritas-baru`);
    expect(isi).toContain('<option value="R" selected>');
    const { status, ke } = await koordinator.kirim(`${B}/1/prioritas-baru`, PRIORITAS);
    expect([status, ke]).toEqual([303, `${B}/1`]);
    const [baris] = await uji.sumber.query<object[]>(
      `SELECT no, urutan, judul, unsur, alasan, asal FROM prioritas WHERE judul = 'Mempercepat antrean'`,
    );
    expect(baris).toEqual({
      no: 2,
      urutan: 1,
      judul: 'Mempercepat antrean',
      unsur: ['A'],
      alasan: 'Saran responden',
      asal: 'saran',
    });
    const saran = (await koordinator.buka(`${B}/1`)).isi;
    expect(saran).toContain('Prioritas 2. Mempercepat antrean');
    expect(saran).toContain('prioritas 2 dalam R');
    // The unsur had been left out with a reason.
    expect(await audit(3)).toEqual([
      ['prioritas.batal_lewati', null],
      ['prioritas.buat', expect.objectContaining({ no: 2, unsur: ['A'], asal: 'saran', alasan: 'Saran responden' })],
      ['saran.tindak_lanjuti', { cara: 'prioritas_baru', rencana: 'R', prioritas: 2, kegiatan: null }],
    ]);
    const lewat = `SELECT 1 FROM prioritas_dilewati WHERE rencana_id = (SELECT rencana_id FROM prioritas WHERE id = $1)`;
    expect(await uji.sumber.query(lewat, [prioritas])).toEqual([]);
  });

  it('tanpa unsur: judulnya ditawarkan tanpa identitas', async () => {
    const { isi } = await koordinator.buka(`${B}/2/prioritas-baru`);
    expect(isi).toContain('value="Pak [nama orang] minta kursi"');
    expect(isi).not.toContain('Joko');
    await koordinator.kirim(`${B}/2/prioritas-baru`, { ...PRIORITAS, judul: 'Kursi', denganUnsur: 'ya' });
    const [baris] = await uji.sumber.query<{ unsur: string[] }[]>(`SELECT unsur FROM prioritas WHERE judul = 'Kursi'`);
    expect(baris?.unsur).toEqual([]);
  });

  it('menjadi kegiatan seperti dari formulirnya sendiri: kode berikutnya rencana, jadwal, penanggung jawab', async () => {
    const isian = { prioritas, uraian: 'Menambah loket', kode: '', jadwal: '2026-tw1; 2026-S2', unit: 'ANAK' };
    expect((await koordinator.kirim(`${B}/1/kegiatan-baru`, isian)).status).toBe(303);
    const [baris] = await uji.sumber.query<object[]>(
      `SELECT k.kode, k.jadwal, k.survei_id, u.kode AS unit FROM kegiatan k JOIN penanggung_jawab pj ON pj.kegiatan_id = k.id JOIN unit u ON u.id = pj.unit_id
       WHERE k.uraian = 'Menambah loket'`,
    );
    expect(baris).toEqual({ kode: 'R-01', jadwal: ['2026-TW1', '2026-S2'], survei_id: null, unit: 'ANAK' });
    expect((await koordinator.buka('/instansi/SATU/rencana/R/kegiatan/R-01')).status).toBe(200);
    expect((await audit(2)).map(([p]) => p)).toEqual(['kegiatan.buat', 'saran.tindak_lanjuti']);
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
    const kegiatanBaru = (await pelapor.buka('/instansi/SATU/rencana/R/kegiatan/R-01')).isi;
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
