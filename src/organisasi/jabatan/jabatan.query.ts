import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import { polaCari, syaratCari } from '../../shared/pencarian';
import type { Potongan } from '../../shared/tampilan/penomoran';
import type { StatusPenugasan } from './penugasan.rules';

export interface Penugasan {
  readonly id: string;
  readonly jabatanId: string;
  readonly penggunaId: string;
  readonly status: StatusPenugasan;
  readonly nama: string;
  readonly nip: string | null;
  readonly pangkat: string | null;
  readonly dasar: string | null;
  readonly mulai: string;
  readonly selesai: string | null;
}

export interface Jabatan {
  readonly id: string;
  readonly unitId: string;
  readonly nama: string;
  readonly memimpin: boolean;
  readonly berakhir: string | null;
}

export interface JabatanBerunit extends Jabatan {
  readonly unit: string;
  readonly kodeUnit: string;
}

/** A post's stay in a unit, and the unit where it stood before or stands now. */
export interface LetakJabatan {
  readonly jabatanId: string;
  /** the title at the end of the stay */
  readonly nama: string;
  readonly memimpin: boolean;
  readonly mulai: string | null;
  readonly selesai: string | null;
  /** since when the post is no more */
  readonly berakhir: string | null;
  readonly unitId: string;
  /** null: it was made there */
  readonly asalUnitId: string | null;
  readonly unitKiniId: string;
}

const KOLOM = `t.id, t.jabatan_id AS "jabatanId", t.pengguna_id AS "penggunaId", t.status, t.nama, t.nip, t.pangkat, t.dasar,
  t.mulai::text AS mulai, t.selesai::text AS selesai`;
const KOLOM_JABATAN = 'j.id, j.unit_id AS "unitId", j.nama, j.memimpin, j.berakhir::text AS berakhir';

/** Open posts of agency $1 that hold the words $2, as they are held on day $3. */
const TERBUKA = `FROM jabatan j JOIN unit u ON u.id = j.unit_id
  LEFT JOIN LATERAL (SELECT string_agg(t.nama, ' ') AS pemegang FROM penugasan t
    WHERE t.jabatan_id = j.id AND daterange(t.mulai, t.selesai) @> $3::date) t ON cardinality($2::text[]) > 0
  WHERE j.instansi_id = $1 AND j.berakhir IS NULL AND ${syaratCari('$2', 'j.nama', 'u.nama', 'u.singkatan', 't.pemegang')}`;

