import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Browser, LaunchOptions, Page } from 'puppeteer-core';
import { chromiumBawaan, type ProgramPeramban } from './chromium-bawaan';
import { siapkanHalaman } from './halaman';

export interface SetelanPeramban {
  /** the configured program; null = find one */
  readonly chromium: string | null;
  /** where the bundled one is unpacked */
  readonly folderData: string;
  /** jobs at a time; the others wait */
  readonly serentak?: number;
  /** ms for one job, waiting not counted */
  readonly batasWaktu?: number;
  /** ms without a job after which the browser is closed */
  readonly jeda?: number;
  /** told once for each browser that is started */
  readonly catat?: (pesan: string) => void;
}

const PROGRAM_SISTEM = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
] as const;

/** Margin boxes, tagged PDF with outline and named pages as the print sheet uses them. */
const VERSI_MINIMUM = 131;

const BENDERA = [
  '--disable-gpu',
  // the same letter widths when measuring as when printing
  '--font-render-hinting=none',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-pings',
];

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

/** The configured program and no other, or the first of the system's that starts and is new enough, or the bundled one. */
async function luncurkanPertama(setelan: SetelanPeramban): Promise<{ peramban: Browser; program: string }> {
  const { chromium, folderData } = setelan;
  if (chromium !== null) return { peramban: await luncurkanProgram({ jalur: chromium, env: {} }), program: chromium };
  for (const jalur of PROGRAM_SISTEM.filter(dapatDijalankan)) {
    const peramban = await luncurkanProgram({ jalur, env: {} }).catch(() => null);
    if (!peramban) continue;
    const versi = Number(/\/(\d+)\./.exec(await peramban.version())?.[1] ?? 0);
    if (versi >= VERSI_MINIMUM) return { peramban, program: jalur };
    await peramban.close().catch(() => undefined);
  }
  const bawaan = await chromiumBawaan(folderData);
  return { peramban: await luncurkanProgram(bawaan), program: bawaan.jalur };
}

function dapatDijalankan(jalur: string): boolean {
  try {
    accessSync(jalur, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Chromium refuses its sandbox to root, and cannot build one where the system grants no user namespaces: only then it runs without. */
async function luncurkanProgram(program: ProgramPeramban): Promise<Browser> {
  const { default: puppeteer } = await import('puppeteer-core');
  const luncurkan = (tambahan: readonly string[]) => puppeteer.launch(pilihan(program, tambahan));
  if (process.getuid?.() === 0) return luncurkan(['--no-sandbox']);
  try {
    return await luncurkan([]);
  } catch {
    return luncurkan(['--no-sandbox']);
  }
}

/** Talks over a pipe, not a port that others on the machine could reach; sees nothing of our environment. */
function pilihan({ jalur, env }: ProgramPeramban, tambahan: readonly string[]): LaunchOptions {
  const { PATH, HOME, TZ } = process.env;
  return {
    executablePath: jalur,
    pipe: true,
    headless: 'shell',
    args: [...BENDERA, ...tambahan],
    env: { PATH, HOME: HOME ?? tmpdir(), TZ, TMPDIR: tmpdir(), LANG: 'C.UTF-8', ...env },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: 30_000,
    protocolTimeout: 180_000,
  };
}
