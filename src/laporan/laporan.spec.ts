import { INSTRUMEN_BAWAAN } from '../instrumen/instrumen.bawaan';
import type { Realisasi } from '../progres/progres.rules';
import type { Prioritas } from '../rtl/rtl.rules';
import { GalatPengguna } from '../shared/galat';
import { siapkanBahan } from './bahan.model';
import type { BerkasLaporan } from './berkas.query';
import { hasilTindakLanjut } from './hasil-tindak-lanjut.model';
import { htmlDokumen, pilihJenis, susunDokumen } from './laporan';
import type { CatatanLaporan } from './laporan.rules';
import { grafikNilai } from './grafik-nilai';

const HARI_INI = '2026-11-21';

const prioritas = (no: number, ubah: Partial<Prioritas> = {}): Prioritas => ({
  no,
  judul: `Prioritas ${no}`,
  unsur: [],
  kegiatan: [{ kode: String(no), uraian: `Kegiatan ${no}`, jadwal: ['2026-TW2'], penanggungJawab: [{ unit: 'A' }] }],
  ...ubah,
});

const berkas = (ubah: Partial<BerkasLaporan> = {}): BerkasLaporan => ({
  instansi: { kode: 'X', nama: 'Dinas X', singkatan: 'DX', kota: 'Ambon', zonaWaktu: 'Asia/Jayapura' },
  unit: [{ kode: 'A', nama: 'Bidang A', jenis: 'bidang' }],
  instrumen: INSTRUMEN_BAWAAN,
  survei: [],
  rencana: {
    kode: 'R',
    judul: 'Rencana',
    satuanJadwal: 'triwulan',
    status: 'ditetapkan',
    prioritas: [prioritas(1), prioritas(2)],
  },
  rencanaLain: [],
  realisasi: [],
  laporan: [],
  ...ubah,
});

const catatan = (jenis: CatatanLaporan['jenis'], tanggal: string): CatatanLaporan => ({
  jenis,
  rencana: 'R',
  tanggal,
  tempat: 'Ambon',
  penandatangan: { jabatan: 'Kepala Dinas', nama: 'A' },
});

const lapor = (kegiatan: string, ubah: Partial<Realisasi>): Realisasi => ({
  rencana: 'R',
  kegiatan,
  status: 'sudah',
  deskripsi: 'Selesai.',
  ...ubah,
});

describe('pilihJenis', () => {
  it('mengikuti permintaan, lalu catatan terbaru yang dapat dicetak, lalu hasil tindak lanjut', () => {
    const laporan = [
      catatan('monitoring-evaluasi', '2026-02'),
      catatan('skm', '2026-05-01'),
      catatan('capaian-rencana-aksi', '2026-01-05'),
    ];
    expect(pilihJenis(berkas())).toBe('hasil-tindak-lanjut');
    expect(pilihJenis(berkas({ laporan }))).toBe('monitoring-evaluasi');
    expect(pilihJenis(berkas({ laporan }), 'capaian-rencana-aksi')).toBe('capaian-rencana-aksi');
    expect(pilihJenis(berkas({ laporan: [catatan('skm', '2026-05-01')] }))).toBe('hasil-tindak-lanjut');
  });

  it('memilih catatan terbaru menurut tanggalnya, apa pun urutan berkasnya', () => {
    const laporan = [
      catatan('hasil-tindak-lanjut', '2026-05'),
      catatan('hasil-tindak-lanjut', '2026-05-12'),
      catatan('monitoring-evaluasi', '2026-05-30'),
    ];
    expect(pilihJenis(berkas({ laporan }))).toBe('hasil-tindak-lanjut');
    expect(siapkanBahan(berkas({ laporan }), 'hasil-tindak-lanjut', HARI_INI).catatan).toBe(laporan[0]);
    expect(siapkanBahan(berkas({ laporan }), 'monitoring-evaluasi', HARI_INI).tanggal).toBe('2026-05-30');
  });

  it('mengatakan bahwa Laporan SKM belum dapat dicetak', () => {
    expect(() => pilihJenis(berkas(), 'skm')).toThrow(GalatPengguna);
  });
});

