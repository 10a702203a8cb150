// What the benchmarks share: the built command as a process of its own, with its wall time and its peak memory.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const AKAR = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Runs `node dist/src/cli.js …`. Memory is the kernel's own high-water mark, read while the process runs. */
export function jalankanCli(argumen, env = {}) {
  return new Promise((selesai, gagal) => {
    const mulai = performance.now();
    const proses = spawn(process.execPath, [join(AKAR, 'dist', 'src', 'cli.js'), ...argumen], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let keluaran = '';
    let puncak = 0;
    const amati = setInterval(() => {
      try {
        const kb = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${proses.pid}/status`, 'utf8'))?.[1];
        if (kb) puncak = Math.max(puncak, Number(kb));
      } catch {
        // the process has just ended
      }
    }, 5);
    proses.stdout.on('data', (isi) => (keluaran += isi));
    proses.on('error', gagal);
    proses.on('close', (kode) => {
      clearInterval(amati);
      if (kode === 0) selesai({ detik: (performance.now() - mulai) / 1000, mb: puncak / 1024, keluaran });
      else gagal(new Error(`${argumen.join(' ')}: kode keluar ${kode}`));
    });
  });
}

export const median = (daftar) => [...daftar].sort((a, b) => a - b)[Math.floor(daftar.length / 2)];

/** One line a figure: what was measured, the figure, and what it is held against. */
export function cetak(nama, nilai, sasaran) {
  process.stdout.write(`${nama.padEnd(58)} ${nilai.padStart(12)}   sasaran ${sasaran}\n`);
}
