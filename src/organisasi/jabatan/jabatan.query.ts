import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import { pemegangPada, sebutanJabatan, type StatusPenugasan } from './penugasan.rules';

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

/** Who signed on a day, as the letter of that day prints it. */
export interface Pemegang {
  /** `Plt. Kepala Bagian Umum`, with the title of that day */
  readonly sebutan: string;
  readonly status: StatusPenugasan;
  readonly nama: string;
  readonly nip: string | null;
  readonly pangkat: string | null;
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

  /** What the post was called on that day; before the first name that is known, that one. */
  async namaJabatanPada(jabatanId: string, tanggal: string): Promise<string | null> {
    const [baris] = await this.transaksi.manager.query<{ nama: string }[]>(
      `SELECT nama FROM nama_jabatan WHERE jabatan_id = $1
       ORDER BY daterange(mulai, selesai) @> $2::date DESC, mulai NULLS FIRST LIMIT 1`,
      [jabatanId, tanggal],
    );
    return baris?.nama ?? null;
  }

  /** Who held the post on that day (the acting holder first), under the name and title of then; null while it was vacant. */
  async pemegangPada(instansiId: string, jabatanId: string, tanggal: string): Promise<Pemegang | null> {
    const pemegang = pemegangPada(await this.penugasanJabatan(instansiId, jabatanId), tanggal);
    const jabatan = await this.namaJabatanPada(jabatanId, tanggal);
    if (!pemegang || jabatan === null) return null;
    const { status, nama, nip, pangkat } = pemegang;
    return { sebutan: sebutanJabatan(status, jabatan), status, nama, nip, pangkat };
  }

  private penugasan(syarat: string, isi: readonly string[]): Promise<Penugasan[]> {
    return this.transaksi.manager.query<Penugasan[]>(
      `SELECT ${KOLOM} FROM penugasan t WHERE ${syarat} ORDER BY t.mulai DESC, t.id`,
      [...isi],
    );
  }
}
