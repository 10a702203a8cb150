import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { KEGIATAN_LAPOR, LaporUji, triwulanUji, type PerambanLapor } from '../support/lapor';
import { daftarGalat } from '../support/organisasi';
import { harusLanjut, isianFormulir } from '../support/rencana';

let uji: AplikasiUji;
let lapor: LaporUji;
let pelapor: PerambanLapor;
let hukum: PerambanLapor;
let koordinator: PerambanLapor;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  lapor = await LaporUji.siapkan(uji);
  pelapor = await lapor.orang('pelapor', 'Rina Wati', 'PEREN');
  hukum = await lapor.orang('penanggung_jawab', 'Hasan Basri', 'HUKUM');
  koordinator = await lapor.orang('koordinator', 'Koordinator Satu');
});
afterAll(() => uji.tutup());

const { sendiri, bersama, kelompok, tanpaPj } = KEGIATAN_LAPOR;
const keadaan = (kegiatan: string) =>
  lapor.satu<{ keadaan: string; putaran: number }>(
    `SELECT l.keadaan, l.putaran FROM laporan_slot l JOIN kegiatan k ON k.id = l.kegiatan_id WHERE k.kode = $1 AND l.periode = $2`,
    [kegiatan, lapor.periode],
  );
const formulir = async (orang: PerambanLapor, kegiatan: string) => isianFormulir((await orang.buka(orang.laporan(kegiatan))).isi);

describe('the form', () => {
  test('shows what the last report said beside each answer', async () => {
    const { status, isi } = await pelapor.buka(pelapor.laporan(sendiri));
    expect(status).toBe(200);
    expect(isi).toContain('Prosedur lama dipetakan bersama loket.');
    expect(isi).toContain('Jadwal lima bagian belum bertemu.');
    expect(isi).toContain('Foto loket');
    expect(isi).toContain('data-lapor');
  });

  test('is for those of the units that report, and for the coordinator', async () => {
    const ti = await lapor.orang('pelapor', 'Tio', 'TI');
    const pimpinan = await lapor.orang('pimpinan', 'Pimpinan');
    const ada = async (orang: PerambanLapor, kegiatan: string) =>
      /data-lapor/.test((await orang.buka(orang.laporan(kegiatan))).isi);
    expect(await ada(ti, sendiri)).toBe(false);
    expect(await ada(ti, bersama)).toBe(true);
    expect(await ada(pimpinan, sendiri)).toBe(false);
    expect(await ada(hukum, kelompok)).toBe(true);
    expect(await ada(hukum, tanpaPj)).toBe(false);
    expect(await ada(koordinator, tanpaPj)).toBe(true);
  });

  test('is closed before the period is opened and after it is locked, and says what to do', async () => {
    const esok = triwulanUji(1);
    const { isi } = await pelapor.buka(pelapor.laporan(sendiri, '', esok));
    expect(isi).toContain('belum dibuka');
    expect(isi).not.toContain('data-lapor');
    expect((await pelapor.kirim(pelapor.laporan(sendiri, 'isian', esok), { status: 'sudah', 'versi:status': '0' })).status).toBe(
      400,
    );
    expect((await pelapor.buka(pelapor.laporan(sendiri, '', '2019-TW1'))).status).toBe(404);
  });
});

describe('autosave', () => {
  test('keeps one field, counts its version, and tells of a second writer', async () => {
    const satu = await pelapor.isi(bersama, { medan: 'deskripsi', nilai: 'Naskah dibahas.' });
    expect(satu).toMatchObject({ status: 200, isi: { keadaan: 'tersimpan', versi: 1 } });
    expect((await pelapor.isi(bersama, { medan: 'deskripsi', nilai: 'Naskah dibahas.', versi: 0 })).status).toBe(200);
    const dua = await pelapor.isi(bersama, { medan: 'deskripsi', nilai: 'Naskah selesai dibahas.', versi: 1 });
    expect(dua).toMatchObject({ status: 200, isi: { versi: 2 } });
    const bentrok = await koordinator.isi(bersama, { medan: 'deskripsi', nilai: 'Lain.', versi: 1 });
    expect(bentrok).toMatchObject({
      status: 409,
      isi: { keadaan: 'konflik', versi: 2, nilai: 'Naskah selesai dibahas.', oleh: 'Rina Wati' },
    });
    expect((await keadaan(bersama)).keadaan).toBe('draf');
  });

  test('a pendukung unit enters its own part and no other', async () => {
    const unit = await lapor.idUnit('HUKUM');
    expect((await hukum.isi(bersama, { bagian: unit, medan: 'uraian', nilai: 'Telaah hukum selesai.' })).status).toBe(200);
    expect((await hukum.isi(bersama, { medan: 'deskripsi', nilai: 'x', versi: 2 })).status).toBe(403);
    expect((await hukum.isi(bersama, { bagian: await lapor.idUnit('TI'), medan: 'uraian', nilai: 'x' })).status).toBe(403);
    const { isi } = await hukum.buka(hukum.laporan(bersama));
    expect(isi).toContain('Naskah selesai dibahas.');
    expect(isi).not.toContain('Ajukan laporan');
  });

  test.each<[string, object]>([
    ['a field that there is not', { medan: 'oleh' }],
    ['a part that there is not', { bagian: 'lain' }],
    ['a field of another part', { medan: 'uraian' }],
    ['a version that is none', { versi: -1 }],
    ['control characters', { nilai: 'a\u0007b' }],
    ['what is too long', { nilai: 'x'.repeat(4001) }],
  ])('refuses %s', async (_, isian) => {
    expect((await pelapor.isi(bersama, { medan: 'deskripsi', nilai: 'x', versi: 2, ...isian })).status).toBe(400);
  });
});

