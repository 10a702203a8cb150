import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { Transaksi } from '../database/transaksi';
import type { TempatLapor } from '../progres/lapor/tempat-lapor';
import { pastikanIzin } from '../rtl/susun/rencana-terkunci';
import { GalatPengguna } from '../shared/galat';
import { KomentarLaporanEntity } from './komentar-laporan.entity';

/** The thread of a report: whoever has to do with it may say something; nothing said is changed or taken away. */
@Injectable()
export class KomentarService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
  ) {}

  /** @throws {GalatPengguna} while there is no report */
  async tulis(tempat: TempatLapor, isi: string): Promise<void> {
    pastikanIzin(tempat, 'verifikasi.komentar');
    const { instansi, laporan, kegiatan, periode, pelaku, sekarang } = tempat;
    if (!laporan) throw new GalatPengguna('Laporan ini belum mulai diisi, jadi belum ada yang dikomentari.');
    await this.transaksi.jalankan(async (manager) => {
      const { oleh } = this.transaksi.konteks;
      await manager.insert(KomentarLaporanEntity, {
        ...{
          id: randomUUID(),
          instansiId: instansi.id,
          laporanId: laporan.id,
          isi,
          olehId: pelaku.penggunaId,
          olehNama: oleh.nama,
        },
        olehJabatan: oleh.jabatan.find((j) => j.instansiId === instansi.id)?.jabatan ?? null,
        pada: sekarang,
      });
      await this.audit.catat('komentar.tulis', {
        instansiId: instansi.id,
        sasaran: { jenis: 'laporan-slot', id: laporan.id, nama: `${kegiatan.kode} ${periode}` },
        sebelum: null,
        sesudah: { isi },
      });
    });
  }
}
