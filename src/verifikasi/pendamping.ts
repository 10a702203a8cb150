import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PendampingLaporan, type Pendamping } from '../progres/pendamping-laporan';
import type { TempatLapor } from '../progres/lapor/tempat-lapor';
import { BERKAS_KOSONG, BerkasLaporanQuery } from './berkas-laporan.query';
import { pendampingView } from './pendamping.view';

/** Brings decisions, comments, the tracker and the history to the page of a slot. */
@Injectable()
export class PendampingVerifikasi implements OnModuleInit {
  constructor(
    private readonly pendamping: PendampingLaporan,
    private readonly berkas: BerkasLaporanQuery,
  ) {}

  onModuleInit(): void {
    this.pendamping.daftarkan((tempat) => this.susun(tempat));
  }

  private async susun(tempat: TempatLapor): Promise<Pendamping> {
    const berkas = tempat.laporan ? await this.berkas.baca(tempat.laporan.id) : BERKAS_KOSONG;
    return pendampingView(tempat, berkas, await this.berkas.ditetapkan(tempat.rencana.id));
  }
}