describe('without script', () => {
  test('keeps what was changed, and nothing that was not', async () => {
    const isian = await formulir(pelapor, kelompok);
    await hukum.isi(kelompok, { medan: 'hambatan', nilai: 'Ruang kelas belum ada.' });
    harusLanjut(await pelapor.kirim(pelapor.laporan(kelompok, 'isian'), { ...isian, deskripsi: 'Petugas dilatih.' }));
    const kini = await formulir(pelapor, kelompok);
    expect(kini).toMatchObject({ deskripsi: 'Petugas dilatih.', hambatan: 'Ruang kelas belum ada.' });
  });

  test('two who change the same field decide it field by field', async () => {
    const isian = await formulir(pelapor, kelompok);
    await hukum.isi(kelompok, { medan: 'hambatan', nilai: 'Pelatih sakit.', versi: Number(isian['versi:hambatan']) });
    const balasan = await pelapor.kirim(pelapor.laporan(kelompok, 'isian'), {
      ...isian,
      ...{ hambatan: 'Anggaran kurang.', tindakLanjutBerikut: 'Minta tambahan.' },
    });
    expect(balasan.status).toBe(409);
    expect(balasan.isi).toContain('Pelatih sakit.');
    expect(balasan.isi).toContain('Anggaran kurang.');
    expect(await formulir(pelapor, kelompok)).toMatchObject({
      hambatan: 'Pelatih sakit.',
      tindakLanjutBerikut: 'Minta tambahan.',
    });
    const pilihan = isianFormulir(balasan.isi);
    harusLanjut(await pelapor.kirim(pelapor.laporan(kelompok, 'isian'), { ...pilihan, 'pilih:hambatan': 'server' }));
    expect((await formulir(pelapor, kelompok))['hambatan']).toBe('Pelatih sakit.');
    harusLanjut(await pelapor.kirim(pelapor.laporan(kelompok, 'isian'), { ...pilihan, 'pilih:hambatan': 'saya' }));
    expect((await formulir(pelapor, kelompok))['hambatan']).toBe('Anggaran kurang.');
  });

  test('takes a field over from the report before, and says so when nothing is new', async () => {
    let isian: Record<string, string> = { ...(await formulir(pelapor, sendiri)), status: 'sebagian' };
    for (const salin of ['deskripsi', 'hambatan', 'tindakLanjutBerikut']) {
      harusLanjut(await pelapor.kirim(pelapor.laporan(sendiri, 'isian'), { ...isian, salin }));
      isian = await formulir(pelapor, sendiri);
    }
    expect(isian['deskripsi']).toBe('Prosedur lama dipetakan bersama loket.');
    expect((await pelapor.buka(pelapor.laporan(sendiri))).isi).toContain('Isi laporan ini sama dengan laporan');
  });

  test('files that were left behind are told', async () => {
    const isian = await formulir(pelapor, kelompok);
    const { status, isi } = await pelapor.kirim(pelapor.laporan(kelompok, 'isian'), {
      ...isian,
      'berkas:utama:lain': 'foto.jpg',
    });
    expect(status).toBe(422);
    expect(isi).toContain('foto.jpg belum terunggah');
  });
});

