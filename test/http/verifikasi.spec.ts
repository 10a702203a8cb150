import type { IsiPengajuan } from '../../src/progres/lapor/pengajuan.rules';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { decode } from '../support/entitas-html';
import { KEGIATAN_LAPOR, LaporUji, triwulanUji, type PerambanLapor } from '../support/lapor';
import { daftarGalat } from '../support/organisasi';

jest.setTimeout(120_000);
let uji: AplikasiUji;
let lapor: LaporUji;
let pelapor: PerambanLapor;
let koordinator: PerambanLapor;
let inspektur: PerambanLapor;
let pimpinan: PerambanLapor;
const ANTREAN = '/instansi/LAPOR/verifikasi';
const { sendiri, bersama, kelompok, tanpaPj } = KEGIATAN_LAPOR;
const foto = (id: string) =>
  ({ id, bagian: 'utama', jenis: 'foto', nama: `${id.slice(0, 4)}.jpg`, sha256: 'a'.repeat(64) }) as const;
const A = 'aaaaaaaa-0000-4000-8000-000000000001';
const SEMUA_TW = [-1, 0, 1].map(triwulanUji);

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  lapor = await LaporUji.siapkan(uji);
  pelapor = await lapor.orang('pelapor', 'Pelapor Peren', 'PEREN');
  koordinator = await lapor.orang('koordinator', 'Koordinator Satu');
  inspektur = await lapor.orang('inspektur', 'Inspektur Satu');
  pimpinan = await lapor.orang('pimpinan', 'Pimpinan Satu');
});

afterAll(() => uji.tutup());

const keadaan = (laporan: string) =>
  lapor.satu<{ keadaan: string; versi: number }>('SELECT keadaan, versi FROM laporan_slot WHERE id = $1', [laporan]);
const teks = (html: string) =>
  decode(
    html
      .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' '),
  );
const ajukan = (kegiatan: string, isi: Partial<IsiPengajuan> = {}, periode = lapor.periode) =>
  lapor.ajukanSql(kegiatan, pelapor.orang.penggunaId, { bukti: [foto(A)], ...isi }, { periode });
const putuskan = async (siapa: PerambanLapor, kegiatan: string, isian: Record<string, string>, periode = lapor.periode) =>
  siapa.kirim(siapa.laporan(kegiatan, 'putuskan', periode), isian);
const YA = { [`b.${A}`]: 'ya' };

it('antrean menampilkan yang menunggu, lalu satu laporan beserta isi, bukti, jejak, dan formulirnya', async () => {
  const { laporan } = await ajukan(sendiri, { deskripsi: 'Prosedur baru berlaku di loket.' });
  const daftar = await koordinator.buka(ANTREAN);
  expect(daftar.status).toBe(200);
  expect(teks(daftar.isi)).toContain('1 laporan menunggu putusan Anda');
  const satu = await koordinator.buka(`${ANTREAN}?slot=${laporan}`);
  expect(satu.status).toBe(200);
  const isi = teks(satu.isi);
  expect(isi).toContain('Prosedur baru berlaku di loket.');
  expect(isi).toContain('Dipegang Anda');
  expect(isi).toMatch(/Diperiksa , sekarang/);
  // what is expected by the plan and is not there is a place of its own
  expect(satu.isi).toContain('name="d.0"');
  expect(satu.isi).toContain(`name="b.${A}"`);
});

it('yang memeriksa membaca temuan yang sama dengan unitnya: kata, status, tanggal, dan berkas yang dipakai di tempat lain', async () => {
  const bukti = [{ ...foto(A), tanggal: '2019-01-05' }];
  const { laporan } = await ajukan(sendiri, { status: 'belum', deskripsi: 'Belum selesai.', hambatan: 'x', bukti });
  const temuan = async () => teks((await koordinator.buka(`${ANTREAN}?slot=${laporan}`)).isi);
  expect(await temuan()).toMatch(/status mundur dari Sebagian .* menjadi Belum/);
  expect(await temuan()).toContain('bertanggal 5 Januari 2019, sebelum jadwal rencananya mulai');
  expect(await temuan()).not.toContain('memuat kata');
  await ajukan(sendiri, { deskripsi: 'Naskahnya belum disahkan.' });
  expect(await temuan()).toContain('memuat kata “belum”');
  expect(await temuan()).toContain('Berstatus Sudah sebelum periode terakhir jadwalnya: RTL-01');
  await ajukan(sendiri, { deskripsi: 'Prosedur lama dipetakan bersama loket.' });
  expect(await temuan()).toMatch(/uraian .* sama persis dengan/);
});

