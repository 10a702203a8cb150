import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as tunggu } from 'node:timers/promises';
import type { Socket } from 'node:net';
import { GalatPengguna } from '../shared/galat';
import type { Binari } from './binari';
import { kirimSinyal, sampai } from './proses';
import { sebagai } from './pengguna-sistem';
import { folderBasisData, type RuangData } from './ruang-data';

const BATAS_SIAP_MS = 120_000;
const BATAS_BERHENTI_MS = 30_000;
const LOG_TERBESAR = 10_000_000;
/** Somebody may take the free port between our look and PostgreSQL's start. */
const PERCOBAAN = 5;

/**
 * Starts PostgreSQL in a session of its own, out of reach of the terminal's Ctrl-C, and with a watcher that stops it in order when
 * the pipe to us breaks without a word: when we crash or are killed. $1 = data folder, the rest the command.
 */
const PENJAGA = `
pid=$$
data=$1
shift
(
  (
    trap '' INT TERM HUP
    read -r _ <&3 && exit 0
    if [ -e "$data/postmaster.pid" ]; then
      read -r tercatat <"$data/postmaster.pid"
      [ "$tercatat" = "$pid" ] || exit 0
    fi
    kill -INT "$pid"
  ) </dev/null >/dev/null 2>&1 &
)
exec 3<&-
exec "$@"
`;

export type SetelanPostgres = Readonly<Record<string, string>>;

const SETELAN: SetelanPostgres = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  // Neither /dev/shm nor System V shared memory, which a container may lack and a logout may clear.
  dynamic_shared_memory_type: 'mmap',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** The environment of PostgreSQL's programs: none of the user's PG… variables or locale. */
export const LINGKUNGAN = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** One running embedded PostgreSQL. */
export class ServerTertanam {
  private constructor(
    readonly port: number,
    private readonly proses: ChildProcess,
  ) {}

  /**
   * @param setelan settings besides, or instead of, the usual ones
   * @throws {GalatPengguna} with the last lines of the log when it does not come up
   */
  static async jalankan(binari: Binari, ruang: RuangData, setelan: SetelanPostgres = {}): Promise<ServerTertanam> {
    const log = join(ruang.folder, 'basisdata.log');
    if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_TERBESAR) renameSync(log, `${log}.1`);
    for (let ke = 1; ; ke++) {
      const awalLog = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
      const port = await portBebas();
      const proses = luncurkan(binari, ruang, log, { ...SETELAN, ...setelan, port: String(port) });
      if (await tungguSiap(proses, folderBasisData(ruang))) return new ServerTertanam(port, proses);
      const pesan = readFileSync(log).subarray(awalLog).toString('utf8').trim();
      const sementara = /Address already in use|pre-existing shared memory block/.test(pesan);
      if (!sementara || ke === PERCOBAAN) {
        throw new GalatPengguna(
          `PostgreSQL tertanam tidak dapat dijalankan; catatannya ada di ${log}:\n${pesan.split('\n').slice(-5).join('\n')}`,
        );
      }
      await tunggu(300 * ke);
    }
  }

  /** Called once when the server ends without having been asked to. */
  saatMati(kerja: () => void): void {
    this.proses.once('exit', kerja);
    if (berakhir(this.proses)) kerja();
  }

  /** Fast shutdown: open transactions are rolled back, everything is on disk afterwards. */
  async hentikan(): Promise<void> {
    this.proses.removeAllListeners('exit');
    const { pid } = this.proses;
    if (pid === undefined || berakhir(this.proses)) return;
    lepasPenjaga(this.proses);
    kirimSinyal(pid, 'SIGINT');
    if (await sampai(() => berakhir(this.proses), BATAS_BERHENTI_MS)) return;
    kirimSinyal(pid, 'SIGQUIT');
    await sampai(() => berakhir(this.proses), BATAS_BERHENTI_MS);
  }
}

function luncurkan(binari: Binari, ruang: RuangData, log: string, setelan: SetelanPostgres): ChildProcess {
  const data = folderBasisData(ruang);
  const argumen = Object.entries(setelan).flatMap(([nama, nilai]) => ['-c', `${nama}=${nilai}`]);
  const keluaran = bukaLog(log);
  try {
    const proses = spawn(
      '/bin/sh',
      ['-c', PENJAGA, 'tuntas-penjaga', data, join(binari.folder, 'bin', 'postgres'), '-D', data, ...argumen],
      {
        ...sebagai(ruang.pengguna),
        cwd: '/',
        env: LINGKUNGAN,
        detached: true,
        stdio: ['ignore', keluaran, keluaran, 'pipe'],
      },
    );
    // Told by its missing pid.
    proses.on('error', () => undefined);
    return proses;
  } finally {
    closeSync(keluaran);
  }
}

/** A log of another user (root was here once) makes way: the folder is ours. */
function bukaLog(log: string): number {
  try {
    return openSync(log, 'a', 0o600);
  } catch {
    renameSync(log, `${log}.1`);
    return openSync(log, 'a', 0o600);
  }
}

/** A word on the pipe ends the watcher; the pipe breaking is what it watches for. */
function lepasPenjaga(proses: ChildProcess): void {
  const pipa = proses.stdio[3] as Socket;
  pipa.on('error', () => undefined);
  pipa.end('selesai\n');
}

/** The eighth line of `postmaster.pid` says "ready" as soon as connections are accepted, recovery after a crash included. */
async function tungguSiap(proses: ChildProcess, data: string): Promise<boolean> {
  const catatan = join(data, 'postmaster.pid');
  const siap = () => {
    try {
      const baris = readFileSync(catatan, 'utf8').split('\n');
      return baris[0] === String(proses.pid) && baris[7]?.trim() === 'ready';
    } catch {
      return false;
    }
  };
  await sampai(() => berakhir(proses) || siap(), BATAS_SIAP_MS);
  if (!berakhir(proses) && siap()) return true;
  if (proses.pid !== undefined && kirimSinyal(proses.pid, 'SIGQUIT')) await sampai(() => berakhir(proses), BATAS_BERHENTI_MS);
  return false;
}

function berakhir(proses: ChildProcess): boolean {
  return proses.pid === undefined || proses.exitCode !== null || proses.signalCode !== null;
}

function portBebas(): Promise<number> {
  return new Promise((berhasil, gagal) => {
    const server = createServer();
    server.once('error', gagal);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => berhasil(port));
    });
  });
}
