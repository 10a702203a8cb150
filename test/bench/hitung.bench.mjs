// `tuntas hitung` on a million raw answers: whole process, from start to the last byte on standard output.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AKAR, cetak, jalankanCli, median } from './ukur.mjs';

const BARIS = 1_000_000;
const folder = mkdtempSync(join(tmpdir(), 'tuntas-bench-'));
try {
  const berkas = join(folder, 'sejuta.json');
  // A fixed sequence with all its bits mixed (mulberry32): rows that repeat would be kept once by the engine and flatter the figure.
  let benih = 20_261_121;
  const jawaban = () => {
    benih = (benih + 0x6d2b79f5) | 0;
    let t = Math.imul(benih ^ (benih >>> 15), 1 | benih);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return 1 + (((t ^ (t >>> 14)) >>> 0) % 4);
  };
  const baris = Array.from({ length: BARIS }, () => Array.from({ length: 9 }, jawaban).join(''));
  const paket = {
    format: 'tuntas/paket',
    versi: 1,
    instansi: { kode: 'BENCH', nama: 'Bench', singkatan: 'Bench', kota: 'Jakarta', zonaWaktu: 'Asia/Jakarta' },
    survei: [
      {
        kode: 'S',
        judul: 'Sejuta responden',
        instrumen: 'PERMENPAN-14-2017',
        periode: { jenis: 'tahun', tahun: 2025 },
        respons: { unsur: Array.from({ length: 9 }, (_, i) => `U${i + 1}`), baris },
      },
    ],
  };
  writeFileSync(berkas, JSON.stringify(paket));

  const ukuran = [];
  for (let i = 0; i < 5; i++) ukuran.push(await jalankanCli(['hitung', berkas]));
  const dihitung = JSON.parse(ukuran[0].keluaran).survei[0];
  if (dihitung.tingkatData !== 'respons' || dihitung.unsur.length !== 9) throw new Error('hasil hitung tidak lengkap');
  cetak('hitung, 1 000 000 baris jawaban: waktu', `${median(ukuran.map((u) => u.detik)).toFixed(2)} s`, '< 2 s');
  cetak('hitung, 1 000 000 baris jawaban: memori puncak', `${median(ukuran.map((u) => u.mb)).toFixed(0)} MB`, '< 300 MB');

  const kecil = [];
  for (let i = 0; i < 5; i++) kecil.push(await jalankanCli(['hitung', join(AKAR, 'src/paket/contoh/kasn-2023.json')]));
  cetak('hitung, KASN 2023: waktu', `${median(kecil.map((u) => u.detik)).toFixed(2)} s`, '< 1 s');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
