import type { Rencana } from '../../src/rtl/rtl.rules';
import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { PerambanBuku, paketContoh, suntingBuku } from '../support/buku-rencana';
import { decode } from '../support/entitas-html';
import { daftarGalat } from '../support/organisasi';
import { teksHalaman } from '../support/prioritas';
import { isianFormulir } from '../support/rencana';

let uji: AplikasiUji;
let nomor = 0;
const kpu = paketContoh('kpu');
/** Its priorities U9, U3 and U5; U6, which ties with U5 at the cut, is left out. */
const sebagaiDraf = (r: Rencana): Rencana => ({ ...r, status: 'draf', dilewati: [{ unsur: 'U6', alasan: 'Seri dengan U5' }] });
const siap = () => PerambanBuku.siapkan(uji, kpu, `KPU-${(nomor += 1)}`, sebagaiDraf);

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
});
afterAll(() => uji.tutup());

const KEPALA = ['Prioritas', 'Unsur', 'Alasan', 'Kegiatan'];

function milik<T>(w: PerambanBuku, sql: string): Promise<T[]> {
  return uji.sumber.query<T[]>(`WITH i AS (SELECT id FROM instansi WHERE kode = $1) ${sql}`, [w.instansi]);
}

const daftarPrioritas = async (w: PerambanBuku) => (await w.ekspor()).prioritas.map((p) => [p.no, p.judul, p.unsur]);

