import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Tempat } from '../organisasi/tempat';
import { adaTulisan } from '../rtl/alasan-prioritas.rules';
import { DilewatiService } from '../rtl/susun/dilewati.service';
import { RencanaTerkunci } from '../rtl/susun/rencana-terkunci';
import type { RencanaTersusun } from '../rtl/susun/susunan';
import { galatMedan } from '../shared/isian';
import { acuanPrioritas, BahanPrioritasQuery } from './bahan-prioritas.query';

/** Leaving one of the lowest unsur out of the plan, with the reason that the report prints. */
@Injectable()
export class LewatiService {
  constructor(
    private readonly terkunci: RencanaTerkunci,
    private readonly bahan: BahanPrioritasQuery,
    private readonly dilewati: DilewatiService,
  ) {}

  /** A second time changes the reason. @throws {GalatIsian} */
  lewati(tempat: Tempat, rencana: string, unsur: string, alasan: string): Promise<void> {
    const kerja = async (manager: EntityManager, kini: RencanaTersusun) => {
      const { terendah, terpakai } = acuanPrioritas(await this.bahan.pilihan(tempat, kini, manager));
      if (!terendah.has(unsur))
        throw galatMedan('alasan', `${unsur} tidak termasuk unsur yang diusulkan, jadi tidak perlu dilewati`);
      const no = terpakai.get(unsur);
      if (no !== undefined) throw galatMedan('alasan', `${unsur} sudah ada dalam prioritas ${no}; keluarkan dahulu dari sana`);
      if (!adaTulisan(alasan)) throw galatMedan('alasan', 'Tuliskan alasan unsur ini tidak dijadikan prioritas');
      await this.dilewati.tulis(manager, kini, unsur, alasan);
    };
    return this.terkunci.susun(tempat, rencana, kerja, 'prioritas.kelola');
  }

  /** The unsur waits for a decision again; nothing happens when it was not left out. */
  batal(tempat: Tempat, rencana: string, unsur: string): Promise<void> {
    return this.terkunci.susun(
      tempat,
      rencana,
      (manager, kini) => this.dilewati.lepas(manager, kini, [unsur]),
      'prioritas.kelola',
    );
  }
}
