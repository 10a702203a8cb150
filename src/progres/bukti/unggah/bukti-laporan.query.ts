import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../../database/transaksi';
import type { Bagian } from '../../lapor/tempat-lapor';
import type { Bukti } from '../../progres.rules';

/** One piece of evidence of a report, with what is known of its file. */
export interface BuktiTersimpan {
  readonly id: string;
  readonly bagian: Bagian;
  readonly diharapkan: number | null;
  readonly jenis: Bukti['jenis'];
  readonly sha256: string | null;
  readonly url: string | null;
  readonly nama: string;
  readonly keterangan: string | null;
  readonly tanggal: string | null;
  readonly surat: boolean;
  readonly menggantikanId: string | null;
  readonly cara: 'formulir' | 'telepon';
  readonly olehNama: string;
  readonly pada: Date;
  readonly dilepas: Date | null;
  /** bytes; null for a link */
  readonly ukuran: number | null;
  /** media type; null for a link */
  readonly jenisBerkas: string | null;
  readonly adaKecil: boolean;
  /** what the camera wrote, in its own zone */
  readonly waktuFoto: string | null;
  readonly adaTempatFoto: boolean;
}

const PILIH = `
  SELECT b.id, b.bagian, b.diharapkan, b.jenis, b.sha256, b.url, b.nama, b.keterangan, b.tanggal, b.surat, b.cara, b.pada, b.dilepas,
    b.menggantikan_id AS "menggantikanId", b.oleh_nama AS "olehNama", o.ukuran::float8 AS ukuran, o.jenis AS "jenisBerkas",
    o.kunci_kecil IS NOT NULL AS "adaKecil", o.waktu_foto AS "waktuFoto", o.lintang IS NOT NULL AS "adaTempatFoto"
  FROM bukti_laporan b LEFT JOIN objek_berkas o ON o.instansi_id = b.instansi_id AND o.sha256 = b.sha256`;

@Injectable()
export class BuktiLaporanQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** All evidence that a report ever had, what was taken out and replaced included, in the order it came. */
  semua(laporanId: string): Promise<BuktiTersimpan[]> {
    return this.transaksi.baca(() =>
      this.transaksi.manager.query<BuktiTersimpan[]>(`${PILIH} WHERE b.laporan_id = $1 ORDER BY b.pada, b.id`, [laporanId]),
    );
  }

  /** What stands in it now. */
  async berlaku(laporanId: string): Promise<BuktiTersimpan[]> {
    return (await this.semua(laporanId)).filter((b) => b.dilepas === null);
  }

  /** Null when the report has no such piece, or no longer. */
  async satu(laporanId: string, id: string): Promise<BuktiTersimpan | null> {
    const sql = `${PILIH} WHERE b.laporan_id = $1 AND b.id::text = $2 AND b.dilepas IS NULL`;
    const [baris] = await this.transaksi.baca(() => this.transaksi.manager.query<BuktiTersimpan[]>(sql, [laporanId, id]));
    return baris ?? null;
  }
}
