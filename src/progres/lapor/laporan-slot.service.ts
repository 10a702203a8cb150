import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Transaksi } from '../../database/transaksi';
import { GalatPengguna, GalatTidakBerhak } from '../../shared/galat';
import { bukanBagiannya, halanganIsi } from './lapor.policy';
import type { Bagian, LaporanKini, TempatLapor } from './tempat-lapor';

/** Nothing may be entered here now: the window, the plan or the state of the report stands in the way. */
export class GalatLaporanTerkunci extends GalatPengguna {
  override readonly name: string = 'GalatLaporanTerkunci';
}

@Injectable()
export class LaporanSlotService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
  ) {}

  /**
   * The report of the slot, ready to be written: made at the first write, and held until the end of the running transaction, so that
   * nobody submits or decides in between. Every write of a field or a piece of evidence begins with this.
   * @param cara SHARE beside other writers, UPDATE alone
   * @throws {GalatTidakBerhak} when this part is not this person's
   * @throws {GalatLaporanTerkunci} when the slot is not open for entering
   * @throws {Error} outside a transaction
   */
  async bukaDraf(tempat: TempatLapor, bagian: Bagian, cara: 'SHARE' | 'UPDATE' = 'SHARE'): Promise<LaporanKini> {
    const bukan = bukanBagiannya(tempat, bagian);
    if (bukan !== null) throw new GalatTidakBerhak(bukan);
    pastikanTerbuka(tempat);
    const laporan = tempat.laporan ?? (await this.buat(tempat));
    const kini = await this.tahan(laporan.id, cara);
    pastikanTerbuka({ ...tempat, laporan: kini });
    return kini;
  }

  /** The report as it is now, nobody else's until the end of the running transaction. @throws {Error} when there is none */
  async tahan(laporanId: string, cara: 'SHARE' | 'UPDATE'): Promise<LaporanKini> {
    const [kini] = await this.transaksi.managerTransaksi.query<LaporanKini[]>(
      `SELECT id, keadaan, putaran, versi, sejak FROM laporan_slot WHERE id = $1 FOR ${cara}`,
      [laporanId],
    );
    if (!kini) throw new Error(`Laporan ${laporanId} tidak ada`);
    return kini;
  }

  /** Two who begin at once get the same one. */
  private async buat({ instansi, kegiatan, periode, sekarang }: TempatLapor): Promise<Pick<LaporanKini, 'id'>> {
    const manager = this.transaksi.managerTransaksi;
    const [baru] = await manager.query<{ id: string }[]>(
      `INSERT INTO laporan_slot (id, instansi_id, kegiatan_id, periode, keadaan, putaran, versi, dibuat, sejak)
       VALUES ($1, $2, $3, $4, 'draf', 0, 1, $5, $5) ON CONFLICT (kegiatan_id, periode) DO NOTHING RETURNING id`,
      [randomUUID(), instansi.id, kegiatan.id, periode, sekarang],
    );
    if (baru) {
      await this.audit.catat('lapor.mulai', {
        instansiId: instansi.id,
        sasaran: { jenis: 'laporan-slot', id: baru.id, nama: `${kegiatan.kode} ${periode}` },
        sebelum: null,
        sesudah: { kegiatan: kegiatan.kode, periode },
      });
      return baru;
    }
    const [ada] = await manager.query<{ id: string }[]>('SELECT id FROM laporan_slot WHERE kegiatan_id = $1 AND periode = $2', [
      kegiatan.id,
      periode,
    ]);
    if (!ada) throw new Error('Laporan yang sudah ada tidak terbaca');
    return ada;
  }
}

function pastikanTerbuka(tempat: TempatLapor): void {
  const halangan = halanganIsi(tempat);
  if (halangan !== null) throw new GalatLaporanTerkunci(halangan);
}