describe('prioritas yang dibawa tempelan dan buku kerja', () => {
  it('unsur yang dilewati tidak dilewati lagi; audit menyebut judul, unsur, dan alasannya', async () => {
    const w = await siap();
    expect((await w.ekspor()).dilewati).toEqual([{ unsur: 'U6', alasan: 'Seri dengan U5' }]);
    const hasil = await w.hasil(await w.tempel([KEPALA, ['Kompetensi petugas', 'U6', 'Arahan pimpinan', 'Pelatihan']]));
    expect([hasil.jumlah, hasil.masalah]).toEqual([{ baru: 1 }, []]);
    expect((await w.terapkan(hasil)).status).toBe(303);
    const { dilewati, prioritas } = await w.ekspor();
    expect([dilewati, prioritas.at(-1)?.unsur]).toEqual([undefined, ['U6']]);
    const audit = await milik<{ peristiwa: string; prioritas: unknown }>(
      w,
      `SELECT peristiwa, sesudah->'prioritas' AS prioritas FROM audit
       WHERE instansi_id = (SELECT id FROM i) AND peristiwa IN ('prioritas.batal_lewati', 'rencana.susun_banyak') ORDER BY nomor`,
    );
    expect(audit).toEqual([
      { peristiwa: 'prioritas.batal_lewati', prioritas: null },
      {
        peristiwa: 'rencana.susun_banyak',
        prioritas: [{ judul: 'Kompetensi petugas', unsur: ['U6'], alasan: 'Arahan pimpinan' }],
      },
    ]);
  });

  it('unsur yang sudah ada dalam prioritas lain, dan yang disebut dua prioritas baru, ditolak pada selnya', async () => {
    const w = await siap();
    const awal = await daftarPrioritas(w);
    const hasil = await w.hasil(
      await w.tempel([
        KEPALA,
        ['Ruang tunggu', 'U9', 'Keluhan', 'Kursi'],
        ['Ruang tunggu', '', '', 'Kipas'],
        ['Petugas', 'U7', 'Arahan', 'Pelatihan'],
        ['Sikap', 'U7', 'Arahan', 'Teguran'],
      ]),
    );
    expect(hasil.jumlah).toEqual({ ditolak: 3, baru: 1 });
    expect(hasil.masalah.map(([alamat]) => alamat)).toEqual(['B2', 'A3', 'B5']);
    expect(hasil.masalah[0]?.[1]).toMatch(/U9 sudah ada dalam prioritas 1 \(/);
    expect(hasil.masalah[2]?.[1]).toContain('prioritas baru (Petugas)');
    expect((await w.terapkan(hasil)).status).toBe(303);
    expect(await daftarPrioritas(w)).toEqual([...awal, [4, 'Petugas', ['U7']]]);
  });

  it('buku kerja: baris yang menyebutnya ditolak, dan lembar Prioritas tidak membuatnya', async () => {
    const w = await siap();
    const awal = await daftarPrioritas(w);
    const bita = await suntingBuku(
      await w.unduh(),
      (baris, kolom) => {
        const baru = (baris[1] ?? []).map(() => '');
        baru[kolom('Prioritas')] = 'Waktu layanan';
        baru[kolom('Unsur')] = 'U3';
        baru[kolom('Kegiatan')] = 'Antrean daring';
        return [...baris, baru];
      },
      (lembar) => {
        const baris = lembar.baris.map((b) => [...b]);
        if (lembar.nama !== 'Prioritas') return baris;
        const kepala = baris.find((b) => b.includes('Unsur')) ?? [];
        return [...baris, kepala.map((k) => (k === 'Unsur' ? 'U5' : k.startsWith('Prioritas') ? 'Produk lain' : ''))];
      },
    );
    const hasil = await w.hasil(await w.unggah(bita));
    expect(hasil.jumlah['ditolak']).toBe(1);
    expect(hasil.masalah[0]?.[1]).toContain('U3 sudah ada dalam prioritas 2');
    expect(decode(hasil.isi)).toContain('Prioritas "Produk lain" tidak dibuat: U5 sudah ada dalam prioritas 3');
    expect(await daftarPrioritas(w)).toEqual(awal);
  });

  it('kode yang berbeda huruf besarnya saja dari yang ada ditolak pada selnya', async () => {
    const w = await siap();
    const kepala = ['Kode', 'Prioritas', 'Kegiatan'];
    const satu = await w.hasil(await w.tempel([kepala, ['Loket-A', '1', 'Kursi'], ['loket-a', '1', 'Kipas']]));
    expect([satu.jumlah, satu.masalah]).toEqual([{ baru: 1, ditolak: 1 }, [['A3', 'Kode loket-a sudah ada pada baris 2']]]);
    expect((await w.terapkan(satu)).status).toBe(303);
    const dua = await w.hasil(await w.tempel([kepala, ['LOKET-A', '1', 'Meja']]));
    expect([dua.jumlah, dua.masalah]).toEqual([{ ditolak: 1 }, [['A2', expect.stringContaining('sama dengan Loket-A')]]]);
  });

  it('tanpa alasan tetap masuk, tetapi menahan pengajuan sampai alasannya ditulis', async () => {
    const w = await siap();
    const hasil = await w.hasil(await w.tempel([KEPALA, ['Kanal pengaduan', '', '', 'Nomor aduan']]));
    expect((await w.terapkan(hasil)).status).toBe(303);
    // The page of the plan and the one of ajukan read the same list.
    for (const halaman of ['ajukan', '']) {
      const teks = teksHalaman((await w.buka(halaman)).isi);
      expect(teks).toContain('Prioritas 4 (Kanal pengaduan) bukan unsur survei dan belum diberi alasan');
      expect(teks).toContain('5 kegiatan belum menyebut bukti yang diharapkan: 1, 2, 3.1, 3.2, dan RTL-2024-S2-01');
    }
    const { isi } = await w.buka('');
    for (const tautan of ['prioritas#prioritas-4', '?temuan=kegiatan-tanpa-jadwal#matriks', 'kegiatan/1'])
      expect(decode(isi)).toContain(`href="${w.jalur(tautan).replace('/?', '?')}"`);
    const ajukan = async () => w.kirim('ajukan', { sidik: isianFormulir((await w.buka('ajukan')).isi)['sidik'] ?? '' });
    const ditolak = await ajukan();
    expect([ditolak.status, daftarGalat(ditolak.isi).map(([, pesan]) => pesan)]).toEqual([
      422,
      [expect.stringMatching(/Prioritas 4 .* belum diberi alasan.*Tulis lewat Ubah pada halaman Prioritas/)],
    ]);
    const [prioritas] = await milik<{ id: string }>(
      w,
      `SELECT p.id FROM prioritas p JOIN i ON p.instansi_id = i.id WHERE p.judul = 'Kanal pengaduan'`,
    );
    const ubah = `prioritas/${prioritas?.id}/ubah`;
    const isian = isianFormulir((await w.buka(ubah)).isi);
    expect((await w.kirim(ubah, { ...isian, alasan: 'Aduan terbanyak tahun ini' })).status).toBe(303);
    const buku = await w.unduh();
    expect((await ajukan()).status).toBe(303);
    // Locked while somebody was writing: the form comes back and says so.
    for (const balasan of [await w.unggah(buku), await w.kirim('prioritas-lanjutan', { sidik: '' })]) {
      expect(balasan.status).toBe(422);
      expect(teksHalaman(balasan.isi)).toContain('sedang diajukan, jadi terkunci');
    }
  });

  it('yang wajib menahan pengajuan, dan formulirnya kembali menyebutnya', async () => {
    const w = await PerambanBuku.siapkan(uji, kpu, `KPU-${(nomor += 1)}`);
    const halaman = (await w.buka('')).isi;
    expect(teksHalaman(halaman)).toContain('Rencana ini belum dapat diajukan.');
    for (const tautan of ['prioritas', 'susunan', 'prioritas#usulan']) expect(halaman).toContain(`href="${w.jalur(tautan)}"`);
    const sidik = isianFormulir((await w.buka('ajukan')).isi)['sidik'] ?? '';
    const ditolak = await w.kirim('ajukan', { sidik });
    expect([ditolak.status, daftarGalat(ditolak.isi).map(([, pesan]) => pesan)]).toEqual([
      422,
      ['Belum ada prioritas', 'Belum ada kegiatan', 'tetapi tidak dijadikan prioritas'].map(
        (pesan) => expect.stringContaining(pesan) as string,
      ),
    ]);
    expect((await w.ekspor()).status).toBe('draf');
  });
});
