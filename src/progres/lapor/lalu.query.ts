import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import { indeksAkhir, indeksAwal, periode, type KodePeriode } from '../../shared/periode';
import type { StatusPelaksanaan, StatusVerifikasi } from '../progres.rules';
import type { IsiPengajuan } from './pengajuan.rules';
import type { TempatLapor } from './tempat-lapor';

/** The last report of a kegiatan before a slot: collected here, or imported. */
export interface LaporanLalu {
  readonly periode: KodePeriode;
  readonly status: StatusPelaksanaan;
  readonly deskripsi: string;
  readonly hambatan: string;
  readonly tindakLanjutBerikut: string;
  readonly kegiatanPengganti: string | null;
  /** null for what was imported: nobody could verify it here */
  readonly verifikasi: StatusVerifikasi | null;
  /** by kode of the pendukung unit */
  readonly kontribusi: ReadonlyMap<string, string>;
}

interface BarisPengajuan {
  readonly periode: string;
  readonly keadaan: StatusVerifikasi;
  readonly isi: IsiPengajuan;
}

interface BarisRealisasi {
  readonly periode: string;
  readonly status: StatusPelaksanaan;
  readonly deskripsi: string;
  readonly hambatan: string | null;
  readonly berikut: string | null;
  readonly pengganti: string | null;
}

@Injectable()
export class LaluQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** Of a period that ended before this one began, the latest; of two for the same period what was collected here. */
  async sebelum({ kegiatan, periode: kode }: Pick<TempatLapor, 'kegiatan' | 'periode'>): Promise<LaporanLalu | null> {
    const { manager } = this.transaksi;
    const pengajuan = await manager.query<BarisPengajuan[]>(
      `SELECT l.periode, l.keadaan, p.isi FROM laporan_slot l JOIN pengajuan_laporan p ON p.laporan_id = l.id AND p.putaran = l.putaran
       WHERE l.kegiatan_id = $1`,
      [kegiatan.id],
    );
    const realisasi = await manager.query<BarisRealisasi[]>(
      `SELECT periode, status, deskripsi, hambatan, tindak_lanjut_berikut AS berikut, kegiatan_pengganti AS pengganti
       FROM realisasi WHERE kegiatan_id = $1 AND periode IS NOT NULL ORDER BY urutan`,
      [kegiatan.id],
    );
    const batas = indeksAwal(periode(kode));
    return (
      [...realisasi.map(dariRealisasi), ...pengajuan.map(dariPengajuan)]
        .filter((l) => indeksAkhir(periode(l.periode)) < batas)
        .sort((a, b) => indeksAkhir(periode(a.periode)) - indeksAkhir(periode(b.periode)))
        .at(-1) ?? null
    );
  }
}

function dariPengajuan({ periode: kode, keadaan, isi }: BarisPengajuan): LaporanLalu {
  return {
    periode: kode,
    status: isi.status,
    deskripsi: isi.deskripsi,
    hambatan: isi.hambatan ?? '',
    tindakLanjutBerikut: isi.tindakLanjutBerikut ?? '',
    kegiatanPengganti: isi.kegiatanPengganti ?? null,
    verifikasi: keadaan,
    kontribusi: new Map(isi.kontribusi.map((k) => [k.unit, k.uraian])),
  };
}

function dariRealisasi({ periode: kode, status, deskripsi, hambatan, berikut, pengganti }: BarisRealisasi): LaporanLalu {
  return {
    ...{ periode: kode, status, deskripsi, hambatan: hambatan ?? '', tindakLanjutBerikut: berikut ?? '' },
    ...{ kegiatanPengganti: pengganti, verifikasi: null, kontribusi: new Map<string, string>() },
  };
}
