// Import of a paket with 5 000 kegiatan into the embedded PostgreSQL, which is started before the clock.
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { AKAR, cetak } from './ukur.mjs';

const dari = createRequire(join(AKAR, 'dist', 'src', 'x.js'));
const KEGIATAN = 5_000;

function paketBesar() {
  const unit = Array.from({ length: 200 }, (_, i) => ({ kode: `U-${i}`, nama: `Unit ${i}`, jenis: 'bidang' }));
  const kegiatan = Array.from({ length: KEGIATAN }, (_, i) => ({
    kode: `${Math.floor(i / 50) + 1}.${(i % 50) + 1}`,
    uraian: `Kegiatan ke-${i + 1}: penyederhanaan prosedur dan peningkatan kapasitas petugas pelayanan`,
    jadwal: ['2025-TW1', '2025-TW2', '2025-TW3', '2025-TW4'],
    penanggungJawab: [{ unit: `U-${i % 200}` }, { kelompok: 'seluruh Pokja' }],
  }));
  return {
    format: 'tuntas/paket',
    versi: 1,
    instansi: { kode: 'BENCH', nama: 'Bench', singkatan: 'Bench', kota: 'Jakarta', zonaWaktu: 'Asia/Jakarta' },
    unit,
    rencana: [
      {
        kode: 'RTL',
        judul: 'Rencana besar',
        satuanJadwal: 'triwulan',
        status: 'ditetapkan',
        prioritas: Array.from({ length: KEGIATAN / 50 }, (_, p) => ({
          no: p + 1,
          judul: `Prioritas ${p + 1}`,
          unsur: [],
          alasan: 'saran responden',
          kegiatan: kegiatan.slice(p * 50, p * 50 + 50),
        })),
      },
    ],
    realisasi: kegiatan.map((k) => ({
      rencana: 'RTL',
      kegiatan: k.kode,
      periode: '2025-TW1',
      status: 'sudah',
      deskripsi: `Telah dilaksanakan untuk ${k.kode}.`,
      bukti: [{ jenis: 'tautan', url: `https://contoh.go.id/bukti/${k.kode}` }],
    })),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'tuntas-bench-'));
process.env.TUNTAS_DATA = join(folder, 'data');
delete process.env.DATABASE_URL;
try {
  const bytes = Buffer.from(JSON.stringify(paketBesar()));
  const { bacaPaket } = dari('./paket/paket.baca.js');
  const { ImporService } = dari('./paket/impor.service.js');
  const { denganAplikasi } = dari('./perintah/sambungan.js');
  await denganAplikasi({ contoh: false }, async (aplikasi) => {
    const impor = async () => {
      const mulai = performance.now();
      const hasil = await aplikasi.get(ImporService).imporSistem(bacaPaket(bytes), 'bench');
      return { detik: (performance.now() - mulai) / 1000, hasil };
    };
    const pertama = await impor();
    const kedua = await impor();
    if (pertama.hasil.baru < 2 * KEGIATAN || kedua.hasil.tetap !== pertama.hasil.baru)
      throw new Error(JSON.stringify([pertama, kedua]));
    cetak(`impor, ${KEGIATAN} kegiatan, semuanya baru`, `${pertama.detik.toFixed(2)} s`, '< 5 s');
    cetak(`impor, ${KEGIATAN} kegiatan, tidak ada yang berubah`, `${kedua.detik.toFixed(2)} s`, '< 5 s');
    const puncak = process.resourceUsage().maxRSS / 1024;
    cetak('impor: memori puncak seluruh proses', `${puncak.toFixed(0)} MB`, '(tidak dibatasi)');
  });
} finally {
  if (statSync(folder, { throwIfNoEntry: false })) rmSync(folder, { recursive: true, force: true });
}
