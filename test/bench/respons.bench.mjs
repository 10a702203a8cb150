// A million raw answers from CSV: received into the storage, recognised, validated, stored and counted, against the bare COPY of the same
// file in the same run; then a workbook of 100 000 rows.
import { createRequire } from 'node:module';
import { createReadStream, closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { AKAR, cetak, median } from './ukur.mjs';

const dari = createRequire(join(AKAR, 'dist', 'src', 'x.js'));
const BARIS = 1_000_000;
const BARIS_XLSX = 100_000;
const ULANG = 3;
const UNSUR = Array.from({ length: 9 }, (_, i) => `U${i + 1}`);

/** A fixed sequence with all its bits mixed (mulberry32). */
function acak() {
  let benih = 20_261_121;
  return () => {
    benih = (benih + 0x6d2b79f5) | 0;
    let t = Math.imul(benih ^ (benih >>> 15), 1 | benih);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return 1 + (((t ^ (t >>> 14)) >>> 0) % 4);
  };
}

function tulisCsv(berkas) {
  const jawaban = acak();
  const jumlah = new Array(9).fill(0);
  const tujuan = openSync(berkas, 'w');
  writeSync(tujuan, `${UNSUR.join(',')}\n`);
  for (let i = 0; i < BARIS; i += 10_000) {
    const potong = [];
    for (let j = 0; j < 10_000; j++) {
      const baris = Array.from({ length: 9 }, jawaban);
      baris.forEach((n, u) => (jumlah[u] += n));
      potong.push(baris.join(','));
    }
    writeSync(tujuan, `${potong.join('\n')}\n`);
  }
  closeSync(tujuan);
  return jumlah;
}

async function tulisXlsx(berkas) {
  const { writeFile } = await import('node:fs/promises');
  const { writeXlsx } = await import('hucre/xlsx');
  const jawaban = acak();
  const rows = [UNSUR, ...Array.from({ length: BARIS_XLSX }, () => Array.from({ length: 9 }, jawaban))];
  await writeFile(berkas, await writeXlsx({ sheets: [{ name: 'Jawaban', rows }] }));
}

/** COPY … FROM STDIN over the same driver. */
class Salin {
  constructor(sql, aliran) {
    Object.assign(this, { sql, aliran });
    this.selesai = new Promise((ya, tidak) => Object.assign(this, { ya, tidak }));
  }
  submit(sambungan) {
    sambungan.query(this.sql);
  }
  handleCopyInResponse(sambungan) {
    this.aliran.on('end', () => sambungan.endCopyFrom());
    this.aliran.on('data', (potong) => {
      sambungan.sendCopyFromChunk(potong);
      if (sambungan.stream.writableNeedDrain) {
        this.aliran.pause();
        sambungan.stream.once('drain', () => this.aliran.resume());
      }
    });
  }
  handleCommandComplete() {}
  handleReadyForQuery() {
    this.ya();
  }
  handleError(galat) {
    this.tidak(galat);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'tuntas-bench-'));
process.env.TUNTAS_DATA = join(folder, 'data');
delete process.env.DATABASE_URL;
const tutup = [];
try {
  const csv = join(folder, 'sejuta.csv');
  const jumlah = tulisCsv(csv);

  const { bacaKonfigurasi, pengaturanAuth } = dari('./config.js');
  const { bukaBasisData } = dari('./database/basis-data.js');
  const { bukaSumberSiap } = dari('./persiapan.js');
  const { NestFactory } = dari('@nestjs/core');
  const { AppModule } = dari('./app.module.js');
  const { bacaPaket } = dari('./paket/paket.baca.js');
  const { ImporService } = dari('./paket/impor.service.js');
  const { Penyimpanan } = dari('./storage/penyimpanan.js');
  const { Transaksi, TANPA_KONTEKS } = dari('./database/transaksi.js');
  const { ImporResponsService } = dari('./survei/impor/impor-respons.service.js');
  const { PeriksaService } = dari('./survei/impor/periksa.service.js');
  const { TempatImpor } = dari('./survei/impor/tempat-impor.js');
  const { TerapkanService } = dari('./survei/impor/terapkan.service.js');
  const { Client } = dari('pg');

  const konfigurasi = bacaKonfigurasi();
  const basisData = await bukaBasisData(konfigurasi, 'perintah');
  tutup.unshift(() => basisData.tutup());
  const sumber = await bukaSumberSiap(basisData, { contoh: false, sandiContoh: null });
  tutup.unshift(() => sumber.destroy());
  const aplikasi = await NestFactory.createApplicationContext(AppModule.dengan(sumber, pengaturanAuth(konfigurasi)), {
    logger: ['error'],
  });
  tutup.unshift(() => aplikasi.close());
  const pemilik = new Client({ connectionString: basisData.url });
  await pemilik.connect();
  tutup.unshift(() => pemilik.end());

  const paket = {
    format: 'tuntas/paket',
    versi: 1,
    instansi: { kode: 'BENCH', nama: 'Bench', singkatan: 'Bench', kota: 'Jakarta', zonaWaktu: 'Asia/Jakarta' },
    survei: [
      { kode: 'S', judul: 'Sejuta', instrumen: 'PERMENPAN-14-2017', periode: { jenis: 'tahun', tahun: 2025 }, status: 'draf' },
    ],
  };
  await aplikasi.get(ImporService).imporSistem(bacaPaket(Buffer.from(JSON.stringify(paket))), 'bench');
  const { rows } = await pemilik.query(`SELECT id FROM instansi WHERE kode = 'BENCH'`);
  const instansiId = rows[0].id;
  const pelaku = { penggunaId: null, nama: 'Bench', surel: '', operator: false, sesiId: '', jabatan: null };
  const konteks = { ...TANPA_KONTEKS, instansi: [instansiId] };
  const transaksi = aplikasi.get(Transaksi);
  const tempat = aplikasi.get(TempatImpor);
  const buka = () =>
    transaksi.jalankan(() =>
      tempat.buka('BENCH', 'S', { ...pelaku, peran: [{ instansiId, peran: 'koordinator', unitId: null }] }),
    );

  /** From the first byte received to the commit. */
  const impor = (berkas, nama) =>
    transaksi.denganKonteks(konteks, async () => {
      const waktu = [performance.now()];
      const catat = () => waktu.push(performance.now());
      const tampungan = await aplikasi.get(Penyimpanan).tampung();
      for await (const potong of createReadStream(berkas, { highWaterMark: 64 * 1024 })) await tampungan.tulis(potong);
      const t = await buka();
      const id = await aplikasi.get(ImporResponsService).terima(t, { nama, ...(await tampungan.selesai()) });
      catat();
      const satu = () => transaksi.jalankan(() => tempat.satu(t, id));
      await aplikasi.get(PeriksaService).mulai(t, await satu());
      await aplikasi.get(PeriksaService).tunggu();
      catat();
      const siap = await satu();
      if (siap.keadaan !== 'siap') throw new Error(`${siap.keadaan}: ${siap.galat}`);
      const hasil = await aplikasi.get(TerapkanService).terapkan(t, siap, siap.sidik);
      catat();
      if (hasil !== 'diterapkan') throw new Error(hasil);
      const detik = waktu.slice(1).map((w, i) => (w - waktu[i]) / 1000);
      return { detik, jumlah: detik.reduce((a, b) => a + b, 0), ringkasan: siap.ringkasan };
    });

  await pemilik.query(`CREATE TABLE salinan (${UNSUR.map((u) => `${u} smallint`).join(', ')})`);
  const salin = async () => {
    await pemilik.query('TRUNCATE salinan');
    const mulai = performance.now();
    const perintah = new Salin(
      'COPY salinan FROM STDIN (FORMAT csv, HEADER)',
      createReadStream(csv, { highWaterMark: 64 * 1024 }),
    );
    pemilik.query(perintah);
    await perintah.selesai;
    return (performance.now() - mulai) / 1000;
  };
  const kosongkan = async () => {
    await pemilik.query('DELETE FROM respons');
    await pemilik.query(`UPDATE survei SET sidik_respons = NULL, tingkat = 'terbit', jumlah_respons = NULL`);
    await pemilik.query('VACUUM respons');
    await pemilik.query('CHECKPOINT');
  };

  const [polos, penuh] = [[], []];
  for (let i = 0; i < ULANG; i++) {
    await pemilik.query('CHECKPOINT');
    polos.push(await salin());
    await kosongkan();
    const hasil = await impor(csv, 'sejuta.csv');
    const { unsur, n, ditolak } = hasil.ringkasan;
    if (n !== BARIS || ditolak !== 0 || unsur.some((u, k) => u.jumlah !== jumlah[k]))
      throw new Error(JSON.stringify(hasil.ringkasan.unsur));
    penuh.push(hasil);
  }
  const tersimpan = await pemilik.query('SELECT sum(n)::int AS n, pg_total_relation_size($1) AS bita FROM respons', ['respons']);
  if (tersimpan.rows[0].n !== BARIS) throw new Error(JSON.stringify(tersimpan.rows));
  const [p, w] = [median(polos), median(penuh.map((h) => h.jumlah))];
  const bagian = (i) => median(penuh.map((h) => h.detik[i])).toFixed(2);
  const puncak = process.resourceUsage().maxRSS / 1024;
  cetak('respons, 1 000 000 baris × 9 dari CSV: waktu', `${w.toFixed(2)} s`, '< 10 s');
  cetak(`  diterima ${bagian(0)}, diperiksa ${bagian(1)}, diterapkan`, `${bagian(2)} s`, '');
  cetak(`respons ÷ COPY polos berkas yang sama (${p.toFixed(2)} s)`, (w / p).toFixed(2), '<= 4,00 (tujuan 1,50)');
  cetak('respons: memori puncak seluruh proses', `${puncak.toFixed(0)} MB`, '< 400 MB');
  cetak(
    `respons: ukuran di basis data (CSV ${(statSync(csv).size / 1e6).toFixed(0)} MB)`,
    `${(Number(tersimpan.rows[0].bita) / 1e6).toFixed(0)} MB`,
    '',
  );

  const xlsx = join(folder, 'seratus-ribu.xlsx');
  await tulisXlsx(xlsx);
  await kosongkan();
  const buku = await impor(xlsx, 'seratus-ribu.xlsx');
  if (buku.ringkasan.n !== BARIS_XLSX) throw new Error(JSON.stringify(buku.ringkasan));
  cetak('respons, 100 000 baris × 9 dari XLSX: waktu', `${buku.jumlah.toFixed(2)} s`, '< 30 s');
} finally {
  for (const kerja of tutup) await kerja();
  rmSync(folder, { recursive: true, force: true });
}
