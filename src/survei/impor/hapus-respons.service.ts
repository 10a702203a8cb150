import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Transaksi } from '../../database/transaksi';
import { GalatPengguna } from '../../shared/galat';
import { kunciSurvei } from '../kunci-survei';
import { SaranService } from '../saran/saran.service';
import { SurveiUnsurEntity } from '../survei-unsur.entity';
import { SurveiEntity } from '../survei.entity';
import { kosongkanRespons } from '../tulis-respons';
import type { TempatSurvei } from './tempat-impor';

@Injectable()
export class HapusResponsService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly saran: SaranService,
  ) {}

  /**
   * Takes all answers out of a draft, and every figure that was counted from them; published figures stay.
   * @throws {GalatPengguna} when the survey is locked or has none
   */
  hapus(t: TempatSurvei, alasan: string): Promise<void> {
    return this.transaksi.jalankan(async (manager) => {
      const { id, tingkat, judul, jumlahRespons, sidikRespons } = await kunciSurvei(manager, t, t.survei.kode, 'ubah');
      if (tingkat !== 'respons') throw new GalatPengguna('Survei ini tidak memiliki jawaban responden.');
      await kosongkanRespons(manager, id);
      await this.saran.kosongkanDariBerkas(id);
      await manager.delete(SurveiUnsurEntity, { surveiId: id });
      await manager.update(SurveiEntity, { id }, { tingkat: 'terbit', nBersama: null, jumlahRespons: null, sidikRespons: null });
      await this.audit.catat('survei.respons.dihapus', {
        instansiId: t.instansi.id,
        sasaran: { jenis: 'survei', id, nama: judul },
        sebelum: { tingkat, jumlahRespons, sidikRespons },
        sesudah: null,
        alasan,
      });
    });
  }
}
