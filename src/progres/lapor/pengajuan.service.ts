import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Transaksi } from '../../database/transaksi';
import { GalatTidakBerhak } from '../../shared/galat';
import { GalatIsian } from '../../shared/isian';
import { BuktiLaporanQuery } from '../bukti/unggah/bukti-laporan.query';
import { IsianService } from './isian.service';
import { denganAtasNama, periksaKelengkapan, samaDenganLalu, type AtasNama, type Kelengkapan } from './kelengkapan';
import { LaluQuery } from './lalu.query';
import { bukanBagiannya } from './lapor.policy';
import { LaporanSlotService } from './laporan-slot.service';
import { PejabatQuery } from './pejabat.query';
import { PengajuanLaporanEntity } from './pengajuan-laporan.entity';
import { GalatTemuan, perluDibaca, sidikTemuan, TemuanLaporanQuery } from './temuan-laporan.query';
import { UTAMA, type LaporanKini, type TempatLapor } from './tempat-lapor';

/** What was submitted, and whether this very sending did it. */
export interface Diajukan {
  readonly putaran: number;
  readonly nomor: string;
  /** false: the same form came a second time */
  readonly baru: boolean;
}

@Injectable()
export class PengajuanService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly slot: LaporanSlotService,
    private readonly isian: IsianService,
    private readonly bukti: BuktiLaporanQuery,
    private readonly lalu: LaluQuery,
    private readonly pejabat: PejabatQuery,
    private readonly temuan: TemuanLaporanQuery,
  ) {}

  /** The draft as it would be submitted now, and what it lacks. */
  async periksa(tempat: TempatLapor, laporanId: string): Promise<Kelengkapan> {
    return periksaKelengkapan({
      isian: await this.isian.semua(laporanId),
      bukti: await this.bukti.berlaku(laporanId),
      pejabat: await this.pejabat.utama(tempat),
      ...{ pendukung: tempat.pendukung, hariIni: tempat.hariIni },
    });
  }

  /** The submission that this form made already; null when it made none. */
  async pernah(tempat: TempatLapor, kunciKirim: string): Promise<Diajukan | null> {
    if (!tempat.laporan || kunciKirim === '') return null;
    const ada = await this.transaksi.manager.findOneBy(PengajuanLaporanEntity, { laporanId: tempat.laporan.id, kunciKirim });
    return ada && { putaran: ada.putaran, nomor: ada.nomor, baru: false };
  }

  /**
   * Freezes the draft as a submission and closes it. The same form sent twice submits once.
   * @param kunciKirim of the form
   * @param lain `atasNama`: instead of whom the draft names; `temuanDibaca`: mark of the findings that were read, absent where they
   * were shown beforehand
   * @throws {GalatIsian} with everything that the gate misses
   * @throws {GalatTemuan} with what the consistency checks say, where that was not read
   * @throws {GalatTidakBerhak} when the utama's part is not this person's
   * @throws {GalatLaporanTerkunci} when the slot is not open for entering
   */
  ajukan(
    tempat: TempatLapor,
    kunciKirim: string,
    { atasNama, temuanDibaca }: { readonly atasNama?: AtasNama; readonly temuanDibaca?: string } = {},
  ): Promise<Diajukan> {
    const bukan = bukanBagiannya(tempat, UTAMA);
    if (bukan !== null) return Promise.reject(new GalatTidakBerhak(bukan));
    return this.transaksi.jalankan(async () => {
      const pernah = await this.pernah(tempat, kunciKirim);
      if (pernah) return pernah;
      const kini = await this.slot.bukaDraf(tempat, UTAMA, 'UPDATE');
      const draf = await this.periksa(tempat, kini.id);
      const lengkap = atasNama ? denganAtasNama(draf, atasNama) : draf;
      if (lengkap.kurang.length > 0) throw new GalatIsian(lengkap.kurang);
      if (temuanDibaca !== undefined) await this.pastikanDibaca(tempat, lengkap, temuanDibaca);
      return this.bekukan(tempat, kini, kunciKirim, lengkap);
    });
  }

  private async pastikanDibaca(tempat: TempatLapor, { isi }: Kelengkapan, dibaca: string): Promise<void> {
    const temuan = await this.temuan.periksa(tempat, isi);
    if (perluDibaca(temuan) && sidikTemuan(temuan) !== dibaca) throw new GalatTemuan(temuan);
  }

  private async bekukan(tempat: TempatLapor, kini: LaporanKini, kunciKirim: string, lengkap: Kelengkapan): Promise<Diajukan> {
    const manager = this.transaksi.managerTransaksi;
    const { instansi, kegiatan, periode, pelaku, sekarang, hariIni, jendela } = tempat;
    const { isi, atasNama } = lengkap;
    const putaran = kini.putaran + 1;
    const nomor = await this.nomor(instansi.id, periode);
    const sidik = createHash('sha256').update(JSON.stringify(isi)).digest('hex');
    const terlambat = jendela.batasWaktu !== null && hariIni > jendela.batasWaktu;
    const { oleh } = this.transaksi.konteks;
    await manager.insert(PengajuanLaporanEntity, {
      ...{
        id: randomUUID(),
        instansiId: instansi.id,
        laporanId: kini.id,
        putaran,
        nomor,
        kunciKirim: kunciKirim || randomUUID(),
      },
      ...{ status: isi.status, isi, sidik, samaDenganLalu: samaDenganLalu(isi, await this.lalu.sebelum(tempat)) },
      ...{ batas: jendela.batasWaktu, terlambat, olehId: pelaku.penggunaId, olehNama: pelaku.nama },
      olehJabatan: oleh.jabatan.find((j) => j.instansiId === instansi.id)?.jabatan ?? null,
      ...{ atasNama: atasNama.nama, atasNamaJabatan: atasNama.jabatan, penugasanId: atasNama.penugasanId, pada: sekarang },
    });
    await manager.query(
      `UPDATE laporan_slot SET keadaan = 'diajukan', putaran = $2, versi = versi + 1, sejak = $3 WHERE id = $1`,
      [kini.id, putaran, sekarang],
    );
    await this.audit.catat('lapor.ajukan', {
      instansiId: instansi.id,
      sasaran: { jenis: 'laporan-slot', id: kini.id, nama: `${kegiatan.kode} ${periode}` },
      sebelum: { keadaan: kini.keadaan },
      sesudah: {
        ...{ keadaan: 'diajukan', putaran, nomor, status: isi.status, atasNama: atasNama.nama },
        ...{ bukti: isi.bukti.length, terlambat, sidik },
      },
    });
    return { putaran, nomor, baru: true };
  }

  /** `2024-TW2/0012`: counted within the agency and the period, one at a time. */
  private async nomor(instansiId: string, periode: string): Promise<string> {
    const manager = this.transaksi.managerTransaksi;
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `tuntas/tanda-terima/${instansiId}/${periode}`,
    ]);
    const [baris] = await manager.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM pengajuan_laporan p JOIN laporan_slot l ON l.id = p.laporan_id
       WHERE p.instansi_id = $1 AND l.periode = $2`,
      [instansiId, periode],
    );
    return `${periode}/${String((baris?.n ?? 0) + 1).padStart(4, '0')}`;
  }
}
