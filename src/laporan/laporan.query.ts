import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { tanpaNull } from '../database/kolom';
import { Transaksi } from '../database/transaksi';
import { RencanaEntity } from '../rtl/rencana.entity';
import { LaporanEntity } from './laporan.entity';
import type { CatatanLaporan } from './laporan.rules';

@Injectable()
export class LaporanQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** What an agency's reports state, in the order of their import. */
  async semua(instansiId: string, manager: EntityManager = this.transaksi.manager): Promise<CatatanLaporan[]> {
    const { entities, raw } = await manager
      .createQueryBuilder(LaporanEntity, 'l')
      .innerJoin(RencanaEntity, 'r', 'r.id = l.rencanaId')
      .addSelect('r.kode', 'rencana')
      .where('l.instansiId = :instansiId', { instansiId })
      .orderBy('l.urutan')
      .getRawAndEntities<{ rencana: string }>();
    return entities.map((l, i) => keCatatan(l, raw[i]?.rencana ?? ''));
  }
}

function keCatatan(l: LaporanEntity, rencana: string): CatatanLaporan {
  const { jenis, tanggal, tempat, jabatan, nama, nip, pangkat, persenTertulis, kesimpulanTambahan } = l;
  return tanpaNull({
    jenis,
    rencana,
    tanggal,
    tempat,
    penandatangan: tanpaNull({ jabatan, nama, nip, pangkat }),
    persenTertulis,
    kesimpulanTambahan,
  });
}
