import { Injectable, Logger } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import { GalatPengguna } from '../../shared/galat';
import type { AtasNama } from '../lapor/kelengkapan';
import { GalatLaporanTerkunci } from '../lapor/laporan-slot.service';
import { PengajuanService, type Diajukan } from '../lapor/pengajuan.service';
import type { TempatLapor } from '../lapor/tempat-lapor';

/** One report that could not be submitted, and why. */
export interface GagalKirim {
  readonly tempat: TempatLapor;
  readonly sebab: string;
  /** the software failed, not what was sent */
  readonly gangguan: boolean;
}

/** Many reports with one act, each in its own right: its own transaction, receipt and audit entry. */
@Injectable()
export class KirimGabunganService {
  private readonly pencatat = new Logger(KirimGabunganService.name);

  constructor(
    private readonly transaksi: Transaksi,
    private readonly pengajuan: PengajuanService,
  ) {}

  /** What fails does not hold up the others. @returns those that failed */
  async kirim(slot: readonly TempatLapor[], kunciKirim: string, atasNama: AtasNama): Promise<GagalKirim[]> {
    const gagal: GagalKirim[] = [];
    for (const tempat of slot) {
      const satu = await this.satu(tempat, kunciKirim, atasNama);
      if (satu !== null) gagal.push({ tempat, ...satu });
    }
    return gagal;
  }

  /** @returns why not; null when it was submitted, now or by the same form before */
  private async satu(tempat: TempatLapor, kunciKirim: string, atasNama: AtasNama): Promise<Omit<GagalKirim, 'tempat'> | null> {
    try {
      await this.transaksi.jalankan((): Promise<Diajukan> => this.pengajuan.ajukan(tempat, kunciKirim, { atasNama }));
      return null;
    } catch (galat) {
      if (galat instanceof GalatLaporanTerkunci && (await this.pernah(tempat, kunciKirim))) return null;
      if (galat instanceof GalatPengguna) return { sebab: galat.message, gangguan: false };
      this.pencatat.error(`${tempat.kegiatan.kode} ${tempat.periode}: ${galat instanceof Error ? galat.stack : String(galat)}`);
      const sebab = 'Server terganggu saat mengirim laporan ini. Isinya tetap tersimpan; kirim lagi sebentar lagi.';
      return { sebab, gangguan: true };
    }
  }

  private async pernah(tempat: TempatLapor, kunciKirim: string): Promise<boolean> {
    return (await this.transaksi.jalankan(() => this.pengajuan.pernah(tempat, kunciKirim))) !== null;
  }
}