test('a draft over which the slot is closed stays, readable for its units alone', async () => {
  await lapor.jendela(lapor.periode, 'kunci', { kegiatan: bersama });
  const { isi } = await pelapor.buka(pelapor.laporan(bersama));
  expect(isi).toContain('Naskah selesai dibahas.');
  expect(isi).toContain('Telaah hukum selesai.');
  expect(isi).not.toContain('data-lapor');
  expect((await pelapor.isi(bersama, { medan: 'hambatan', nilai: 'x' })).isi['detail']).toContain(
    'Minta koordinator membuka slot',
  );
  const pimpinan = await lapor.orang('pimpinan', 'Pimpinan Dua');
  expect((await pimpinan.buka(pimpinan.laporan(bersama))).isi).not.toContain('Naskah selesai dibahas.');
  await lapor.jendela(lapor.periode, 'buka', { kegiatan: bersama });
  expect((await formulir(pelapor, bersama))['deskripsi']).toBe('Naskah selesai dibahas.');
});

describe('submitting', () => {
  test('tells everything that is missing at once, and keeps what was typed', async () => {
    const isian = await formulir(koordinator, tanpaPj);
    const { status, isi } = await koordinator.ajukan(tanpaPj, {
      ...isian,
      ...{ status: 'sudah', mulai: 'kemarin dulu', kegiatanPengganti: 'Menata taman' },
    });
    expect(status).toBe(422);
    expect(daftarGalat(isi).map(([medan]) => medan)).toEqual([
      'deskripsi',
      'bukti-utama',
      'mulai',
      'alasanPengganti',
      'atasNama',
    ]);
    expect(isi).toContain('kemarin dulu');
    expect(await keadaan(tanpaPj)).toEqual({ keadaan: 'draf', putaran: 0 });
  });

  let dibaca: Record<string, string> = {};

  test('shows what the checks say before it goes, once: what is new is to be read again', async () => {
    const isian = { ...(await formulir(pelapor, sendiri)), atasNama: 'Budi Santoso' };
    const satu = await pelapor.ajukan(sendiri, isian);
    expect([satu.status, daftarGalat(satu.isi)]).toEqual([422, []]);
    expect(satu.isi).toContain('Lihat dahulu sebelum diajukan');
    expect(satu.isi).toMatch(/Kegiatan RTL-01: uraian .* sama persis dengan/);
    expect(await keadaan(sendiri)).toEqual({ keadaan: 'draf', putaran: 0 });
    const { temuan = '' } = isianFormulir(satu.isi);
    expect(temuan).not.toBe('');
    expect((await pelapor.ajukan(sendiri, { ...isian, temuan: 'x'.repeat(24) })).status).toBe(422);
    expect((await pelapor.ajukan(sendiri, { ...isian, temuan: '<x>' })).status).toBe(400);
    expect((await formulir(pelapor, sendiri))['temuan']).toBeUndefined();
    dibaca = { temuan };
  });

  test('freezes the draft, gives a receipt, and does so once for one form', async () => {
    const isian = {
      ...(await formulir(pelapor, sendiri)),
      atasNama: 'Budi Santoso',
      atasNamaJabatan: 'Kepala Bagian',
      ...dibaca,
    };
    const ke = harusLanjut(await pelapor.ajukan(sendiri, isian));
    expect(harusLanjut(await pelapor.ajukan(sendiri, isian))).toBe(ke);
    expect(await keadaan(sendiri)).toEqual({ keadaan: 'diajukan', putaran: 1 });
    const { isi } = await pelapor.buka(ke);
    for (const teks of [`${lapor.periode}/0001`, 'Budi Santoso, Kepala Bagian', 'Rina Wati', 'WIB', 'Sama dengan periode lalu'])
      expect(isi).toContain(teks);
    expect(isi).toMatch(/<h1 tabindex="-1" autofocus>/);
    expect((await pelapor.isi(sendiri, { medan: 'deskripsi', nilai: 'Ubah.', versi: 1 })).status).toBe(400);
    expect((await pelapor.buka(pelapor.laporan(sendiri, 'tanda-terima/2'))).status).toBe(404);
    expect((await pelapor.buka(pelapor.laporan(sendiri))).isi).toContain('menunggu pemeriksaan');
  });

  test('two at the same moment submit once', async () => {
    const isian = await formulir(pelapor, kelompok);
    const lengkap = { ...isian, status: 'sebagian', atasNama: 'Budi Santoso' };
    const balasan = await Promise.all([pelapor.ajukan(kelompok, lengkap), pelapor.ajukan(kelompok, lengkap)]);
    expect(balasan.map((b) => b.status)).toEqual([303, 303]);
    expect(await keadaan(kelompok)).toEqual({ keadaan: 'diajukan', putaran: 1 });
  });

  test('is not for a pendukung unit', async () => expect((await hukum.ajukan(bersama, { status: 'belum' })).status).toBe(403));
});
