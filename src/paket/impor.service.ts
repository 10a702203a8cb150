import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import { konteksSistem, Transaksi } from '../database/transaksi';
import { InstansiEntity } from '../organisasi/instansi.entity';
import { RencanaAwalService } from '../rtl/awal/rencana-awal.service';
import { imporInstansi, imporInstrumen, imporUnit } from './impor-instansi';
import { imporLaporan, imporRealisasi, imporRencana } from './impor-rencana';
import { imporSurvei } from './impor-survei';
import type { KonteksImpor } from './konteks-impor';
import type { Paket } from './paket';
import type { Tambahan } from './selisih';

@Injectable()
export class ImporService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly awal: RencanaAwalService,
  ) {}

  /** For the command line and the first start: makes the agency when it is new. @param perintah as the audit will tell it */
  imporSistem(paket: Paket, perintah: string): Promise<Tambahan> {
    const konteks = konteksSistem(perintah);
    return this.transaksi.sebagai(konteks, async (manager) => {
      await kunciInstansi(manager, paket.instansi.kode);
      const ada = await manager.findOne(InstansiEntity, { where: { kode: paket.instansi.kode }, select: { id: true } });
      return this.transaksi.sebagai({ ...konteks, instansi: [ada?.id ?? randomUUID()] }, () => this.impor(paket));
    });
  }

  /**
   * Stores a validated paket in one transaction: all of it, or nothing. Records are known again by their codes, so that a second import
   * of the same paket changes nothing; what is stored and not named in the paket is left alone. Under the context that holds, which names
   * the one agency that it may write.
   * @throws {GalatPengguna} when the paket is another agency's, or would change a plan that is diajukan or was ditetapkan here
   */
  impor(paket: Paket): Promise<Tambahan> {
    return this.transaksi.jalankan(async (manager) => {
      const hitungan: Tambahan = { baru: 0, berubah: 0, tetap: 0, dibiarkan: 0 };
      await kunciInstansi(manager, paket.instansi.kode);
      const k: KonteksImpor = {
        manager,
        paket,
        hitungan,
        instansiId: await imporInstansi(manager, paket, hitungan, this.transaksi.konteks),
      };
      const unit = await imporUnit(k);
      await imporInstrumen(k);
      const survei = await imporSurvei(k, unit);
      const kodeRencana = (paket.rencana ?? []).map((r) => r.kode);
      const diajukan = await this.awal.kunciUntukImpor(k.instansiId, kodeRencana);
      const { rencana, kegiatan } = await imporRencana(k, unit, survei);
      await imporRealisasi(k, kegiatan);
      const { zonaWaktu } = paket.instansi;
      await this.awal.selaraskanImpor(k.instansiId, kodeRencana, diajukan, { zonaWaktu, pada: new Date() });
      await imporLaporan(k, rencana);
      await this.catat(k);
      return hitungan;
    });
  }

  /** An import that changed nothing is no act. */
  private async catat({ instansiId, paket, hitungan: { baru, berubah, tetap, dibiarkan } }: KonteksImpor): Promise<void> {
    if (baru + berubah === 0) return;
    await this.audit.catat('paket.impor', {
      instansiId,
      sasaran: { jenis: 'instansi', id: instansiId, nama: paket.instansi.nama },
      sebelum: null,
      sesudah: { baru, berubah, tetap, dibiarkan, sumber: paket.sumber ?? null },
    });
  }
}

/** Two imports of one agency take turns. */
function kunciInstansi(manager: EntityManager, kode: string): Promise<unknown> {
  return manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`tuntas/impor/${kode}`]);
}
