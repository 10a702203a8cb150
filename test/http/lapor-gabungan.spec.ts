import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { decode } from '../support/entitas-html';
import { KEGIATAN_LAPOR, LaporUji, type PerambanLapor } from '../support/lapor';
import { daftarGalat } from '../support/organisasi';
import { harusLanjut, isianFormulir } from '../support/rencana';

let uji: AplikasiUji;
let lapor: LaporUji;
let pelapor: PerambanLapor;
let hukum: PerambanLapor;
let alamat: string;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  lapor = await LaporUji.siapkan(uji);
  pelapor = await lapor.orang('pelapor', 'Rina Wati', 'PEREN');
  hukum = await lapor.orang('penanggung_jawab', 'Hasan Basri', 'HUKUM');
  alamat = `/instansi/LAPOR/kirim-gabungan?unit=PEREN&tw=${lapor.periode}`;
});
afterAll(() => uji.tutup());

const { sendiri, bersama, kelompok, tanpaPj } = KEGIATAN_LAPOR;
const versi = new Map<string, number>();
const isi = async (kegiatan: string, medan: string, nilai: string) => {
  const kunci = `${kegiatan} ${medan}`;
  const balasan = await pelapor.isi(kegiatan, { medan, nilai, versi: versi.get(kunci) ?? 0 });
  expect(balasan.status).toBe(200);
  versi.set(kunci, Number(balasan.isi['versi']));
};
const lengkapi = async (kegiatan: string) => {
  await isi(kegiatan, 'status', 'belum');
  await isi(kegiatan, 'hambatan', 'Anggaran belum turun.');
  await isi(kegiatan, 'tindakLanjutBerikut', 'Mengusulkan lagi.');
};
const pengajuan = () =>
  uji.sumber.query<{ kegiatan: string; putaran: number; atas_nama: string }[]>(
    `SELECT k.kode AS kegiatan, p.putaran, p.atas_nama FROM pengajuan_laporan p JOIN laporan_slot l ON l.id = p.laporan_id
       JOIN kegiatan k ON k.id = l.kegiatan_id ORDER BY k.kode, p.putaran`,
  );
const halaman = async (p = pelapor) => (await p.buka(alamat)).isi;

test('what the gate would refuse comes first, linked to its field; the ready ones are ticked', async () => {
  await lengkapi(sendiri);
  await lengkapi(kelompok);
  await isi(bersama, 'status', 'sebagian');
  const html = decode(await halaman());
  expect(html.indexOf('Belum dapat dikirim')).toBeLessThan(html.indexOf('Siap dikirim'));
  expect(html).toContain(`/kegiatan/${bersama}/laporan/${lapor.periode}?tw=${lapor.periode}#hambatan`);
  expect(html).not.toContain(`/kegiatan/${bersama}/laporan/${lapor.periode}?tw=${lapor.periode}#atasNama`);
  expect(html).not.toContain(`/kegiatan/${tanpaPj}/`);
  expect(Object.keys(isianFormulir(html)).filter((n) => n.startsWith('pilih_'))).toEqual(['pilih_1', 'pilih_2']);
  expect(decode((await pelapor.buka(pelapor.laporan(sendiri))).isi)).toContain(`/kirim-gabungan?tw=${lapor.periode}`);
  expect((await pelapor.buka('/instansi/LAPOR/tugas')).isi).toContain('/instansi/LAPOR/kirim-gabungan');
  const lain = await hukum.buka(`/instansi/LAPOR/kirim-gabungan?unit=PEREN&tw=${lapor.periode}`);
  expect(lain.isi).toContain(`/kegiatan/${kelompok}/`);
  expect(lain.isi).not.toContain(`/kegiatan/${sendiri}/`);
});

