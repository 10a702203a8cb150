import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { tanpaNull } from '../database/kolom';
import { Transaksi } from '../database/transaksi';
import { kelompokkan } from '../shared/kelompok';
import { BuktiEntity } from './bukti.entity';
import { laporanTerbaca, realisasiPengajuan, type PengajuanTerbaca } from './laporan-terbaca';
import type { Bukti, Realisasi, StatusPelaksanaan } from './progres.rules';

interface BarisImpor {
  readonly id: string;
  readonly rencana: string;
  readonly kegiatan: string;
  readonly periode: string | null;
  readonly status: StatusPelaksanaan;
  readonly deskripsi: string;
  readonly hambatan: string | null;
  readonly tindakLanjutBerikut: string | null;
  readonly kegiatanPengganti: string | null;
  readonly mulai: string | null;
  readonly selesai: string | null;
  readonly adaBukti: boolean;
}

type Baris =
  (PengajuanTerbaca & { readonly terkumpul: true }) | (BarisImpor & { readonly terkumpul: false; readonly verifikasi: null });

@Injectable()
export class ProgresQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /**
   * Every report of an agency on kegiatan that hold: imported ones in the order of their import, then what was collected here in the order
   * of the plan. Those on others stay with their kegiatan.
   */
  semua(instansiId: string, manager: EntityManager = this.transaksi.manager): Promise<Realisasi[]> {
    return this.baca(manager, "k.instansi_id = $1 AND k.keadaan = 'berlaku'", [instansiId]);
  }

  /** The reports on one kegiatan, though an addendum took it out of its plan. */
  kegiatan(instansiId: string, rencana: string, kode: string): Promise<Realisasi[]> {
    return this.baca(
      this.transaksi.manager,
      'k.instansi_id = $1 AND k.rencana_id = (SELECT id FROM rencana WHERE instansi_id = $1 AND kode = $2) AND k.kode = $3',
      [instansiId, rencana, kode],
    );
  }

  /** @param syarat on the kegiatan `k` @param isi of that condition; the agency first */
  private async baca(manager: EntityManager, syarat: string, isi: readonly [string, ...string[]]): Promise<Realisasi[]> {
    const baris = await manager.query<Baris[]>(
      `SELECT t.id, r.kode AS rencana, t.kegiatan, t.periode, t.status, t.terkumpul, t.verifikasi, t.isi, x.deskripsi, x.hambatan,
         x.tindak_lanjut_berikut AS "tindakLanjutBerikut", t.kegiatan_pengganti AS "kegiatanPengganti", t.mulai, t.selesai,
         x.ada_bukti AS "adaBukti"
       FROM ${laporanTerbaca(syarat)} t JOIN rencana r ON r.id = t.rencana_id LEFT JOIN realisasi x ON x.id = t.id
       ORDER BY t.terkumpul, t.urutan, t.kegiatan, t.periode`,
      [...isi],
    );
    const bukti = await manager
      .createQueryBuilder(BuktiEntity, 'b')
      .where('b.instansiId = :instansiId', { instansiId: isi[0] })
      .andWhere('b.realisasiId = ANY (:laporan)', { laporan: baris.flatMap((b) => (b.terkumpul ? [] : [b.id])) })
      .orderBy('b.urutan')
      .getMany();
    const buktiPer = kelompokkan(bukti, (b) => b.realisasiId);
    return baris.map((b) => (b.terkumpul ? terkumpul(b) : keRealisasi(b, (buktiPer.get(b.id) ?? []).map(keBukti))));
  }
}

function terkumpul({ rencana, kegiatan, periode, status, verifikasi, isi }: PengajuanTerbaca): Realisasi {
  return realisasiPengajuan({ rencana, kegiatan, periode, status, verifikasi, isi });
}

function keRealisasi(x: BarisImpor, bukti: Bukti[]): Realisasi {
  const { rencana, kegiatan, periode, status, deskripsi, hambatan, tindakLanjutBerikut, kegiatanPengganti, mulai, selesai } = x;
  const isi = { rencana, kegiatan, periode, status, deskripsi, hambatan, tindakLanjutBerikut, kegiatanPengganti, mulai, selesai };
  return tanpaNull({ ...isi, bukti: x.adaBukti ? bukti : null });
}

function keBukti({ jenis, url, berkas, keterangan, tanggal }: BuktiEntity): Bukti {
  return tanpaNull({ jenis, url, berkas, keterangan, tanggal });
}
