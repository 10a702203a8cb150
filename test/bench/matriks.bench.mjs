// The page of a plan of 500 kegiatan × 8 triwulan over HTTP, signed in, from the request to the last byte; and the same table as files.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { AKAR, cetak, median } from './ukur.mjs';

const dari = createRequire(join(AKAR, 'dist', 'src', 'x.js'));
dari('reflect-metadata');
const KEGIATAN = 500;
const ULANG = 30;

function paketBesar() {
  const jadwal = [2024, 2025].flatMap((tahun) => [1, 2, 3, 4].map((ke) => `${tahun}-TW${ke}`));
  const kegiatan = Array.from({ length: KEGIATAN }, (_, i) => ({
    kode: `RTL-2024-${String(i + 1).padStart(3, '0')}`,
    uraian: `Penyederhanaan proses bisnis layanan dan revisi standar pelayanan nomor ${i + 1} di lingkungan dinas`,
    jadwal,
    penanggungJawab: [{ unit: `U${i % 40}` }, { unit: `U${(i + 7) % 40}` }],
  }));
  return {
    format: 'tuntas/paket',
    versi: 1,
    instansi: { kode: 'BESAR', nama: 'Dinas Besar', singkatan: 'Besar', kota: 'Jakarta', zonaWaktu: 'Asia/Jakarta' },
    unit: Array.from({ length: 40 }, (_, i) => ({ kode: `U${i}`, nama: `Bidang Pelayanan Nomor ${i}`, jenis: 'bidang' })),
    rencana: [
      {
        kode: 'RTL-2024',
        judul: 'Rencana besar',
        satuanJadwal: 'triwulan',
        status: 'ditetapkan',
        prioritas: Array.from({ length: 25 }, (_, p) => ({
          no: p + 1,
          judul: `Prioritas ${p + 1}`,
          unsur: [],
          alasan: 'saran responden',
          kegiatan: kegiatan.slice(p * 20, p * 20 + 20),
        })),
      },
    ],
    realisasi: kegiatan.slice(0, 250).flatMap((k) =>
      jadwal.map((periode) => ({
        rencana: 'RTL-2024',
        kegiatan: k.kode,
        periode,
        status: 'sebagian',
        deskripsi: `Uraian pelaksanaan ${k.kode} pada ${periode}`,
        hambatan: 'Anggaran terbatas',
        bukti: [1, 2].map((b) => ({ jenis: 'tautan', url: `https://contoh.go.id/${k.kode}/${periode}/${b}` })),
      })),
    ),
  };
}

/** A session of a koordinator, made without the sign-in page. @param sumber of the owner: people are made as no page makes them */
async function masuk(sumber) {
  const { SesiService } = dari('./auth/sesi/sesi.service.js');
  const { Transaksi } = dari('./database/transaksi.js');
  const { Jam } = dari('./shared/jam.js');
  const penggunaId = randomUUID();
  const surel = `${createHash('sha256').update(penggunaId).digest('hex').slice(0, 12)}@bench.go.id`;
  await sumber.query(
    'INSERT INTO pengguna (id, surel, nama, operator, contoh, dibuat) VALUES ($1, $2, $3, false, false, now())',
    [penggunaId, surel, 'Orang Bench'],
  );
  await sumber.query(
    `INSERT INTO peran (id, instansi_id, pengguna_id, peran, mulai)
     SELECT gen_random_uuid(), id, $1, 'koordinator', '2020-01-01' FROM instansi WHERE kode = 'BESAR'`,
    [penggunaId],
  );
  const isi = { penggunaId, tahap: 'penuh', cara: 'sandi', duaLangkah: true, asal: { ip: '127.0.0.1', agen: 'bench' } };
  return new SesiService(new Transaksi(sumber), new Jam()).mulai(isi, undefined);
}

const folder = mkdtempSync(join(tmpdir(), 'tuntas-bench-'));
process.env.TUNTAS_DATA = join(folder, 'data');
delete process.env.DATABASE_URL;
const { bacaKonfigurasi } = dari('./config.js');
const { bukaBasisData } = dari('./database/basis-data.js');
const { bukaSumberSiap } = dari('./persiapan.js');
const { buatAplikasi } = dari('./aplikasi.js');
const { PengaturanAuth } = dari('./auth/pengaturan.js');
const { ImporService } = dari('./paket/impor.service.js');
const { bacaPaket } = dari('./paket/paket.baca.js');

const basisData = await bukaBasisData(bacaKonfigurasi(), 'perintah');
try {
  const sumber = await bukaSumberSiap(basisData, { contoh: false, sandiContoh: null });
  const aplikasi = await buatAplikasi(sumber, { auth: new PengaturanAuth({ kunci: randomBytes(32) }) });
  try {
    await aplikasi.get(ImporService).imporSistem(bacaPaket(Buffer.from(JSON.stringify(paketBesar()))), 'bench');
    const pemilik = await dari('./database/sumber-data.js').buatSumberData(basisData.url, 2).initialize();
    const token = await masuk(pemilik).finally(() => pemilik.destroy());
    await aplikasi.listen(0, '127.0.0.1');
    const alamat = `http://127.0.0.1:${aplikasi.getHttpServer().address().port}/instansi/BESAR/rencana/RTL-2024`;
    const ukur = async (akhiran, ulang) => {
      const ms = [];
      let besar = 0;
      for (let i = 0; i < ulang + 5; i++) {
        const mulai = performance.now();
        const jawaban = await fetch(alamat + akhiran, {
          headers: { cookie: `tuntas_sesi=${token}`, 'accept-encoding': 'identity' },
        });
        const isi = await jawaban.arrayBuffer();
        if (jawaban.status !== 200) throw new Error(`${akhiran}: ${jawaban.status}`);
        besar = isi.byteLength;
        if (i >= 5) ms.push(performance.now() - mulai);
      }
      return { ms: median(ms), besar };
    };
    const nama = { '?tahun=semua': '8 triwulan', '': 'satu tahun', '?tahun=semua&satuan=bulan': '24 bulan' };
    for (const [akhiran, sebutan] of Object.entries(nama)) {
      const { ms, besar } = await ukur(akhiran, ULANG);
      cetak(`matriks, ${KEGIATAN} kegiatan, ${sebutan}: waktu`, `${ms.toFixed(0)} ms`, '< 150 ms');
      cetak(`matriks, ${KEGIATAN} kegiatan, ${sebutan}: HTML`, `${(besar / 1000).toFixed(0)} KB`, '< 400 KB');
    }
    for (const jenis of ['csv', 'xlsx']) {
      const { ms } = await ukur(`/matriks.${jenis}?tahun=semua`, 5);
      cetak(`matriks sebagai ${jenis.toUpperCase()}, ${KEGIATAN} × 8`, `${(ms / 1000).toFixed(2)} s`, '< 2 s');
    }
  } finally {
    await aplikasi.close();
    if (sumber.isInitialized) await sumber.destroy();
  }
} finally {
  await basisData.tutup();
  rmSync(folder, { recursive: true, force: true });
}
