import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Any, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import type { Tempat } from '../organisasi/tempat';
import { PrioritasDilewatiEntity } from '../rtl/prioritas-dilewati.entity';
import { RencanaTerkunci } from '../rtl/susun/rencana-terkunci';
import type { RencanaTersusun } from '../rtl/susun/susunan';
import { galatMedan } from '../shared/isian';
import { acuanPrioritas, BahanPrioritasQuery } from './bahan-prioritas.query';
import { adaTulisan } from './pilihan.rules';

/** Leaving one of the lowest unsur out of the plan, with the reason that the report prints. */
@Injectable()
export class LewatiService {
  constructor(
    private readonly terkunci: RencanaTerkunci,
    private readonly bahan: BahanPrioritasQuery,
    private readonly audit: AuditService,
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
      await this.tulis(manager, kini, unsur, alasan);
    };
    return this.terkunci.susun(tempat, rencana, kerja, 'prioritas.kelola');
  }

  /** The unsur waits for a decision again; nothing happens when it was not left out. */
  batal(tempat: Tempat, rencana: string, unsur: string): Promise<void> {
    return this.terkunci.susun(tempat, rencana, (manager, kini) => this.lepas(manager, kini, [unsur]), 'prioritas.kelola');
  }

  /** Within another act: that unsur is left out. */
  async tulis(
    manager: EntityManager,
    { id: rencanaId, instansiId, judul }: RencanaTersusun,
    unsur: string,
    alasan: string,
  ): Promise<void> {
    // prettier-ignore
    const ada = await manager.findOneBy(PrioritasDilewatiEntity, { rencanaId, unsur });
    if (ada?.alasan === alasan) return;
    await manager.upsert(PrioritasDilewatiEntity, { id: ada?.id ?? randomUUID(), instansiId, rencanaId, unsur, alasan }, ['id']);
    await this.audit.catat('prioritas.lewati', {
      instansiId,
      sasaran: { jenis: 'rencana', id: rencanaId, nama: judul },
      sebelum: ada && { alasan: ada.alasan },
      sesudah: { unsur, alasan },
      alasan,
    });
  }

  /** Within another act: those unsur are not left out any more. */
  async lepas(
    manager: EntityManager,
    { id: rencanaId, instansiId, judul }: RencanaTersusun,
    unsur: readonly string[],
  ): Promise<void> {
    // prettier-ignore
    const ada = await manager.findBy(PrioritasDilewatiEntity, { rencanaId, unsur: Any([...unsur]) });
    for (const { id, unsur: kode, alasan } of ada) {
      await manager.delete(PrioritasDilewatiEntity, { id });
      await this.audit.catat('prioritas.batal_lewati', {
        instansiId,
        sasaran: { jenis: 'rencana', id: rencanaId, nama: judul },
        sebelum: { unsur: kode, alasan },
        sesudah: null,
      });
    }
  }
}