describe('hasilTindakLanjut', () => {
  const susun = (b: BerkasLaporan) => hasilTindakLanjut(siapkanBahan(b, 'hasil-tindak-lanjut', HARI_INI));

  it('menomori tabel tanpa sela, juga bila tidak ada survei dan tidak ada yang terbuka', () => {
    const kosong = susun(berkas());
    expect(kosong.daftarTabel.map((t) => t.nomor)).toEqual(['Tabel 1', 'Tabel 2', 'Tabel 3', 'Tabel 4']);
    expect(kosong.survei).toBeNull();
    const selesai = susun(berkas({ realisasi: [lapor('1', {}), lapor('2', {})] }));
    expect(selesai.kesimpulan.strategi).toBeNull();
    expect(selesai.daftarTabel).toHaveLength(3);
    expect(selesai.kesimpulan.nomor).toEqual({ belum: 2, strategi: 3, tambahan: 3 });
  });

  it('menyebut setiap kegiatan yang belum selesai beserta alasannya, dan tidak yang selesai', () => {
    const { kesimpulan } = susun(
      berkas({
        rencana: { ...berkas().rencana, prioritas: [1, 2, 3, 4, 5].map((n) => prioritas(n)) },
        realisasi: [
          lapor('1', {}),
          lapor('2', { status: 'sebagian', hambatan: '- Anggaran terbatas;\n- Petugas kurang.' }),
          lapor('3', { status: 'belum', tindakLanjutBerikut: 'Menjadwalkan ulang.' }),
          lapor('4', { status: 'tidak_dapat', hambatan: 'Peraturan berubah.' }),
        ],
      }),
    );
    const teks = kesimpulan.belum.map((k) => k.map((p) => p.teks).join(''));
    expect(teks).toEqual([
      'Kegiatan 2, Kegiatan 2 (sebagian): Anggaran terbatas; Petugas kurang.',
      'Kegiatan 3, Kegiatan 3 (belum): hambatan belum dicantumkan oleh unit.',
      'Kegiatan 4, Kegiatan 4 (tidak dapat dilaksanakan): Peraturan berubah.',
      'Kegiatan 5, Kegiatan 5 (belum melapor): Bidang A belum menyampaikan laporan.',
    ]);
    expect(kesimpulan.strategi?.baris.map((b) => b.strategi.length)).toEqual([0, 1, 0]);
    expect(kesimpulan.strategi?.catatan).toEqual([
      'Kegiatan 4 tidak dapat dilaksanakan dan tidak dilanjutkan, sehingga tidak memerlukan strategi.',
    ]);
    expect(kesimpulan.strategi?.baris[0]).toMatchObject({
      target: 'TW II 2026 (April–Juni)',
      penanggungJawab: 'Bidang A',
      pendukung: null,
    });
    expect(kesimpulan.persen).toEqual({
      angka: '20,00%',
      uraian: '(1 dari 5 kegiatan; sebagian dihitung 0; per 21 November 2026)',
    });
  });

  it('mencatat prioritas di luar unsur terendah dan unsur terendah yang terlewat', () => {
    const survei = {
      kode: 'S',
      judul: 'S',
      instrumen: 'PERMENPAN-14-2017',
      periode: { jenis: 'tahun' as const, tahun: 2025 },
      tingkat: 'nrr' as const,
      unsur: [3.1, 3.2, 3.3, 3.4, 3.5, 3.6, 3.7, 3.8, 3.9].map((nrr, i) => ({ unsur: `U${i + 1}`, nrr })),
    };
    const daftar = [
      prioritas(1, { unsur: ['U1'] }),
      prioritas(2, { unsur: ['U9'], alasan: 'Arahan pimpinan.' }),
      prioritas(3),
      prioritas(4, { unsur: ['U2'] }),
    ];
    const { rencana } = susun(berkas({ survei: [survei], rencana: { ...berkas().rencana, survei: 'S', prioritas: daftar } }));
    expect(rencana?.catatan.map((c) => `${c.tanda ?? ''} ${c.teks.map((p) => p.teks).join('')}`.trim())).toEqual([
      '1) Bukan salah satu dari tiga unsur dengan nilai terendah; alasan: Arahan pimpinan.',
      '2) Bukan unsur survei; alasan penambahan belum dicantumkan.',
      'Waktu Penyelesaian termasuk unsur dengan nilai terendah, tetapi tidak diambil sebagai prioritas; alasan belum dicantumkan.',
    ]);
    expect(rencana?.kelompok.map((k) => k.baris[0]?.tanda)).toEqual([[], ['1)'], ['2)'], []]);

    const alasan = [prioritas(1, { unsur: ['U1', 'U2'], alasan: 'Satu proses.' })];
    const dilewati = [{ unsur: 'U3', alasan: 'Menunggu peraturan pusat.' }];
    const lain = { ...berkas().rencana, survei: 'S', prioritas: alasan, dilewati };
    const beralasan = susun(berkas({ survei: [survei], rencana: lain })).rencana;
    expect(beralasan?.catatan.map((c) => `${c.tanda ?? ''} ${c.teks.map((p) => p.teks).join('')}`.trim())).toEqual([
      '1) Menggabungkan Persyaratan; dan Sistem, Mekanisme, dan Prosedur; alasan: Satu proses.',
      'Waktu Penyelesaian termasuk unsur dengan nilai terendah, tetapi tidak diambil sebagai prioritas; alasan: Menunggu peraturan pusat.',
    ]);
  });

  it('menyebut angka laporan yang berbeda dari perhitungan', () => {
    const laporan = [{ ...catatan('hasil-tindak-lanjut', '2026-07-01'), persenTertulis: 100 }];
    const { kesimpulan } = susun(berkas({ laporan, realisasi: [lapor('1', {})] }));
    expect(kesimpulan.hitung?.catatan.at(-1)).toBe(
      'Laporan yang ditandatangani menyatakan 100,00%; angka di atas adalah hasil perhitungan.',
    );
  });
});

