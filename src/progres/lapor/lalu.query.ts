import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import { indeksAkhir, indeksAwal, periode, type KodePeriode } from '../../shared/periode';
import { laporanTerbaca } from '../laporan-terbaca';
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

interface BarisLaporan {
  readonly periode: string;
  readonly status: StatusPelaksanaan;
  readonly verifikasi: StatusVerifikasi | null;
  /** null for what was imported, which stands in its own columns */
  readonly isi: IsiPengajuan | null;
  readonly deskripsi: string | null;
  readonly hambatan: string | null;
  readonly berikut: string | null;
  readonly pengganti: string | null;
}

@Injectable()
export class LaluQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** Of a period that ended before this one began, the latest; which report of a period counts is said by `laporanTerbaca`. */
  async sebelum({ kegiatan, periode: kode }: Pick<TempatLapor, 'kegiatan' | 'periode'>): Promise<LaporanLalu | null> {
    const semua = await this.transaksi.manager.query<BarisLaporan[]>(
      `SELECT t.periode, t.status, t.verifikasi, t.isi, x.deskripsi, x.hambatan, x.tindak_lanjut_berikut AS berikut,
         t.kegiatan_pengganti AS pengganti
       FROM ${laporanTerbaca('k.id = $1')} t LEFT JOIN realisasi x ON x.id = t.id WHERE t.periode IS NOT NULL
       ORDER BY t.terkumpul, t.urutan`,
      [kegiatan.id],
    );
    const batas = indeksAwal(periode(kode));
    const lalu = semua
      .filter((l) => indeksAkhir(periode(l.periode)) < batas)
      .sort((a, b) => indeksAkhir(periode(a.periode)) - indeksAkhir(periode(b.periode)))
      .at(-1);
    return lalu ? laporanLalu(lalu) : null;
  }
}

function laporanLalu({ periode: kode, status, verifikasi, isi, ...impor }: BarisLaporan): LaporanLalu {
  return {
    ...{ periode: kode, status, verifikasi },
    deskripsi: isi?.deskripsi ?? impor.deskripsi ?? '',
    hambatan: isi?.hambatan ?? impor.hambatan ?? '',
    tindakLanjutBerikut: isi?.tindakLanjutBerikut ?? impor.berikut ?? '',
    kegiatanPengganti: impor.pengganti,
    kontribusi: new Map((isi?.kontribusi ?? []).map((k) => [k.unit, k.uraian])),
  };
}
