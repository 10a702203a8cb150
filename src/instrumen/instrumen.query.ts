import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transaksi } from '../database/transaksi';
import { INSTRUMEN_BAWAAN } from './instrumen.bawaan';
import { InstrumenEntity } from './instrumen.entity';
import type { Instrumen } from './instrumen.rules';

@Injectable()
export class InstrumenQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** Those of the regulations, then the agency's own. */
  async semua(instansiId: string): Promise<Instrumen[]> {
    return [...INSTRUMEN_BAWAAN, ...(await this.milikInstansi(instansiId))];
  }

  async milikInstansi(instansiId: string, manager: EntityManager = this.transaksi.manager): Promise<Instrumen[]> {
    const semua = await manager.find(InstrumenEntity, { where: { instansiId }, order: { urutan: 'ASC', kode: 'ASC' } });
    return semua.map(({ kode, nama, skalaMin, skalaMaks, unsur, mutu }) => ({
      kode,
      nama,
      skala: { min: skalaMin, maks: skalaMaks },
      unsur: unsur.map((u) => ({ kode: u.kode, nama: u.nama })),
      mutu: mutu.map((m) => ({ mutu: m.mutu, kinerja: m.kinerja, min: m.min })),
    }));
  }
}
