import { hariIniDi, tambahHari, tanggalIndonesia } from '../../src/shared/tanggal';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { KEGIATAN_LAPOR, LaporUji, type PerambanLapor } from '../support/lapor';
import { harusLanjut, isianFormulir } from '../support/rencana';

let uji: AplikasiUji;
let lapor: LaporUji;
let pelapor: PerambanLapor;
let inspektur: PerambanLapor;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  lapor = await LaporUji.siapkan(uji);
  pelapor = await lapor.orang('pelapor', 'Rina Wati', 'PEREN');
  inspektur = await lapor.orang('inspektur', 'Inspektur Satu');
});
afterAll(() => uji.tutup());

const { kelompok } = KEGIATAN_LAPOR;
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
