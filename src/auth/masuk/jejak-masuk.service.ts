import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import type { JenisPeristiwa } from '../../audit/peristiwa';
import type { Konteks } from '../../database/konteks';
import { Transaksi } from '../../database/transaksi';
import type { Pengguna } from '../pengguna.query';
import { PenggunaQuery } from '../pengguna.query';
import type { CaraMasuk } from '../sesi/sesi.entity';

/** Milliseconds. */
const JEDA = 1_500;

type Akun = Pick<Pengguna, 'id' | 'nama'>;

/**
 * Signing in, as the agencies of the person may know it: one entry in the audit of each in which they hold a role, besides the one of the
 * installation. By the provider of an agency it concerns that agency alone.
 */
@Injectable()
export class JejakMasuk implements OnModuleDestroy {
  private readonly pencatat = new Logger(JejakMasuk.name);
  private readonly tertunda: (() => Promise<void>)[] = [];
  private pewaktu: NodeJS.Timeout | null = null;
  private berjalan = Promise.resolve();

  constructor(
    private readonly transaksi: Transaksi,
    private readonly pengguna: PenggunaQuery,
    private readonly audit: AuditService,
  ) {}

  /** In the transaction of the sign-in. */
  berhasil(akun: Akun, cara: CaraMasuk, lewatInstansiId: string | null): Promise<void> {
    return this.tulis(akun, lewatInstansiId, this.transaksi.konteks, 'masuk.berhasil', { cara });
  }

  /** Some time after the answer, so that neither its time nor that of the next one tells whether there is such an account. */
  gagal(akun: Akun | null, sebab: string): void {
    if (akun === null) return;
    const { konteks } = this.transaksi;
    this.tertunda.push(() => this.transaksi.sebagai(konteks, () => this.tulis(akun, null, konteks, 'masuk.gagal', { sebab })));
    this.pewaktu ??= setTimeout(() => void this.habiskan(), JEDA).unref();
  }

  onModuleDestroy(): Promise<void> {
    return this.habiskan();
  }

  /** One after the other; whoever asks waits for all. */
  private habiskan(): Promise<void> {
    if (this.pewaktu !== null) clearTimeout(this.pewaktu);
    this.pewaktu = null;
    this.berjalan = this.berjalan.then(async () => {
      for (let kerja = this.tertunda.shift(); kerja; kerja = this.tertunda.shift()) {
        await kerja().catch((galat: unknown) =>
          this.pencatat.error('Gagal masuk tidak tercatat', galat instanceof Error ? galat.stack : undefined),
        );
      }
    });
    return this.berjalan;
  }

  private async tulis<J extends Extract<JenisPeristiwa, 'masuk.berhasil' | 'masuk.gagal'>>(
    akun: Akun,
    lewatInstansiId: string | null,
    konteks: Konteks,
    jenis: J,
    sesudah: J extends 'masuk.berhasil' ? { cara: string } : { sebab: string },
  ): Promise<void> {
    const peran = await this.pengguna.peran(akun.id, konteks.oleh);
    const milik = [...new Set(peran.map((p) => p.instansiId))].filter((id) => lewatInstansiId === null || id === lewatInstansiId);
    const sasaran = { jenis: 'pengguna', id: akun.id, nama: akun.nama };
    // In one order, so that two sign-ins at once do not wait for each other's chain.
    for (const instansiId of milik.sort()) {
      // Whoever signed in did so with the post and the roles held there; who failed is nobody known.
      const berlaku = jenis === 'masuk.berhasil' ? peran.filter((p) => p.instansiId === instansiId && p.berlaku) : [];
      const siapa = { ...konteks.oleh, peran: berlaku.map(({ peran: p }) => ({ instansiId, peran: p })) };
      await this.transaksi.sebagai({ ...konteks, instansi: [instansiId], operator: false, oleh: siapa }, async () => {
        const oleh =
          jenis === 'masuk.berhasil'
            ? { penggunaId: akun.id, nama: akun.nama, jabatan: await this.pengguna.jabatan(akun.id, instansiId) }
            : { penggunaId: null, nama: 'Belum masuk', jabatan: null };
        await this.audit.catat(jenis, { instansiId, sasaran, oleh, sebelum: null, sesudah });
      });
    }
  }
}
