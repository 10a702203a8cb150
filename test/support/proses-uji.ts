import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as tunggu } from 'node:timers/promises';

export const AKAR = resolve(__dirname, '../..');

const KUNCI_UJI = 'a1'.repeat(32);

/** What a finished process left. */
export interface Hasil {
  readonly kode: number | null;
  readonly keluaran: string;
  readonly galat: string;
}

export interface Lingkungan {
  readonly akar?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** run through `npm run --silent`, in a process group of its own */
  readonly lewatNpm?: boolean;
}

/** A process whose output is collected. */
export class ProsesUji {
  private teks = { keluaran: '', galat: '' };
  readonly selesai: Promise<Hasil>;

  constructor(readonly proses: ChildProcess) {
    proses.stdout?.setEncoding('utf8').on('data', (potongan: string) => (this.teks.keluaran += potongan));
    proses.stderr?.setEncoding('utf8').on('data', (potongan: string) => (this.teks.galat += potongan));
    this.selesai = new Promise((berhasil, gagal) => {
      proses.once('error', gagal);
      proses.once('close', (kode) => {
        berhasil({ kode, ...this.teks });
      });
    });
  }

  get pid(): number {
    if (this.proses.pid === undefined) throw new Error('Proses tidak dapat dijalankan');
    return this.proses.pid;
  }

  get galat(): string {
    return this.teks.galat;
  }

  /** @returns the address that `npm start` prints */
  async siap(batasMs = 60_000): Promise<string> {
    const akhir = Date.now() + batasMs;
    for (;;) {
      const alamat = /^Tuntas siap di (http:\/\/\S+)$/m.exec(this.teks.keluaran)?.[1];
      if (alamat !== undefined) return alamat;
      if (this.proses.exitCode !== null || Date.now() > akhir) {
        throw new Error(`Tidak siap (kode ${String(this.proses.exitCode)}): ${this.teks.keluaran}${this.teks.galat}`);
      }
      await tunggu(20);
    }
  }

  hentikan(sinyal: NodeJS.Signals = 'SIGTERM'): Promise<Hasil> {
    this.proses.kill(sinyal);
    return this.selesai;
  }
}

/** `npm start` or `npm run tuntas`, as a process of its own. */
export function jalankan(perintah: 'start' | 'tuntas', argumen: readonly string[], lingkungan: Lingkungan = {}): ProsesUji {
  const { akar = AKAR, cwd = akar, env = {}, lewatNpm = false } = lingkungan;
  const bersih = Object.fromEntries(Object.entries(process.env).filter(([nama]) => !/^(npm_|INIT_CWD|NODE_ENV|JEST)/.test(nama)));
  const program = lewatNpm ? 'npm' : process.execPath;
  const awal = lewatNpm ? ['run', '--silent', perintah, '--'] : [join(akar, 'src', 'prasyarat.mjs'), perintah];
  return new ProsesUji(
    spawn(program, [...awal, ...argumen], {
      cwd,
      // A server of one's own needs a key of one's own.
      env: { ...bersih, PORT: '0', ...(env['DATABASE_URL'] === undefined ? {} : { TUNTAS_KUNCI: KUNCI_UJI }), ...env },
      detached: lewatNpm,
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
}

/** Numbers of the processes whose command line names this text. */
export function prosesDengan(teks: string): number[] {
  return readdirSync('/proc')
    .filter((nama) => /^\d+$/.test(nama) && Number(nama) !== process.pid)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(teks);
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** Waits until no process names the data folder any more. */
export async function tungguSepi(folder: string, batasMs = 15_000): Promise<void> {
  const akhir = Date.now() + batasMs;
  while (prosesDengan(folder).length > 0) {
    if (Date.now() > akhir) throw new Error(`Masih berjalan: ${prosesDengan(folder).join(', ')}`);
    await tunggu(50);
  }
}

/** A temporary folder that the database's user can enter. */
export function folderSementara(awalan = 'tuntas-proses-'): { jalur: string; hapus: () => void } {
  const jalur = realpathSync(mkdtempSync(join(tmpdir(), awalan)));
  chmodSync(jalur, 0o755);
  return {
    jalur,
    hapus: () => {
      rmSync(jalur, { recursive: true, force: true });
    },
  };
}
