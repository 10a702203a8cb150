import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { paketContoh, PerambanBuku, suntingBuku } from '../support/buku-rencana';
import type { Balasan } from '../support/organisasi';
import { teksHalaman, versiFormulir } from '../support/prioritas';

const S = '/instansi/LEPAS/survei/SKM-2024-S2/saran';

let uji: AplikasiUji;
let kpu: PerambanBuku;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  kpu = await PerambanBuku.siapkan(uji, paketContoh('kpu'), 'LEPAS', (r) => ({ ...r, status: 'draf' }));
  const teks = ['Antrean lama', 'Kursi kurang', 'AC panas', 'Loket sedikit', 'Parkir sempit'].join('\n');
  lanjut(await kpu.kirim(`${S}/tambah`, { cara: 'baris', teks, layanan: '' }));
});

afterAll(() => uji.tutup());

function lanjut(b: Balasan): void {
  expect([b.status, b.status === 303 ? '' : teksHalaman(b.isi).slice(0, 400)]).toEqual([303, '']);
}

async function prioritas(judul: string): Promise<string> {
  const baris = await uji.sumber.query<{ id: string }[]>('SELECT id FROM prioritas WHERE judul = $1', [judul]);
  return baris[0]?.id ?? '';
}

/** Where suggestions lead to now: number of the suggestion, and the kode or the title. */
async function kaitan(): Promise<[number, string][]> {
  const baris = await uji.sumber.query<{ nomor: number; ke: string }[]>(
    `SELECT s.nomor, coalesce(k.kode, p.judul) AS ke FROM saran_tindak_lanjut t JOIN saran s ON s.id = t.saran_id
       JOIN instansi i ON i.id = t.instansi_id LEFT JOIN kegiatan k ON k.id = t.kegiatan_id LEFT JOIN prioritas p ON p.id = t.prioritas_id
     WHERE i.kode = 'LEPAS' ORDER BY 1, 2`,
  );
  return baris.map((b) => [b.nomor, b.ke]);
}

const prioritasDari = (saran: number, judul: string) =>
  kpu.kirim(`${S}/${saran}/prioritas-baru`, { rencana: kpu.rencana, judul, denganUnsur: 'tidak', alasan: 'Saran responden' });

async function kegiatanDari(saran: number, uraian: string): Promise<string> {
  const [p] = await uji.sumber.query<{ id: string }[]>(
    `SELECT p.id FROM prioritas p JOIN instansi i ON i.id = p.instansi_id WHERE i.kode = 'LEPAS' AND p.no = 1`,
  );
  const [u] = await uji.sumber.query<{ kode: string }[]>(
    `SELECT u.kode FROM unit u JOIN instansi i ON i.id = u.instansi_id WHERE i.kode = 'LEPAS' ORDER BY u.urutan LIMIT 1`,
  );
  const isian = { prioritas: p?.id ?? '', kode: '', uraian, jadwal: '2030-TW1', unit: u?.kode ?? '' };
  lanjut(await kpu.kirim(`${S}/${saran}/kegiatan-baru`, isian));
  const [k] = await uji.sumber.query<{ kode: string }[]>('SELECT kode FROM kegiatan WHERE uraian = $1', [uraian]);
  return k?.kode ?? '';
}

async function kaitkan(saran: number, jenis: 'p' | 'k', id: string): Promise<void> {
  lanjut(await kpu.kirim(`${S}/${saran}/kaitkan`, { tujuan: `${jenis}:${id}` }));
}

