import { hariIniDi, tambahHari, tanggalIndonesia } from '../../src/shared/tanggal';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { KEGIATAN_LAPOR, LaporUji, type PerambanLapor } from '../support/lapor';
import { fotoKe, UnggahUji } from '../support/unggah';
import { harusLanjut, isianFormulir } from '../support/rencana';

let uji: AplikasiUji;
let lapor: LaporUji;
let pelapor: PerambanLapor;
let inspektur: PerambanLapor;
let unggah: UnggahUji;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  lapor = await LaporUji.siapkan(uji);
  unggah = new UnggahUji(uji, lapor);
  pelapor = await lapor.orang('pelapor', 'Rina Wati', 'PEREN');
  inspektur = await lapor.orang('inspektur', 'Inspektur Satu');
});
afterAll(() => uji.tutup());

const { sendiri, kelompok } = KEGIATAN_LAPOR;
const kemarin = tambahHari(hariIniDi('Asia/Jakarta', new Date()), -1);

describe('a report that is returned after the last day', () => {
  const isi = async () => (await pelapor.buka(pelapor.laporan(kelompok))).isi;
  const simpan = (nilai: string, versi: number) => pelapor.isi(kelompok, { medan: 'deskripsi', nilai, versi });
  const kembalikan = async () => {
    const { versi } = await lapor.satu<{ versi: number }>('SELECT versi FROM laporan_slot');
    harusLanjut(
      await inspektur.kirim(inspektur.laporan(kelompok, 'putuskan'), {
        ...{ versi: String(versi), tindakan: 'kembalikan', alasan: 'Uraian belum jelas.' },
      }),
    );
  };

  test('is corrected by its unit at once, is late as before, and waits for the coordinator only when it was locked after the return', async () => {
    await lapor.ajukanSql(kelompok, pelapor.orang.penggunaId, { status: 'belum', hambatan: 'Ruang kelas belum ada.' });
    await lapor.jendela(lapor.periode, 'buka', { batas: kemarin });
    await lapor.jendela(lapor.periode, 'kunci');
    await kembalikan();
    expect(await isi()).toContain(`Batas waktu ${tanggalIndonesia(kemarin)} sudah lewat, tetapi laporan yang dikembalikan ini`);
    expect((await simpan('Petugas dilatih pada awal bulan.', 1)).status).toBe(200);
    const tugas = (await pelapor.buka('/instansi/LAPOR/tugas')).isi;
    expect(tugas).toMatch(/Perbaiki<span class="ina-sr"> laporan RTL-03/);
    expect((await pelapor.buka(`/instansi/LAPOR/triwulan/${lapor.periode}?lihat=semua`)).isi).toContain('untuk perbaikan');

    await lapor.jendela(lapor.periode, 'kunci', { kegiatan: kelompok });
    expect(await isi()).toContain('dikembalikan, tetapi sesudah itu pelaporannya dikunci');
    expect((await simpan('Lagi.', 2)).status).toBe(400);

    await lapor.jendela(lapor.periode, 'buka', { kegiatan: kelompok, batas: kemarin });
    const lengkap = { ...isianFormulir(await isi()), hambatan: 'Ruang kelas belum ada.', atasNama: 'Budi Santoso' };
    harusLanjut(await pelapor.ajukan(kelompok, { ...lengkap, tindakLanjutBerikut: 'Menyewa ruang kelas.' }));
    expect(await lapor.satu('SELECT putaran, terlambat FROM pengajuan_laporan ORDER BY putaran DESC LIMIT 1')).toEqual({
      ...{ putaran: 2, terlambat: true },
    });
    const kini = await isi();
    expect(kini).toContain('Pernah terlambat');
    expect(kini).not.toContain('data-lapor');
  });
});