it('memverifikasi menuntut semua bukti; semua kekurangan sekaligus, dan yang diketik tetap ada', async () => {
  const { laporan } = await ajukan(sendiri);
  const { versi } = await keadaan(laporan);
  const kurang = await putuskan(koordinator, sendiri, {
    ...{ versi: String(versi), tindakan: 'verifikasi', alasan: 'Kata saya', [`b.${A}`]: 'tidak', 'd.0': 'tidak', 'd.1': 'ya' },
  });
  expect(kurang.status).toBe(422);
  expect(daftarGalat(kurang.isi).map(([medan]) => medan)).toEqual([`b.${A}`, 'd.0']);
  expect(kurang.isi).toContain('Kata saya');
  const tanpaAlasan = await putuskan(koordinator, sendiri, { versi: String(versi), tindakan: 'kembalikan', alasan: ' ', ...YA, 'd.0': 'ya', 'd.1': 'ya' }); // prettier-ignore
  expect(daftarGalat(tanpaAlasan.isi)).toEqual([['alasan', 'Tulis alasannya; unit perlu tahu apa yang harus diperbaiki']]);
  const tanpaPilihan = await putuskan(koordinator, sendiri, { versi: String(versi), alasan: '' });
  expect(daftarGalat(tanpaPilihan.isi)).toEqual([['tindakan', 'Pilih putusannya']]);
  expect((await keadaan(laporan)).keadaan).toBe('diajukan');
  const jadi = await putuskan(koordinator, sendiri, { versi: String(versi), tindakan: 'verifikasi', alasan: '', ...YA, 'd.0': 'ya', 'd.1': 'ya' }); // prettier-ignore
  expect([jadi.status, (await keadaan(laporan)).keadaan]).toEqual([303, 'terverifikasi']);
});

it('dikembalikan: unit membaca apa dan mengapa; diajukan lagi, setiap alasan dan setiap perubahan tetap dalam riwayat', async () => {
  const { laporan } = await ajukan(bersama, { deskripsi: 'Sedang disahkan.' });
  const versi = String((await keadaan(laporan)).versi);
  const kembali = await putuskan(inspektur, bersama, {
    ...{ versi, tindakan: 'kembalikan', alasan: 'Uraian berbunyi sedang.', [`b.${A}`]: 'tidak', [`c.b.${A}`]: 'Foto buram' },
  });
  expect(kembali.status).toBe(303);
  const unit = teks((await pelapor.buka(pelapor.laporan(bersama))).isi);
  expect(unit).toContain('Uraian berbunyi sedang.');
  expect(unit).toContain('Foto buram');
  expect(unit).toContain('Dipegang Bagian Perencanaan');
  await ajukan(bersama, { deskripsi: 'Sudah disahkan.', status: 'sudah' });
  const periksa = teks((await koordinator.buka(`${ANTREAN}?slot=${laporan}`)).isi);
  expect(periksa).toMatch(/Uraian Sedang disahkan\. menjadi Sudah disahkan\./);
  expect(periksa).toContain('Uraian berbunyi sedang.');
  expect(periksa).toContain('diajukan lagi');
});

