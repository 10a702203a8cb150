import { jalankanAplikasiUji, type AplikasiUji } from '../support/aplikasi';
import { daftarGalat } from '../support/organisasi';
import { imporDenganDraf, PerambanPrioritas, teksHalaman, versiFormulir } from '../support/prioritas';

let uji: AplikasiUji;
let kpu: PerambanPrioritas;
let kasn: PerambanPrioritas;
let bkn: PerambanPrioritas;

beforeAll(async () => {
  uji = await jalankanAplikasiUji();
  await imporDenganDraf(uji, 'KPU-KAB-TANGERANG', { survei: 'SKM-2024-S2' });
  await imporDenganDraf(uji, 'KASN', { survei: 'SKM-2023' });
  await imporDenganDraf(uji, 'BKN', { periode: { jenis: 'tahun', tahun: 2018 }, satuanJadwal: 'bulan' });
  kpu = await PerambanPrioritas.masuk(uji, 'KPU-KAB-TANGERANG', 'DRAF');
  kasn = await PerambanPrioritas.masuk(uji, 'KASN', 'DRAF');
  bkn = await PerambanPrioritas.masuk(uji, 'BKN', 'DRAF');
});

afterAll(() => uji.tutup());

describe('KPU: tempat ketiga seri', () => {
  it('keduanya diusulkan dan ditandai, dengan jarak ke kelas berikut', async () => {
    const { status, isi } = await kpu.buka();
    const teks = teksHalaman(isi);
    expect(status).toBe(200);
    expect(teks).toContain('Seri di batas: U5 = U6 (85,85) berbagi tempat ke-3, sedangkan yang diambil 3 unsur terendah.');
    expect(teks).toContain('4 unsur yang diusulkan belum diputuskan: U9, U3, U5, U6.');
    expect(teks).toMatch(/U5 Produk, Spesifikasi, dan Jenis Pelayanan diusulkan · seri di batas seri dengan U6 85,85 B , Baik · peringkat 6 kurang 2,46 ke A \(88,31\)/); // prettier-ignore
    expect(teks).toMatch(/U8 .{0,60} 90,09 A , Sangat Baik · peringkat 1 kelas tertinggi/);
  });

  it('mengambil semua usulan tidak memutuskan yang seri', async () => {
    expect((await kpu.kirim('prioritas/ambil')).status).toBe(303);
    expect((await kpu.daftar()).map((p) => [p.no, p.unsur, p.asal, p.alasan])).toEqual([
      [1, ['U9'], 'unsur', null],
      [2, ['U3'], 'unsur', null],
    ]);
    expect(teksHalaman((await kpu.buka()).isi)).toContain('2 unsur yang diusulkan belum diputuskan: U5, U6.');
  });

  it('yang satu dipilih, yang lain dilewati dengan alasan yang sampai ke laporan dan pemeriksaan', async () => {
    expect((await kpu.kirim('prioritas/ambil', { unsur: 'U5' })).status).toBe(303);
    const tanpa = await kpu.kirim('prioritas-lewati/U6', { alasan: ' - ' });
    expect([tanpa.status, daftarGalat(tanpa.isi)]).toEqual([422, [['alasan', expect.stringContaining('Tuliskan alasan')]]]);
    expect((await kpu.kirim('prioritas-lewati/U6', { alasan: 'Petugas baru dilatih Desember 2024.' })).status).toBe(303);
    expect(await kpu.dilewati()).toEqual([{ unsur: 'U6', alasan: 'Petugas baru dilatih Desember 2024.' }]);
    const teks = teksHalaman((await kpu.buka()).isi);
    expect(teks).toContain('Dilewati Petugas baru dilatih Desember 2024.');
    expect(teks).not.toContain('belum diputuskan');
    expect((await kpu.audit()).at(-1)).toEqual({ peristiwa: 'prioritas.lewati', alasan: 'Petugas baru dilatih Desember 2024.' });
  });

  it('lewat dibatalkan, atau berakhir dengan sendirinya ketika unsurnya dipilih', async () => {
    expect((await kpu.kirim('prioritas-lewati/U6/batal')).status).toBe(303);
    expect(await kpu.dilewati()).toEqual([]);
    await kpu.kirim('prioritas-lewati/U6', { alasan: 'Sementara dilewati' });
    expect((await kpu.kirim('prioritas/ambil', { unsur: 'U6' })).status).toBe(303);
    expect([await kpu.dilewati(), (await kpu.daftar()).length]).toEqual([[], 4]);
  });

  it('mengeluarkan unsur terendah perlu alasan, dan tercatat sebagai dilewati; nomornya maju', async () => {
    const u3 = await kpu.satu(2);
    const halaman = await kpu.buka(`prioritas/${u3.id}/keluarkan`);
    expect(teksHalaman(halaman.isi)).toContain('U3 termasuk unsur terendah');
    const versi = versiFormulir(halaman.isi);
    const tanpa = await kpu.kirim(`prioritas/${u3.id}/keluarkan`, { alasan: '', versi });
    expect([tanpa.status, daftarGalat(tanpa.isi)[0]?.[0]]).toEqual([422, 'alasan']);
    expect((await kpu.kirim(`prioritas/${u3.id}/keluarkan`, { alasan: 'Ditangani pusat', versi })).status).toBe(303);
    expect(await kpu.dilewati()).toEqual([{ unsur: 'U3', alasan: 'Ditangani pusat' }]);
    expect((await kpu.daftar()).map((p) => [p.no, p.unsur])).toEqual([
      [1, ['U9']],
      [2, ['U5']],
      [3, ['U6']],
    ]);
  });

  it('menambah yang sudah dipilih ditolak dengan nomornya, dan yang tidak diusulkan tidak dapat diambil begitu saja', async () => {
    const lagi = await kpu.tambah({ unsur: ['U9'] });
    expect([lagi.status, daftarGalat(lagi.isi)]).toEqual([422, [['unsur', expect.stringContaining('prioritas 1')]]]);
    expect(await kpu.kabar('prioritas/ambil', { unsur: 'U8' })).toContain('U8 tidak termasuk unsur yang diusulkan');
    const tidakPerlu = await kpu.kirim('prioritas-lewati/U8', { alasan: 'Tidak perlu' });
    expect([tidakPerlu.status, daftarGalat(tidakPerlu.isi)[0]?.[0]]).toEqual([422, 'alasan']);
    expect((await kpu.buka('prioritas-lewati/U8')).status).toBe(404);
  });
});

