import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import type { StatusSaran } from './saran.rules';
import { syaratSql, type SaringanSaran } from './saringan-saran';
import { hitungTanggapan, type HasilTanggapan } from './tanggapan.rules';

/** A suggestion as the pages read it. */
export interface SaranTersimpan {
  readonly id: string;
  readonly nomor: number;
  /** as it came */
  readonly asli: string;
  /** with whatever may tell who wrote it replaced */
  readonly teks: string;
  readonly layanan: string | null;
  readonly baris: readonly number[];
  readonly jumlah: number;
  readonly diterimaPada: Date;
  readonly status: StatusSaran;
  readonly usulUnsur: string | null;
  readonly unsur: string | null;
  readonly unitId: string | null;
  readonly unit: { readonly kode: string; readonly nama: string } | null;
  readonly teksTerbit: string | null;
}

export interface Tanggapan {
  readonly teks: string;
  readonly unit: string | null;
  readonly nama: string;
  readonly pada: Date;
}

export interface LangkahSaran {
  readonly tindakan: string;
  readonly dari: StatusSaran;
  readonly ke: StatusSaran;
  readonly keterangan: string | null;
  readonly alasan: string | null;
  readonly nama: string;
  readonly pada: Date;
}

export interface SaranTerbit {
  readonly nomor: number;
  readonly teks: string;
  readonly unsur: string | null;
  readonly layanan: string | null;
  readonly jumlah: number;
  readonly tanggapan: string | null;
  readonly unit: string | null;
  readonly pada: Date | null;
}

/** Times received, and texts, of one state. */
export interface JumlahStatus {
  readonly status: StatusSaran;
  readonly jumlah: number;
  readonly berbeda: number;
}

const KOLOM = `s.id, s.nomor, s.teks AS asli, coalesce(s.teks_samar, s.teks) AS teks, s.layanan, s.baris,
  s.jumlah_ketik + s.jumlah_berkas AS jumlah, s.diterima_pada AS "diterimaPada", s.status, s.usul_unsur AS "usulUnsur", s.unsur,
  s.unit_id AS "unitId", CASE WHEN u.id IS NOT NULL THEN json_build_object('kode', u.kode, 'nama', u.nama) END AS unit, s.teks_terbit AS "teksTerbit"`;
const DARI = 'FROM saran s LEFT JOIN unit u ON u.id = s.unit_id';

