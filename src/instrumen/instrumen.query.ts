import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { tanpaNull } from '../database/kolom';
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

  static bawaan(kode: string): boolean {
    return INSTRUMEN_BAWAAN.some((i) => i.kode === kode);
  }

  /** Surveys by instrument, whatever their status: one that is used never changes. */
  async pemakaian(instansiId: string): Promise<Map<string, number>> {
    const baris = await this.transaksi.manager.query<{ instrumen: string; n: number }[]>(
      'SELECT instrumen, count(*)::int AS n FROM survei WHERE instansi_id = $1 GROUP BY 1',
      [instansiId],
    );
    return new Map(baris.map((b) => [b.instrumen, b.n]));
  }

  async jumlahSurvei(instansiId: string, kode: string): Promise<number> {
    return (await this.pemakaian(instansiId)).get(kode) ?? 0;
  }

  async milikInstansi(instansiId: string, manager: EntityManager = this.transaksi.manager): Promise<Instrumen[]> {
    const semua = await manager.find(InstrumenEntity, { where: { instansiId }, order: { urutan: 'ASC', kode: 'ASC' } });
    return semua.map(keInstrumen);
  }
}

export function keInstrumen(i: InstrumenEntity): Instrumen {
  return {
    kode: i.kode,
    nama: i.nama,
    skala: { min: i.skalaMin, maks: i.skalaMaks },
    unsur: i.unsur.map(({ kode, nama, pertanyaan, jawaban }) => ({
      kode,
      nama,
      ...(pertanyaan ? { pertanyaan } : {}),
      ...(jawaban ? { jawaban } : {}),
    })),
    mutu: i.mutu.map((m) => ({ mutu: m.mutu, kinerja: m.kinerja, min: m.min })),
    ...(i.peraturan === null ? {} : { peraturan: i.peraturan }),
    ...(i.pokok === null ? {} : { pokok: i.pokok, versi: i.versi }),
    ...(i.berlakuMulai === null && i.berlakuSelesai === null
      ? {}
      : { berlaku: tanpaNull({ mulai: i.berlakuMulai, selesai: i.berlakuSelesai }) }),
    ...(i.tambahan.length === 0 ? {} : { tambahan: i.tambahan }),
  };
}
