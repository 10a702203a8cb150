import type { Browser, Page } from 'puppeteer-core';
import { siapkanHalaman } from './halaman';
import { luncurkanPertama, type PilihanProgram } from './peluncur';

export interface SetelanPeramban extends PilihanProgram {
  /** jobs at a time; the others wait */
  readonly serentak?: number;
  /** ms for one job, waiting not counted */
  readonly batasWaktu?: number;
  /** ms without a job after which the browser is closed */
  readonly jeda?: number;
  /** told once for each browser that is started */
  readonly catat?: (pesan: string) => void;
}

const PAKAI_MAKSIMUM = 100;

interface Siap {
  readonly halaman: Page;
  pakai: number;
}

/**
 * One Chromium, kept warm: pages with the print sheet and its fonts already in them are lent to one job at a time. Started when first
 * needed, started again when it died, closed after a while without work and at the end of the process.
 */
export class Peramban {
  private peluncuran: Promise<Browser> | null = null;
  private readonly menganggur: Siap[] = [];
  private readonly antrean: (() => void)[] = [];
  private berjalan = 0;
  private jam: NodeJS.Timeout | null = null;
  private ditutup = false;

  constructor(private readonly setelan: SetelanPeramban) {}

  /** Lends a page. A job that fails because the browser died is tried once more in a new one. @throws {Error} also after `batasWaktu` */
  async pakai<T>(kerja: (halaman: Page) => Promise<T>): Promise<T> {
    await this.giliran();
    try {
      return await this.kerjakan(kerja).catch((galat: unknown) => {
        if (this.ditutup || !(galat instanceof PerambanMati)) throw galat;
        return this.kerjakan(kerja);
      });
    } finally {
      this.berjalan -= 1;
      this.antrean.shift()?.();
      this.aturJeda();
    }
  }

  /** Starts the browser and prepares a page, so that the first report is as quick as the next. */
  async hangatkan(): Promise<void> {
    await this.pakai(() => Promise.resolve());
  }

  async tutup(): Promise<void> {
    this.ditutup = true;
    await this.padamkan();
  }

  private async giliran(): Promise<void> {
    if (this.ditutup) throw new Error('Pencetak sudah ditutup.');
    if (this.jam) clearTimeout(this.jam);
    while (this.berjalan >= (this.setelan.serentak ?? 2)) await new Promise<void>((lanjut) => this.antrean.push(lanjut));
    this.berjalan += 1;
  }

  private async kerjakan<T>(kerja: (halaman: Page) => Promise<T>): Promise<T> {
    const peramban = await this.nyalakan();
    const siap = this.menganggur.pop() ?? { halaman: await siapkanHalaman(peramban), pakai: 0 };
    let batas: NodeJS.Timeout | undefined;
    try {
      const waktu = new Promise<never>((_, tolak) => {
        const ms = this.setelan.batasWaktu ?? 120_000;
        batas = setTimeout(() => tolak(new Error(`Pencetakan dihentikan setelah ${ms / 1000} detik.`)), ms);
      });
      const hasil = await Promise.race([kerja(siap.halaman), waktu]);
      siap.pakai += 1;
      if (siap.pakai < PAKAI_MAKSIMUM) this.menganggur.push(siap);
      else void siap.halaman.close().catch(() => undefined);
      return hasil;
    } catch (galat) {
      if (!peramban.connected) throw new PerambanMati(galat);
      void siap.halaman.close().catch(() => undefined);
      throw galat;
    } finally {
      clearTimeout(batas);
    }
  }

  private nyalakan(): Promise<Browser> {
    this.peluncuran ??= this.luncurkan().catch((galat: unknown) => {
      this.peluncuran = null;
      throw galat;
    });
    return this.peluncuran;
  }

  private async luncurkan(): Promise<Browser> {
    const { peramban, program } = await luncurkanPertama(this.setelan);
    this.setelan.catat?.(`${await peramban.version()} (${program})`);
    peramban.once('disconnected', () => {
      this.peluncuran = null;
      this.menganggur.length = 0;
    });
    return peramban;
  }

  private aturJeda(): void {
    if (this.berjalan > 0 || this.ditutup) return;
    if (this.jam) clearTimeout(this.jam);
    this.jam = setTimeout(() => void this.padamkan(), this.setelan.jeda ?? 120_000);
    this.jam.unref();
  }

  private async padamkan(): Promise<void> {
    if (this.jam) clearTimeout(this.jam);
    const peluncuran = this.peluncuran;
    this.peluncuran = null;
    this.menganggur.length = 0;
    const peramban = await peluncuran?.catch(() => null);
    await peramban?.close().catch(() => undefined);
  }
}

class PerambanMati extends Error {
  constructor(sebab: unknown) {
    super('Peramban pencetak berhenti di tengah pekerjaan.', { cause: sebab });
  }
}