it('putusan terikat pada keadaan yang dibaca: bila berubah, ditanyakan lagi dengan kedua keadaan', async () => {
  const { laporan } = await ajukan(kelompok, { deskripsi: 'Versi pertama.' });
  const versi = String((await keadaan(laporan)).versi);
  await ajukan(kelompok, { deskripsi: 'Versi kedua.' });
  const isian = { tindakan: 'verifikasi', alasan: '', ...YA };
  const lama = await putuskan(koordinator, kelompok, { ...isian, versi });
  expect(lama.status).toBe(422);
  expect(teks(lama.isi)).toMatch(/Yang Anda baca.*Versi pertama\..*Keadaannya sekarang.*Versi kedua\./);
  expect((await keadaan(laporan)).keadaan).toBe('diajukan');
  const baru = /name="versi" id="versi" value="(\d+)"/.exec(lama.isi)?.[1] ?? '';
  expect((await putuskan(koordinator, kelompok, { ...isian, versi: baru })).status).toBe(303);
  expect((await keadaan(laporan)).keadaan).toBe('terverifikasi');
  // two at once: the second is asked again
  expect((await putuskan(inspektur, kelompok, { ...isian, versi: baru })).status).toBe(422);
});

it('tidak pernah oleh yang mengisi, mengunggah bukti, atau mengajukan; juga bila perannya cukup', async () => {
  const rangkap = await lapor.orang('koordinator', 'Koordinator Rangkap');
  const id = rangkap.orang.penggunaId;
  const { laporan } = await ajukan(tanpaPj);
  const coba = async () => (await putuskan(rangkap, tanpaPj, { versi: String((await keadaan(laporan)).versi), tindakan: 'verifikasi', alasan: '', ...YA })).status; // prettier-ignore
  const sisip = [
    [`INSERT INTO isian_laporan (laporan_id, instansi_id, bagian, medan, nilai, versi, oleh_id, oleh_nama, pada)
      VALUES ($1, $2, 'utama', 'hambatan', 'x', 1, $3, 'R', now())`, `DELETE FROM isian_laporan WHERE oleh_id = $1`],
    [`INSERT INTO bukti_laporan (id, instansi_id, laporan_id, bagian, jenis, url, nama, surat, cara, oleh_id, oleh_nama, pada)
      VALUES (gen_random_uuid(), $2, $1, 'utama', 'tautan', 'https://a.go.id', 'a', false, 'telepon', $3, 'R', now())`, `DELETE FROM bukti_laporan WHERE oleh_id = $1`],
  ]; // prettier-ignore
  for (const [pasang, lepas] of sisip) {
    await uji.sumber.query(pasang ?? '', [laporan, lapor.id, id]);
    expect(await coba()).toBe(403);
    const halaman = await rangkap.buka(`${ANTREAN}?slot=${laporan}`);
    expect(halaman.isi).not.toContain('data-putusan');
    expect(teks(halaman.isi)).toContain('harus diperiksa orang lain');
    await uji.sumber.query(lepas ?? '', [id]);
  }
  expect(await coba()).toBe(303);
  await lapor.ajukanSql(tanpaPj, id, { bukti: [foto(A)] });
  expect(await coba()).toBe(403);
});

it('yang pernah menulis sebuah isian tetap pelapornya, juga sesudah isian itu ditulis ulang orang lain', async () => {
  const pengisi = await lapor.orang('koordinator', 'Koordinator Pengisi');
  const { laporan } = await ajukan(tanpaPj);
  await uji.sumber.query(`UPDATE laporan_slot SET keadaan = 'dikembalikan' WHERE id = $1`, [laporan]);
  expect((await pengisi.isi(tanpaPj, { medan: 'hambatan', nilai: 'Lahan belum bebas' })).status).toBe(200);
  expect((await koordinator.isi(tanpaPj, { medan: 'hambatan', nilai: 'Lahan belum bebas.', versi: 1 })).status).toBe(200);
  await ajukan(tanpaPj);
  const versi = String((await keadaan(laporan)).versi);
  for (const siapa of [pengisi, koordinator]) {
    expect((await siapa.buka(`${ANTREAN}?slot=${laporan}`)).isi).not.toContain('data-putusan');
    expect((await putuskan(siapa, tanpaPj, { versi, tindakan: 'verifikasi', alasan: '', ...YA })).status).toBe(403);
  }
  expect((await putuskan(inspektur, tanpaPj, { versi, tindakan: 'verifikasi', alasan: '', ...YA })).status).toBe(303);
});