describe('susunDokumen', () => {
  it('masukan dan tanggal yang sama memberi dokumen yang sama', () => {
    expect(susunDokumen(berkas(), { hariIni: HARI_INI })).toEqual(susunDokumen(berkas(), { hariIni: HARI_INI }));
  });

  it('memendekkan kepala halaman instansi yang bernama panjang', () => {
    const nama = 'Dinas Penanaman Modal, Pelayanan Terpadu Satu Pintu, Koperasi, Usaha Mikro, dan Tenaga Kerja';
    const { variabel, penulis } = susunDokumen(berkas({ instansi: { ...berkas().instansi, nama } }), { hariIni: HARI_INI });
    expect(variabel['--nama-instansi']).toBe('"DX"');
    expect(penulis).toBe(nama);
  });

  it('satu berkas HTML yang mandiri', () => {
    const html = htmlDokumen(susunDokumen(berkas(), { hariIni: HARI_INI, kertas: 'f4' }));
    expect(html).toContain('<html lang="id" class="kertas-f4">');
    expect(html).not.toMatch(/(?:src|href)="(?!#|data:)[^"]/);
  });
});

it.each(['hasil-tindak-lanjut', 'monitoring-evaluasi', 'capaian-rencana-aksi'] as const)(
  '%s tersusun dari data yang paling sedikit',
  (jenis) => {
    expect(susunDokumen(berkas(), { hariIni: HARI_INI, jenis }).badan).toContain('Dinas X');
  },
);

describe('grafikNilai', () => {
  const titik = (nilai: (number | null)[]) => nilai.map((n, i) => ({ label: `B${i}`, nilai: n, teks: String(n) }));

  it('memuat semua nilai di dalam bidang dan memutus garis pada bulan tanpa nilai', () => {
    const g = grafikNilai(titik([88.81, 89.15, null, 87.63, 90.83]), [88.31, 76.61]);
    expect(g?.garis).toHaveLength(2);
    expect(g?.ambang).toHaveLength(1);
    for (const t of g?.titik ?? []) {
      expect(t.y).toBeGreaterThanOrEqual(16);
      expect(t.y).toBeLessThanOrEqual(174);
    }
  });

  it('tidak ada dengan kurang dari dua nilai; nilai yang sama tetap tergambar', () => {
    expect(grafikNilai(titik([90]), [])).toBeNull();
    expect(grafikNilai(titik([90, 90]), [])?.sumbu.length).toBeGreaterThan(1);
  });
});
