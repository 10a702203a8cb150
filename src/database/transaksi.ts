import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** One act, one transaction. An act inside another joins it (as a savepoint), so that the outer one succeeds or fails whole. */
@Injectable()
export class Transaksi {
  private readonly berjalan = new AsyncLocalStorage<EntityManager>();

  constructor(private readonly sumber: DataSource) {}

  /** Commits when `kerja` resolves, rolls back when it rejects or the connection is lost. */
  jalankan<T>(kerja: (manager: EntityManager) => Promise<T>): Promise<T> {
    const luar = this.berjalan.getStore() ?? this.sumber.manager;
    return luar.transaction((manager) => this.berjalan.run(manager, () => kerja(manager)));
  }

  /** Manager of the running transaction, or of the pool outside one. */
  get manager(): EntityManager {
    return this.berjalan.getStore() ?? this.sumber.manager;
  }
}
