import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { GalatPengguna } from '../shared/galat';
import { barisPerintah, kirimSinyal, sampai } from './proses';

const BATAS_BERHENTI_MS = 30_000;
const BATAS_PAKSA_MS = 10_000;

/**
 * Stops a PostgreSQL that outlived the process which started it (`kill -9`, a crash), and removes the note of one that died with the
 * machine: after a restart its process number may belong to something else, which PostgreSQL takes for itself and refuses to start.
 * @throws {GalatPengguna} when it cannot be stopped
 */
export async function hentikanYatim(folderBasisData: string): Promise<void> {
  const catatan = join(folderBasisData, 'postmaster.pid');
  const pid = bacaPid(catatan);
  if (pid === null) return;
  const hidup = () => barisPerintah(pid)?.includes(folderBasisData) ?? false;
  if (!hidup()) {
    rmSync(catatan, { force: true });
    return;
  }
  if (!kirimSinyal(pid, 'SIGINT'))
    throw new GalatPengguna(`PostgreSQL lama (PID ${pid}) milik pengguna lain dan tidak dapat dihentikan.`);
  if (await sampai(() => !hidup(), BATAS_BERHENTI_MS)) return;
  kirimSinyal(pid, 'SIGQUIT');
  if (!(await sampai(() => !hidup(), BATAS_PAKSA_MS))) {
    throw new GalatPengguna(
      `PostgreSQL lama (PID ${pid}) pada ${folderBasisData} tidak mau berhenti; hentikan dahulu proses itu.`,
    );
  }
}

/** First line of `postmaster.pid`; `null` without a usable one. */
export function bacaPid(catatan: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(catatan, 'utf8'), 10);
    return Number.isInteger(pid) && pid > 1 ? pid : null;
  } catch {
    return null;
  }
}