describe('KASN: gabungan, unsur bukan terendah, dan yang bukan unsur', () => {
  it('U3 dan U5 bersama perlu alasan; U7, tertinggi kedua, juga', async () => {
    const gabungan = await kasn.tambah({ unsur: ['U3', 'U5'] });
    expect([gabungan.status, daftarGalat(gabungan.isi)]).toEqual([422, [['alasan', expect.stringContaining('penggabungan')]]]);
    expect(gabungan.isi).toMatch(/value="U3" checked/);
    const u7 = await kasn.tambah({ unsur: ['U7'], judul: 'Perilaku Pelaksana' });
    expect([u7.status, daftarGalat(u7.isi)]).toEqual([422, [['alasan', expect.stringContaining('tidak semua unsurnya')]]]);
    const bebas = await kasn.tambah({ judul: 'Kanal Pengaduan KASN', asal: 'saran' });
    expect([bebas.status, daftarGalat(bebas.isi)]).toEqual([422, [['alasan', expect.stringContaining('bukan unsur')]]]);
    expect(await kasn.daftar()).toEqual([]);
  });

  it('dengan alasannya semua diterima, seperti rencana KASN 2023', async () => {
    await kasn.kirim('prioritas/ambil', { unsur: 'U9' });
    await kasn.tambah({ unsur: ['U3', 'U5'], alasan: 'Satu proses bisnis layanan' });
    await kasn.tambah({ unsur: ['U7'], judul: 'Perilaku Pelaksana', alasan: 'Penguatan core values BerAKHLAK' });
    await kasn.tambah({ judul: 'Kanal Pengaduan KASN', asal: 'saran', alasan: 'Masukan dan saran responden' });
    await kasn.tambah({ judul: 'Upgrade aplikasi layanan KASN', asal: 'saran', alasan: 'Masukan dan saran responden' });
    expect((await kasn.daftar()).map((p) => [p.no, p.judul, p.unsur, p.asal])).toEqual([
      [1, 'Sarana dan Prasarana', ['U9'], 'unsur'],
      [2, 'Waktu Penyelesaian dan Produk, Spesifikasi, dan Jenis Pelayanan', ['U3', 'U5'], 'unsur'],
      [3, 'Perilaku Pelaksana', ['U7'], 'unsur'],
      [4, 'Kanal Pengaduan KASN', [], 'saran'],
      [5, 'Upgrade aplikasi layanan KASN', [], 'saran'],
    ]);
    const teks = teksHalaman((await kasn.buka()).isi);
    expect(teks).toContain('Alasan: Satu proses bisnis layanan');
    expect(teks).toContain('Saran responden');
    expect(teks).toContain('Prioritas 3 (Perilaku Pelaksana) belum mempunyai kegiatan.');
    expect(teks).not.toContain('belum diputuskan');
  });

  it('menggabungkan dua yang sudah ada memindahkan unsur dan kegiatannya', async () => {
    const [ini, lain] = [await kasn.satu(4), await kasn.satu(5)];
    await uji.sumber.query(
      `INSERT INTO kegiatan (id, instansi_id, rencana_id, prioritas_id, urutan, kode, uraian, jadwal)
       SELECT gen_random_uuid(), instansi_id, rencana_id, id, 0, 'K-1', 'Upgrade', '{}' FROM prioritas WHERE id = $1`,
      [lain.id],
    );
    const halaman = await kasn.buka(`prioritas/${ini.id}/gabung`);
    const isian = { dengan: lain.id, judul: 'Kanal dan aplikasi', alasan: '', versi: versiFormulir(halaman.isi) };
    const tanpa = await kasn.kirim(`prioritas/${ini.id}/gabung`, isian);
    expect([tanpa.status, daftarGalat(tanpa.isi).map(([m]) => m)]).toEqual([422, ['alasan']]);
    const keluar = await kasn.kirim(`prioritas/${lain.id}/keluarkan`, { alasan: 'x' });
    expect([keluar.status, daftarGalat(keluar.isi)]).toEqual([422, [['alasan', expect.stringContaining('1 kegiatan')]]]);
    const sendiri = await kasn.kirim(`prioritas/${ini.id}/gabung`, { ...isian, dengan: ini.id, alasan: 'Satu tim' });
    expect([sendiri.status, daftarGalat(sendiri.isi)[0]?.[0]]).toEqual([422, 'dengan']);
    expect((await kasn.kirim(`prioritas/${ini.id}/gabung`, { ...isian, alasan: 'Satu tim' })).status).toBe(303);
    expect((await kasn.daftar()).map((p) => [p.no, p.judul])).toHaveLength(4);
    const [k] = await uji.sumber.query<{ prioritas_id: string }[]>(`SELECT prioritas_id FROM kegiatan WHERE kode = 'K-1'`);
    expect([k?.prioritas_id, (await kasn.satu(4)).alasan]).toEqual([ini.id, 'Satu tim']);
  });

  it('urutan diubah dengan tombol; yang berhalaman lama diberi tahu dan tidak memindahkan yang lain', async () => {
    const u9 = await kasn.satu(1);
    expect((await kasn.kirim(`prioritas/${u9.id}/pindah`, { arah: 'turun', no: '1' })).status).toBe(303);
    expect((await kasn.daftar()).map((p) => p.unsur[0] ?? '-')).toEqual(['U3', 'U9', 'U7', '-']);
    expect(await kasn.kabar(`prioritas/${u9.id}/pindah`, { arah: 'turun', no: '1' })).toContain(
      'Urutannya baru saja diubah orang lain',
    );
    expect((await kasn.satu(2)).id).toBe(u9.id);
    for (const arah of ['naik', 'naik']) await kasn.kirim(`prioritas/${u9.id}/pindah`, { arah });
    expect((await kasn.satu(1)).id).toBe(u9.id);
    expect((await kasn.kirim(`prioritas/${u9.id}/pindah`, { arah: 'samping' })).status).toBe(400);
    expect((await kasn.daftar()).map((p) => p.no)).toEqual([1, 2, 3, 4]);
  });
});

describe('BKN: tanpa survei, berkelompok menurut program', () => {
  const PROGRAM = 'Penguatan Integritas dalam Pelayanan Publik';

  it('tidak ada usulan; prioritasnya bebas, beralasan, dan berada di bawah programnya', async () => {
    expect(teksHalaman((await bkn.buka()).isi)).toContain('tidak menjawab sebuah survei');
    const alasan = 'Amanat road map reformasi birokrasi';
    for (const [judul, program] of [
      ['Survei integritas', PROGRAM],
      ['Kapasitas pegawai', PROGRAM],
      ['Helpdesk', 'Monitoring'],
    ] as const)
      // prettier-ignore
      expect((await bkn.tambah({ judul, program, alasan })).status).toBe(303);
    const { isi } = await bkn.buka();
    expect([...isi.matchAll(/<h3>([^<]+)<\/h3>/g)].map((m) => m[1])).toEqual([PROGRAM, 'Monitoring']);
    expect((await bkn.buka('prioritas-baru')).isi).toContain(`<option value="${PROGRAM}">`);
    expect((await bkn.daftar()).map((p) => p.asal)).toEqual(['bebas', 'bebas', 'bebas']);
  });
});
