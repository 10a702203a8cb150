import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Konteks } from './konteks';

interface Berjalan {
  readonly konteks: Konteks;
  /** `null` while no transaction is open */
  readonly manager: EntityManager | null;
  /** a part with another context is running: the connection knows one at a time */
  berpindah: boolean;
  /** what waits for the outermost transaction to commit; of a part that is taken back nothing waits any more */
  readonly sesudah: (() => Promise<void>)[];
}

/** Without it, that of the server: `READ COMMITTED`. */
type Isolasi = 'REPEATABLE READ';

/** Nobody, and nothing of any agency. */
export const TANPA_KONTEKS: Konteks = {
  instansi: [],
  pengguna: null,
  operator: false,
  oleh: { nama: 'Sistem', jabatan: [], peran: [], ip: null, agen: null },
};

/**
 * One act, one transaction, one context. Row-level security reads the context from the transaction, so that a query outside any sees
 * nothing. An act inside another joins it (as a savepoint), so that the outer one succeeds or fails whole.
 */
@Injectable()
export class Transaksi {
  private readonly berjalan = new AsyncLocalStorage<Berjalan>();

  constructor(private readonly sumber: DataSource) {}

  /**
   * Runs `kerja` in a transaction that may touch what `konteks` says. Inside a running one: as a part of it, which returns to the
   * outer context at its end; parts with different contexts follow one another.
   * @throws {Error} when another part with its own context is still running
   */
  sebagai<T>(konteks: Konteks, kerja: (manager: EntityManager) => Promise<T>, isolasi?: Isolasi): Promise<T> {
    const luar = this.berjalan.getStore();
    if (luar?.manager) return this.berpindah(luar, luar.manager, konteks, kerja);
    return this.terluar(konteks, kerja, isolasi);
  }

  private async terluar<T>(konteks: Konteks, kerja: (manager: EntityManager) => Promise<T>, isolasi?: Isolasi): Promise<T> {
    const sesudah: Berjalan['sesudah'] = [];
    const jalan = async (manager: EntityManager): Promise<T> => {
      await pasang(manager, konteks);
      return this.berjalan.run({ konteks, manager, berpindah: false, sesudah }, () => kerja(manager));
    };
    const { manager } = this.sumber;
    const hasil = await (isolasi === undefined ? manager.transaction(jalan) : manager.transaction(isolasi, jalan));
    for (const satu of sesudah) await satu();
    return hasil;
  }

  /**
   * What the database cannot take back (removing a file): done when all is committed, never when it is not; at once outside a
   * transaction. It answers for its own failures: the act has been done.
   */
  async sesudahKomit(kerja: () => Promise<void>): Promise<void> {
    const luar = this.berjalan.getStore();
    if (luar?.manager) luar.sesudah.push(kerja);
    else await kerja();
  }

  /** A failure takes the savepoint back, and the outer context returns with it. */
  private async berpindah<T>(
    luar: Berjalan,
    induk: EntityManager,
    konteks: Konteks,
    kerja: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    if (luar.berpindah) throw new Error('Dua konteks sekaligus dalam satu transaksi');
    luar.berpindah = true;
    const menunggu = luar.sesudah.length;
    try {
      return await induk.transaction(async (manager) => {
        await pasang(manager, konteks);
        const hasil = await this.berjalan.run({ konteks, manager, berpindah: false, sesudah: luar.sesudah }, () =>
          kerja(manager),
        );
        await pasang(manager, luar.konteks);
        return hasil;
      });
    } catch (galat) {
      luar.sesudah.length = menunggu;
      throw galat;
    } finally {
      luar.berpindah = false;
    }
  }

  /**
   * The narrow path of the command line and of the first start, which act for nobody: first the table of agencies, then the one agency
   * of that code. Never for a request (test/golden/jalan-sistem.spec.ts lists who may).
   * @param perintah what acts, as the audit will tell it
   * @returns what `kerja` returns, or null when there is no such agency
   */
  async sebagaiSistem<T>(
    perintah: string,
    kodeInstansi: string,
    kerja: (instansiId: string, manager: EntityManager) => Promise<T>,
    isolasi?: Isolasi,
  ): Promise<T | null> {
    const konteks = konteksSistem(perintah);
    const cari = async (manager: EntityManager): Promise<T | null> => {
      const [instansi] = await manager.query<{ id: string }[]>('SELECT id FROM instansi WHERE kode = $1', [kodeInstansi]);
      if (!instansi) return null;
      return this.sebagai({ ...konteks, operator: false, instansi: [instansi.id] }, (m) => kerja(instansi.id, m));
    };
    return this.sebagai(konteks, cari, isolasi);
  }

  /** Names the context for `kerja` without opening a transaction; each `jalankan` within opens its own. */
  denganKonteks<T>(konteks: Konteks, kerja: () => T): T {
    return this.berjalan.run({ konteks, manager: null, berpindah: false, sesudah: [] }, kerja);
  }

  /** Commits when `kerja` resolves, rolls back when it rejects or the connection is lost. Under the context that holds. */
  async jalankan<T>(kerja: (manager: EntityManager) => Promise<T>, isolasi?: Isolasi): Promise<T> {
    const luar = this.berjalan.getStore();
    if (!luar?.manager) return this.sebagai(luar?.konteks ?? TANPA_KONTEKS, kerja, isolasi);
    const { konteks, sesudah } = luar;
    const menunggu = sesudah.length;
    try {
      return await luar.manager.transaction((manager) =>
        this.berjalan.run({ konteks, manager, berpindah: false, sesudah }, () => kerja(manager)),
      );
    } catch (galat) {
      sesudah.length = menunggu;
      throw galat;
    }
  }

  /** A part of the running transaction that needs no way back of its own: when it fails, all of that fails; or in one of its own. */
  sertakan<T>(kerja: () => Promise<T>): Promise<T> {
    return this.berjalan.getStore()?.manager ? kerja() : this.jalankan(kerja);
  }

  /** Reads under the context that holds: within the running transaction, which needs no savepoint for that, or in one of its own. */
  baca<T>(kerja: () => Promise<T>): Promise<T> {
    return this.sertakan(kerja);
  }

  /** Manager of the running transaction, or of the pool outside one (where no agency's rows are seen). */
  get manager(): EntityManager {
    return this.berjalan.getStore()?.manager ?? this.sumber.manager;
  }

  /** @throws {Error} outside a transaction */
  get managerTransaksi(): EntityManager {
    const manager = this.berjalan.getStore()?.manager;
    if (!manager) throw new Error('Tidak ada transaksi yang berjalan');
    return manager;
  }

  get konteks(): Konteks {
    return this.berjalan.getStore()?.konteks ?? TANPA_KONTEKS;
  }
}

/** Transaction-local: the connection returns to the pool without any. */
async function pasang(manager: EntityManager, { instansi, pengguna, operator }: Konteks): Promise<void> {
  await manager.query(
    `SELECT set_config('tuntas.instansi', $1, true), set_config('tuntas.pengguna', $2, true), set_config('tuntas.operator', $3, true)`,
    [`{${instansi.join(',')}}`, pengguna ?? '', operator ? 'ya' : ''],
  );
}

/** Sees which agencies there are, and nothing of them. */
export function konteksSistem(perintah: string): Konteks {
  return { ...TANPA_KONTEKS, operator: true, oleh: { ...TANPA_KONTEKS.oleh, agen: perintah } };
}
