import { Injectable } from '@nestjs/common';
import type { Peran } from '../../auth/pelaku';
import { Transaksi } from '../../database/transaksi';
import { polaCari, syaratCari } from '../../shared/pencarian';
import type { Potongan } from '../../shared/tampilan/penomoran';

export interface PeranTersimpan {
  readonly id: string;
  readonly penggunaId: string;
  readonly nama: string;
  readonly surel: string;
  readonly peran: Peran;
  readonly unitId: string | null;
  readonly mulai: string;
  readonly selesai: string | null;
  readonly dasar: string | null;
}

const COCOK = syaratCari('$2', 'p.nama', 'p.surel');
/** In which part of the list a role stands on day $3: with its kind, or with those that ended. */
const BAGIAN = `CASE WHEN r.selesai IS NULL OR (r.selesai > $3::date AND r.selesai > r.mulai) THEN r.peran ELSE 'berakhir' END`;

@Injectable()
export class PeranQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** Every role ever given in the agency, by person, newest first. */
  semua(instansiId: string): Promise<PeranTersimpan[]> {
    return this.cari('r.instansi_id = $1', [instansiId]);
  }

  orang(instansiId: string, penggunaId: string): Promise<PeranTersimpan[]> {
    return this.paraOrang(instansiId, [penggunaId]);
  }

  /** Every role that these people hold or held. */
  paraOrang(instansiId: string, penggunaId: readonly string[]): Promise<PeranTersimpan[]> {
    return this.cari('r.instansi_id = $1 AND r.pengguna_id = ANY ($2::uuid[])', [instansiId, penggunaId]);
  }

  /** For these units themselves, not for those above. */
  milikUnit(instansiId: string, unitId: readonly string[]): Promise<PeranTersimpan[]> {
    return this.cari('r.instansi_id = $1 AND r.unit_id = ANY ($2::uuid[])', [instansiId, unitId]);
  }

  unit(instansiId: string, unitId: string): Promise<PeranTersimpan[]> {
    return this.cari('r.instansi_id = $1 AND r.unit_id = $2', [instansiId, unitId]);
  }

  /** How many roles there are in each part of the list, of people whose name or address holds every word. */
  async jumlahBagian(instansiId: string, q: string, hariIni: string): Promise<ReadonlyMap<string, number>> {
    const baris = await this.transaksi.manager.query<{ bagian: string; n: number }[]>(
      `SELECT ${BAGIAN} AS bagian, count(*)::int AS n FROM peran r JOIN pengguna p ON p.id = r.pengguna_id
       WHERE r.instansi_id = $1 AND ${COCOK} GROUP BY 1`,
      [instansiId, polaCari(q), hariIni],
    );
    return new Map(baris.map(({ bagian, n }) => [bagian, n]));
  }

  /** @param bagian a role, or `berakhir` */
  bagian(
    instansiId: string,
    bagian: string,
    q: string,
    hariIni: string,
    { lewati, ambil }: Pick<Potongan, 'lewati' | 'ambil'>,
  ): Promise<PeranTersimpan[]> {
    return this.cari(
      `r.instansi_id = $1 AND ${COCOK} AND ${BAGIAN} = $4`,
      [instansiId, polaCari(q), hariIni, bagian],
      `OFFSET ${lewati} LIMIT ${ambil}`,
    );
  }

  async satu(instansiId: string, id: string): Promise<PeranTersimpan | null> {
    return (await this.cari('r.instansi_id = $1 AND r.id = $2', [instansiId, id]))[0] ?? null;
  }

  /** Accounts that are admin on that day, without an end in sight, and may sign in, besides the one named. */
  async adminLain(instansiId: string, penggunaId: string, tanggal: string): Promise<number> {
    const [baris] = await this.transaksi.manager.query<{ n: number }[]>(
      `SELECT count(DISTINCT r.pengguna_id)::int AS n FROM peran r JOIN pengguna p ON p.id = r.pengguna_id
       WHERE r.instansi_id = $1 AND r.peran = 'admin' AND r.pengguna_id <> $2 AND p.dinonaktifkan IS NULL
         AND r.mulai <= $3::date AND r.selesai IS NULL`,
      [instansiId, penggunaId, tanggal],
    );
    return baris?.n ?? 0;
  }

  /**
   * Whether anybody is admin of the agency on that day and may sign in, be it until a day to come.
   * @param contoh demonstration accounts may sign in, and count
   */
  async adaAdmin(instansiId: string, tanggal: string, contoh: boolean): Promise<boolean> {
    const [baris] = await this.transaksi.manager.query<{ ada: boolean }[]>(
      `SELECT EXISTS (SELECT FROM peran r JOIN pengguna p ON p.id = r.pengguna_id
         WHERE r.instansi_id = $1 AND r.peran = 'admin' AND r.mulai <= $2::date AND (r.selesai IS NULL OR r.selesai > $2::date)
           AND p.dinonaktifkan IS NULL AND (NOT p.contoh OR $3)) AS ada`,
      [instansiId, tanggal, contoh],
    );
    return baris?.ada ?? false;
  }

  private cari(syarat: string, isi: readonly (string | readonly string[])[], potongan = ''): Promise<PeranTersimpan[]> {
    return this.transaksi.manager.query<PeranTersimpan[]>(
      `SELECT r.id, r.pengguna_id AS "penggunaId", p.nama, p.surel, r.peran, r.unit_id AS "unitId", r.mulai::text AS mulai,
         r.selesai::text AS selesai, r.dasar
       FROM peran r JOIN pengguna p ON p.id = r.pengguna_id WHERE ${syarat} ORDER BY p.nama, p.id, r.mulai DESC, r.id ${potongan}`,
      [...isi],
    );
  }
}
