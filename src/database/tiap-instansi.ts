import type { EntityManager } from 'typeorm';
import { konteksSistem, type Transaksi } from './transaksi';

/**
 * Work of the installation itself (schedules, its command line) on every agency, one after the other, each in its own transaction.
 * Never for a request (test/golden/jalan-sistem.spec.ts lists who may).
 * @param perintah what acts, as the audit will tell it
 */
export async function tiapInstansi(
  transaksi: Transaksi,
  perintah: string,
  kerja: (instansiId: string, manager: EntityManager, kode: string) => Promise<void>,
): Promise<void> {
  const konteks = konteksSistem(perintah);
  const daftar = await transaksi.sebagai(konteks, (manager) =>
    manager.query<{ id: string; kode: string }[]>('SELECT id, kode FROM instansi ORDER BY kode'),
  );
  for (const { id, kode } of daftar)
    await transaksi.sebagai({ ...konteks, operator: false, instansi: [id] }, (manager) => kerja(id, manager, kode));
}
