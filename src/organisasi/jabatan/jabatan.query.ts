import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
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

  /** The open posts that head these units. */
  pemimpin(instansiId: string, unitId: readonly string[]): Promise<Jabatan[]> {
    return this.transaksi.manager.query<Jabatan[]>(
      `SELECT ${KOLOM_JABATAN} FROM jabatan j
       WHERE j.instansi_id = $1 AND j.unit_id = ANY ($2::uuid[]) AND j.memimpin AND j.berakhir IS NULL`,
      [instansiId, unitId],
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

  penugasanOrang(instansiId: string, penggunaId: string): Promise<Penugasan[]> {
    return this.penugasan('t.instansi_id = $1 AND t.pengguna_id = $2', [instansiId, penggunaId]);
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
