import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Transaksi } from '../../database/transaksi';
import type { Tempat } from '../../organisasi/tempat';
import { GalatPengguna } from '../../shared/galat';
import { galatMedan } from '../../shared/isian';
import { teksDesimal } from '../../shared/desimal';
import { kunciSurvei } from '../kunci-survei';
import { periksaPenetapan } from '../penetapan.rules';
import { hitungSurvei } from '../skor.rules';
import { PERALIHAN_SURVEI } from '../status.rules';
import type { Survei } from '../survei.rules';
import { SurveiEntity } from '../survei.entity';
import type { AlasanDto, TetapkanDto } from './kelola.dto';
import { KelolaQuery } from './kelola.query';

/** What was looked at before confirming is not what is stored now. */
export class GalatIsiBerubah extends GalatPengguna {
  override readonly name: string = 'GalatIsiBerubah';
}

/** Fingerprint of everything that a confirmation vouches for. */
export function sidikSurvei(survei: Survei): string {
  return createHash('sha256').update(JSON.stringify(survei)).digest('hex');
}

const PERISTIWA_STATUS = {
  bukaKembali: 'survei.buka_kembali',
  batalkan: 'survei.batalkan',
  pulihkan: 'survei.pulihkan',
} as const;

@Injectable()
export class StatusSurveiService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly query: KelolaQuery,
    private readonly audit: AuditService,
  ) {}

  /**
   * Locks the survey. Nothing that stands against it at all can be waived; a galat can, with a reason that the history keeps.
   * @throws {GalatStatusSurvei} @throws {GalatIsian} @throws {GalatIsiBerubah}
   */
  tetapkan(tempat: Tempat, kode: string, dto: TetapkanDto): Promise<void> {
    return this.transaksi.jalankan(async (manager) => {
      const baris = await kunciSurvei(manager, tempat, kode, 'tetapkan');
      const { survei, instrumen } = await this.query.muat(tempat, baris, manager);
      if (dto.sidik !== sidikSurvei(survei))
        throw new GalatIsiBerubah('Isi survei ini berubah sejak halamannya Anda buka. Periksa sekali lagi, lalu tetapkan.');
      const hasil = hitungSurvei(survei, instrumen);
      const { halangan, perluAlasan } = periksaPenetapan(survei, instrumen, hasil);
      if (halangan !== null) throw galatMedan('alasan', halangan.replace(/\.$/, ''));
      if (perluAlasan.length > 0 && dto.alasan === '')
        throw galatMedan('alasan', 'Tuliskan mengapa survei ini tetap ditetapkan dengan galat di atas, atau perbaiki dahulu');
      await manager.update(SurveiEntity, { id: baris.id }, { status: PERALIHAN_SURVEI.tetapkan.ke });
      const nilai = hasil.nilai ?? hasil.terbit?.nilai ?? null;
      await this.audit.catat('survei.tetapkan', {
        instansiId: tempat.instansi.id,
        sasaran: { jenis: 'survei', id: baris.id, nama: kode },
        sebelum: { status: baris.status },
        sesudah: {
          status: PERALIHAN_SURVEI.tetapkan.ke,
          nilai: nilai && teksDesimal(nilai),
          mutu: hasil.mutu?.mutu ?? hasil.terbit?.mutu ?? null,
          dikecualikan: perluAlasan,
        },
        alasan: dto.alasan || null,
      });
    });
  }

  /** @throws {GalatStatusSurvei} */
  ubahStatus(tempat: Tempat, kode: string, tindakan: keyof typeof PERISTIWA_STATUS, { alasan }: AlasanDto): Promise<void> {
    return this.transaksi.jalankan(async (manager) => {
      const baris = await kunciSurvei(manager, tempat, kode, tindakan);
      const { ke } = PERALIHAN_SURVEI[tindakan];
      await manager.update(SurveiEntity, { id: baris.id }, { status: ke });
      await this.audit.catat(PERISTIWA_STATUS[tindakan], {
        instansiId: tempat.instansi.id,
        sasaran: { jenis: 'survei', id: baris.id, nama: kode },
        sebelum: { status: baris.status },
        sesudah: { status: ke },
        alasan,
      });
    });
  }
}
