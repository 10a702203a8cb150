import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { BerkasPdf } from '../../src/laporan/cetak/berkas-pdf';
import { chromiumBawaan } from '../../src/laporan/cetak/chromium-bawaan';
import { Peramban } from '../../src/laporan/cetak/peramban';
import { akarProyek } from '../../src/shared/akar';
import { berkasDari, HARI_INI, pencetakUji } from './laporan-uji';

const setelan = { chromium: process.env['TUNTAS_CHROMIUM'] ?? null, folderData: join(akarProyek(), '.data') };
const pid = (halaman: Page) => halaman.browser().process()?.pid;
const hidup = (n: number | undefined) => {
  try {
    process.kill(n ?? 0, 0);
    return true;
  } catch {
    return false;
  }
};
const tunggu = (ms: number) => new Promise((lanjut) => setTimeout(lanjut, ms));

describe('Peramban', () => {
  let peramban: Peramban;
  afterEach(() => peramban.tutup());

  it('memakai satu proses dan halaman yang sama untuk pekerjaan berurutan', async () => {
    const dinyalakan: string[] = [];
    peramban = new Peramban({ ...setelan, catat: (p) => dinyalakan.push(p) });
    const pertama = await peramban.pakai((h) => Promise.resolve(h));
    expect(await peramban.pakai((h) => Promise.resolve(h))).toBe(pertama);
    expect(dinyalakan).toHaveLength(1);
  });

  it('tidak menjalankan lebih banyak pekerjaan sekaligus daripada batasnya', async () => {
    peramban = new Peramban({ ...setelan, serentak: 2 });
    let kini = 0;
    let puncak = 0;
    const kerja = async () => {
      puncak = Math.max(puncak, ++kini);
      // Stay until a second one is in, if it ever comes: then nothing depends on how fast the browser starts.
      for (let i = 0; i < 500 && puncak < 2; i++) await tunggu(10);
      await tunggu(20);
      kini -= 1;
    };
    await Promise.all(Array.from({ length: 9 }, () => peramban.pakai(kerja)));
    expect(puncak).toBe(2);
  });

  it('menyala kembali sesudah mati, juga di tengah pekerjaan', async () => {
    peramban = new Peramban(setelan);
    let percobaan = 0;
    const judul = await peramban.pakai(async (h) => {
      if (++percobaan === 1) process.kill(pid(h) ?? 0, 'SIGKILL');
      await tunggu(100);
      return h.title();
    });
    expect([judul, percobaan]).toEqual(['Tuntas', 2]);
    const p = await peramban.pakai((h) => Promise.resolve(pid(h)));
    process.kill(p ?? 0, 'SIGKILL');
    await tunggu(100);
    expect(await peramban.pakai((h) => h.title())).toBe('Tuntas');
  });

  it('menghentikan pekerjaan yang terlalu lama dan tetap dapat dipakai', async () => {
    peramban = new Peramban({ ...setelan, batasWaktu: 300 });
    await expect(peramban.pakai(() => tunggu(5000))).rejects.toThrow('dihentikan setelah 0.3 detik');
    expect(await peramban.pakai((h) => h.title())).toBe('Tuntas');
  });

  it('padam sesudah menganggur dan saat ditutup', async () => {
    peramban = new Peramban({ ...setelan, jeda: 50 });
    const menganggur = await peramban.pakai((h) => Promise.resolve(pid(h)));
    for (let i = 0; hidup(menganggur) && i < 60; i++) await tunggu(50);
    expect(hidup(menganggur)).toBe(false);
    const p = await peramban.pakai((h) => Promise.resolve(pid(h)));
    await peramban.tutup();
    for (let i = 0; hidup(p) && i < 60; i++) await tunggu(50);
    expect(hidup(p)).toBe(false);
    await expect(peramban.pakai(() => Promise.resolve())).rejects.toThrow('sudah ditutup');
  });

  it('program yang ditetapkan tetapi tidak dapat dijalankan adalah galat, bukan diganti diam-diam', async () => {
    peramban = new Peramban({ ...setelan, chromium: '/bin/false' });
    await expect(peramban.pakai(() => Promise.resolve())).rejects.toThrow();
  });
});

describe('Chromium bawaan', () => {
  it('dibongkar sekali, utuh, juga oleh beberapa proses sekaligus', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tuntas uji-'));
    try {
      const hasil = await Promise.all([chromiumBawaan(folder), chromiumBawaan(folder)]);
      expect(new Set(hasil.map((h) => h.jalur)).size).toBe(1);
      const jalur = hasil[0].jalur;
      const waktu = statSync(jalur).mtimeMs;
      expect((await chromiumBawaan(folder)).jalur).toBe(jalur);
      expect(statSync(jalur).mtimeMs).toBe(waktu);
      expect(readdirSync(folder)).toHaveLength(1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('memakai folder sementara bila folder data tidak dapat ditulis', async () => {
    const berkas = join(mkdtempSync(join(tmpdir(), 'tuntas-uji-')), 'berkas');
    writeFileSync(berkas, '');
    const { jalur } = await chromiumBawaan(berkas);
    expect(jalur.startsWith(tmpdir())).toBe(true);
    rmSync(join(jalur, '..'), { recursive: true, force: true });
    rmSync(join(berkas, '..'), { recursive: true, force: true });
  });
});

it('laporan dari beberapa instansi yang dicetak bersamaan tidak bercampur', async () => {
  const uji = pencetakUji();
  const nama = ['kasn-2023.json', 'kpu-kab-tangerang-2024-s2.json', 'kanreg-x-bkn-2023-s1.json', 'bkn-pokja-2017.json'];
  const halaman = (pdf: Uint8Array) => new BerkasPdf(Buffer.from(pdf)).tujuan().jumlah;
  const cetak = (n: string) => uji.laporan.pdf(berkasDari(n), { hariIni: HARI_INI });
  const sendiri: number[] = [];
  for (const n of nama) sendiri.push(halaman(await cetak(n)));
  const bersama = await Promise.all([...nama, ...nama].map(cetak));
  expect(bersama.map(halaman)).toEqual([...sendiri, ...sendiri]);
  await uji.tutup();
});

it('BerkasPdf menolak yang bukan PDF dari Chromium', () => {
  for (const isi of ['', 'bukan pdf', '%PDF-1.4\nstartxref\n9\n%%EOF\n'])
    expect(() => new BerkasPdf(Buffer.from(isi))).toThrow('tidak dikenal');
});
