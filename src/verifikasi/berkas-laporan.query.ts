import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transaksi } from '../database/transaksi';
import type { IsiPengajuan } from '../progres/lapor/pengajuan.rules';
import type { StatusVerifikasi } from '../progres/progres.rules';
import type { PutusanBukti, TindakanPutusan } from './putusan.rules';

/** Who did something, with the post held then, and when. */
export interface Oleh {
  readonly olehId: string | null;
  readonly olehNama: string;
  readonly olehJabatan: string | null;
  readonly pada: Date;
}

export interface PengajuanTersimpan extends Oleh {
  readonly id: string;
  readonly putaran: number;
  readonly nomor: string;
  readonly isi: IsiPengajuan;
  readonly samaDenganLalu: boolean;
  readonly batas: string | null;
  readonly terlambat: boolean;
  readonly atasNama: string;
  readonly atasNamaJabatan: string | null;
}

export interface PutusanTersimpan extends Oleh {
  readonly id: string;
  readonly pengajuanId: string;
  readonly urutan: number;
  readonly tindakan: TindakanPutusan;
  readonly ke: Exclude<StatusVerifikasi, 'draf'>;
  readonly alasan: string | null;
  readonly bukti: readonly PutusanBukti[];
}

export interface KomentarTersimpan extends Oleh {
  readonly id: string;
  readonly isi: string;
}

export interface SerahTerimaTersimpan {
  readonly putusanId: string;
  readonly unit: string;
  readonly mulaiPeriode: string;
  readonly alasan: string;
  readonly olehNama: string;
  readonly pada: Date;
}

/** All that was submitted, decided and said on one report, oldest first. */
export interface BerkasLaporan {
  readonly mulai: Date | null;
  readonly pengajuan: readonly PengajuanTersimpan[];
  readonly putusan: readonly PutusanTersimpan[];
  readonly komentar: readonly KomentarTersimpan[];
  readonly serahTerima: readonly SerahTerimaTersimpan[];
  /** ids of all who entered or submitted any of it, and of the officers in whose name */
  readonly pelapor: readonly string[];
}

export const BERKAS_KOSONG: BerkasLaporan = {
  mulai: null,
  pengajuan: [],
  putusan: [],
  komentar: [],
  serahTerima: [],
  pelapor: [],
};

const OLEH = 'x.oleh_id AS "olehId", x.oleh_nama AS "olehNama", x.oleh_jabatan AS "olehJabatan", x.pada';

@Injectable()
export class BerkasLaporanQuery {
  constructor(private readonly transaksi: Transaksi) {}

  async baca(laporanId: string, manager: EntityManager = this.transaksi.manager): Promise<BerkasLaporan> {
    const cari = <T>(sql: string) => manager.query<T[]>(sql, [laporanId]);
    const [laporan] = await cari<{ mulai: Date }>('SELECT dibuat AS mulai FROM laporan_slot WHERE id = $1');
    const pengajuan = await cari<PengajuanTersimpan>(
      `SELECT x.id, x.putaran, x.nomor, x.isi, x.sama_dengan_lalu AS "samaDenganLalu", x.batas::text AS batas, x.terlambat,
         x.atas_nama AS "atasNama", x.atas_nama_jabatan AS "atasNamaJabatan", ${OLEH}
       FROM pengajuan_laporan x WHERE x.laporan_id = $1 ORDER BY x.putaran`,
    );
    const putusan = await cari<PutusanTersimpan>(
      `SELECT x.id, x.pengajuan_id AS "pengajuanId", x.urutan, x.tindakan, x.ke, x.alasan, x.bukti, ${OLEH}
       FROM putusan_laporan x WHERE x.laporan_id = $1 ORDER BY x.urutan`,
    );
    const komentar = await cari<KomentarTersimpan>(
      `SELECT x.id, x.isi, ${OLEH} FROM komentar_laporan x WHERE x.laporan_id = $1 ORDER BY x.pada, x.id`,
    );
    const serahTerima = await cari<SerahTerimaTersimpan>(
      `SELECT t.putusan_id AS "putusanId", u.nama AS unit, t.mulai_periode AS "mulaiPeriode", t.alasan, t.oleh_nama AS "olehNama", t.pada
       FROM serah_terima t JOIN putusan_laporan p ON p.id = t.putusan_id JOIN unit u ON u.id = t.unit_id
       WHERE p.laporan_id = $1 ORDER BY t.pada`,
    );
    const pelapor = await cari<{ id: string }>(
      `SELECT oleh_id AS id FROM isian_laporan WHERE laporan_id = $1 AND oleh_id IS NOT NULL
       UNION SELECT unnest(penulis) FROM isian_laporan WHERE laporan_id = $1
       UNION SELECT oleh_id FROM bukti_laporan WHERE laporan_id = $1 AND oleh_id IS NOT NULL
       UNION SELECT oleh_id FROM pengajuan_laporan WHERE laporan_id = $1 AND oleh_id IS NOT NULL
       UNION SELECT n.pengguna_id FROM pengajuan_laporan p JOIN penugasan n ON n.id = p.penugasan_id WHERE p.laporan_id = $1`,
    );
    return { mulai: laporan?.mulai ?? null, pengajuan, putusan, komentar, serahTerima, pelapor: pelapor.map((p) => p.id) };
  }

  /** Day on which the plan was ditetapkan first; null where it came so by import. */
  async ditetapkan(rencanaId: string): Promise<Date | null> {
    const [baris] = await this.transaksi.manager.query<{ pada: Date }[]>(
      `SELECT pada FROM riwayat_rencana WHERE rencana_id = $1 AND tindakan = 'tetapkan' ORDER BY nomor LIMIT 1`,
      [rencanaId],
    );
    return baris?.pada ?? null;
  }
}
