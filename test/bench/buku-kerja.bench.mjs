// A plan of 500 kegiatan × 8 triwulan as a workbook: out, in as a dry run in which every row differs, and applied.
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { AKAR, cetak } from './ukur.mjs';

const dari = createRequire(join(AKAR, 'dist', 'src', 'x.js'));
const KEGIATAN = 500;
const JADWAL = [2025, 2026].flatMap((tahun) => [1, 2, 3, 4].map((ke) => `${tahun}-TW${ke}`));

function paket() {
  const kegiatan = Array.from({ length: KEGIATAN }, (_, i) => ({
    kode: `RTL-2025-${i + 1}`,
    uraian: `Penyederhanaan prosedur dan peningkatan kapasitas petugas pelayanan, kegiatan ke-${i + 1}`,
    jadwal: JADWAL,
    penanggungJawab: [{ unit: `U-${i % 200}` }, { unit: `U-${(i + 1) % 200}` }],
    keluaran: 'Standar pelayanan yang direvisi',
  }));
  const prioritas = Array.from({ length: 25 }, (_, p) => ({
    ...{ no: p + 1, judul: `Prioritas ${p + 1}`, unsur: [], alasan: 'saran responden' },
    kegiatan: kegiatan.slice(p * 20, p * 20 + 20),
  }));
  return {
    format: 'tuntas/paket',
    versi: 1,
    instansi: { kode: 'BENCH', nama: 'Bench', singkatan: 'Bench', kota: 'Jakarta', zonaWaktu: 'Asia/Jakarta' },
    unit: Array.from({ length: 200 }, (_, i) => ({ kode: `U-${i}`, nama: `Unit ${i}`, jenis: 'bidang' })),
    rencana: [{ kode: 'RTL', judul: 'Rencana besar', satuanJadwal: 'triwulan', status: 'draf', prioritas }],
  };
}

const folder = mkdtempSync(join(tmpdir(), 'tuntas-bench-'));
process.env.TUNTAS_DATA = join(folder, 'data');
delete process.env.DATABASE_URL;
try {
  const { bacaPaket } = dari('./paket/paket.baca.js');
  const { ImporService } = dari('./paket/impor.service.js');
  const { OrganisasiQuery } = dari('./organisasi/organisasi.query.js');
  const { Transaksi } = dari('./database/transaksi.js');
  const { UjiBukuService } = dari('./rtl/buku-kerja/uji-buku.service.js');
  const { bukaKiriman } = dari('./rtl/buku-kerja/baca-kiriman.js');
  const { bacaBuku, tulisBuku } = dari('./shared/buku-kerja/buku-kerja.js');
  const { denganAplikasi } = dari('./perintah/sambungan.js');
  await denganAplikasi({ contoh: false }, async (aplikasi) => {
    await aplikasi.get(ImporService).imporSistem(bacaPaket(Buffer.from(JSON.stringify(paket()))), 'bench');
    const service = aplikasi.get(UjiBukuService, { strict: false });
    const sebagai = (kerja) =>
      aplikasi.get(Transaksi).sebagaiSistem('bench', 'BENCH', async (instansiId) => {
        const instansi = await aplikasi.get(OrganisasiQuery).instansi('BENCH');
        const peran = [{ instansiId, peran: 'koordinator', unitId: null }];
        const pelaku = { penggunaId: null, nama: 'Bench', operator: false, peran };
        return kerja({ instansi, pelaku, hariIni: '2025-01-02', sekarang: new Date() });
      });
    const ukur = async (nama, kerja) => {
      const mulai = performance.now();
      const hasil = await kerja();
      cetak(`buku kerja ${KEGIATAN} kegiatan: ${nama}`, `${((performance.now() - mulai) / 1000).toFixed(2)} s`, '< 2 s');
      return hasil;
    };
    const unduh = async () => tulisBuku(await sebagai((tempat) => service.isiUnduhan(tempat, 'RTL')));
    const bita = await ukur('unduh', unduh);
    const sunting = (await bacaBuku(bita, 2_000, 60)).map((l) => ({
      name: l.nama,
      rows: l.baris.map((b, r) => b.map((s, k) => (l.nama === 'Rencana' && k === 3 && r > 1 && s !== '' ? `${s} (revisi)` : s))),
    }));
    const berubah = await tulisBuku({ sheets: sunting });
    const periksa = async (isi) => {
      const lembar = await bukaKiriman(isi);
      return sebagai((tempat) => service.ujiBuku(tempat, 'RTL', isi, lembar));
    };
    const id = await ukur('unggah dan periksa, semua baris berubah', () => periksa(berubah));
    await ukur('terapkan semuanya', () => sebagai((tempat) => service.terapkan(tempat, 'RTL', id)));
    const lagi = await periksa(berubah);
    const { hasil } = await sebagai((tempat) => service.satu(tempat, 'RTL', lagi));
    if (hasil.baris.length !== KEGIATAN || hasil.baris.some((b) => b.keadaan !== 'tetap'))
      throw new Error('Unggahan kedua mengubah');
  });
} finally {
  if (statSync(folder, { throwIfNoEntry: false })) rmSync(folder, { recursive: true, force: true });
}