@Injectable()
export class SaranQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** Answered ÷ received of one survey: what every page and the report print. */
  async tanggapan(surveiId: string): Promise<HasilTanggapan> {
    return hitungTanggapan(await this.jumlahStatus(surveiId, { unsur: '', unit: '', status: '', q: '' }, null));
  }

  /** All that was received for one survey, by state. @param survei its code */
  jumlahSurvei(instansiId: string, survei: string): Promise<JumlahStatus[]> {
    return this.transaksi.manager.query<JumlahStatus[]>(
      `SELECT s.status, sum(s.jumlah_ketik + s.jumlah_berkas)::int AS jumlah, count(*)::int AS berbeda
       FROM saran s JOIN survei v ON v.id = s.survei_id
       WHERE v.instansi_id = $1 AND v.kode = $2 AND s.jumlah_ketik + s.jumlah_berkas > 0 GROUP BY s.status`,
      [instansiId, survei],
    );
  }

  /** Under a filter, whatever state it names. */
  jumlahStatus(surveiId: string, saringan: SaringanSaran, lingkup: readonly string[] | null): Promise<JumlahStatus[]> {
    const { sql, isi } = syaratSql(surveiId, { ...saringan, status: '' }, lingkup);
    const semua = isi.map((nilai, i) => (i === 1 ? ['nihil', ...(nilai as string[])] : nilai));
    return this.transaksi.manager.query<JumlahStatus[]>(
      `SELECT s.status, sum(s.jumlah_ketik + s.jumlah_berkas)::int AS jumlah, count(*)::int AS berbeda ${DARI} WHERE ${sql} GROUP BY s.status`,
      semua,
    );
  }

  daftar(
    surveiId: string,
    saringan: SaringanSaran,
    lingkup: readonly string[] | null,
    { lewati, ambil }: { readonly lewati: number; readonly ambil: number },
  ): Promise<SaranTersimpan[]> {
    const { sql, isi } = syaratSql(surveiId, saringan, lingkup);
    return this.transaksi.manager.query<SaranTersimpan[]>(
      `SELECT ${KOLOM} ${DARI} WHERE ${sql} ORDER BY s.nomor LIMIT ${ambil} OFFSET ${lewati}`,
      [...isi],
    );
  }

  /** After a number, oldest first: for what reads everything piece by piece. */
  sesudah(
    surveiId: string,
    saringan: SaringanSaran,
    lingkup: readonly string[] | null,
    nomor: number,
    ambil: number,
  ): Promise<(SaranTersimpan & { readonly tanggapan: string | null })[]> {
    const { sql, isi } = syaratSql(surveiId, saringan, lingkup);
    return this.transaksi.manager.query<(SaranTersimpan & { tanggapan: string | null })[]>(
      `SELECT ${KOLOM}, (SELECT t.teks FROM saran_tanggapan t WHERE t.saran_id = s.id ORDER BY t.pada DESC LIMIT 1) AS tanggapan
       ${DARI} WHERE ${sql} AND s.nomor > $${isi.length + 1} ORDER BY s.nomor LIMIT ${ambil}`,
      [...isi, nomor],
    );
  }

  async satu(surveiId: string, nomor: number): Promise<SaranTersimpan | null> {
    const baris = await this.transaksi.manager.query<SaranTersimpan[]>(
      `SELECT ${KOLOM} ${DARI} WHERE s.survei_id = $1 AND s.nomor = $2`,
      [surveiId, nomor],
    );
    return baris[0] ?? null;
  }

  /** Newest first. */
  daftarTanggapan(saranId: string): Promise<Tanggapan[]> {
    return this.transaksi.manager.query<Tanggapan[]>(
      `SELECT t.teks, u.nama AS unit, t.nama, t.pada FROM saran_tanggapan t LEFT JOIN unit u ON u.id = t.unit_id
       WHERE t.saran_id = $1 ORDER BY t.pada DESC`,
      [saranId],
    );
  }

  /** Newest first. */
  riwayat(saranId: string): Promise<LangkahSaran[]> {
    return this.transaksi.manager.query<LangkahSaran[]>(
      `SELECT tindakan, dari, ke, keterangan, alasan, nama, pada FROM saran_riwayat WHERE saran_id = $1 ORDER BY pada DESC`,
      [saranId],
    );
  }

  async jumlahTerbit(surveiId: string, unsur: string): Promise<number> {
    const [baris] = await this.transaksi.manager.query<{ jumlah: number }[]>(
      `SELECT count(*)::int AS jumlah FROM saran WHERE survei_id = $1 AND status = 'layak_terbit'
         AND ($2 = '' OR coalesce(unsur, '-') = $2) AND jumlah_ketik + jumlah_berkas > 0`,
      [surveiId, unsur],
    );
    return baris?.jumlah ?? 0;
  }

  /** What was reviewed and may be read by everybody, each with its last answer; those received most often first. */
  terbit(surveiId: string, unsur: string, lewati: number, ambil: number): Promise<SaranTerbit[]> {
    return this.transaksi.manager.query<SaranTerbit[]>(
      `SELECT s.nomor, s.teks_terbit AS teks, s.unsur, s.layanan, s.jumlah_ketik + s.jumlah_berkas AS jumlah, t.teks AS tanggapan, t.pada, u.nama AS unit
       FROM saran s LEFT JOIN LATERAL (SELECT * FROM saran_tanggapan WHERE saran_id = s.id ORDER BY pada DESC LIMIT 1) t ON true
         LEFT JOIN unit u ON u.id = t.unit_id
       WHERE s.survei_id = $1 AND s.status = 'layak_terbit' AND ($2 = '' OR coalesce(s.unsur, '-') = $2) AND s.jumlah_ketik + s.jumlah_berkas > 0
       ORDER BY jumlah DESC, s.nomor LIMIT $3 OFFSET $4`,
      [surveiId, unsur, ambil, lewati],
    );
  }
}