describe('selama rencananya draf, tautan saran pergi bersama yang ditujunya', () => {
  it('kegiatan yang dikeluarkan dari formulirnya: sarannya menyimpan bahwa pernah ke sana', async () => {
    const kode = await kegiatanDari(1, 'Menambah petugas antrean');
    expect(kode).toBe(`${kpu.rencana}-01`);
    expect(await kaitan()).toEqual([[1, kode]]);
    const { isi } = await kpu.buka(`kegiatan/${kode}/hapus`);
    lanjut(await kpu.kirim(`kegiatan/${kode}/hapus`, { versi: versiFormulir(isi) }));
    expect(await kaitan()).toEqual([]);
    const saran = teksHalaman((await kpu.buka(`${S}/1`)).isi);
    expect(saran).toContain('Ditindaklanjuti');
    expect(saran).toContain('Tidak lagi dalam rencana');
    expect(saran).toContain(`kegiatan ${kode} dalam ${kpu.rencana}`);
  });

  it('kegiatan yang dibatalkan lewat buku kerja, dibuat dari saran maupun dikaitkan', async () => {
    const kode = await kegiatanDari(1, 'Menambah petugas loket');
    const [lama] = await uji.sumber.query<{ id: string; kode: string }[]>(
      `SELECT k.id, k.kode FROM kegiatan k JOIN instansi i ON i.id = k.instansi_id WHERE i.kode = 'LEPAS' AND k.kode <> $1 ORDER BY k.urutan LIMIT 1`,
      [kode],
    );
    await kaitkan(2, 'k', lama?.id ?? '');
    await kaitkan(3, 'k', lama?.id ?? '');
    expect((await kaitan()).length).toBe(3);
    const bita = await suntingBuku(await kpu.unduh(), (baris, kolom) => {
      for (const b of baris) if (b[1] === kode || b[1] === lama?.kode) b[kolom('Batalkan')] = 'ya';
      return baris;
    });
    const hasil = await kpu.hasil(await kpu.unggah(bita));
    expect(hasil.jumlah['dibatalkan']).toBe(2);
    lanjut(await kpu.terapkan(hasil));
    expect(await kaitan()).toEqual([]);
    expect(teksHalaman((await kpu.buka(`${S}/3`)).isi)).toContain(`kegiatan ${lama?.kode} dalam ${kpu.rencana}`);
  });

  it('prioritas yang digabungkan: sarannya berpindah ke yang tinggal, sekali saja', async () => {
    lanjut(await prioritasDari(1, 'Antrean'));
    lanjut(await prioritasDari(2, 'Kursi tunggu'));
    await kaitkan(1, 'p', await prioritas('Kursi tunggu'));
    await kaitkan(3, 'p', await prioritas('Kursi tunggu'));
    const ini = await prioritas('Antrean');
    const { isi } = await kpu.buka(`prioritas/${ini}/gabung`);
    const isian = {
      dengan: await prioritas('Kursi tunggu'),
      judul: 'Antrean',
      alasan: 'Satu ruangan',
      versi: versiFormulir(isi),
    };
    lanjut(await kpu.kirim(`prioritas/${ini}/gabung`, isian));
    expect(await kaitan()).toEqual([1, 2, 3].map((n) => [n, 'Antrean']));
  });

  it('prioritas yang dikeluarkan', async () => {
    lanjut(await prioritasDari(4, 'Loket'));
    await kaitkan(5, 'p', await prioritas('Loket'));
    const id = await prioritas('Loket');
    const { isi } = await kpu.buka(`prioritas/${id}/keluarkan`);
    lanjut(await kpu.kirim(`prioritas/${id}/keluarkan`, { alasan: 'Tidak jadi', versi: versiFormulir(isi) }));
    expect(await kaitan()).toEqual([1, 2, 3].map((n) => [n, 'Antrean']));
    expect(teksHalaman((await kpu.buka(`${S}/5`)).isi)).toContain('Tidak lagi dalam rencana');
    expect((await kpu.buka('/instansi/LEPAS/rencana/' + kpu.rencana)).status).toBe(200);
  });

  it('dikaitkan tepat ketika orang lain mengeluarkannya: menunggu, lalu diminta memilih yang lain', async () => {
    lanjut(await prioritasDari(5, 'Sebentar'));
    const id = await prioritas('Sebentar');
    const menunggu = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    let kait: Promise<Balasan> | undefined;
    await uji.sumber.transaction(async (m) => {
      await m.query('SELECT 1 FROM rencana WHERE id = (SELECT rencana_id FROM prioritas WHERE id = $1) FOR UPDATE', [id]);
      await m.query('DELETE FROM saran_tindak_lanjut WHERE prioritas_id = $1', [id]);
      await m.query('DELETE FROM prioritas WHERE id = $1', [id]);
      kait = kpu.kirim(`${S}/4/kaitkan`, { tujuan: `p:${id}` });
      for (let sisa = 200; sisa > 0 && (await uji.sumber.query<unknown[]>(menunggu)).length === 0; sisa -= 1)
        await new Promise((lanjut) => setTimeout(lanjut, 20));
    });
    expect((await kait)?.status).toBe(422);
  });

  it('dua prioritas dari saran sekaligus mendapat nomor berturut-turut', async () => {
    const berdua = await Promise.all([prioritasDari(4, 'Kembar satu'), prioritasDari(5, 'Kembar dua')]);
    expect(berdua.map((b) => b.status)).toEqual([303, 303]);
    const nomor = (await kpu.ekspor()).prioritas.map((p) => p.no);
    expect(nomor).toEqual(nomor.map((_, i) => i + 1));
  });

  it('sesudah bukan draf tautannya tetap, bagi pemilik basis datanya pun', async () => {
    await uji.sumber.query(
      `UPDATE rencana SET status = 'ditetapkan' WHERE instansi_id = (SELECT id FROM instansi WHERE kode = 'LEPAS')`,
    );
    await expect(uji.sumber.query('DELETE FROM saran_tindak_lanjut')).rejects.toThrow(/bukan draf/);
    expect((await kaitan()).length).toBe(5);
  });
});