it('kegiatan yang dibatalkan dengan adendum tidak menunggu putusan lagi; laporannya tetap terbaca', async () => {
  const { laporan } = await ajukan(tanpaPj, { deskripsi: 'Sebelum dibatalkan.' });
  await uji.sumber.query(`UPDATE kegiatan SET keadaan = 'dibatalkan' WHERE instansi_id = $1 AND kode = $2`, [lapor.id, tanpaPj]);
  const lain = await lapor.orang('koordinator', 'Koordinator Lain');
  expect((await lain.buka(ANTREAN)).isi).not.toContain(laporan);
  const { status, isi } = await inspektur.buka(`${ANTREAN}?slot=${laporan}`);
  expect([status, /data-putusan/.test(isi)]).toEqual([200, false]);
  expect(teks(isi)).toContain('sudah dibatalkan dengan adendum');
  const versi = String((await keadaan(laporan)).versi);
  expect((await putuskan(inspektur, tanpaPj, { versi, tindakan: 'verifikasi', alasan: '', ...YA })).status).toBe(400);
  expect(teks((await pelapor.buka(pelapor.laporan(tanpaPj))).isi)).toContain('Sebelum dibatalkan.');
  await uji.sumber.query(`UPDATE kegiatan SET keadaan = 'berlaku' WHERE instansi_id = $1 AND kode = $2`, [lapor.id, tanpaPj]);
});

it('sekaligus hanya yang dibuka dalam sesi ini dan belum berubah; semua atau tidak sama sekali', async () => {
  const [lalu = '', , depan = ''] = SEMUA_TW;
  const satu = (await ajukan(bersama, { status: 'sebagian' }, lalu)).laporan;
  const dua = (await ajukan(bersama, { status: 'sebagian' }, depan)).laporan;
  const kirim = (siapa: PerambanLapor) => siapa.kirim(`${ANTREAN}/banyak`, { [`pilih.${satu}`]: 'ya', [`pilih.${dua}`]: 'ya' });
  await koordinator.buka(`${ANTREAN}?slot=${satu}`);
  const belum = await kirim(koordinator);
  expect([belum.status, daftarGalat(belum.isi).map(([medan]) => medan)]).toEqual([422, [`pilih.${dua}`]]);
  expect((await keadaan(satu)).keadaan).toBe('diajukan');
  const dibuka = await koordinator.buka(`${ANTREAN}?slot=${dua}`);
  expect(dibuka.isi).toContain('/verifikasi/banyak');
  // another one changes in between
  await ajukan(bersama, { status: 'sebagian', deskripsi: 'Lain' }, lalu);
  expect((await kirim(koordinator)).status).toBe(422);
  await koordinator.buka(`${ANTREAN}?slot=${satu}`);
  // opened by somebody else does not count
  expect((await kirim(inspektur)).status).toBe(422);
  expect((await kirim(koordinator)).status).toBe(303);
  expect([(await keadaan(satu)).keadaan, (await keadaan(dua)).keadaan]).toEqual(['terverifikasi', 'terverifikasi']);
  expect((await koordinator.kirim(`${ANTREAN}/banyak`, {})).status).toBe(422);
});

