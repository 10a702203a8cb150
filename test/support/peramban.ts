import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { chromiumBawaan } from '../../src/laporan/cetak/chromium-bawaan';

/** A Chromium for looking at pages: the configured or the system's one, else the one from the npm package. */
export async function bukaPeramban(): Promise<Browser> {
  const sistem = [process.env['TUNTAS_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find((p) => p && existsSync(p));
  const program = sistem ? { jalur: sistem, env: {} } : await chromiumBawaan(join(tmpdir(), 'tuntas-uji-peramban'));
  const { default: puppeteer } = await import('puppeteer-core');
  return puppeteer.launch({
    executablePath: program.jalur,
    headless: 'shell',
    pipe: true,
    env: { ...process.env, ...program.env },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
