import type { BerkasLaporan } from '../../src/laporan/berkas.query';
import type { JenisLaporan } from '../../src/laporan/laporan.rules';
import { bacaPdf, berkasDari, HARI_INI, pencetakUji, type PencetakUji } from './laporan-uji';

let pencetak: PencetakUji;
beforeAll(() => {
  pencetak = pencetakUji();
});
afterAll(() => pencetak.tutup());

/** A plan of `jumlah` kegiatan with short texts, each a priority of its own or all in one. */
function rencana(jumlah: number, bentuk: 'terpisah' | 'satu', jenis: JenisLaporan, lapor: boolean): BerkasLaporan {
  const dasar = berkasDari('kasn-2023.json');
  const kegiatan = Array.from({ length: jumlah }, (_, i) => ({
    kode: `9.${i + 1}`,
    uraian: `Kerja nomor ${i + 1} selesai`,
    jadwal: ['2024-TW2'],
    penanggungJawab: [{ unit: 'UMUM' }],
  }));
  const prioritas =
    bentuk === 'satu'
      ? [{ no: 1, judul: 'Prioritas', unsur: ['U9'], kegiatan }]
      : kegiatan.map((k, i) => ({ no: i + 1, judul: `Prioritas ${i + 1}`, unsur: ['U9'], kegiatan: [k] }));
  return {
    ...dasar,
    rencana: { ...dasar.rencana, prioritas },
    realisasi: lapor
      ? kegiatan.map((k) => ({ rencana: 'RTL-2023', kegiatan: k.kode, status: 'sudah' as const, deskripsi: 'Selesai.' }))
      : [],
    laporan: dasar.laporan.map(({ kesimpulanTambahan: _, ...l }) => ({ ...l, jenis })),
  };
}

const baca = async (...isi: Parameters<typeof rencana>) =>
  (await bacaPdf(await pencetak.laporan.pdf(rencana(...isi), { hariIni: HARI_INI }))).halaman;

const jumlahBaris = (halaman: string) => new Set(halaman.match(/9\.\d+ Kerja nomor/g) ?? []).size;

it.each(['terpisah', 'satu'] as const)(
  'matriks (prioritas %s): baris terakhir menemani tanda tangan',
  async (bentuk) => {
    for (const jumlah of [3, 4, 5, 6]) {
      const halaman = await baca(jumlah, bentuk, 'monitoring-evaluasi', true);
      const akhir = halaman.at(-1) ?? '';
      expect(akhir).toContain('Nurnasni');
      expect([jumlah, jumlahBaris(akhir)]).not.toEqual([jumlah, 0]);
    }
  },
  60_000,
);

it('tabel realisasi: tidak ada satu baris sendirian di halaman terakhirnya', async () => {
  for (const jumlah of [13, 14, 15, 27]) {
    const halaman = await baca(jumlah, 'terpisah', 'hasil-tindak-lanjut', true);
    const tabel = halaman.filter((h) => h.includes('Deskripsi Tindak Lanjut') && jumlahBaris(h) > 0);
    expect(tabel.length).toBeGreaterThan(0);
    expect([jumlah, jumlahBaris(tabel.at(-1) ?? '')]).not.toEqual([jumlah, 1]);
    expect(tabel.reduce((n, h) => n + jumlahBaris(h), 0)).toBe(jumlah);
  }
});

it('kesimpulan: tanda tangan membawa strategi, atau baris terakhirnya, ke halamannya', async () => {
  for (const jumlah of [1, 2, 3, 4, 6, 8]) {
    const akhir = (await baca(jumlah, 'terpisah', 'hasil-tindak-lanjut', false)).at(-1) ?? '';
    expect(akhir).toContain('Nurnasni');
    expect([jumlah, jumlahBaris(akhir)]).not.toEqual([jumlah, 0]);
    if (akhir.includes('Strategi Penyelesaian Rencana')) expect(akhir).toContain(`9.${jumlah} Kerja`);
  }
});
