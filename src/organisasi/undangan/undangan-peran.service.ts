import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import { NAMA_PERAN } from '../../auth/pelaku';
import { UndanganService } from '../../auth/tautan/undangan.service';
import { GalatTidakDitemukan } from '../../shared/galat';
import { galatMedan } from '../../shared/isian';
import { Jam } from '../../shared/jam';
import type { PeranBaru } from '../peran/penulis-peran';
import { Organisasi, type Tempat } from '../tempat';
import { UndanganPeranEntity } from './undangan-peran.entity';
import { UndanganPeranQuery, type Undangan } from './undangan-peran.query';
import { MASA_UNDANGAN, masihTerbuka } from './undangan.policy';

export interface UndanganBaru extends PeranBaru {
  readonly nama: string;
  readonly unitNama: string | null;
}

/** The agency's side of an invitation: offered, withdrawn. */
@Injectable()
export class UndanganPeranService {
  constructor(
    private readonly organisasi: Organisasi,
    private readonly query: UndanganPeranQuery,
    private readonly akun: UndanganService,
    private readonly audit: AuditService,
    private readonly jam: Jam,
  ) {}

  /** A part of an act on the organisation; who may give the role was asked before. @throws {GalatIsian} when it waits already */
  async undang(manager: EntityManager, tempat: Tempat, baru: UndanganBaru): Promise<void> {
    const { instansi, pelaku } = tempat;
    const sama = (u: Undangan) => u.penggunaId === baru.penggunaId && u.peran === baru.peran && u.unitId === baru.unitId;
    if ((await this.query.terbuka(instansi.id)).some(sama))
      throw galatMedan('peran', 'Undangan untuk peran dan lingkup itu sudah menunggu jawaban orang ini');
    const id = randomUUID();
    const kini = this.jam.sekarang();
    const { penggunaId, nama, peran, unitId, unitNama, mulai, selesai, dasar } = baru;
    await manager.insert(UndanganPeranEntity, {
      ...{ id, penggunaId, nama, peran, unitId, unitNama, mulai, selesai, dasar },
      instansiId: instansi.id,
      instansiNama: instansi.nama,
      diundangOlehId: pelaku.penggunaId,
      pengundangNama: pelaku.nama,
      dibuat: kini,
      berakhir: new Date(kini.getTime() + MASA_UNDANGAN * 86_400_000),
      keadaan: 'menunggu',
      dijawab: null,
    });
    await this.audit.catat('undangan.beri', {
      instansiId: instansi.id,
      sasaran: { jenis: 'undangan', id, nama: `${NAMA_PERAN[peran]}: ${nama}` },
      sebelum: null,
      sesudah: { penggunaId, peran, unit: unitNama, mulai, selesai, dasar },
    });
    await this.akun.kabari(penggunaId, instansi.nama);
  }

  tarik(tempat: Tempat, id: string): Promise<void> {
    return this.organisasi.kelola(tempat, async (manager) => {
      const undangan = await this.query.satu(tempat.instansi.id, id);
      if (!undangan || !masihTerbuka(undangan, this.jam.sekarang()))
        throw new GalatTidakDitemukan('Undangan itu tidak ada, atau sudah dijawab.');
      await this.tandai(manager, undangan);
    });
  }

  /** A part of taking everything from a person. */
  async tarikSemua(manager: EntityManager, tempat: Tempat, penggunaId: string): Promise<void> {
    for (const u of await this.query.terbuka(tempat.instansi.id)) if (u.penggunaId === penggunaId) await this.tandai(manager, u);
  }

  private async tandai(manager: EntityManager, { id, instansiId, peran, nama, keadaan }: Undangan): Promise<void> {
    const kini = this.jam.sekarang();
    await manager.update(UndanganPeranEntity, { id }, { keadaan: 'ditarik', dijawab: kini });
    await manager.query('UPDATE tautan_akun SET dipakai = $2 WHERE undangan_id = $1 AND dipakai IS NULL', [id, kini]);
    await this.audit.catat('undangan.tarik', {
      instansiId,
      sasaran: { jenis: 'undangan', id, nama: `${NAMA_PERAN[peran]}: ${nama}` },
      sebelum: { keadaan },
      sesudah: { keadaan: 'ditarik' },
    });
  }
}
