// The page of a survey of a million respondents with profile, services and importance: server time of whole requests over HTTP, after an
// import that goes the way of every import. Stored figures alone are read, so the number of respondents must not matter.
import { createRequire } from 'node:module';
import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { AKAR, cetak, median } from './ukur.mjs';

const dari = createRequire(join(AKAR, 'dist', 'src', 'x.js'));
const BARIS = 1_000_000;
const PERMINTAAN = 200;
const UNSUR = Array.from({ length: 9 }, (_, i) => `U${i + 1}`);
const PENDIDIKAN = ['SD', 'SMP', 'SMA/SMK', 'D-III', 'Sarjana', 'Magister'];
const PEKERJAAN = ['PNS', 'TNI/Polri', 'Karyawan swasta', 'Wiraswasta', 'Mahasiswa', 'Petani', ''];

function tulisCsv(berkas) {
  let benih = 20_261_121;
  const acak = (n) => {
    benih = (benih + 0x6d2b79f5) | 0;
    let t = Math.imul(benih ^ (benih >>> 15), 1 | benih);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
  const tujuan = openSync(berkas, 'w');
  const kepentingan = UNSUR.map((u) => `Kepentingan ${u}`);
  writeSync(tujuan, `Usia,Jenis Kelamin,Pendidikan,Pekerjaan,Layanan,${[...UNSUR, ...kepentingan].join(',')}\n`);
  for (let i = 0; i < BARIS; i += 10_000) {
    const potong = [];
    for (let j = 0; j < 10_000; j++) {
      const diri = [17 + acak(60), 'LP'[acak(2)], PENDIDIKAN[acak(6)], PEKERJAAN[acak(7)], `Loket ${1 + acak(40)}`];
      potong.push([...diri, ...Array.from({ length: 18 }, () => 1 + acak(4))].join(','));
    }
    writeSync(tujuan, `${potong.join('\n')}\n`);
  }
  closeSync(tujuan);
}

const folder = mkdtempSync(join(tmpdir(), 'tuntas-bench-'));
process.env.TUNTAS_DATA = join(folder, 'data');
delete process.env.DATABASE_URL;
const tutup = [];
try {
  const csv = join(folder, 'sejuta.csv');
  tulisCsv(csv);

  const { bacaKonfigurasi, pengaturanAuth } = dari('./config.js');
  const { bukaBasisData } = dari('./database/basis-data.js');
  const { bukaSumberSiap } = dari('./persiapan.js');
  const { buatAplikasi } = dari('./aplikasi.js');
  const { bacaPaket } = dari('./paket/paket.baca.js');
  const { ImporService } = dari('./paket/impor.service.js');
  const { Penyimpanan } = dari('./storage/penyimpanan.js');
  const { Transaksi, TANPA_KONTEKS } = dari('./database/transaksi.js');
  const { SesiService } = dari('./auth/sesi/sesi.service.js');
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
  const aplikasi = await buatAplikasi(sumber, { auth: pengaturanAuth(konfigurasi) });
  tutup.unshift(() => aplikasi.close());
  await aplikasi.listen(0, '127.0.0.1');
  const alamat = `http://127.0.0.1:${aplikasi.getHttpServer().address().port}`;
  const pemilik = new Client({ connectionString: basisData.url });
  await pemilik.connect();
  tutup.unshift(() => pemilik.end());

  const tahunan = (tahun) => ({ jenis: 'tahun', tahun });
  const lama = Array.from({ length: 8 }, (_, i) => ({
    kode: `S-${2017 + i}`,
    judul: `Survei ${2017 + i}`,
    instrumen: 'PERMENPAN-14-2017',
    periode: tahunan(2017 + i),
    jumlahPerUnsur: { n: 400, jumlah: Object.fromEntries(UNSUR.map((u, k) => [u, 1300 + 10 * i + k])) },
  }));
  const paket = {
    format: 'tuntas/paket',
    versi: 1,
    instansi: { kode: 'BENCH', nama: 'Bench', singkatan: 'Bench', kota: 'Jakarta', zonaWaktu: 'Asia/Jakarta' },
    unit: [{ kode: 'U', nama: 'Unit', jenis: 'bidang' }],
    survei: [
      ...lama,
      { kode: 'S', judul: 'Sejuta', instrumen: 'PERMENPAN-14-2017', periode: tahunan(2025), status: 'draf', populasi: 5e6 },
    ],
  };
  await aplikasi.get(ImporService).imporSistem(bacaPaket(Buffer.from(JSON.stringify(paket))), 'bench');
  const [{ id: instansiId }] = (await pemilik.query(`SELECT id FROM instansi WHERE kode = 'BENCH'`)).rows;
  const [{ id: penggunaId }] =
    (await pemilik.query(`WITH p AS (INSERT INTO pengguna (id, surel, nama, operator, contoh, dibuat)
        VALUES (gen_random_uuid(), 'bench@bench.go.id', 'Bench', false, false, now()) RETURNING id),
      r AS (INSERT INTO peran (id, instansi_id, pengguna_id, peran, mulai) SELECT gen_random_uuid(), $1, id, 'koordinator', '2020-01-01' FROM p)
      SELECT id FROM p`, [instansiId])) // prettier-ignore
    .rows;
  const transaksi = aplikasi.get(Transaksi);
  const peran = [{ instansiId, peran: 'koordinator', unitId: null }];
  const pelaku = { penggunaId: null, nama: 'Bench', surel: '', operator: false, sesiId: '', jabatan: null, peran };
  await transaksi.denganKonteks({ ...TANPA_KONTEKS, instansi: [instansiId] }, async () => {
    const tampungan = await aplikasi.get(Penyimpanan).tampung();
    for await (const potong of createReadStream(csv)) await tampungan.tulis(potong);
    const tempat = aplikasi.get(TempatImpor);
    const t = await transaksi.jalankan(() => tempat.buka('BENCH', 'S', pelaku));
    const id = await aplikasi.get(ImporResponsService).terima(t, { nama: 'sejuta.csv', ...(await tampungan.selesai()) });
    const satu = () => transaksi.jalankan(() => tempat.satu(t, id));
    await aplikasi.get(PeriksaService).mulai(t, await satu());
    await aplikasi.get(PeriksaService).tunggu();
    const siap = await satu();
    if (siap.keadaan !== 'siap') throw new Error(`${siap.keadaan}: ${siap.galat}`);
    await aplikasi.get(TerapkanService).terapkan(t, siap, siap.sidik);
  });
  await pemilik.query(`UPDATE survei SET status = 'ditetapkan' WHERE kode = 'S'`);
  const token = await aplikasi
    .get(SesiService)
    .mulai({ penggunaId, tahap: 'penuh', cara: 'sandi', asal: { ip: '127.0.0.1', agen: 'bench' } }, undefined);

  const minta = async (jalur) => {
    const mulai = performance.now();
    const jawaban = await fetch(alamat + jalur, { headers: { cookie: `tuntas_sesi=${token}` } });
    const html = await jawaban.text();
    if (jawaban.status !== 200) throw new Error(`${jalur}: ${jawaban.status}`);
    return { ms: performance.now() - mulai, html };
  };
  const ukur = async (nama, jalur, harus) => {
    const { html } = await minta(jalur);
    for (const teks of harus) if (!html.includes(teks)) throw new Error(`${jalur} tidak memuat “${teks}”`);
    const waktu = [];
    for (let i = 0; i < PERMINTAAN; i++) waktu.push((await minta(jalur)).ms);
    const urut = [...waktu].sort((a, b) => a - b);
    cetak(`${nama}: median dari ${PERMINTAAN}`, `${median(waktu).toFixed(1)} ms`, '< 50 ms');
    cetak(`${nama}: persentil 95`, `${urut[Math.floor(PERMINTAAN * 0.95)].toFixed(1)} ms`, '(tidak dibatasi)');
  };
  await ukur('halaman survei 1 000 000 responden', '/instansi/BENCH/survei/S', [
    'Profil 1.000.000 responden',
    'Loket 40',
    'Indeks CS',
    'id="tren"',
  ]);
  await ukur('halaman tren', '/instansi/BENCH/survei-tren', ['Tren survei tahunan']);
  await ukur('halaman perbandingan layanan', '/instansi/BENCH/survei-layanan?tahun=2025', ['40 layanan']);
} finally {
  for (const kerja of tutup) await kerja();
  rmSync(folder, { recursive: true, force: true });
}
