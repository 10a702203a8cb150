import { Injectable } from '@nestjs/common';
import type { TempatLapor } from './lapor/tempat-lapor';

/** What stands on the page of a slot around the unit's own part of it, ready for its templates. */
export interface Pendamping {
  /** for `partials/lacak` */
  readonly lacak: object;
  /** for `verifikasi/putusan`: what was decided and why, what may be done now, the thread of comments */
  readonly putusan: object;
  /** for `verifikasi/riwayat`, newest first */
  readonly riwayat: readonly object[];
  readonly pernahTerlambat: boolean;
}

/** Decisions are made in a later module, and are read on this module's pages: that module says here how to find them. */
@Injectable()
export class PendampingLaporan {
  private sumber: ((tempat: TempatLapor) => Promise<Pendamping>) | null = null;

  daftarkan(sumber: (tempat: TempatLapor) => Promise<Pendamping>): void {
    this.sumber = sumber;
  }

  /** whether somebody has said how */
  get siap(): boolean {
    return this.sumber !== null;
  }

  /** @throws {Error} when nobody has said how */
  untuk(tempat: TempatLapor): Promise<Pendamping> {
    if (!this.sumber) throw new Error('Pendamping laporan belum didaftarkan');
    return this.sumber(tempat);
  }
}