test('nothing chosen and nobody named: both are told, and what was typed stays', async () => {
  const { kunci = '' } = isianFormulir(await halaman());
  const { status, isi: html } = await pelapor.kirim(alamat, { kunci, atasNama: '', atasNamaJabatan: 'Kepala Bagian' });
  expect(status).toBe(422);
  expect(daftarGalat(html).map(([medan]) => medan)).toEqual(['pilih', 'atasNama']);
  expect(isianFormulir(html)).toEqual({ kunci, atasNama: '', atasNamaJabatan: 'Kepala Bagian' });
  expect((await pelapor.kirim(alamat, { atasNama: 'Budi' })).status).toBe(400);
  const asing = await pelapor.kirim(alamat, {
    kunci,
    atasNama: 'Budi',
    pilih_1: `00000000-0000-4000-8000-000000000000 ${lapor.periode}`,
  });
  expect(daftarGalat(asing.isi).map(([medan]) => medan)).toEqual(['pilih']);
  expect(await pengajuan()).toEqual([]);
});

test('one that fails is told and does not hold up the others; the same form again sends the rest, and nothing twice', async () => {
  const isian = { ...isianFormulir(await halaman()), atasNama: 'Budi Santoso', atasNamaJabatan: 'Kepala Bagian' };
  await isi(kelompok, 'hambatan', '');
  const gagal = await pelapor.kirim(alamat, isian);
  expect(gagal.status).toBe(422);
  for (const teks of ['1 laporan terkirim', '1 laporan belum terkirim', `${lapor.periode}/0001`, 'Melatih petugas', 'hambatan'])
    expect(gagal.isi).toContain(teks);
  expect((await pengajuan()).map((p) => p.kegiatan)).toEqual([sendiri]);
  await isi(kelompok, 'hambatan', 'Ruang kelas belum ada.');
  const ke = harusLanjut(await pelapor.kirim(alamat, isian));
  expect(harusLanjut(await pelapor.kirim(alamat, isian))).toBe(ke);
  const hasil = (await pelapor.buka(ke)).isi;
  for (const teks of [
    '2 laporan terkirim',
    `${lapor.periode}/0001`,
    `${lapor.periode}/0002`,
    'Budi Santoso, Kepala Bagian',
    'Rina Wati',
  ])
    expect(hasil).toContain(teks);
  expect(hasil).toMatch(/<h1 tabindex="-1" autofocus>/);
  expect(await pengajuan()).toEqual([
    { kegiatan: sendiri, putaran: 1, atas_nama: 'Budi Santoso' },
    { kegiatan: kelompok, putaran: 1, atas_nama: 'Budi Santoso' },
  ]);
  const audit = await uji.sumber.query<unknown[]>(`SELECT 1 FROM audit WHERE peristiwa = 'lapor.ajukan'`);
  expect(audit).toHaveLength(2);
  expect((await pelapor.buka(ke.replace(/[\w-]+\?/, 'tidak-ada-kunci?'))).status).toBe(404);
});

test('sent twice at the same moment, it is sent once; what was sent is listed as such', async () => {
  await lengkapi(bersama);
  const isian = { ...isianFormulir(await halaman()), atasNama: 'Budi Santoso' };
  const balasan = await Promise.all([pelapor.kirim(alamat, isian), pelapor.kirim(alamat, isian)]);
  expect(balasan.map((b) => b.status)).toEqual([303, 303]);
  expect((await pengajuan()).map((p) => p.kegiatan)).toEqual([sendiri, bersama, kelompok]);
  const html = await halaman();
  expect(html).toContain('0 siap dikirim, 0 belum, 3 sudah dikirim.');
  expect(html).not.toContain('<form class="ina-tumpuk');
});

test('without a triwulan it is the one that is open; one without slots says so', async () => {
  expect((await pelapor.buka('/instansi/LAPOR/kirim-gabungan')).isi).toContain('3 sudah dikirim.');
  const kosong = await pelapor.buka('/instansi/LAPOR/kirim-gabungan?tw=2019-TW1');
  expect([kosong.status, kosong.isi]).toEqual([200, expect.stringContaining('TW I 2019 (Januari–Maret)')]);
  expect((await pelapor.buka('/instansi/LAPOR/kirim-gabungan?tw=lain&unit=%00x')).status).toBe(400);
});
