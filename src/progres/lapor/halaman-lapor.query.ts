import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { BuktiLaporanQuery, type BuktiTersimpan } from '../bukti/unggah/bukti-laporan.query';
import { PendampingLaporan, type Pendamping } from '../pendamping-laporan';
import { periksaKelengkapan, samaDenganLalu } from './kelengkapan';
import { IsianService, type IsianKini } from './isian.service';
import { LaluQuery, type LaporanLalu } from './lalu.query';
import { PejabatQuery, type Pejabat } from './pejabat.query';
import { TandaTerimaQuery, type TandaTerima } from './tanda-terima.query';
import type { TempatLapor } from './tempat-lapor';

/** What the page of a slot shows. */
export interface BahanLapor {
  readonly isian: readonly IsianKini[];
  readonly bukti: readonly BuktiTersimpan[];
  readonly lalu: LaporanLalu | null;
  readonly pejabat: readonly Pejabat[];
  /** submissions, newest first */
  readonly pengajuan: readonly TandaTerima[];
  readonly pendamping: Pendamping | null;
  /** the draft says what the last report said */
  readonly samaDenganLalu: boolean;
  /** of the form: sent twice is once */
  readonly kunciKirim: string;
}

@Injectable()
export class HalamanLaporQuery {
  constructor(
    private readonly isian: IsianService,
    private readonly bukti: BuktiLaporanQuery,
    private readonly lalu: LaluQuery,
    private readonly pejabat: PejabatQuery,
    private readonly tandaTerima: TandaTerimaQuery,
    private readonly pendamping: PendampingLaporan,
  ) {}

  async bahan(tempat: TempatLapor): Promise<BahanLapor> {
    const { laporan, pendukung, hariIni } = tempat;
    const isian = laporan ? await this.isian.semua(laporan.id) : [];
    const bukti = laporan ? await this.bukti.semua(laporan.id) : [];
    const pejabat = await this.pejabat.utama(tempat);
    const lalu = await this.lalu.sebelum(tempat);
    const berlaku = bukti.filter((b) => b.dilepas === null);
    const { isi } = periksaKelengkapan({ isian, bukti: berlaku, pejabat, pendukung, hariIni });
    return {
      ...{ isian, bukti, lalu, pejabat },
      pengajuan: laporan && laporan.putaran > 0 ? await this.tandaTerima.semua(laporan.id) : [],
      pendamping: this.pendamping.siap ? await this.pendamping.untuk(tempat) : null,
      samaDenganLalu: samaDenganLalu(isi, lalu),
      kunciKirim: randomUUID(),
    };
  }
}
