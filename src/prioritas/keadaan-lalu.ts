import { Injectable } from '@nestjs/common';
import type { StatusLalu } from './lanjutan.rules';

/** Where a kegiatan stands by its latest report. */
export interface KeadaanLalu {
  readonly status: StatusLalu;
  /** what the unit wrote last */
  readonly uraian: string | null;
}

/** By kode of the plan and of the kegiatan; what nobody reported on is missing. */
export type KeadaanRencana = ReadonlyMap<string, ReadonlyMap<string, KeadaanLalu>>;

/**
 * Reports come after priorities in the order of the modules: whoever keeps them makes itself known here, so that a new plan sees what
 * became of the earlier ones.
 */
@Injectable()
export class SumberKeadaanLalu {
  private sumber: ((instansiId: string) => Promise<KeadaanRencana>) | null = null;

  /** Call once, when the module starts. */
  daftarkan(sumber: (instansiId: string) => Promise<KeadaanRencana>): void {
    if (this.sumber) throw new Error('Sumber keadaan sudah terdaftar');
    this.sumber = sumber;
  }

  cari(instansiId: string): Promise<KeadaanRencana> {
    if (!this.sumber) throw new Error('Sumber keadaan belum terdaftar');
    return this.sumber(instansiId);
  }
}

export const BELUM_MELAPOR: KeadaanLalu = { status: 'belum_melapor', uraian: null };

export function keadaanKegiatan(semua: KeadaanRencana, rencana: string, kegiatan: string): KeadaanLalu {
  return semua.get(rencana)?.get(kegiatan) ?? BELUM_MELAPOR;
}
