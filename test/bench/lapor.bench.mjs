// Reporting on the real server, a process of its own: its memory while 20 photos of 5 MB come in, with script and without; the page of the
// form; saving field by field with 50 people typing at once. Everybody has a slot of their own, as in an agency.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Blob } from 'node:buffer';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as tunggu } from 'node:timers/promises';
import { URLSearchParams } from 'node:url';
import sharp from 'sharp';
import { AKAR, cetak, median } from './ukur.mjs';

const dari = createRequire(join(AKAR, 'dist', 'src', 'x.js'));
dari('reflect-metadata');

const FOTO = 20;
const PENULIS = 50;
/** The script of the form saves 0.7 s after the last key. */
const JEDA_KETIK = 700;
const LAMA_MENULIS = 15_000;
const PEMANASAN = 4;
const tahun = new Date().getFullYear();
const periode = `${tahun}-TW${Math.floor(new Date().getMonth() / 3) + 1}`;

const paket = {
  format: 'tuntas/paket',
  versi: 1,
  instansi: { kode: 'LAPOR', nama: 'Dinas Lapor', singkatan: 'Lapor', kota: 'Jakarta', zonaWaktu: 'Asia/Jakarta' },
  unit: [{ kode: 'U', nama: 'Bidang Pelayanan', jenis: 'bidang' }],
  rencana: [
    {
      kode: 'RTL',
      judul: 'Rencana Tindak Lanjut',
      periode: { jenis: 'tahun', tahun },
      satuanJadwal: 'triwulan',
      status: 'ditetapkan',
      prioritas: [
        {
          no: 1,
          judul: 'Prosedur',
          unsur: [],
          alasan: 'Keluhan',
          kegiatan: Array.from({ length: PENULIS }, (_, i) => ({
            kode: `RTL-${String(i + 1).padStart(2, '0')}`,
            uraian: `Menyederhanakan prosedur layanan nomor ${i + 1}`,
            jadwal: [periode],
            penanggungJawab: [{ unit: 'U' }],
          })),
        },
      ],
    },
  ],
};

/** What a form of that session carries. */
function csrf(token) {
  const { samarkan } = dari('./auth/sesi/csrf.rules.js');
  const rahasia = createHash('sha256').update(`csrf/sesi/${token}`).digest();
  return samarkan(rahasia, Buffer.alloc(rahasia.length, 7));
}

/** People with sessions, made without the sign-in page, and the period open. @param pemilik data source of the owner of the tables */
async function siapkan(basisData) {
  const { bukaSumberSiap } = dari('./persiapan.js');
  const { buatAplikasi } = dari('./aplikasi.js');
  const { PengaturanAuth } = dari('./auth/pengaturan.js');
  const { SesiService } = dari('./auth/sesi/sesi.service.js');
  const { Transaksi } = dari('./database/transaksi.js');
  const { Jam } = dari('./shared/jam.js');
  const sumber = await bukaSumberSiap(basisData, { contoh: false, sandiContoh: null });
  const aplikasi = await buatAplikasi(sumber, { auth: new PengaturanAuth({ kunci: randomBytes(32) }) });
  const { bacaPaket } = dari('./paket/paket.baca.js');
  const { ImporService } = dari('./paket/impor.service.js');
  await aplikasi.get(ImporService).imporSistem(bacaPaket(Buffer.from(JSON.stringify(paket))), 'bench');
  await aplikasi.close();
  if (sumber.isInitialized) await sumber.destroy();
  const pemilik = await dari('./database/sumber-data.js').buatSumberData(basisData.url, 2).initialize();
  await pemilik.query(
    `INSERT INTO jendela_laporan (id, instansi_id, periode, tindakan, mulai, batas, oleh_nama, pada)
     SELECT gen_random_uuid(), id, $1, 'buka', '${tahun}-01-01', '${tahun + 1}-12-31', 'Bench', now() FROM instansi WHERE kode = 'LAPOR'`,
    [periode],
  );
  const sesi = new SesiService(new Transaksi(pemilik), new Jam());
  const orang = [];
  for (let i = 0; i < PENULIS; i++) {
    const penggunaId = randomUUID();
    await pemilik.query(
      `INSERT INTO pengguna (id, surel, nama, operator, contoh, dibuat) VALUES ($1, $2, 'Pelapor', false, false, now())`,
      [penggunaId, `p${i}-${penggunaId.slice(0, 8)}@bench.go.id`],
    );
    await pemilik.query(
      `INSERT INTO peran (id, instansi_id, pengguna_id, peran, unit_id, mulai)
       SELECT gen_random_uuid(), i.id, $1, 'pelapor', u.id, '2020-01-01' FROM instansi i JOIN unit u ON u.instansi_id = i.id
       WHERE i.kode = 'LAPOR' AND u.kode = 'U'`,
      [penggunaId],
    );
    const isi = { penggunaId, tahap: 'penuh', cara: 'sandi', duaLangkah: true, asal: { ip: '127.0.0.1', agen: 'bench' } };
    const token = await sesi.mulai(isi, undefined);
    const kepala = { cookie: `tuntas_sesi=${token}`, 'x-csrf-token': csrf(token), accept: 'application/json' };
    orang.push({
      kepala,
      slot: `/instansi/LAPOR/rencana/RTL/kegiatan/${paket.rencana[0].prioritas[0].kegiatan[i].kode}/laporan/${periode}`,
    });
  }
  await pemilik.destroy();
  return orang;
}

