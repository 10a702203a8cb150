import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { CDPSession, Page } from 'puppeteer-core';
import { BerkasPdf } from './cetak/berkas-pdf';
import { pasangSumber, type SumberGambar } from './cetak/gambar';
import { kosongkanHalaman, type IsiHalaman, type NomorHalaman } from './cetak/halaman';
import { Peramban } from './cetak/peramban';
import type { DokumenCetak } from './laporan';

/** Contents change line breaks at most once or twice; a document that never settles is printed as it is. */
const PUTARAN_MAKSIMUM = 4;

@Injectable()
export class PdfService implements OnModuleDestroy {
  constructor(private readonly peramban: Peramban) {}

  /**
   * Tagged PDF with outline, page labels and embedded fonts.
   * @param sumber of the pictures that stand in it under `ALAMAT_GAMBAR`
   * @throws {Error} when no browser can be started or it takes too long
   */
  async cetak(dokumen: IsiHalaman & Pick<DokumenCetak, 'tanggal'>, sumber: SumberGambar | null = null): Promise<Buffer> {
    return this.peramban.pakai(async (halaman) => {
      const sesi = await sesiHalaman(halaman);
      pasangSumber(halaman, sumber);
      const bab1 = await halaman.evaluate((isi) => window.tuntas.siapkan(isi), {
        judul: dokumen.judul,
        penulis: dokumen.penulis,
        kelas: dokumen.kelas,
        variabel: dokumen.variabel,
        badan: dokumen.badan,
      });
      const { pdf, halamanDepan } = await cetakSampaiTetap(halaman, sesi, bab1);
      const selesai = pdf.lengkapi({ judul: dokumen.judul, penulis: dokumen.penulis, tanggal: dokumen.tanggal, halamanDepan });
      await kosongkanHalaman(halaman);
      pasangSumber(halaman, null);
      return selesai;
    });
  }

  /** Starts the browser ahead of the first report. */
  hangatkan(): Promise<void> {
    return this.peramban.hangatkan();
  }

  onModuleDestroy(): Promise<void> {
    return this.peramban.tutup();
  }
}

/** Chromium has no target-counter(): print, read where the link targets fell, fill in the contents, print until nothing moves. */
async function cetakSampaiTetap(
  halaman: Page,
  sesi: CDPSession,
  bab1: string,
): Promise<{ pdf: BerkasPdf; halamanDepan: number }> {
  let lama = '';
  for (let putaran = 1; ; putaran++) {
    const pdf = new BerkasPdf(await cetakSekali(sesi));
    const { halaman: tujuan, jumlah } = pdf.tujuan();
    if (putaran === 1 && (await halaman.evaluate((t) => window.tuntas.ikutkan(t), Object.fromEntries(tujuan)))) continue;
    const halamanDepan = tujuan.get(bab1) ?? 0;
    const sasaran = Object.fromEntries([...tujuan].map(([id, i]) => [id, String(i - halamanDepan + 1)]));
    const nomor: NomorHalaman = { sasaran, jumlah: jumlah - halamanDepan };
    const baru = JSON.stringify(nomor);
    if (baru === lama || putaran === PUTARAN_MAKSIMUM) return { pdf, halamanDepan };
    lama = baru;
    await halaman.evaluate((n) => window.tuntas.nomori(n), nomor);
  }
}

async function cetakSekali(sesi: CDPSession): Promise<Buffer> {
  const { data } = await sesi.send('Page.printToPDF', {
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  return Buffer.from(data, 'base64');
}

const sesi = new WeakMap<Page, CDPSession>();
async function sesiHalaman(halaman: Page): Promise<CDPSession> {
  const ada = sesi.get(halaman) ?? (await halaman.createCDPSession());
  sesi.set(halaman, ada);
  return ada;
}
