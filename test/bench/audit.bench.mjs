// The audit of an agency with 200 000 entries: checked, shown and exported. Run by hand: npm run build && node test/bench/audit.bench.mjs
import { createRequire } from 'node:module';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { AKAR, cetak, jalankanCli } from './ukur.mjs';

const dari = createRequire(join(AKAR, 'dist', 'src', 'x.js'));
const CATATAN = 200_000;
const SEKALI = 1000;

const folder = mkdtempSync(join(tmpdir(), 'tuntas-bench-'));
process.env.TUNTAS_DATA = join(folder, 'data');
delete process.env.DATABASE_URL;

async function isi(transaksi) {
  const mulai = performance.now();
  for (let n = 0; n < CATATAN; n += SEKALI) {
    await transaksi.sebagaiSistem('bench', 'KASN', (id, manager) =>
      manager.query(
        `INSERT INTO audit (instansi_id, peristiwa, waktu, pengguna_id, nama, peran, sasaran_jenis, sasaran_nama, sebelum, sesudah, alasan, ip, agen)
         SELECT $1, CASE i % 3 WHEN 0 THEN 'unit.ubah_nama' WHEN 1 THEN 'peran.beri' ELSE 'paket.impor' END, now(),
           ('00000000-0000-4000-8000-' || lpad((i % 300)::text, 12, '0'))::uuid, 'Orang ' || i % 300, '{admin}', 'unit', 'Unit ' || i % 50,
           '{"nama": "Bagian Umum"}', jsonb_build_object('nama', 'Bagian Umum dan Kepegawaian ' || i), 'SK ' || i, '10.0.0.1', 'Mozilla/5.0'
         FROM generate_series($2::int, $3::int) i`,
        [id, n + 1, n + SEKALI],
      ),
    );
  }
  cetak(`${CATATAN} catatan ditulis`, `${((performance.now() - mulai) / 1000).toFixed(1)} s`, '–');
}

async function ukurHalaman(alamat, kepala, jalur) {
  const mulai = performance.now();
  const jawaban = await fetch(alamat + jalur, { headers: kepala });
  await jawaban.text();
  if (jawaban.status !== 200) throw new Error(`${jalur}: ${jawaban.status}`);
  return performance.now() - mulai;
}

try {
  const { denganAplikasi } = dari('./perintah/sambungan.js');
  const { buatAplikasi } = dari('./aplikasi.js');
  const { Transaksi } = dari('./database/transaksi.js');
  const { SesiService } = dari('./auth/sesi/sesi.service.js');
  const { DataSource } = dari('typeorm');
  await denganAplikasi({ contoh: true }, async (induk) => {
    const transaksi = induk.get(Transaksi);
    await isi(transaksi);
    const [orang, kini] = [randomUUID(), new Date()];
    await transaksi.sebagaiSistem('bench', 'KASN', async (id, manager) => {
      await manager.query(
        'INSERT INTO pengguna (id, surel, nama, operator, contoh, dibuat) VALUES ($1, $2, $3, false, false, $4)',
        [orang, 'bench@contoh.example', 'Bench', kini],
      );
      await manager.query(
        `INSERT INTO peran (id, instansi_id, pengguna_id, peran, mulai) VALUES ($1, $2, $3, 'inspektur', '2020-01-01')`,
        [randomUUID(), id, orang],
      );
    });
    const token = await induk
      .get(SesiService)
      .mulai({ penggunaId: orang, tahap: 'penuh', cara: 'sandi', asal: { ip: null, agen: null } }, undefined);
    const aplikasi = await buatAplikasi(induk.get(DataSource));
    await aplikasi.listen(0, '127.0.0.1');
    const alamat = `http://127.0.0.1:${aplikasi.getHttpServer().address().port}`;
    const kepala = { cookie: `tuntas_sesi=${token}` };
    await ukurHalaman(alamat, kepala, '/instansi/KASN/audit');
    for (const [nama, jalur] of [
      ['halaman pertama', ''],
      ['halaman terakhir', `?h=${CATATAN / 50}`],
      ['halaman tersaring', '?peristiwa=peran.beri&dari=2020-01-01'],
    ])
      cetak(
        `log audit, ${nama}`,
        `${(await ukurHalaman(alamat, kepala, `/instansi/KASN/audit${jalur}`)).toFixed(0)} ms`,
        '≤ 1 s',
      );

    const awal = process.memoryUsage.rss();
    let [puncak, bita] = [awal, 0];
    const amati = setInterval(() => (puncak = Math.max(puncak, process.memoryUsage.rss())), 5);
    const mulai = performance.now();
    for await (const potongan of (await fetch(`${alamat}/instansi/KASN/audit.csv`, { headers: kepala })).body)
      bita += potongan.length;
    clearInterval(amati);
    cetak(`ekspor CSV ${(bita / 1e6).toFixed(0)} MB`, `${((performance.now() - mulai) / 1000).toFixed(1)} s`, '–');
    cetak('tambahan memori selama ekspor (server dan pembaca)', `${((puncak - awal) / 1e6).toFixed(0)} MB`, '≤ 150 MB');
    await aplikasi.close();
  }).catch((galat) => {
    // The data source is the one of the command, and closed with the pages.
    if (!/Driver not Connected|CannotExecute|not established/i.test(String(galat))) throw galat;
  });
  const { detik, mb, keluaran } = await jalankanCli(['audit', 'periksa', '--instansi', 'KASN'], {
    TUNTAS_DATA: process.env.TUNTAS_DATA,
  });
  cetak(`tuntas audit periksa: ${keluaran.split(',')[0]}`, `${detik.toFixed(1)} s`, '≤ 30 s');
  cetak('puncak memori', `${mb.toFixed(0)} MB`, '≤ 250 MB');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