it('mencabut adalah catatan baru dengan alasan; yang lama tetap', async () => {
  const [lalu = ''] = SEMUA_TW;
  const { id } = await lapor.satu<{ id: string }>(
    'SELECT l.id FROM laporan_slot l JOIN kegiatan k ON k.id = l.kegiatan_id WHERE k.kode = $1 AND l.periode = $2', [bersama, lalu]); // prettier-ignore
  const alamat = inspektur.laporan(bersama, 'cabut', lalu);
  expect((await inspektur.buka(alamat)).status).toBe(200);
  const versi = String((await keadaan(id)).versi);
  expect((await inspektur.kirim(alamat, { versi, alasan: '' })).status).toBe(422);
  expect((await inspektur.kirim(alamat, { versi: '1', alasan: 'Keliru' })).status).toBe(422);
  expect((await inspektur.kirim(alamat, { versi, alasan: 'Keliru membaca notula' })).status).toBe(303);
  expect((await keadaan(id)).keadaan).toBe('diajukan');
  const urutan = await uji.sumber.query<{ tindakan: string }[]>('SELECT tindakan FROM putusan_laporan WHERE laporan_id = $1 ORDER BY urutan', [id]); // prettier-ignore
  expect(urutan.map((u) => u.tindakan)).toEqual(['verifikasi', 'cabut']);
  expect((await inspektur.kirim(alamat, { versi: String(Number(versi) + 1), alasan: 'lagi' })).status).toBe(400);
});

it('komentar terbaca semua pihak; kosong ditolak dengan formulirnya', async () => {
  const alamat = pelapor.laporan(sendiri, 'komentar');
  expect((await pelapor.kirim(alamat, { isi: ' ', dari: '' })).status).toBe(422);
  expect((await pelapor.kirim(alamat, { isi: 'Notula menyusul besok.', dari: '' })).ke).toBe(pelapor.laporan(sendiri));
  expect((await inspektur.kirim(inspektur.laporan(sendiri, 'komentar'), { isi: 'Baik, kami tunggu.', dari: 'antrean' })).ke).toContain('/verifikasi?slot='); // prettier-ignore
  const isi = teks((await pelapor.buka(pelapor.laporan(sendiri))).isi);
  expect(isi).toContain('Notula menyusul besok.');
  expect(isi).toContain('Baik, kami tunggu.');
});

it('tidak dapat: diputuskan pimpinan dengan suratnya, diserahkan kepada unit lain, dan kembali bila dicabut', async () => {
  const depan = triwulanUji(1);
  const { laporan } = await ajukan(sendiri, {
    ...{ status: 'tidak_dapat', alasan: 'reorganisasi', deskripsi: 'Bagian dilebur.' },
    bukti: [{ ...foto(A), jenis: 'dokumen', nama: 'SK-12.pdf', surat: true }],
  });
  const versi = async () => String((await keadaan(laporan)).versi);
  expect((await putuskan(koordinator, sendiri, { versi: await versi(), tindakan: 'verifikasi', alasan: '', ...YA })).status).toBe(
    400,
  );
  expect(teks((await pimpinan.buka('/instansi/LAPOR/tidak-dapat')).isi)).toContain('1 laporan menunggu putusan pimpinan');
  const alamat = pimpinan.laporan(sendiri, 'tidak-dapat');
  const halaman = await pimpinan.buka(alamat);
  expect(teks(halaman.isi)).toContain('SK-12.pdf');
  expect(teks(halaman.isi)).toContain('Reorganisasi');
  const dasar = { unit: '', mulai: '', alasan: '' };
  expect((await koordinator.kirim(alamat, { ...dasar, versi: await versi(), tindakan: 'setujuiTidakDapat' })).status).toBe(403);
  const galat = async (isian: object) =>
    daftarGalat((await pimpinan.kirim(alamat, { ...dasar, versi: await versi(), ...isian })).isi);
  expect((await galat({ tindakan: 'tolakTidakDapat' })).map(([m]) => m)).toEqual(['alasan']);
  const hukum = await lapor.idUnit('HUKUM');
  expect((await galat({ tindakan: 'setujuiTidakDapat', unit: hukum })).map(([m]) => m)).toEqual(['alasan', 'mulai']);
  expect((await galat({ tindakan: 'setujuiTidakDapat', unit: hukum, mulai: '2050-TW1', alasan: 'x' })).map(([m]) => m)).toEqual(['mulai']); // prettier-ignore
  expect((await keadaan(laporan)).keadaan).toBe('diajukan');
  const setuju = await pimpinan.kirim(alamat, { versi: await versi(), tindakan: 'setujuiTidakDapat', unit: hukum, mulai: depan, alasan: 'Tugasnya beralih' }); // prettier-ignore
  expect([setuju.status, (await keadaan(laporan)).keadaan]).toEqual([303, 'terverifikasi']);
  const pemegang = async () => teks((await koordinator.buka(koordinator.laporan(sendiri, '', depan))).isi);
  expect(await pemegang()).toContain('Bagian Hukum');
  expect(teks((await pelapor.buka(pelapor.laporan(sendiri))).isi)).toContain('Kegiatan diserahkan kepada Bagian Hukum');
  expect((await koordinator.kirim(koordinator.laporan(sendiri, 'cabut'), { versi: await versi(), alasan: 'x' })).status).toBe(
    400,
  );
  const cabut = await pimpinan.kirim(pimpinan.laporan(sendiri, 'tidak-dapat/cabut'), {
    versi: await versi(),
    alasan: 'SK dibatalkan',
  });
  expect([cabut.status, (await keadaan(laporan)).keadaan]).toEqual([303, 'diajukan']);
  expect(await pemegang()).not.toContain('Bagian Hukum');
  const triwulan = await koordinator.buka(`/instansi/LAPOR/triwulan/${depan}`);
  expect(/RTL-01 Menyederhanakan prosedur layanan.*?Bagian (\w+)/.exec(teks(triwulan.isi))?.[1]).toBe('Perencanaan');
});