describe('files in the form, without script', () => {
  const alamat = (akhir: string) => pelapor.laporan(sendiri, akhir);
  const formulir = async () => isianFormulir((await pelapor.buka(alamat(''))).isi);
  const tersimpan = () => unggah.berlaku(sendiri);
  beforeAll(() => lapor.jendela(lapor.periode, 'buka'));

  test('come along when it is saved, and when the gate refuses it; one that is refused leaves the others', async () => {
    expect((await pelapor.buka(alamat(''))).isi).toMatch(/<form [^>]*enctype="multipart\/form-data"[^>]*data-lapor/);
    const simpan = await unggah.formulir(pelapor, alamat('isian'), {
      isian: { ...(await formulir()), deskripsi: 'Prosedur baru berlaku.' },
      berkas: [['berkas:utama:1', 'loket.jpg', await fotoKe(1)]],
    });
    expect(simpan.status).toBe(303);
    expect((await tersimpan()).map((b) => [b.nama, b.diharapkan])).toEqual([['loket.jpg', 1]]);
    const { status, isi } = await unggah.formulir(pelapor, alamat('ajukan'), {
      isian: { ...(await formulir()), status: 'sudah', kegiatanPengganti: 'Menata taman', mulai: 'kemarin dulu' },
      berkas: [
        ['berkas:utama:lain', 'notula.pdf', Buffer.from('bukan pdf')],
        ['berkas:utama:lain', 'rapat.jpg', await fotoKe(2)],
      ],
    });
    expect(status).toBe(422);
    for (const teks of ['notula.pdf', 'kemarin dulu', 'Menata taman', 'Prosedur baru berlaku.', 'rapat.jpg'])
      expect(isi).toContain(teks);
    expect((await tersimpan()).map((b) => b.nama).sort()).toEqual(['loket.jpg', 'rapat.jpg']);
    expect((await formulir())['kegiatanPengganti']).toBe('Menata taman');
  });

  test('more than one form may bring: those above it are named, the rest is kept', async () => {
    const banyak = Array.from({ length: 31 }, (_, i) => ['berkas:utama:lain', `a${i}.pdf`, Buffer.from('x')] as const);
    const { status, isi } = await unggah.formulir(pelapor, alamat('isian'), {
      isian: { ...(await formulir()), hambatan: 'Tidak ada.' },
      berkas: banyak,
    });
    expect(status).toBe(422);
    expect(isi).toContain('a30.pdf belum disimpan: kirim paling banyak 30 berkas sekaligus');
    expect((await formulir())['hambatan']).toBe('Tidak ada.');
  });

  test.each<[string, () => Record<string, string>]>([
    ['nobody is signed in any more', () => ({})],
    ['somebody signed in anew', () => pelapor.orang.kepala],
  ])('%s: everything typed is shown, the files are named and not kept', async (_, kepala) => {
    const semula = (await tersimpan()).length;
    const badan = new FormData();
    badan.set('_csrf', 'usang');
    badan.set('tindakLanjutBerikut', 'Diketik lama sekali.');
    badan.append('berkas:utama:lain', new Blob([Uint8Array.from(await fotoKe(7))]), 'siang.jpg');
    badan.append('berkas:utama:lain', new Blob([Uint8Array.from(await fotoKe(8))]), 'malam.jpg');
    badan.set('alasanPengganti', 'Sesudah berkas.');
    const jawaban = await fetch(uji.alamat + alamat('ajukan'), {
      ...{ method: 'POST', body: badan, redirect: 'manual' },
      headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin', ...kepala() },
    });
    const isi = await jawaban.text();
    expect(jawaban.status).toBe(403);
    for (const teks of ['Diketik lama sekali.', 'Sesudah berkas.', 'siang.jpg, malam.jpg']) expect(isi).toContain(teks);
    const ulang = isianFormulir(isi);
    expect(ulang).toMatchObject({ tindakLanjutBerikut: 'Diketik lama sekali.', alasanPengganti: 'Sesudah berkas.' });
    const kini = await pelapor.kirim(alamat('isian'), ulang);
    expect([kini.status, (await tersimpan()).length]).toEqual([422, semula]);
    expect(kini.isi).toContain('siang.jpg, malam.jpg belum terunggah');
    expect((await formulir())['tindakLanjutBerikut']).toBe('Diketik lama sekali.');
  });

  test('the slot is closed meanwhile: what was typed is shown, and nothing of it is kept', async () => {
    const isian = { ...(await formulir()), deskripsi: 'Selesai tadi malam.', status: 'sebagian' };
    const semula = (await tersimpan()).length;
    await lapor.jendela(lapor.periode, 'kunci', { kegiatan: sendiri });
    for (const akhir of ['isian', 'ajukan']) {
      const { status, isi } = await unggah.formulir(pelapor, alamat(akhir), {
        isian,
        berkas: [['berkas:utama:lain', 'baru.jpg', await fotoKe(3)]],
      });
      expect(status).toBe(400);
      for (const teks of ['Kiriman Anda belum tersimpan', 'Selesai tadi malam.', 'sudah ditutup']) expect(isi).toContain(teks);
    }
    expect((await tersimpan()).length).toBe(semula);
  });
});
