import { Injectable } from '@nestjs/common';
import { Transaksi } from '../../database/transaksi';

/** An account as the operator may know it: that it is there, not where it works. */
export interface AkunTerpasang {
  readonly id: string;
  readonly nama: string;
  readonly surel: string;
  readonly operator: boolean;
  readonly nonaktif: boolean;
  readonly totp: boolean;
  readonly dapatMasuk: boolean;
}

export const AKUN_TERBANYAK = 50;

const KOLOM = `id, nama, surel, operator, dinonaktifkan IS NOT NULL AS nonaktif, totp_sejak IS NOT NULL AS totp, sandi IS NOT NULL AS "dapatMasuk"`;

@Injectable()
export class AkunInstalasiQuery {
  constructor(private readonly transaksi: Transaksi) {}

  /** Whose name or address holds the text; operators when it is empty. */
  cari(teks: string): Promise<AkunTerpasang[]> {
    return this.transaksi.manager.query<AkunTerpasang[]>(
      `SELECT ${KOLOM} FROM pengguna
       WHERE CASE WHEN $1 = '' THEN operator ELSE strpos(lower(nama), lower($1)) > 0 OR strpos(surel, lower($1)) > 0 END
       ORDER BY nama, surel LIMIT ${AKUN_TERBANYAK}`,
      [teks],
    );
  }

  async satu(id: string): Promise<AkunTerpasang | null> {
    const [baris] = await this.transaksi.manager.query<AkunTerpasang[]>(`SELECT ${KOLOM} FROM pengguna WHERE id::text = $1`, [
      id,
    ]);
    return baris ?? null;
  }
}
