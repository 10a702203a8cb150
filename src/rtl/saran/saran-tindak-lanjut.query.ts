import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import type { StatusRencana } from '../rtl.rules';
import type { CaraTindakLanjut } from './saran-tindak-lanjut.entity';

/** A prioritas, or one kegiatan in it, that a suggestion can lead to. */
export interface TujuanSaran {
  readonly prioritasId: string;
  readonly no: number;
  readonly judul: string;
  readonly rencana: string;
  readonly status: StatusRencana;
  readonly kegiatan: readonly { readonly id: string; readonly kode: string; readonly uraian: string }[];
}

/** What became of one suggestion. */
export interface HasilSaran {
  readonly cara: CaraTindakLanjut;
  readonly rencana: string;
  readonly no: number;
  readonly judul: string;
  readonly kegiatan: string | null;
  readonly uraian: string | null;
  readonly nama: string;
  readonly pada: Date;
}

/** A suggestion behind a prioritas or kegiatan, as the plan's pages name it; its words only where they are published. */
export interface AsalSaran {
  readonly instansiId: string;
  readonly survei: string;
  readonly nomor: number;
  readonly teks: string | null;
  readonly jumlah: number;
  readonly no: number;
  readonly kegiatan: string | null;
}

@Injectable()
export class SaranTindakLanjutQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** Plans that answer this survey first. @param hanyaDraf those that may still be written to */
  tujuan(instansiId: string, surveiId: string, hanyaDraf: boolean): Promise<TujuanSaran[]> {
    return this.transaksi.manager.query<TujuanSaran[]>(
      `SELECT p.id AS "prioritasId", p.no, p.judul, r.kode AS rencana, r.status,
         coalesce((SELECT json_agg(json_build_object('id', k.id, 'kode', k.kode, 'uraian', k.uraian) ORDER BY k.urutan, k.kode)
           FROM kegiatan k WHERE k.prioritas_id = p.id), '[]') AS kegiatan
       FROM prioritas p JOIN rencana r ON r.id = p.rencana_id
       WHERE p.instansi_id = $1 AND (NOT $3::boolean OR r.status = 'draf')
       ORDER BY (r.survei_id = $2) DESC NULLS LAST, r.urutan, r.kode, p.urutan, p.no`,
      [instansiId, surveiId, hanyaDraf],
    );
  }

  /** Plans that may still be written to; those that answer this survey first. */
  rencanaDraf(instansiId: string, surveiId: string): Promise<{ kode: string; judul: string }[]> {
    return this.transaksi.manager.query<{ kode: string; judul: string }[]>(
      `SELECT kode, judul FROM rencana WHERE instansi_id = $1 AND status = 'draf' ORDER BY (survei_id = $2) DESC NULLS LAST, urutan, kode`,
      [instansiId, surveiId],
    );
  }

  hasil(saranId: string): Promise<HasilSaran[]> {
    return this.transaksi.manager.query<HasilSaran[]>(
      `SELECT t.cara, r.kode AS rencana, p.no, p.judul, k.kode AS kegiatan, k.uraian, t.nama, t.pada
       FROM saran_tindak_lanjut t LEFT JOIN kegiatan k ON k.id = t.kegiatan_id
         JOIN prioritas p ON p.id = coalesce(t.prioritas_id, k.prioritas_id) JOIN rencana r ON r.id = p.rencana_id
       WHERE t.saran_id = $1 ORDER BY t.pada`,
      [saranId],
    );
  }

  /** All suggestions behind one plan, in the order of its prioritas. @param instansi its code */
  asal(instansi: string, rencana: string): Promise<AsalSaran[]> {
    return this.transaksi.manager.query<AsalSaran[]>(
      `SELECT r.instansi_id AS "instansiId", v.kode AS survei, s.nomor, CASE WHEN s.status = 'layak_terbit' THEN s.teks_terbit END AS teks,
         s.jumlah_ketik + s.jumlah_berkas AS jumlah, p.no, k.kode AS kegiatan
       FROM saran_tindak_lanjut t JOIN saran s ON s.id = t.saran_id JOIN survei v ON v.id = s.survei_id
         LEFT JOIN kegiatan k ON k.id = t.kegiatan_id JOIN prioritas p ON p.id = coalesce(t.prioritas_id, k.prioritas_id)
         JOIN rencana r ON r.id = p.rencana_id JOIN instansi i ON i.id = r.instansi_id
       WHERE i.kode = $1 AND r.kode = $2 ORDER BY p.urutan, p.no, k.urutan NULLS FIRST, v.kode, s.nomor`,
      [instansi, rencana],
    );
  }
}
