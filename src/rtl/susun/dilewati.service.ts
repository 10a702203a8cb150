import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Any, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import { PrioritasDilewatiEntity } from '../prioritas-dilewati.entity';
import type { RencanaTersusun } from './susunan';

type Rencananya = Pick<RencanaTersusun, 'id' | 'instansiId' | 'judul'>;

/** The lowest unsur that a plan leaves out, as the acts on its priorities write and release them. */
@Injectable()
export class DilewatiService {
  constructor(private readonly audit: AuditService) {}

  /** Within another act: that unsur is left out. */
  async tulis(
    manager: EntityManager,
    { id: rencanaId, instansiId, judul }: Rencananya,
    unsur: string,
    alasan: string,
  ): Promise<void> {
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
  async lepas(manager: EntityManager, { id: rencanaId, instansiId, judul }: Rencananya, unsur: readonly string[]): Promise<void> {
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
