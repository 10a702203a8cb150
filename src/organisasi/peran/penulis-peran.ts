import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import { NAMA_PERAN, type Peran } from '../../auth/pelaku';
import { PeranEntity } from './peran.entity';

/** A role to be given; `selesai` half-open. */
export interface PeranBaru {
  readonly penggunaId: string;
  readonly peran: Peran;
  readonly unitId: string | null;
  readonly mulai: string;
  readonly selesai: string | null;
  readonly dasar: string | null;
}

export interface PemberiPeran {
  readonly instansiId: string;
  readonly diberiOlehId: string | null;
  /** who the audit names, where that is not whoever the context names */
  readonly oleh?: { readonly penggunaId: string; readonly nama: string; readonly jabatan: null };
}

/** Writes the row of a role and its entry in the audit; whether it may be given was asked before. */
@Injectable()
export class PenulisPeran {
  constructor(private readonly audit: AuditService) {}

  async tulis(manager: EntityManager, pemberi: PemberiPeran, baru: PeranBaru, unit: string | null): Promise<void> {
    const id = randomUUID();
    const { instansiId, diberiOlehId, oleh } = pemberi;
    await manager.insert(PeranEntity, { id, instansiId, ...baru, diberiOlehId, diakhiriOlehId: null });
    const [orang] = await manager.query<{ nama: string }[]>('SELECT nama FROM pengguna WHERE id = $1', [baru.penggunaId]);
    await this.audit.catat('peran.beri', {
      instansiId,
      sasaran: { jenis: 'peran', id, nama: `${NAMA_PERAN[baru.peran]}: ${orang?.nama ?? ''}` },
      sebelum: null,
      sesudah: {
        peran: baru.peran,
        unit,
        mulai: baru.mulai,
        selesai: baru.selesai,
        dasar: baru.dasar,
        penggunaId: baru.penggunaId,
      },
      ...(oleh ? { oleh } : {}),
    });
  }
}
