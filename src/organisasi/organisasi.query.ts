import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { tanpaNull } from '../database/kolom';
import { AturanRealisasiEntity } from './aturan-realisasi.entity';
import type { AturanTertulis } from './aturan.rules';
import { InstansiEntity } from './instansi.entity';
import type { Instansi, Unit } from './organisasi.rules';
import { UnitEntity } from './unit.entity';

export interface InstansiTersimpan extends Instansi {
  readonly id: string;
}

@Injectable()
export class OrganisasiQuery {
  constructor(private readonly sumber: DataSource) {}

  async instansi(kode: string, manager: EntityManager = this.sumber.manager): Promise<InstansiTersimpan | null> {
    const i = await manager.findOneBy(InstansiEntity, { kode });
    if (!i) return null;
    const aturan = await manager.find(AturanRealisasiEntity, { where: { instansiId: i.id }, order: { versi: 'DESC' }, take: 1 });
    return { ...keInstansi(i, aturan[0]), id: i.id };
  }

  async daftarUnit(instansiId: string, manager: EntityManager = this.sumber.manager): Promise<Unit[]> {
    const semua = await manager.find(UnitEntity, { where: { instansiId }, order: { urutan: 'ASC', kode: 'ASC' } });
    const kode = new Map(semua.map((u) => [u.id, u.kode]));
    return semua.map((u) =>
      tanpaNull({ kode: u.kode, nama: u.nama, singkatan: u.singkatan, jenis: u.jenis, induk: kode.get(u.indukId ?? '') ?? null }),
    );
  }
}

/** The rule as the agency wrote it: defaults stay unsaid. */
export function keAturan(a: AturanRealisasiEntity): AturanTertulis {
  return tanpaNull({
    satuan: a.satuan,
    bobotSebagian: a.bobotSebagian,
    dasar: a.dasar,
    tidakDapat: a.tidakDapat,
    pengganti: a.pengganti,
  });
}

function keInstansi(i: InstansiEntity, aturan: AturanRealisasiEntity | undefined): Instansi {
  const pengaturan = tanpaNull({ realisasi: aturan ? keAturan(aturan) : null, jumlahPrioritas: i.jumlahPrioritas });
  const { kode, nama, singkatan, kota, zonaWaktu, situs } = i;
  return tanpaNull({
    kode,
    nama,
    singkatan,
    kota,
    zonaWaktu,
    situs,
    pengaturan: Object.keys(pengaturan).length > 0 ? pengaturan : null,
  });
}
