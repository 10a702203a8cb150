// The KASN report as PDF: cold (browser not running), warm, and against the bare page.pdf() calls of the same HTML in the same run.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { AKAR, cetak, median } from './ukur.mjs';

const dari = createRequire(join(AKAR, 'dist', 'src', 'x.js'));
const { bacaPaket } = dari('./paket/paket.baca.js');
const { surveiDariPaket } = dari('./paket/paket.survei.js');
const { INSTRUMEN_BAWAAN } = dari('./instrumen/instrumen.bawaan.js');
const { Peramban } = dari('./laporan/cetak/peramban.js');
const { PdfService } = dari('./laporan/pdf.service.js');
const { LaporanService } = dari('./laporan/laporan.service.js');
const { susunDokumen } = dari('./laporan/laporan.js');

const ULANG = 25;
/** Prints that a report with page numbers in its contents needs: one to learn them, one with them. */
const PANGGILAN = 2;

const paket = bacaPaket(readFileSync(join(AKAR, 'src/paket/contoh/kasn-2023.json')));
const berkas = {
  instansi: paket.instansi,
  unit: paket.unit,
  instrumen: INSTRUMEN_BAWAAN,
  survei: paket.survei.map(surveiDariPaket),
  rencana: paket.rencana[0],
  rencanaLain: [],
  realisasi: paket.realisasi,
  laporan: paket.laporan,
};
const pilihan = { hariIni: '2026-01-01' };
const ms = async (kerja) => {
  const awal = performance.now();
  await kerja();
  return performance.now() - awal;
};
const buat = () => {
  const peramban = new Peramban({ chromium: process.env.TUNTAS_CHROMIUM || null, folderData: join(AKAR, '.data') });
  return { peramban, laporan: new LaporanService(new PdfService(peramban)) };
};

const dingin = [];
for (let i = 0; i < 4; i++) {
  const { peramban, laporan } = buat();
  dingin.push(await ms(() => laporan.pdf(berkas, pilihan)));
  await peramban.tutup();
}

const { peramban, laporan } = buat();
try {
  const { judul, penulis, kelas, variabel, badan } = susunDokumen(berkas, pilihan);
  const hangat = [];
  const polos = [];
  for (let i = 0; i < ULANG + 5; i++) {
    hangat.push(await ms(() => laporan.pdf(berkas, pilihan)));
    await peramban.pakai(async (halaman) => {
      await halaman.evaluate((isi) => globalThis.tuntas.siapkan(isi), { judul, penulis, kelas, variabel, badan });
      const cetakan = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true };
      let jumlah = 0;
      for (let n = 0; n < PANGGILAN; n++) jumlah += await ms(() => halaman.pdf(cetakan));
      polos.push(jumlah);
    });
  }
  const [h, p] = [median(hangat.slice(5)), median(polos.slice(5))];
  cetak('PDF KASN, dingin pertama (peramban dibongkar bila belum): waktu', `${dingin[0].toFixed(0)} ms`, '');
  cetak('PDF KASN, dingin (peramban dinyalakan): waktu', `${median(dingin.slice(1)).toFixed(0)} ms`, '');
  cetak('PDF KASN, hangat: waktu', `${h.toFixed(0)} ms`, '< 500 ms');
  cetak(`PDF KASN, hangat ÷ ${PANGGILAN} kali page.pdf() polos (${p.toFixed(0)} ms)`, (h / p).toFixed(2), '<= 1,40');
} finally {
  await peramban.tutup();
}