@Injectable()
export class JabatanQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** Every post, closed ones included, in the order of their units' own lists. */
  semua(instansiId: string): Promise<Jabatan[]> {
    return this.transaksi.manager.query<Jabatan[]>(
      `SELECT ${KOLOM_JABATAN} FROM jabatan j WHERE j.instansi_id = $1 ORDER BY j.unit_id, j.urutan, j.nama`,
      [instansiId],
    );
  }

  /** How many open posts hold every word in their title, their unit's name or today's holder's. */
  async jumlahTerbuka(instansiId: string, q: string, hariIni: string): Promise<number> {
    const [baris] = await this.transaksi.manager.query<{ n: number }[]>(`SELECT count(*)::int AS n ${TERBUKA}`, [
      instansiId,
      polaCari(q),
      hariIni,
    ]);
    return baris?.n ?? 0;
  }

  /** One page of them, unit by unit. */
  terbuka(instansiId: string, q: string, hariIni: string, { lewati, ambil }: Potongan): Promise<JabatanBerunit[]> {
    return this.transaksi.manager.query<JabatanBerunit[]>(
      `SELECT ${KOLOM_JABATAN}, u.nama AS unit, u.kode AS "kodeUnit" ${TERBUKA}
       ORDER BY u.urutan, u.kode, j.urutan, j.nama, j.id OFFSET $4 LIMIT $5`,
      [instansiId, polaCari(q), hariIni, lewati, ambil],
    );
  }

  /** The open posts that head these units. */
  pemimpin(instansiId: string, unitId: readonly string[]): Promise<Jabatan[]> {
    return this.transaksi.manager.query<Jabatan[]>(
      `SELECT ${KOLOM_JABATAN} FROM jabatan j
       WHERE j.instansi_id = $1 AND j.unit_id = ANY ($2::uuid[]) AND j.memimpin AND j.berakhir IS NULL`,
      [instansiId, unitId],
    );
  }

  /** These posts, closed ones included. */
  menurutId(instansiId: string, id: readonly string[]): Promise<Jabatan[]> {
    return this.transaksi.manager.query<Jabatan[]>(
      `SELECT ${KOLOM_JABATAN} FROM jabatan j WHERE j.instansi_id = $1 AND j.id = ANY ($2::uuid[])`,
      [instansiId, id],
    );
  }

  async satu(instansiId: string, id: string): Promise<Jabatan | null> {
    const [baris] = await this.transaksi.manager.query<Jabatan[]>(
      `SELECT ${KOLOM_JABATAN} FROM jabatan j WHERE j.instansi_id = $1 AND j.id = $2`,
      [instansiId, id],
    );
    return baris ?? null;
  }

  /** Holdings of the agency, newest first. */
  semuaPenugasan(instansiId: string): Promise<Penugasan[]> {
    return this.penugasan('t.instansi_id = $1', [instansiId]);
  }

  penugasanJabatan(instansiId: string, jabatanId: string): Promise<Penugasan[]> {
    return this.penugasan('t.instansi_id = $1 AND t.jabatan_id = $2', [instansiId, jabatanId]);
  }

  /** Holdings of these posts, newest first. */
  penugasanSemua(instansiId: string, jabatanId: readonly string[]): Promise<Penugasan[]> {
    return this.penugasan('t.instansi_id = $1 AND t.jabatan_id = ANY ($2::uuid[])', [instansiId, jabatanId]);
  }

  penugasanOrang(instansiId: string, penggunaId: readonly string[]): Promise<Penugasan[]> {
    return this.penugasan('t.instansi_id = $1 AND t.pengguna_id = ANY ($2::uuid[])', [instansiId, penggunaId]);
  }

  async satuPenugasan(instansiId: string, id: string): Promise<Penugasan | null> {
    return (await this.penugasan('t.instansi_id = $1 AND t.id = $2', [instansiId, id]))[0] ?? null;
  }

  riwayatNama(jabatanId: string): Promise<{ nama: string; mulai: string | null; selesai: string | null }[]> {
    return this.transaksi.manager.query(
      `SELECT nama, mulai::text AS mulai, selesai::text AS selesai FROM nama_jabatan WHERE jabatan_id = $1 ORDER BY mulai DESC NULLS LAST`,
      [jabatanId],
    );
  }

  /** Stays of posts in this unit, the present ones and those of before, in the unit's own order. */
  letakUnit(instansiId: string, unitId: string): Promise<LetakJabatan[]> {
    return this.letak('l.instansi_id = $1 AND l.unit_id = $2', [instansiId, unitId]);
  }

  /** Where a post stood, newest first. */
  letakJabatan(instansiId: string, jabatanId: string): Promise<LetakJabatan[]> {
    return this.letak('l.instansi_id = $1 AND l.jabatan_id = $2', [instansiId, jabatanId]);
  }

  private letak(syarat: string, isi: readonly string[]): Promise<LetakJabatan[]> {
    return this.transaksi.manager.query<LetakJabatan[]>(
      `SELECT l.jabatan_id AS "jabatanId", l.memimpin, l.mulai::text AS mulai, l.selesai::text AS selesai, j.berakhir::text AS berakhir,
         l.unit_id AS "unitId", a.unit_id AS "asalUnitId", j.unit_id AS "unitKiniId",
         coalesce((SELECT n.nama FROM nama_jabatan n
           WHERE n.jabatan_id = j.id AND daterange(n.mulai, n.selesai) @> (l.selesai - 1)), j.nama) AS nama
       FROM letak_jabatan l JOIN jabatan j ON j.id = l.jabatan_id
       LEFT JOIN letak_jabatan a ON a.jabatan_id = l.jabatan_id AND a.selesai = l.mulai
       WHERE ${syarat} ORDER BY l.mulai DESC NULLS LAST, l.memimpin DESC, j.urutan, j.nama`,
      [...isi],
    );
  }

  private penugasan(syarat: string, isi: readonly (string | readonly string[])[]): Promise<Penugasan[]> {
    return this.transaksi.manager.query<Penugasan[]>(
      `SELECT ${KOLOM} FROM penugasan t WHERE ${syarat} ORDER BY t.mulai DESC, t.id`,
      [...isi],
    );
  }
}
