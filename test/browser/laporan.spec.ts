import {
  awalLabel,
  bacaPdf,
  berkasDari,
  HARI_INI,
  hurufPdf,
  pencetakUji,
  ukuranHalaman,
  type PdfTerbaca,
  type PencetakUji,
} from './laporan-uji';

let pencetak: PencetakUji;
beforeAll(() => {
  pencetak = pencetakUji();
});
afterAll(() => pencetak.tutup());

const cetak = (nama: string, pilihan: { kertas?: 'a4' | 'f4' } = {}) =>
  pencetak.laporan.pdf(berkasDari(nama), { hariIni: HARI_INI, ...pilihan });

describe('Laporan Hasil Tindak Lanjut KASN', () => {
  let pdf: Uint8Array;
  let isi: PdfTerbaca;
  beforeAll(async () => {
    pdf = await cetak('kasn-2023.json');
    isi = await bacaPdf(pdf);
  });

  it('menyatakan persentase beserta aturan, pembilang, dan penyebutnya', () => {
    expect(isi.teks).toContain('70,00% (3,5 dari 5 prioritas; sebagian dihitung 0,5; per 8 Mei 2024)');
    expect(isi.teks).toContain('57,14% (4 dari 7 kegiatan)');
    expect(isi.teks).toContain('Realisasi: 3,50 ÷ 5 × 100%');
  });

  it('menunjukkan kegiatan 3.2 belum melapor dan kegiatan 4 diganti', () => {
    expect(isi.teks).toMatch(/3\.2 Pelatihan service excellent .{0,80}Belum melapor/);
    expect(isi.teks).toContain('Bagian SDMU belum menyampaikan laporan sampai dengan 8 Mei 2024.');
    expect(isi.teks).toContain('Rencana semula Penambahan kanal pengaduan melalui telepon dan/atau whatsapp official KASN');
    expect(isi.teks).toContain('Diganti dengan Pembinaan dan sosialisasi kelengkapan dokumen pengaduan');
    expect(isi.teks).toContain('3.1 belum; 3.2 belum melapor');
  });

  it('memuat setiap kegiatan rencana dan setiap tabel', () => {
    const kegiatan = berkasDari('kasn-2023.json').rencana.prioritas.flatMap((p) => p.kegiatan);
    for (const { uraian } of kegiatan) expect(isi.teks.split(uraian).length - 1).toBeGreaterThanOrEqual(2);
    for (const nomor of [1, 2, 3, 4, 5]) expect(isi.teks).toContain(`Tabel ${nomor}. `);
    expect(isi.teks).toContain('TW II Apr–Jun');
    expect(isi.halaman.join('').match(/√/g)).toHaveLength(kegiatan.flatMap((k) => k.jadwal).length);
  });

  it('menandatangani dengan tempat, tanggal, jabatan, nama, dan NIP berkelompok 8-6-1-3', () => {
    expect(isi.teks).toContain('Jakarta, 8 Mei 2024 Kepala Sekretariat KASN,');
    expect(isi.teks).toContain('Nurnasni NIP 19711007 199101 2 002');
  });

  it('mencetak nomor halaman yang sama di daftar isi, di kaki halaman, dan di label PDF', async () => {
    const bab = isi.halaman
      .map((h, i) => ({ i, bab: /B ?A ?B ?(IV|I{1,3})\n/.exec(h.replace(/ /g, ''))?.[1] }))
      .filter((x) => x.bab);
    const daftar = isi.halaman[1] ?? '';
    for (const { i, bab: nomor } of bab) {
      const label = isi.label?.[i] ?? '';
      expect(daftar).toMatch(new RegExp(`BAB ${nomor ?? ''} [^\\n]* ${label}\\n`));
      expect(isi.halaman[i]).toContain(`Halaman ${label} dari 7`);
    }
    expect(bab).toHaveLength(4);
    expect(await awalLabel(pdf)).toEqual([0, 2]);
    expect(isi.label?.slice(0, 3)).toEqual(['i', 'ii', '1']);
  });

  it('bertanda, berkerangka, berbahasa Indonesia, berjudul, dan bertanggal laporan', () => {
    expect(isi.ditandai).toBe(true);
    expect(isi.kerangka).toEqual(
      expect.arrayContaining(
        ['DAFTAR ISI', 'BAB I PENDAHULUAN', 'BAB IV KESIMPULAN', 'Latar Belakang'].map(
          (j) => expect.stringMatching(new RegExp(j, 'i')) as string,
        ),
      ),
    );
    expect(isi.info).toMatchObject({
      Language: 'id',
      Title: 'Laporan Hasil Tindak Lanjut Pelaksanaan Survei Kepuasan Masyarakat Tahun 2023 – Komisi Aparatur Sipil Negara',
      Author: 'Komisi Aparatur Sipil Negara',
      Creator: 'Tuntas',
      CreationDate: 'D:20240508000000Z',
    });
  });

  it('menanamkan semua huruf, dari proyek ini saja, tanpa Type 3', async () => {
    const huruf = await hurufPdf(pdf);
    expect(huruf.length).toBeGreaterThan(3);
    for (const h of huruf) {
      expect(h).toMatchObject({ tertanam: true, jenis: 'Type0' });
      expect(h.nama).toMatch(/SourceSerif4|SourceSans3|NotoSansMath/);
    }
  });

  it('menghasilkan teks yang sama dari masukan dan tanggal yang sama', async () => {
    const lagi = await bacaPdf(await cetak('kasn-2023.json'));
    expect(lagi.halaman).toEqual(isi.halaman);
    expect(lagi.info).toEqual(isi.info);
  });

  it('tercetak pada F4 (215 × 330) dengan bab III melintang', async () => {
    expect(await ukuranHalaman(pdf)).toContainEqual({ lebar: 297, tinggi: 210 });
    const f4 = await cetak('kasn-2023.json', { kertas: 'f4' });
    const ukuran = await ukuranHalaman(f4);
    expect(new Set(ukuran.map((u) => `${u.lebar}x${u.tinggi}`))).toEqual(new Set(['215x330', '330x215']));
    expect((await bacaPdf(f4)).teks).toContain('70,00% (3,5 dari 5 prioritas; sebagian dihitung 0,5; per 8 Mei 2024)');
  });
});

