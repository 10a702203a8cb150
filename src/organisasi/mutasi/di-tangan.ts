import { Injectable } from '@nestjs/common';
import type { Tempat } from '../tempat';
import type { ButirDiTangan } from './mutasi.rules';

/** Whose things are looked for. */
export interface OrangDiTangan {
  readonly penggunaId: string;
  /** units for which the person is penanggung jawab, each with everything that this covers */
  readonly tanggungan: readonly { readonly unitId: string; readonly cakupan: readonly string[] }[];
}

/**
 * A module that keeps things in people's hands (drafts, reports to verify, invitations to sign) makes itself known here, so that a
 * transfer shows them and hands them on. It reads and writes its own tables, in the running transaction.
 */
export interface SumberDiTangan {
  /** first part of its keys; `penugasan`, `peran` and `sesi` are taken */
  readonly jenis: string;
  cari(tempat: Tempat, orang: OrangDiTangan, tanggal: string): Promise<readonly ButirDiTangan[]>;
  /** @throws {GalatPengguna} when it cannot be handed to this person */
  serahkan(tempat: Tempat, id: string, penggunaId: string, alasan: string): Promise<void>;
}

@Injectable()
export class DaftarDiTangan {
  private readonly sumber = new Map<string, SumberDiTangan>();

  /** Call once, when the module starts. */
  daftarkan(sumber: SumberDiTangan): void {
    if (this.sumber.has(sumber.jenis) || ['penugasan', 'peran', 'sesi'].includes(sumber.jenis))
      throw new Error(`Jenis ${sumber.jenis} sudah terdaftar`);
    this.sumber.set(sumber.jenis, sumber);
  }

  semua(): readonly SumberDiTangan[] {
    return [...this.sumber.values()];
  }

  /** @throws {Error} when nobody registered this kind */
  satu(jenis: string): SumberDiTangan {
    const sumber = this.sumber.get(jenis);
    if (!sumber) throw new Error(`Jenis ${jenis} tidak terdaftar`);
    return sumber;
  }
}
