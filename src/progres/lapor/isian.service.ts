import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import { GalatIsian, type GalatMedan } from '../../shared/isian';
import { LaporanSlotService } from './laporan-slot.service';
import { masalahNilai, namaIsian, rapikanNilai, type LetakMedan } from './medan-laporan';
import type { TempatLapor } from './tempat-lapor';

/** One field as somebody sends it, with the version that they had before them; 0 = there was nothing. */
export interface IsianKiriman extends LetakMedan {
  readonly nilai: string;
  readonly versi: number;
}

/** One field as it stands on the server. */
export interface IsianKini extends LetakMedan {
  readonly nilai: string;
  readonly versi: number;
  readonly olehNama: string;
  readonly olehId: string | null;
  readonly pada: Date;
}

/** Two wrote the same field: nothing was written over. */
export interface Bentrok {
  readonly kiriman: IsianKiriman;
  readonly kini: IsianKini;
}

export interface HasilSimpan {
  readonly tersimpan: readonly IsianKini[];
  readonly bentrok: readonly Bentrok[];
}

const KOLOM = `bagian, medan, nilai, versi, oleh_nama AS "olehNama", oleh_id AS "olehId", pada`;

/** The draft of a report, field by field. */
@Injectable()
export class IsianService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly slot: LaporanSlotService,
  ) {}

  /** Everything entered so far. */
  semua(laporanId: string): Promise<IsianKini[]> {
    return this.transaksi.manager.query<IsianKini[]>(`SELECT ${KOLOM} FROM isian_laporan WHERE laporan_id = $1`, [laporanId]);
  }

  /**
   * Writes what differs, field by field. A field that somebody else wrote in between stays as it is and comes back as `bentrok`; the same
   * value twice is none. No audit entry: each row tells who wrote it and when, and what counts is audited when it is submitted.
   * @throws {GalatIsian} for values that cannot be kept, with all of them
   * @throws {GalatTidakBerhak} when a part is not this person's
   * @throws {GalatLaporanTerkunci} when the slot is not open for entering
   */
  simpan(tempat: TempatLapor, kiriman: readonly IsianKiriman[]): Promise<HasilSimpan> {
    const rapi = kiriman.map((k) => ({ ...k, nilai: rapikanNilai(k.nilai) }));
    const salah = rapi.flatMap((k): GalatMedan[] => {
      const pesan = masalahNilai(k.medan, k.nilai);
      return pesan === null ? [] : [{ medan: namaIsian(k), pesan }];
    });
    if (salah.length > 0) throw new GalatIsian(salah);
    return this.transaksi.sertakan(async () => {
      let laporanId = '';
      for (const bagian of new Set(rapi.map((k) => k.bagian))) laporanId = (await this.slot.bukaDraf(tempat, bagian)).id;
      const tersimpan: IsianKini[] = [];
      const bentrok: Bentrok[] = [];
      for (const k of rapi) {
        const hasil = await this.satu(tempat, laporanId, k);
        if (hasil.nilai === k.nilai) tersimpan.push(hasil);
        else bentrok.push({ kiriman: k, kini: hasil });
      }
      return { tersimpan, bentrok };
    });
  }

  /** @returns the field as it is afterwards */
  private async satu(tempat: TempatLapor, laporanId: string, k: IsianKiriman): Promise<IsianKini> {
    const manager = this.transaksi.managerTransaksi;
    const unit = k.bagian === 'utama' ? null : k.bagian;
    const [baru] = await manager.query<IsianKini[]>(
      `INSERT INTO isian_laporan AS i (laporan_id, instansi_id, bagian, unit_id, medan, nilai, versi, oleh_id, oleh_nama, penulis, pada)
       VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $8, ARRAY[$7::uuid], $9)
       ON CONFLICT (laporan_id, bagian, medan) DO UPDATE SET nilai = excluded.nilai, versi = i.versi + 1, oleh_id = excluded.oleh_id,
         oleh_nama = excluded.oleh_nama, pada = excluded.pada,
         penulis = CASE WHEN $7::uuid = ANY (i.penulis) THEN i.penulis ELSE i.penulis || $7::uuid END
         WHERE i.versi = $10 AND i.nilai <> excluded.nilai
       RETURNING ${KOLOM}`,
      [
        ...[laporanId, tempat.instansi.id, k.bagian, unit, k.medan, k.nilai],
        ...[tempat.pelaku.penggunaId, tempat.pelaku.nama, tempat.sekarang, k.versi],
      ],
    );
    if (baru) return baru;
    const [kini] = await manager.query<IsianKini[]>(
      `SELECT ${KOLOM} FROM isian_laporan WHERE laporan_id = $1 AND bagian = $2 AND medan = $3`,
      [laporanId, k.bagian, k.medan],
    );
    if (!kini) throw new Error('Isian yang sudah ada tidak terbaca');
    return kini;
  }
}