it('KPU: dua skala dalam urutan kuesioner, seri di batas disebut, tanpa jadwal dan penanggung jawab dikatakan', async () => {
  const { teks } = await bacaPdf(await cetak('kpu-kab-tangerang-2024-s2.json'));
  expect(teks).toContain('1 Persyaratan 3,53/88,21 B');
  expect(teks).toContain('8 Sarana dan Prasarana 3,38/84,43 B 9 Penanganan Pengaduan, Saran, dan Masukan 3,60/90,09 A');
  expect(teks).toContain('empat unsur dengan nilai terendah, termasuk yang nilainya sama pada urutan terakhir');
  expect(teks).toContain(
    'Kompetensi Pelaksana bernilai sama dengan Produk, Spesifikasi, dan Jenis Pelayanan pada urutan terakhir',
  );
  expect(teks).toContain('100,00% (4 dari 4 kegiatan; sebagian dihitung 0; per 12 September 2025)');
  expect(teks).toContain('Seluruh rencana tindak lanjut, yaitu empat kegiatan, telah ditindaklanjuti.');
  expect(teks).toContain('Belum dijadwalkan');
  expect(teks).toContain('NIP 19800924 200902 1 004');
  expect(teks).not.toContain('Strategi Penyelesaian');
});

it('Kanreg X: nilai bulanan dengan mutu, matriks dengan kecepatan, dan tautan yang dapat diklik', async () => {
  const berkas = berkasDari('kanreg-x-bkn-2023-s1.json');
  const isi = await bacaPdf(await cetak('kanreg-x-bkn-2023-s1.json'));
  expect(isi.teks).toContain('3 Maret 86,48 B 4 April 87,63 B 5 Mei 90,83 A');
  expect(isi.teks).toContain('100,00% (7 dari 7 kegiatan; sebagian dihitung 1; per 21 Agustus 2023)');
  expect(isi.teks).toContain('71,43% (5 dari 7 kegiatan)');
  expect(isi.teks).toContain('dua kegiatan masih berjalan');
  expect(isi.teks).toContain('selalu memperoleh mutu Sangat Baik (A) atau Baik (B)');
  expect(isi.teks).toContain('LAPORAN MONITORING, EVALUASI, DAN TINDAK LANJUT RENCANA AKSI');
  for (const bulan of ['1 bulan', '3 bulan', '4 bulan']) expect(isi.teks).toContain(bulan);
  expect(isi.teks).toContain('Februari 2023 s.d. sekarang');
  const url = berkas.realisasi.flatMap((r) => (r.bukti ?? []).map((b) => b.url));
  expect(new Set(isi.tautan)).toEqual(new Set(url));
});

it('BKN 2017: program, kegiatan, bulan ke-, dan satu bagian untuk setiap kegiatan', async () => {
  const berkas = berkasDari('bkn-pokja-2017.json');
  const isi = await bacaPdf(await cetak('bkn-pokja-2017.json'));
  expect(isi.teks).toContain('Laporan Capaian Rencana Aksi Pokja Pelayanan Publik');
  expect(isi.teks).toContain('100,00% (15 dari 15 kegiatan; sebagian dihitung 0; per 21 Mei 2018)');
  expect(isi.teks).toContain('memuat tiga program');
  expect(isi.teks).toContain('Unifikasi informasi di web dan media sosial 1, 4, 5, 7–10, 12');
  expect(isi.teks).toMatch(/RINGKASAN EKSEKUTIF.*Jakarta, 21 Mei 2018 Ketua Pokja Pelayanan Publik,.*Mohammad Ridwan/);
  for (const { uraian } of berkas.rencana.prioritas.flatMap((p) => p.kegiatan)) {
    expect(isi.kerangka).toContainEqual(
      expect.stringMatching(new RegExp(`^2\\.\\d\\.\\d\\.\\d ${uraian.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)),
    );
  }
});
