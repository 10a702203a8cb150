import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { Transaksi } from '../database/transaksi';
import type { TempatLapor } from '../progres/lapor/tempat-lapor';
import { galatMedan } from '../shared/isian';
import { indeksAwal, periode, type KodePeriode } from '../shared/periode';
import { PutusanService } from './putusan.service';
import { SerahTerimaEntity } from './serah-terima.entity';

/** To whom a kegiatan goes that its own unit cannot carry out, and from which period on. */
export interface SerahTerimaBaru {
  /** id */
  readonly unitId: string;
  readonly mulaiPeriode: KodePeriode;
  readonly alasan: string;
}

export interface UnitPenerima {
  readonly id: string;
  readonly kode: string;
  readonly nama: string;
}

/** The pimpinan's decision on a kegiatan that is said to be impossible, with or without another unit that takes it over. */
@Injectable()
export class TidakDapatService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly putusan: PutusanService,
    private readonly audit: AuditService,
  ) {}

  /**
   * The unit is excused for this period. With a hand-over, another unit answers for the kegiatan from the period on that is named.
   * @throws {GalatIsian} @throws {GalatLaporanBerubah}
   */
  setujui(tempat: TempatLapor, versi: number, alasan: string, serah: SerahTerimaBaru | null): Promise<void> {
    return this.transaksi.jalankan(async (manager) => {
      const { id } = await this.putusan.putuskanTidakDapat(tempat, 'setujuiTidakDapat', { versi, alasan });
      if (!serah) return;
      const { instansi, kegiatan, pelaku, sekarang } = tempat;
      const penerima = (await this.penerima(tempat)).find((u) => u.id === serah.unitId);
      if (!penerima) throw galatMedan('unit', 'Pilih unit penerus dari daftar');
      if (!(await this.periodeNanti(tempat)).includes(serah.mulaiPeriode))
        throw galatMedan('mulai', 'Pilih periode berikut yang dijadwalkan untuk kegiatan ini');
      await manager.insert(SerahTerimaEntity, {
        ...{ id: randomUUID(), instansiId: instansi.id, kegiatanId: kegiatan.id, putusanId: id, ...serah },
        ...{ olehId: pelaku.penggunaId, olehNama: this.transaksi.konteks.oleh.nama, pada: sekarang },
      });
      await this.audit.catat('serah_terima.tetapkan', {
        instansiId: instansi.id,
        sasaran: { jenis: 'kegiatan', id: kegiatan.id, nama: kegiatan.kode },
        sebelum: { unit: tempat.namaUtama },
        sesudah: { unit: penerima.kode, mulaiPeriode: serah.mulaiPeriode },
        alasan: serah.alasan,
      });
    });
  }

  /** Back to the unit, with the reason. @throws {GalatIsian} @throws {GalatLaporanBerubah} */
  async tolak(tempat: TempatLapor, versi: number, alasan: string): Promise<void> {
    await this.putusan.putuskanTidakDapat(tempat, 'tolakTidakDapat', { versi, alasan });
  }

  /** Units that can take it over: all that exist today but the one that has it. */
  async penerima({ instansi, utama, hariIni }: TempatLapor): Promise<UnitPenerima[]> {
    const kini = new Set(utama.length === 1 ? utama.map((u) => u.id) : []);
    const semua = await this.transaksi.manager.query<UnitPenerima[]>(
      `SELECT id, kode, nama FROM unit WHERE instansi_id = $1 AND (berakhir IS NULL OR berakhir > $2::date) ORDER BY urutan, kode`,
      [instansi.id, hariIni],
    );
    return semua.filter((u) => !kini.has(u.id));
  }

  /** Later periods for which the kegiatan is scheduled, in their order. */
  async periodeNanti({ kegiatan, periode: kode }: TempatLapor): Promise<KodePeriode[]> {
    const slot = await this.transaksi.manager.query<{ periode: string }[]>('SELECT periode FROM slot WHERE kegiatan_id = $1', [
      kegiatan.id,
    ]);
    const awal = (k: KodePeriode) => indeksAwal(periode(k));
    return slot
      .map((s) => s.periode)
      .filter((p) => awal(p) > awal(kode))
      .sort((a, b) => awal(a) - awal(b));
  }
}
