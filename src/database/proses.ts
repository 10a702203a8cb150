import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as tunggu } from 'node:timers/promises';

/** A process that a number alone would not name: numbers are used again, after a restart of the machine even at once. */
export interface JejakProses {
  readonly pid: number;
  /** when it started, in the words of the system; compared, never interpreted */
  readonly mulai: string;
}

export function jejakSendiri(): JejakProses {
  return { pid: process.pid, mulai: waktuMulai(process.pid) ?? '' };
}

/** Whether this very process still runs; a zombie no longer does. */
export function masihBerjalan(jejak: JejakProses): boolean {
  return waktuMulai(jejak.pid) === jejak.mulai;
}

/** The command line of a running process; `null` when there is none. */
export function barisPerintah(pid: number): string | null {
  return bacaProc(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') ?? tanyaPs(pid, 'command=');
}

/** Sends a signal; `false` when the process is gone. */
export function kirimSinyal(pid: number, sinyal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, sinyal);
  } catch {
    return false;
  }
}

/** Asks every 20 ms until `syarat` holds. @returns `false` after `batasMs` */
export async function sampai(syarat: () => boolean, batasMs: number): Promise<boolean> {
  const akhir = Date.now() + batasMs;
  while (!syarat()) {
    if (Date.now() > akhir) return false;
    await tunggu(20);
  }
  return true;
}

function waktuMulai(pid: number): string | null {
  const stat = bacaProc(`/proc/${pid}/stat`);
  if (stat === null) return tanyaPs(pid, 'lstart=');
  // Fields after the name in parentheses: 3 = state, 22 = start in ticks since boot.
  const medan = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (medan[0] === 'Z' || medan[0] === 'X') return null;
  return `${bacaProc('/proc/sys/kernel/random/boot_id')?.trim() ?? ''}/${medan[19] ?? ''}`;
}

function bacaProc(jalur: string): string | null {
  try {
    return readFileSync(jalur, 'utf8');
  } catch {
    return null;
  }
}

/** For systems without /proc. */
function tanyaPs(pid: number, kolom: string): string | null {
  try {
    return (
      execFileSync('ps', ['-o', kolom, '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() ||
      null
    );
  } catch {
    return null;
  }
}