it('saringan antrean ada pada alamatnya; yang dipilih ikut ke putusan berikutnya', async () => {
  const unit = await koordinator.buka(`${ANTREAN}?unit=TI`);
  expect(teks(unit.isi)).toContain('Tidak ada yang cocok');
  for (const kueri of [
    'unit=PEREN',
    `pelapor=${pelapor.orang.penggunaId}`,
    'keadaan=terverifikasi',
    `periode=${lapor.periode}`,
    'h=99',
    'keadaan=apa',
    "unit=';--",
    'pelapor=x',
  ])
    // prettier-ignore
    expect([kueri, (await koordinator.buka(`${ANTREAN}?${kueri}`)).status]).toEqual([kueri, 200]);
  expect((await koordinator.buka(`${ANTREAN}?slot=bukan`)).status).toBe(404);
  expect((await koordinator.buka(`${ANTREAN}?slot=${A}`)).status).toBe(404);
});

it('keadaan × tindakan × peran: yang bukan pemeriksa ditolak 403, yang di luar tabel tidak mengubah apa pun', async () => {
  const { laporan } = await ajukan(tanpaPj, { status: 'belum' }, SEMUA_TW[0]);
  const admin = await lapor.orang('admin', 'Admin Satu');
  const pj = await lapor.orang('penanggung_jawab', 'PJ Peren', 'PEREN');
  for (const siapa of [pelapor, pj, pimpinan, admin])
    for (const tindakan of ['verifikasi', 'kembalikan', 'nyatakanTidakMemadai'])
      expect((await putuskan(siapa, tanpaPj, { versi: '2', tindakan, alasan: 'x' }, SEMUA_TW[0])).status).toBe(403);
  for (const [status, boleh] of [
    ['draf', false],
    ['dikembalikan', false],
    ['terverifikasi', false],
    ['bukti_tidak_memadai', false],
    ['diajukan', true],
  ] as const)
    // prettier-ignore
    for (const tindakan of ['verifikasi', 'kembalikan', 'nyatakanTidakMemadai']) {
      await uji.sumber.query(`UPDATE laporan_slot SET keadaan = $2, putaran = CASE $2 WHEN 'draf' THEN 0 ELSE 1 END WHERE id = $1`, [laporan, status]); // prettier-ignore
      const versi = String((await keadaan(laporan)).versi);
      const jawab = await putuskan(koordinator, tanpaPj, { versi, tindakan, alasan: 'Alasannya', [`b.${A}`]: tindakan === 'verifikasi' ? 'ya' : 'tidak' }, SEMUA_TW[0]); // prettier-ignore
      expect([status, tindakan, jawab.status]).toEqual([status, tindakan, boleh ? 303 : 400]);
    }
});
