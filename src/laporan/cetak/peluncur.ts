import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Browser, LaunchOptions } from 'puppeteer-core';
import { chromiumBawaan, type ProgramPeramban } from './chromium-bawaan';

export interface PilihanProgram {
  /** the configured program; null = find one */
  readonly chromium: string | null;
  /** where the bundled one is unpacked */
  readonly folderData: string;
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

/** The configured program and no other, or the first of the system's that starts and is new enough, or the bundled one. */
export async function luncurkanPertama(setelan: PilihanProgram): Promise<{ peramban: Browser; program: string }> {
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
