import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';
import { polaCari, syaratCari } from '../../shared/pencarian';
import type { Potongan } from '../../shared/tampilan/penomoran';

export interface Orang {
  readonly id: string;
  readonly nama: string;
  readonly surel: string;
  /** has never signed in with a password or through the agency's provider */
  readonly belumMasuk: boolean;
  readonly nonaktif: boolean;
  /** a second factor is set up */
  readonly totp: boolean;
  /** what became of the last letter to the person */
  readonly surat: 'antre' | 'terkirim' | 'gagal' | null;
}

/** A person of the agency is whoever holds, or held, a role or a post in it. */
const ANGGOTA = `(EXISTS (SELECT FROM peran r WHERE r.pengguna_id = p.id AND r.instansi_id = $1)
  OR EXISTS (SELECT FROM penugasan t WHERE t.pengguna_id = p.id AND t.instansi_id = $1))`;

const KOLOM = `p.id, p.nama, p.surel, p.dinonaktifkan IS NOT NULL AS nonaktif, p.totp_sejak IS NOT NULL AS totp,
  (SELECT s.keadaan FROM surat_keluar s WHERE s.pengguna_id = p.id AND s.bertautan AND s.keadaan <> 'diganti' ORDER BY s.dibuat DESC LIMIT 1) AS surat,
  p.sandi IS NULL AND NOT EXISTS (SELECT FROM identitas_luar l WHERE l.pengguna_id = p.id) AS "belumMasuk"`;

const COCOK = syaratCari('$2', 'p.nama', 'p.surel');

@Injectable()
export class OrangQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** By name. */
  daftar(instansiId: string): Promise<Orang[]> {
    return this.transaksi.manager.query<Orang[]>(`SELECT ${KOLOM} FROM pengguna p WHERE ${ANGGOTA} ORDER BY p.nama, p.surel`, [
      instansiId,
    ]);
  }

  /** How many hold every word of the search in their name or address. */
  async jumlah(instansiId: string, q: string): Promise<number> {
    const [baris] = await this.transaksi.manager.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM pengguna p WHERE ${ANGGOTA} AND ${COCOK}`,
      [instansiId, polaCari(q)],
    );
    return baris?.n ?? 0;
  }

  /** One page of them by name. */
  halaman(instansiId: string, q: string, { lewati, ambil }: Potongan): Promise<Orang[]> {
    return this.transaksi.manager.query<Orang[]>(
      `SELECT ${KOLOM} FROM pengguna p WHERE ${ANGGOTA} AND ${COCOK} ORDER BY p.nama, p.surel OFFSET $3 LIMIT $4`,
      [instansiId, polaCari(q), lewati, ambil],
    );
  }

  /** @param id any text; what is no person of this agency is null */
  async anggota(instansiId: string, id: string): Promise<Orang | null> {
    const [baris] = await this.transaksi.manager.query<Orang[]>(
      `SELECT ${KOLOM} FROM pengguna p WHERE p.id::text = $2 AND ${ANGGOTA}`,
      [instansiId, id],
    );
    return baris ?? null;
  }
}