/** A photo of 12 megapixels and 5 MB, as a telephone writes it; another content with every call. */
async function foto() {
  const create = {
    width: 4000,
    height: 3000,
    channels: 3,
    background: '#888',
    noise: { type: 'gaussian', mean: 128, sigma: 24 },
  };
  const dasar = await sharp({ create }).blur(0.6).withMetadata({ orientation: 6 }).jpeg({ quality: 84 }).toBuffer();
  const sisa = Math.max(16, 5_000_000 - dasar.length);
  return { mb: (dasar.length + sisa) / 1e6, buat: () => Buffer.concat([dasar, randomBytes(sisa)]) };
}

const baca = (jalur) => {
  try {
    return readFileSync(jalur, 'latin1');
  } catch {
    return '';
  }
};

/** Peak memory while `kerja` runs, in MB: of the server, and together with the process that writes pictures anew. */
async function puncak(pid, kerja) {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  let bersama = 0;
  const rss = (p) => Number(/VmRSS:\s+(\d+)/.exec(baca(`/proc/${p}/status`))?.[1] ?? 0) / 1024;
  const anak = () =>
    readdirSync(`/proc/${pid}/task`)
      .flatMap((t) => baca(`/proc/${pid}/task/${t}/children`).split(' ').filter(Boolean))
      .filter((p) => baca(`/proc/${p}/cmdline`).includes('pekerja-foto'));
  const amati = setInterval(() => {
    bersama = Math.max(
      bersama,
      [pid, ...anak()].reduce((n, p) => n + rss(p), 0),
    );
  }, 20);
  const mulai = performance.now();
  await kerja();
  clearInterval(amati);
  const server = Number(/VmHWM:\s+(\d+)/.exec(baca(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
  return { server, bersama: Math.max(bersama, server), detik: (performance.now() - mulai) / 1000 };
}

async function pasti(janji, sebutan) {
  const jawaban = await janji;
  const teks = await jawaban.text();
  if (jawaban.status >= 300) throw new Error(`${sebutan}: ${jawaban.status} ${teks.slice(0, 300)}`);
  return teks.startsWith('{') ? JSON.parse(teks) : teks;
}

/** As the script of the page: two files at once, four megabytes each time. */
async function denganSkrip(alamat, { kepala, slot }, buat) {
  let sisa = FOTO;
  const satu = async () => {
    while (sisa-- > 0) {
      const isi = buat();
      const awal = new URLSearchParams({ medan: 'berkas:utama:lain', nama: `foto ${sisa}.jpg`, ukuran: String(isi.length) });
      let k = await pasti(fetch(`${alamat}${slot}/unggahan`, { method: 'POST', headers: kepala, body: awal }), 'mulai');
      while (!k.bukti) {
        const badan = isi.subarray(k.diterima, k.diterima + 4 * 1024 * 1024);
        const sendiri = { ...kepala, 'content-type': 'application/octet-stream', 'upload-offset': String(k.diterima) };
        k = await pasti(fetch(`${alamat}${slot}/unggahan/${k.id}`, { method: 'PATCH', headers: sendiri, body: badan }), 'potong');
      }
    }
  };
  await Promise.all([satu(), satu()]);
}

async function tanpaSkrip(alamat, { kepala, slot }, buat) {
  const badan = new globalThis.FormData();
  badan.set('_csrf', kepala['x-csrf-token']);
  for (let i = 0; i < FOTO; i++) badan.append('berkas:utama:lain', new Blob([buat()]), `foto ${i}.jpg`);
  await pasti(fetch(`${alamat}${slot}/bukti`, { method: 'POST', headers: kepala, body: badan }), 'formulir');
}

/** @returns milliseconds of each save */
async function menulis(alamat, orang, jeda) {
  const ms = [];
  const akhir = performance.now() + LAMA_MENULIS;
  await Promise.all(
    orang.map(async ({ kepala, slot }, siapa) => {
      let versi = 0;
      await tunggu((siapa / orang.length) * jeda);
      for (let ke = 0; performance.now() < akhir; ke++) {
        const badan = JSON.stringify({
          bagian: 'utama',
          medan: 'hambatan',
          nilai: `${jeda} ${'Kalimat yang diketik. '.repeat(1 + (ke % 40))}${ke}`,
          versi,
        });
        const mulai = performance.now();
        const sendiri = { ...kepala, 'content-type': 'application/json' };
        ({ versi } = await pasti(fetch(`${alamat}${slot}/isian`, { method: 'POST', headers: sendiri, body: badan }), 'isian'));
        // The first ones make the report and open the connections.
        if (ke >= PEMANASAN) ms.push(performance.now() - mulai);
        await tunggu(jeda);
      }
    }),
  );
  return ms.sort((a, b) => a - b);
}
const persentil = (daftar, p) => daftar[Math.min(daftar.length - 1, Math.floor(daftar.length * p))];

const folder = mkdtempSync(join(tmpdir(), 'tuntas-bench-'));
process.env.TUNTAS_DATA = join(folder, 'data');
delete process.env.DATABASE_URL;
const server = spawn(process.execPath, [join(AKAR, 'dist', 'src', 'main.js')], {
  env: { ...process.env, PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const usai = new Promise((selesai) => server.once('close', selesai));
try {
  let keluaran = '';
  server.stdout.setEncoding('utf8').on('data', (d) => (keluaran += d));
  while (!/siap di (http:\S+)/.test(keluaran)) {
    if (server.exitCode !== null) throw new Error(`Server tidak menyala: ${keluaran}`);
    await tunggu(50);
  }
  const alamat = /siap di (http:\S+)/.exec(keluaran)[1];
  const { bacaKonfigurasi } = dari('./config.js');
  const basisData = await dari('./database/basis-data.js').bukaBasisData(bacaKonfigurasi(), 'perintah');
  const orang = await siapkan(basisData);
  await basisData.tutup();

  for (const [medan, nilai] of [
    ['status', 'sudah'],
    ['deskripsi', 'Prosedur disederhanakan. '.repeat(40)],
  ])
    // prettier-ignore
    await pasti(
      fetch(`${alamat}${orang[0].slot}/isian`, {
        method: 'POST',
        headers: { ...orang[0].kepala, 'content-type': 'application/json' },
        body: JSON.stringify({ bagian: 'utama', medan, nilai, versi: 0 }),
      }),
      'isian',
    );
  const halaman = async () => {
    const ms = [];
    for (let i = 0; i < 60; i++) {
      const mulai = performance.now();
      await pasti(
        fetch(`${alamat}${orang[0].slot}`, { headers: { cookie: orang[0].kepala.cookie, accept: 'text/html' } }),
        'halaman',
      );
      if (i >= 20) ms.push(performance.now() - mulai);
    }
    return median(ms);
  };
  cetak('formulir laporan: halaman, median', `${(await halaman()).toFixed(1)} ms`, '< 30 ms');
  const tenang = await menulis(alamat, orang, JEDA_KETIK);
  cetak(
    `simpan otomatis, ${PENULIS} penulis, ${tenang.length} kali: persentil 95`,
    `${persentil(tenang, 0.95).toFixed(1)} ms`,
    '< 20 ms',
  );
  cetak(`simpan otomatis, ${PENULIS} penulis: median`, `${median(tenang).toFixed(1)} ms`, '-');

  const { mb, buat } = await foto();
  for (const [nama, kerja] of Object.entries({ 'dengan skrip': denganSkrip, 'tanpa skrip': tanpaSkrip })) {
    const hasil = await puncak(server.pid, () => kerja(alamat, orang[1], buat));
    cetak(`${FOTO} foto ${mb.toFixed(1)} MB ${nama}: memori server`, `${hasil.server.toFixed(0)} MB`, '< 300 MB');
    cetak(`${FOTO} foto ${mb.toFixed(1)} MB ${nama}: bersama pengolah foto`, `${hasil.bersama.toFixed(0)} MB`, '-');
    cetak(`${FOTO} foto ${mb.toFixed(1)} MB ${nama}: waktu`, `${hasil.detik.toFixed(1)} s`, '-');
  }
  cetak('formulir laporan tanpa bukti sesudah itu: halaman, median', `${(await halaman()).toFixed(1)} ms`, '< 30 ms');
} finally {
  server.kill('SIGTERM');
  await usai;
  // Started by root, the database lies elsewhere.
  const ruang = await dari('./database/ruang-data.js').siapkanRuang(process.env.TUNTAS_DATA);
  for (const jalur of [folder, ruang.folder]) rmSync(jalur, { recursive: true, force: true });
}
